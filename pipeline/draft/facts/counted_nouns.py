"""What is counted: the nouns of people, animals, samples and studies, and which of them a number belongs to."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.models.study import SampleUnit


@dataclass(frozen=True)
class Noun:
    """A noun with its span in the sentence."""

    unit: SampleUnit
    start: int
    end: int


NOUNS: Final = {
    SampleUnit.CAREGIVERS: r"caregivers|carers",
    SampleUnit.CLINICIANS: (
        r"clinicians|physicians|nurses|therapists|physiotherapists|surgeons|general practitioners|GPs"
        r"|health ?care (?:professionals|providers)|providers|podiatrists|psychologists|pharmacists|dentists"
        r"|midwives|paramedics|specialists"
        r"|\w+ologists"
    ),
    SampleUnit.EXPERTS: r"experts|panell?ists",
    SampleUnit.STUDIES: r"studies|trials|rcts|articles|papers|publications|guidelines|reviews",
    SampleUnit.RECORDS: r"records|charts|case notes|admissions|hospitali[sz]ations",
    SampleUnit.ANIMALS: (
        r"mice|rats|rabbits|dogs|cats|pigs|piglets|macaques|monkeys|animals|sheep|goats|hamsters|zebrafish|pups"
        r"|birds|chickens|pandas|guinea pigs|ferrets|mini-?pigs|baboons|chimpanzees|gorillas|marmosets|calves|cows"
        r"|bulls"
        r"|steers|heifers|cattle|horses|foals|ponies|lambs|ewes|sows|boars|kittens|puppies|hens|chicks|broilers|quails"
        r"|ducks|geese|pigeons|finches|sparrows|frogs|toads|tadpoles|lizards|snakes|turtles|fish|trout|salmon|larvae"
        r"|flies|bees|crabs|spiders|seals|whales|dolphins|elephants|lions|bats|deer|wolves|foxes|meerkats|gerbils|voles"
        r"|squirrels|mares|stallions|geldings|fillies|colts|gilts|barrows|rams|wethers|beagles|greyhounds"
    ),
    SampleUnit.SAMPLES: (
        r"samples|specimens|isolates|tumou?rs|teeth|eyes|premolars|molars|incisors|biopsies|cadavers|lenses"
    ),
    SampleUnit.PEOPLE: (
        r"patients|participants|people|individuals|persons|adults|women|men|children|adolescents|volunteers|veterans"
        r"|subjects|respondents|survivors|sufferers|athletes|swimmers|runners|players|students|undergraduates"
        r"|postgraduates|relatives|siblings|twins|infants|neonates|newborns"
        r"|outpatients|inpatients|users|girls|boys|residents|trainees|workers|employees|mothers|fathers|parents"
        r"|families|households"
        r"|consumers|managers|cases|males|females|teachers|couples|dyads|stakeholders|informants|smokers|learners"
        r"|educators|graduates|alumni|donors|recipients|members|drivers|interviewees|probands|staff|tetraplegics"
        r"|paraplegics|diabetics|amputees|asthmatics|teenagers|toddlers|babies|schoolchildren"
        r"|preschoolers|pupils|parturients|primigravidas|practitioners|professionals|officers|firefighters|soldiers"
        r"|miners|farmers|cleaners|janitors|cooks|welders|painters|carpenters|builders|hairdressers|sailors"
        r"|seafarers|fishers"
        r"|guards|policemen|medics|lawyers|journalists|engineers"
        r"|rowers|skiers"
        r"|climbers|gymnasts|wrestlers|boxers|jockeys|referees|singers|pianists|gamers|villagers|inhabitants"
        r"|citizens|prisoners|inmates|offenders|refugees|migrants|immigrants"
        r"|beneficiaries|enrollees|attendees|listeners|musicians|dancers|pilots|cyclists|gamblers|drinkers"
        r"|non-?smokers|centenarians|retirees|pensioners|spouses|husbands|wives|brothers|sisters|clients"
        r"|candidates|interns|instructors|coaches|technicians|mentees|mentors|victims|evacuees|pregnancies|laypersons"
        r"|laypeople|lay persons|applicants|youths?|Pw(?:MS|SCI|PD|D|A|E|P)|(?:\d{1,2}[-\u2013])+year-olds"
    ),
}
ANY_NOUN: Final = "|".join(NOUNS.values())
_NAMED: Final = "|".join(f"(?P<{unit}>{nouns})" for unit, nouns in NOUNS.items())
_NOUN: Final = re.compile(rf"(?:{_NAMED})\b", re.IGNORECASE)
_STOP: Final = re.compile(
    r"(?:years?|weeks?|months?|days?|hours?|minutes?|times?|of|and|or|to|in|the|per|were|was|had|with|who|from|for|by"
    r"|that|which|whose|where|groups|arms)\b",
    re.IGNORECASE,
)
"""Words that no noun phrase goes on after: the number is not that noun's."""
_JOINED: Final = re.compile(
    r"(?:Sprague\s?[\u2013-]\s?Dawley\b|(?:first|second|third|fourth|fifth|sixth|final)[- ]year|I{1,3}V? (?:and|to|or"
    r"|-) I{1,3}V?|[A-Z]\w+ of [A-Z]\w+|[a-z-]+ and [a-z-]+(?= (?:dyads|pairs|couples|specialists|students|patients"
    r"|participants|volunteers|nurses|physicians|residents)\b)|but otherwise (?:healthy"
    r"|well))\b,?"
)
"""`first year students`, `ASA physical status I and II patients`: joined names inside one phrase."""
_WORD: Final = re.compile(
    r"(?:\([^()]{1,60}\)|(?:~?\d+[-\u2013])*[^\W\d_][\w&/'\u2019.-]{0,24},?|(?<=[Tt]ype )(?:\d|I{1,3})\b)"
)
_FIRST_GAP: Final = re.compile(r",?\s")
_GAP: Final = re.compile(r"[\s-]?")
_WORDS: Final = 9


def noun_after(text: str, end: int) -> Noun | None:
    """The noun of a number that ends at `end`: `48 older patients`, `Forty (40) adults`."""
    gap = _FIRST_GAP.match(text, end)
    at = gap.end() if gap else end
    for _ in range(_WORDS if gap else 0):
        if found := _NOUN.match(text, at):
            return _noun(found)
        word = None if _STOP.match(text, at) and not _JOINED.match(text, at) else _JOINED.match(text, at)
        word = word or (None if _STOP.match(text, at) else _WORD.match(text, at))
        if not word:
            return None
        at = _after_word(text, word)
    return None


def _after_word(text: str, word: re.Match[str]) -> int:
    """Where the next word begins; `post-surgical patients` has its noun behind the hyphen of no word."""
    gap = _GAP.match(text, word.end())
    return gap.end() if gap else word.end()


_AHEAD: Final = re.compile(
    rf"\b(?:{_NAMED})\b[^.;()]{{0,150}}(?:\([^()]{{1,30}}\)[^.;()]{{0,30}})?[(\[](?:total )?n ?= ?\Z", re.IGNORECASE
)
_BEHIND: Final = re.compile(rf"\)? of (?:[\w()-]+ ){{0,9}}?(?:{_NAMED})\b", re.IGNORECASE)
_SPAN: Final = 170


def noun_of_bracket(text: str, start: int, end: int) -> Noun | None:
    """The noun of a number in brackets: `adults with pain (n = 48)`, `a large cohort (n = 40) of young rats`."""
    found = _AHEAD.search(text[max(0, start - _SPAN) : start])
    if found:
        return _noun(found, offset=max(0, start - _SPAN))
    behind = _BEHIND.match(text, end)
    return _noun(behind) if behind else None


_SAID: Final = re.compile(rf"\b(?:{_NAMED})\b", re.IGNORECASE)


def last_noun(text: str) -> Noun | None:
    """The last noun of a text."""
    found = max(_SAID.finditer(text), key=re.Match.start, default=None)
    return _noun(found) if found else None


def _noun(found: re.Match[str], offset: int = 0) -> Noun:
    unit = next(SampleUnit(name) for name, said in found.groupdict().items() if said)
    return Noun(unit, offset + found.start(), offset + found.end())
