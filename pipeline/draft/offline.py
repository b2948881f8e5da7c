"""The offline drafter: a summary made of the paper's own sentences, each its own evidence. No model, no guess.

What no rule finds is typed as missing. The page says that it was extracted (`DraftedBy.kind` is `offline`).
"""

from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.draft.assemble import Parts, assemble, distinct, no_title
from pipeline.draft.facts.ais_grades import ais_grades
from pipeline.draft.facts.categories import categories
from pipeline.draft.facts.certainty import certainty
from pipeline.draft.facts.countries import countries
from pipeline.draft.facts.declarations import conflicts, funding
from pipeline.draft.facts.design import design
from pipeline.draft.facts.duration import duration
from pipeline.draft.facts.follow_up import follow_up
from pipeline.draft.facts.injury_levels import injury_levels
from pipeline.draft.facts.interventions import interventions
from pipeline.draft.facts.primary_outcome import primary_outcome
from pipeline.draft.facts.registration import registration
from pipeline.draft.facts.results import results
from pipeline.draft.facts.samples import samples
from pipeline.draft.facts.species import species
from pipeline.draft.facts.time_since_injury import time_since_injury
from pipeline.draft.glossary.explained import explained
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.harms import harms
from pipeline.draft.statements.implications import implications
from pipeline.draft.statements.key_findings import key_findings
from pipeline.draft.statements.key_messages import key_messages
from pipeline.draft.statements.limitations import limitations
from pipeline.draft.statements.naming_the_animal import naming_the_animal
from pipeline.draft.statements.research_summary import research_summary
from pipeline.draft.statements.simple_explanation import simple_explanation
from pipeline.draft.statements.telling import claims
from pipeline.draft.statements.telling_the_main_result import telling_the_main_result
from pipeline.draft.statements.trials_in_people import without_trials_in_people
from pipeline.errors import DraftError
from pipeline.models.missing import MissingReason
from pipeline.models.paper import Paper, SectionKind
from pipeline.models.study import Species, StudyDesign, StudyFacts
from pipeline.models.summary import DraftedBy, DrafterKind, Summary


def draft_offline(paper: Paper, *, allowed_categories: Sequence[str] = ()) -> Summary:
    """A summary by extraction. `allowed_categories` are the site's own; empty keeps the built-in list.

    Raises DraftError `no_title`, or `too_little_text` where the paper holds no sentence to draft from.
    """
    reading = Reading(paper)
    if not reading.title:
        raise no_title()
    parts = _parts(reading, allowed_categories)
    if not parts.key_messages:
        raise _too_little_text()
    return assemble(
        paper, DraftedBy(kind=DrafterKind.OFFLINE), parts, searched=_Searched(paper).for_field, reason=_reason
    )


def _parts(reading: Reading, allowed_categories: Sequence[str]) -> Parts:
    study = _study(reading)
    if study.design and study.design.value is StudyDesign.PROTOCOL and not reading.is_plan:
        reading = Reading(reading.paper, is_plan=True)
    sentences = {"key_messages": _key_messages(reading, study)}
    sentences |= {name: choose(reading) for name, choose in _CHOICES.items()}
    sentences["harms"] = _harms(reading, study)
    if study.species and study.species.value in _IN_NOBODY:
        sentences |= {name: without_trials_in_people(sentences[name]) for name in _WITH_BACKGROUND}
    chosen = {name: claims(reading, each) for name, each in sentences.items()}
    said = implications(reading)
    texts = [claim.text for part in (*chosen.values(), *dict(said).values()) for claim in part]
    return Parts(
        plain_title=reading.title,
        study=study,
        implications=said,
        glossary=explained(reading.paper, texts, of_people=not _is_without_people(study)),
        categories=_categories(reading, allowed_categories),
        **chosen,
    )


def _key_messages(reading: Reading, study: StudyFacts) -> list[Sentence]:
    messages = telling_the_main_result(reading, key_messages(reading), study)
    is_of_animals = study.species is not None and study.species.value is Species.ANIMAL
    return naming_the_animal(reading, messages) if is_of_animals else messages


def _harms(reading: Reading, study: StudyFacts) -> list[Sentence]:
    if study.species and study.species.value in _WITHOUT_HARMS:
        return []
    return harms(reading, study.design.value if study.design else None)


def _is_without_people(study: StudyFacts) -> bool:
    return study.species is not None and study.species.value not in (Species.HUMAN, Species.MIXED)


_WITHOUT_HARMS: Final = frozenset({Species.CELL_OR_TISSUE, Species.COMPUTATIONAL})
"""Dishes and computers come to no harm; such words mean something else there."""
_IN_NOBODY: Final = _WITHOUT_HARMS | {Species.ANIMAL}
"""What people went through is another study's here; of an opinion it may be the very subject."""
_WITH_BACKGROUND: Final = ("key_messages", "simple_explanation", "research_summary")
_CHOICES: Final = {
    "simple_explanation": simple_explanation,
    "key_findings": key_findings,
    "research_summary": research_summary,
    "limitations": limitations,
}


def study_facts(paper: Paper) -> StudyFacts:
    """The facts alone, as the rules read them off the paper."""
    return _study(Reading(paper))


def _study(reading: Reading) -> StudyFacts:
    kind = species(reading)
    named = design(reading, kind)
    return StudyFacts(
        design=named,
        species=kind,
        samples=samples(reading, named, kind),
        duration=duration(reading, named, kind),
        follow_up=follow_up(reading),
        countries=countries(reading, named, kind),
        interventions=interventions(reading, named),
        primary_outcome=primary_outcome(reading),
        results=results(reading, named),
        certainty=certainty(reading, named),
        ais_grades=ais_grades(reading),
        injury_levels=injury_levels(reading),
        time_since_injury=time_since_injury(reading),
        registration=registration(reading),
        funding=funding(reading),
        conflicts=conflicts(reading),
    )


def _categories(reading: Reading, allowed: Sequence[str]) -> tuple[str, ...]:
    abstract = " ".join(sentence.quote for sentence in reading.within(SectionKind.ABSTRACT))
    return categories(reading.title, reading.paper.metadata.keywords, abstract, allowed)


def _too_little_text() -> DraftError:
    return DraftError(
        "the paper holds no sentence to draft from",
        remedy="Supply a version with its abstract or full text; a scanned PDF needs text recognition (OCR) first.",
        kind="too_little_text",
    )


_RELIABLE: Final = frozenset({"/study/registration", "/study/ais_grades"})
"""Fields with a form so fixed that a rule which finds nothing may say that there is nothing."""


def _reason(name: str) -> MissingReason:
    return MissingReason.NOT_IN_SOURCE if name in _RELIABLE else MissingReason.EXTRACTION_FAILED


_STUDY: Final = (SectionKind.ABSTRACT, SectionKind.METHODS, SectionKind.RESULTS)
_CONCLUSIONS: Final = (SectionKind.ABSTRACT, SectionKind.CONCLUSION, SectionKind.DISCUSSION)
_PLACES: Final = {
    "/study/design": (SectionKind.ABSTRACT, SectionKind.METHODS, SectionKind.INTRODUCTION),
    "/study/species": (SectionKind.ABSTRACT, SectionKind.METHODS, SectionKind.ETHICS, SectionKind.OTHER),
    "/study/registration": (
        SectionKind.ABSTRACT,
        SectionKind.REGISTRATION,
        SectionKind.METHODS,
        SectionKind.ETHICS,
        SectionKind.FUNDING,
        SectionKind.OTHER,
    ),
    "/study/funding": (SectionKind.FUNDING, SectionKind.OTHER, SectionKind.METHODS, SectionKind.ABSTRACT),
    "/study/conflicts": (SectionKind.CONFLICTS, SectionKind.OTHER, SectionKind.METHODS, SectionKind.ABSTRACT),
    "/simple_explanation": (SectionKind.LAY_SUMMARY, SectionKind.ABSTRACT, SectionKind.INTRODUCTION),
    "/key_findings": (SectionKind.ABSTRACT, SectionKind.RESULTS),
    "/research_summary": (*_STUDY, SectionKind.CONCLUSION),
    "/limitations": (SectionKind.LIMITATIONS, SectionKind.DISCUSSION, SectionKind.CONCLUSION, SectionKind.OTHER),
    "/harms": (SectionKind.ABSTRACT, SectionKind.RESULTS, SectionKind.DISCUSSION),
}


class _Searched:
    """The headings of the sections in which the rules of a field look."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper

    def for_field(self, name: str) -> tuple[str, ...]:
        kinds = _PLACES.get(name, _CONCLUSIONS if name.startswith("/practical") else _STUDY)
        return self._headings(kinds)

    def _headings(self, kinds: Iterable[SectionKind]) -> tuple[str, ...]:
        within = frozenset(kinds)
        return distinct(section.heading for section in self._paper.sections if section.kind in within)
