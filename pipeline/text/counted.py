"""What a number counts: the noun behind it, and which kinds of things may go by each other's name."""

import re
from enum import StrEnum
from typing import Final


class Counted(StrEnum):
    """What is counted: 21 experts are not 21 trials."""

    PATIENTS = "patients"
    PEOPLE = "people"
    BEINGS = "beings"
    """People or animals: subjects, individuals, females, controls, cases."""
    ANIMALS = "animals"
    EXPERTS = "experts"
    CLINICIANS = "clinicians"
    CAREGIVERS = "caregivers"
    STUDIES = "studies"
    RECORDS = "records"
    SAMPLES = "samples"
    SITES = "sites"
    SESSIONS = "sessions"
    ITEMS = "items"
    GROUPS = "groups"
    EVENTS = "events"
    UNNAMED = "unnamed"
    """A count whose noun is not told: `n = 48`."""


_NOUNS: Final = {
    Counted.PATIENTS: "patients?|outpatients?|inpatients?",
    Counted.PEOPLE: (
        "participants?|people|persons?|adults|men|women|m[ae]n|wom[ae]n|boys?|girls?|children|kids?|teen(?:ager)?s"
        "|adolescents?|volunteers?|veterans?|respondents?|survivors?|athletes?|students?|pupils?|smokers?|users?"
        "|pw(?:ms|sci|pd|d|a|e|p)|workers?|employees?|residents?|babies|toddlers?|recruits?|donors?|swimmers?"
    ),
    Counted.BEINGS: "subjects?|individuals?|males?|females?|controls?|cases?|infants?|newborns?|offspring|members?",
    Counted.ANIMALS: (
        "rats?|mice|mouse|animals?|rabbits?|dogs?|cats?|pigs?|minipigs?|macaques?|monkeys?|primates?|sheep|hamsters?"
        "|zebrafish|flies|frogs?|bats?|birds?|horses?|cows?|goats?|gerbils?|ferrets?|pups?"
    ),
    Counted.EXPERTS: "experts?|panell?ists?|specialists?",
    Counted.CLINICIANS: (
        "clinicians?|physicians?|doctors?|nurses?|therapists?|physiotherapists?|surgeons?|practitioners?|staff"
    ),
    Counted.CAREGIVERS: "caregivers?|carers?|parents?|relatives|spouses|family members",
    Counted.STUDIES: "studies|study|trials?|rcts?|reviews?|articles?|papers?|publications?|meta-analys[ei]s",
    Counted.RECORDS: (
        "records?|charts?|case notes|surveys|questionnaires|complaints|files|admissions?|hospitali[sz]ations?"
    ),
    Counted.SAMPLES: "samples?|specimens?|teeth|tooth|biops(?:y|ies)|eyes?|ears?|limbs?|knees?|hips?|cadavers?",
    Counted.SITES: (
        "cent(?:re|er)s?|hospitals?|sites?|clinics?|schools?|countries|country|cities|institutions?|practices|wards?"
        "|locations?|villages?|classes|classrooms?|universities"
    ),
    Counted.SESSIONS: (
        "sessions?|visits?|injections?|doses?|shots?|appointments?|lessons?|infusions?|treatments|times|occasions?"
        "|tablets?|capsules?|pills?"
    ),
    Counted.ITEMS: "items?|questions?|statements?|domains?|scales?|tests?|measures|parts|points? scale",
    Counted.GROUPS: "groups?|arms?|sets|clusters?|categories|themes?",
    Counted.EVENTS: "deaths?|falls?|events?|complications?|relapses?|infections?|strokes|episodes?|attacks?",
}
_N_IS: Final = re.compile(r"(?<!\w)[nN]\s?=\s?\Z")
_NO_MODIFIER: Final = (
    r"(?:years?|weeks?|months?|days?|hours?|minutes?|times?|of|and|or|to|in|on|at|by|the|per|for|from|with|without|was"
    r"|were|had|has|have|is|are|as|than|that|who|which|when|after|before|between|among|versus|vs|but|did|points?|mg)\b"
)
_OF_THEM: Final = (
    r"(?:\sof\s(?:(?:the|these|those|our|all|its|their)\s)?(?:\d[\d,.]{0,9}\s|(?:two|three|four|five|six|seven|eight"
    r"|nine|ten)\s)?)?"
)
_NOUN: Final = "(?:" + "|".join(f"(?P<{kind}>{nouns})" for kind, nouns in _NOUNS.items()) + r")(?![\w-])"
_BEHIND: Final = rf"{_OF_THEM}[\s\xa0-]?(?:(?!{_NO_MODIFIER})[A-Za-z][\w/\u2019'-]{{0,24}}\s){{0,4}}"
_COUNTED: Final = re.compile(f"{_BEHIND}{_NOUN}", re.IGNORECASE)
_COUNTED_FIRST: Final = re.compile(f"{_BEHIND}?{_NOUN}", re.IGNORECASE)
_MANY: Final = re.compile(r"(?:men|women|children|people|mice|teeth|offspring|sheep|staff)|.*[^s]s", re.IGNORECASE)
"""A noun that no other noun follows on: `patients completed all studies` counts patients, `patient records` records."""
_JOINED: Final = re.compile(rf"[-\u2010\u2011]{_NOUN}", re.IGNORECASE)
"""As in `a 9-session group programme`."""
_PERSONS: Final = frozenset(
    {
        Counted.PATIENTS,
        Counted.PEOPLE,
        Counted.BEINGS,
        Counted.EXPERTS,
        Counted.CLINICIANS,
        Counted.CAREGIVERS,
    }
)
_MAY_BE: Final = {
    Counted.PEOPLE: _PERSONS | {Counted.RECORDS, Counted.SAMPLES, Counted.EVENTS},
    Counted.PATIENTS: frozenset(
        {Counted.PATIENTS, Counted.PEOPLE, Counted.BEINGS, Counted.RECORDS, Counted.SAMPLES, Counted.EVENTS}
    ),
    Counted.BEINGS: _PERSONS | {Counted.ANIMALS, Counted.RECORDS, Counted.SAMPLES, Counted.EVENTS, Counted.GROUPS},
    Counted.ANIMALS: frozenset({Counted.ANIMALS, Counted.BEINGS, Counted.SAMPLES, Counted.EVENTS}),
    Counted.EXPERTS: frozenset({Counted.EXPERTS, Counted.CLINICIANS, Counted.PEOPLE, Counted.BEINGS}),
    Counted.CLINICIANS: frozenset({Counted.CLINICIANS, Counted.EXPERTS, Counted.PEOPLE, Counted.BEINGS}),
    Counted.CAREGIVERS: frozenset({Counted.CAREGIVERS, Counted.PEOPLE, Counted.BEINGS}),
    Counted.STUDIES: frozenset({Counted.STUDIES, Counted.RECORDS}),
    Counted.RECORDS: _PERSONS | {Counted.RECORDS, Counted.STUDIES, Counted.SAMPLES, Counted.EVENTS},
    Counted.SAMPLES: _PERSONS | {Counted.SAMPLES, Counted.ANIMALS, Counted.RECORDS},
    Counted.SITES: frozenset({Counted.SITES, Counted.GROUPS}),
    Counted.SESSIONS: frozenset({Counted.SESSIONS, Counted.EVENTS}),
    Counted.ITEMS: frozenset({Counted.ITEMS, Counted.GROUPS}),
    Counted.GROUPS: frozenset({Counted.GROUPS, Counted.SITES, Counted.ITEMS, Counted.BEINGS}),
    Counted.EVENTS: _PERSONS | {Counted.EVENTS, Counted.SESSIONS, Counted.RECORDS, Counted.ANIMALS, Counted.SAMPLES},
}


def counted_behind(text: str, at: int) -> Counted | None:
    """What the number that ends at `at` counts, by the noun within four words behind it; None where none is known."""
    found = _JOINED.match(text, at) or _COUNTED_FIRST.match(text, at)
    if found and found.lastgroup and not _MANY.fullmatch(found[found.lastgroup]):
        found = _COUNTED.match(text, at) or found
    return Counted(found.lastgroup) if found and found.lastgroup else None


def is_sample_size(text: str, start: int) -> bool:
    """Whether `n =` stands in front of the number that begins at `start`."""
    return _N_IS.search(text, max(0, start - 5), start) is not None


def may_be(one: Counted, other: Counted) -> bool:
    """Whether what one text counts as `one` can be what another counts as `other`: people may be experts."""
    return Counted.UNNAMED in (one, other) or other in _MAY_BE[one]
