"""The titled parts of a page: statements with their proofs and tips, or why there are none."""

from dataclasses import dataclass

from pipeline.export import wording
from pipeline.export.source_links import text_url
from pipeline.export.tips import Run, Tips
from pipeline.models import words
from pipeline.models.claim import Claim
from pipeline.models.summary import Summary


@dataclass(frozen=True)
class Proof:
    """A quote from the paper, where it stands there, and the address at which the paper can be read (or empty)."""

    quote: str
    place: str
    url: str


@dataclass(frozen=True)
class Statement:
    """A statement with its proofs, or with the reason why it has none.

    `runs` are its text cut where words have tips, and empty where no word has one: print either.
    """

    text: str
    runs: tuple[Run, ...]
    proofs: tuple[Proof, ...]
    unproved: str


@dataclass(frozen=True)
class Part:
    """A titled part of the page: statements, or why there are none."""

    name: str
    title: str
    statements: tuple[Statement, ...]
    missing: str
    as_list: bool


class Parts:
    """The parts of one page; `tips` knows which words of them were given one."""

    def __init__(self, summary: Summary) -> None:
        self._summary = summary
        self._url = text_url(summary.citation)
        self.tips = Tips(summary.glossary)

    def part(self, name: str, *, as_list: bool = True) -> Part:
        """The part that shows a field of the summary."""
        claims: tuple[Claim, ...] = getattr(self._summary, name)
        return self._part(name, words.PARTS[name], claims, f"/{name}", as_list=as_list)

    def implications(self) -> tuple[Part, ...]:
        """What the study may mean, a part for each audience."""
        found = self._summary.practical_implications
        return tuple(
            self._part(name, title, getattr(found, name), f"/practical_implications/{name}", as_list=True)
            for name, title in words.IMPLICATIONS.items()
        )

    def tail(self) -> tuple[Part, ...]:
        """What the study cannot tell, and its harms; a part that may be empty is left out where it is."""
        parts = (self.part(name) for name in ("limitations", "what_this_does_not_mean", "harms"))
        return tuple(part for part in parts if part.statements or part.missing)

    def _part(self, name: str, title: str, claims: tuple[Claim, ...], field: str, *, as_list: bool) -> Part:
        runs = self.tips.runs([claim.text for claim in claims])
        statements = tuple(self._statement(*each) for each in zip(claims, runs, strict=True))
        return Part(name, title, statements, wording.missing(self._summary, field), as_list)

    def _statement(self, claim: Claim, runs: tuple[Run, ...]) -> Statement:
        proofs = tuple(Proof(found.quote, _place(found.section, found.page), self._url) for found in claim.evidence)
        return Statement(claim.text, runs, proofs, words.MISSING[claim.unproved] if claim.unproved else "")


def _place(section: str | None, page: int | None) -> str:
    where = [section or "", f"page {page}" if page else ""]
    return ", ".join(part for part in where if part)
