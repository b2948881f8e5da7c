"""Reads a rendered page back as a reader sees it, so that the gate can compare it with what was approved."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from pipeline.export import wording
from pipeline.export.contract import PublishedPage
from pipeline.models.summary import shown_texts


def absent_texts(
    page: PublishedPage, data: bytes, media_type: str, shown: Iterable[str] = ()
) -> Iterator[tuple[str, str]]:
    """The place (JSON pointer) and text of everything that was approved and does not stand on the rendered page.

    What was approved in several places must stand as often: a limitation that a template drops is not made good by the
    same sentence in the summary of the research. `shown` are the blocks of text that are known to stand there; only
    what is not among them is sought on the page.
    """
    blocks = Counter[str]() if page.corrections else _of_page(page, shown)
    sought = {text: at for text, at in _approved(page).items() if not _is_among(blocks, text, at)}
    told = [(place, text) for place, text in _told(page) if text not in blocks]
    if sought or told:
        everything = _squeezed(_visible(data.decode(), media_type))
        yield from ((place, text) for place, text in told if _squeezed(text) not in everything)
        yield from _absent(sought, everything, _squeezed("\n".join(text for _, text in _log(page))))


def _approved(page: PublishedPage) -> dict[str, list[str]]:
    """The places of each text that was approved."""
    places = defaultdict[str, list[str]](list)
    for place, text in shown_texts(page.summary):
        places[text].append(place)
    return places


def _told(page: PublishedPage) -> Iterator[tuple[str, str]]:
    """What the page must tell beside what was approved."""
    yield from (("/status", text) for text in wording.status(page.status))
    yield from _log(page)


def _of_page(page: PublishedPage, shown: Iterable[str]) -> Counter[str]:
    """The blocks without those that open on demand and repeat an entry of the glossary."""
    blocks = Counter(text.strip() for text in shown)
    for entry in page.summary.glossary:
        blocks.pop(f"{entry.term}: {entry.plain}", None)
    return blocks


def _is_among(blocks: Counter[str], text: str, places: Sequence[str]) -> bool:
    if blocks[text] >= len(places):
        return True
    in_glossary = any(place.startswith("/glossary/") for place in places)  # of which a word alone stands anywhere
    return not in_glossary and sum(block.count(text) * times for block, times in blocks.items()) >= len(places)


def _absent(sought: Mapping[str, Sequence[str]], everything: str, log: str) -> Iterator[tuple[str, str]]:
    """What is missing; that the log of corrections quotes a text is not enough."""
    for text, places in sought.items():
        squeezed = _squeezed(text)
        if everything.count(squeezed) - log.count(squeezed) < len(places):
            yield " or ".join(places), text


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
    html = MarkdownIt("commonmark").render(_body(text)) if media_type == "text/markdown" else text
    tree = LexborHTMLParser(html)
    if " popover" in html:
        for node in tree.css("[popover]"):  # what opens on demand only repeats what stands on the page
            node.decompose()
    return tree.body.text(separator=" ") if tree.body else ""


def _body(markdown: str) -> str:
    """Markdown without its front matter, which no reader sees."""
    return markdown.split("\n---\n", 1)[-1] if markdown.startswith("---\n") else markdown


def _squeezed(text: str) -> str:
    """Text without any white space: tags may add or take spaces without changing what a reader reads."""
    return "".join(text.split())
