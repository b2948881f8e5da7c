"""The last resort for studies of people: signs in plain words of what was done, wherever abstract and methods tell it.

A sign is weaker than a name, so each entry wants several, each in a sentence of its own, and gives way where something
speaks against it: a group for comparison against a single arm, a second measurement against one look at people.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.draft.facts.design_deeds import ASKED_TWICE, CONTROLS, GIVEN, LATER, NO_SERIES
from pipeline.draft.facts.design_named import Named
from pipeline.draft.facts.design_proofs import named_in
from pipeline.draft.facts.design_told import Told, of_this_study
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.study import StudyDesign


@dataclass(frozen=True)
class _Sign:
    """A design, the words that show it, and what must stand nowhere beside them."""

    named: Named
    against: tuple[re.Pattern[str], ...] = ()


def _shown(design: StudyDesign, *forms: str, against: tuple[re.Pattern[str], ...] = ()) -> _Sign:
    return _Sign(Named(design, tuple(re.compile(form, re.IGNORECASE) for form in forms)), against)


_PEOPLE: Final = (
    r"\b(?:patients?|participants?|people|persons?|adults|children|women|men|infants|pupils|students|adolescents"
    r"|volunteers|residents|clients|nurses|doctors|surgeons|physicians|workers|families|relatives|carers|caregivers"
    r"|parents|mothers|couples|users|members|staff|teachers|twins|subjects|individuals|boys|girls|veterans"
    r"|drivers|citizens|dyads|neonates|newborns|toddlers|teenagers"
    r"|youths?|soldiers|smokers|donors|dancers|musicians|partners|siblings|cyclists|swimmers|(?:fe)?males"
    r"|runners|athletes|players|respondents"
    r"|survivors|recipients|households|officers)\b"
)
_SEEN_AGAIN: Final = re.compile(
    r"\bagain\b|\bafter (?:an?|one|two|three|four|six|\d+) (?:weeks?|months?|years?)\b"
    r"|\bat follow-?up\b",
    re.IGNORECASE,
)
_FEW: Final = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9]\\d?"
_DONE_TO_THEM: Final = (
    r"\b(?:programmes?|programs?|treat(?:ed|ment|ments)|training|therap(?:y|ies)|interventions?|lessons?|courses?"
    r"|workshops?|rehabilitation|surgery|operat(?:ed|ion)|implant\w*|exercises?|supplement\w*|dose[sd]?|counselling"
    r"|modules?|yoga|tai chi|sessions?|classes|massage|meditation|mindfulness|acupuncture|music|consumed|kefir|milk"
    r"|drinks?|exoskeletons?|orthos[ei]s|robots?|devices?|prosthes[ei]s|acclimation|coaching|trained|learning|teaching"
    r"|lectures?|simulations?|redesign|practi[sc]ed|stimulation|infusions?"
    r"|injections?|education(?:al)?|taught|diet|app)\b"
)
ALONE: Final = (
    r"\b(?:without|(?:was|is|were|had|have|with) no|lack(?:ed|ing)?(?: of)?|absence of) (?:an? "
    r"|any )?(?:untreated |concurrent "
    r"|parallel )?(?:control"
    r"|comparison|comparator)s?(?: (?:group|arm|condition))?\b|\b(?:without|no) (?:a )?group for comparison\b"
)
_SAID_TO_THEM: Final = (
    r"\b(?:interview\w*|focus groups?|conversations?|(?:open|long|informal|telephone) talks?|talks with|talked (?:to"
    r"|with)|stories|accounts|narratives?|diar(?:y|ies)|group discussions?|spoke (?:to|with)|open-ended)\b"
)
_READ_FOR_MEANING: Final = (
    r"\b(?:themes?|thematic\w*|threads|coded|codes|coding|transcri\w+|typed out|narrative (?:approach|analysis"
    r"|inquiry)"
    r"|grounded theory|framework (?:analysis|approach|method)|content analysis|saturation|phenomenolog\w+"
    r"|ethnograph\w+|verbatim"
    r"|quotations)\b"
)
_COUNTED: Final = re.compile(r"\b(?:questionnaires?|mixed[- ]methods?|regression|odds ratio)\b", re.IGNORECASE)
_BEFORE_AND_AFTER: Final = (
    r"\bbefore\b[^.;]{0,80}\bafter\b(?! (?:the |an? |each )?(?:\w+ )?(?:meals?|breakfast|lunch|loads?|stimul\w+"
    r"|infusions?|adjust\w*|correct\w*))|\b(?:first|second|last) (?:day|session|visit"
    r"|week)\b[^.;]{0,80}\b(?:after|later"
    r"|last)\b"
    r"|\b(?:on|at) admission\b[^.;]{0,60}\bdischarge\b|\bat (?:weeks?|months?|days?) 0\b|\bat (?:the )?(?:start"
    r"|beginning|entry|baseline|enrol+ment"
    r"|inclusion)\b[^.;]{0,80}\b(?:after|later|end|completion|termination|discharge|(?:at|and) (?:\w+ )?\w+ (?:weeks"
    r"|months|years))\b"
    r"|\bpre- ?(?:and|to|/) ?post|\bpre-?post (?:analysis|comparison|assessments?|evaluation)\b"
    r"|\bpre-?(?:training|treatment|intervention|test)(?::| ?=| \d)[^;]{0,60}\bpost-?(?:training|treatment"
    r"|intervention|test)\b"
    r"|\bbaseline (?:assessments?|tests?|measure\w*) were repeated\b"
)
_TOOK_PART: Final = (
    r"\b(?:took part|underwent|received|completed|attended|(?:were )?treated|enrolled|included|recruited|filled"
    r"|participated"
    r"|trained|practi[sc]ed|exercised|took|used|wore|tried|completed|were (?:given|taught|offered|seen))\b"
)
_NO_ANALYSIS_OF_ARMS: Final = re.compile(
    rf"{CONTROLS.pattern}|\b(?:randomi\w+|cohort|register|registry|hazard|versus|the others)\b|\bthose (?:who were )?"
    r"(?:without|not)\b",
    re.IGNORECASE,
)
_NOT_BY_CHANCE: Final = re.compile(
    r"\bnon-?\s?random|\bquasi|\bretrospective|\bcross-?over\b|\bcohort\b|\b(?:assigned"
    r"|allocated)[^.;]{0,60}\b(?:according"
    r" to|based on|by (?:the )?(?:preference|surgeon|physician|month|day))\b|\bchose\b",
    re.IGNORECASE,
)
_SCREENED: Final = re.compile(
    r"\b(?:deriv(?:ed?|ation)|validation (?:set|cohort)|c-statistic|predict(?!ive values?)\w*)\b", re.IGNORECASE
)
_HELD_AGAINST: Final = re.compile(r"\b(?:gold|reference) standard\b", re.IGNORECASE)
_SIGNS: Final = (
    _shown(
        StudyDesign.CROSS_SECTIONAL,
        r"\bbaseline (?:data|assessments?|visits?|surveys?|measure\w*|interviews?)\b[^.;]{0,60}\b(?:were"
        r"|was) (?:used|analy"
        r"|examined|taken|included)|\b(?:used|analy[sz]ed|using|present|report"
        r"|describe) (?:the )?baseline (?:data|characteristics|prevalence|findings|assessment|visit"
        r"|survey|measure)",
        r"\b(?:associat\w+|correlat\w+|relat(?:ed|ion\w*)|prevalence|described?|estimated?|summari[sz]ed)\b",
        _PEOPLE,
        against=(re.compile(r"\b(?:follow-?up|incident|incidence|hazard|over time)\b", re.IGNORECASE),),
    ),
    _shown(
        StudyDesign.DIAGNOSTIC_ACCURACY,
        r"\bsensitivit(?:y|ies)\b[^;]{0,80}\bspecificit(?:y|ies)\b|\bspecificit(?:y"
        r"|ies)\b[^;]{0,80}\bsensitivit(?:y|ies)\b",
        r"\b(?:tests?|assays?|scans?|ultrasound|imaging|tools?|devices?|questionnaires?|screening|examination|culture"
        r"|biopsy|algorithm)\b",
        _PEOPLE,
        against=(_SCREENED,),
    ),
    _shown(
        StudyDesign.COHORT,
        r"\b(?:scores?|models?|tools?|algorithms?|rules?|nomograms?|classifiers?)\b[^.;]{0,80}\b(?:deriv|develop"
        r"|validat"
        r"|train|built|test)\w*|\b(?:deriv|develop|validat|train|built)\w*[^.;]{0,80}\b(?:scores?|models?|tools?"
        r"|algorithms?|rules?|nomograms?|classifiers?)\b",
        r"\b(?:c-?(?:statistic|index)|area under|AUC|AUROC|discrimination|calibration)\b",
        r"\b(?:predict\w*|prognos\w*|deteriorat\w*|risk|outcome|mortality|death)\b",
        _PEOPLE,
    ),
    _shown(
        StudyDesign.GUIDELINE_OR_CONSENSUS,
        r"\b(?:rat(?:ed|ings?)|vot(?:ed|es?|ing)|rank(?:ed|ing)|scored)\b[^.;]{0,100}\brounds?\b"
        r"|\brounds?\b[^.;]{0,100}\b(?:rat(?:ed|ings?)|vot(?:ed|es?|ing)|rank(?:ed|ing)|scored)\b"
        r"|\bnominal group technique\b",
        r"\b(?:agree(?:d|ment)|consensus)\b",
    ),
    _shown(StudyDesign.QUALITATIVE, r"\bfocus[- ]group discussions?\b|\bFGDs?\b", _PEOPLE, against=(_COUNTED,)),
    _shown(
        StudyDesign.QUALITATIVE,
        r"\bfocus groups? with\b",
        r"\b(?:explor\w+|perspectives|perceptions|experiences|views|conceptuali[sz]\w+)\b",
        against=(_COUNTED,),
    ),
    _shown(StudyDesign.QUALITATIVE, _SAID_TO_THEM, _READ_FOR_MEANING, against=(_COUNTED,)),
    _shown(
        StudyDesign.CASE_CONTROL,
        r"\bfor (?:each|every) (?:\w+ )?(?:case|patient|person|woman|man|child|one|death)?\b[^.;]{0,60}\b(?:one|two"
        r"|three|four|five|ten|\d+)\b[^.;]{0,60}\b(?:same|like|similar|matched|drawn|chosen|selected|without)\b"
        r"|\b\d+ (?:[\w-]+ ){0,2}(?:ill|cases?|affected|infected)\b[^.;]{0,40}\band \d+ (?:[\w-]+ ){0,2}(?:well"
        r"|controls?"
        r"|unaffected|healthy|uninfected)\b|\bcompared (?:to|with)\b[^.;]{0,60}\bcontrols\b[^.;]{0,40}\bmatched\b"
        r"|\bcompared (?:to|with) matched [^.;]{0,40}\bcontrols\b",
        r"\bodds ratios?\b|\bconditional logistic\b|\bmatched odds\b",
        _PEOPLE,
    ),
    _shown(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\btwo-stage (?:\w+ )?design\b|\bdose[- ]limiting\b|\bmaximum tolerated\b|\b(?:objective|overall|complete"
        r"|clinical|adequate) response\b|\b(?:patients|people|adults|women|men|children"
        r"|participants) were (?:treated|dosed"
        r"|infused)\b|\bend-?point was the (?:proportion|rate|share|percentage)\b|\bresponse rate (?:was|of)\b"
        r"|\b\d+ ?(?:\(\d+(?:\.\d+)? ?%\) )?(?:people |patients )?"
        r"(?:had a (?:\w+ )?response|responded)\b",
        r"\b(?:mg|treated with|given|cycles|took|infused|dosed|received)\b",
        r"\b(?:toxicit\w+|safety|adverse|tolerab\w+|bearable|side effects|grade [1-5]|diarrh?oea"
        r"|died from treatment|efficac\w+"
        r"|recrudescence)\b",
        against=(CONTROLS, re.compile(r"\brandomi|\bretrospective|\bfiles\b|\brecords\b", re.IGNORECASE)),
    ),
    _shown(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"\binterrupted time[- ]series\b|\bsegmented regression\b",
        _DONE_TO_THEM + r"|\b(?:introduc\w+|implement\w+|roll-?out|launch\w*|policy|law|ban)\b",
    ),
    _shown(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"\b(?:similar|neighbou?ring|second|other|comparable|another) (?:[\w-]+ )?(?:schools?|wards?|clinics?"
        r"|hospitals?"
        r"|villages?|classes|units?|towns?|practices?)\b"
        r"|\b(?:successive|consecutive|previous|preceding|following) (?:class(?:es)?|cohorts?|intakes?|academic years?"
        r"|school years?)\b|\bthe class of (?:19|20)\d\d\b"
        r"|\b(?:chose|choose|opted|elected) (?:between|either|for|to (?:have|receive|take|join|start))\b"
        r"|\bin an? (?:ward|school|hospital"
        r"|clinic|village|unit|home|class|town) (?:where|with|that|which|offering)\b[^.;]{0,100}"
        r"\b(?:compared (?:to|with)|in another|without)\b|\bgroups were matched\b|\bassigned to"
        r" (?:\w+ )?groups by (?!random|chance|lot|computer)|\bby the investigators\b"
        r"|\b(?:allocat|assign|admitt|enrol|recruit|treat|receiv|given|group)\w*[^.;]{0,60}"
        r"\b(?:odd|even|alternat\w+) (?:months|days|weeks|dates|numbers)\b"
        r"|\b(?:of|by) the (?:first|second|other) (?:surgeon|therapist|doctor|teacher|clinician)\b"
        r"|\b(?:according to|depending on|based on|left to) (?:the |their )?(?:own )?(?:month|day|week|surgeon"
        r"|preference"
        r"|choice|wish)\b|\b(?:historical|previous|earlier) (?:controls?|group|period)\b"
        r"|\bcompar\w+[^.;]{0,100}\b(?:control|comparison) (?:group|arm|school|ward|clinic)\b",
        _DONE_TO_THEM,
        r"\b(?:had|received|were (?:treated|given|taught|trained|allowed|offered)|underwent|took part"
        r"|was introduced|completed|trained|performed|attended|followed"
        r"|usual|customary|conventional)\b",
        _PEOPLE,
    ),
    _shown(
        StudyDesign.COHORT,
        r"\b(?:went|go(?:ne|ing)|looked|searched|combed) (?:back )?through (?:the |all |our )?(?:\w+ )?(?:files|charts"
        r"|records|notes|registers?|databases?|case-?notes|archives)\b"
        r"|\b(?:files|charts(?! with)|case-?notes|(?:medical|hospital|patient|health|clinical) (?:records"
        r"|notes))\b[^.;]{0,80}"
        r"\b(?:were|was) (?:\w+ )?(?:used|searched|read|extracted|examined|retrieved|analy[sz]ed|abstracted|screened"
        r"|studied|drawn|taken)\b"
        r"|\b(?:from|in|of|used|using) (?:the |all |our )?(?:\w+ )?(?:files|charts|case-?notes|(?:medical|hospital"
        r"|patient|health|clinical|electronic)(?: \w+)? (?:records|notes)) (?:of|for|from|at|in)\b",
        _PEOPLE,
    ),
    _shown(
        StudyDesign.COHORT,
        r"\b(?:register|registry|registries|registers|birth cohort|biobank|claims|insurance data|linked (?:to"
        r"|with))\b",
        r"\b(?:until|followed|follow-?up|person-years|hazards?|rate ratios?|incidence|new diagnos[ie]s"
        r"|(?:months?|years?) after|died|deaths"
        r"|mortality|survival|years later|later|subsequent|return(?:ed)? to)\b",
        _PEOPLE,
    ),
    _shown(
        StudyDesign.COHORT,
        r"\bhazards?\b|\brate ratios?\b|\bperson-years\b|\bincidence rates?\b|\bcompeting risks?\b|\bcox (?:regression"
        r"|models?|proportional)\b|\bsurvival (?:analys|curve)\w*",
        r"\b(?:until|followed|follow-?up|watched|observed|over (?:a |the )?(?:median|mean|average)|died|death|deaths"
        r"|mortality|survival|readmi\w+|recurrence)\b",
        _PEOPLE,
        against=(re.compile(r"\bplacebo\b|\brandomi[sz]ed to\b", re.IGNORECASE),),
    ),
    _shown(
        StudyDesign.COHORT,
        r"\b(?:at|aged?) (?:\w+ )?(?:birth|\d+ (?:months|years|weeks)|\w+ (?:months"
        r"|years) (?:of age)?)\b[^.;]{0,80}\b(?:at"
        r"|aged?) (?:\w+ )?\d+ (?:months|years|weeks)\b"
        r"|\b(?:tested|asked|seen|measured|examined|interviewed|assessed|contacted|scanned) again\b"
        r"|\b(?:precede[sd]?|foretell?s?|foretold|predicted) (?:later|poorer|better|worse|subsequent)\b"
        r"|\bmembers of (?:an?|the) (?:[\w-]+ ){0,3}cohort\b|\b(?:waves?|rounds?) of (?:data|the (?:survey|panel))\b",
        _PEOPLE,
        against=(re.compile(rf"{GIVEN.pattern}|\b(?:intervention|programmes?|training|therapy)\b", re.IGNORECASE),),
    ),
    _shown(
        StudyDesign.SINGLE_ARM_TRIAL,
        _BEFORE_AND_AFTER,
        _DONE_TO_THEM,
        rf"{_TOOK_PART}[^.;]{{0,80}}{_PEOPLE}|{_PEOPLE}[^.;]{{0,80}}{_TOOK_PART}",
        against=(_NO_ANALYSIS_OF_ARMS,),
    ),
    _shown(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bproof[- ]of[- ](?:concept|principle)\b|\b(?:is|was|are|were) feasible\b|\bfeasibility\b"
        r"|\bbe done at home\b",
        rf"{_DONE_TO_THEM}|\b(?:breathed|wore|did|tried|used)\b",
        rf"{_TOOK_PART}[^.;]{{0,80}}{_PEOPLE}|{_PEOPLE}[^.;]{{0,80}}(?:{_TOOK_PART}|\b(?:did|breathed)\b)",
        against=(_NO_ANALYSIS_OF_ARMS, _HELD_AGAINST),
    ),
    _shown(StudyDesign.SINGLE_ARM_TRIAL, ALONE, _DONE_TO_THEM, _PEOPLE),
    _shown(
        StudyDesign.RCT,
        r"\b(?:blind(?:ed)?|masked|unaware|did not know|not know(?:ing)?|not (?:been )?told"
        r"|known to nobody|neither [^.;]{0,40}\bknew)\b[^.;]{0,60}"
        r"\b(?:treatments?|allocation|groups?|assignments?|arms?|which|who|drugs?|doses?|interventions?|contents?)\b"
        r"|\b(?:treatments?|allocation|groups?|assignments?|interventions?)\b[^.;]{0,60}\b(?:blind(?:ed)?|masked"
        r"|concealed"
        r"|unknown to|known to nobody|not known)\b",
        _DONE_TO_THEM,
        r"\b(?:between|both|two|three|either|each|the other|control|comparison) groups?\b|\barms?\b|\bversus\b"
        r"|\bvs?\.?"
        r" (?=\d)|\bcompared with\b",
        _PEOPLE,
        against=(_NOT_BY_CHANCE,),
    ),
    _shown(
        StudyDesign.RCT,
        r"\b(?:allocated|assigned|allotted) (?:\w+ )?to\b[^.;]{0,120}\b(?:or|and|versus)\b|\bwe (?:assigned"
        r"|allocated)\b"
        r"|\bnext allocation\b",
        r"\bprimary (?:outcome|end-?point)|\brelative risk|\bblind|\bmasked\b",
        _DONE_TO_THEM + r"|\b(?:dressings?|drugs?|albuterol|mg|devices?)\b",
        _PEOPLE,
        against=(_NOT_BY_CHANCE,),
    ),
    _shown(
        StudyDesign.CASE_SERIES,
        rf"\b(?:implanted|inserted|grafted|operated|performed)\b[^.;]{{0,60}}"
        rf"\b(?:in|on) (?:{_FEW}) (?:[\w-]+ ){{0,3}}{_PEOPLE}"
        rf"|\b(?:{_FEW}) (?:[\w-]+ ){{0,3}}{_PEOPLE} with [^.;]{{1,60}} were identified,? and their\b",
        against=(NO_SERIES, re.compile(r"\brandom|\bcohort\b|\bvolunteers\b|\bhealthy\b", re.IGNORECASE)),
    ),
    _shown(
        StudyDesign.CASE_SERIES,
        rf"\b(?:{_FEW}) (?:[\w-]+ ){{0,4}}(?:eyes|patients|cases|people|children|women|men|hips|knees|shoulders"
        rf"|limbs)\b"
        r"[^.;]{0,80}\b(?:treated|operated|grafted|implanted|underwent|had|received|presented|managed|repaired)\b",
        r"\b(?:from|between) (?:\w+ )?(?:19|20)\d\d (?:to|and) (?:\w+ )?(?:19|20)\d\d\b|\b(?:seen|followed"
        r"|reviewed) for"
        r"\b|\bfollow-?up\b|\bat (?:last|final|latest) (?:visit|review|follow-?up)\b|\bnotes were\b",
        against=(NO_SERIES,),
    ),
    _shown(
        StudyDesign.SURVEY,
        r"\b(?:link|questions|questionnaires?|forms?|e-?mails?|letters?|invitations?|poll)\b[^.;]{0,60}\b(?:sent"
        r"|mailed"
        r"|e-?mailed|posted|circulated|distributed|shared|handed out|open for)\b|\bpolled\b|\b(?:were"
        r"|was) sent (?:the|an?) [^.;]{0,60}\b(?:inventory|scale|survey|questionnaire|online)\b",
        r"\b(?:answers?|answered|repl(?:y|ies|ied)|returned|respon\w+|reminders?)\b",
        _PEOPLE,
        against=(ASKED_TWICE, LATER, CONTROLS),
    ),
    _shown(
        StudyDesign.SURVEY,
        rf"(?<![\d,])\d[\d,]* (?:[\w-]+ ){{0,6}}{_PEOPLE}(?: with [^.;]{{1,40}})?"
        rf" were asked (?:what|how|whether|about|if|to)\b"
        rf"|\bsurveyed \d[\d,]* (?:[\w/-]+ ){{0,6}}{_PEOPLE}",
        against=(ASKED_TWICE, LATER, CONTROLS, re.compile(r"\binterview", re.IGNORECASE)),
    ),
    _shown(
        StudyDesign.SURVEY,
        r"\bquestionnaires?\b|\bsurvey\b|\bmailed (?:instrument|form)\b|\breturned by \d+ of \d+",
        r"\b(?:returned|response rate|responded|respondents|replied)\b",
        r"\b(?:completed|filled|answered|anonymous\w*|sent|mailed)\b",
        _PEOPLE,
        against=(ASKED_TWICE, LATER, CONTROLS, _SEEN_AGAIN),
    ),
    _shown(
        StudyDesign.CROSS_SECTIONAL,
        r"\b(?:multi-?stage|stratified|cluster|simple random|random|systematic|convenience|snowball|purposive|quota)"
        r" (?:\w+ )?sampl(?:ing|es?)\b|\b(?:chosen|selected|drawn) (?:by|at|through) random\b",
        r"\b(?:asked|interviewed|visited|questionnaires?|surveyed|examined|tested|screened)\b",
        r"\b(?:\d+(?:\.\d+)? ?%|per ?cent|prevalen\w+|proportion|associat\w+|more likely|odds)",
        _PEOPLE,
        against=(LATER, ASKED_TWICE, _SEEN_AGAIN),
    ),
    _shown(
        StudyDesign.CROSS_SECTIONAL,
        r"\bcompar\w+ (?:the )?\d+ (?:[\w-]+ )?who\b[^.;]{0,60}\b(?:to|with|and) (?:the )?\d+ (?:[\w-]+ )?who\b",
        r"\b(?:age|sex|characteristics|education|income)\b",
    ),
    _shown(
        StudyDesign.CROSS_SECTIONAL,
        r"\b(?:filled (?:in|out)|completed|answered|reported|rated|asked|took an? (?:\w+ )?test)\b",
        r"\b(?:scales?|scores?|diar(?:y|ies)|dietary recalls?|tests? of|questionnaires?|inventor(?:y|ies)|index"
        r"|self-report"
        r"|surveys?|questions)\b",
        r"\b(?:(?:goes|went|go|going) along with|associat\w+|correlat\w+|relat(?:ed|ion)|regression|predict\w*|variance"
        r"|more (?:often|likely)|higher among)\b",
        _PEOPLE,
        against=(ASKED_TWICE, LATER, GIVEN, _SEEN_AGAIN),
    ),
    _shown(
        StudyDesign.CROSS_SECTIONAL,
        r"\b(?:blood|urine|stool|sputum|saliva|swabs?|samples?)\b[^.;]{0,40}\b(?:was|were) (?:taken|drawn|collected"
        r"|obtained)\b"
        rf"|{_PEOPLE}[^.;]{{0,60}}\b(?:were|was) (?:examined|screened|tested|swabbed|weighed|interviewed)\b",
        r"\b(?:positive|infected|prevalen\w+|carriage|carried|\d+(?:\.\d+)? ?% (?:were|had|of))\b",
        _PEOPLE,
        against=(LATER, GIVEN, ASKED_TWICE, _SEEN_AGAIN),
    ),
)


_SAID_IN_PASSING: Final = frozenset({StudyDesign.SURVEY, StudyDesign.DIAGNOSTIC_ACCURACY, StudyDesign.CASE_SERIES})
"""What methods say without meaning the whole study: a form that was filled in, a test that is accurate."""


def by_signs(told: Told) -> Known[StudyDesign] | None:
    """The first design whose signs all stand in abstract and methods, nothing speaking against it.

    Where there is an abstract, it has the most telling sign itself: methods alone say much in passing. Of 27 designs
    that signs of the methods alone gave to papers without half of their sentences, 22 were wrong.
    """
    abstract = of_this_study(told.abstract)
    hinted = [each for each in _SIGNS if not told.abstract or _is_hinted(each, abstract)]
    return _first_shown(_SIGNS, abstract, told) or _first_shown(hinted, [*abstract, *of_this_study(told.methods)], told)


def _is_hinted(sign: _Sign, abstract: Sequence[Sentence]) -> bool:
    telling = sign.named.forms[0]
    return sign.named.design not in _SAID_IN_PASSING and any(telling.search(each.quote) for each in abstract)


def _first_shown(signs: Iterable[_Sign], sentences: Sequence[Sentence], told: Told) -> Known[StudyDesign] | None:
    texts = [told.title, *(sentence.quote for sentence in sentences)]
    shown = ((sign, named_in(sentences, (sign.named,))) for sign in signs)
    return next((found for sign, found in shown if found and not _spoken_against(sign, texts)), None)


def _spoken_against(sign: _Sign, texts: list[str]) -> bool:
    return any(form.search(text) for form in sign.against for text in texts)
