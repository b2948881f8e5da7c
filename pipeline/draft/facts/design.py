"""The design of the study: what the paper calls itself, else what was done; never what it says of other studies.

Where each candidate stands decides: the title, then what the abstract says of its own methods, then the beginning of
the methods and the end of the introduction. What was done (records reviewed, people interviewed) counts only where no
design is named. A protocol is one by its type or title; animals, cells and computers have their design by the species.
What its publisher calls an opinion is a commentary, unless it tells of methods of its own.
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.draft.facts.design_bench import at_the_bench, of_a_molecule, of_microbes, plainly_at_the_bench
from pipeline.draft.facts.design_borne_out import borne_out_design
from pipeline.draft.facts.design_cases import case
from pipeline.draft.facts.design_chance import against_placebo, allotted, crossed, of_clusters, of_crossing, randomised
from pipeline.draft.facts.design_computed import computed, of_a_decision, of_a_method, of_theory
from pipeline.draft.facts.design_deeds import CONTROL_GROUP
from pipeline.draft.facts.design_done import done, observed, seen_once
from pipeline.draft.facts.design_named import Named
from pipeline.draft.facts.design_names import HEAD, IN_PEOPLE, KEYWORDS, LOOSE_TITLES, OPENING, ORDERED, TITLES
from pipeline.draft.facts.design_parasites import of_people_with_parasites
from pipeline.draft.facts.design_proofs import by_title, first_fitting, named_in, proved, supported
from pipeline.draft.facts.design_protocols import is_protocol, planned
from pipeline.draft.facts.design_reviews import REVIEW_DESIGNS, review
from pipeline.draft.facts.design_secondary import as_one_group, asks_beyond_the_arms, what_followed, within_a_trial
from pipeline.draft.facts.design_signs import ALONE, by_signs
from pipeline.draft.facts.design_specimens import of_specimens
from pipeline.draft.facts.design_told import (
    ANOTHER_TRIAL,
    FIRST,
    NOT_ALLOCATION,
    OF_OTHERS,
    TOOK_IN,
    Told,
    tells_of_others,
)
from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import RANDOMISED, TRIALS, Species, StudyDesign

_LEAVES_COMPUTING_OPEN: Final = (Species.HUMAN, Species.MIXED)
_LEAVES_BENCH_OPEN: Final = (*_LEAVES_COMPUTING_OPEN, Species.NOT_APPLICABLE)
_BY_SPECIES: Final = {
    Species.ANIMAL: StudyDesign.ANIMAL,
    Species.CELL_OR_TISSUE: StudyDesign.IN_VITRO,
    Species.COMPUTATIONAL: StudyDesign.COMPUTATIONAL,
}


def design(reading: Reading, species: Known[Species] | None) -> Known[StudyDesign] | None:
    """The design with the sentence that says it, or None."""
    told = Told(reading)
    if is_protocol(told):
        return planned(told)
    labelled = _labelled(told)
    if without_methods := _comment(reading, told) or (None if labelled else review(told) or case(told)):
        return without_methods
    if species and species.value is Species.ANIMAL and of_people_with_parasites(told):
        species = None
    by_species = _BY_SPECIES.get(species.value) if species else None
    if species and by_species:
        if by_species is StudyDesign.ANIMAL and _IN_A_DISH(told.title):
            by_species = StudyDesign.IN_VITRO
        other = of_theory(told) if by_species is not StudyDesign.COMPUTATIONAL else None
        if other is None:
            other = of_a_molecule(told) if by_species is StudyDesign.ANIMAL else _titled_of_people(told)
        return other or Known[StudyDesign](value=by_species, evidence=species.evidence)
    found = borne_out_design(_in_people(told, species, labelled), told)
    if found and found.value in RANDOMISED and not _is_of_people(told, species, found):
        found = None  # teeth, plots and cells are randomised too; a trial is in people
    elif found is None and species and species.value is Species.HUMAN:
        found = observed(told)
    return found or _left_open(told, species)


_IN_A_DISH: Final = re.compile(r"\A(?!.*\bin vivo\b).*\bin vitro\b", re.IGNORECASE).match
"""A title that tells of work in vitro alone: the animals that the paper names gave the cells."""


def _left_open(told: Told, species: Known[Species] | None) -> Known[StudyDesign] | None:
    """What a paper is that is of people by its words, or of nobody clearly, and of which no study of people is told."""
    kind = species.value if species else None
    found = None
    if kind in (None, *_LEAVES_BENCH_OPEN):
        found = at_the_bench(told) or of_specimens(told)
    if kind is None:
        found = found or of_microbes(told)
    if kind in (None, *_LEAVES_COMPUTING_OPEN):
        found = found or computed(told, of_nobody=kind is None)
    if kind is Species.NOT_APPLICABLE:
        found = found or of_theory(told, of_nobody=True)
    is_case = told.kind is ArticleType.CASE_REPORT
    return found or (supported(StudyDesign.CASE_REPORT, told) if is_case else None)


def _is_of_people(told: Told, species: Known[Species] | None, found: Known[StudyDesign]) -> bool:
    """Whether people took part: as its species says, else as its title or the sentence on chance lets expect."""
    if species:
        return species.value is Species.HUMAN
    allocated = any(_PEOPLE.search(evidence.quote) for evidence in found.evidence)
    return allocated or _CONTROLLED_TRIAL.search(told.title) is not None


_PEOPLE: Final = re.compile(
    r"\b(?:patients|participants|volunteers|children|women|men|adults|students)\b|\byears? old\b", re.IGNORECASE
)
_CONTROLLED_TRIAL: Final = re.compile(
    r"\brandomi[sz]ed,? (?:[\w-]+,? ){0,2}(?:controlled|clinical) trial\b", re.IGNORECASE
)
_OF_PEOPLE_ALONE: Final = frozenset(
    {
        StudyDesign.CASE_REPORT,
        StudyDesign.CASE_SERIES,
        StudyDesign.CROSSOVER_RCT,
        StudyDesign.CLUSTER_RCT,
        StudyDesign.PILOT_RCT,
        StudyDesign.RCT,
        StudyDesign.QUALITATIVE,
        StudyDesign.CASE_CONTROL,
    }
)
"""Designs that cells and computers have not: words for both stand in a series of cases that were seen under a glass."""


def _titled_of_people(told: Told) -> Known[StudyDesign] | None:
    titled = _titled(told) if _TAIL.search(told.title) else None
    return titled if titled and titled.value in _OF_PEOPLE_ALONE else None


_TAIL: Final = re.compile(
    r"[:.?\u2013] (?:results of |report of )?(?:an?|two|three) [^:]*\b(?:trial|study|series|reports?|cases)\b",
    re.IGNORECASE,
)
"""The end of a title, where papers say what they are."""


def _comment(reading: Reading, told: Told) -> Known[StudyDesign] | None:
    """An editorial, a letter or an essay; one that reports a study of its own is that study."""
    if _calls_itself_an_opinion(told):
        return proved(StudyDesign.COMMENTARY, _OPINION, told.abstract) or by_title(StudyDesign.COMMENTARY, told)
    if told.kind is not ArticleType.COMMENTARY or reading.tells_of_methods:
        return None
    of_itself = [sentence for part in told.of_itself for sentence in part]
    if any(TOOK_IN.search(sentence.quote) for sentence in [*of_itself, *reading.sentences[:FIRST]]):
        return None
    first = next(quotable(reading.sentences), None)
    return known(Known[StudyDesign], StudyDesign.COMMENTARY, first) if first else None


def _calls_itself_an_opinion(told: Told) -> bool:
    """Whether title or abstract call it a letter, a commentary, an essay, and no methods or results are told."""
    if told.methods or told.has_results or any(TOOK_IN.search(s.quote) for s in told.abstract):
        return False
    return bool(_TITLED_OPINION.search(told.title)) or any(_OPINION.search(s.quote) for s in told.abstract)


_TITLED_OPINION: Final = re.compile(
    r"\bten (?:simple|quick) (?:rules|tips)\b|\A\W*(?:letter|reply|response|comment|author'?s'? reply"
    r"|rebuttal)s? (?:to|on|from|by)\b(?! (?:[\w-]+ )?"
    r"(?:treatment|therapy|stress|exercise|training|intervention|stimul\w+))|\A\W*(?:editorial|commentary|viewpoint"
    r"|letter"
    r"|correspondence|opinion)\b ?[:.\u2013-]|[:.] (?:an? )?(?:editorial|commentary|viewpoint|essay|opinion)\.?\Z",
    re.IGNORECASE,
)
_OPINION: Final = re.compile(
    r"\b(?:aims?|purpose) of this letter\b"
    r"|\b(?:(?:aims?|purpose|goal) of this (?:article|paper) (?:is|was) to (?:foster|offer|propose|stimulate)"
    r" (?:[\w-]+ ){0,3}(?:reflections?|debate|criticism|critique))\b"
    r"|\b(?:this|the present|our|in an?) (?:\w+ ){0,2}(?:editorial|commentary|viewpoint|(?<!pictorial )essay"
    r"|opinion (?:article|piece"
    r"|paper)|perspective (?:article|piece|paper))\b",
    re.IGNORECASE,
)


def _in_people(
    told: Told, species: Known[Species] | None, labelled: Known[StudyDesign] | None
) -> Known[StudyDesign] | None:
    if method := of_a_method(told) or of_a_decision(told):
        return method
    declared = within_a_trial(told) or _titled(told) or labelled or _by_head(told) or _named(told, IN_PEOPLE)
    found = declared or _by_keyword(told) or _by_heading(told) or _tried_fairly(told) or done(told)
    found = found or plainly_at_the_bench(told)
    if found is None and (species is None or species.value is Species.HUMAN):
        found = by_signs(told)
    found = found or seen_once(told)
    if found is None and asks_beyond_the_arms(told):
        found = what_followed(told)
    if found and found.value is StudyDesign.SINGLE_ARM_TRIAL:
        return _blinded(found, told) or _with_controls(found, told)
    if found and _is_only_longitudinal(found) and (by_lot := allotted(told)):
        return by_lot
    if found and (turns_out := _TURNS_OUT.get(found.value)):
        return turns_out(told) or found
    if found and found.value is StudyDesign.RCT:
        found = _named(told, _SORTS_OF_TRIALS) or of_crossing(found) or of_clusters(found)
    if found and found.value in RANDOMISED and asks_beyond_the_arms(told):
        return (
            _named(told, [each for each in IN_PEOPLE if each.design not in TRIALS])
            or as_one_group(told)
            or by_signs(told)
            or what_followed(told)
        )
    return found


def _is_only_longitudinal(found: Known[StudyDesign]) -> bool:
    """Whether a cohort was found by a word that says no more than that people were seen again."""
    quotes = " ".join(evidence.quote for evidence in found.evidence)
    only = _LONGITUDINAL.search(quotes) and not _WATCHED.search(quotes)
    return found.value is StudyDesign.COHORT and bool(only)


_LONGITUDINAL: Final = re.compile(r"\blongitudinal", re.IGNORECASE)
_WATCHED: Final = re.compile(r"\b(?:cohort|observational|registry|register|records?|retrospective)\b", re.IGNORECASE)


def _labelled(told: Told) -> Known[StudyDesign] | None:
    """What the abstract calls it under the label for it: `Study design: prospective cohort study`."""
    sentence = next((s for s in told.abstract if _LABEL.fullmatch(s.heading) or _GLUED_LABEL.match(s.quote)), None)
    if sentence is None or tells_of_others(sentence.quote):
        return None
    named = first_fitting((each for each in TITLES if each.design not in REVIEW_DESIGNS), sentence.quote)
    if named is None and _MODELLING.search(sentence.quote):
        return known(Known[StudyDesign], StudyDesign.COMPUTATIONAL, sentence)
    return known(Known[StudyDesign], named.design, sentence) if named else None


_MODELLING: Final = re.compile(
    r"\b(?:population|mathematical|economic|simulation|computer|statistical) modell?ing\b", re.IGNORECASE
)


_LABEL: Final = re.compile(r"\W*(?:(?:study|trial|research|experimental) )?design\W*", re.IGNORECASE)
_GLUED_LABEL: Final = re.compile(r"\W*(?:(?:study|trial|research) )?design(?::| ?[\u2013\u2014-] )", re.IGNORECASE)


def _tried_fairly(told: Told) -> Known[StudyDesign] | None:
    """A trial that nothing calls randomised, by how people were allotted or what they were compared with."""
    by_lot = allotted(told)
    if by_lot and by_lot.value is not StudyDesign.RCT:
        return by_lot
    return crossed(told) or by_lot or randomised(told) or against_placebo(told)


def _tested(told: Told) -> Known[StudyDesign] | None:
    """A study that its authors only call prospective, and that aims to tell how often a test is right."""
    if any(_COHORT_ITSELF.search(text) for text in (told.title, *(s.quote for s in told.abstract))):
        return None
    aimed = [s for s in told.abstract if _AIMS.search(s.quote) and _ACCURATE.search(s.quote)]
    held = proved(StudyDesign.DIAGNOSTIC_ACCURACY, _HELD_AGAINST, told.abstract)
    return proved(StudyDesign.DIAGNOSTIC_ACCURACY, _ACCURATE, aimed) if aimed and held else None


_COHORT_ITSELF: Final = re.compile(r"\bcohort\b|\bsurvival\b|\bprognos|\bpredict(?!ive values?)", re.IGNORECASE)
_AIMS: Final = re.compile(
    r"\b(?:aim\w*|objectives?|purpose|goal|sought|evaluate|assess|examine|determine)\b", re.IGNORECASE
)
_ACCURATE: Final = re.compile(r"\baccura(?:cy|te)\b|\bsensitivity\b", re.IGNORECASE)
_HELD_AGAINST: Final = re.compile(
    r"\bsensitivity\b|\b(?:gold|reference) standard\b|\bcompared (?:with|to) (?:those of|either|formal)\b",
    re.IGNORECASE,
)


def _looked_back(told: Told) -> Known[StudyDesign] | None:
    """A comparison whose controls were picked from records afterwards: nobody allotted them anything."""
    return proved(StudyDesign.COHORT, _PICKED_LATER, told.methods)


_PICKED_LATER: Final = re.compile(
    r"\bcontrols?\b[^.;]{0,120}\b(?:selected|chosen|identified|drawn|taken) retrospectively\b"
    r"|\bretrospectively (?:selected|chosen|identified|drawn)\b[^.;]{0,80}\bcontrols?\b",
    re.IGNORECASE,
)


def _tried_on_cases(told: Told) -> Known[StudyDesign] | None:
    """A trial that calls its two groups cases and controls: `interventional case-control study`."""
    into = [s for s in (*told.abstract, *told.methods) if _INTO_TRIED.search(s.quote)]
    by_lot = proved(StudyDesign.RCT, _BY_LOT, into)
    return by_lot or proved(StudyDesign.NON_RANDOMISED_TRIAL, _INTO_TRIED, into)


_TURNS_OUT: Final = {
    StudyDesign.COHORT: _tested,
    StudyDesign.NON_RANDOMISED_TRIAL: _looked_back,
    StudyDesign.CASE_CONTROL: _tried_on_cases,
}
"""What a study may turn out to be that is called so."""
_BY_LOT: Final = re.compile(r"\brandomly\b|\brandomi[sz]ed\b|\bat random\b", re.IGNORECASE)
_INTO_TRIED: Final = re.compile(
    r"\b(?:assigned|allocated|allotted|divided|randomi[sz]ed)\b[^.;]{0,60}"
    r"\b(?:experiment\w*|intervention|treatment|treated|test|training)\b[^.;]{0,40}\bcontrols?\b",
    re.IGNORECASE,
)


def _blinded(found: Known[StudyDesign], told: Told) -> Known[StudyDesign] | None:
    """A trial that the abstract calls double-blind, where what named one group was a phase, or an earlier trial."""
    if any(_FIRM.search(text) for text in (told.title, *(evidence.quote for evidence in found.evidence))):
        return None
    blinded = [s for s in told.abstract if _BLINDED.search(s.quote)]
    return named_in(blinded, _BY_CHANCE) or (against_placebo(told) if blinded else None)


_BLINDED: Final = re.compile(r"\b(?:double|triple)-?\s?blind(?:ed)?\b|\bplacebo-controlled\b", re.IGNORECASE)


def _with_controls(found: Known[StudyDesign], told: Told) -> Known[StudyDesign]:
    """A study before and after something, as found, unless a control group was measured twice as well."""
    control = next((s for s in told.abstract if CONTROL_GROUP.search(_NO_CONTROLS.sub("", s.quote))), None)
    if control is None or _SINGLE(found.evidence[0].quote):
        return found
    return found.model_copy(
        update={"value": StudyDesign.NON_RANDOMISED_TRIAL, "evidence": (*found.evidence, control.evidence)}
    )


_NO_CONTROLS: Final = re.compile(ALONE, re.IGNORECASE)


_SORTS_OF_TRIALS: Final = [
    named for named in IN_PEOPLE if named.design in (StudyDesign.CROSSOVER_RCT, StudyDesign.CLUSTER_RCT)
]
"""What a trial that its title only calls randomised may turn out to be."""
_SINGLE: Final = re.compile(r"\b(?:single|one)[- ](?:arm|group)\b|\bphase\b", re.IGNORECASE).search


def _by_head(told: Told) -> Known[StudyDesign] | None:
    """What a sentence calls this study, before it tells of others: `this observational study of two trials`."""
    for sentence in (*told.abstract, *told.methods):
        for head in (*HEAD.finditer(sentence.quote), *_opened(sentence)):
            named = first_fitting(_BY_HEAD, head["head"])
            foreign = NOT_ALLOCATION.search(sentence.quote) or ANOTHER_TRIAL.search(sentence.quote)
            if named and not foreign and not _is_in_passing(named, sentence, told):
                return known(Known[StudyDesign], named.design, sentence)
    return None


def _is_in_passing(named: Named, sentence: Sentence, told: Told) -> bool:
    """A survey that the methods of a trial tell was one of its measures: `a survey of satisfaction was conducted`."""
    in_abstract = sentence.kind is SectionKind.ABSTRACT
    return named.design is StudyDesign.SURVEY and not in_abstract and _named(told, _BY_CHANCE) is not None


def _opened(sentence: Sentence) -> list[re.Match[str]]:
    """How a sentence of the methods begins: `A cross-sectional study based on data of two trials`."""
    opening = OPENING.match(sentence.quote) if sentence.role is Role.METHODS else None
    return [opening] if opening else []


_BY_HEAD: Final = [named for named in IN_PEOPLE if not named.fits("phase 2 trial")]
"""Whether a `phase 2 trial` had one arm, only the rest of its sentence tells."""


def _by_keyword(told: Told) -> Known[StudyDesign] | None:
    """The design that is a keyword in full, as authors list it, where a sentence bears it out.

    Trials among the keywords of a review are what it went through.
    """
    if any(_REVIEW_KEYWORD.search(keyword) for keyword in told.keywords):
        return None
    for keyword in told.keywords:
        named = next((each for each in KEYWORDS if each.forms[0].fullmatch(keyword.strip())), None)
        if named and (found := supported(named.design, told)):
            return found
    return None


_REVIEW_KEYWORD: Final = re.compile(
    r"\b(?:systematic|scoping|literature) reviews?\b|\bmeta-analys[ei]s\b", re.IGNORECASE
)


def _by_heading(told: Told) -> Known[StudyDesign] | None:
    """A randomised trial by the part of its methods that tells how people were allocated."""
    return proved(StudyDesign.RCT, _INTO_GROUPS, (s for s in told.under(_RANDOMISATION) if not ORDERED.search(s.quote)))


_RANDOMISATION: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:randomi[sz]ation|(?:random )?allocation|allocation concealment|assignment)\b", re.IGNORECASE
)
_INTO_GROUPS: Final = re.compile(
    r"\brandom\w*\b[^.;]{0,120}\b(?:groups?|arms?|intervention|treatment|control|placebo)\b"
    r"|\b(?:groups?|arms?|patients|participants|subjects|women|children)\b[^.;]{0,80}\brandom\w*",
    re.IGNORECASE,
)


def _titled(told: Told) -> Known[StudyDesign] | None:
    titled = first_fitting((named for named in TITLES if named.design not in REVIEW_DESIGNS), told.title)
    if titled is None:
        return None
    if titled.design is not StudyDesign.COMPUTATIONAL and OF_OTHERS.search(_COMPLIANT.sub("", told.title)):
        return None
    if titled.design in _LEAVES_CHANCE_OPEN and (by_chance := _by_chance(told)):
        return by_chance
    if titled.design is StudyDesign.COHORT and not _FIRM.search(told.title) and (said := _seen_at_one_time(told)):
        return said
    return by_title(titled.design, told, firm=titled not in LOOSE_TITLES)


def _seen_at_one_time(told: Told) -> Known[StudyDesign] | None:
    """What the abstract calls a study that its title only calls observational, where that is no cohort."""
    said = _by_head(told)
    return said if said and said.value in (StudyDesign.CROSS_SECTIONAL, StudyDesign.CASE_CONTROL) else None


def _by_chance(told: Told) -> Known[StudyDesign] | None:
    """A trial that its title calls a prospective or an open-label study; what is titled more firmly stays so."""
    return None if _FIRM.search(told.title) else _named(told, _BY_CHANCE) or allotted(told)


_FIRM: Final = re.compile(
    r"\bcohort\b|\bnon-?\s?randomi|\bquasi|\b(?:single|one)[- ](?:arm|group)\b|\bextension\b|\broll-?over\b",
    re.IGNORECASE,
)


_LEAVES_CHANCE_OPEN: Final = (
    StudyDesign.COHORT,
    StudyDesign.NON_RANDOMISED_TRIAL,
    StudyDesign.SINGLE_ARM_TRIAL,
)
_BY_CHANCE: Final = [named for named in IN_PEOPLE if named.design in RANDOMISED]
_COMPLIANT: Final = re.compile(r"\b(?:prisma|consort|strobe|care)[- ](?:compliant|guided)\b", re.IGNORECASE)
"""`A STROBE compliant cross-sectional study` keeps the rules of a statement and is none."""


def _named(told: Told, table: Sequence[Named]) -> Known[StudyDesign] | None:
    for sentences in told.of_itself:
        if found := named_in(sentences, table):
            return found
    return None
