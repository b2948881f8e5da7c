"""Studies that are all computing: equations, simulated populations, methods shown on data that others took.

Said only where nothing else is found: words for models stand in half of all papers. Much of what the abstract tells
must be of computing, and nobody may have been recruited, caught or cultured for it.
"""

import re
from typing import Final

from pipeline.draft.facts.design_told import TOOK_IN, Told, of_this_study
from pipeline.draft.facts.evidence import known
from pipeline.draft.facts.subjects import AT_THE_BENCH, WORDS
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.study import Species, StudyDesign

_THEORY: Final = re.compile(
    r"\b(?:branching process(?:es)?|individual-based|agent-based|cellular automat\w+|game[- ]theor\w+|mean[- ]field"
    r"|markov chains?|monte carlo|(?:infinite|finite|simulated|virtual|synthetic) (?:population|networks?|agents?|data"
    r"|tracks?|trees?)|population genetics? (?:theory|model)|sensitivity analys[ei]s of (?:the|a|an) (?:[\w-]+ )?model"
    r"|we (?:\w+ )?(?:derive|prove|formali[sz]e|extend the (?:[\w-]+ ){0,2}(?:model|approach|theory)|fit the model)"
    r"|(?:transmission|dynamic\w*|stochastic|epidemic|compartmental|mechanistic|biophysical|kinetic|network|bayesian"
    r"|hidden (?:semi-)?markov|state[- ]space|geostatistical|generative|phylogenetic|simulation) models?"
    r"|models? (?:parameters?|outcomes?|outputs?|design)|modell?ing (?:parameters?|choices?|frameworks?"
    r"|approach(?:es)?)"
    r"|sensitivity analys[ei]s|parameter (?:values?|space|estimation)|approximate bayesian|(?:stage|age"
    r"|spatially)[- ]structured"
    r"|susceptible[- ](?:exposed[- ])?infect\w+|equilibri(?:um|a)|equations for"
    r"|bifurcation|steady states?|fitness landscapes?|molecular clocks?"
    r"|phylo(?:genetic|geographic|dynamic) (?:analys[ei]s|reconstructions?|inference)"
    r"|np-hard|scaling laws?|heuristics?|source code|software"
    r"|packages?|databases?|web interface|freely available|download"
    r"|finite[- ]element|s?arima|autoregressive|forecast\w*|dynamic bayesian networks?|benchmark\w*|classifiers?"
    r"|large language models?|convolutional|transformers?)\b",
    re.IGNORECASE,
)
_HEADS_A_MODEL: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?!(?:the )?(?:animal|mouse|rat|disease|injury|in vivo)\b)(?:(?:the "
    r"|our )?(?:[\w-]+ ){0,3}(?:model|simulations?|theory|algorithm|network|process"
    r"|framework"
    r"|inference|derivation|equations|software|implementation|individual-based runs))\b",
    re.IGNORECASE,
)
_IN_THE_FLESH: Final = re.compile(
    r"\b(?:were|was) (?:\w+ )?(?:recruited|enrolled|caught|trapped|housed|anaesthetised|anesthetized|killed"
    r"|euthani[sz]ed"
    r"|interviewed|invited|observed in the field)\b|\b(?:informed|written) consent\b|\bwe (?:caught|trapped|collected"
    r"|sampled|scanned|recorded|trained \d+ (?:mice|rats|monkeys|people|participants))\b",
    re.IGNORECASE,
)
_OFTEN, _SELDOM = 2, 3
"""Sentences of the abstract that tell of computing; without such headings in the methods, one more."""


def computed(told: Told, *, of_nobody: bool = False) -> Known[StudyDesign] | None:
    """A study by computing alone, with the first sentence that says so; `of_nobody` where no being is named clearly."""
    modelled = _is_headed_by_models(told) or _is_of_computing_by(told.title) or _has_such_keywords(told)
    modelled = modelled or any(_BUILT.search(s.quote) for s in told.abstract)
    modelled = modelled or (of_nobody and any(_is_of_computing(s) for s in told.methods))
    said = [s for s in told.abstract if _is_of_computing(s) or (modelled and _MODEL.search(s.quote))]
    if modelled and _methods_are(said, told) and not _has_beings(told):
        return known(Known[StudyDesign], StudyDesign.COMPUTATIONAL, said[0])
    least, share = (1, 8) if modelled and of_nobody else (_OFTEN, 4) if modelled else (_SELDOM, 3)
    if len(said) < least or share * len(said) < len(told.abstract) or _has_beings(told):
        return None
    first = next(iter(of_this_study(said)), said[0])
    return known(Known[StudyDesign], StudyDesign.COMPUTATIONAL, first)


_BUILT: Final = re.compile(
    r"\b(?:used?|using|developed?|built|constructed|created)\b[^.;]{0,60}\b(?:(?:forward "
    r"|inverse )?dynamics simulations?"
    r"|(?:computer|computational|musculoskeletal|finite[- ]element) (?:[\w-]+ )?models?)\b",
    re.IGNORECASE,
)
"""The authors made a model, or calculated with one."""


def of_a_method(told: Told) -> Known[StudyDesign] | None:
    """A method of statistics that the abstract proposes, and then tries on simulated data or on somebody's trial."""
    proposed = next((s for s in told.abstract if _PROPOSES.search(s.quote)), None)
    tried = any(_TRIES.search(s.quote) for s in told.abstract)
    nobody = not any(form.search(s.quote) for s in told.abstract for form in (TOOK_IN, _IN_THE_FLESH))
    return known(Known[StudyDesign], StudyDesign.COMPUTATIONAL, proposed) if proposed and tried and nobody else None


def of_a_decision(told: Told) -> Known[StudyDesign] | None:
    """A model of what care would cost or bring: its cohorts are made up, and those of others gave it numbers."""
    nobody = not any(form.search(s.quote) for s in told.abstract for form in (TOOK_IN, _IN_THE_FLESH, _ALLOTTED))
    built = next((s for s in told.abstract if _DECISION_MODEL.search(s.quote)), None)
    return known(Known[StudyDesign], StudyDesign.COMPUTATIONAL, built) if built and nobody else None


_ALLOTTED: Final = re.compile(
    r"\brandomly (?:assigned|allocated|divided)\b|\b(?:was|were) (?:\w+ )?randomi[sz]ed\b", re.IGNORECASE
)


def models_a_decision(design: Known[StudyDesign] | None) -> bool:
    """Whether a design was found so: nobody took part, however many the model counts."""
    return design is not None and any(_DECISION_MODEL.search(evidence.quote) for evidence in design.evidence)


_DECISION: Final = (
    r"(?:[\w-]+ ){0,4}(?:markov|decision(?:[- ]analy\w+| tree)?|microsimulation|state[- ]transition|health[- ]economic"
    r"|discrete[- ]event) (?:[\w-]+ ){0,3}(?:model|simulation)\b"
)
_MADE: Final = r"(?:built|developed|constructed|created|designed|used|programmed|made)\b"
_DECISION_MODEL: Final = re.compile(
    rf"\b(?:an?|the|this|our) {_DECISION}[^.;]{{0,60}}\b(?:was|were|has been) (?:\w+ )?{_MADE}"
    rf"|\bwe (?:\w+ )?{_MADE} an? {_DECISION}",
    re.IGNORECASE,
)
_PROPOSES: Final = re.compile(
    r"\b(?:we|this (?:paper|article)|goal of this paper is to) (?:\w+ )?(?:propose|present|develop|introduce"
    r"|modify|extend"
    r"|describe|derive)\w* (?:an?|the|several|two|three|new|novel)?[^.;]{0,40}\b(?:methods?|estimators?|procedures?"
    r"|algorithms?|formulas?|approach(?:es)?|test statistics?|frameworks?)\b",
    re.IGNORECASE,
)
_TRIES: Final = re.compile(
    r"\bsimulation stud(?:y|ies)\b|\bsimulations (?:show|indicate|suggest)\b|\b(?:by|in) simulations?\b"
    r"|\b(?:illustrate|apply|exemplify|demonstrate) (?:this|the|our|these|its) (?:[\w-]+ )?(?:methods?|approach(?:es)?"
    r"|procedures?|algorithms?|use)\b|\bas an illustration\b",
    re.IGNORECASE,
)


def of_theory(told: Told, *, of_nobody: bool = False) -> Known[StudyDesign] | None:
    """A model of animals with no animal in it: title and methods are of theory."""
    of_animals = WORDS[Species.ANIMAL].sure.search(told.title.lower())
    declared = _THEORY_BY_TITLE.search(told.title) or _has_such_keywords(told)
    return computed(told, of_nobody=of_nobody) if declared or (_is_headed_by_models(told) and not of_animals) else None


_THEORY_BY_TITLE: Final = re.compile(
    r"\b(?:finite[- ]element|theory|theoretical|cellular automat\w+|agent-based|neural networks?|machine learning"
    r"|deep learning"
    r"|mathematical|computational|simulat\w+|in silico|(?<!3d )modell?ing|an? (?:[\w-]+ )?database|web"
    r" (?:server|tool|resource)|(?:python|R|software) (?:package|library|toolbox)|software|toolbox|algorithms?)\b",
    re.IGNORECASE,
)


_MODEL: Final = re.compile(
    r"(?<!mouse )(?<!rat )(?<!animal )(?<!regression )(?<!mixed )(?<!effects )(?<!linear )(?<!logistic )(?<!cox )"
    r"(?<!hazards )\b(?:models?|theory)\b(?! (?:organisms?|animals?|systems?))",
    re.IGNORECASE,
)


def _has_such_keywords(told: Told) -> bool:
    return any(_THEORY_BY_TITLE.search(keyword) for keyword in told.keywords)


def _methods_are(said: list[Sentence], told: Told) -> bool:
    """Whether an abstract with labels tells of computing in all of its methods."""
    methods = [s for s in told.abstract if s.role is Role.METHODS and re.match(r"\W*method", s.heading, re.IGNORECASE)]
    return bool(methods) and all(s in said for s in methods)


def _is_of_computing(sentence: Sentence) -> bool:
    return _is_of_computing_by(sentence.quote)


def _is_of_computing_by(text: str) -> bool:
    return bool(_THEORY.search(text) or WORDS[Species.COMPUTATIONAL].sure.search(text.lower()))


def _is_headed_by_models(told: Told) -> bool:
    return any(_HEADS_A_MODEL.match(s.heading) for s in told.methods)


def _has_beings(told: Told) -> bool:
    """Whether anybody or anything alive was taken in for the study."""
    told_of = [s.quote for s in [*told.abstract, *told.methods]]
    return any(form.search(text) for text in told_of for form in (TOOK_IN, _IN_THE_FLESH, AT_THE_BENCH))
