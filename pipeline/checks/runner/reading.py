"""Runs the checks that read all of a page together, as a reader does."""

from collections.abc import Iterator
from itertools import islice

from pipeline.checks.declaration import MOST_HITS, Hit, ReadingCheck
from pipeline.checks.finding_of import finding_of
from pipeline.checks.pages.page_finding import PageFinding
from pipeline.checks.reading import LONGEST as LONGEST_READING
from pipeline.checks.reading import Item, Reading
from pipeline.checks.readings import reading_of_summary
from pipeline.checks.runner.guarded import broke_down, excerpt_of, of_kind, runner_finding
from pipeline.models.finding import Finding, Severity
from pipeline.models.summary import Summary


def as_read(summary: Summary) -> Iterator[Finding]:
    """What is found in all statements of a summary, read one after the other."""
    return (seen.finding for seen in in_reading(reading_of_summary(summary)))


def in_reading(reading: Reading) -> Iterator[PageFinding]:
    """What is found in a text that is read as a whole, with the headings above it."""
    yield from _unread_of(reading)
    opening = reading.opening
    for check in of_kind(ReadingCheck):
        try:
            found = [_read(check, *hit) for hit in islice(check.find(opening), MOST_HITS)]
        except Exception as error:  # noqa: BLE001  # put on record
            found = [PageFinding(broke_down(check, "", error))]
        yield from found


def _unread_of(reading: Reading) -> Iterator[PageFinding]:
    if reading.is_overlong:
        message = f"This page is so long that only its first {LONGEST_READING:,} characters were read as a reader does."
        severity = Severity.WARN if reading.is_page else Severity.BLOCK
        _, first = next(reading.items)
        yield PageFinding(runner_finding("check_failed", first.place_of(0), message, "", severity), first.heading)


def _read(check: ReadingCheck, item: Item, hit: Hit) -> PageFinding:
    excerpt = excerpt_of(item.text, hit.start, hit.end)
    return PageFinding(finding_of(check, item.place_of(hit.start), hit.message, excerpt, hit.severity), item.heading)
