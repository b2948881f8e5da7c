"""The glossary of a page: jargon in plain words, and the abbreviations that the paper itself spells out."""

from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.draft.facts.abbreviations import glossary as spelled_out
from pipeline.models.paper import Paper
from pipeline.models.summary import GlossaryEntry
from pipeline.text.caseless import caseless
from pipeline.text.medical_terms import Term, form_of, is_abbreviation, shipped
from pipeline.text.species_words import ANIMAL, PERSON

_MOST: Final = 20
"""Entries of one page; a longer list is read by nobody."""
_SURE: Final = frozenset(
    str.split(
        "MRI fMRI EEG EMG BMI CNS CSF RCT TBI ANOVA CI SD IQR QALY QoL HRQoL ADL GCS SF-36 EQ-5D PHQ-9 VO2max VO2peak"
    )
)
"""What papers seldom spell out, and never mean otherwise."""


_READ_AS_NOTHING: Final = frozenset({"NA", "N/A", "NIL", "NONE", "NULL", "TBA", "TBD"})
"""Abbreviations that stand on a page as if a value were missing: norethindrone acetate is not told as `NA`."""


def explained(paper: Paper, texts: Sequence[str], *, of_people: bool = True) -> tuple[GlossaryEntry, ...]:
    """What occurs in `texts` and can be explained: the shipped meaning, else the paper's own long form.

    In a study that is not `of_people`, everyday words with a meaning among people have another: trials of seals.
    """
    spelled = {entry.term: entry.plain for entry in spelled_out(paper, texts) if entry.term not in _READ_AS_NOTHING}
    small = caseless(paper.text)
    plain = {
        form: term.plain
        for term, form in shipped().within(texts).items()
        if (of_people or _fits_all(term)) and _is_meant(term, form, spelled, paper.text, small)
    }
    own = {short: long for short, long in spelled.items() if short not in plain}
    return tuple(GlossaryEntry(term=term, plain=meaning) for term, meaning in list((plain | own).items())[:_MOST])


def _is_meant(term: Term, form: str, spelled: Mapping[str, str], text: str, small: str) -> bool:
    """Whether a paper means this term by a form: `AD` is Alzheimer's disease in many, `MS` mass spectrometry.

    `small` is the `caseless` form of the paper's `text`.
    """
    if not is_abbreviation(form):
        return True
    short = form.removesuffix("s")
    if own := spelled.get(short):
        return _names(term, own, caseless(own))
    return short in _SURE or _names(term, text, small)


def _names(term: Term, text: str, small: str) -> bool:
    return any(next(form_of(name).spans_in(text, small), None) for name in term.names)


def _fits_all(term: Term) -> bool:
    return not term.everyday or ANIMAL.search(term.plain) is not None or PERSON.search(term.plain) is None
