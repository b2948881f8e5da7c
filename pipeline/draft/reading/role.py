"""What a sentence of an abstract is for, by the label that it stands under or by its own words."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """The part that a sentence plays in the report of a study."""

    BACKGROUND = "background"
    AIM = "aim"
    METHODS = "methods"
    RESULTS = "results"
    CONCLUSION = "conclusion"
    ASIDE = "aside"
    """Registration numbers, funding, files, the studies of others: nothing that is told about the study."""


_AND: Final = r"(?:,? and |/| |, | & )"
_METHODS_OF: Final = "patients?|subjects?|materials?|participants?|design|search|statistical|study|data"
_CLOSING: Final = "conclusions?|interpretation|discussion|significance|relevance|implications?"
_REGISTERED: Final = "(?:clinical )?(?:trial|study|protocol|systematic review)s? "
_WORDS: Final = (
    (Role.AIM, ("(?:study )?(?:objectives?|aims?|purposes?|goals?|hypothes[ie]s|questions?(?:/purposes)?)",)),
    (Role.BACKGROUND, (f"(?:background|introduction|context|rationale)(?:{_AND}(?:aims?|objectives?|purpose))?",)),
    (
        Role.METHODS,
        (
            rf"(?:(?:{_METHODS_OF}){_AND})?methods?(?:{_AND}(?:materials?|design|findings|results|analysis))?",
            rf"(?:study |trial |experimental )?design|settings?(?:{_AND}(?:design|participants))?",
            r"methodology|materials?",
            r"participants?|patients?|subjects?|interventions?|exposures?|measurements?|procedures?|approach",
            rf"(?:main|primary) outcomes?(?:{_AND})?(?: ?measures?)?|outcome measures?|data sources?|study selection",
            r"data (?:extraction|synthesis|collection)|selection criteria|statistical analys[ie]s(?: used)?",
        ),
    ),
    (Role.RESULTS, ("(?:main |principal |key )?(?:results?|findings?)|observations?|outcomes?|cases?(?: reports?)?",)),
    (
        Role.CONCLUSION,
        (rf"(?:main |authors['\u2019] |clinical )?(?:{_CLOSING})(?:{_AND}(?:{_CLOSING}))?",),
    ),
    (
        Role.ASIDE,
        (
            f"(?:{_REGISTERED})?(?:registration(?: number| information)?|registry)|funding|key ?words?|doi",
            r"sponsor(?:ship|s)?|funding(?:/| and )(?:support|sponsorship)|financial (?:support|disclosures?)",
            r"(?:conflicts?|declarations?) of interests?|competing interests?|disclosures?(?: statement)?",
            "electronic supplementary material|abbreviations?|level of evidence|please see later.{0,60}",
        ),
    ),
)
_LABELS: Final = tuple((role, "(?:" + "|".join(words) + ")") for role, words in _WORDS)
_HEADINGS: Final = tuple((role, re.compile(rf"{words}[\s:.]*", re.IGNORECASE)) for role, words in _LABELS)
_PUNCTUATED: Final = tuple(
    (role, re.compile(rf"(?i:{words})(?:\s?[:.\u2014\u2013]\s*|\s-\s+)(?=\S)")) for role, words in _LABELS
)
_BARE: Final = tuple(
    (role, re.compile(rf"(?P<label>(?i:{words}))\s+(?=[A-Z0-9][\w\u2019'-]*\s)")) for role, words in _LABELS
)
_BARE_LABELS: Final = frozenset(
    {"background", "methods", "results", "conclusion", "conclusions", "objective", "objectives"}
)


def role_of_label(text: str) -> Role | None:
    """The role of a text that is nothing but a label: `Methods`, `Main outcome measures:`."""
    bare = text.strip()
    return next((role for role, form in _HEADINGS if form.fullmatch(bare)), None)


_TELLING: Final = (
    (
        Role.ASIDE,
        (
            r"regist|fund|sponsor|conflict|competing|key ?words?|abbreviat|trial number|level of evidence"
            r"|data (?:access|availab)|ethics"
        ),
    ),
    (
        Role.METHODS,
        r"method|design|participant|setting|measure|intervention|material|procedure|data sourc|search|eligib",
    ),
    (Role.METHODS, r"selection|extraction|synthes|analys|patient|subject|experiment|approach|sample|diagnos"),
    (Role.CONCLUSION, r"conclu|interpret|discuss|significan|implicat|relevan|lesson|perspect|meaning|take-home"),
    (Role.RESULTS, r"result|finding|outcome|observ"),
    (Role.AIM, r"objectiv|aim|purpose|goal|hypothes|question"),
    (Role.BACKGROUND, r"background|introduct|context|rationale|importan|known|problem"),
)
_LONGEST_HEADING: Final = 70
"""Characters; journals make headings of their own, but no sentences."""


def role_of_heading(heading: str) -> Role | None:
    """The role that the heading of a part of an abstract gives to what stands under it, by its telling word."""
    if role := role_of_label(heading):
        return role
    bare = heading.strip().casefold()
    if not bare or len(bare) > _LONGEST_HEADING:
        return None
    return next((role for role, form in _TELLING if re.search(rf"\b(?:{form})", bare)), None)


def glued_label(text: str) -> tuple[Role, int] | None:
    """The label that stands at the front of a sentence (`Results: …`, `METHODS We …`), and where the rest begins.

    A bare word before a capital is a label only where it looks like one; `Patients with …` is none.
    """
    if not text[:1].isupper():
        return None
    front = text[:90]
    for role, form in _PUNCTUATED:
        if found := form.match(front):
            return role, found.end()
    for role, form in _BARE:
        found = form.match(front)
        if found and (found["label"].isupper() or found["label"].lower() in _BARE_LABELS):
            return role, found.end()
    return None


_AIM: Final = re.compile(
    r"\b(?:aims?|aimed|objectives?|purpose|goal|hypothesi[sz]ed?|sought to|we asked whether|set out to"
    r"|(?:study|trial|review|paper|article|work|we) (?:was |were )?(?:designed to|(?:will )?(?:investigate[sd]?"
    r"|examine[sd]?|explore[sd]?|assess(?:es)?|evaluate[sd]?|determine[sd]?|tests?|compares?|describes?)))\b",
    re.IGNORECASE,
)
_METHODS: Final = re.compile(
    r"\bwe (?:used|examined|conducted|performed|recruited|assessed|analy[sz]ed|measured|compared|studied"
    r"|tested|developed|applied|enrolled|randomi[sz]ed|searched|combined|collected|evaluated|trained|present"
    r"|utili[sz]ed"
    r"|investigated|explored|reviewed|identified|included|surveyed|interviewed|established|generated|followed"
    r"|recorded|fitted|planted|sequenced|sampled|estimated|modell?ed|simulated|monitored|tracked|screened|treated"
    r"|quantified|imaged|scanned|stained|cultured|derived|determined|calculated|linked|matched|enrol+ed)\b"
    r"|\bwe (?:perform|conduct|analy[sz]e|apply|recruit|enrol|examine|evaluate|assess)\b"
    r"|\b(?:here|in this (?:study|work)),? we (?:use|combine|apply|measure|record|determine|trace|compare"
    r"|analy[sz]e)\b"
    r"|\brandomi[sz]ed,? (?:[\w-]+,? ){0,5}(?:trial|design|study)\b|\bdouble-blind"
    r"|\b(?:were|was|will be) (?:\w+ly )?(?:randomi[sz]ed|randomly|recruited|enrolled|assigned|allocated|assessed"
    r"|measured"
    r"|treated|asked|evaluated|collected|performed|conducted|included|administered|analy[sz]ed|examined|investigated"
    r"|obtained|recorded|carried out|done|subjected|injected|divided|compared|studied|reviewed|given|trained"
    r"|exposed|fed"
    r"|implanted|tested|invited|interviewed|screened|identified|used|generated|searched)\b"
    r"|\b(?:participants|patients|subjects|individuals|volunteers|observers|listeners|students|children|adults|women"
    r"|men|rats|mice|animals|monkeys)(?: \([^()]{1,30}\))? (?:\w+ )?(?:completed|underwent|received|participated"
    r"|judged"
    r"|viewed|performed|took part|trained|reported|were given|were fed)\b"
    r"|\b(?:were|was) (?:taken|drawn|grown|stained|housed|built|mounted|sequenced|genotyped|kept|sampled|harvested"
    r"|planted|held|linked|pooled|allotted|cultured)\b"
    r"|\b(?:a|an|one) (?:\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ](?:year|month|week|day)s?[- ]old\b|\bin this case (?:report"
    r"|series|study),"
    r"|\A(?:then |next |first |here,? )?we (?:\w+ly )?(?!show|demonstrat|reveal|identifi|observ|discover|report"
    r"|propos"
    r"|suggest|conclud|confirm|review|describ|discuss|summari|argu)\w{3,}ed\b",
    re.IGNORECASE,
)
_RESULTS: Final = re.compile(
    r"\bwe (?:found|find|show|showed|observed?|report(?:ed)?|identif(?:y|ied)|demonstrated?|discovered"
    r"|reveal(?:ed)?)\b"
    r"|\bresults? (?:show|indicat|reveal|demonstrat)|\bsignificant|\bp ?[<=>≤]|\d ?%|\b(?:increased|decreased|reduced"
    r"|higher|lower|improved|showed|revealed|did not differ)\b"
    r"|\b(?:rose|fell|dropped|went) (?:by|from)\b|\b(?:all|none|both|each|most|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)(?: of (?:the|them))? (?:\w+ )?(?:could|stood|walked|regained|recovered|were (?:un)?able to)\b",
    re.IGNORECASE,
)
_CONCLUSION: Final = re.compile(
    r"\bconclu(?:de|sion)|\b(?:these|our|the present|the) (?:results|findings|data|study|work)\b.{0,40}"
    r"\b(?:suggest|indicat|support|provid|demonstrat|highlight|show|establish|impl|reveal|open)"
    r"|\b(?:in summary|taken together|together,|thus|therefore|overall|hence|this (?:study|work|suggests"
    r"|indicates))\b",
    re.IGNORECASE,
)


_NOT_TOLD: Final = re.compile(
    r"(?:doi\b|https?:|www\.|.{0,60}\btrials?\.?(?:gov| regist)|key ?words?\b|funding)", re.IGNORECASE
)


def roles(sentences: Sequence[str]) -> Iterator[Role]:
    """The roles of the sentences of an abstract that has no labels, from their words and their order."""
    told = [index for index, sentence in enumerate(sentences) if not _NOT_TOLD.match(sentence)]
    reached, place = Role.BACKGROUND, {index: len(told) - 1 - nth for nth, index in enumerate(told)}
    turn = next((index for index, sentence in enumerate(sentences) if _TURN.search(sentence)), 0)
    for index, sentence in enumerate(sentences):
        if index not in place or (index < turn and _is_of_others(sentence, sentences[turn])):
            yield Role.ASIDE
            continue
        reached = _next_role(sentence, reached, from_end=place[index])
        yield reached


_TURN: Final = re.compile(r"\b(?:we|here|this study|the present study|our study)\b", re.IGNORECASE)
"""Where an abstract comes to its own study."""
_OTHERS: Final = re.compile(
    r"\bis being (?:tested|tried|studied)\b|\bin one(?: (?:[\w-]+ ){0,2}(?:study|trial|report|series))?,"
    r"|\b(?:a|one|another|an earlier|a previous|a recent) (?:(?:[\w/-]+|phase [\d/]+),? ){0,4}?(?:trial|study) (?:of|in"
    r"|with|randomi[sz]ed|enrolled|showed|reported|found|included)\b|\b[A-Z]{3,}[\w-]* (?:trial )?randomi[sz]ed\b",
)
_PEOPLE: Final = re.compile(r"\b(?:patients|people|participants|men|women|adults|children|volunteers)\b")
_NO_PEOPLE: Final = re.compile(
    r"\b(?:cultured?|in vitro|neurons?|cell lines?|organoids?|mice|mouse|rats?|pigs?|minipigs?|rabbits?|zebrafish"
    r"|monkeys|macaques|cats|dogs|sheep)\b",
    re.IGNORECASE,
)


def _is_of_others(sentence: str, turn: str) -> bool:
    """Whether a sentence before the turn tells of another study: of a trial, or of people where cells are studied."""
    if _OTHERS.search(sentence):
        return True
    is_of_people = _PEOPLE.search(sentence) is not None and _PEOPLE.search(turn) is None
    return is_of_people and _NO_PEOPLE.search(turn) is not None and _NO_PEOPLE.search(sentence) is None


_FINDS: Final = re.compile(
    r"(?:here,? |in this (?:study|work),? |our (?:study|results|data|findings) (?:show|reveal"
    r"|demonstrate))?(?:we )?(?:\w+ ){0,2}?"
    r"(?:(?<=we )(?:found|find|show|report(?! (?:our|an?|the|on|here)\b)|demonstrate[d]?|identif(?:y|ied)"
    r"|reveal(?:ed)?|discover(?:ed)?"
    r"|challenge))\b",
    re.IGNORECASE,
)
"""`Here, we show that …`, but not `We report a case of …`."""


_BY_WHICH: Final = re.compile(
    r"\A(?:using|by|with|through|combining) [^.;]{3,120}, we (?:\w+ )?(?:show|find|found|demonstrate|identif"
    r"|discover|reveal)",
    re.IGNORECASE,
)
"""`Using microscopy of single cells, we show that …`."""


_PERTURBED: Final = re.compile(
    r"\b(?:depletion|loss|deletion|knock-?(?:down|out)|silencing|inhibition|activation|overexpression|ablation"
    r"|stimulation|removal|disruption|mutation) of\b[^.;]{0,120}\b(?:abolished|delayed|blocked|reduced"
    r"|increased|impaired"
    r"|prevented|rescued|restored|suppressed|enhanced|slowed|caused|led)\b",
    re.IGNORECASE,
)
"""`Depletion of the motor delayed entry`: what was done and what came of it, in one."""
_BEGINS_WITH_A_COUNT: Final = re.compile(
    r"(?:a total of |altogether,? )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?) (?:(?!years?|months?|weeks?|days?"
    r"|of)[\w-]+ ){0,4}?(?:patients|participants"
    r"|subjects|volunteers|observers|listeners|adults|children|infants|women|men|students|people|persons|individuals"
    r"|athletes|rats|mice|rabbits|pigs|dogs|sheep|monkeys|animals)\b",
    re.IGNORECASE,
)
_COUNTS_PEOPLE: Final = re.compile(
    rf"(?:(?:on|in|at|from|over|for|to|during|between|using)\b[^.;,]{{2,60}},? )?(?:{_BEGINS_WITH_A_COUNT.pattern})"
    r"|[^.;]{0,80}\((?:total )?n ?= ?\d",
    re.IGNORECASE,
)
"""`Twenty observers recalled …`, `On separate days, 20 subjects drank …`, `a sample (n = 120)`: those who took part."""


def _next_role(sentence: str, reached: Role, *, from_end: int) -> Role:
    if from_end == 0 or (from_end <= 2 and _CONCLUSION.search(sentence)) or reached is Role.CONCLUSION:
        return Role.CONCLUSION
    if reached is not Role.RESULTS and _AIM.search(sentence):
        return Role.AIM
    if _RESULTS.search(sentence) and reached is not Role.BACKGROUND:
        return Role.RESULTS
    if _FINDS.match(sentence) or _BY_WHICH.search(sentence) or _PERTURBED.search(sentence):
        return Role.RESULTS
    if reached is not Role.RESULTS and (_METHODS.search(sentence) or _COUNTS_PEOPLE.match(sentence)):
        return Role.METHODS
    return Role.METHODS if reached is Role.AIM else reached


def roles_of_background(sentences: Sequence[str]) -> Iterator[Role]:
    """The roles of sentences under `Background` or `Introduction`, which many abstracts end with what they ask."""
    return (Role.AIM if _ASKS.search(sentence) else Role.BACKGROUND for sentence in sentences)


_ASKS: Final = re.compile(
    r"\b(?:aims?|objectives?|purpose|goal) of (?:this|the present|our|the current|the)\b[^.;]{0,30}\b(?:study"
    r"|trial|work"
    r"|review|paper|analysis|research)\b|\b(?:this|the present|our) (?:[\w-]+ ){0,2}(?:study|trial"
    r"|review) (?:was |were )?"
    r"(?:aim|designed|sought|evaluat|examin|investigat|assess|compar|tests?\b|tested)|\bwe (?:aimed|sought"
    r"|hypothesi[sz]ed)\b"
    r"|\bour (?:aim|objective|goal)\b",
    re.IGNORECASE,
)


def roles_of_both(sentences: Sequence[str]) -> Iterator[Role]:
    """The roles of sentences under `Methods and Findings`: methods, until the first that tells what came of it."""
    reached = Role.METHODS
    for sentence in sentences:
        if _RESULTS.search(sentence) or _COUNTED.match(sentence):
            reached = Role.RESULTS
        yield reached


_COUNTED: Final = re.compile(
    r"[\w -]{2,40}\b(?:studies|papers|articles|trials|patients|participants)\b[^.;]{0,60}\bincluded\b", re.IGNORECASE
)
_BOTH: Final = re.compile(
    r"\s*methods?\s*(?:and|/|&|,)\s*(?:principal |main |key )?(?:findings|results)\W*\Z", re.IGNORECASE
)


def heads_both(heading: str) -> bool:
    """Whether a heading stands over methods and results together, as in the abstracts of PLOS Medicine."""
    return _BOTH.match(heading) is not None


def role_by_words(sentence: str, reached: Role) -> Role:
    """The role of a sentence under a heading that tells nothing, by its words; else that of what came before."""
    if _RESULTS.search(sentence):
        return Role.RESULTS
    return Role.METHODS if _METHODS.search(sentence) else reached


def states_aim(text: str) -> bool:
    """Whether a sentence says what the study wanted to find out."""
    return _AIM.search(text) is not None
