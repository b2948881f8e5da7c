"""Runs all checks on a page, and the last look at a page that Layline rendered."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.checks.declaration import Surface
from pipeline.checks.order import order_of
from pipeline.checks.pages.block import Block
from pipeline.checks.pages.glance import Glance
from pipeline.checks.pages.page_finding import PageFinding
from pipeline.checks.pages.read_page import read_page
from pipeline.checks.paper_view import PaperView
from pipeline.checks.readings import reading_of_page
from pipeline.checks.runner.beside_paper import blocks_beside
from pipeline.checks.runner.guarded import runner_finding
from pipeline.checks.runner.last_look import may_block, never_leaves
from pipeline.checks.runner.reading import in_reading
from pipeline.checks.runner.texts import in_text, suspects_on
from pipeline.checks.suspects import Cleared
from pipeline.models.finding import Finding
from pipeline.models.paper import Paper


def check_page(data: bytes, media_type: str, *, own: bool, paper: Paper | None = None) -> tuple[Finding, ...]:
    """Everything that is found in a page; places are lines of the file, `line 12`, counted from 1.

    `media_type` is text/html, text/markdown, application/json, text/csv, text/tab-separated-values or text/plain
    (what is unknown is read as plain text), with an optional charset. `own` says that Layline rendered the page. With
    a `paper`, what the page says in running text is held against it: numbers, names, species, causality, overclaims,
    and passages that were copied from it.
    """
    view = None if paper is None else PaperView(paper)
    return tuple(seen.finding for seen in look_at_page(data, media_type, own=own, view=view))


def look_at_page(
    data: bytes, media_type: str, *, own: bool, view: PaperView | None = None, cleared: Cleared | None = None
) -> tuple[PageFinding, ...]:
    """The same with headings, beside a paper that is made ready once for many pages.

    `cleared` is handed from one page to the next of a site: what their pages have in common is looked at once.
    """
    page = read_page(data, media_type, own=own)
    found = [
        PageFinding(
            runner_finding("unreadable_page", f"line {fault.line}", fault.message, fault.excerpt, fault.severity)
        )
        for fault in page.faults
    ]
    found += _in_blocks(page.blocks, cleared or Cleared())
    if not own:  # what Layline rendered was looked at as a summary
        found += in_reading(reading_of_page(block for block in page.blocks if block.is_running_text))
    if view is not None:
        found += blocks_beside(view, page.blocks)
    return tuple(sorted(found, key=lambda seen: order_of(seen.finding)))


def look_for_malformed(
    data: bytes, media_type: str, cleared: Cleared, seen: Glance | None = None
) -> tuple[Finding, ...]:
    """What may never stand on a page that Layline rendered: all that is malformed and blocks.

    Every text of the page is looked at; where it was `seen` at a glance, and nothing stands on it that blocks, it is
    not read by line and heading. `cleared` is handed from one page to the next, and to this look alone.
    """
    if seen is not None and not may_block(seen.texts, cleared):
        return ()
    found = (each.finding for each in look_at_page(data, media_type, own=True))
    return tuple(each for each in found if never_leaves(each))


def _in_blocks(blocks: Iterable[Block], cleared: Cleared) -> Iterator[PageFinding]:
    strings: defaultdict[Surface, list[str]] = defaultdict(list)
    for block in blocks:
        strings[block.surface].append(block.text)
    suspected = {surface: _not_cleared(texts, surface, cleared) for surface, texts in strings.items()}
    for block in blocks:
        if block.text in suspected[block.surface]:
            found = in_text(block.text, block.surface, block.place_of)
            yield from (PageFinding(each, block.heading) for each in found)


def _not_cleared(texts: Iterable[str], surface: Surface, cleared: Cleared) -> frozenset[str]:
    new = cleared.without(texts, surface)
    suspected = suspects_on(new, surface)
    cleared.add((text for text in new if text not in suspected), surface)
    return suspected
