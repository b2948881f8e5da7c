"""Whom or what the study looked at: people, animals, cells or tissue, or a computer.

Words for each stand in nearly every paper: a trial in people tells of animal models, a study of cells of patients who
may be helped. So they are weighed: by where they stand (the title says most, the background least), by how often, by
whether something was done to those who are named, and by the rules of ethics that were kept. The heaviest wins if it is
clearly heavier than the next; else the whole paper is asked of whom it talks all the time; else nothing is said.
"""

from collections.abc import Sequence

from pipeline.draft.facts.kinds.case import Case
from pipeline.draft.facts.kinds.counting import outvoted, told_all_along
from pipeline.draft.facts.kinds.left_open import (
    of_cases,
    of_one_person,
    of_the_clinic,
    of_the_field,
    of_the_imaged,
    of_the_list,
    of_the_only_ones,
)
from pipeline.draft.facts.kinds.out_of_doors import out_of_doors
from pipeline.draft.facts.kinds.settling import heaviest_of
from pipeline.draft.facts.kinds.weighing import weighed_kinds
from pipeline.draft.facts.nobody import about_another_paper, about_things, of_nobody, of_software
from pipeline.draft.facts.subjects import WORDS
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.study import Species


def species(reading: Reading) -> Known[Species] | None:
    """The kind that the paper's words weigh most for, with the sentence that says it best; None where none is clear."""
    if about := about_another_paper(reading) or about_things(reading):
        return about
    cases = [Case(kind, words, reading) for kind, words in WORDS.items()]
    model = next(case for case in cases if case.kind is Species.COMPUTATIONAL)
    if software := of_software(reading, model.quotes if model.is_named else []):
        return software
    weighed = weighed_kinds(reading, cases)
    if case := of_one_person(reading, weighed[0][1]) or of_cases(reading, cases):
        return case
    return out_of_doors(of_the_imaged(_weighed(weighed, cases, reading), reading), reading)


def _weighed(weighed: Sequence[tuple[float, Case]], cases: Sequence[Case], reading: Reading) -> Known[Species] | None:
    """What weighs most, if the whole paper does not speak against it; else what the whole paper speaks for."""
    found = heaviest_of(weighed, cases, reading) or of_the_field(weighed, reading) or of_the_clinic(cases, reading)
    if found:
        return outvoted(found, cases, reading)
    last = told_all_along(cases, reading) or of_the_only_ones(cases, reading) or of_the_list(cases, reading)
    return last or of_nobody(weighed[0][0], reading)
