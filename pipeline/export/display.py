"""Every list of the page once more as plain strings: what a front end may print as it stands."""

from pipeline.models import words
from pipeline.models.base import Frozen
from pipeline.models.claim import Claim
from pipeline.models.summary import Summary
from pipeline.text.in_words import in_words


class DisplayImplications(Frozen):
    """What the study may mean, by audience."""

    clinical_practice: tuple[str, ...]
    policy: tuple[str, ...]
    future_research: tuple[str, ...]
    people_living_with_sci: tuple[str, ...]


class Display(Frozen):
    """The lists of `summary`, item by item and in the same order, each item as the text that a reader sees."""

    key_messages: tuple[str, ...]
    simple_explanation: tuple[str, ...]
    key_findings: tuple[str, ...]
    research_summary: tuple[str, ...]
    practical_implications: DisplayImplications
    limitations: tuple[str, ...]
    what_this_does_not_mean: tuple[str, ...]
    harms: tuple[str, ...]
    participants: tuple[str, ...]
    """Of `summary.study.samples`: the number with its unit and role."""
    countries: tuple[str, ...]
    interventions: tuple[str, ...]
    results: tuple[str, ...]
    ais_grades: tuple[str, ...]
    injury_levels: tuple[str, ...]
    registration: tuple[str, ...]
    glossary: tuple[str, ...]
    """`term: what it means`."""


def display_of(summary: Summary) -> Display:
    """The display form of a summary; nothing in it is said that the summary does not say."""
    study, implications = summary.study, summary.practical_implications
    return Display(
        key_messages=_texts(summary.key_messages),
        simple_explanation=_texts(summary.simple_explanation),
        key_findings=_texts(summary.key_findings),
        research_summary=_texts(summary.research_summary),
        practical_implications=DisplayImplications(**{name: _texts(claims) for name, claims in implications}),
        limitations=_texts(summary.limitations),
        what_this_does_not_mean=_texts(summary.what_this_does_not_mean),
        harms=_texts(summary.harms),
        participants=tuple(words.sample(sample) for sample in study.samples),
        countries=tuple(known.value for known in study.countries),
        interventions=tuple(known.value for known in study.interventions),
        results=tuple(words.result(result) for result in study.results),
        ais_grades=tuple(known.value.value for known in study.ais_grades),
        injury_levels=tuple(in_words(known.value.value) for known in study.injury_levels),
        registration=tuple(known.value for known in study.registration),
        glossary=tuple(f"{entry.term}: {entry.plain}" for entry in summary.glossary),
    )


def _texts(claims: tuple[Claim, ...]) -> tuple[str, ...]:
    return tuple(claim.text for claim in claims)
