"""Reads a rendered page back as a reader sees it, so that the gate can compare it with what was approved."""

from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from pipeline.export import wording
from pipeline.export.contract import PublishedPage
from pipeline.models.summary import shown_texts


def absent_texts(
    page: PublishedPage, data: bytes, media_type: str, shown: Iterable[str] = ()
) -> Iterator[tuple[str, str]]:
    """The place (JSON pointer) and text of everything that was approved and does not stand on the rendered page.

    `shown` are the blocks of text that are known to stand there; only what is not among them is sought on the page.
    """
    blocks = {} if page.corrections else _of_page(page, shown)
    told = (*(("/status", text) for text in wording.status(page.status)), *_log(page))
    sought = [
        (place, text) for place, text in (*shown_texts(page.summary), *told) if not _is_among(blocks, place, text)
    ]
    return _absent(page, sought, _squeezed(_visible(data.decode(), media_type))) if sought else iter(())


def _of_page(page: PublishedPage, shown: Iterable[str]) -> dict[str, None]:
    """The blocks without those that open on demand and repeat an entry of the glossary."""
    blocks = {text.strip(): None for text in shown}
    for entry in page.summary.glossary:
        blocks.pop(f"{entry.term}: {entry.plain}", None)
    return blocks


def _is_among(blocks: dict[str, None], place: str, text: str) -> bool:
    return text in blocks or (not place.startswith("/glossary/") and any(text in block for block in blocks))


def _absent(page: PublishedPage, sought: Iterable[tuple[str, str]], everything: str) -> Iterator[tuple[str, str]]:
    log = _squeezed("\n".join(text for _, text in _log(page)))
    for place, text in sought:
        squeezed = _squeezed(text)
        told_by_itself = place.startswith(("/status", "/corrections"))
        if squeezed not in everything or (not told_by_itself and not _stands(squeezed, everything, log)):
            yield place, text


def _stands(text: str, everything: str, log: str) -> bool:
    """Whether a text stands on the page itself: that the log of corrections quotes it is not enough."""
    return text not in log or everything.count(text) > log.count(text)


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
