"""No text is slow to check: a megabyte of what regular expressions and walkers dread takes each check a second."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pytest

from pipeline.checks.declaration import (
    Check,
    ListCheck,
    ReadingCheck,
    RunnerCheck,
    StatementCheck,
    SummaryCheck,
    TextCheck,
)
from pipeline.checks.paper_view import PaperView
from pipeline.checks.place import at_pointer
from pipeline.checks.reading import LONGEST as LONGEST_READING
from pipeline.checks.reading import Item, Passage, Reading
from pipeline.checks.registry import registry
from pipeline.checks.runner.pages import check_page
from pipeline.checks.runner.summaries import check_summary
from pipeline.checks.statement import LONGEST, Part, Statement
from pipeline.models.claim import Evidence, Match
from pipeline.models.summary import Summary
from tests.checks.summaries import LISTS, QUOTE, claim_of, evidence_for, paper_of, summary_of

MEGABYTE = 1_000_000
SECOND = 1.0
SLOWEST_MACHINE = 2.5
"""How much longer than a quiet machine a busy one takes; what is not linear takes minutes."""
MEDIA_TYPES = ("text/html", "text/markdown", "application/json", "text/plain")
UNITS = (
    *("(", "[", "{", "<", "\"'", "31415", "0.", "1 in ", "12 mg "),
    *("a", "a ", "not ", "mg ", "Pain fell. ", "\u0301", " ", "\n"),
)
PAPER = paper_of(f"We enrolled 12 people, 1 in four of them women, who took 5 mg a day and did not stop.\n\n{QUOTE}")
VIEW = PaperView(PAPER)
CHECKS = [entry.check for entry in registry().values()]


def of(unit: str) -> str:
    return (unit * (MEGABYTE // len(unit) + 1))[:MEGABYTE]


def searches(text: str) -> Iterator[tuple[str, Callable[[], Iterable[object]]]]:
    """Everything that looks at a text, by the name of its check; a summary has a part of it in each of its lists."""
    stated = [
        Statement(text, Part.FREE_TEXT, VIEW.kind),
        Statement(text, Part.CLAIM, VIEW.kind, "/key_findings/0/text", (evidence_for(QUOTE, PAPER),)),
        Statement(QUOTE, Part.CLAIM, VIEW.kind, "/harms/0/text", (Evidence(quote=text, match=Match.NOT_FOUND),)),
    ]
    part = text[: len(text) // (2 * len(LISTS) + 3) + 1]
    summary = summary_of(
        PAPER,
        {name: [claim_of(part), claim_of(part[1:], evidence_for(QUOTE, PAPER))] for name in LISTS},
        glossary=[(part, part)],
        plain_title=part,
    )
    for check in CHECKS:
        yield from ((check.name, look) for look in looks(check, text, stated, summary))


def looks(check: Check, text: str, stated: list[Statement], summary: Summary) -> list[Callable[[], Iterable[object]]]:
    match check:
        case TextCheck():
            forms = [check.find, *([check.find_on_pages] if check.find_on_pages else [])]
            hints = [check.hint] if check.hint else []
            return [*(partial(_asked, hint, text) for hint in hints), *(partial(form, text) for form in forms)]
        case ListCheck():
            return [lambda: check.find([text, "Pain fell.", text])]
        case StatementCheck():
            return [partial(check.look_at, one, VIEW) for one in stated]
        case SummaryCheck():
            return [lambda: check.find(summary, VIEW)]
        case RunnerCheck(name="copied_from_paper"):
            return [lambda: VIEW.wording.copied_in(text)]
        case _:
            return []  # readings are timed below; the runner's own are found while pages and documents are read


def _asked(hint: Callable[[str], bool], text: str) -> list[bool]:
    return [hint(f"\n{text}")]


def seconds(look: Callable[[], Iterable[object]]) -> float:
    started = time.process_time()
    for _ in look():
        pass
    return time.process_time() - started


@pytest.mark.parametrize("unit", UNITS)
def test_a_megabyte_takes_no_check_longer_than_a_second(unit: str) -> None:
    slow = {}
    for name, look in searches(of(unit)):
        # A machine that does something else at times is given a second chance.
        if (took := seconds(look)) > SECOND and (took := min(took, seconds(look))) > SECOND * SLOWEST_MACHINE:
            slow[name] = took
    assert not slow


def test_every_kind_of_check_is_timed() -> None:
    timed = {name for name, _ in searches("a")}
    assert {check.name for check in CHECKS if not isinstance(check, RunnerCheck | ReadingCheck)} < timed


@pytest.mark.parametrize(
    "unit", ["[", "{", "1", "a", "<", "<a ", '<a b="', "<!--", "&", "`", "|", "- ", "<script>", "<p>", "\\"]
)
@pytest.mark.parametrize("media_type", MEDIA_TYPES)
def test_a_megabyte_of_page_is_read_in_linear_time(media_type: str, unit: str) -> None:
    def took(size: int) -> float:
        page = (unit * (size // len(unit))).encode()
        return seconds(lambda: check_page(page, media_type, own=False))

    took(1_000)
    assert took(MEGABYTE // 4) < 12 * max(took(MEGABYTE // 20), 0.05)


@pytest.mark.parametrize("unit", ["[", "1", "a", "1 ", "1,", "[1]"])
def test_a_megabyte_of_paper_is_searched_in_linear_time(unit: str) -> None:
    paper = paper_of(unit * (MEGABYTE // 5 // len(unit)))
    summary = summary_of(paper_of("x"), {"key_findings": [claim_of("It was 5 in the group that trained.")]})
    assert seconds(lambda: check_summary(summary, paper)) < 30  # two on a quiet machine; what is not linear: hours


def test_what_is_too_long_to_be_held_against_the_paper_blocks() -> None:
    told = "We found that pain fell. " * (LONGEST // 25 + 1)
    on_page = check_page(told.encode(), "text/plain", own=False, paper=PAPER)
    in_summary = check_summary(summary_of(PAPER, {"harms": [claim_of(told)]}), PAPER)
    quote = Evidence(quote=told, match=Match.NOT_FOUND)
    in_quote = check_summary(summary_of(PAPER, {"harms": [claim_of("Pain fell.", quote)]}), PAPER)
    for findings, place in ((on_page, "line 1"), (in_summary, "/harms/0/text"), (in_quote, "/harms/0/text")):
        unread = [finding for finding in findings if finding.check == "check_failed"]
        assert [(each.severity.value, each.place) for each in unread] == [("block", place)]
        assert str(LONGEST) in unread[0].message


def test_what_is_long_but_read_whole_is_not_said_to_be_unread() -> None:
    told = "We found that pain fell. " * (LONGEST // 25 - 1)
    findings = check_page(told.encode(), "text/plain", own=False, paper=PAPER)
    assert "check_failed" not in {finding.check for finding in findings}


def test_json_escapes_do_not_hide_anything() -> None:
    page = json.dumps(["[object Object]"]).replace("o", "\\u006f").encode()
    assert [finding.check for finding in check_page(page, "application/json", own=False)] == ["object_object"]


READING_CHECKS = [check for check in CHECKS if isinstance(check, ReadingCheck)]


@pytest.mark.parametrize("unit", ["a", "a ", "A. ", "AB ", "AB(", "Evidence level: 2b\n", "stroke (", "e\u0301", "\n"])
@pytest.mark.parametrize("check", READING_CHECKS, ids=lambda check: check.name)
def test_a_megabyte_is_read_within_a_second(check: ReadingCheck, unit: str) -> None:
    item = Item(of(unit), at_pointer("/text"))
    for one in (Reading((Passage("it", (item,)),)), Reading((Passage("it", (item,)),), is_page=True)):
        look = lambda one=one: check.find(one.opening)  # noqa: E731
        assert min(seconds(look) for _ in range(2)) <= SECOND * SLOWEST_MACHINE


@pytest.mark.parametrize("unit", ["Pain fell. ", "a"])
def test_what_is_too_long_to_be_read_as_a_reader_does_is_told(unit: str) -> None:
    told = unit * (LONGEST_READING // len(unit) // 2)
    for parts, expected in ((1, []), (3, ["warn"])):
        page = "\n\n".join([told] * parts).encode()
        found = check_page(page, "text/plain", own=False)
        told_of = [each for each in found if each.check == "check_failed"]
        assert [each.severity.value for each in told_of] == expected
    summary = summary_of(PAPER, {"harms": [claim_of(told)] * 3})
    unread = [each for each in check_summary(summary, PAPER) if "as a reader does" in each.message]
    assert [each.severity.value for each in unread] == ["block"]
