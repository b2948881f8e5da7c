"""Planted faults of wording: registrations, passages copied from the paper, words and sentences that are too hard."""

import re
from random import Random
from typing import Final

from evals.faults.fault import Kind, Planted, in_a_claim, picked_claims, with_claim, with_fields
from evals.faults.good import Good
from pipeline.models.claim import Claim
from pipeline.models.summary import DraftedBy, DrafterKind
from pipeline.text.registrations import registrations

_REGISTRATION: Final = ("registration_not_in_source",)
_COPIED: Final = (14, 24, 30, 45)
"""Words of a passage: two lengths that warn, two that block where the licence is not open."""
_WORD: Final = re.compile(r"\S+")


def _other_digit(text: str, _claim: Claim, rng: Random) -> str | None:
    """A registration of the text with one digit changed."""
    found = list(registrations(text))
    if not found:
        return None
    start, end, _ = rng.choice(found)
    at = rng.choice([place for place in range(start, end) if text[place].isdigit()])
    return text[:at] + rng.choice([digit for digit in "0123456789" if digit != text[at]]) + text[at + 1 :]


def _invented(text: str, _claim: Claim, rng: Random) -> str | None:
    number = rng.choice((f"NCT0{rng.randrange(10**6, 10**7)}", f"ISRCTN{rng.randrange(10**7, 10**8)}"))
    return f"{text.rstrip('.')} ({number})."


def _copied(good: Good, rng: Random) -> Planted | None:
    """A passage of the paper in place of a model's statement."""
    sections = [
        section for section in good.article.paper.sections if section.kind.value not in ("abstract", "references")
    ]
    paragraphs = [p.text for section in sections for p in section.paragraphs if len(p.text.split()) > max(_COPIED) + 5]
    places = list(picked_claims(good))
    if not paragraphs or not places or good.kind != "model":
        return None
    place, claim = rng.choice(places)
    text = _passage(rng.choice(paragraphs), rng.choice(_COPIED), rng)
    drafted = good.summary.model_copy(update={"drafted_by": DraftedBy(kind=DrafterKind.MODEL)})
    return Planted(with_claim(drafted, place, lambda c: c.model_copy(update={"text": text})), place, claim.text, text)


def _passage(paragraph: str, length: int, rng: Random) -> str:
    words = list(_WORD.finditer(paragraph))
    first = rng.randrange(len(words) - length)
    return f"We learn that {paragraph[words[first].start() : words[first + length - 1].end()]} as they say."


def _abbreviation(text: str, _claim: Claim, rng: Random) -> str | None:
    name = rng.choice(("QTRS", "VLPQ", "BDNX", "MRTS", "KPFV"))
    return f"{text.rstrip('.')}, as the {name} showed."


_JARGON: Final = (
    "neurogenic bladder",
    "heterotopic ossification",
    "syringomyelia",
    "autonomic dysreflexia",
    "tetraplegia",
)


def _jargon(text: str, _claim: Claim, rng: Random) -> str | None:
    word = rng.choice(_JARGON)
    return None if word in text.lower() else f"{text.rstrip('.')}, and {word} was looked at too."


def _endless(good: Good, _rng: Random) -> Planted | None:
    """Sentences of the simple explanation joined until the reader has lost the beginning."""
    texts = [claim.text.rstrip(". ") for claim in good.summary.simple_explanation]
    joined = ", and ".join((texts * 4)[:6])
    if not texts or len(joined.split()) < _ENDLESS:
        return None
    first, *others = good.summary.simple_explanation
    long = first.model_copy(update={"text": f"{joined}."})
    place = "/simple_explanation/0"
    return Planted(with_fields(good.summary, simple_explanation=(long, *others)), place, first.text, long.text)


_ENDLESS: Final = 60
"""Words: twice what is hard to read."""

KINDS: Final = (
    Kind("registration_digit", "registration", _REGISTRATION, in_a_claim(_other_digit), 2),
    Kind("registration_invented", "registration", _REGISTRATION, in_a_claim(_invented), 2),
    Kind("passage_copied", "copying", ("copied_from_paper",), _copied, 4),
    Kind("abbreviation_undefined", "readability", ("undefined_abbreviation",), in_a_claim(_abbreviation), 2),
    Kind("jargon_unexplained", "readability", ("jargon_unexplained",), in_a_claim(_jargon), 2),
    Kind("sentence_endless", "readability", ("long_sentence",), _endless),
)
