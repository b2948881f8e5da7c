"""Studies at the bench with parts of people: cells, organoids and tissue whose donors were patients.

Such a paper speaks of patients as often as of cells, so its kind is left open, or it is taken for one of people. It is
of the laboratory where abstract and headings of methods tell of what is done to cells, and nobody was looked at whole.
"""

import re
from typing import Final

from pipeline.draft.facts.design_told import Told, of_this_study
from pipeline.draft.facts.evidence import known
from pipeline.draft.facts.subjects import TAKERS_PART
from pipeline.models.claim import Known
from pipeline.models.study import StudyDesign

_OF_CELLS: Final = re.compile(
    r"\b(?:organoids?|cell lines?|cultured|CRISPR|knock-?(?:down|out)s?|transfect\w*|single-(?:cell|nucleus)"
    r"|xenografts?"
    r"|fibroblasts|stem cells|progenitors|iPSCs?|explants?|wild-type|mutants?|overexpress\w*|phosphorylat\w*"
    r"|immunoprecipitat\w*|RNA-?seq|proteom\w+|transcriptom\w+|cryo-EM|crystal structure|in vitro|ex vivo"
    r"|pathway|kinase"
    r"|receptors?|signal+ing)\b",
    re.IGNORECASE,
)
_HEADS_A_BENCH: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:[\w-]+ ){0,4}(?:cell culture|cultures?|cell lines?|organoids?|immunoblot\w*|western blot\w*"
    r"|immuno\w+|plasmids?|antibodies|flow cytometry|sequencing|RNA extraction|q?PCR|microscopy|purification|cloning"
    r"|transfection|mass spectrometry|cell isolation|libraries)\b",
    re.IGNORECASE,
)
_ANIMALS_TREATED: Final = re.compile(
    r"\b(?:mice|rats|zebrafish|rabbits|pigs|monkeys|macaques|flies|animals|dogs|sheep)\b[^.;]{0,60}\b(?:fed|injected"
    r"|treated|infected|received|given|implanted|with|lacking|were)\b",
    re.IGNORECASE,
)
_HEADS_ANIMALS: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:mice|rats|animals?|mouse (?:lines|strains|models?)|animal (?:experiments|studies|care"
    r"|models?)"
    r"|in vivo)\b",
    re.IGNORECASE,
)
_OFTEN: Final = 2


_PARTS_ALONE: Final = re.compile(
    r"\b(?:organoids?|cell lines?|cultured|CRISPR|knock-?(?:down|out)s?|transfect\w*|single-(?:cell|nucleus)"
    r"|xenografts?"
    r"|fibroblasts|stem cells|iPSCs?|explants?|in vitro|ex vivo|purified|neurons derived|cells derived)\b",
    re.IGNORECASE,
)
_MANY: Final = 3


def plainly_at_the_bench(told: Told) -> Known[StudyDesign] | None:
    """The same, where several sentences tell of cells taken out of people: no comparison of donors outdoes that."""
    parts = [s for s in of_this_study(told.abstract) if _PARTS_ALONE.search(s.quote)]
    often = len(parts) >= _MANY or (len(parts) >= _OFTEN and _PARTS_ALONE.search(told.title))
    return at_the_bench(told) if often else None


def at_the_bench(told: Told) -> Known[StudyDesign] | None:
    """A study of animals or of cells and tissue, where whole people are not what was studied."""
    own = of_this_study(told.abstract)
    cells = [s for s in own if _OF_CELLS.search(s.quote)]
    headed = any(_HEADS_A_BENCH.match(s.heading) for s in told.methods)
    if animals := _on_animals(told):
        return animals
    return known(Known[StudyDesign], StudyDesign.IN_VITRO, cells[0]) if headed and len(cells) >= _OFTEN else None


def of_a_molecule(told: Told) -> Known[StudyDesign] | None:
    """The structure of a molecule, which is an animal's own by its name alone: nobody was fed or treated."""
    shown = next((s for s in of_this_study(told.abstract) if _STRUCTURE.search(s.quote)), None)
    beasts = any(_ANIMALS_TREATED.search(s.quote) or _HEADS_ANIMALS.match(s.heading) for s in told.everything)
    return known(Known[StudyDesign], StudyDesign.IN_VITRO, shown) if shown and not beasts else None


_STRUCTURE: Final = re.compile(
    r"\b(?:cryo-?EM|cryo-electron microscopy|crystal|X-ray|NMR) structures?\b", re.IGNORECASE
)


def of_microbes(told: Told) -> Known[StudyDesign] | None:
    """A study of what lives in dishes, where nobody else is named: title and abstract tell of microbes or molecules."""
    said = [s for s in of_this_study(told.abstract) if _MICROBES.search(s.quote)]
    if (
        len(said) < _OFTEN
        or not _MICROBES.search(told.title)
        or any(TAKERS_PART.search(s.quote) for s in told.abstract)
    ):
        return None
    return known(Known[StudyDesign], StudyDesign.IN_VITRO, said[0])


_MICROBES: Final = re.compile(
    r"\b(?:(?:bacterio)?phages?|bacteri(?:a|um|al)|strains?|isolates?|serovars?|plasmids?|yeasts?|archaea\w*|virions?"
    r"|virus(?:es)?|biofilms?|proteins?|enzymes?|ribosom\w+|crystal structures?|cryo-EM|plaques?|Salmonella"
    r"|Escherichia"
    r"|Bacillus|Saccharomyces|Pseudomonas|Staphylococcus|Mycobacterium|Streptococcus|Vibrio)\b",
    re.IGNORECASE,
)


def _on_animals(told: Told) -> Known[StudyDesign] | None:
    headed = any(_HEADS_ANIMALS.match(s.heading) for s in told.methods)
    often = sum(bool(_NAMED_BEAST.search(s.quote)) for s in told.abstract) >= _OFTEN
    if not (_NAMED_BEAST.search(told.title) or (headed and often)):
        return None
    told_of = _ANIMALS_TREATED if headed else _NAMED_BEAST
    sentence = next((s for s in told.abstract if told_of.search(s.quote)), None)
    sentence = sentence or next((s for s in told.abstract if _NAMED_BEAST.search(s.quote)), None)
    return known(Known[StudyDesign], StudyDesign.ANIMAL, sentence) if sentence else None


_NAMED_BEAST: Final = re.compile(
    r"\b(?:mice|mouse|rats?|zebrafish|monkeys?|macaques?|minipigs?|pigs?|rabbits?|voles?|ferrets?|flies)\b",
    re.IGNORECASE,
)
