"""What was done in each design, where no name is given: records were reviewed, people were asked or followed.

The order matters: what says it most surely stands first.
"""

import re
from typing import Final

from pipeline.draft.facts.design_named import WHO, named
from pipeline.draft.facts.design_names import CROSSED
from pipeline.models.study import StudyDesign

_BLIND_TRIAL: Final = (
    r"\bdouble-?\s?blind(?:ed)?,? (?:[\w-]+,? ){0,4}(?:trial|study|comparison|evaluation|technique|design)\b"
)
BY_WHAT_WAS_DONE: Final = (
    named(
        StudyDesign.COMPUTATIONAL,
        r"\b(?:markov|decision[- ](?:analytic(?:al)?|analysis|tree)|economic|micro-?simulation"
        r"|partition(?:ed)? survival"
        r"|state[- ]transition) (?:[\w-]+ )?models?\b",
        r"\b(?:QALYs?|quality-adjusted|cost-effective\w*|cost-utility|incremental cost|life-?years)\b",
    ),
    named(
        StudyDesign.RCT,
        r"\bdouble-?\s?blind(?:ed)?\b[^.;]{0,60}\bplacebo[- ]controlled\b"
        r"|\bplacebo[- ]controlled\b[^.;]{0,60}\bdouble-?\s?blind(?:ed)?\b",
    ),
    named(
        StudyDesign.COMPUTATIONAL,
        r"\bS(?:E?I|VI|EIV|IQ|EIQ)[A-Z]*R[A-Z]*(?:-type)?,? (?:[\w-]+ ){0,2}models?\b"
        r"|\b(?:an?|the|our|this) (?:[\w-]+,? ){0,4}(?:epidemic|compartmental|agent-based|transmission|mathematical"
        r"|individual-based) (?:dynamics? )?(?:[\w-]+ )?model\b",
        r"\bsimulat\w+|\breproduction number\b|\binfer(?:red)? \w+ parameters\b|\bscenarios?\b|\bnumerical\w*"
        r"|\bstability\b|\bcalibrat\w+|\bfitted\b",
    ),
    named(StudyDesign.CROSSOVER_RCT, r"\bdouble-?\s?blind(?:ed)?\b", CROSSED),
    named(StudyDesign.RCT, _BLIND_TRIAL, r"\bplacebo\b|\bcompar(?:ed|ing|ison)\b|\bversus\b|\b(?:two|both) groups\b"),
    named(
        StudyDesign.QUALITATIVE,
        r"\b(?:semi-?\s?structured|in-?\s?depth|face-to-face|individual) interviews?\b|\bfocus groups?\b"
        r"|\b(?:unstructured|written) (?:[\w-]+ )?diar(?:y|ies)\b|\bdiary transcripts\b|\bwritten (?:accounts"
        r"|narratives)\b"
        r"|\bwe interviewed\b|\binterviews? (?:was|were) (?:audio-?)?(?:recorded|transcribed|taped)",
        r"\b(?:thematic(?:ally)?|content analysis|grounded theory|transcri|phenomenolog|themes|qualitative)",
    ),
    named(
        StudyDesign.CASE_CONTROL,
        r"\bcases (?:were|and|with|comprised)\b.{0,120}\bcontrols\b|\bcontrols (?:were"
        r"|comprised)\b.{0,80}\bmatched\b",
        r"\bconditional logistic\b|\bodds ratios?\b",
        r"\bcases\b",
    ),
    named(
        StudyDesign.CASE_CONTROL,
        r"\b\d[\d,]* (?:[\w-]+ ){0,3}cases (?:and|with|versus|vs\.?) \d[\d,]* (?:[\w-]+ ){0,3}controls\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\b(?:nationwide|national|population-based|hospital|claims|administrative|register-based|health)(?: [\w-]+)?"
        r" (?:registers?|registr(?:y|ies)|databases?)\b|\bSEER\b|\bsurveillance, epidemiology,? and end results\b",
        r"\bincidence\b|\bperson-years\b|\bhazard\b|\bfollowed\b|\bsurvival\b|\bmortality\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\b(?:data|records|patients|adults|participants|children)\b[^.;]{0,60}\bfrom (?:[\w-]+ ){0,6}cohorts\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\ball (?:[\w-]+ ){0,5}(?:patients|adults|children|women|infants)\b.{0,80}\b(?:admitted|treated"
        r"|operated|seen"
        r"|diagnosed)\b.{0,80}\b(?:between|from|during|in)\b.{0,20}\b(?:19|20)\d\d\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\bretrospective(?:ly)?,? (?:[\w-]+,? ){0,4}(?:stud|review|analy|chart|evaluat|collect|observ|compar|data"
        r"|identif|includ|assess|enrol|examin|investigat|follow|research)"
        r"|\b(?:review|analy[sz]|evaluat|collect|stud(?:y|i)|examin|assess|identif|investigat"
        r"|record)\w* (?:[^.;]{1,60}\b)?"
        r"retrospectively\b"
        r"|\b(?:medical|hospital|patient|clinical|electronic)(?: \w+)? (?:records|charts)\b.{0,60}\breviewed\b"
        r"|\breview of (?:the )?(?:medical |hospital |patient )?(?:records|charts)\b"
        r"|\b(?:patients|charts|records|files|admissions|deaths|cases|operations)\b.{0,80}\bwere (?:\w+ )?reviewed\b"
        r"|\brecords of (?:\d|an? )[^.]{0,220}\bwere (?:\w+ )?reviewed\b"
        r"|\bwe (?:retrospectively )?reviewed \d[\d,]* (?:consecutive )?(?:patients|cases)\b",
    ),
    named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"\b(?:allocated|assigned|divided) (?:in)?to (?:two|three|four|five"
        r"|\d) (?:\w+ )?groups?\b(?! (?:according|based|by"
        r"|depending)\b)(?!.{0,60}\b(?:according to|based on|depending on)\b)"
        r"|\b(?:intervention|experimental|treatment"
        r"|training)(?: and control)? groups?\b.{0,80}\b(?:participated|received"
        r"|formed|treated|performed|attended|taught|trained|underwent)\b",
        r"\bcontrols?\b|\bcontrol groups?\b",
        r"\b(?:intervention|treated with|received|were given|training|exercises?|program(?:me)?|administered)\b",
    ),
    named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"\breceived\b[^.;]{0,160}\bserved as (?:[\w-]+ )?controls\b"
        r"|\bin the [\w-]+ group received\b[^.;]{0,80}\b(?:were|was) in the control group\b",
    ),
    named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        rf"\b{WHO} were (?:treated with|given|administered) either\b[^;]{{0,200}}\bor\b"
        rf"|\b{WHO} (?:\w+ ){{0,4}}received\b[^.;]{{0,100}}\band (?:\d+|\w+) (?:\w+ ){{0,4}}received\b",
        r"\b(?:both|two|the) (?:groups|regimens|treatments)\b|\b(?:than|versus|compared with)\b",
        r"\b(?:mg|daily|doses?|tablets?|injections?|therapy|treatment)\b",
    ),
    named(
        StudyDesign.NON_RANDOMISED_TRIAL,
        r"\b(?:two|three|four) groups\b[^.;]{0,60}\bassigned to (?:either|one) of (?:two|three|four)\b",
        r"\b(?:interventions?|treatments?|received|training|exercises?|programmes?|programs?|administered"
        r"|supplement\w*)\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\b(?:received|(?:were|was) (?:given|treated with|injected with))\b[^.;]{0,160}\b(?:and|then) (?:were"
        r"|was) followed\b",
        rf"\b{WHO}\b",
        r"\b(?:cells?|drugs?|vaccines?|doses?|administrations?|injections?|training|programm?e?s?|infusions?"
        r"|stimulation)\b",
    ),
    named(
        StudyDesign.COHORT,
        rf"\b{WHO}\b[^.]{{0,200}}\bbetween (?:the years )?(?:\w+ (?:\d{{1,2}}, )?)?(?:19|20)\d\d\b[^.]{{0,80}}"
        r"\bwere (?:\w+ )?(?:included|identified|reviewed)\b"
        r"|\busing [^.]{0,120}\bdata (?:from|between|for) (?:19|20)\d\d ?(?:-|\u2013|to|and) ?(?:19|20)\d\d\b"
        r"|\bclinical data (?:of [^.]{0,60} )?were (?:\w+ )?(?:analy[sz]ed|reviewed)\b",
        r"\b(?:regression|risk factors?|predict\w*|outcomes?|mortality|deaths?|costs?|survival|characteristics)\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\b(?:data|records|information)\b[^.]{0,140}\b(?:patients|deaths|cases|births|tumou?rs|admissions)\b[^.]{0,140}"
        r"\b(?:19|20)\d\d ?(?:-|\u2013|to|and|through) ?(?:19|20)\d\d\b[^.]{0,120}\b(?:were"
        r"|was) (?:\w+ )?(?:analy[sz]ed"
        r"|obtained|extracted|examined|retrieved|linked)\b",
        r"\b(?:regression|odds ratios?|likely|trends?|rates?|survival)\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\b(?:life[- ]tables? (?:techniques?|methods?|analys[ei]s)|standardi[sz]ed mortality ratios?|SMRs?"
        r"|median survival|survival status|(?:actuarial|graft|implant|patient|overall) survival (?:was|rates?|at))\b",
        rf"\b(?:{WHO}|sample|population|transplantations|operations|grafts|implants)\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\bobservational (?:[\w-]+ )?(?:study|design)\b[^.]{0,120}\b(?:prospective\w*|retrospective\w*|monitor\w*"
        r"|follow(?:ed|-?up))\b",
    ),
    named(
        StudyDesign.CROSS_SECTIONAL,
        r"\b(?:nutrition examination survey|nhanes|health interview survey|nationally representative)\b",
    ),
    named(StudyDesign.CROSS_SECTIONAL, r"\bretrospectively (?:classified|categori[sz]ed|grouped)\b"),
    named(
        StudyDesign.DIAGNOSTIC_ACCURACY,
        r"\bsensitivit(?:y|ies)\b.{0,60}\bspecificit(?:y|ies)\b|\bspecificit(?:y|ies)\b.{0,60}\bsensitivit(?:y|ies)\b",
        r"\b(?:reference|gold(?:en)?) standard\b|\bas (?:the|a) reference\b|\bindex test\b"
        r"|\b(?:diagnostic|screening) (?:tests?|tools?|value|yield)\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\bcohort of [^.;]{0,60}\b(?:was|were) followed\b"
        r"|\bprospective(?:ly)?,? (?:[\w-]+,? ){0,4}(?:stud|includ|enrol|recruit|collect|follow|evaluat|observ)"
        r"|\bconsecutive (?:\w+ ){0,2}(?:patients|cases)\b|\bmedian follow-?up\b|\bwere followed (?:up )?(?:for|over"
        r"|until)\b"
        rf"|\bwe followed(?: up)? (?:\d+|the|all) (?:[\w-]+,? ){{0,5}}{WHO}\b[^;]*\bfor\b"
        r"|\b(?:cox (?:proportional|regression|models?)|hazard ratios?|kaplan)",
    ),
    named(
        StudyDesign.CROSS_SECTIONAL,
        r"\b(?:validity|reliability|psychometric\w*|validation|validated?|internal consistency)\b.{0,80}"
        r"\b(?:questionnaires?|scales?|instruments?|inventor(?:y|ies)|checklists?)\b"
        r"|\b(?:questionnaires?|scales?|instruments?|inventor(?:y|ies)|checklists?)\b.{0,80}"
        r"\b(?:validity|reliability|psychometric\w*|internal consistency)\b",
        r"\b(?:cronbach|factor analys[ei]s|test-retest|translat\w+|construct validity|psychometric\w*)\b",
    ),
    named(
        StudyDesign.SURVEY,
        r"\b(?:complete|answer|fill|sent|respond|administer|distribut|asked)\w*\b.{0,50}\b(?:questionnaires?"
        r"|surveys?)\b"
        r"|\b(?:questionnaires?|surveys?) (?:was|were) (?:sent|completed|distributed|administered|answered)\b"
        rf"|\bwe surveyed (?:[\w-]+,? ){{0,5}}{WHO}\b",
        r"\brespon(?:ded|dents?|ses?)\b|\bsurvey"
        r"|\bquestionnaires? (?:was|were) (?:completed|filled|answered|returned|administered|distributed)\b",
    ),
    named(
        StudyDesign.CASE_REPORT,
        r"\b\d{1,2}[- ]years?[- ]old (?:[\w-]+ ){0,4}(?:man|woman|male|female|boy|girl|patient|gentleman|lady)\b",
        r"\b(?:he|she|the patient|the (?:wo)?man|the (?:boy|girl)) (?:was|had|has|underwent|presented|developed"
        r"|recovered)\b"
        r"|\bcase\b|\breport|-old (?:[\w-]+ ){0,4}(?:man|woman|male|female|boy|girl|patient|gentleman|lady)(?: \w+)?"
        r" (?:presented|developed|was (?:admitted|referred|diagnosed|found)|complained|underwent|with)\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bbefore and after (?:the )?(?:\w+ ){0,3}(?:treatment|intervention|program|training|rehabilitation|therapy)"
        r"|\b(?:assessed|evaluated|measured|tested|examined)\b.{0,60}\bbefore and after\b",
        r"\b(?:patients|participants|subjects|individuals|adults|children|volunteers|students|nurses)\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bpre-? ?(?:and|/|&) ?post-? ?(?:workshop|training|intervention|course|program|session|simulation|education"
        r"|exercise)\w*\b",
        rf"\b{WHO}\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bat baseline and (?:again )?(?:at|after|immediately after) (?:the )?(?:end|completion)\b",
        r"\b(?:patients|participants|subjects|individuals|adults|children|volunteers|women|men)\b",
        r"\b(?:programmes?|programs?|training|interventions?|treatments?|therapy|exercise)\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bbefore and after\b|\bat the beginning and (?:at )?(?:the )?end of\b|\bpre-? ?(?:and|-) ?post-?"
        r"|\bfrom baseline\b",
        r"\ball (?:the )?(?:\d+ )?(?:patients|participants|subjects|adolescents|children) (?:received|underwent"
        r"|completed)\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\bopen(?:[- ]label)?,? (?:[\w-]+,? ){0,4}(?:study|trial)\b"
        r"|\b(?:feasibility|pilot|proof[- ]of[- ]concept)(?: \w+){0,2} (?:study|trial)\b",
        r"\b(?:patients|participants|subjects|individuals|adults|children|volunteers|women|men)\b.{0,60}\b(?:received"
        r"|(?:were|was|are) treated|trained|practi[sc]ed|switched)\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\b(?:enrol+ed|included|took part|participated|treated) in (?:an?|this"
        r"|our) (?:[\w-]+,? ){0,3}clinical trial\b",
        r"\b(?:transplant\w+|implant\w+|injections?|infusions?|treatments?|therapy|received|stimulation|training)\b",
        r"\b(?:improve\w*|adverse|safety|recover\w*)\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\b(?:increasing|escalating) doses?\b|\bdose[- ]escalation\b",
        r"\b(?:tolerat\w+|safety|toxicit(?:y|ies))\b",
        r"\b(?:patients|participants|subjects|children|adults|women|men|volunteers)\b",
    ),
    named(
        StudyDesign.SURVEY,
        r"\b(?:interviewed by (?:tele)?phone|(?:tele)?phone interviews?)\b",
        r"\b(?:random|representative) sample\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\bnomograms?\b|\b(?:prediction|predictive|prognostic|risk|early warning) (?:models?|scores?|tools?)\b",
        r"\b(?:develop|construct|establish|build|built|deriv|validat|predict)\w*",
        r"\b(?:patients|participants|adults|children|women|men|infants|individuals)\b",
        r"\b(?:area under|AUC|c-?(?:index|statistic)|calibration|discrimination|hosmer|receiver operating)\b",
    ),
    named(
        StudyDesign.SINGLE_ARM_TRIAL,
        r"\b(?:was|were) (?:\w+ly )?(?:given|administered|injected|infused|implanted|transplanted)\b",
        r"\b(?:well[- ]tolerated|safety|adverse (?:events?|effects?)|toxicit(?:y|ies)|feasib\w+)\b",
        r"\b(?:patients|participants|subjects|children|adults|women|men|volunteers)\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\b(?:hospitali[sz]ed (?:patients|adults|children|people|with|between|from|in)|admitted|registr(?:y|ies)"
        r"|registration cent(?:er|re)|claims data)\b",
        r"\b(?:in-hospital mortality|survival|odds ratios?|hazard ratios?|predictors|risk factors|trends)\b",
    ),
    named(
        StudyDesign.CASE_SERIES,
        r"\b(?:from|between) (?:\w+,? )?(?:\d{1,2},? )?(?:19|20)\d\d (?:to|and|until) (?:\w+,? )?(?:\d{1,2},? )?(?:19"
        r"|20)\d\d\b",
        r"(?<![\d,])[1-9]\d? (?:[\w-]+ ){0,3}(?:patients|cases|children|women|men)\b",
        r"\b(?:treated|operat\w+|underwent|performed|implant\w+|diagnosed|retrieved|managed|surg\w+|presented)\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\b(?:an|a) (?:average|mean|median) of [\d.]+ (?:months|years) (?:after|following|post)\b"
        r"|\b(?:followed|follow-?\s?up|observation)(?:-up)? (?:time |period |for )*(?:ranged |ranging "
        r"|varied )?(?:from )?"
        r"[\d.]+ ?(?:months?|years?|weeks?)?(?: to |-|\u2013)[\d.]+ (?:months|years)\b",
        rf"\b{WHO}\b",
    ),
    named(
        StudyDesign.COHORT,
        r"\b(?:mean|median|average) (?:duration of )?follow-?up\b|\bfollow-?up (?:period|time|duration) of \d",
        r"\bpatients\b",
    ),
)
"""Where no design is named: what was done with people, from what says it most surely to what says it least."""
CONTROL_GROUP: Final = re.compile(r"\b(?:control|comparison) (?:group|arm|condition)s?\b", re.IGNORECASE)
SURVEYED: Final = named(
    StudyDesign.SURVEY,
    r"\bsurvey(?:s|ed)?\b",
    r"\b(?:took part|respond\w*|completed|answered|filled)\b",
)
SEEN_ONCE: Final = named(
    StudyDesign.CROSS_SECTIONAL,
    r"\b(?:recruited|enrol+ed|attending|sampled|examined|screened|tested|completed|collect)\b",
    r"\b(?:sero)?prevalence\b|\bcarrier frequenc(?:y|ies)\b|\bdeficiency was (?:found|seen|present)\b"
    r"|\bquestionnaires?\b",
    r"\b(?:measured|questionnaires?|examined|tested|interviewed|assessed)\b",
)
COMPARED_WITH_HEALTHY: Final = named(
    StudyDesign.CROSS_SECTIONAL,
    r"\b(?P<those>\w+) (?:\(n ?= ?\d+\) )?(?:and|versus|vs\.?) non-?(?P=those)\b"
    r"|\b(?:healthy|age-matched|sex-matched|normal|typically developing|neurotypical|able-bodied"
    r"|uninjured) (?:\w+ ){0,2}(?:controls?|subjects|volunteers|individuals"
    r"|participants)\b"
    r"|\bcases and (?:\w+ )?controls\b|\band \d+ (?:\w+ )?controls\b"
    r"|\b\d+ (?:[\w-]+ ){0,3}(?:patients|children|women|men|adults)\b[^.;]{0,40}\band \d+ (?:non-?\w+|unaffected"
    r"|able-bodied|healthy|typically developing|neurologically intact"
    r"|(?:(?:age|sex)-)?matched) "
    r"|\b\d+ (?:[\w-]+ ){0,4}(?:patients|children|women|men|adults"
    r"|individuals)\b[^.;]{0,60}\b\d+ (?:[\w-]+ ){0,4}controls?\b",
)
SAMPLED: Final = named(
    StudyDesign.CROSS_SECTIONAL,
    rf"\b(?:samples?|sera|serum|dna|specimens|swabs)\b[^.;]{{0,60}}\b(?:of"
    rf"|from) (?:[\w-]+ ){{0,2}}\d+ (?:[\w-]+ ){{0,4}}{WHO}\b"
    rf"|\b\d+ (?:[\w-]+ ){{0,4}}{WHO}\b[^.;]{{0,60}}\b(?:were|was) (?:screened|tested|swabbed|genotyped|sequenced)\b",
    r"\b(?:screened|tested|genotyped|detected|positive|sequenced|profiled|assayed)\b",
)
HELD_AGAINST_THE_TRUTH: Final = named(
    StudyDesign.DIAGNOSTIC_ACCURACY,
    r"\bsensitivity\b[^.;]{0,40}\bspecificity\b|\b(?:diagnos(?:is|e|ing|tic)|discriminat\w+|accura(?:te|cy)"
    r"|misclassif\w+)\b",
    r"\b(?:gold|reference) standard\b|\baccuracy of [^.;]{1,120}\bcompared (?:with|to) (?:direct|the)\b"
    r"|\bsensitivity\b|\bspecificity\b|\breceiver operating|\barea under the"
    r"|\bcross-validat\w+|\bvalidation (?:data )?sets?\b",
    r"\b(?:patients|subjects|participants|individuals|children|adults|women|men)\b",
)
WENT_TOGETHER: Final = named(
    StudyDesign.CROSS_SECTIONAL,
    r"\b(?:associat\w+|correlat\w+|(?:was|were) (?:\w+ )?related|relationships?|variance|prevalence"
    r"|polymorphisms?|genotyp\w+|differences? (?:between"
    r"|among))\b",
    rf"\b(?:{WHO}|samples? from)\b",
)
_AGAIN: Final = (
    r"(?:again|once more) (?:after|at|in)? ?(?:[\w-]+,? ){1,5}(?:months?|years?)|(?:seen|tested|asked|measured"
    r"|examined|interviewed|assessed|scanned) (?:again|a second time)"
)
_AT_A_LATER_TIME: Final = (
    r"(?:at|until|after) (?:\d+|two|three|four|five|six|nine|ten|twelve)(?: and \d+)? (?:months|years)(?! of age| old)"
)
FOLLOWED: Final = named(
    StudyDesign.COHORT,
    r"\b(?:follow-?\s?ups?|were followed|longitudinal\w*|long-term changes|incident (?:[\w-]+ ){0,2}cases"
    r"|in this cohort|(?:months?|years?) later|readmission"
    rf"|rehospitali[sz]ation|{_AGAIN}|{_AT_A_LATER_TIME})\b",
    r"\b(?:patients|subjects|participants|individuals|children|adults|women|men|people|veterans|residents)\b",
)
GIVEN: Final = re.compile(
    r"\b(?:placebo|randomi[sz]ed|randomly(?! (?:selected|chosen|sampled|drawn|identified))|treated with|received"
    r"|assigned)\b",
    re.IGNORECASE,
)
"""Something was done to people: not a study of how they are or fare."""
LATER: Final = re.compile(
    r"\b(?:(?:infection|complication|recurrence|failure|revision|reoperation|readmission|survival|success) rates?"
    r"|follow-?\s?up|were followed|longitudinal\w*|baseline|mortality|surviv\w+|incidence|incident|hazard"
    rf"|retrospective(?! (?:memory|report))\w*|readmission|rehospitali[sz]ation|(?:months?|years?) (?:later|after)"
    rf"|over time|{_AGAIN}"
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
