"""Practical implications: what the authors say their study may mean, by audience."""

import re
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import own, pick
from pipeline.draft.statements.telling import claims
from pipeline.models.paper import SectionKind
from pipeline.models.summary import Implications

_MOST = 3
_RESEARCH: Final = re.compile(
    r"\b(?:further|future|more|additional|larger|subsequent|follow-up) (?:[\w-]+,? ){0,3}(?:stud(?:y|ies)|research"
    r"|trials?|work|investigations?|experiments|evaluation)\b|\b(?:remains? to be|warrants? (?:further|investigation)"
    r"|needs? (?:to be (?:confirmed|tested|investigated)|confirmation)|should be (?:confirmed|replicated))"
    r"|\b(?:randomi[sz]ed|controlled|full(?:-scale)?|definitive) trials?\b[^.;]{0,40}"
    r"\b(?:(?:is|are) (?:now )?(?:warranted|needed|required)|should now)\b",
    re.IGNORECASE,
)
_CLINICIANS: Final = (
    r"(?:clinicians?|(?:physio)?therapists?|physicians|doctors|nurses|practitioners|surgeons|[a-z]{2,}ologists"
    r"|[a-z]{3,}iatrists|health ?care (?:professionals|providers))"
)
_TO_CLINICIANS: Final = (
    rf"\b{_CLINICIANS}"
    r" (?:\w+ )?(?:should|may (?:wish|want|need|consider)|might consider|could (?:use|consider|offer)|need (?:to"
    r"|not)|must"
    r"|can (?:use|offer))\b|\b(?:clinical implications?|implications? for (?:clinical )?(?:practice|care"
    r"|treatment))\b"
)
_MAY_BE_USED: Final = (
    r"\b(?:could|may|might|can|should) (?:also |now |therefore )?be (?:\w+ly )?"
    r"(?:used|recommended|considered(?! (?:in)?appropriate)|incorporated|offered|useful|helpful|implemented"
    r"|integrated"
    r"|beneficial)\b|\bshould (?:now )?consider\b"
    r"|\bclinical(?:ly)? (?:useful|utility|application|relevan(?:t|ce))\b|\btreatment option\b|\bclinical practice\b"
)
_PLAINLY: Final = re.compile(
    r"\bshould (?:not|never|only) be (?:\w+ly )?(?:used|given|offered|prescribed|recommended|performed|a routine)\b"
    r"|\bcannot (?:at present |currently |yet |now )?be recommended\b|\bought to (?:begin|start|be (?:given"
    r"|offered|used))\b"
    r"|\bremains? an? (?:reasonable|good|safe|valid) (?:choice|option|alternative)\b"
    r"|\b(?:we|the authors) (?:would )?advise (?:against )?\w|\bcaution against (?:moving|using|giving|offering)\b",
    re.IGNORECASE,
)
"""What should be done or left in care, said outright."""
_TO_COME: Final = re.compile(
    r"\b(?:should|would|could|may|might|will|can|must|needs?|needed|requir\w+|warrant\w*|necessary|recommend\w*"
    r"|suggest\w*"
    r"|remains?|encourag\w+|await\w*|future|further|investigat(?:e|ing)|larger|longer)\b",
    re.IGNORECASE,
)
"""Research that is still to be done; `in subsequent trials` was done in this study."""
_PRACTICE: Final = re.compile(rf"{_TO_CLINICIANS}|{_MAY_BE_USED}", re.IGNORECASE)
_IN_CARE: Final = re.compile(
    rf"{_TO_CLINICIANS}|\b(?:patients?|people|persons|individuals|adults|children|treat\w*|\w*therap\w*|care"
    rf"|clinic\w*"
    r"|rehabilitat\w*|diagnos\w*|screening|management|practice|surg\w+|supplement\w*|training|exercise\w*)\b",
    re.IGNORECASE,
)
"""What may be used in care; molecules and websites may be used, too."""
_IN_RESEARCH: Final = re.compile(
    r"\b(?:limitations?|confound\w*|trials?|hypothes[ie]s|interpret\w*|indicators?|statistical\w*|explanations?"
    r"|explained"
    r"|framework|(?:new|other|another|these|previous|present|current|two|three) (?:\w+ ){0,3}stud(?:y|ies)"
    r"|considered further|could not|may (?:also )?(?:have|affect)|might (?:also )?have"
    r"|(?:has|have) been (?:\w+ly )?(?:proposed|observed|reported|suggested|shown)"
    r"|guidelines?\b(?=[^.;]{0,60}\brecommend)|odds)\b",
    re.IGNORECASE,
)
"""What is said of how a study is to be understood, or of what others found."""
_POLICY: Final = re.compile(
    r"\b(?:polic(?:y|ies)|policy ?makers?|funders|insurers|payers|governments?|guidelines?|health systems?"
    r"|public health|reimbursement"
    r"|cost[- ]effective(?:ness)?|health ?care (?:systems?|costs?|planners)|legislation|decision[- ]makers)\b",
    re.IGNORECASE,
)
_PEOPLE_WITH_SCI: Final = re.compile(
    r"\b(?:people|persons?|individuals?|patients?|adults|those|users|veterans)\b.{0,60}"
    r"\b(?:spinal cord injur\w*|sci|paraplegia|tetraplegia|quadriplegia)\b"
    r"|\b(?:sci|paraplegic|tetraplegic|spinal cord[- ]injured) (?:patients|individuals|people|persons|population)\b",
    re.IGNORECASE,
)
_SPEAKS_TO_CLINICIANS: Final = re.compile(
    rf"\b{_CLINICIANS} (?:\w+ )?(?:may|might|could|can|should|need|must)\b",
    re.IGNORECASE,
)
"""Whoever is told to do something is the audience, whomever it is done for."""
_MAY: Final = re.compile(
    r"\b(?:may|might|could|can|should|must|need|potential(?:ly)?|promising|benefit|suggests?)\b", re.IGNORECASE
)


_ASKS: Final = re.compile(
    r"\b(?:should|must|needs? to|implications? for|we recommend|inform|support\w* (?:the )?(?:use|development"
    r"|implementation)"
    r"|policy ?makers (?:may|might|could|can))\b",
    re.IGNORECASE,
)
"""Policy as the cause of a finding is none of its implications."""
_EXPLAINS: Final = re.compile(r"\bexplanations?\b|\bmay be explained\b|\bconclusions must be cautious\b", re.IGNORECASE)
_ALREADY: Final = re.compile(
    r"\b(?:has|have|was|were) (?:\w+ )?(?:demonstrated|shown|conducted|performed|reported|found|published)\b",
    re.IGNORECASE,
)
"""`Additional work in our laboratory has shown …` is not to come."""


def implications(reading: Reading) -> Implications:
    """From the conclusions and the discussion only; a sentence stands under one audience.

    A plan implies nothing yet.
    """
    if reading.is_plan:
        return Implications(clinical_practice=(), policy=(), future_research=(), people_living_with_sci=())
    said = own([*reading.told(Role.CONCLUSION), *reading.within(SectionKind.CONCLUSION, SectionKind.DISCUSSION)])
    research = pick((s for s in said if _is_for_research(s)), _MOST)
    others = [s for s in said if not _RESEARCH.search(s.text) and not _is_of_what_was_known(s)]
    people = pick((s for s in others if _is_for_people(s)), _MOST)
    practice = pick((s for s in others if s not in people and _is_for_practice(s)), _MOST)
    policy = pick((s for s in others if s not in (*people, *practice) and _is_policy(s)), _MOST)
    return Implications(
        clinical_practice=claims(reading, practice),
        policy=claims(reading, policy),
        future_research=claims(reading, research),
        people_living_with_sci=claims(reading, people),
    )


def _is_of_what_was_known(sentence: Sentence) -> bool:
    """`Training is a procedure that can be used for vertigo [14]` is what others say, unless it says `our`."""
    return bool(sentence.citations) and _OURS.search(sentence.text) is None


_OURS: Final = re.compile(r"\b(?:we|our|us|this study|these (?:results|findings|data))\b", re.IGNORECASE)


def _is_for_research(sentence: Sentence) -> bool:
    text = sentence.text
    return all(form.search(text) for form in (_RESEARCH, _TO_COME)) and not _ALREADY.search(text)


def _is_for_people(sentence: Sentence) -> bool:
    text = sentence.text
    about_them = _PEOPLE_WITH_SCI.search(text) is not None and _MAY.search(text) is not None
    return about_them and not _SPEAKS_TO_CLINICIANS.search(text)


def _is_for_practice(sentence: Sentence) -> bool:
    text = sentence.text
    if _PLAINLY.search(text):
        return True
    may_be_used = _PRACTICE.search(text) is not None and _MAY.search(text) is not None
    return may_be_used and _IN_CARE.search(text) is not None and not _IN_RESEARCH.search(text)


def _is_policy(sentence: Sentence) -> bool:
    text = sentence.text
    return all(form.search(text) for form in (_POLICY, _ASKS)) and not _EXPLAINS.search(text)
