"""What a journal declares: organisms strike kinds out, fields decide what words leave open."""

import pytest

from pipeline.draft.facts.declared import declared, lists_whole_animals, nobody_declared, undeclared, usual_kind
from pipeline.models.paper import Metadata
from pipeline.models.study import Species

HUMAN, ANIMAL = Species.HUMAN, Species.ANIMAL


@pytest.mark.parametrize(
    ("organisms", "named", "left_out"),
    [
        (("Human",), {HUMAN}, {ANIMAL}),
        (("Mouse", "E. coli"), {ANIMAL}, {HUMAN}),
        (("Human", "D. melanogaster"), {HUMAN, ANIMAL}, set()),
        (("S. cerevisiae",), set(), {HUMAN, ANIMAL}),
        (("Human", "Other"), {HUMAN}, set()),
        (("None",), set(), {HUMAN, ANIMAL}),
        (("Homo (Human)", "In Vitro"), {HUMAN}, {ANIMAL}),
        (("Vertebrates", "Mammals"), {ANIMAL}, {HUMAN}),
        ((), set(), set()),
    ],
)
def test_beings_that_are_not_among_the_organisms_are_left_out(
    organisms: tuple[str, ...], named: set[Species], left_out: set[Species]
):
    metadata = Metadata(organisms=organisms)
    assert declared(metadata) == named
    assert undeclared(metadata) == left_out


@pytest.mark.parametrize(
    ("organisms", "whole"),
    [
        (("Zebrafish",), True),
        (("C. elegans", "D. melanogaster"), True),
        (("Mouse",), False),
        (("Zebrafish", "Human"), False),
        ((), False),
    ],
)
def test_mice_may_be_cells_and_worms_are_whole(organisms: tuple[str, ...], whole: bool):
    assert lists_whole_animals(Metadata(organisms=organisms)) is whole


def test_none_among_the_organisms_is_nobody():
    assert nobody_declared(Metadata(organisms=("None",)))
    assert not nobody_declared(Metadata(organisms=("None", "Human")))
    assert not nobody_declared(Metadata())


@pytest.mark.parametrize(
    ("journal", "subjects", "usual"),
    [
        ("Journal of Clinical Walking", (), HUMAN),
        ("Acta Veterinaria", ("Veterinary Science",), ANIMAL),
        ("Standing", ("Biochemistry", "Plant Biology"), Species.CELL_OR_TISSUE),
        ("Annals of Computational Standing", (), Species.COMPUTATIONAL),
        ("Standing", ("Public Health", "Bioinformatics"), None),
        ("Standing", ("Neuroscience", "Model organisms", "Mouse models"), ANIMAL),
        ("Standing", ("Neuroscience", "Age groups", "Children"), HUMAN),
        ("Standing", ("Research Article",), None),
        (None, (), None),
    ],
)
def test_the_field_tells_the_usual_kind(journal: str | None, subjects: tuple[str, ...], usual: Species | None):
    assert usual_kind(Metadata(journal=journal, subjects=subjects)) is usual
