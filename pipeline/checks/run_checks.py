"""Runs the checks: on a summary, on any JSON, on a page."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain, islice
from typing import Final, TypeVar

from pipeline.checks.declaration import (
    MOST_HITS,
    Declaration,
    Find,
    Hit,
    ListCheck,
    PlacedHit,
    ReadingCheck,
    StatementCheck,
    SummaryCheck,
    Surface,
    TextCheck,
)
from pipeline.checks.finding_of import finding_of
from pipeline.checks.leaves import Texts, other_texts, summary_texts
from pipeline.checks.order import in_order, order_of
from pipeline.checks.pages.block import Block
from pipeline.checks.pages.glance import Glance
from pipeline.checks.pages.page_finding import PageFinding
from pipeline.checks.pages.read_page import read_page
from pipeline.checks.paper_view import PaperView
from pipeline.checks.place import at_pointer
from pipeline.checks.reading import LONGEST as LONGEST_READING
from pipeline.checks.reading import Item, Reading
from pipeline.checks.readings import reading_of_page, reading_of_summary
from pipeline.checks.registry import registry
from pipeline.checks.statement import LONGEST, Part, Statement, statements
from pipeline.checks.summary_shape import part_that_is_a_summary, read_summary
from pipeline.checks.suspects import Cleared, suspects
from pipeline.models.finding import Finding, Found, Severity
from pipeline.models.hashing import content_hash
from pipeline.models.paper import Paper
from pipeline.models.summary import DrafterKind, Summary, claims, shown_texts
from pipeline.text.reading_level import reading_grade

_Kind = TypeVar("_Kind", TextCheck, ListCheck, StatementCheck, SummaryCheck, ReadingCheck)
_MARGIN: Final = 30
"""Characters of context on each side of a hit."""
_LONGEST_EXCERPT: Final = 200


def check_summary(summary: Summary, paper: Paper) -> tuple[Finding, ...]:
    """Everything that is found in a summary beside its paper: what blocks first, then in reading order.

    Places are JSON pointers into the summary. A check that breaks down is itself a blocking finding.
    """
    return check_against(summary, _view_of(_Same(paper)))


def look_at_summary(summary: Summary, paper: Paper) -> Found:
    """The same, and whether its texts may stand on a page: what the gate asks of them once more."""
    texts = (text for _, text in shown_texts(summary))
    return Found(
        content=content_hash(summary),
        findings=check_summary(summary, paper),
        fit_for_pages=not _may_block({Surface.PAGE: texts}, Cleared()),
        reading_grade=grade_of(summary),
    )


def grade_of(summary: Summary) -> float | None:
    """The school grade of all statements together, without quotes; None where they are too short to have one."""
    return reading_grade(claim.text for _, claim in claims(summary))


class _Same:
    """A paper as this very object: to compare two papers takes longer than to make one ready."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.paper is other.paper

    def __hash__(self) -> int:
        return id(self.paper)


@lru_cache(maxsize=2)
def _view_of(same: _Same) -> PaperView:
    """Who edits a summary has it checked again and again beside one paper."""
    return PaperView(same.paper)


def check_against(summary: Summary, view: PaperView) -> tuple[Finding, ...]:
    """The same, for one of several summaries of a paper that is made ready once."""
    alone = (*_in_texts(summary_texts(summary.model_dump())), *_as_read(summary))
    return in_order([*alone, *_beside_paper(summary, view)])


def check_document(raw: object, paper: Paper | None) -> tuple[Finding, ...]:
    """Everything that is found in a JSON value; places are JSON pointers into it.

    What is a summary (the whole value, or what it holds under `summary`) is held against `paper`, if there is one;
    what looks like a summary but is none gives a `schema_invalid` finding for each fault of its shape.
    """
    prefix, part = part_that_is_a_summary(raw)
    if part is None:
        return in_order(_in_texts(other_texts(raw)))
    rest = {key: value for key, value in raw.items() if key != "summary"} if prefix and isinstance(raw, dict) else None
    summary, faults = read_summary(part)
    found = [_runner_finding("schema_invalid", fault.place, fault.message, fault.excerpt) for fault in faults]
    found += _in_texts(summary_texts(part))
    if summary is not None:
        found += _as_read(summary)
    if summary is not None and paper is not None:
        found += _beside_paper(summary, PaperView(paper))
    return in_order([*(_moved(finding, prefix) for finding in found), *_in_strings(other_texts(rest))])


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
            _runner_finding("unreadable_page", f"line {fault.line}", fault.message, fault.excerpt, fault.severity)
        )
        for fault in page.faults
    ]
    found += _in_blocks(page.blocks, cleared or Cleared())
    if not own:  # what Layline rendered was looked at as a summary
        read = reading_of_page(filter(_is_running_text, page.blocks))
        found += _in_reading(read)
    if view is not None:
        found += _blocks_beside(view, page.blocks)
    return tuple(sorted(found, key=lambda seen: order_of(seen.finding)))


def look_for_malformed(
    data: bytes, media_type: str, cleared: Cleared, seen: Glance | None = None
) -> tuple[Finding, ...]:
    """What may never stand on a page that Layline rendered: all that is malformed and blocks.

    Every text of the page is looked at; where it was `seen` at a glance, and nothing stands on it that blocks, it is
    not read by line and heading. `cleared` is handed from one page to the next, and to this look alone.
    """
    if seen is not None and not _may_block(seen.texts, cleared):
        return ()
    found = (each.finding for each in look_at_page(data, media_type, own=True))
    return tuple(each for each in found if _never_leaves(each))


def _may_block(texts: Mapping[Surface, Iterable[str]], cleared: Cleared) -> bool:
    """Whether anything malformed that blocks may stand in any of these texts, of whatever surfaces of a page.

    All of them are looked at as blocks of a page, by every check that looks at any of its surfaces. Blanks and line
    breaks around a text are the template's: no check sees more in it for their sake, as a test holds.
    """
    told = dict.fromkeys(text.strip(" \n") for found in texts.values() for text in found)
    new = cleared.without(told, Surface.PAGE)
    suspected = suspects(new, _MALFORMED_ON_PAGES)
    stopped = {text for text in suspected if any(map(_never_leaves, _on_any_surface(text)))}
    cleared.add((text for text in new if text not in stopped), Surface.PAGE)
    return bool(stopped)


def _on_any_surface(text: str) -> Iterator[Finding]:
    return chain.from_iterable(_in_text(text, surface, str) for surface in _OF_PAGES)


def _never_leaves(finding: Finding) -> bool:
    return finding.severity is Severity.BLOCK and not finding.waivable


def _blocks_beside(view: PaperView, blocks: Iterable[Block]) -> Iterator[PageFinding]:
    for block in filter(_is_running_text, blocks):
        statement = Statement(block.text, Part.FREE_TEXT, view.kind)
        found = chain(
            _unread(statement, block.place_of(0)),
            _told_in(block, statement, view),
            _copied_in(block.text, block.place_of, view),
        )
        yield from (PageFinding(each, block.heading) for each in found)


def _told_in(block: Block, statement: Statement, view: PaperView) -> Iterator[Finding]:
    for check in _of_kind(StatementCheck):
        run = partial(_statement_findings, check, statement, view, block.place_of)
        yield from _guarded(check, block.place_of(0), run)


def _copied_in(text: str, place: Callable[[int], str], view: PaperView) -> Iterator[Finding]:
    for copied in view.wording.copied_in(text):
        message = f"{copied.words} words in a row are those of the paper, without quotation marks."
        excerpt, severity = text[copied.start : copied.end], Severity.BLOCK if copied.blocks else None
        yield _runner_finding("copied_from_paper", place(copied.start), message, excerpt, severity)


def _is_running_text(block: Block) -> bool:
    """Whether a block tells something, and is no code, name or figure in a table or in data."""
    if block.surface in _TOLD and block.column is None:
        return True
    return block.surface in _TOLD | _STRINGS and len(block.text.split()) >= _WORDS_OF_A_SENTENCE


_TOLD: Final = frozenset({Surface.PAGE, Surface.FOREIGN_PAGE, Surface.MARKDOWN})
_STRINGS: Final = frozenset({Surface.JSON_LEAF, Surface.ITEM, Surface.FIELD})
_WORDS_OF_A_SENTENCE: Final = 5


def _in_blocks(blocks: Iterable[Block], cleared: Cleared) -> Iterator[PageFinding]:
    strings: defaultdict[Surface, list[str]] = defaultdict(list)
    for block in blocks:
        strings[block.surface].append(block.text)
    suspected = {surface: _not_cleared(texts, surface, cleared) for surface, texts in strings.items()}
    for block in blocks:
        if block.text in suspected[block.surface]:
            found = _in_text(block.text, block.surface, block.place_of)
            yield from (PageFinding(each, block.heading) for each in found)


def _not_cleared(texts: Iterable[str], surface: Surface, cleared: Cleared) -> frozenset[str]:
    new = cleared.without(texts, surface)
    suspected = _suspects(new, surface)
    cleared.add((text for text in new if text not in suspected), surface)
    return suspected


def _in_texts(texts: Texts) -> Iterator[Finding]:
    yield from _in_strings(texts)
    yield from _in_lists(texts)


def _in_strings(texts: Texts) -> Iterator[Finding]:
    for surface, strings in texts.strings.items():
        suspected = _suspects((text for _, text in strings), surface)
        for place, text in strings:
            if text in suspected:
                yield from _in_text(text, surface, at_pointer(place))


def _suspects(texts: Iterable[str], surface: Surface) -> frozenset[str]:
    # A page repeats itself: headings, quotes of one sentence. Each text is looked at once.
    return suspects(dict.fromkeys(texts), [(check, check.find_on(surface)) for check in _CHECKS_ON[surface]])


def _in_text(text: str, surface: Surface, place: Callable[[int], str]) -> Iterator[Finding]:
    for check in _CHECKS_ON[surface]:
        run = partial(_text_findings, check, check.find_on(surface), text, place)
        yield from _guarded(check, place(0), run)


def _text_findings(check: TextCheck, find: Find, text: str, place: Callable[[int], str]) -> list[Finding]:
    hits = find(text)
    first = next(hits, None)
    if first is None:
        return []
    hits = chain((first,), hits)
    found = [
        finding_of(check, place(hit.start), hit.message, _excerpt(text, hit.start, hit.end), hit.severity)
        for hit in islice(hits, MOST_HITS)
    ]
    if more := sum(1 for _ in hits):
        found.append(
            finding_of(check, place(0), f"{more} more findings of this kind in this text are not listed.", "", None)
        )
    return found


def _in_lists(found: Texts) -> Iterator[Finding]:
    for place, texts in found.lists:
        for check in _of_kind(ListCheck):
            yield from _guarded(check, place, partial(_list_findings, check, place, texts))


def _list_findings(check: ListCheck, place: str, texts: list[str]) -> list[Finding]:
    return [
        finding_of(check, f"{place}/{index}", hit.message, _excerpt(texts[index], hit.start, hit.end), hit.severity)
        for index, hit in check.find(texts)
    ]


def _as_read(summary: Summary) -> Iterator[Finding]:
    return (seen.finding for seen in _in_reading(reading_of_summary(summary)))


def _in_reading(reading: Reading) -> Iterator[PageFinding]:
    yield from _unread_of(reading)
    opening = reading.opening
    for check in _of_kind(ReadingCheck):
        try:
            found = [_read(check, *hit) for hit in islice(check.find(opening), MOST_HITS)]
        except Exception as error:  # noqa: BLE001  # put on record
            found = [PageFinding(_broke_down(check, "", error))]
        yield from found


def _unread_of(reading: Reading) -> Iterator[PageFinding]:
    if reading.is_overlong:
        message = f"This page is so long that only its first {LONGEST_READING:,} characters were read as a reader does."
        severity = Severity.WARN if reading.is_page else Severity.BLOCK
        _, first = next(reading.items)
        yield PageFinding(_runner_finding("check_failed", first.place_of(0), message, "", severity), first.heading)


def _read(check: ReadingCheck, item: Item, hit: Hit) -> PageFinding:
    excerpt = _excerpt(item.text, hit.start, hit.end)
    return PageFinding(finding_of(check, item.place_of(hit.start), hit.message, excerpt, hit.severity), item.heading)


def _beside_paper(summary: Summary, view: PaperView) -> Iterator[Finding]:
    stated = tuple(statements(summary, view.kind_beside(summary)))
    for statement in stated:
        yield from _unread(statement, statement.place)
    if summary.drafted_by.kind is not DrafterKind.OFFLINE:  # which says that its sentences are the paper's
        for statement in stated:
            if statement.part is Part.CLAIM:
                yield from _copied_in(statement.opening.text, at_pointer(statement.place), view)
    for check in _of_kind(StatementCheck):
        yield from _in_statements(check, stated, view)
    for whole in _of_kind(SummaryCheck):
        yield from _guarded(whole, "", partial(_summary_findings, whole, summary, view))


def _unread(statement: Statement, place: str) -> Iterator[Finding]:
    if statement.is_overlong:
        message = f"This text or its quotes are so long that only {LONGEST} characters were held against the paper."
        yield _runner_finding("check_failed", place, message, statement.text)


def _in_statements(check: StatementCheck, stated: Sequence[Statement], view: PaperView) -> list[Finding]:
    try:
        return [finding for statement in stated for finding in _statement_findings(check, statement, view)]
    except Exception:  # noqa: BLE001  # put on record below, with the statement on which the check broke down
        runs = ((statement.place, partial(_statement_findings, check, statement, view)) for statement in stated)
        return [finding for place, run in runs for finding in _guarded(check, place, run)]


def _statement_findings(
    check: StatementCheck, statement: Statement, view: PaperView, place: Callable[[int], str] | None = None
) -> list[Finding]:
    at = place or at_pointer(statement.place)
    return [
        finding_of(check, at(hit.start), hit.message, _excerpt(statement.text, hit.start, hit.end), hit.severity)
        for hit in check.look_at(statement, view)
    ]


def _summary_findings(check: SummaryCheck, summary: Summary, view: PaperView) -> list[Finding]:
    return [_placed(check, hit) for hit in check.find(summary, view)]


def _placed(check: Declaration, hit: PlacedHit) -> Finding:
    return finding_of(check, hit.place, hit.message, hit.excerpt[:_LONGEST_EXCERPT], hit.severity)


def _guarded(check: Declaration, place: str, run: Callable[[], list[Finding]]) -> list[Finding]:
    try:
        return run()
    except Exception as error:  # noqa: BLE001  # whatever a check raises, silence would be a hole in the gate
        return [_broke_down(check, place, error)]


def _broke_down(check: Declaration, place: str, error: Exception) -> Finding:
    message = f"The check {check.name!r} broke down: {type(error).__name__}."
    return _runner_finding("check_failed", place, message, check.name)


def _runner_finding(name: str, place: str, message: str, excerpt: str, severity: Severity | None = None) -> Finding:
    return finding_of(registry()[name].check, place, message, excerpt[:_LONGEST_EXCERPT], severity)


def _excerpt(text: str, start: int, end: int) -> str:
    """What was found with some context, which begins and ends with whole words where it can."""
    end = min(end, start + _LONGEST_EXCERPT)
    first, last = max(0, start - _MARGIN), end + _MARGIN
    if first:
        first = text.find(" ", first - 1, start) + 1 or first
    if last < len(text):
        space = text.rfind(" ", end, last + 1)
        last = space if space >= 0 else last
    return text[first:last].strip()


def _moved(finding: Finding, prefix: str) -> Finding:
    return finding.model_copy(update={"place": prefix + finding.place}) if prefix else finding


def _of_kind(kind: type[_Kind]) -> list[_Kind]:
    return [entry.check for entry in registry().values() if isinstance(entry.check, kind)]


_CHECKS_ON: Final[Mapping[Surface, tuple[TextCheck, ...]]] = {
    surface: tuple(check for check in _of_kind(TextCheck) if surface in check.applies_to) for surface in Surface
}
_OF_PAGES: Final = (Surface.PAGE, Surface.JSON_LEAF, Surface.CODE)
"""What a page that is looked at at a glance is made of."""
_MALFORMED_ON_PAGES: Final = tuple(
    (check, check.find_on(Surface.PAGE))
    for check in _of_kind(TextCheck)
    if not check.waivable and not check.warns_on_pages and check.applies_to.intersection(_OF_PAGES)
)
"""The checks whose findings nobody can waive and that block: they look once more at what leaves the house."""
