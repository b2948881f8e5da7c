"""What papers call each design of a study in people: the forms that `design` looks for.

The order matters: a form further up is the more telling one where a sentence fits several. A qualitative study inside a
trial is qualitative, a crossover trial is also randomised.
"""

import re
from typing import Final

from pipeline.draft.facts.design_named import WHO, named
from pipeline.draft.facts.design_review_names import REVIEWS
from pipeline.models.study import StudyDesign

_BETWEEN: Final = r"(?:[\w-]+,? ){0,5}"
_CHANCE: Final = (
    rf"\b(?<!non-)(?<!non)(?<!quasi-)(?<!quasi )randomi[sz]ed,? {_BETWEEN}(?:trial|study|design|experiment|rct"
    rf"|comparison)\b"
    r"|\b(?:patients|subjects|participants|volunteers|adults|children|women|men|infants) randomi[sz]ed (?:to|into)\b"
    r"|\brandomly (?:assign(?:ed)?|allocated?|divided|distributed|assorted|split|(?:enrolled|placed) (?:in)?to)\b"
    r"|\b(?<!non-)(?<!non )random(?:i[sz]ed)? (?:assignment|allocation)\b"
    r"|\b(?:were|was|are) (?:then |equally )?(?<!not )randomi[sz]ed\b|\brandomi[sz]ation (?:was|to)\b"
    r"|\b(?:divided|assigned|allocated) (?:[\w-]+ ){0,6}randomly\b|\bafter randomi[sz]ation,? \d"
    r"|\b(?:two|three|four|both) randomi[sz]ed groups\b|\bin a randomi[sz]ed group of \d"
    r"|\bblock(?:ed)? randomi[sz]ation\b|\brandom(?:i[sz]ed)? numbers? table\b"
    r"|\b(?:assigned|allocated|divided) by an? (?:[\w-]+ ){0,2}(?:list|table|sequence) of random numbers\b"
    r"|\b(?:assigned|allocated|divided|split) (?:[\w-]+ )?at random\b"
    r"|\b(?:an?|this|our|the present|pilot|cluster|blind(?:ed)?|parallel|controlled) RCT\b(?!['\u2019]s?)"
    r"|\brandom(?:i[sz]ed)?,? control(?:led)? (?:trial|study)\b"
)
ORDERED: Final = re.compile(
    r"\b(?:orders?|sequences?|positions?|locations?|trials|blocks?|conditions?|targets?|cues?|items?|stimul\w+"
    r"|images|words"
    r"|sounds|tones|faces|questions|vignettes|scenarios|runs|timing|onsets?|sides?|hands?|mappings?|tasks?|visits"
    r"|animals|rats|mice|flies|plants|plots|cages|wells|dishes)"
    r"(?: (?:of|in|for|within|across|at|on) (?:[\w-]+ ){1,5})?"
    r" ?(?:was|were|is|are) (?:[\w-]+ ){0,3}(?:randomi[sz]ed|randomly|at random)\b"
    r"|\brandom(?:ly|i[sz]ed) (?:assigned|divided|allocated|split)?[^.;]{0,60}"
    r"\b(?:orders?|sequences?|mappings?|positions?|locations?|counterbalanc\w+|response (?:keys?|hands?|buttons?))\b",
    re.IGNORECASE,
)
"""Chance that decides in what order one and the same people meet things, or about beings that are none."""
_QUALITATIVE_NAME: Final = r"\bqualitative,? (?:[\w-]+,? ){0,2}(?:study|research|approach|design|inquiry)\b"
TALKED_WITH: Final = named(
    StudyDesign.QUALITATIVE,
    r"\binterviews?\b|\binterviewed\b|\bfocus groups?\b",
    r"\b(?:semi-?\s?structured|in-?\s?depth|them(?:es?|atic\w*)|qualitative\w*|experiences|perceptions|views"
    r"|preferences"
    r"|perspectives|opinions|desirab\w+)\b",
)
"""Said loosely; enough for a study inside a trial, which is not the trial."""
_SEVERAL: Final = r"(?:[\w-]+ )?(?:trials|studies|designs|experiments|data)\b"
"""Of several, a paper tells how they are done; it is none of them."""
CROSSED: Final = (
    r"\bcross-?\s?over\b(?! (?:to|from|rates?)\b)(?! (?:[\w-]+ )?(?:trials|studies|designs|experiments)\b)"
    r"|\b(?:were|was) (?:then )?crossed[- ]over\b(?! to open)"
    r"|\bcrossed-over (?:trial|study|design)"
)
"""Not the patients of one arm who crossed over to the drug of the other."""
IN_PEOPLE: Final = (
    named(
        StudyDesign.QUALITATIVE,
        _QUALITATIVE_NAME
        + r"|\bphenomenological,? (?:study|approach|analysis|design|inquiry)\b|\bqualitative interviews?\b"
        r"|\bgrounded theory\b|\binterpretative phenomenolog\w+",
    ),
    named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"\b(?:treatments?|drugs?|placebo|conditions|periods|studies|orders?|interventions?)\b[^.;]{0,80}"
        r"\bnot (?:[\w-]+ ){0,3}(?:in a random (?:order|sequence)|randomi[sz]ed)\b",
    ),
    named(StudyDesign.CROSSOVER_RCT, CROSSED, rf"{_CHANCE}|\brandom(?:i[sz]ed|ly)?\b"),
    named(
        StudyDesign.CROSSOVER_RCT,
        r"\b(?:placebo|sham|drugs?|treatments?|interventions?|doses?|therap(?:y|ies)|diets?|meals?|supplements?"
        r"|drinks?|shoes"
        r"|orthos[ei]s|devices?)\b[^.;]{0,120}\bin (?:a )?(?:random(?:i[sz]ed)?|counter-?balanced) order\b"
        r"|\border of (?:the )?(?:[\w-]+ )?(?:treatments?|interventions?|drugs|doses|therapies|diets)\b[^.;]{0,40}"
        r"\b(?:randomi[sz]ed|random|counter-?balanced)\b",
    ),
    named(
        StudyDesign.CROSSOVER_RCT,
        r"\border of (?:the )?(?:[\w+-]+ ){1,8}(?:was|were) (?:randomi[sz]ed|random|counter-?balanced)\b",
        r"\b(?:\d+(?:\.\d+)? ?(?:mg|g|ug|IU)|placebo|tablets?|capsules?|contracepti\w+) (?:[\w-]+ ){0,3}"
        r"(?:administration|(?:twice|once|every|per) \w+|ingestion|intake|tablets?|capsules?)\b",
    ),
    named(
        StudyDesign.CROSSOVER_RCT,
        r"\border of (?:the )?(?:[\w-]+ )?conditions\b[^.;]{0,40}\b(?:randomi[sz]ed|random|counter-?balanced)\b",
        r"\b(?:placebo|sham|treatments?|therap(?:y|ies)|drugs?|doses?|medications?|implant\w*"
        r"|deep[- ]brain stimulation"
        r"|(?:transcranial|electrical|nerve|magnetic) stimulation)\b",
    ),
    named(
        StudyDesign.CLUSTER_RCT,
        rf"\bcluster[- ]randomi[sz]ed\b(?! {_SEVERAL})|\bstepped[- ]wedge\b(?! {_SEVERAL})"
        rf"|\bclusters? (?:were )?randomi[sz]ed\b",
    ),
    named(
        StudyDesign.N_OF_1,
        r"\b(?:n[- ]of[- ](?:1|one)|single[- ](?:subject|case),? (?:experimental |double-blind )?"
        r"(?:designs?|study|experiments?))\b"
        r"|\bmultiple[- ]base-?lines? (?:design|across)\b|\btau-u\b|\bA-?B-?A(?:-?B)? (?:design|withdrawal|reversal)\b",
    ),
    named(
        StudyDesign.CASE_CONTROL, r"\bcase[- \u2013](?:control(?:led)?|referent|comparison) (?:study|design|analysis)\b"
    ),
    named(
        StudyDesign.PILOT_RCT,
        r"\b(?<!way of a )(?<!from a )(?<!from our )(?<!previous )(?<!prior )(?<!earlier )(?<!after a )(?<!in our )"
        r"(?:pilot|feasibility)(?:,? [\w-]+){0,6}? (?:study|trial|rct)\b",
        rf"{_CHANCE}",
    ),
    named(StudyDesign.RCT, _CHANCE),
    named(StudyDesign.SINGLE_ARM_TRIAL, r"\bsingle[- ](?:arm|group)\b|\bonly one (?:\w+ )?group\b"),
    named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"\b(?:non-?\s?randomi[sz]ed|quasi-?\s?(?:experiment(?:al)?|randomi[sz]ed)"
        r"|controlled before[- ](?:and[- ])?after)\b"
        r"|\b(?:historical|matched historical) control|\balternate(?:ly)? (?:allocat|assign)\w*"
        r"|\b(?:allocated|assigned) (?:by|according to|based on) (?:the |their )?(?:day|date|week|month|odd"
        r"|even|alternat\w+"
        r"|preference|choice)\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bphase (?:i|ii|1|2)(?:[ab]|/ii|/2)?,? (?:[\w-]+,? ){0,5}(?:study|trial)\b"
        r"|\bphase (?:iii|iv|3|4)\b,? (?:[\w-]+,? ){0,2}open\b"
        r"|\bopen(?:[- ]label)?,? (?:[\w-]+,? ){0,3}phase (?:iii|iv|3|4)\b"
        r"|\bopen-label,? (?:[\w-]+,? ){0,2}(?:study|trial)\b"
        r"|\b(?:single[- ](?:arm|group)|uncontrolled (?:trial|study)|one[- ]group,? pre-?(?:test)?"
        r"|before[- ](?:and[- ])?after (?:intervention|study|design|trial)|pre-?test,? (?:and )?post-?test (?:study"
        r"|design|experiment)|pre-?(?:test)?[-/ ]post-?(?:test)? (?:study|design"
        r"|intervention))\b",
    ),
    named(
        StudyDesign.CROSS_SECTIONAL,
        r"\bcross-?\s?sectional\b(?!,? (?:areas?|imag\w+|views?|planes?|slices?|shapes?|geometr\w+|dimensions?"
        r"|diameters?"
        r"|echocardiogra\w+|(?:muscle |as well as |time-series |classification )+(?:areas?"
        r"|models?))\b)|\bprevalence study\b"
        r"|\b(?<!longitudinal )(?<!longitudinal, )(?<!retrospective )descriptive(?:,? (?!longitudinal"
        r"|retrospective)\w+)? "
        r"(?:design|study)\b|\bdescriptive type of (?:[\w-]+ )?study\b",
    ),
    named(
        StudyDesign.CASE_SERIES,
        r"\b(?:this|(?:retro|pro)spective|observational|interventional|multicent(?:er|re))"
        r" (?:[\w-]+,? ){0,3}case[- ]series\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\bcohort (?:study|analysis|design)\b|\bpanel (?:data|study)\b|\blongitudinal (?:data|survey)\b"
        r"|\b(?:inception|prospective|retrospective|observational|population-based|nationwide) cohort\b"
        r"|\b(?<!another )(?<!independent )(?<!validation )cohort of\b"
        r"|\blongitudinal,? (?:[\w-]+,? ){0,2}(?:study|cohort|design|analysis)"
        r"|\b(?:prospective|observational),? (?:[\w-]+,? ){0,3}(?:observational|cohort|longitudinal)"
        r"|\bobservational,? (?:and )?prospective\b|\bretrospective cohort\b|\bfollow-?up study\b",
    ),
    named(
        StudyDesign.CASE_SERIES,
        r"\bcase series\b"
        r"|\bwe (?:report|describe|present) (?:[\w-]+,? ){1,14}(?:of|in|from) (?:two|three|four|five|six|seven|eight"
        r"|nine"
        r"|ten|[1-9]\d?) (?:[\w-]+ ){0,3}(?:patients|cases|men|women|children|infants)\b"
        r"|\bwe (?:report|describe|present) (?:on )?(?:two|three|four|five|six|seven|eight|nine"
        r"|ten|\d{1,2})"
        r" (?:[\w-]+ ){0,5}(?:patients|cases|men|women|children|infants)\b",
    ),
    named(
        StudyDesign.CASE_SERIES,
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d) (?:[\w-]+ ){0,3}(?:cases|patients|men|women"
        r"|children|infants|siblings|brothers|sisters)\b[^.;]{0,100}\b(?:are|were|is|have been) (?:reported|presented"
        r"|described)\b",
    ),
    named(
        StudyDesign.CASE_REPORT,
        r"\b(?:a|one) (?:[\w-]+ ){0,2}case (?:of|in an?|with|is|was)\b[^.;]{0,120}\b(?:is|was) (?:reported|presented"
        r"|described)\b",
    ),
    named(
        StudyDesign.CASE_REPORT,
        r"\bcase reports?\b|\bwe (?:report|reported|present|presented|describe|described) (?:a|an|the"
        r"|one) (?:[\w-]+ ){0,5}"
        r"(?:case|\d{1,2}[- ]years?[- ]old|(?:man|woman|male|female|boy|girl|patient) (?:who|with))\b"
        r"|\bthis report (?:describes"
        r"|presents) (?:an?|one|the case|our) (?:[\w-]+ ){0,5}"
        r"(?:case|patient|man|woman|boy|girl|male|female|infant)\b",
    ),
    named(StudyDesign.DIAGNOSTIC_ACCURACY, r"\bdiagnostic (?:accuracy|performance|test accuracy)\b"),
    named(
        StudyDesign.SURVEY,
        r"\b(?:online|postal|questionnaire|national|web-?based|internet|mail(?:ed)?|telephone|electronic|anonymous"
        r"|nationwide|cross-country|pan-\w+)(?: [\w-]+)? (?:surveys?|questionnaires?)\b|\bsurvey study\b"
        r"|\bpatient(?: [\w-]+)? survey\b"
        rf"|\b(?:a|an|this|our|the present) (?:[\w-]+ ){{0,4}}survey of (?:[\w-]+,? ){{0,4}}{WHO}\b"
        r"|\bsurvey was (?:conducted|administered|sent|distributed|made|performed|carried out|undertaken|launched)\b"
        r"|\b(?:participated|took part) in an? (?:[\w-]+ ){0,3}survey\b|\A\W*surveyed\b"
        r"|\bcontingent valuation (?:method|survey|study|approach)\b|\bdiscrete[- ]choice (?:experiment|survey)\b",
    ),
)
"""Designs of studies in people, as papers name them and as random allocation gives them away."""
HEAD: Final = re.compile(
    r"\b(?:this|(?:the )?(?:present|current)|our) "
    r"(?P<head>(?:[\w-]+,? ){1,8}?(?:study|trial|survey|analysis|experiment)\b)",
    re.IGNORECASE,
)
"""`this retrospective cohort study`: what such a head names is the study's own, whatever the sentence adds."""
OPENING: Final = re.compile(
    r"\W*(?:an?|one)(?! (?:[\w-]+ ){0,2}(?:previous|prior|recent|earlier|published|first|second|larger|parent))"
    r" (?P<head>(?:[\w-]+,? ){1,6}?(?:study|trial|survey|analysis|experiment|design)\b)",
    re.IGNORECASE,
)
_FEW: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|[1-9]\d)"
LOOSE_TITLES: Final = (
    named(
        StudyDesign.DIAGNOSTIC_ACCURACY,
        r"\baccuracy of (?!(?:[\w-]+ )?(?:estimates|predictions|perceptions|self-?report))",
    ),
    named(StudyDesign.SURVEY, r"\bsurvey\b"),
    named(
        StudyDesign.QUALITATIVE,
        r"\b(?:interview|focus group|qualitative|phenomenological) (?:study|research|analysis|approach|inquiry"
        r"|exploration"
        r"|investigation|evaluation|findings|perspectives?|data)\b",
    ),
)
"""Words of a title that name its design where the paper bears them out."""
TITLES: Final = (
    *REVIEWS[:-1],
    named(
        StudyDesign.COMPUTATIONAL,
        r"[:.?] (?:an? |results (?:of|from) an? )?(?:[\w-]+,? ){0,3}(?:simulation|micro-?simulation"
        r"|modell?ing) (?:study|analysis)\b"
        r"|[:.?] (?:an? )?(?:micro-?simulation|(?:mathematical|simulation|computational|economic) model\w*)\.?\Z",
    ),
    named(
        StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        r"\b(?:synthesis|appraisal|overview|analysis) of (?:\d+|published) (?:[\w-]+ ){0,3}(?:studies|trials)\b",
    ),
    named(
        StudyDesign.GUIDELINE_OR_CONSENSUS,
        r"\A(?!.*\b(?:adherence|compliance|concordance|knowledge|awareness|implement\w+|uptake|attitudes?|impact"
        r"|effects?|use|barriers)\b)"
        r".*\b(?:clinical practice|evidence-based|national) guidelines?(?= (?:for|on|from|by|of)\b|[:.]|\Z)"
        r"|\bdevelopment of (?:the |an? )?(?:[\w()-]+ ){0,8}guidelines?\b|\b(?:recommendations|guidelines?|consensus)\b"
        r".{0,40}\b(?:expert|panel|working group|task force|society|committee|statement)\b"
        r"|\A(?:(?!of\b)[\w-]+ ){0,4}recommendations (?:for|on)\b(?!.*\?)|\b(?:scientific|position"
        r"|consensus) statements?\b"
        r"|\b(?:best practice|consensus|expert|international|evidence-based) (?:[\w-]+ ){0,2}recommendations\b",
    ),
    named(
        StudyDesign.NARRATIVE_REVIEW,
        r"\b(?:narrative|literature|critical|mini-?|brief)? ?(?:review|overview)\b(?! of our)",
    ),
    *IN_PEOPLE,
    named(
        StudyDesign.CASE_SERIES,
        rf"\A(?:two |three )?(?:siblings|brothers|sisters) with\b|\b(?:series"
        rf"|reports?) of {_FEW} (?:[\w-]+ ){{0,3}}(?:cases|patients)\b"
        rf"|\b{_FEW} (?:[\w-]+ )?cases? (?:reports?|series)\b"
        rf"|\bin {_FEW} (?:[\w-]+ ){{0,2}}(?:cases|patients)(?:\Z| with\b| between\b)",
    ),
    named(
        StudyDesign.CASE_SERIES,
        rf"\breport (?:on|of) {_FEW} (?:[\w-]+ ){{0,2}}(?:siblings|brothers|sisters|patients|families|children"
        rf"|cases)\b",
    ),
    named(
        StudyDesign.CASE_REPORT,
        r"\ba (?:rare )?case of\b|\bin an? (?:[\w-]+ ){0,4}(?:patient|child|infant|man|woman|boy|girl|newborn|neonate"
        r"|adolescent|toddler)(?:\Z|[.:?]| (?:with|who|after|treated|receiving|following|presenting|without"
        r"|undergoing|from)\b)",
    ),
    named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"[:.\u2013-] (?:an?|results of an?) (?:[\w-]+,? ){0,2}(?<!case-)(?<!case )controlled (?:clinical )?trial\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bprospective,? (?:[\w-]+,? ){0,2}(?:[\w]+-)?intervention(?:al)? (?:study|trial)\b",
    ),
    named(StudyDesign.COHORT, r"\b(?:retrospective|prospective|longitudinal) (?:\w+ ){0,2}(?:study|analysis|review)\b"),
    named(StudyDesign.COHORT, r"\bobservational (?:\w+ )?(?:study|comparison|analysis|evaluation)\b"),
    named(StudyDesign.COHORT, r"\bregist(?:er|ry)(?:-based)? (?:\w+ )?(?:study|cohort|analysis)\b"),
    named(
        StudyDesign.CROSS_SECTIONAL,
        r"\bpsychometric\b|\b(?:validity|reliability|validation|adaptation|version) (?:and \w+ )?of (?:an?"
        r"|the)\b[^:]*\b(?:scale"
        r"|questionnaire|inventory|index|instrument|measure)\b",
    ),
    *LOOSE_TITLES,
)
"""A title names the paper's own design, so that looser forms are safe there."""
KEYWORDS: Final = (
    named(StudyDesign.QUALITATIVE, r"qualitative(?: (?:research|stud(?:y|ies)|interviews?))?|focus groups?"),
    named(StudyDesign.CLUSTER_RCT, r"cluster[- ]randomi[sz]ed .*trials?"),
    named(StudyDesign.CROSSOVER_RCT, r"(?:randomi[sz]ed )?cross-?over (?:trials?|stud(?:y|ies)|designs?)"),
    named(StudyDesign.RCT, r"randomi[sz]ed (?:controlled |clinical |control )*(?:trials?|stud(?:y|ies))|rct"),
    named(StudyDesign.CASE_CONTROL, r"case[- ]control(?: stud(?:y|ies))?"),
    named(
        StudyDesign.COHORT,
        r"(?:prospective |retrospective )?cohort stud(?:y|ies)|(?:longitudinal|retrospective"
        r"|follow-?up) stud(?:y|ies)",
    ),
    named(StudyDesign.CROSS_SECTIONAL, r"cross[- ]sectional(?: (?:stud(?:y|ies)|survey))?"),
    named(StudyDesign.SURVEY, r"(?:online |web |national )?survey"),
    named(StudyDesign.CASE_REPORT, r"case reports?"),
    named(StudyDesign.CASE_SERIES, r"case series"),
)
"""Keywords that are a design and nothing else."""
