"""Trials that do not call themselves randomised: people were allotted by lot or by lists, or given a placebo.

Chance has many names. One sentence must tell of chance and of who got what; chance that picks a sample, an order, a
place on a chip or a half of the data allots nobody. Whole schools or wards make a trial of clusters, words for trying
out make a pilot, and who met everything in turn was crossed over.
"""

import re
from typing import Final

from pipeline.draft.facts.design_names import ORDERED
from pipeline.draft.facts.design_told import NOT_ALLOCATION, Told, of_this_study
from pipeline.draft.facts.evidence import known
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.study import StudyDesign

_ALLOTTED: Final = (
    r"(?:allot\w*|allocat\w*|assign\w*|divided?|split|decided?|determined?|dispensed|randomi[sz]\w*|entered|placed"
    r"|receiv\w*|given|get|got|offered|formed|groups?|arms?)"
)
_NUMBER: Final = r"(?:two|three|four|six|eight|ten|twelve|[2-9]|1[0-2])"
_CHANCE: Final = re.compile(
    r"\b(?:dr[ae]w(?:n|ing)?|cast(?:ing)?|by) (?:the |a |of )?(?:lots?|lottery|straws)\b(?! of\b)"
    r"|\b(?:drew|draw|drawing|drawn|pick\w+|pull\w+) (?:(?:an?|the|one) )?(?:folded |colou?red "
    r"|numbered )?(?:slips?|cards?"
    r"|tickets?|balls?|chits?)\b|\blots (?:were|was) (?:drawn|cast)\b|\bby (?:the (?:toss|flip) of )?a coin\b"
    r"|\b(?:toss"
    r"|flip)\w* (?:of )?a coin\b|\bcoin[- ](?:toss|flip)\w*"
    r"|\b(?:sealed|opaque|(?:sequentially|consecutively) numbered)[\w ,-]{0,40}\benvelopes?\b"
    r"|\benvelopes?\b[^.;]{0,60}\b(?:sealed|opaque|opened|drawn|dr[ae]w|allocation|concealed)\b"
    rf"|\b{_ALLOTTED}\b[^.;]{{0,80}}\b(?:by chance|at random|by computer|by an? (?:web|computer|central|telephone"
    r"|interactive|random)[\w-]*(?: [\w-]+){0,3} (?:service|system|programme?|server|generator|software|list))\b"
    r"|\b(?:by chance|at random)\b[^.;]{0,60}\b(?:allot|allocat|assign|divid|receiv)\w*"
    rf"|\b{_ALLOTTED}\b[^.;]{{0,80}}\b(?:random[- ](?:numbers?|lists?)|computer[- ](?:generated|made|produced|derived)"
    r"|randomi[sz]ation (?:list|sequence|schedule|code|table))\b"
    r"|\b(?:random[- ]numbers?|computer[- ](?:generated|made|produced|derived)"
    rf"|randomi[sz]ation (?:list|sequence|schedule|code|table))\b[^.;]{{0,80}}\b{_ALLOTTED}\b"
    r"|\b(?:allotted|allocated|assigned|randomi[sz]ed)\b[^.;]{0,160}(?:\bcentrally\b|\b[1-4] ?: ?[1-4]\b"
    r"|\bcomputer code\b)"
    r"|\bby minimi[sz]ation\b|\bminimi[sz]ation (?:on|for|by|with|was|algorithm|procedure|programme?)\b"
    rf"|\b(?:permuted |random |fixed |variable )?blocks? (?:size )?of {_NUMBER}\b(?! [a-z]+s\b)(?![- ](?:trials|min))"
    r"|\b(?:allocation|(?<!class )assignment)s? (?:was|were) (?:\w+ )?(?:concealed|masked|hidden|generated"
    r"|kept from)\b|\bconcealed (?:random )?allocation\b"
    r"|\ballocation (?:sequence|list|schedule|code|concealment)\b"
    r"|\b(?:had|have|has) been (?:\w+ )?randomi[sz]ed (?:\d|to\b|into\b|in\b|between\b)"
    r"|\b(?:patients|participants|people|adults|children|women|men|infants|subjects|volunteers|students|residents"
    r"|couples|pupils|clients|nurses)\b[^.;]{0,60}\b(?:randomly (?:assigned|allocated|allotted|divided)|(?:were|was)"
    r" (?:then |equally )?randomi[sz]ed)\b"
    r"|\brandomi[sz](?:ed|ing) (?:[\w,]+ ){0,5}(?:patients|participants|people|adults|children|women|men|infants"
    r"|subjects|volunteers|students|residents|households|villages|schools)\b",
    re.IGNORECASE,
)
_RANDOM: Final = re.compile(
    r"\brandomi[sz](?:ed|ation|ing)\b|\brandomly (?:assign|alloc|allot|divid|receiv|given|got|put|split|grouped"
    r"|separated"
    r"|categori|entered)|\b(?:assigned|allocated|allotted|divided|split|put)\b[^.;]{0,40}\b(?:randomly"
    r"|at random)\b|\brandom (?:permuted|digits?|numbers?|lists?|allocation"
    r"|assignment|sequences?|tables?|blocks?|groups?)\b",
    re.IGNORECASE,
)
"""The bare word, which is proof in a study of people where nothing else is said to be random."""
_RANDOM_OTHERWISE: Final = re.compile(
    r"\brandom(?:ly|i[sz]ed)? (?:and \w+ )?(?:sampl\w*|select\w*|chosen|choose|drawn|picked|present\w*|order\w*"
    r"|vari\w+"
    r"|interleav\w+|generated?|distribut\w*|plac\w+|shuffl\w+|permut(?:ed|ing|ations?) (?:labels|data)|time\w*"
    r"|interval\w*"
    r"|starting|effects?|forests?|noise|dots?|inter\w+|trials\b|studies|controlled trials|clinical trials"
    r"|evidence|cross-?over)"
    r"|\b(?:trials?|stimuli|items|words|blocks|conditions|tasks?|targets?|cues?|images|pictures|tones|sounds"
    r"|phases?(?! [\dIV])|positions?|locations?|orientations?|directions?|delays?|durations?|contrasts?|gratings?"
    r"|frames?|onsets?"
    r"|slips|visits"
    r"|orders?|sides?|eyes?|hands?)\b[^.;]{0,40}\b(?:random|at random)"
    r"|\bsearch(?:es|ed)?\b|\b(?:would|should|could|might)\b[^.;]{0,60}\brandomi"
    r"|\brandomi[sz]ed (?:[\w-]+ ){0,3}(?:trial|study)\b[^.;]{0,60}\b(?:would|should|could|might)\b"
    r"|\b(?:refus\w+|declin\w+|unable|impossible|could not|cannot|without|before|prior to|instead of|later"
    r"|subsequently"
    r"|then to be|eligible for|willing|consent\w*|against) (?:[\w-]+ ){0,3}(?:be(?:ing)? )?randomi[sz]"
    r"|\b(?:took part|participat\w+|enrol+ed|included|data|patients|participants|samples?|cohort|arms?|women|men"
    r"|people"
    r"|recruited|log data) (?:[\w-]+ ){0,4}(?:in|of|from|to) (?:an?|the|two|three|one of) (?:[\w-]+,? ){0,6}"
    r"randomi[sz]ed\b",
    re.IGNORECASE,
)
"""What else is random in a study, who was not yet or never randomised, and trials that lent their people."""
_NOBODY_ALLOTTED: Final = re.compile(
    r"\bsplit (?:was|were|by|at|into (?:training|development|derivation))\b|\b(?:training|development"
    r"|derivation) (?:and|or)\b"
    r"|\A\W*(?:[\w-]+ ){0,3}(?:slides|specimens|samples|images|records|charts|plots|plates|sections|recordings|videos"
    r"|sequences|questions|data|cells|cultures|animals|mice|rats|plants|trees|fish|birds|flies)\b"
    r"|\brandom(?:ly)?[- ](?:sampl|select|chosen|drawn|picked|effect|forest|intercept|slope|walk|seed|error|digit dial"
    r"|plot|point|quadrat)\w*"
    r"|\b(?:orders?|sequences? of (?!alloc)|sequence in which|turns?|baselines?|latin square|matched|matching|register"
    r"|placebo response|test set|training set|cross-?validation|subsamples?|images|photographs|slides|arrays)\b"
    r"|\b(?:refus\w+|declin\w+|unwilling) (?:[\w-]+ ){0,3}randomi[sz]"
    r"|\bnot (?:\w+ )?(?:randomi[sz]ed|allocated|by chance)\b|\bnon-?\s?randomi[sz]ed\b|\bmendelian\b|\bquasi",
    re.IGNORECASE,
)
"""Chance that picks a sample, an order or a part of the data."""
_PLACEBO: Final = re.compile(
    r"\bplacebo[- ](?:controlled|subtracted|corrected)\b|\b(?:or|and|versus|vs\.?|than|over|with|to|against"
    r"|on) (?:an? "
    r"|the |matching |identical |inert |[\w-]+-matched )*placebo\b"
    r"|\bplacebo (?:groups?|arms?|recipients|capsules?|tablets?|pills?|gel|cream|spray|drops|injections?|infusions?"
    r"|tap(?:e|ing)|devices?|patch(?:es)?|powder)\b",
    re.IGNORECASE,
)
_COMPARED_FAIRLY: Final = re.compile(
    r"\bnon-?\s?inferior(?:ity)?\b[^.;]{0,80}\b(?:margin|study|trial|analysis|design)\b"
    r"|\bmargin (?:for|of) non-?\s?inferiority\b|\bfactorial trial\b"
    r"|\b(?:intention|intent)[- ]to[- ]treat\b|\b(?:double|triple)-?\s?dummy\b|\b(?:double|triple)-?\s?blind(?:ed)?\b"
    r"|\bparallel[- ]group\b|\bparallel,? (?:two|three|four)[- ]arm\w*\b",
    re.IGNORECASE,
)
"""Words of those who allot by chance; with two arms they are proof."""
_ARMS: Final = re.compile(
    r"\b(?:arms?|groups?|versus|vs?\.?|both (?:treatments|strategies)|compared with|or saline|or sham|or vehicle"
    r"|or no)"
    r"(?=\W)",
    re.IGNORECASE,
)
_CROSSED: Final = re.compile(
    r"\bon (?:separate|different) (?:days|occasions|visits)\b|\bsequence (?:was |were )?(?:assigned|set|fixed|drawn"
    r"|concealed)\b|\bwilliams design\b|\b(?:two|three"
    r"|four)-(?:period|sequence)\b|\beach of (?:the )?(?:two|three|four) (?:periods|study days"
    r"|test days)\b"
    r"|\border (?:being |was |is )?(?:then )?randomi[sz]ed\b|\bon (?:one|the first) (?:night|day|occasion|visit"
    r"|stay|session"
    r"|evening)\b[^.;]{0,120}\bon the (?:other|second)\b|\bonce (?:with|after|in|on|under"
    r"|while)\b[^.;]{0,100}\bonce (?:with|after|in|on|under|while|without)\b"
    r"|\bhalf of (?:them|the \w+) (?:began|started|were given) (?:with|first)\b|\border (?:was |were "
    r"|that was )?(?:assigned|set|given|fixed|determined|decided|balanced|drawn|chosen|counter-?balanced)\b"
    r"|\b(?:random(?:i[sz]ed)?|counter-?balanced|balanced) (?:order|sequence)\b|\blatin[- ]square\b"
    r"|\b(?<!no )(?<!without )(?<!without a )(?<!without any )"
    r"wash-?\s?out (?:periods?|phases?|intervals?|of (?:at least )?\w+ (?:days|weeks|months))\b"
    r"|\border of (?:the )?(?:\w+ )?(?:treatments?|doses?|snacks?|meals?|diets?|drinks?|supplements?|conditions)\b",
    re.IGNORECASE,
)
_GIVEN_TO_ALL: Final = re.compile(
    r"\b(?:placebo|sham|drugs?|doses?|mg|treatments?|diets?|meals?|snacks?|breakfasts?|drinks?|beverages?"
    r"|supplement\w*"
    r"|ate|eaten|drank|treated|received|pumps?|oxygen|infusions?|injections?|cannula|capsules?|tablets?|cooling"
    r"|warm-?up|massage"
    r"|wearing|braces?|vests?"
    r"|masks?|caffeine|creatine|ketones?"
    r"|took (?:one|two|\d+)|an(?:a)?esthetics?"
    r"|orthos[ei]s|insoles?|shoes|devices?|tap(?:e|ing)|exercise (?:bouts?|sessions?)"
    r"|(?:brain|nerve|magnetic|electrical|direct current) stimulation)\b",
    re.IGNORECASE,
)
_OF_CLUSTERS: Final = re.compile(
    r"\b(?:schools|villages|classes|classrooms|(?:general |family )?practices|clinics|hospitals|wards|communities"
    r"|districts|households|nursing homes|care homes|clusters|pharmacies|neighbou?rhoods|health (?:centres|centers"
    r"|posts|facilities)|units|kindergartens|nurseries|workplaces|prisons|barangays|parishes)\b(?:[^.;]{0,60}\b(?:were"
    rf"|was)\b)?[^.;]{{0,40}}\b{_ALLOTTED}\b|\b(?:adjust\w+|account\w*|allow\w*|correct\w+) for (?:the )?"
    r"cluster(?:s|ing|ed)?\b|\bunits? of (?:clustering|randomi[sz]ation|allocation) (?:was|were) the (?!patient"
    r"|participant|individual)",
    re.IGNORECASE,
)
_PARTED_CLUSTERS: Final = re.compile(
    r"\A\W*(?:[\w,-]+ ){0,6}(?:villages|schools|classes|practices|clinics|hospitals|wards|communities|districts"
    r"|households|homes|clusters|pharmacies|neighbou?rhoods|facilities|units|workplaces"
    r"|prisons)(?: [\w-]+){0,4} (?:were"
    r"|was) (?:paired|stratified|matched|allot|alloc|assign|random|divided|drawn)",
    re.IGNORECASE,
)
_TRIED_OUT: Final = re.compile(
    r"\bpilot\b|\bfeasibility\b|\b(?:is|was|be) it feasible\b|\bpreliminary (?:\w+ )?(?:study|trial|efficacy"
    r"|evidence)\b|\bbefore a (?:[\w-]+ ){0,2}(?:larger|full|definitive"
    r"|main)[\w -]{0,20}\b(?:trial"
    r"|study)\b|\b(?:larger|full|full-scale|definitive|main) (?:trial|study) (?:is|was|would be|seems) (?:possible"
    r"|feasible|warranted|justified)\b",
    re.IGNORECASE,
)


def allotted(told: Told) -> Known[StudyDesign] | None:
    """The trial that chance makes, where the paper says in other words that people were allotted by chance."""
    sentence = next((s for s in of_this_study([*told.abstract, *told.methods]) if _allots(s)), None)
    return known(Known[StudyDesign], _sort_of_trial(told), sentence) if sentence else None


def randomised(told: Told) -> Known[StudyDesign] | None:
    """The trial that the bare word for chance makes, said of this study and of nothing else in it."""
    own = [s for s in of_this_study([*told.abstract, *told.methods]) if s.role is not Role.CONCLUSION]
    sentence = next((s for s in own if _RANDOM.search(s.quote) and not _is_random_otherwise(s)), None)
    return known(Known[StudyDesign], _sort_of_trial(told), sentence) if sentence else None


def _is_random_otherwise(sentence: Sentence) -> bool:
    against = (_RANDOM_OTHERWISE, _NOBODY_ALLOTTED, ORDERED, NOT_ALLOCATION)
    return any(form.search(sentence.quote) for form in against)


def _allots(sentence: Sentence) -> bool:
    against = (_NOBODY_ALLOTTED, ORDERED, NOT_ALLOCATION)
    return bool(_CHANCE.search(sentence.quote)) and not any(form.search(sentence.quote) for form in against)


def _sort_of_trial(told: Told) -> StudyDesign:
    own = [s.quote for s in [*told.abstract, *told.methods]]
    if any(_parts_clusters(quote) for quote in own):
        return StudyDesign.CLUSTER_RCT
    if any(_TRIED_OUT.search(text) for text in (told.title, *(s.quote for s in told.abstract))):
        return StudyDesign.PILOT_RCT
    return StudyDesign.RCT


def _parts_clusters(quote: str) -> bool:
    """Whether schools or villages were parted, and not the people whom it tells of before or among them."""
    parted = _OF_CLUSTERS.search(quote)
    told_of_people = parted and "cluster" not in parted.group().lower() and _SOMEBODY.search(quote[: parted.end()])
    return bool(_PARTED_CLUSTERS.search(quote) or (parted and not told_of_people))


def of_crossing(found: Known[StudyDesign]) -> Known[StudyDesign] | None:
    """The trial as a crossover, where its own proof says that it was one: `a double-blind, crossover design`."""
    if any(_IS_CROSSED.search(evidence.quote) for evidence in found.evidence):
        return found.model_copy(update={"value": StudyDesign.CROSSOVER_RCT})
    return None


_IS_CROSSED: Final = re.compile(r"\bcross-?\s?over (?:design|study|trial|fashion|manner)\b", re.IGNORECASE)


def of_clusters(found: Known[StudyDesign]) -> Known[StudyDesign]:
    """A trial as found, unless its proof says that schools or villages were randomised, and nobody in them."""
    for evidence in found.evidence:
        parted = _CLUSTERS_RANDOMISED.search(evidence.quote)
        if parted and not _SOMEBODY.search(evidence.quote[: parted.end()]):
            return found.model_copy(update={"value": StudyDesign.CLUSTER_RCT})
    return found


_CLUSTERS_RANDOMISED: Final = re.compile(
    r"\b(?:villages|schools|classes|classrooms|(?:general |family )?practices|clinics|hospitals|wards|communities"
    r"|districts|households|homes|clusters|pharmacies|neighbou?rhoods|facilities|workplaces|prisons|kindergartens"
    r"|services|cent(?:er|re)s|sites|trusts)\b"
    r"[^.]{0,60}\b(?:were|was) (?:then |equally )?(?:randomi[sz]ed|randomly (?:assigned|allocated|divided))",
    re.IGNORECASE,
)
_SOMEBODY: Final = re.compile(
    r"\b(?:patients|participants|people|adults|children|women|men|infants|subjects|students|pupils|residents|users"
    r"|clients|volunteers|mothers|smokers|drinkers|workers|employees|nurses|couples|veterans|survivors|sufferers)\b",
    re.IGNORECASE,
)


def crossed(told: Told) -> Known[StudyDesign] | None:
    """A crossover trial: what was given came to everybody, in an order that was set beforehand."""
    own = of_this_study([*told.abstract, *told.methods])
    order = next((s for s in own if _CROSSED.search(s.quote)), None)
    given = next((s for s in own if s.kind is own[0].kind and _GIVEN_TO_ALL.search(s.quote)), None) if own else None
    return known(Known[StudyDesign], StudyDesign.CROSSOVER_RCT, order, given) if order and given else None


def against_placebo(told: Told) -> Known[StudyDesign] | None:
    """A trial by what it compared with: a placebo, or another arm by the rules of trials."""
    own = [s for s in of_this_study(told.abstract) if s.role is not Role.CONCLUSION]
    if placebo := next((s for s in own if _PLACEBO.search(s.quote)), None):
        return known(Known[StudyDesign], StudyDesign.RCT, placebo)
    fairly = next((s for s in own if _COMPARED_FAIRLY.search(s.quote)), None)
    arms = next((s for s in own if _ARMS.search(s.quote)), None)
    return known(Known[StudyDesign], StudyDesign.RCT, fairly, arms) if fairly and arms else None
