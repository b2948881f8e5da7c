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
    must_stand = (*shown_texts(page.summary), *(("/status", text) for text in wording.status(page.status)))
    blocks = {text.strip(): None for text in shown}
    sought = [(place, text) for place, text in must_stand if text not in blocks and not any(text in b for b in blocks)]
    everything = _squeezed(_visible(data.decode(), media_type)) if sought else ""
    return ((place, text) for place, text in sought if _squeezed(text) not in everything)


def is_same_page(page: PublishedPage, data: bytes) -> bool:
    """Whether rendered JSON, read again by the contract, is the page that was rendered."""
    try:
        return PublishedPage.model_validate_json(data) == page
    except ValueError:
        return False


def _visible(text: str, media_type: str) -> str:
    html = MarkdownIt("commonmark").render(text) if media_type == "text/markdown" else text
    body = LexborHTMLParser(html).body
    return body.text(separator=" ") if body else ""


def _squeezed(text: str) -> str:
    """Text without any white space: tags may add or take spaces without changing what a reader reads."""
    return "".join(text.split())
