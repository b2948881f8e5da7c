"""Every line of a summary, in the order in which the published page shows them."""

from collections.abc import Iterator
from typing import Any, Final

from pipeline.models import words
from pipeline.models.claim import Claim, Known
from pipeline.models.study import Result, Sample
from pipeline.models.summary import Summary
from pipeline.review.statement import LineKind, ReviewStatement

STUDY: Final = "About the Study"
GLOSSARY: Final = "Words Explained"
TITLE: Final = "Title"
CATEGORIES: Final = "Categories"
WHOLE_PAGE: Final = "The Whole Page"
_LEAD: Final = ("key_messages", "simple_explanation")
_BODY: Final = ("key_findings", "research_summary")
_TAIL: Final = ("limitations", "what_this_does_not_mean", "harms")
_ON_PAGE: Final = (*words.ON_PAGE_ALWAYS, *words.ON_PAGE_IF_KNOWN)


def page_lines(summary: Summary) -> Iterator[ReviewStatement]:
    """The lines of a summary; what its data alone holds follows behind the facts that stand on the page."""
    yield ReviewStatement("/plain_title", LineKind.TITLE, TITLE, summary.plain_title, editable=True)
    for index, category in enumerate(summary.categories):
        yield ReviewStatement(f"/categories/{index}", LineKind.CATEGORY, CATEGORIES, category)
    for name in _LEAD:
        yield from _part(summary, name)
    yield from _study(summary)
    for name in _BODY:
        yield from _part(summary, name)
    for name, title in words.IMPLICATIONS.items():
        place = f"/practical_implications/{name}"
        yield from _claims(summary, place, title, getattr(summary.practical_implications, name))
    for name in _TAIL:
        yield from _part(summary, name)
    for index, entry in enumerate(summary.glossary):
        place = f"/glossary/{index}"
        yield ReviewStatement(place, LineKind.TERM, GLOSSARY, entry.plain, entry.term, editable=True)


def heading_of(place: str) -> str:
    """The heading under which the page shows what stands at a JSON pointer."""
    steps = place.strip("/").split("/")
    if steps[0] == "practical_implications" and len(steps) > 1:
        return words.IMPLICATIONS.get(steps[1], "Practical Implications")
    named = {"plain_title": TITLE, "study": STUDY, "evidence_level": STUDY, "glossary": GLOSSARY}
    others = {"categories": CATEGORIES, "citation": "Citation", "practical_implications": "Practical Implications"}
    return (words.PARTS | named | others).get(steps[0], WHOLE_PAGE)


def _part(summary: Summary, name: str) -> Iterator[ReviewStatement]:
    yield from _claims(summary, f"/{name}", words.PARTS[name], getattr(summary, name))


def _claims(summary: Summary, place: str, heading: str, claims: tuple[Claim, ...]) -> Iterator[ReviewStatement]:
    for index, claim in enumerate(claims):
        yield ReviewStatement(
            f"{place}/{index}",
            LineKind.CLAIM,
            heading,
            claim.text,
            evidence=claim.evidence,
            unproved=claim.unproved,
            editable=True,
        )
    if not claims:
        yield from _missing(summary, place, heading, "")


def _study(summary: Summary) -> Iterator[ReviewStatement]:
    for name in _ON_PAGE:
        yield from _fact(summary, name)
    told = words.evidence_level(summary.evidence_level)
    yield ReviewStatement("/evidence_level", LineKind.FACT, STUDY, told, "Evidence Level")
    for name in words.FACTS:
        if name not in _ON_PAGE:
            yield from _fact(summary, name)


def _fact(summary: Summary, name: str) -> Iterator[ReviewStatement]:
    value, place = getattr(summary.study, name), f"/study/{name}"
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield _value(name, f"{place}/{index}", item)
    elif value is not None:
        yield _value(name, place, value)
    if not value:
        yield from _missing(summary, place, STUDY, words.FACTS[name], on_page=name in words.ON_PAGE_ALWAYS)


def _value(name: str, place: str, value: Any) -> ReviewStatement:
    return ReviewStatement(
        place,
        LineKind.FACT,
        STUDY,
        _told(name, value),
        words.FACTS[name],
        evidence=value.evidence,
        editable=isinstance(value, Known) and type(value.value) is str,
        on_page=name in _ON_PAGE,
    )


def _told(name: str, value: Known[Any] | Sample | Result) -> str:
    if isinstance(value, Sample):
        return words.sample(value)
    if isinstance(value, Result):
        return words.result(value)
    told = words.fact(value.value)
    return told[:1].upper() + told[1:] if name == "design" else told


def _missing(
    summary: Summary, place: str, heading: str, label: str, *, on_page: bool = True
) -> Iterator[ReviewStatement]:
    for entry in summary.missing:
        if entry.field == place:
            yield ReviewStatement(
                place,
                LineKind.MISSING,
                heading,
                words.MISSING[entry.reason],
                label,
                searched=entry.searched,
                on_page=on_page,
            )
