"""An abbreviation is used that this part of the page does not spell out.

Why it is wrong:
    Who does not know the letters cannot follow the sentence, and cannot guess. Key messages are read alone, often by
    people who read nothing else: what is spelled out further down, or in a glossary, does not help them.
Wrong:
    "SCIM scores rose in the RCT."
Right:
    "The Spinal Cord Independence Measure (SCIM) rose."
    "Scores on the SCIM (Spinal Cord Independence Measure) rose."
    "They had an MRI scan."
Blind spots:
    Abbreviations of one capital, of more than six, or with small letters: `VO2max`, `mRNA`.
    Whether what stands beside the brackets is the long form.
    Some are taken to be known to everybody; on somebody else's page, those that it spells out anywhere count as known.
    Each abbreviation is told once a page, where it first stands unexplained.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, ReadingCheck
from pipeline.checks.reading import Item, Passage, Reading
from pipeline.models.finding import Severity

_SHORT: Final = re.compile(r"(?<![\w&./@-])[A-Z]{2,6}(?=s?(?![\w&@]))")
_BEFORE: Final = re.compile(
    r"(?:[^\W\d_]{2}[\"\u201d\u2019]?\s?[(\[](?:or\s|the\s)?|\b(?:called|known as|abbreviated(?: as| to)?)\s(?:the\s)?)"
    r"[\"'\u201c\u2018]?\Z"
)
"""Behind a word and an opening bracket, or announced as a name: `spinal cord injury (SCI`."""
_AFTER: Final = re.compile(
    r"s?[\"'\u201d\u2019]?(?:\s?[(\[]\s?(?!\d|n\s?=|[A-Z]{2})[^\W\d_]{2,}[^()\[\]]{0,80}?[)\]]"
    r"|,?\s(?:stands for|is short for|means|short for)\b|,\sor\s|\s?[=:\u2013\u2014]\s?[a-z])"
)
"""In front of its long form: `SCI (spinal cord injury)`."""
_TOWN: Final = re.compile(r"(?:\A|[^\w-])[A-Z][a-z]\w+, \Z")
_STATE_END: Final = re.compile(
    r"(?<=, [A-Z]{2})(?:\)|,? \d{5}\b|, (?:USA\b|U\.S\.A?\.?|United States\b|Canada\b|Australia\b))"
    r"|(?<=, [A-Z]{3}), Australia\b"
)
"""What follows a state that is written in two capitals, three in Australia: its country, a ZIP code or a bracket."""
_LOOK_BACK: Final = 20
_LOOK_AHEAD: Final = 110
_ROMAN: Final = re.compile(r"[IVX]+")
_KNOWN: Final = frozenset(
    str.split(
        "ADHD AIDS BBC BC BMI CD CDC CE CEO COVID CPR CT CV DIY DNA DVD EEG ER EU FAQ FDA GP GPS HIV HPV ICU ID IQ"
        " IV LED LGBTQ MRI NASA NHS NIH OK PC PDF PTSD SARS SOS TB TV UK UN UNICEF UNESCO US USA USB UV VIP WHO"
        " AM PM MD BA MA MSC BSC CC BY DOI ISBN ISSN PMID PMCID ORCID URL HTML HTTP HTTPS ISO CSV JSON XML RSS"
        " ALL AND ANY ARE AS AT BE BUT CAN DO FOR HAS HAVE HOW IF IN IS IT MUST NEVER NO NONE NOT NOTE NOW OF ON ONE"
        " ONLY OR SO THE THIS TO TWO WARN WAS WHAT WHEN WHY WILL WITH YES YOU YOUR"
    )
)
"""What readers of newspapers know, what stands in the small print of a page, and words that are written large."""


def _find(reading: Reading) -> Iterator[tuple[Item, Hit]]:
    told = set[str]()
    anywhere = _KNOWN | (_spelled_out_on(reading) if reading.is_page else frozenset[str]())
    with_glossary = anywhere | frozenset(reading.explained)
    for passage in reading.passages:
        known = with_glossary if passage.glossary_is_near else anywhere
        for item, found in _unexplained(passage, known):
            if found.group() not in told:
                told.add(found.group())
                where = "on this page" if reading.is_page else f"in {passage.name} where it is first used"
                yield item, Hit(*found.span(), f"{found.group()!r} is not spelled out {where}.")


def _spelled_out_on(reading: Reading) -> frozenset[str]:
    return frozenset(
        found.group()
        for _, item in reading.items
        for found in _abbreviations(item.text)
        if _is_spelled_out(item.text, found)
    )


def _unexplained(passage: Passage, known: frozenset[str]) -> Iterator[tuple[Item, re.Match[str]]]:
    """The first place of every abbreviation in each part that must be understood by itself."""
    for unit in passage.units:
        met = set[str]()
        for item, found in ((each, found) for each in unit for found in _abbreviations(each.text)):
            if found.group() not in known and found.group() not in met:
                met.add(found.group())
                if not _is_spelled_out(item.text, found):
                    yield item, found


def _abbreviations(text: str) -> Iterator[re.Match[str]]:
    line_end, is_heading = -1, False
    for found in _SHORT.finditer(text):
        if found.start() > line_end:
            line, line_end = _line_of(text, found.start())
            is_heading = line.isupper()
        if not is_heading and not _ROMAN.fullmatch(found.group()) and not _is_state(text, found):
            yield found


def _is_state(text: str, found: re.Match[str]) -> bool:
    """A state in an address: `Philadelphia, PA, USA`, `(Parsippany, NJ)`."""
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    return bool(_TOWN.search(before) and _STATE_END.match(text, found.end()))


def _line_of(text: str, at: int) -> tuple[str, int]:
    """The line that holds a character, and where it ends."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return text[text.rfind("\n", 0, at) + 1 : end], end


def _is_spelled_out(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    after = text[found.end() : found.end() + _LOOK_AHEAD]
    return bool(_BEFORE.search(before) or _AFTER.match(after))


CHECK = ReadingCheck(
    name="undefined_abbreviation",
    group=Group.READABILITY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
