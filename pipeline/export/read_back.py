"""Reads a rendered page back as a reader sees it, so that the gate can compare it with what was approved."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from pipeline.export import wording
from pipeline.export.contract import PublishedPage
from pipeline.models.summary import Summary, claims


def absent_texts(page: PublishedPage, data: bytes, media_type: str) -> Iterator[tuple[str, str]]:
    """The place (JSON pointer) and text of everything that was approved and does not stand on the rendered page."""
    shown = _squeezed(_visible(data.decode(), media_type))
    told = (*(("/status", text) for text in wording.status(page.status)), *_log(page))
    for place, text in told:
        if _squeezed(text) not in shown:
            yield place, text
    log = _squeezed("\n".join(text for _, text in _log(page)))
    for place, text in _approved_texts(page.summary):
        if not _stands(_squeezed(text), shown, log):
            yield place, text


def _stands(text: str, shown: str, log: str) -> bool:
    """Whether a text stands on the page itself: that the log of corrections quotes it is not enough."""
    return text in shown and (text not in log or shown.count(text) > log.count(text))


def _log(page: PublishedPage) -> Iterator[tuple[str, str]]:
    for number, correction in enumerate(page.corrections):
        for text in (*wording.changes(correction), *correction.reasons):
            yield f"/corrections/{number}", text


def is_same_page(page: PublishedPage, data: bytes) -> bool:
    """Whether rendered JSON, read again by the contract, is the page that was rendered."""
    try:
        return PublishedPage.model_validate_json(data) == page
    except ValueError:
        return False


def _approved_texts(summary: Summary) -> Iterator[tuple[str, str]]:
    yield "/plain_title", summary.plain_title
    yield "/citation/title", summary.citation.title
    for place, claim in claims(summary):
        yield f"{place}/text", claim.text
        for number, evidence in enumerate(claim.evidence):
            yield f"{place}/evidence/{number}/quote", evidence.quote
    for number, entry in enumerate(summary.glossary):
        yield f"/glossary/{number}/term", entry.term
        yield f"/glossary/{number}/plain", entry.plain


def _visible(text: str, media_type: str) -> str:
    html = MarkdownIt("commonmark").render(text) if media_type == "text/markdown" else text
    tree = LexborHTMLParser(html)
    if " popover" in html:
        for node in tree.css("[popover]"):  # what opens on demand only repeats what stands on the page
            node.decompose()
    return tree.body.text(separator=" ") if tree.body else ""


def _squeezed(text: str) -> str:
    """Text without any white space: tags may add or take spaces without changing what a reader reads."""
    return "".join(text.split())
