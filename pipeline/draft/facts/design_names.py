"""What papers call each design, and what was done in it: the forms that `design` looks for.

The order matters: a form further up is the more telling one where a sentence fits several. A review of trials is a
review, a qualitative study inside a trial is qualitative, a crossover trial is also randomised.
"""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.models.study import StudyDesign


@dataclass(frozen=True)
class Named:
    """A design and the forms of its name; a paper has it where every form is met, each in a sentence of its own."""

    design: StudyDesign
    forms: tuple[re.Pattern[str], ...]

    def fits(self, text: str) -> bool:
        """Whether one text meets every form."""
        return all(form.search(text) for form in self.forms)


def _named(design: StudyDesign, *forms: str) -> Named:
    return Named(design, tuple(re.compile(form, re.IGNORECASE) for form in forms))


_BETWEEN: Final = r"(?:[\w-]+,? ){0,5}"
_CHANCE: Final = (
    rf"\b(?<!non-)(?<!non)(?<!quasi-)(?<!quasi )randomi[sz]ed,? {_BETWEEN}(?:trial|study|design|experiment|rct)\b"
    r"|\b(?:patients|subjects|participants|volunteers|adults|children|women|men|infants) randomi[sz]ed (?:to|into)\b"
    r"|\brandomly (?:assign(?:ed)?|allocated?|divided|distributed|assorted|split)\b"
    r"|\b(?<!non-)(?<!non )random(?:i[sz]ed)? (?:assignment|allocation)\b"
    r"|\b(?:were|was|are) (?:then |equally )?(?<!not )randomi[sz]ed\b|\brandomi[sz]ation (?:was|to)\b"
    r"|\b(?:divided|assigned|allocated) (?:[\w-]+ ){0,6}randomly\b|\bafter randomi[sz]ation,? \d"
    r"|\b(?:two|three|four|both) randomi[sz]ed groups\b|\bin a randomi[sz]ed group of \d"
    r"|\bblock(?:ed)? randomi[sz]ation\b|\brandom(?:i[sz]ed)? numbers? table\b"
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
_NOT_A_STEP: Final = r"\b(?<!including a )(?<!based on a )"
"""A review that is a step of something else does not name it."""
_SYSTEMATIC: Final = rf"{_NOT_A_STEP}(?<!furthermore, a )systematic(?:ally)? (?:\w+ ){{0,3}}(?:review|search|overview)"
REVIEWS: Final = (
    _named(
        StudyDesign.SYSTEMATIC_REVIEW_RCT,
        r"\bsystematic (?:\w+ ){0,3}review.{0,60}\bof (?:\w+ )?randomi[sz]ed (?:\w+[- ]){0,3}trials\b",
    ),
    _named(StudyDesign.META_ANALYSIS, r"\bmeta-?\s?analy(?:sis|ses|tic|zed|sed)\b"),
    _named(
        StudyDesign.SCOPING_REVIEW,
        r"\b(?:scoping|mapping) (?:literature )?review\b|\bscoping (?:study|exercise) of (?:the )?literature\b"
        r"|\barksey\b|\bPRISMA-ScR\b|\b(?:evidence|systematic|literature) maps?\b(?! of the brain)"
        r"|\bevidence mapping\b",
    ),
    _named(StudyDesign.SYSTEMATIC_REVIEW_OTHER, _SYSTEMATIC + r"|\b(?:umbrella|rapid|integrative) review\b"),
    _named(
        StudyDesign.GUIDELINE_OR_CONSENSUS,
        r"\bthis (?:clinical practice )?guideline\b|\bconsensus (?:statement|conference|guideline|recommendations)\b"
        r"|\b(?<!defined by )(?<!according to )(?<!the )"
        r"delphi (?:study|panel|methods?|process|technique|survey|consensus|procedure"
        r"|rounds?)\b(?! (?:consensus )?(?:criteria|definitions?))",
    ),
    _named(
        StudyDesign.NARRATIVE_REVIEW,
        rf"{_NOT_A_STEP}(?<!based on )(?<!based on the )(?<!and )(?<!and a )(?<!from a )(?<!by a )(?<!systematic )"
        r"(?:narrative|literature|critical|brief|mini-?|state-of-the-art|selective|comprehensive) ?review\b"
        r"|\b(?:this|present|our|current) (?:\w+ ){0,2}(?:review|overview)\b|\bwe (?:here |briefly "
        r"|critically )?(?:review"
        r"|summari[sz]e (?:the|current|recent|their|its|what|how|advances|evidence))\b|\bthis (?:paper|article"
        r"|chapter|manuscript) (?:\w+ )?(?:reviews"
        r"|summari[sz]es|surveys)\b|\bpurpose of (?:this )?review\b|\bthe review (?:covered|comprised|spanned)\b"
        r"|\bis reviewed\b"
        r"|\bin this (?:paper|article|chapter|essay),? (?:we|i) (?:\w+ )?(?:discuss|review|summari[sz]e|outline"
        r"|survey)\b",
    ),
)
_SEARCH: Final = (
    r"\b(?:literature search(?:es)?|searched [^.;]{0,60}\b(?:pubmed|medline|embase|cochrane|cinahl)"
    r"|searched (?:the )?(?:pubmed|medline|embase|cochrane|cinahl|scopus|web of science"
    r"|psycinfo|\w+ (?:electronic |bibliographic )?databases|databases))\b"
    r"|\b(?:pubmed|medline|embase|cochrane|cinahl|scopus|databases)\b.{0,80}\b(?:was"
    r"|were) (?:systematically )?searched\b"
    r"|\bsearch(?:es)? (?:of|in|on) (?:the )?(?:\w+ ){0,3}(?:pubmed|medline|embase|cochrane|cinahl|scopus|databases)\b"
    r"|\b(?:looked|sought|searched|search)\b[^.;]{0,80}\b(?:pubmed|medline|embase|cochrane|cinahl|scopus"
    r"|web of science"
    r"|psycinfo|(?:bibliographic|electronic|literature|two|three|four|five|six|seven|eight) (?:\w+ )?databases)\b"
    r"|\b(?:identified|retrieved|located|found|obtained|collected)\b[^.;]{0,40}\b(?:pubmed|medline|embase"
    r"|cochrane|cinahl"
    r"|scopus|web of science|psycinfo)\b"
    r"|\b(?:pubmed|medline|embase|cochrane|cinahl|scopus)\b[^.;]{0,80}\b(?:were|was) (?:\w+ )?(?:searched|screened"
    r"|queried|consulted)\b"
)
_NUMBERED_STUDIES: Final = (
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?) (?:[\w-]+,? ){0,4}(?:studies|trials"
    r"|rcts|articles|papers)\b"
)
SEARCHED: Final = (
    _named(
        StudyDesign.META_ANALYSIS,
        _SEARCH,
        r"\bpooled\b|\bindirect (?:treatment )?comparisons?\b|\b(?:mixed|multiple) treatment comparisons?\b"
        r"|\b(?:random|fixed)[- ]effects?\b|\b(?:combined|summary) (?:difference|effects?|estimates?|odds|risk)\b",
        _NUMBERED_STUDIES,
    ),
    _named(StudyDesign.SYSTEMATIC_REVIEW_OTHER, _SEARCH, _NUMBERED_STUDIES),
)
"""Reviews that do not call themselves systematic: a search, and how many studies it brought."""
TOOK_IN_STUDIES: Final = _named(
    StudyDesign.SYSTEMATIC_REVIEW_OTHER,
    rf"\bwe (?:\w+ )?(?:included|identified) {_NUMBERED_STUDIES[2:]}"
    rf"|{_NUMBERED_STUDIES}[^.;]{{0,60}}\b(?:were (?:included|selected)|met (?:the |our )?(?:inclusion"
    rf"|eligibility) criteria)\b",
    r"\breview\b",
)
"""Reviews that call themselves just that, and say how many studies they took in."""
_REPORTED_AS: Final = r"\bPRISMA\b|\bpreferred reporting items for\b|\bMOOSE (?:guidelines?|statement|checklist)\b"
REPORTED_AS_REVIEW: Final = re.compile(_REPORTED_AS, re.IGNORECASE)
CHOSEN: Final = (
    _named(
        StudyDesign.META_ANALYSIS,
        _SEARCH,
        _REPORTED_AS,
        r"\bpooled\b|\bindirect (?:treatment )?comparisons?\b|\b(?:mixed|multiple) treatment comparisons?\b"
        r"|\b(?:random|fixed)[- ]effects? model",
    ),
    _named(StudyDesign.SYSTEMATIC_REVIEW_OTHER, _SEARCH, _REPORTED_AS),
)
"""Reviews that only their methods give away: a search, told by the rules for reviews."""
_STATE: Final = (
    r"(?:advances|progress|developments?|breakthroughs?|trends|insights?|literature|evidence|(?:state|understanding"
    r"|knowledge|status)(?: of| on)?|approaches|strategies|applications|challenges|perspectives|concepts)"
)
GONE_THROUGH: Final = re.compile(
    r"\b(?:we|i|this (?:article|paper|manuscript|chapter|contribution|perspective)|the authors?) (?:\w+ly |also "
    r"|then |first"
    r" |here |will |aims? to |intends? to )*(?:discuss|highlight|outline|describe|survey|present|focus|summari[sz]e"
    r"|cover|explore|provide|offer|assess|evaluate|address|examine|consider)(?:e?s)? (?:on )?(?:the |our |a |an "
    r"|some |how )?"
    rf"(?:[\w-]+,? ){{0,3}}(?:recent|current|latest|emerging|existing|available"
    rf"|published) (?:[\w-]+,? ){{0,3}}{_STATE}\b"
    r"|\b(?:we|this (?:article|paper|manuscript|chapter|contribution)|the authors?) (?:\w+ly |also |here |will "
    r"|aims? to"
    r" )*(?:provides?|gives?|offers?|presents?|summari[sz]es?) (?:an? |the )?(?:[\w-]+,? ){0,4}(?:overview|review"
    r"|synopsis|primer|update)\b"
    rf"|\b(?:recent|current|latest|emerging|existing) (?:[\w-]+,? ){{0,3}}{_STATE}\b[^.;]{{0,120}}\b(?:is|are"
    rf"|will be) "
    r"(?:also |then |briefly |critically |further )*(?:reviewed|discussed|summari[sz]ed|highlighted|described"
    r"|outlined)\b"
    r"|\b(?:is|are|will be) (?:also |then |briefly |critically |further )*(?:reviewed|summari[sz]ed)\b"
    r"|\b(?:throughout|in|of) (?:the|this) (?:\w+ )?(?:review|overview)\b"
    r"|\ba (?:\w+ )?review of (?:the )?(?:[\w-]+ ){0,4}literature\b",
    re.IGNORECASE,
)
"""What a review says that it does, without being called one: safe only where no study of its own is told."""
_QUALITATIVE_NAME: Final = r"\bqualitative,? (?:[\w-]+,? ){0,2}(?:study|research|approach|design|inquiry)\b"
TALKED_WITH: Final = _named(
    StudyDesign.QUALITATIVE,
    r"\binterviews?\b|\binterviewed\b|\bfocus groups?\b",
    r"\b(?:semi-?\s?structured|in-?\s?depth|them(?:es?|atic\w*)|qualitative\w*|experiences|perceptions|views"
    r"|preferences"
    r"|perspectives|opinions|desirab\w+)\b",
)
"""Said loosely; enough for a study inside a trial, which is not the trial."""
_WHO: Final = (
    r"(?:patients|subjects|participants|individuals|children|adults|women|men|people|adolescents|youths?"
    r"|students|girls"
    r"|boys|parents|mothers|fathers|caregivers|residents|respondents|members|nurses|physicians|doctors|clinicians"
    r"|practitioners|professionals|surgeons|neurologists|therapists|teachers|workers|athletes|players|veterans"
    r"|households|infants|twins|survivors)"
)
_SEVERAL: Final = r"(?:[\w-]+ )?(?:trials|studies|designs|experiments|data)\b"
"""Of several, a paper tells how they are done; it is none of them."""
_CROSSED: Final = (
    r"\bcross-?\s?over\b(?! (?:to|from|rates?)\b)(?! (?:[\w-]+ )?(?:trials|studies|designs|experiments)\b)"
    r"|\b(?:were|was) (?:then )?crossed[- ]over\b(?! to open)"
    r"|\bcrossed-over (?:trial|study|design)"
)
"""Not the patients of one arm who crossed over to the drug of the other."""
IN_PEOPLE: Final = (
    _named(
        StudyDesign.QUALITATIVE,
        _QUALITATIVE_NAME + r"|\bqualitative interviews?\b|\bgrounded theory\b|\binterpretative phenomenolog\w+",
    ),
    _named(StudyDesign.CROSSOVER_RCT, _CROSSED, rf"{_CHANCE}|\brandom(?:i[sz]ed|ly)?\b"),
    _named(
        StudyDesign.CROSSOVER_RCT,
        r"\b(?:placebo|sham|drugs?|treatments?|interventions?|doses?|therap(?:y|ies)|diets?|meals?|supplements?"
        r"|drinks?|shoes"
        r"|orthos[ei]s|devices?)\b[^.;]{0,120}\bin (?:a )?(?:random(?:i[sz]ed)?|counter-?balanced) order\b"
        r"|\border of (?:the )?(?:[\w-]+ )?(?:treatments?|interventions?|drugs|doses|therapies|diets)\b[^.;]{0,40}"
        r"\b(?:randomi[sz]ed|random|counter-?balanced)\b",
    ),
    _named(
        StudyDesign.CROSSOVER_RCT,
        r"\border of (?:the )?(?:[\w-]+ )?conditions\b[^.;]{0,40}\b(?:randomi[sz]ed|random|counter-?balanced)\b",
        r"\b(?:placebo|sham|treatments?|therap(?:y|ies)|drugs?|doses?|medications?|implant\w*"
        r"|deep[- ]brain stimulation"
        r"|(?:transcranial|electrical|nerve|magnetic) stimulation)\b",
    ),
    _named(
        StudyDesign.CLUSTER_RCT,
        rf"\bcluster[- ]randomi[sz]ed\b(?! {_SEVERAL})|\bstepped[- ]wedge\b(?! {_SEVERAL})"
        rf"|\bclusters? (?:were )?randomi[sz]ed\b",
    ),
    _named(
        StudyDesign.N_OF_1,
        r"\b(?:n[- ]of[- ](?:1|one)|single[- ](?:subject|case) (?:experimental )?(?:designs?|study|experiments?))\b"
        r"|\bmultiple[- ]baselines? (?:design|across)\b|\btau-u\b|\bA-?B-?A(?:-?B)? (?:design|withdrawal|reversal)\b",
    ),
    _named(StudyDesign.CASE_CONTROL, r"\bcase[- \u2013]control(?:led)? (?:study|design|analysis)\b"),
    _named(
        StudyDesign.PILOT_RCT,
        r"\b(?<!way of a )(?<!from a )(?<!from our )(?<!previous )(?<!prior )(?<!earlier )(?<!after a )(?<!in our )"
        r"(?:pilot|feasibility)(?:,? [\w-]+){0,6}? (?:study|trial|rct)\b",
        rf"{_CHANCE}",
    ),
    _named(StudyDesign.RCT, _CHANCE),
    _named(StudyDesign.SINGLE_ARM_TRIAL, r"\bsingle[- ](?:arm|group)\b|\bonly one (?:\w+ )?group\b"),
    _named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"\b(?:non-?\s?randomi[sz]ed|quasi-?\s?(?:experiment(?:al)?|randomi[sz]ed)"
        r"|controlled before[- ](?:and[- ])?after)\b"
        r"|\b(?:historical|matched historical) control|\balternate(?:ly)? (?:allocat|assign)\w*"
        r"|\b(?:allocated|assigned) (?:by|according to|based on) (?:the |their )?(?:day|date|week|month|odd"
        r"|even|alternat\w+"
        r"|preference|choice)\b",
    ),
    _named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bphase (?:i|ii|1|2)(?:[ab]|/ii|/2)?,? (?:[\w-]+,? ){0,5}(?:study|trial)\b"
        r"|\bphase (?:iii|iv|3|4)\b,? (?:[\w-]+,? ){0,2}open\b"
        r"|\bopen(?:[- ]label)?,? (?:[\w-]+,? ){0,3}phase (?:iii|iv|3|4)\b"
        r"|\b(?:single[- ](?:arm|group)|uncontrolled (?:trial|study)|one[- ]group,? pre-?(?:test)?"
        r"|before[- ]and[- ]after (?:study|design)|pre-?(?:test)?[-/ ]post-?(?:test)? (?:study|design"
        r"|intervention))\b",
    ),
    _named(
        StudyDesign.CROSS_SECTIONAL,
        r"\bcross-?\s?sectional\b|\bprevalence study\b|\bdescriptive(?:,? \w+)? (?:design|study)\b",
    ),
    _named(
        StudyDesign.CASE_SERIES,
        r"\b(?:this|(?:retro|pro)spective|observational|interventional|multicent(?:er|re))"
        r" (?:[\w-]+,? ){0,3}case[- ]series\b",
    ),
    _named(
        StudyDesign.COHORT,
        r"\bcohort (?:study|analysis|design)\b|\bpanel data\b"
        r"|\b(?:inception|prospective|retrospective|observational|population-based|nationwide) cohort\b"
        r"|\b(?<!another )(?<!independent )(?<!validation )cohort of\b"
        r"|\blongitudinal,? (?:[\w-]+,? ){0,2}(?:study|cohort|design|analysis)"
        r"|\b(?:prospective|observational),? (?:[\w-]+,? ){0,3}(?:observational|cohort|longitudinal)"
        r"|\bobservational,? (?:and )?prospective\b|\bretrospective cohort\b|\bfollow-?up study\b",
    ),
    _named(
        StudyDesign.CASE_SERIES,
        r"\bcase series\b|\bwe (?:report|describe|present) (?:on )?(?:two|three|four|five|six|seven|eight|nine"
        r"|ten|\d{1,2})"
        r" (?:[\w-]+ ){0,5}(?:patients|cases|men|women|children|infants)\b",
    ),
    _named(
        StudyDesign.CASE_SERIES,
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d) (?:[\w-]+ ){0,3}(?:cases|patients|men|women"
        r"|children|infants|siblings|brothers|sisters)\b[^.;]{0,100}\b(?:are|were|is|have been) (?:reported|presented"
        r"|described)\b",
    ),
    _named(
        StudyDesign.CASE_REPORT,
        r"\b(?:a|one) (?:[\w-]+ ){0,2}case (?:of|in an?|with|is|was)\b[^.;]{0,120}\b(?:is|was) (?:reported|presented"
        r"|described)\b",
    ),
    _named(
        StudyDesign.CASE_REPORT,
        r"\bcase reports?\b|\bwe (?:report|reported|present|presented|describe|described) (?:a|an|the"
        r"|one) (?:[\w-]+ ){0,5}"
        r"(?:case|\d{1,2}[- ]years?[- ]old|(?:man|woman|male|female|boy|girl|patient) (?:who|with))\b"
        r"|\bthis report (?:describes"
        r"|presents) (?:an?|one|the case|our) (?:[\w-]+ ){0,5}"
        r"(?:case|patient|man|woman|boy|girl|male|female|infant)\b",
    ),
    _named(StudyDesign.DIAGNOSTIC_ACCURACY, r"\bdiagnostic (?:accuracy|performance|test accuracy)\b"),
    _named(
        StudyDesign.SURVEY,
        r"\b(?:online|postal|questionnaire|national|web-?based|internet|mail(?:ed)?|telephone|electronic|anonymous"
        r"|nationwide|patient|cross-country|pan-\w+)(?: [\w-]+)? (?:survey|questionnaires?)\b|\bsurvey study\b"
        rf"|\b(?:a|an|this|our|the present) (?:[\w-]+ ){{0,4}}survey of (?:[\w-]+,? ){{0,4}}{_WHO}\b"
        r"|\bsurvey was (?:conducted|administered|sent|distributed|made|performed|carried out|undertaken|launched)\b",
    ),
)
"""Designs of studies in people, as papers name them and as random allocation gives them away."""
_BLIND_TRIAL: Final = (
    r"\bdouble-?\s?blind(?:ed)?,? (?:[\w-]+,? ){0,4}(?:trial|study|comparison|evaluation|technique|design)\b"
)
BY_WHAT_WAS_DONE: Final = (
    _named(
        StudyDesign.COMPUTATIONAL,
        r"\b(?:markov|decision[- ](?:analytic(?:al)?|tree)|micro-?simulation|partition(?:ed)? survival"
        r"|state[- ]transition) (?:[\w-]+ )?models?\b",
        r"\b(?:QALYs?|quality-adjusted|cost-effective\w*|cost-utility|incremental cost|life-?years)\b",
    ),
    _named(
        StudyDesign.RCT,
        r"\bdouble-?\s?blind(?:ed)?\b[^.;]{0,60}\bplacebo[- ]controlled\b"
        r"|\bplacebo[- ]controlled\b[^.;]{0,60}\bdouble-?\s?blind(?:ed)?\b",
    ),
    _named(
        StudyDesign.COMPUTATIONAL,
        r"\bS(?:E?I|VI|EIV|IQ|EIQ)[A-Z]*R[A-Z]*(?:-type)?,? (?:[\w-]+ ){0,2}models?\b"
        r"|\b(?:an?|the|our|this) (?:[\w-]+,? ){0,4}(?:epidemic|compartmental|agent-based|transmission|mathematical"
        r"|individual-based) (?:dynamics? )?(?:[\w-]+ )?model\b",
        r"\bsimulat\w+|\breproduction number\b|\bscenarios?\b|\bnumerical\w*|\bstability\b|\bcalibrat\w+|\bfitted\b",
    ),
    _named(StudyDesign.CROSSOVER_RCT, r"\bdouble-?\s?blind(?:ed)?\b", _CROSSED),
    _named(StudyDesign.RCT, _BLIND_TRIAL, r"\bplacebo\b|\bcompar(?:ed|ing|ison)\b|\bversus\b|\b(?:two|both) groups\b"),
    _named(
        StudyDesign.QUALITATIVE,
        r"\b(?:semi-?\s?structured|in-?\s?depth|face-to-face|individual) interviews?\b|\bfocus groups?\b"
        r"|\b(?:unstructured|written) (?:[\w-]+ )?diar(?:y|ies)\b|\bdiary transcripts\b|\bwritten (?:accounts"
        r"|narratives)\b"
        r"|\bwe interviewed\b|\binterviews? (?:was|were) (?:audio-?)?(?:recorded|transcribed|taped)",
        r"\b(?:thematic(?:ally)?|content analysis|grounded theory|transcri|phenomenolog|themes|qualitative)",
    ),
    _named(
        StudyDesign.CASE_CONTROL,
        r"\bcases (?:were|and|with|comprised)\b.{0,120}\bcontrols\b|\bcontrols (?:were"
        r"|comprised)\b.{0,80}\bmatched\b",
        r"\bconditional logistic\b|\bodds ratios?\b",
        r"\bcases\b",
    ),
    _named(
        StudyDesign.CASE_CONTROL,
        r"\b\d[\d,]* (?:[\w-]+ ){0,3}cases (?:and|with|versus|vs\.?) \d[\d,]* (?:[\w-]+ ){0,3}controls\b",
    ),
    _named(
        StudyDesign.COHORT,
        r"\b(?:nationwide|national|population-based|hospital|claims|administrative|register-based|health)(?: [\w-]+)?"
        r" (?:registers?|registr(?:y|ies)|databases?)\b|\bSEER\b|\bsurveillance, epidemiology,? and end results\b",
        r"\bincidence\b|\bperson-years\b|\bhazard\b|\bfollowed\b|\bsurvival\b|\bmortality\b",
    ),
    _named(
        StudyDesign.COHORT,
        r"\b(?:data|records|patients|adults|participants|children)\b[^.;]{0,60}\bfrom (?:[\w-]+ ){0,6}cohorts\b",
    ),
    _named(
        StudyDesign.COHORT,
        r"\ball (?:[\w-]+ ){0,5}(?:patients|adults|children|women|infants)\b.{0,80}\b(?:admitted|treated"
        r"|operated|seen"
        r"|diagnosed)\b.{0,80}\b(?:between|from|during|in)\b.{0,20}\b(?:19|20)\d\d\b",
    ),
    _named(
        StudyDesign.COHORT,
        r"\bretrospective(?:ly)?,? (?:[\w-]+,? ){0,4}(?:stud|review|analy|chart|evaluat|collect|observ|compar|data"
        r"|identif|includ|assess|enrol|examin|investigat|follow)"
        r"|\b(?:review|analy[sz]|evaluat|collect|stud(?:y|i)|examin|assess|identif|investigat"
        r"|record)\w* (?:[^.;]{1,60}\b)?"
        r"retrospectively\b"
        r"|\b(?:medical|hospital|patient|clinical|electronic)(?: \w+)? (?:records|charts)\b.{0,60}\breviewed\b"
        r"|\breview of (?:the )?(?:medical |hospital |patient )?(?:records|charts)\b"
        r"|\b(?:patients|charts|records|files|admissions|deaths|cases|operations)\b.{0,80}\bwere (?:\w+ )?reviewed\b",
    ),
    _named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"\b(?:allocated|assigned|divided) (?:in)?to (?:two|three|four|five"
        r"|\d) (?:\w+ )?groups?\b(?! (?:according|based|by"
        r"|depending)\b)(?!.{0,60}\b(?:according to|based on|depending on)\b)"
        r"|\b(?:intervention|experimental|treatment"
        r"|training)(?: and control)? groups?\b.{0,80}\b(?:participated|received"
        r"|formed|treated|performed|attended|taught|trained)\b",
        r"\bcontrols?\b|\bcontrol groups?\b",
        r"\b(?:intervention|treated with|received|were given|training|exercises?|program(?:me)?|administered)\b",
    ),
    _named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"\b(?:two|three|four) groups\b[^.;]{0,60}\bassigned to (?:either|one) of (?:two|three|four)\b",
        r"\b(?:interventions?|treatments?|received|training|exercises?|programmes?|programs?|administered"
        r"|supplement\w*)\b",
    ),
    _named(
        StudyDesign.CROSS_SECTIONAL,
        r"\b(?:nutrition examination survey|nhanes|health interview survey|nationally representative)\b",
    ),
    _named(StudyDesign.CROSS_SECTIONAL, r"\bretrospectively (?:classified|categori[sz]ed|grouped)\b"),
    _named(
        StudyDesign.DIAGNOSTIC_ACCURACY,
        r"\bsensitivit(?:y|ies)\b.{0,60}\bspecificit(?:y|ies)\b|\bspecificit(?:y|ies)\b.{0,60}\bsensitivit(?:y|ies)\b",
        r"\b(?:reference|gold(?:en)?) standard\b|\bas (?:the|a) reference\b|\bindex test\b"
        r"|\b(?:diagnostic|screening) (?:tests?|tools?|value|yield)\b",
    ),
    _named(
        StudyDesign.COHORT,
        r"\bcohort of [^.;]{0,60}\b(?:was|were) followed\b"
        r"|\bprospective(?:ly)?,? (?:[\w-]+,? ){0,4}(?:stud|includ|enrol|recruit|collect|follow|evaluat|observ)"
        r"|\bconsecutive (?:\w+ ){0,2}patients\b|\bmedian follow-?up\b|\bwere followed (?:up )?(?:for|over|until)\b"
        r"|\b(?:cox (?:proportional|regression|models?)|hazard ratios?|kaplan)",
    ),
    _named(
        StudyDesign.CROSS_SECTIONAL,
        r"\b(?:validity|reliability|psychometric\w*|validation|validated?|internal consistency)\b.{0,80}"
        r"\b(?:questionnaires?|scales?|instruments?|inventor(?:y|ies)|checklists?)\b"
        r"|\b(?:questionnaires?|scales?|instruments?|inventor(?:y|ies)|checklists?)\b.{0,80}"
        r"\b(?:validity|reliability|psychometric\w*|internal consistency)\b",
        r"\b(?:cronbach|factor analys[ei]s|test-retest|translat\w+|construct validity|psychometric\w*)\b",
    ),
    _named(
        StudyDesign.SURVEY,
        r"\b(?:complete|answer|fill|sent|respond|administer|distribut|asked)\w*\b.{0,50}\b(?:questionnaires?"
        r"|surveys?)\b"
        r"|\b(?:questionnaires?|surveys?) (?:was|were) (?:sent|completed|distributed|administered|answered)\b"
        rf"|\bwe surveyed (?:[\w-]+,? ){{0,5}}{_WHO}\b",
        r"\brespon(?:ded|dents?|ses?)\b|\bsurvey"
        r"|\bquestionnaires? (?:was|were) (?:completed|filled|answered|returned|administered|distributed)\b",
    ),
    _named(
        StudyDesign.CASE_REPORT,
        r"\b\d{1,2}[- ]years?[- ]old (?:[\w-]+ ){0,4}(?:man|woman|male|female|boy|girl|patient|gentleman|lady)\b",
        r"\bcase\b|\breport|-old (?:[\w-]+ ){0,4}(?:man|woman|male|female|boy|girl|patient|gentleman|lady)(?: \w+)?"
        r" (?:presented|developed|was (?:admitted|referred|diagnosed|found)|complained|underwent|with)\b",
    ),
    _named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bbefore and after (?:the )?(?:\w+ ){0,3}(?:treatment|intervention|program|training|rehabilitation|therapy)"
        r"|\b(?:assessed|evaluated|measured|tested|examined)\b.{0,60}\bbefore and after\b",
        r"\b(?:patients|participants|subjects|individuals|adults|children|volunteers|students|nurses)\b",
    ),
    _named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bpre-? ?(?:and|/|&) ?post-? ?(?:workshop|training|intervention|course|program|session|simulation|education"
        r"|exercise)\w*\b",
        rf"\b{_WHO}\b",
    ),
    _named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bat baseline and (?:again )?(?:at|after|immediately after) (?:the )?(?:end|completion)\b",
        r"\b(?:patients|participants|subjects|individuals|adults|children|volunteers|women|men)\b",
        r"\b(?:programmes?|programs?|training|interventions?|treatments?|therapy|exercise)\b",
    ),
    _named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bbefore and after\b|\bat the beginning and (?:at )?(?:the )?end of\b|\bpre-? ?(?:and|-) ?post-?"
        r"|\bfrom baseline\b",
        r"\ball (?:the )?(?:\d+ )?(?:patients|participants|subjects|adolescents|children) (?:received|underwent"
        r"|completed)\b",
    ),
    _named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bopen(?:[- ]label)?,? (?:[\w-]+,? ){0,4}(?:study|trial)\b"
        r"|\b(?:feasibility|pilot|proof[- ]of[- ]concept)(?: \w+){0,2} (?:study|trial)\b",
        r"\b(?:patients|participants|subjects|individuals|adults|children|volunteers|women|men)\b.{0,60}\b(?:received"
        r"|treated|trained|practi[sc]ed|switched)\b",
    ),
    _named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\b(?:increasing|escalating) doses?\b|\bdose[- ]escalation\b",
        r"\b(?:tolerat\w+|safety|toxicit(?:y|ies))\b",
        r"\b(?:patients|participants|subjects|children|adults|women|men|volunteers)\b",
    ),
    _named(
        StudyDesign.SURVEY,
        r"\b(?:interviewed by (?:tele)?phone|(?:tele)?phone interviews?)\b",
        r"\b(?:random|representative) sample\b",
    ),
    _named(
        StudyDesign.COHORT,
        r"\bnomograms?\b|\b(?:prediction|predictive|prognostic|risk|early warning) (?:models?|scores?|tools?)\b",
        r"\b(?:develop|construct|establish|build|built|deriv|validat|predict)\w*",
        r"\b(?:patients|participants|adults|children|women|men|infants|individuals)\b",
        r"\b(?:area under|AUC|c-?(?:index|statistic)|calibration|discrimination|hosmer|receiver operating)\b",
    ),
    _named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\b(?:was|were) (?:\w+ly )?(?:given|administered|injected|infused|implanted|transplanted)\b",
        r"\b(?:well[- ]tolerated|safety|adverse (?:events?|effects?)|toxicit(?:y|ies)|feasib\w+)\b",
        r"\b(?:patients|participants|subjects|children|adults|women|men|volunteers)\b",
    ),
    _named(
        StudyDesign.COHORT,
        r"\b(?:hospitali[sz]ed|admitted|registr(?:y|ies)|registration cent(?:er|re)|claims data)\b",
        r"\b(?:in-hospital mortality|survival|odds ratio|hazard ratio|predictors|risk factors|trends)\b",
    ),
    _named(
        StudyDesign.CASE_SERIES,
        r"\b(?:from|between) (?:\w+,? )?(?:\d{1,2},? )?(?:19|20)\d\d (?:to|and|until) (?:\w+,? )?(?:\d{1,2},? )?(?:19"
        r"|20)\d\d\b",
        r"(?<![\d,])\d{1,3} (?:[\w-]+ ){0,3}(?:patients|cases|children|women|men)\b",
        r"\b(?:treated|operat\w+|underwent|performed|implant\w+|diagnosed|retrieved|managed|surg\w+|presented)\b",
    ),
    _named(
        StudyDesign.COHORT,
        r"\b(?:an|a) (?:average|mean|median) of [\d.]+ (?:months|years) (?:after|following|post)\b"
        r"|\b(?:followed|follow-?\s?up|observation)(?:-up)? (?:time |period |for )*(?:ranged |ranging "
        r"|varied )?(?:from )?"
        r"[\d.]+ ?(?:months?|years?|weeks?)?(?: to |-|\u2013)[\d.]+ (?:months|years)\b",
        rf"\b{_WHO}\b",
    ),
    _named(
        StudyDesign.COHORT,
        r"\b(?:mean|median|average) (?:duration of )?follow-?up\b|\bfollow-?up (?:period|time|duration) of \d",
        r"\bpatients\b",
    ),
)
"""Where no design is named: what was done with people, from what says it most surely to what says it least."""
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
CONTROL_GROUP: Final = re.compile(r"\b(?:control|comparison) (?:group|arm|condition)s?\b", re.IGNORECASE)
SURVEYED: Final = _named(
    StudyDesign.SURVEY,
    r"\bsurvey(?:s|ed)?\b",
    r"\b(?:took part|respond\w*|completed|answered|filled)\b",
)
SEEN_ONCE: Final = _named(
    StudyDesign.CROSS_SECTIONAL,
    r"\b(?:recruited|enrol+ed|attending|sampled|examined|screened|tested|completed|collect)\b",
    r"\b(?:sero)?prevalence\b|\bdeficiency was (?:found|seen|present)\b|\bquestionnaires?\b",
    r"\b(?:measured|questionnaires?|examined|tested|interviewed|assessed)\b",
)
COMPARED_WITH_HEALTHY: Final = _named(
    StudyDesign.CROSS_SECTIONAL,
    r"\b(?:healthy|age-matched|sex-matched|normal) (?:\w+ ){0,2}(?:controls?|subjects|volunteers|individuals"
    r"|participants)\b"
    r"|\bcases and (?:\w+ )?controls\b|\band \d+ (?:\w+ )?controls\b"
    r"|\b\d+ (?:[\w-]+ ){0,3}(?:patients|children|women|men|adults)\b[^.;]{0,40}\band \d+ (?:non-?\w+|unaffected"
    r"|able-bodied|healthy|typically developing|neurologically intact"
    r"|(?:(?:age|sex)-)?matched) "
    r"|\b\d+ (?:[\w-]+ ){0,4}(?:patients|children|women|men|adults"
    r"|individuals)\b[^.;]{0,60}\b\d+ (?:[\w-]+ ){0,4}controls?\b",
)
SAMPLED: Final = _named(
    StudyDesign.CROSS_SECTIONAL,
    rf"\b(?:samples?|sera|serum|dna|specimens|swabs)\b[^.;]{{0,60}}\b(?:of"
    rf"|from) (?:[\w-]+ ){{0,2}}\d+ (?:[\w-]+ ){{0,4}}{_WHO}\b"
    rf"|\b\d+ (?:[\w-]+ ){{0,4}}{_WHO}\b[^.;]{{0,60}}\b(?:were|was) (?:screened|tested|swabbed|genotyped|sequenced)\b",
    r"\b(?:screened|tested|genotyped|detected|positive|sequenced|profiled|assayed)\b",
)
HELD_AGAINST_THE_TRUTH: Final = _named(
    StudyDesign.DIAGNOSTIC_ACCURACY,
    r"\bsensitivity\b[^.;]{0,40}\bspecificity\b|\b(?:diagnos(?:is|e|ing|tic)|discriminat\w+|accura(?:te|cy)"
    r"|misclassif\w+)\b",
    r"\b(?:gold|reference) standard\b|\bsensitivity\b|\bspecificity\b|\breceiver operating|\barea under the"
    r"|\bcross-validat\w+|\bvalidation (?:data )?sets?\b",
    r"\b(?:patients|subjects|participants|individuals|children|adults|women|men)\b",
)
WENT_TOGETHER: Final = _named(
    StudyDesign.CROSS_SECTIONAL,
    r"\b(?:associat\w+|correlat\w+|(?:was|were) (?:\w+ )?related|relationships?|variance|prevalence"
    r"|polymorphisms?|genotyp\w+|differences? (?:between"
    r"|among))\b",
    rf"\b(?:{_WHO}|samples? from)\b",
)
_AGAIN: Final = (
    r"(?:again|once more) (?:after|at|in)? ?(?:[\w-]+,? ){1,5}(?:months?|years?)|(?:seen|tested|asked|measured"
    r"|examined|interviewed|assessed|scanned) (?:again|a second time)"
)
_AT_A_LATER_TIME: Final = (
    r"(?:at|until|after) (?:\d+|two|three|four|five|six|nine|ten|twelve)(?: and \d+)? (?:months|years)(?! of age| old)"
)
FOLLOWED: Final = _named(
    StudyDesign.COHORT,
    r"\b(?:follow-?\s?up|were followed|longitudinal\w*|long-term changes|(?:months?|years?) later|readmission"
    rf"|rehospitali[sz]ation|{_AGAIN}|{_AT_A_LATER_TIME})\b",
    r"\b(?:patients|subjects|participants|individuals|children|adults|women|men|people|veterans|residents)\b",
)
GIVEN: Final = re.compile(r"\b(?:placebo|randomi[sz]ed|randomly|treated with|received|assigned)\b", re.IGNORECASE)
"""Something was done to people: not a study of how they are or fare."""
LATER: Final = re.compile(
    r"\b(?:follow-?\s?up|were followed|longitudinal\w*|baseline|mortality|surviv\w+|incidence|incident|hazard"
    rf"|retrospective\w*|readmission|rehospitali[sz]ation|(?:months?|years?) (?:later|after)|over time|{_AGAIN}"
    rf"|{_AT_A_LATER_TIME})\b",
    re.IGNORECASE,
)
"""People were seen more than once: not a study of one time."""
FOLLOWED_UP: Final = re.compile(
    r"\b(?:follow-?\s?ups?|were followed|longitudinal\w*|(?:months?|years?) later|over time)\b", re.IGNORECASE
)
"""People were seen again: whoever they are compared with, it was not at one time."""
CONTROLS: Final = re.compile(
    r"\b(?:control (?:group|arm|condition)|(?<!own )controls|(?:two|three|both|each|between(?: the)?"
    r"|either) groups?|placebo|sham"
    r"|usual care|waiting list|wait-?list|group (?:[A-D]|[1-4]|I{1,3}))\b",
    re.IGNORECASE,
)
"""Somebody was compared with: it was not a single group."""
NO_SERIES: Final = re.compile(rf"{CONTROLS.pattern}|\b(?:questionnaires?|prevalence)\b", re.IGNORECASE)
"""Somebody was compared with, or a population was asked."""
ASKED_TWICE: Final = re.compile(r"\b(?:pre|post)-?test\b|\bpre-? ?(?:and|/) ?post|\bbefore and after\b", re.IGNORECASE)
TRIED: Final = re.compile(
    r"\b(?:placebo|sham|double-?blind(?:ed)?|cross-?over|interventions?|treatments?|therapy|training|doses?"
    r"|(?:first|second|field|clinical|controlled|vaccine) trials?|received (?:the|a) vaccine)\b",
    re.IGNORECASE,
)
"""Something was tried on people, so that a comparison with the healthy is not all there is."""
_FEW: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|[1-9]\d)"
LOOSE_TITLES: Final = (
    _named(
        StudyDesign.DIAGNOSTIC_ACCURACY,
        r"\baccuracy of (?!(?:[\w-]+ )?(?:estimates|predictions|perceptions|self-?report))",
    ),
    _named(StudyDesign.SURVEY, r"\bsurvey\b"),
    _named(StudyDesign.QUALITATIVE, r"\b(?:interview|focus group|qualitative|phenomenological) \w+\b"),
)
"""Words of a title that name its design where the paper bears them out."""
TITLES: Final = (
    *REVIEWS[:-1],
    _named(
        StudyDesign.COMPUTATIONAL,
        r"[:.?] (?:an? |results (?:of|from) an? )?(?:[\w-]+,? ){0,3}(?:simulation|micro-?simulation"
        r"|modell?ing) (?:study|analysis)\b"
        r"|[:.?] (?:an? )?(?:micro-?simulation|(?:mathematical|simulation|computational|economic) model\w*)\.?\Z",
    ),
    _named(
        StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        r"\b(?:synthesis|appraisal|overview|analysis) of (?:\d+|published) (?:[\w-]+ ){0,3}(?:studies|trials)\b",
    ),
    _named(
        StudyDesign.GUIDELINE_OR_CONSENSUS,
        r"\b(?:clinical practice|evidence-based|national) guidelines?\b|\b(?:recommendations|guidelines?|consensus)\b"
        r".{0,40}\b(?:expert|panel|working group|task force|society|committee|statement)\b"
        r"|\A(?:(?!of\b)[\w-]+ ){0,4}recommendations (?:for|on)\b|\b(?:scientific|position|consensus) statements?\b"
        r"|\b(?:best practice|consensus|expert|international|evidence-based) (?:[\w-]+ ){0,2}recommendations\b",
    ),
    _named(
        StudyDesign.NARRATIVE_REVIEW,
        r"\b(?:narrative|literature|critical|mini-?|brief)? ?(?:review|overview)\b(?! of our)",
    ),
    *IN_PEOPLE,
    _named(
        StudyDesign.CASE_SERIES,
        rf"\b(?:series|reports?) of {_FEW} (?:[\w-]+ ){{0,3}}(?:cases|patients)\b"
        rf"|\b{_FEW} (?:[\w-]+ )?cases? (?:reports?|series)\b"
        rf"|\bin {_FEW} (?:[\w-]+ ){{0,2}}(?:cases|patients)(?:\Z| with\b| between\b)",
    ),
    _named(
        StudyDesign.CASE_SERIES,
        rf"\breport (?:on|of) {_FEW} (?:[\w-]+ ){{0,2}}(?:siblings|brothers|sisters|patients|families|children"
        rf"|cases)\b",
    ),
    _named(
        StudyDesign.CASE_REPORT,
        r"\ba (?:rare )?case of\b|\bin an? (?:[\w-]+ ){0,4}(?:patient|child|infant|man|woman|boy|girl|newborn|neonate"
        r"|adolescent|toddler)(?:\Z|[.:?]| (?:with|who|after|treated|receiving|following|presenting|without"
        r"|undergoing|from)\b)",
    ),
    _named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"[:.\u2013-] (?:an?|results of an?) (?:[\w-]+,? ){0,2}(?<!case-)(?<!case )controlled (?:clinical )?trial\b",
    ),
    _named(
        StudyDesign.COHORT, r"\b(?:retrospective|prospective|longitudinal) (?:\w+ ){0,2}(?:study|analysis|review)\b"
    ),
    _named(StudyDesign.COHORT, r"\bobservational (?:\w+ )?(?:study|comparison|analysis|evaluation)\b"),
    _named(StudyDesign.COHORT, r"\bregist(?:er|ry)(?:-based)? (?:\w+ )?(?:study|cohort|analysis)\b"),
    _named(
        StudyDesign.CROSS_SECTIONAL,
        r"\bpsychometric\b|\b(?:validity|reliability|validation|adaptation|version) (?:and \w+ )?of (?:an?"
        r"|the)\b[^:]*\b(?:scale"
        r"|questionnaire|inventory|index|instrument|measure)\b",
    ),
    *LOOSE_TITLES,
)
"""A title names the paper's own design, so that looser forms are safe there."""
KEYWORDS: Final = (
    _named(StudyDesign.QUALITATIVE, r"qualitative(?: (?:research|stud(?:y|ies)|interviews?))?|focus groups?"),
    _named(StudyDesign.CLUSTER_RCT, r"cluster[- ]randomi[sz]ed .*trials?"),
    _named(StudyDesign.CROSSOVER_RCT, r"(?:randomi[sz]ed )?cross-?over (?:trials?|stud(?:y|ies)|designs?)"),
    _named(StudyDesign.RCT, r"randomi[sz]ed (?:controlled |clinical |control )*(?:trials?|stud(?:y|ies))|rct"),
    _named(StudyDesign.CASE_CONTROL, r"case[- ]control(?: stud(?:y|ies))?"),
    _named(
        StudyDesign.COHORT,
        r"(?:prospective |retrospective )?cohort stud(?:y|ies)|(?:longitudinal|retrospective"
        r"|follow-?up) stud(?:y|ies)",
    ),
    _named(StudyDesign.CROSS_SECTIONAL, r"cross[- ]sectional(?: (?:stud(?:y|ies)|survey))?"),
    _named(StudyDesign.SURVEY, r"(?:online |web |national )?survey"),
    _named(StudyDesign.CASE_REPORT, r"case reports?"),
    _named(StudyDesign.CASE_SERIES, r"case series"),
)
"""Keywords that are a design and nothing else."""
