"""Funding and conflicts of interest: what the authors declare, in their own words."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.draft.facts.evidence import quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind

_LONGEST: Final = 500
"""Characters of a declaration; grants beyond that stay in the paper."""
_FUNDED: Final = re.compile(
    r"\b(?:study|work|research|trial|project|paper|authors?|article)\b.{0,60}\b(?:supported|funded|sponsored"
    r"|financed|paid for)\b"
    r"|\b(?:funded|sponsored) (?:in part )?by\b|\bno (?:\w+ ){0,3}funding\b|\bfunding (?:was|for|from)\b"
    r"|\bsupported (?:in part )?by\b(?=.{0,120}\b(?:grants?|awards?|foundations?|funds?|funding|council|institutes?"
    r"|ministry|universit\w+|agency|program\w*|society|trust|academy|(?-i:[A-Z]{3,}))\b)"
    r"|\bgrants? (?:from|no|number)",
    re.IGNORECASE,
)
_INTERESTS: Final = re.compile(
    r"\b(?:competing|conflicts?|conflicting|financial|commercial) (?:of |financial |or financial )?"
    r"(?:interests?|relationships?|disclosures?)\b|\bno disclosures\b|\b(?:nothing|none) to (?:disclose|declare)\b",
    re.IGNORECASE,
)
_NOT_ONE: Final = re.compile(
    r"\bobtained funding\b|\bfunders? (?:had|have|played) no\b|\b(?:conceived|contribut\w+|drafted|wrote)\b"
    r"|\bcreative commons\b|\bopen[- ]access (?:article|licen[cs]e)\b|\bpermits? (?:\w+ ){0,3}use\b|\bcopyright\b",
    re.IGNORECASE,
)
"""Who wrote what, that the funder did not, and how the paper may be used: none says who paid."""
_ASSERTS: Final = re.compile(
    r"\b(?:ha[sd]|have|having|is|are|was|were|been|do|does|no|none|nothing|nil|declar\w*|report\w*|receiv\w*|hold\w*"
    r"|owns?"
    r"|serv\w*|disclos\w*|exists?|states?|employ\w*|consult\w*|paid|acts?|acted|advis\w*|interests?)\b",
    re.IGNORECASE,
)
"""A declaration says something; names and addresses beside it in a margin do not."""
_LABEL: Final = re.compile(
    r"\A(?:competing|conflicts? of) interests?(?: statement)?[:.]?\s+(?-i:(?=[A-Z]))", re.IGNORECASE
)
_OF_THIS: Final = re.compile(
    r"\b(?:this|the|our|present) (?:\w+ ){0,2}(?:study|work|research|trial|project|paper|article|review|authors?)\b"
    r"|\bwe\b",
    re.IGNORECASE,
)
"""A sentence about this work comes before one about a project that it grew from."""
_BACK: Final = (SectionKind.OTHER, SectionKind.CONFLICTS, SectionKind.ETHICS, SectionKind.METHODS, SectionKind.ABSTRACT)


def funding(reading: Reading) -> Known[str] | None:
    """The funding section, else the sentence that says who paid."""
    return _declared(reading, SectionKind.FUNDING, _FUNDED)


def conflicts(reading: Reading) -> Known[str] | None:
    """The section on conflicts of interest, else the sentence that declares them, also that there are none."""
    return _declared(reading, SectionKind.CONFLICTS, _INTERESTS)


def _declared(reading: Reading, section: SectionKind, says: re.Pattern[str]) -> Known[str] | None:
    told = [s for s in quotable(_under(reading, section)) if _is_prose(s)]
    asserting = [s for s in told if section is not SectionKind.CONFLICTS or _ASSERTS.search(s.text)]
    own = _fitting(_without_payers(asserting) if section is SectionKind.CONFLICTS else asserting)
    chosen = own or _told_elsewhere(reading, says) or _labelled(reading, section)
    if not chosen:
        return None
    text = _LABEL.sub("", " ".join(_shown(sentence) for sentence in chosen), count=1)
    return Known[str](value=text, evidence=tuple(sentence.evidence for sentence in chosen))


def _under(reading: Reading, section: SectionKind) -> Iterator[Sentence]:
    """Its section, and a heading over it that the parser keeps apart: a part of the abstract, `Conflicts`."""
    yield from reading.within(section)
    others = reading.within(SectionKind.ABSTRACT, SectionKind.OTHER)
    yield from (sentence for sentence in others if _HEADS[section].fullmatch(sentence.heading.strip()))


def _without_payers(sentences: list[Sentence]) -> list[Sentence]:
    """Who paid for this study is told as its funding; some journals print it beside the conflicts."""
    return [s for s in sentences if not _PAID.search(s.text)] or sentences


def _labelled(reading: Reading, section: SectionKind) -> list[Sentence]:
    """`Funding: none.`, among other declarations or at the end of an abstract."""
    told = (s for s in quotable(reading.within(*_BACK)) if not _NOT_ONE.search(s.quote))
    return [s for s in told if (label := _FRONT.match(s.quote)) and _HEADS[section].fullmatch(label["label"])][:1]


def _shown(sentence: Sentence) -> str:
    """The sentence; `none` behind a label with it, because alone it reads as if a value were missing."""
    return sentence.quote if _NOTHING.fullmatch(sentence.text) else sentence.text


_HEADS: Final = {
    SectionKind.FUNDING: re.compile(
        r"(?:sources? of )?(?:funding|sponsorship|sponsors?|financial support)(?:(?:/| and | )(?:support|sponsorship"
        r"|sources?|statement))?",
        re.IGNORECASE,
    ),
    SectionKind.CONFLICTS: re.compile(
        r"(?:author |authors' )?(?:disclosures?|conflicts?|(?:conflicts?|declarations?) of interests?"
        r"|competing interests?)"
        r"(?: statements?)?",
        re.IGNORECASE,
    ),
}
_FRONT: Final = re.compile(r"(?P<label>[A-Za-z][A-Za-z/' ]{3,40}?)\s?:\s")
_NOTHING: Final = re.compile(r"(?:none|nil|no|nothing)\W{0,2}", re.IGNORECASE)
_PAID: Final = re.compile(
    r"\A(?:this|the|our) (?:present )?(?:study|work|research|trial|project|review) (?:was|is|has been)"
    r" (?:\w+ )?(?:supported|funded|sponsored|financed|paid for)\b",
    re.IGNORECASE,
)


def _told_elsewhere(reading: Reading, says: re.Pattern[str]) -> list[Sentence]:
    told = [s for s in quotable(reading.within(*_BACK)) if says.search(s.quote) and _is_prose(s)]
    return [s for s in told if _OF_THIS.search(s.quote)][:1] or told[:1]


def _fitting(sentences: Iterable[Sentence]) -> list[Sentence]:
    chosen: list[Sentence] = []
    for sentence in sentences:
        if sum(len(s.text) + 1 for s in chosen) + len(sentence.text) > _LONGEST:
            break
        if sentence.text not in [s.text for s in chosen]:
            chosen.append(sentence)
    return chosen


def _is_prose(sentence: Sentence) -> bool:
    # A bare `None.` under its heading proves nothing on a page, where it reads as a missing value.
    is_said = " " in sentence.text or (" " in sentence.quote and _NOTHING.fullmatch(sentence.text) is not None)
    return not sentence.is_aside and not _NOT_ONE.search(sentence.quote) and is_said
