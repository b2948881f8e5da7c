"""Counts of people, animals, samples and studies in a sentence: how many of what, and what was done with them.

A count is a number with its noun (`48 patients`), a number in brackets behind it (`patients … (n = 48)`) or a number
that stands for a noun said before (`of 60 patients, 48 were enrolled`). Its role is that of the nearest verb; a number
that is a part (`of the 48 patients`), a share, a bound or a plan is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.paper import SectionKind
from pipeline.models.study import SampleRole, SampleUnit
from pipeline.text.numbers import Number, NumberKind, numbers


@dataclass(frozen=True)
class Count:
    """`sure` where the role is said outright; else it follows from where the sentence stands."""

    n: int
    unit: SampleUnit
    role: SampleRole
    sentence: Sentence
    sure: bool


_NOUNS: Final = {
    SampleUnit.CAREGIVERS: r"caregivers?|carers?",
    SampleUnit.CLINICIANS: (
        r"clinicians?|physicians?|nurses?|therapists?|physiotherapists?|surgeons?|general practitioners?|GPs"
        r"|health ?care (?:professionals|providers)|podiatrists|psychologists|pharmacists|dentists|\w+ologists|midwives"
        r"|paramedics"
    ),
    SampleUnit.EXPERTS: r"experts?|panell?ists?",
    SampleUnit.STUDIES: r"studies|trials|rcts|articles|papers|publications|guidelines",
    SampleUnit.RECORDS: r"records|charts|case notes",
    SampleUnit.ANIMALS: (
        r"mice|rats|rabbits|dogs|cats|pigs|piglets|macaques|monkeys|animals|sheep|goats|hamsters|zebrafish|pups"
        r"|birds|chickens|pandas|guinea pigs|ferrets|minipigs"
    ),
    SampleUnit.SAMPLES: r"samples|specimens|teeth|premolars|molars|incisors|biopsies|cadavers|lenses",
    SampleUnit.PEOPLE: (
        r"patients?|participants?|people|individuals|persons|adults|women|men|children|adolescents|volunteers"
        r"|veterans|subjects|respondents|survivors|athletes|swimmers|runners|players|students|infants|neonates|newborns"
        r"|outpatients|inpatients|users|girls|boys|residents|trainees|workers|employees|mothers|parents|families"
        r"|consumers|managers|cases|males|females|adolescents|teachers|couples|dyads|stakeholders|informants"
        r"|smokers|learners|educators|graduates|alumni|donors|recipients|members"
        r"|drivers|interviewees|probands"
    ),
}
_NAMED: Final = "|".join(f"(?P<{unit}>{nouns})" for unit, nouns in _NOUNS.items())
_WORD: Final = (
    r"(?!years?\b|weeks?\b|months?\b|days?\b|hours?\b|minutes?\b|times?\b|of\b|and\b|or\b|to\b|in\b|the\b|per\b|were\b"
    r"|was\b|had\b|with\b|who\b|from\b|for\b|by\b|different\b"
    r"|consecutive days)(?:~?\d+-)?[a-z][\w&/'\u2019.-]{0,24}(?: (?:[12]|I{1,3})(?= ))?"
)
_STATUS: Final = r"(?-i:I{1,3}V? (?:and|to|or|-) I{1,3}V?|[A-Z]\w+ of [A-Z]\w+)"
"""`ASA physical status I and II patients`: joined names inside one noun."""
_BRACKETED: Final = r"\([^()]{1,40}\) ?"
_COUNTED: Final = re.compile(
    rf",?\s(?:(?:{_STATUS}|{_WORD},?|{_BRACKETED})\s?){{0,8}}?(?:(?<=\s)|(?<=-))(?:{_NAMED})\b", re.IGNORECASE
)
_IN_BRACKETS: Final = re.compile(
    rf"\b(?:{_NAMED})\b[^.;()]{{0,150}}(?:\([^()]{{1,30}}\)[^.;()]{{0,30}})?[(\[](?:total )?n ?= ?\Z", re.IGNORECASE
)
_OF_NOUN: Final = re.compile(rf"\)? of (?:[\w()-]+ ){{0,9}}?(?:{_NAMED})\b", re.IGNORECASE)
"""`a large cohort (n = 40) of young rats`."""
_ANY_NOUN: Final = re.compile(rf"\b(?:{_NAMED})\b", re.IGNORECASE)

_VERBS: Final = (
    (
        SampleRole.RANDOMISED,
        r"random(?:i[sz]ed|i[sz]ation|ly (?!select|chos|sampl|pick)|ly$)|(?:assigned|allocated) (?:at random|to)",
    ),
    (
        SampleRole.ENROLLED,
        (
            r"enrol+(?:ed|ing)|recruit(?:ed|ing)|participat(?:ed|ing)|took part|volunteered|entered|consented|agreed to"
            r"|responded|interviewed|surveyed|registered in"
        ),
    ),
    (SampleRole.ANALYSED, r"analy[sz]ed|completed|analys[ei]s"),
    (
        SampleRole.INCLUDED,
        (
            r"includ(?:ed|ing)|identified|studied|met (?:the |our |all )?(?:\w+ )?(?:inclusion|eligibility|criteria)"
            r"|reviewed|comprised|comprising|consisted of|consisting of|involv(?:ed|ing)|selected|retrieved"
            r"|considered (?:as )?eligible|deemed|fulfilled|constituted"
        ),
    ),
)
_WEAK_VERBS: Final = (
    r"underwent|received|undergoing|receiving|treated|followed|divided|classified|assessed|evaluated|examined|tested"
    r"|compared|investigated|asked|admitted|prepared|measured|operated|implanted|aggregated|performed|conducted"
    r"|administered|subjected|categori[sz]ed|grouped|separated|injected|used|collected|attended|presented|diagnosed"
    r"|observed|seen|applied|visited|assigned|allocated|placed|invited to|randomly (?:select|chos|sampl)\w*|yielded"
)
_NOT_SAMPLE: Final = (
    r"screened|eligible|approached|invited(?! to (?!participate|take part))|excluded|withdrew|withdrawn"
    r"|withdrawals?|dropped|drop-?outs?|lost to|declined"
    r"|refused|died|discontinued|required|needed|calculated|estimated|power(?:ed)?|sample size|will be|would be"
    r"|planned|target(?:ed)?|missing|responders|did not|contacted|assumed"
    r"|sampling frame|removed|not included|unable|failed|per group|each"
)
_VERB: Final = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{role}>{verbs})" for role, verbs in _VERBS)
    + rf"|(?P<weak>{_WEAK_VERBS})|(?P<none>{_NOT_SAMPLE}))\b",
    re.IGNORECASE,
)
_NO_SAMPLE: Final = re.compile(rf"\b(?:{_NOT_SAMPLE})\b", re.IGNORECASE)
_PART: Final = re.compile(
    r"(?:(?:\A|[.;:,]\s|\d(?: ?%\)?)?|\d\)|\b(?:most|half|majority|proportion|percentage|share|third|quarter|some"
    r"|any|all"
    r"|none|each|many|few|one|two|three|four|five|six|seven|eight|nine|ten|minimum|maximum|average|mean|median|size"
    r"|subset|subgroup|rest|remainder|out|and|or|cent)) ?of(?: the| these| those| all| our| whom)?"
    r"|\bof (?:the|these|those|all|our)|\bamong the|\bper|\beach|\bevery|\bthan|\bleast|[\u2265\u2264<>\u2a7d\u2a7e]"
    r"|\bover|\bunder|\bup to|\blevel|\breceptor|\bfactor|\bprotein|\bkinase|\binterleukin|\bclass|\bcategory"
    r"|\bversion|\bscore|\bvisit|\bpart"
    r"|\bwave|\bround|\bstudy|\bexperiment|\bcase|\bpatient|\bsubject|\bparticipant|\bsite|\bmodel|\bphase|\bgrade"
    r"|\bstage|\btype|\bdays?|\bweeks?|\bmonths?|\baged?|\bfigure"
    r"|\btable|\bbetween|\bremaining|\bother|\banother|\badditional|\bfurther|\bthe first|\bthe last|\bvs\.?|\bversus"
    r"|(?<!\d)\d{1,3}(?!th|st|nd|rd)[ a-z-]{0,14},? and|(?<!\d)\d{1,3},|(?<!\d)\d{1,3} to|\bgroups?|=|\bapproximately"
    r"|\beach (?:consisting|comprising|composed|made up|containing|having|with)(?: of)?"
    rf"|\d (?:[a-z-]+ ){{0,4}}(?:{'|'.join(_NOUNS.values())}),? and"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine) to|\d|\bapart from|\bmore|\bfewer|[/\u00d7*])\s*\Z",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:(?:a|the) total(?: sample| number)?(?: of)?(?: the)?|total|(?:sample|cohort|population|dataset"
    r"|series) of(?: the)?"
    r"|(?<!each )(?:comprised|consisted|consisting|composed|made up)(?: of)?|sample size was)\s*\Z",
    re.IGNORECASE,
)
"""What stands before the number of a whole sample."""
_PLACED: Final = re.compile(
    r"\b(?:in|on|among|from|for|of|comprising|including)(?: the| a total of| randomly selected)?\s*\Z", re.IGNORECASE
)
_OPENING: Final = re.compile(r"\A\s*(?:in|among|from|of|out of)(?: the| all| these| a total of)?\s*\Z", re.IGNORECASE)
"""What may stand there: `a trial in 48 patients`, `records of 48 patients`, `among 48 patients, 12 …`."""
_SHARE: Final = re.compile(
    r"(?:\s[\w-]+){0,2}\s?[(\[]\s?(?:n ?= ?\d+[,;] ?)?\d+(?:[.·]\d+)? ?%\s?(?:[)\],;]|of\b)|\s?/\s?\d"
    r"|\s?(?:out )?of (?:the )?\d"
)
_PARTNER: Final = re.compile(
    r",? ?(?:and|or|vs\.?|versus) (?:the )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)"
    rf"|, \d+ (?:[\w-]+ ){{0,3}}?(?:{'|'.join(_NOUNS.values())})\b",
    re.IGNORECASE,
)
"""`12 men and 8 women`: neither is the sample."""
_GROUP: Final = re.compile(
    r"(?:\s\w+){0,3}\s?(?:per|(?:in|for|to|from) (?:each|either|every|one|the (?:\w+[- ]){1,3}(?:group|arm))"
    r"|each\b)|(?: \w+){0,4} (?:in|to|into) (?:the )?(?:group|arm) ?[A-Z0-9]\b|\)? ?/ ?group|\)? (?:in|for) (?:both"
    r"|each|either|every)\b",
    re.IGNORECASE,
)
_AFTER, _BEFORE, _MOST = 120, 70, 10_000_000


def counts(sentence: Sentence) -> Iterator[Count]:
    """Every count in the sentence whose role it tells, or whose place gives it one."""
    for number in numbers(sentence.quote):
        if _is_count(number, sentence.quote):
            yield from _with_noun(sentence, number)


def _is_count(number: Number, quote: str) -> bool:
    whole = number.kind is NumberKind.INTEGER and not number.percent and not number.in_range
    if (
        not whole
        or _ASIDE.search(quote, 0, number.start)
        or not 1 < number.value < _MOST
        or _SHARE.match(quote, number.end)
    ):
        return False
    before = quote[max(0, number.start - 40) : number.start]
    return not _PART.search(before) or bool(_WHOLE.search(before) or _OPENING.fullmatch(before)) or _opens(before)


_ASIDE: Final = re.compile(r"[(\[](?!(?:total )?n ?=)[^()\[\]]{1,60}\Z", re.IGNORECASE)
"""A bracket that is still open: `80 adults (54 women, 26 men)`."""


_CLOSES: Final = re.compile(r"\s?(?:[);,:\]]|\w+ ?[)\]])")
"""`(n = 48; mean age 40)`, but not `(n = 5 women; …)`."""


def _opens(before: str) -> bool:
    return re.search(r"[(\[](?:total )?n ?= ?\Z", before, re.IGNORECASE) is not None


def _with_noun(sentence: Sentence, number: Number) -> Iterator[Count]:
    quote = sentence.quote
    before = re.split(r"[.;]\s", quote[max(0, number.start - _BEFORE) : number.start])[-1]
    if counted := _COUNTED.match(quote, number.end):
        after = quote[counted.end() : counted.end() + _AFTER]
        if not _SHARE.match(after) and not _PARTNER.match(after) and not _GROUP.match(after):
            yield from _in_role(sentence, number, counted, before, after)
    elif _opens(before) and _CLOSES.match(quote, number.end):
        named = _IN_BRACKETS.search(quote, max(0, number.start - 160), number.start) or _OF_NOUN.match(
            quote, number.end
        )
        if named and not _NO_SAMPLE.search(named.group()) and len(re.findall(r"\bn ?= ?\d", quote, re.IGNORECASE)) == 1:
            ahead = quote[max(0, named.start() - _BEFORE) : named.start()]
            behind = max(number.end, quote.find(")", number.end, number.end + _BEFORE))
            yield from _in_role(sentence, number, named, ahead, quote[behind : behind + _AFTER])
    else:
        yield from _standing_alone(sentence, number, before)


_ALONE: Final = re.compile(
    r" (?:of (?:them|these|those|whom) )?(?:(?:was|were|finally|subsequently|ultimately|eventually|had|agreed) ){0,2}"
    r"(?P<verb>enrol+ed|included|randomi[sz]ed|recruited|analy[sz]ed|met (?:the |our )?(?:inclusion|eligibility)"
    r"|participated|completed|to participate|eligible and)",
    re.IGNORECASE,
)


def _standing_alone(sentence: Sentence, number: Number, before: str) -> Iterator[Count]:
    """`of 27 screened patients, 18 were enrolled`: the noun was said before."""
    said = _ALONE.match(sentence.quote, number.end)
    nouns = list(_ANY_NOUN.finditer(before))
    if said and nouns and nouns[-1].lastgroup:
        role = _role_of(said["verb"]) or SampleRole.ENROLLED
        yield Count(int(number.value), SampleUnit(nouns[-1].lastgroup), role, sentence, sure=True)


def _in_role(sentence: Sentence, number: Number, noun: re.Match[str], before: str, after: str) -> Iterator[Count]:
    group = next((name for name, text in noun.groupdict().items() if text), None)
    if group is None:
        return
    verb = _nearest(before, f"{noun.group()}{after}" if noun.start() >= number.end else after)
    told = SampleRole(verb) if verb and verb not in ("weak", "none") else None
    whole = _WHOLE.search(before) is not None
    role = told or (SampleRole.INCLUDED if whole else _by_place(sentence, verb, before))
    if role and verb != "none":
        unit = SampleUnit(group)
        if unit is SampleUnit.STUDIES and _OPENING.fullmatch(before):
            return  # `of the 1,473 studies found, ten …`
        if unit is SampleUnit.STUDIES:
            role = SampleRole.INCLUDED if role is not SampleRole.ANALYSED else role
        yield Count(int(number.value), unit, role, sentence, sure=told is not None or whole)


def _nearest(before: str, after: str) -> str | None:
    """The verb behind the noun up to a stop, else the last one before the number."""
    clause = re.split(r";|\.\s|, (?:of whom|and (?:\d|the|were)|but|while|whereas|with \d)", after)[0]
    behind = next(_VERB.finditer(clause), None)
    ahead = next(iter(reversed(list(_VERB.finditer(before)))), None)
    if ahead and ahead.lastgroup == "none" and len(before) - ahead.end() < _CLOSE:
        return "none"
    if behind and behind.lastgroup != "weak":
        return behind.lastgroup
    if ahead and ahead.lastgroup not in ("none", "weak"):
        return ahead.lastgroup
    weak = behind or ahead
    return weak.lastgroup if weak else None


_CLOSE: Final = 25


def _by_place(sentence: Sentence, verb: str | None, before: str) -> SampleRole | None:
    """A count that stands with a weaker verb, or in the place of a sample, was included where methods are told."""
    own = sentence.role in (Role.METHODS, Role.AIM)
    if own and (verb == "weak" or not before.strip() or _PLACED.search(before)):
        return SampleRole.INCLUDED
    return SampleRole.INCLUDED if _opens_with(sentence, before) else None


def _opens_with(sentence: Sentence, before: str) -> bool:
    """`Among 540 patients, 107 …`: the whole of which parts are told."""
    return sentence.kind is SectionKind.ABSTRACT and _OPENING.fullmatch(before) is not None


def _role_of(text: str) -> SampleRole | None:
    found = _VERB.match(text)
    return SampleRole(found.lastgroup) if found and found.lastgroup in set(SampleRole) else None
