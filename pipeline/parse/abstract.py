"""Reads what services say of an article whose full text could not be had: its abstract is all there is."""

from pydantic import ValidationError

from pipeline.errors import ParseError
from pipeline.models.paper import Basis, Paper, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.models.record import Record
from pipeline.models.record_metadata import metadata_of

VERSION = "2"


def parse_abstract(data: bytes, name: str) -> Paper:
    """The paper that an abstract makes. Raises ParseError (`damaged`, `no_abstract`)."""
    try:
        record = Record.model_validate_json(data)
    except ValidationError as error:
        raise ParseError(f"{name}: the record cannot be read: {error.errors()[0]['msg']}", kind="damaged") from error
    if record.abstract is None:
        raise ParseError(f"{name}: no service has an abstract of it", kind="no_abstract")
    builder = PaperBuilder()
    builder.heading("Abstract", SectionKind.ABSTRACT)
    for paragraph in record.abstract.value.split("\n\n"):
        builder.paragraph(" ".join(paragraph.split()))
    return builder.build(
        metadata_of(record), basis=Basis.ABSTRACT_ONLY, parser="layline-abstract", parser_version=VERSION
    )
