"""The door of this room: bytes in, a `Paper` or a ParseError out."""

from pipeline.errors import ParseError
from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.parse.identify import refuse_what_is_no_paper


def parse_document(data: bytes, media_type: MediaType, name: str, *, password: str | None = None) -> Paper:
    """Read a document; `name` is what messages call it, `password` opens an encrypted PDF.

    `media_type` says which reader takes it; a wrong one ends in a clear error. Pure and synchronous: limits on
    time and memory are the caller's.

    Raises:
        ParseError: kinds `no_text_layer`, `encrypted`, `damaged`, `empty`, `not_a_paper`, `bad_xml`, `too_large`.
    """
    if media_type is MediaType.RECORD:
        from pipeline.parse.abstract import parse_abstract  # noqa: PLC0415

        return parse_abstract(data, name)
    refuse_what_is_no_paper(data, name)
    # Each reader brings a heavy library; a worker that reads PDFs never loads lxml, and the other way round.
    match media_type:
        case MediaType.PDF:
            from pipeline.parse.pdf.reader import parse_pdf  # noqa: PLC0415

            return parse_pdf(data, name, password=password)
        case MediaType.JATS | MediaType.XML:
            from pipeline.parse.jats.reader import parse_jats  # noqa: PLC0415

            return parse_jats(data, name)
        case MediaType.TEXT:
            from pipeline.parse.plain import parse_plain  # noqa: PLC0415

            return parse_plain(data, name)
    raise ParseError(
        f"{name} is {media_type.value}, which is no form that a paper comes in",
        kind="not_a_paper",
        remedy="Give the paper as PDF, as JATS XML (NXML) or as plain text.",
    )
