"""A summary as a reviewer goes through it: its lines in the page's order, each finding at the line that it is about."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.models.finding import Finding
from pipeline.models.summary import Summary
from pipeline.review.lines import heading_of, page_lines
from pipeline.review.standing import Standing
from pipeline.review.statement import LineKind, NotedFinding, ReviewStatement


def review_statements(summary: Summary, standing: Standing) -> tuple[ReviewStatement, ...]:
    """Every line of the page with what was found there.

    A finding stands once, at the narrowest line that covers its place; one that no line covers (a whole part, the
    whole page) has a line of its own, behind the lines of its part, or at the end.
    """
    lines = list(page_lines(summary))
    covering = {line.place: line for line in lines}
    told: dict[str, list[NotedFinding]] = {}
    for finding in standing.findings:
        place = _covered_by(finding, covering)
        told.setdefault(place, []).append(NotedFinding(finding, standing.is_waived(finding)))
    noted = [replace(line, findings=tuple(told.pop(line.place, ()))) for line in lines]
    for place, findings in told.items():
        line = ReviewStatement(place, LineKind.FINDINGS, heading_of(place), "", findings=tuple(findings))
        noted.insert(_behind_its_part(place, noted), line)
    return tuple(noted)


def _covered_by(finding: Finding, covering: dict[str, ReviewStatement]) -> str:
    place = finding.place
    while place:
        if place in covering:
            return place
        place = place.rpartition("/")[0]
    return finding.place


def _behind_its_part(place: str, lines: Sequence[ReviewStatement]) -> int:
    heading = heading_of(place)
    inside = [number for number, line in enumerate(lines) if place and line.heading == heading]
    return inside[-1] + 1 if inside else len(lines)
