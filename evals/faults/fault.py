"""What a planted fault is, and how it gets into a summary."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from evals.faults.good import Good
from pipeline.models.claim import Claim
from pipeline.models.missing import Missing, MissingReason
from pipeline.models.summary import Summary, claims, empty_field_names


@dataclass(frozen=True)
class Planted:
    """A spoiled summary and the JSON pointer below which the fault stands."""

    summary: Summary
    place: str
    was: str
    is_now: str


Plant = Callable[[Good, Random], Planted | None]
"""Spoils a good summary; None where it holds nothing that can be spoiled in this way."""


@dataclass(frozen=True)
class Kind:
    """A kind of fault: its family, the checks that are there for it (any of them will do), and how it is planted."""

    name: str
    family: str
    checks: tuple[str, ...]
    plant: Plant
    copies: int = 1
    """How many are planted into each summary, with different seeds."""


def in_a_claim(change: Callable[[str, Claim, Random], str | None], *, proved: bool = True) -> Plant:
    """A planter that changes the text of a claim; those with evidence only, if `proved`."""

    def plant(good: Good, rng: Random) -> Planted | None:
        places = [(place, claim) for place, claim in claims(good.summary) if claim.evidence or not proved]
        rng.shuffle(places)
        for place, claim in places:
            if "/what_this_does_not_mean" in place or "/limitations" in place:
                continue
            text = change(claim.text, claim, rng)
            if text is not None and text != claim.text:
                return Planted(with_text(good.summary, place, text), place, claim.text, text)
        return None

    return plant


def with_text(summary: Summary, place: str, text: str) -> Summary:
    """The summary with another text for the claim at `place`."""
    return with_claim(summary, place, lambda claim: claim.model_copy(update={"text": text}))


def with_claim(summary: Summary, place: str, change: Callable[[Claim], Claim]) -> Summary:
    """The summary with the claim at `place` changed."""
    *path, index = place.strip("/").split("/")
    if path[0] == "practical_implications":
        part = summary.practical_implications
        items = _changed(getattr(part, path[1]), int(index), change)
        return with_fields(summary, practical_implications=part.model_copy(update={path[1]: items}))
    return with_fields(summary, **{path[0]: _changed(getattr(summary, path[0]), int(index), change)})


def _changed(items: tuple[Claim, ...], index: int, change: Callable[[Claim], Claim]) -> tuple[Claim, ...]:
    return (*items[:index], change(items[index]), *items[index + 1 :])


def with_fields(summary: Summary, **fields: Any) -> Summary:
    """The summary with other values; what is missing is told anew, so that the summary stays valid."""
    values = {**dict(summary), **fields}
    reasons = {entry.field: entry for entry in summary.missing}
    values["missing"] = tuple(
        reasons.get(name) or Missing(field=name, reason=MissingReason.NOT_IN_SOURCE)
        for name in empty_field_names(values)
    )
    return Summary(**values)


def picked_claims(good: Good) -> Iterator[tuple[str, Claim]]:
    """The claims that state what was done or found."""
    for place, claim in claims(good.summary):
        if claim.evidence and not place.startswith(("/what_this_does_not_mean", "/limitations")):
            yield place, claim
