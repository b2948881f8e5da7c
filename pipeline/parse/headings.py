"""What a heading says about its section: one table of cue words for every format."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from pipeline.models.paper import SectionKind

_NUMBERING: Final = re.compile(
    r"^(?:section\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[ivx]{1,5}|[a-h])[.):]?\s+(?=\S)", re.IGNORECASE
)
_NOT_WORDS: Final = re.compile(r"[^a-z&]+")

_CUES: Final = (
    (
        SectionKind.LAY_SUMMARY,
        (
            r"(?:lay|plain language|plain english|patient|patients|non technical|nontechnical|author|authors"
            r"|editor|editors"
            r"|author s|editor s|public) (?:summary|abstract|friendly summary)|elife digest|digest|lay person summary"
        ),
    ),
    (SectionKind.ABSTRACT, r"(?:structured |graphical )?abstract|summary|synopsis"),
    (
        SectionKind.LIMITATIONS,
        (
            r"(?:(?:study|potential|methodological|main|some|the|our|trial|review|research|strengths?|weaknesses"
            r"|advantages|and|&) ){0,4}limitations?"
            r"(?: (?:of|and|&|the|this|our|present|current|study|review|trial|strengths?|weaknesses|future"
            r"|further|research"
            r"|directions?|work|perspectives?|considerations|generali[sz]ability|bias|caveats)){0,7}"
        ),
    ),
    (
        SectionKind.CONFLICTS,
        (
            r"(?:.{0,60} )?(?:conflicts?|conflicting|competing|duality|declarations?) (?:of "
            r"|financial )?(?:\w{0,12} )?interests?"
            r"(?: .{0,40})?|(?:financial )?disclosures?(?: statement)?|author disclosures?|coi statement"
        ),
    ),
    (
        SectionKind.FUNDING,
        (
            r"(?:sources? of |role of (?:the )?|study )?(?:funding|sponsorship)(?: .{0,40})?|funders?"
            r"|(?:financial|grant) (?:support|sponsorship).{0,40}|grants?|sponsors?|role of (?:the )?(?:funder"
            r"|sponsor).{0,20}"
            r"|support"
        ),
    ),
    (
        SectionKind.REGISTRATION,
        (
            r"(?:.{0,40} )?(?:trials?|study|protocol|clinical|systematic review|prospero) (?:\w{1,12} )?"
            r"(?:registration|registry|registered)(?: .{0,40})?|registration(?: .{0,40})?"
        ),
    ),
    (
        SectionKind.DATA_AVAILABILITY,
        (
            r"(?:.{0,30} )?(?:data|code|software)(?: \w{1,12}){0,3} (?:availability|accessibility|sharing"
            r"|access)(?: .{0,40})?"
            r"|(?:availability|accessibility|sharing) of (?:supporting )?(?:data|code|software).{0,60}|data deposition"
        ),
    ),
    (
        SectionKind.ETHICS,
        (
            r"(?:.{0,30} )?(?:ethics|ethical)(?: .{0,60})?|(?:patient |informed |written )?consent(?: .{0,40})?"
            r"|institutional review board.{0,40}|irb approval|human (?:subjects|rights).{0,40}|animal welfare.{0,30}"
            r"|compliance with ethical.{0,30}|statement of (?:human|animal|informed).{0,40}"
        ),
    ),
    (
        SectionKind.CONCLUSION,
        (
            r"(?:(?:summary|final|general|overall|main|the|and|&) ){0,3}(?:conclusions?|concluding)(?: .{0,60})?"
            r"|final (?:remarks|thoughts)|take home messages?|clinical message"
        ),
    ),
    (
        SectionKind.METHODS,
        (
            r"(?:.{0,40} )?(?:methods?|methodology)(?: (?:and|&) (?:analysis|design|materials?|procedures?|participants"
            r"|patients|subjects|measures))?|(?:methods?|methodology)(?: .{0,40})?"
            r"|experimental(?: (?:section|procedures?|methods|design|part))?|materials?|(?:study |trial "
            r"|research )?(?:design"
            r"|protocol)|(?:statistical|data) (?:analysis|analyses)|procedures?|participants|subjects|star methods"
            r"|materials? and (?:reagents|subjects|patients)|search strategy|patients"
            r"|design settings? (?:and )?(?:participants|patients)|settings?|interventions?|exposures?|data sources"
            r"|study selection|data extraction(?: and synthesis)?"
            r"|(?:(?:main|primary|secondary|and) ){0,3}outcomes?(?: and)? measures?"
        ),
    ),
    (SectionKind.RESULTS, r"(?:(?:main|study|trial|key|our|the) )?(?:results?|findings)(?: .{0,40})?"),
    (
        SectionKind.DISCUSSION,
        r"(?:(?:general|overall|brief) )?discussions?(?: .{0,40})?|comments?|interpretation",
    ),
    (
        SectionKind.INTRODUCTION,
        (
            r"(?:general )?(?:introduction|background)(?: .{0,40})?|(?:aims?|objectives?|purpose|rationale"
            r"|hypothes[ie]s)"
            r"(?: .{0,40})?|importance|context|question"
        ),
    ),
)
_TABLE: Final = tuple((kind, re.compile(cue)) for kind, cue in _CUES)

_STATEMENTS: Final = frozenset(
    {
        SectionKind.LAY_SUMMARY,
        SectionKind.LIMITATIONS,
        SectionKind.CONCLUSION,
        SectionKind.FUNDING,
        SectionKind.CONFLICTS,
        SectionKind.ETHICS,
        SectionKind.REGISTRATION,
        SectionKind.DATA_AVAILABILITY,
    }
)
"""Kinds that a subsection may have of its own, whatever it stands under."""

_REFERENCES: Final = re.compile(
    r"(?:\w{1,12} )?(?:references?|bibliography|literature cited|works cited|cited literature)(?: (?:and"
    r"|&) notes)?(?: cited)?"
)

_LONGEST: Final = 160
"""No heading of this length says what its section is for; longer ones are not matched at all."""


def bare(heading: str) -> str:
    """The words of a heading in lower case, without its number and punctuation; `A B S T R A C T` is one word."""
    plain = heading.strip()[:_LONGEST]
    if spaced := _SPACED.fullmatch(plain):
        plain = spaced.group(1).replace(" ", "")
    return _NOT_WORDS.sub(" ", _NUMBERING.sub("", plain, count=1).lower()).strip()


_SPACED: Final = re.compile(r"((?:[^\W\d_] ){4,}[^\W\d_])\W*")


@lru_cache(maxsize=4_096)
def cued_kind(heading: str) -> SectionKind | None:
    """The kind that the heading's words name, or None."""
    words = bare(heading)
    return next((kind for kind, cue in _TABLE if cue.fullmatch(words)), None) if words else None


def kind_under(heading: str, parent: SectionKind | None, before: AbstractSet[SectionKind]) -> SectionKind:
    """The kind of a section from its heading, its parent's kind (None for a top section) and the kinds before it.

    A subsection keeps its parent's kind, unless its own heading names a statement (funding, limitations, …) or
    the parent says nothing (`Study 1` > `Methods`). Everything in an abstract is abstract. A summary is an abstract,
    unless it comes when the study is told: then it concludes.
    """
    cued = cued_kind(heading)
    if cued is SectionKind.ABSTRACT and before & _TOLD and "abstract" not in bare(heading):
        cued = SectionKind.CONCLUSION
    if parent in (SectionKind.ABSTRACT, SectionKind.LAY_SUMMARY):
        return parent
    if parent is None or parent is SectionKind.OTHER:
        return cued or SectionKind.OTHER
    if cued is SectionKind.ETHICS and parent is SectionKind.METHODS and _TELLS_WHO_TOO.search(bare(heading)):
        return parent
    return cued if cued in _STATEMENTS else parent


_WHO: Final = r"(?:patients|participants|subjects|population|design|settings?|samples?|recruitment|selection|animals)"
_TELLS_WHO_TOO: Final = re.compile(
    rf"\b{_WHO}(?: \w+){{0,3}} (?:and|&) (?:\w+ ){{0,2}}ethic"
    rf"|\bethic\w*(?: \w+){{0,3}} (?:and|&) (?:\w+ ){{0,2}}{_WHO}\b"
)
"""`Patients and ethical approval` in the methods tells who took part as well."""
_TOLD: Final = frozenset({SectionKind.METHODS, SectionKind.RESULTS, SectionKind.DISCUSSION})


def is_references(heading: str) -> bool:
    """Whether the heading opens the list of references."""
    return _REFERENCES.fullmatch(bare(heading)) is not None
