"""What kind of study a paper tells about, read from its own words: a second opinion beside the facts of a draft."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.study_kind import StudyKind
from pipeline.models.paper import ArticleType, Paper, SectionKind
from pipeline.models.study import Species, StudyDesign

_ANIMALS: Final = re.compile(
    r"\b(?:mice|mouse|murine|rats?|rabbits?|pigs?|minipigs?|macaques?|monkeys?|zebrafish|drosophila"
    r"|c\. elegans|sheep|hamsters?"
    r"|guinea pigs?|xenopus|wistar|sprague[- ]dawley|c57bl\w*|frogs?|bats?|pandas?|dogs?|cats?"
    r"|insects?|larvae|embryos?|worms?"
    r"|flies|birds?|sharks?|fish|animals?)\b"
)
_PEOPLE: Final = re.compile(
    r"\b(?:patients?|participants?|volunteers?|women|men|children|adolescents|adults|subjects|respondents|caregivers|infants"
    r"|students|people|workers|informed consent)\b"
)
_CELLS: Final = re.compile(
    r"\b(?:cell lines?|in vitro|cultured cells|hela|hek ?293\w?|fibroblasts|yeast|extracted teeth|lymphocytes)\b"
)
_COMPUTED: Final = re.compile(
    r"\b(?:in silico|computational (?:model|method|framework|analysis)|simulat\w+|mathematical model\w*|algorithm)\b"
)
_MANY: Final = 4
"""How many times more often one kind is spoken of than the other, where it settles the matter."""
_FEWEST: Final = 3
_RANDOMISED: Final = re.compile(
    r"(?<!non-)(?<!non)\brandomi[sz]ed\b|\brandomly (?:assigned|allocated|divided|split)\b"
    r"|\brandomi[sz]ation\b|\brandom allocation\b"
)
_OBSERVED: Final = (
    (
        StudyDesign.CROSS_SECTIONAL,
        re.compile(r"\bcross-?\s?sectional\b|\bnational(?:ly representative)? (?:\w+ ){0,3}survey\b"),
    ),
    (StudyDesign.CASE_CONTROL, re.compile(r"\bcase[- \u2013]control (?:study|design)\b")),
    (
        StudyDesign.COHORT,
        re.compile(
            r"\bcohort (?:study|of)\b|\bretrospective(?:ly)? (?:\w+ ){0,3}(?:study|review|analysis"
            r"|analy[sz]ed|reviewed)\b"
            r"|\b(?:prospective|longitudinal) observational\b|\bobservational (?:study|cohort|data)\b|\bchart review\b"
            r"|\bmedical records (?:of|were)\b|\bmultivariate (?:analysis|logistic)\b|\blongitudinal "
            r"study\b|\blogistic regression\b"
            r"|\bodds ratios?\b|\bcox (?:proportional|regression)|\bprevalence of\b|\bnhanes\b|\bnational health\b"
        ),
    ),
    (
        StudyDesign.CASE_REPORT,
        re.compile(r"\bcase report\b|\bwe (?:report|present|describe) (?:a|the) (?:\w+ ){0,3}case\b"),
    ),
    (StudyDesign.SURVEY, re.compile(r"\b(?:online|postal|telephone|web-based) survey\b")),
)
_LONGEST: Final = 12_000
"""Characters of abstract and methods that are read; what kind of study it is stands at their beginning."""


def kind_of_paper(paper: Paper) -> StudyKind:
    """Design and species as the title, the abstract and the methods tell them; None where they do not settle it."""
    told = "\n".join(_told(paper))[:_LONGEST].lower()
    species = _species(told)
    return StudyKind(design=_design(paper, told, species), species=species)


def _told(paper: Paper) -> Iterator[str]:
    yield paper.metadata.title or ""
    for kind in (SectionKind.ABSTRACT, SectionKind.METHODS):
        yield from (p.text for s in paper.sections if s.kind is kind for p in s.paragraphs)


def _species(told: str) -> Species | None:
    animals, people = (sum(1 for _ in form.finditer(told)) for form in (_ANIMALS, _PEOPLE))
    if people >= max(_FEWEST, _MANY * animals):
        return Species.HUMAN
    if animals >= max(_FEWEST, _MANY * people):
        return Species.ANIMAL
    if animals or people > 1:
        return None
    if _CELLS.search(told):
        return Species.CELL_OR_TISSUE
    return Species.COMPUTATIONAL if _COMPUTED.search(told) else None


def _design(paper: Paper, told: str, species: Species | None) -> StudyDesign | None:
    """Only what matters for what a statement may claim: whether chance decided, or someone only watched."""
    if paper.metadata.article_type in (ArticleType.REVIEW, ArticleType.PROTOCOL):
        return None
    if species is Species.ANIMAL or species is Species.CELL_OR_TISSUE:
        return None  # what is observed there was brought about in the laboratory
    if paper.metadata.article_type is ArticleType.CASE_REPORT and " case" in told:
        return StudyDesign.CASE_REPORT
    if _RANDOMISED.search(told):
        return StudyDesign.RCT
    return next((design for design, form in _OBSERVED if form.search(told)), None)
