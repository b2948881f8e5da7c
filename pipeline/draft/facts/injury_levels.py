"""The parts of the spine that were injured."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.draft.facts.evidence import about_the_study, known
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.study import InjuryLevel
from pipeline.text.spine import SEGMENT

_LEVELS: Final = r"\b(?<!vertebral )levels? (?:between |from |of )?"
_TO_T: Final = r"(?:C[1-8] ?(?:to|and|-|\u2013) ?)?"
"""A range may start in the neck: "levels C6 to T10"."""
_NAMES: Final = {
    InjuryLevel.CERVICAL: rf"cervical|{_LEVELS}C[1-8]\b|\bC[1-8]\b(?=[^.;]{{0,40}}(?:injur|lesion|level|SCI))",
    InjuryLevel.THORACIC: (
        rf"thora(?:cic(?! (?:spinal cord )?(?:stimulat|epidural|vertebra|electrode|spine surg))|co-?lumb)"
        rf"|{_LEVELS}{_TO_T}Th?(?:1[0-2]|[1-9])\b"
        r"|(?<!vertebral level )(?<!vertebral levels )\bTh?(?:1[0-2]|[1-9])\b"
        r"(?!(?:[-\u2013]Th?\d+)? ?(?:-?\s?weighted|vertebra|laminect))"
        r"(?=[^.;]{0,40}(?:injur|lesion|level|SCI|contusion))"
    ),
    InjuryLevel.LUMBAR: r"(?:lumbar|thoraco-?lumb(?:ar|o-?sacral)) (?:\w+ )?(?:spinal cord|injur|lesion|SCI)",
    InjuryLevel.SACRAL: r"(?:sacral|(?:thoraco-?)?lumbo-?sacral) (?:\w+ )?(?:spinal cord|injur|lesion)",
    InjuryLevel.CONUS_CAUDA: r"conus medullaris|cauda equina",
}
_FORMS: Final = tuple((level, re.compile(form)) for level, form in _NAMES.items())
_CORD: Final = re.compile(r"\bspinal[- ]cord (?:injur|lesion)|\bT?SCIs?\b|\btetraplegi", re.IGNORECASE)
_OF_THE_CORD: Final = re.compile(
    rf"{_CORD.pattern}|\bcord (?:injur|lesion)|section of the (?:[a-z]+ )?(?:spinal )?cord"
    rf"|\bspinal[- ]cord (?:hemi-?)?(?:contusion|transection|section|compression)"
    r"|\b(?:quadri|para)plegi",
    re.IGNORECASE,
)
"""In one sentence with the level; in another, such a plegia may be that of a stroke, and only `_CORD` counts."""
_OF_THE_BRAIN: Final = re.compile(r"\bspastic (?:tetra|quadri)|\bcerebral palsy\b|\bstroke\b", re.IGNORECASE)
"""Another cause of a tetraplegia."""


def injury_levels(reading: Reading) -> tuple[Known[InjuryLevel], ...]:
    """Each level that abstract, methods or results name with an injury of the spinal cord.

    Where title or one sentence says that cords were injured, another may give the levels: `AIS A to D at C4 to T10`.
    """
    found: dict[InjuryLevel, Known[InjuryLevel]] = {}
    for level, sentence in _told(reading):
        found.setdefault(level, known(Known[InjuryLevel], level, sentence))
    return tuple(found[level] for level in InjuryLevel if level in found)


def _told(reading: Reading) -> Iterator[tuple[InjuryLevel, Sentence]]:
    """Each level with a sentence that tells it; the background counts for what the title names as well."""
    own = about_the_study(reading)
    of_the_cord = any(_CORD.search(text) for text in (reading.title, *(sentence.quote for sentence in own)))
    titled = {level for level, form in _FORMS if form.search(reading.title)}
    paraplegia_too = any(_PARAPLEGIA.search(sentence.quote) for sentence in own)
    for sentence in own:
        yield from ((level, sentence) for level in _levels(sentence.quote, of_the_cord=of_the_cord))
        if of_the_cord and not paraplegia_too and _is_of_the_neck(sentence.quote):
            yield InjuryLevel.CERVICAL, sentence
    for sentence in reading.abstract(Role.BACKGROUND):
        levels = _levels(sentence.quote, of_the_cord=of_the_cord)
        yield from ((level, sentence) for level in levels if level in titled)


def _levels(quote: str, *, of_the_cord: bool) -> Iterator[InjuryLevel]:
    if _OF_THE_CORD.search(quote):
        yield from (level for level, form in _FORMS if form.search(quote))
    if _CAUDA.search(quote):
        yield InjuryLevel.CONUS_CAUDA
    if not of_the_cord or _OF_THE_BRAIN.search(quote):
        return
    yield from (level for level, form in _INJURIES if form.search(quote))
    outside = _BRACKET.sub("", quote)
    if _INJURED.search(quote) and not _ELSEWHERE.search(outside) and not _OTHER_SEGMENTS.search(quote):
        for segments in _SEGMENTS.finditer(outside if _SEGMENTS.search(outside) else quote):
            yield from _between(*_ends(segments))


def _is_of_the_neck(quote: str) -> bool:
    return _TETRAPLEGIA.search(quote) is not None and not _OF_THE_BRAIN.search(quote)


_CAUDA: Final = re.compile(r"\b(?:cauda equina|conus medullaris) (?:syndrome|injur|lesion)", re.IGNORECASE)
_INJURIES: Final = tuple(
    (level, re.compile(rf"\b(?:{names})(?:,? (?:and|or) [\w-]+)? (?:injur(?:y|ies)|lesions?)\b", re.IGNORECASE))
    for level, names in (
        (InjuryLevel.CERVICAL, "cervical"),
        (InjuryLevel.THORACIC, "thoracic|thoraco-?lumb(?:ar|o-?sacral)"),
        (InjuryLevel.LUMBAR, "lumbar|thoraco-?lumb(?:ar|o-?sacral)|lumbo-?sacral"),
        (InjuryLevel.SACRAL, "sacral|(?:thoraco-?)?lumbo-?sacral"),
    )
)
"""Where the paper is about injured cords, so are its cervical injuries."""
_TETRAPLEGIA: Final = re.compile(r"\b(?:tetra|quadri)plegi", re.IGNORECASE)
"""By its definition from an injury in the neck (ISNCSCI 2019), where the paper is about injured cords."""
_PARAPLEGIA: Final = re.compile(r"\bparaplegi", re.IGNORECASE)
"""From further down, no word says where: if any of these people have it, the neck alone would be half of the truth."""
_BRACKET: Final = re.compile(r" ?\([^()]*\)")
"""What stands aside says nothing of where the sentence is: `an AIS B injury (no key muscle moved) at T11`."""
_SEGMENT: Final = rf"{SEGMENT}(?!-?\s?weighted)"
_SEGMENTS: Final = re.compile(
    rf"\bbetween (?P<one>{_SEGMENT}) and (?P<other>{_SEGMENT})\b"
    rf"|\b(?:(?P<up_from>(?:at or )?above|down to|superior to|rostral to)|(?P<down_from>(?:at or )?below|caudal to))"
    rf" (?P<bound>{_SEGMENT})\b"
    rf"|\b(?P<from>{_SEGMENT})(?: ?(?:to|through|-|/|\u2013) ?(?P<to>{_SEGMENT})"
    r"| (?:and|or) (?:(?P<and_up>above|higher)|(?P<and_down>below|lower)))?\b"
)
_INJURED: Final = re.compile(
    r"\b(?:injur(?:y|ies|ed)|lesion(?:s|ed)?|AIS|ASIA|neurological levels?|SCI|(?:tetra|para)plegi(?:a|cs?)"
    r"|compress(?:ed|ion)|contus(?:ed|ions?)|(?:hemi-?|tran)sect(?:ed|ions?)|crush(?:ed)?|balloon)\b",
    re.IGNORECASE,
)
"""By accident, or as it is done to animals."""
_ELSEWHERE: Final = re.compile(
    r"\b(?:electrodes?|stimulat\w+|implant\w*|laminectom\w+|leads?|vertebra\w*|discs?|needles?|(?<!balloon )catheters?"
    r"|fractures?|grafts?|transplant\w*|inject\w+|dermatomes?|muscles?|roots?|excluded|exclusion|scan\w*|CT|MRI"
    r"|slices?|complement|cells?|sympathetic\w*|innervat\w*)\b",
    re.IGNORECASE,
)
"""Where something was put or looked at is a segment too, but no level of injury."""
_OTHER_SEGMENTS: Final = re.compile(
    r"\b(?:baseline|time ?points?|assessments?|treatments?|sympathetic\w*|dermatomes?)\b", re.IGNORECASE
)
"""T1 and T2 are points of time, too, and `the sympathetic chain (T1-L2)` was not injured."""
_REGIONS: Final = {
    "C": InjuryLevel.CERVICAL,
    "T": InjuryLevel.THORACIC,
    "L": InjuryLevel.LUMBAR,
    "S": InjuryLevel.SACRAL,
}
_TOP, _BOTTOM = "C1", "S5"
_NEXT_UP: Final = {"T1": "C8", "L1": "T12", "S1": "L5"}
_NEXT_DOWN: Final = {above: below for below, above in _NEXT_UP.items()}


def _ends(segments: re.Match[str]) -> tuple[str, str]:
    """The highest and the lowest segment: `above T1` ends at C8, `T6 or below` goes down to the last one."""
    bound = segments["bound"]
    if segments["up_from"]:
        return _TOP, _NEXT_UP.get(bound, bound) if segments["up_from"] == "above" else bound
    if segments["down_from"]:
        return _NEXT_DOWN.get(bound, bound) if segments["down_from"] == "below" else bound, _BOTTOM
    first = segments["one"] or segments["from"]
    if segments["and_up"]:
        return _TOP, first
    return first, _BOTTOM if segments["and_down"] else segments["other"] or segments["to"] or first


def _between(first: str, last: str) -> Iterator[InjuryLevel]:
    """The regions from one segment to another, those between among them."""
    order = list(_REGIONS)
    start, end = order.index(first[0]), order.index(last[0])
    yield from (_REGIONS[letter] for letter in order[start : end + 1])
