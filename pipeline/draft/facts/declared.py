"""What a journal declares of whom or what was studied: the organisms that it lists, and the fields it files under.

A list of organisms says which beings were there; it does not say whether whole or in parts, so it strikes kinds out and
settles none. A field says what is usual in it, and decides between kinds that the words leave open.
"""

import re
from functools import cache
from typing import Final

from pipeline.draft.facts.subjects import WORDS
from pipeline.models.paper import Metadata
from pipeline.models.study import Species

_PEOPLE: Final = re.compile(r"\bhumans?\b|\bhomo sapiens\b", re.IGNORECASE)
_BEASTS: Final = re.compile(
    r"\b(?:(?:in)?vertebrates?|mammals?|metazoa\w*|mus|rattus|danio|bos|sus|gallus)\b", re.IGNORECASE
)
"""Taxa in a list of organisms that are everyday words elsewhere."""
_ANY: Final = re.compile(r"\bothers?\b", re.IGNORECASE)
_IN_DISHES: Final = re.compile(
    r"\b(?:mammals?|vertebrates?|mouse|mice|mus|rats?|rattus|hamsters?|bovine|cow|pigs?|rabbits?|chickens?)\b",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(r"\s*none\s*", re.IGNORECASE)
BEINGS: Final = frozenset({Species.HUMAN, Species.ANIMAL})


def undeclared(metadata: Metadata) -> frozenset[Species]:
    """The beings that a list of organisms leaves out; none without a list, or where it says `Other`."""
    if not metadata.organisms or any(map(_ANY.search, metadata.organisms)):
        return frozenset()
    return BEINGS - declared(metadata)


def declared(metadata: Metadata) -> frozenset[Species]:
    """The beings that a list of organisms names."""
    people = any(map(_PEOPLE.search, metadata.organisms))
    beasts = any(map(_is_of_beasts, metadata.organisms))
    return frozenset(kind for kind, named in ((Species.HUMAN, people), (Species.ANIMAL, beasts)) if named)


def lists_whole_animals(metadata: Metadata) -> bool:
    """Whether all organisms listed are animals that are studied whole; of mice and the like, cells are as usual."""
    return bool(metadata.organisms) and all(
        _is_of_beasts(each) and not _IN_DISHES.search(each) for each in metadata.organisms
    )


def _is_of_beasts(organism: str) -> bool:
    return bool(WORDS[Species.ANIMAL].sure.search(organism.lower()) or _BEASTS.search(organism))


def nobody_declared(metadata: Metadata) -> bool:
    """Whether the list of organisms says `None`."""
    return bool(metadata.organisms) and all(map(_NOBODY.fullmatch, metadata.organisms))


def usual_kind(metadata: Metadata) -> Species | None:
    """The kind that is usual in the fields that subjects and the journal's title name; None where that is unclear."""
    told = (*metadata.subjects, *([metadata.journal] if metadata.journal else []))
    counted = {kind: sum(_speaks_of(kind, each) for each in told) for kind in _USUAL}
    most = max(counted.values())
    first = [kind for kind, count in counted.items() if count == most]
    return first[0] if most and len(first) == 1 else None


def _speaks_of(kind: Species, heading: str) -> bool:
    """Whether a heading is of a field of that kind, or names the beings themselves (`Mouse models`, `Children`)."""
    named = kind in BEINGS and WORDS[kind].sure.search(heading.lower())
    return bool(named or _fields()[kind].search(heading))


@cache
def _fields() -> dict[Species, re.Pattern[str]]:
    return {kind: re.compile(rf"\b(?:{words})", re.IGNORECASE) for kind, words in _USUAL.items()}


_USUAL: Final = {
    Species.HUMAN: (
        r"clinic|medic(?:ine|al)\b|patients?\b|(?:public|environmental|global|community|population|reproductive"
        r"|child|adolescent|rural|international) health"
        r"|health (?:services|care|economics|policy|promotion|education|psycholog)|epidemiolog|psychiatr|psycholog"
        r"|surg(?:ery|ical)|p(?:a)?ediatr|nurs(?:e|ing)|rehabilitat|physiotherap|trials\b|dent(?:al|istry)|ophthalmol"
        r"|cardiol|orthop|diabet|obes|an(?:a)?esthes|stroke|geriatr|gerontol|oncolog|obstetr|gyn(?:a)?ecol|urolog"
        r"|sports?\b|social science|anthropolog|linguistic|education(?!al (?:software|code)\b)|palliative|disabilit"
        r"|radiolog|roentgen|tomograph|ultrasound|dermatol|venereol|gastroenterol|hepato|rheumat|arthritis|otolaryngol"
        r"|otorhinolar|laryngol|pharmacy\b|hospital|intensive care|critical care|emergency|physicians?\b|audiolog"
        r"|communication disorders|leprosy|transfusion|neurosurg|thromb|nutrition(?! and metabolism)|midwi|sexual"
        r"|speech|european heart|heart rhythm|catheteri[sz]ation|movement disorders|multiple sclerosis|epilep|headache"
        r"|lancet\b|jama\b|bmj\b|new england|infectious diseases|neurolog|pulmon|respirat|burns\b|injury|nephrol"
        r"|h(?:a)?emodialysis|allergy|occupational|hygiene|mental|addict|alcohol|suicid"
    ),
    Species.ANIMAL: (
        r"zoolog|ornitholog|veterinar|animal|etholog|entomolog|behaviou?ral ecology|sociobiolog|mammal"
        r"|herpetolog|ichthyol|primatol|whole organism|fisheries|livestock|poultry"
    ),
    Species.CELL_OR_TISSUE: (
        r"biochem|chemical biology|cell(?:ular)? biolog|molecular|microbio|microbial|bacteri|virolog|biophysic"
        r"|structural biolog|plant|mycolog|immunolog|crystallograph|proteom|metabolom|enzym"
    ),
    Species.COMPUTATIONAL: (
        r"comput|bioinformatic|mathemat|theoretical|statistic|informatics|open source|software|algorithm|simulation"
    ),
}
