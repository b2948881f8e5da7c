"""The glossary of a page: jargon in plain words, and the abbreviations that the paper itself spells out."""

from collections.abc import Sequence
from typing import Final

from pipeline.draft.facts.abbreviations import glossary as spelled_out
from pipeline.models.paper import Paper
from pipeline.models.summary import GlossaryEntry
from pipeline.text.medical_terms import Term, shipped
from pipeline.text.species_words import ANIMAL, PERSON

_MOST: Final = 20
"""Entries of one page; a longer list is read by nobody."""


def explained(paper: Paper, texts: Sequence[str], *, of_people: bool = True) -> tuple[GlossaryEntry, ...]:
    """What occurs in `texts` and can be explained: the shipped meaning, else the paper's own long form.

    In a study that is not `of_people`, everyday words with a meaning among people have another: trials of seals.
    """
    fitting = ((term, form) for term, form in shipped().within(texts).items() if of_people or _fits_all(term))
    plain = {form: term.plain for term, form in fitting}
    own = {entry.term: entry.plain for entry in spelled_out(paper, texts) if entry.term not in plain}
    return tuple(GlossaryEntry(term=term, plain=meaning) for term, meaning in list((plain | own).items())[:_MOST])


def _fits_all(term: Term) -> bool:
    return not term.everyday or ANIMAL.search(term.plain) is not None or PERSON.search(term.plain) is None
