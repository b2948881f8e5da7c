"""What changed from one summary to another, statement by statement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from pipeline.models.summary import Summary
from pipeline.review.lines import page_lines
from pipeline.review.statement import ReviewStatement


@dataclass(frozen=True)
class Change:
    """A statement that came, went, or reads or is proved otherwise; at least one of both is there."""

    before: ReviewStatement | None
    after: ReviewStatement | None

    @property
    def place(self) -> str:
        """Where it stands now, or stood before it went."""
        line = self.after or self.before
        return line.place if line else ""

    @property
    def heading(self) -> str:
        """The part of the page in which it stands, or stood."""
        line = self.after or self.before
        return line.heading if line else ""


def difference(before: Summary, after: Summary) -> tuple[Change, ...]:
    """Every change, in the order of the page.

    Within a part, statements that stayed the same are matched first, so that one that was put in or taken out does not
    make all that follow it look changed.
    """
    old, new = _parts(before), _parts(after)
    return tuple(
        change for part in dict.fromkeys((*new, *old)) for change in _of_part(old.get(part, []), new.get(part, []))
    )


def _parts(summary: Summary) -> dict[tuple[str, str], list[ReviewStatement]]:
    parts: dict[tuple[str, str], list[ReviewStatement]] = {}
    for line in page_lines(summary):
        parts.setdefault((line.heading, line.label if line.place.startswith("/study/") else ""), []).append(line)
    return parts


def _of_part(old: Sequence[ReviewStatement], new: Sequence[ReviewStatement]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [_said(line) for line in old], [_said(line) for line in new], autojunk=False)
    for kind, first, last, begins, ends in matcher.get_opcodes():
        if kind != "equal":
            for was, now in zip_longest(old[first:last], new[begins:ends]):
                yield Change(was, now)


def _said(line: ReviewStatement) -> tuple[object, ...]:
    return line.label, line.text, tuple(found.quote for found in line.evidence), line.unproved
