"""Papers that studied nobody: notices and comments on other papers, things, texts without a living thing."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.draft.facts.clinics import AT_THE_CLINIC, CLINICAL, OF_A_BODY
from pipeline.draft.facts.declared import BEINGS, usual_kind
from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.facts.subjects import ARTICLES, TAKERS_PART, THINGS, WORDS
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import Species

_HARDLY: Final = 0.5
"""Less than one weak word in the methods of an abstract weighs."""
_IN_TEN: Final = 0.1
"""The share of sentences that may name beings in passing."""
_SEVERAL, _MANY = 2, 3


def about_another_paper(reading: Reading) -> Known[Species] | None:
    """Notices studied nobody, and nor did a comment, unless it tells of methods of its own."""
    kind = reading.paper.metadata.article_type
    if (
        not kind.is_notice
        and not _NOTICE.match(reading.title)
        and (kind is not ArticleType.COMMENTARY or reading.tells_of_methods)
    ):
        return None
    first = next(quotable(reading.sentences), None)
    return known(Known[Species], Species.NOT_APPLICABLE, first) if first else None


_NOTICE: Final = re.compile(
    r"(?:corrigend(?:um|a)|errat(?:um|a)|(?:author )?correction|retraction)\b[:\s]", re.IGNORECASE
)


def about_things(reading: Reading) -> Known[Species] | None:
    """Lakes, markets and articles: named by the title and told of over and over, with nobody who took part."""
    told = list(quotable(reading.within(SectionKind.ABSTRACT)))
    if any(TAKERS_PART.search(sentence.quote) for sentence in told) or _NAMES_BEASTS(reading.title.lower()):
        return None
    things = _told_over(THINGS, reading, told, _SEVERAL)
    if not things and not _REVIEW.search(reading.title):
        things = _told_over(ARTICLES, reading, told, _MANY)
    return known(Known[Species], Species.NOT_APPLICABLE, things) if things else None


_NAMES_BEASTS: Final = WORDS[Species.ANIMAL].sure.search
"""A title on fish in sediments is about fish."""
_REVIEW: Final = re.compile(r"(?<!peer )(?<!peer-)\breview\b|\bmeta-?analys", re.IGNORECASE)
"""Reviews count articles; what they are about is what the articles are about."""


def _told_over(words: re.Pattern[str], reading: Reading, told: Sequence[Sentence], least: int) -> Sentence | None:
    """The first sentence with the words, where the title has them too and so many sentences do."""
    having = [sentence for sentence in told if words.search(sentence.quote)]
    return having[0] if words.search(reading.title) and len(having) >= least else None


def of_software(reading: Reading, modelled: Sequence[Sentence]) -> Known[Species] | None:
    """What journals of open source print is software and lessons, whoever may use them or be taught.

    `modelled` are the sentences that tell of computing; without one the paper is about nobody.
    """
    first = next(quotable(reading.sentences), None)
    if first is None or not _OPEN_SOURCE.search(reading.paper.metadata.journal or ""):
        return None
    if modelled:
        return known(Known[Species], Species.COMPUTATIONAL, *modelled)
    return known(Known[Species], Species.NOT_APPLICABLE, first)


_OPEN_SOURCE: Final = re.compile(r"\bjournal of open[- ]source\b", re.IGNORECASE)


def of_nobody(heaviest: float, reading: Reading) -> Known[Species] | None:
    """What has a title and text, and hardly a word for anything that lives or is modelled, studied nobody.

    `heaviest` is the weight of the kind that the paper's words weigh most for.
    """
    told = list(quotable(reading.sentences))
    if heaviest >= _HARDLY or not reading.title or _is_clinical(reading) or len(told) <= _SEVERAL or _name_beings(told):
        return None
    return known(Known[Species], Species.NOT_APPLICABLE, told[0])


def _is_clinical(reading: Reading) -> bool:
    """Whether the journal's field or the paper's front is of people, animals or bodies, or it reviews studies."""
    front = any(told_in_front(reading, words) for words in (CLINICAL, AT_THE_CLINIC, OF_A_BODY))
    return front or usual_kind(reading.paper.metadata) in BEINGS or is_systematic(reading)


def is_systematic(reading: Reading) -> bool:
    """Whether the title calls the paper a review of studies that were searched for, mostly of people."""
    return _SYSTEMATIC.search(reading.title) is not None


_SYSTEMATIC: Final = re.compile(r"\b(?:systematic|scoping|umbrella|rapid) review\b|\bmeta-?analys", re.IGNORECASE)


def _name_beings(told: Sequence[Sentence]) -> bool:
    """Whether more than one sentence in ten names people, animals or cells."""
    forms = [WORDS[kind].sure for kind in WORDS if kind is not Species.COMPUTATIONAL]
    named = sum(any(form.search(sentence.quote.lower()) for form in forms) for sentence in told)
    return named > _IN_TEN * len(told)


def told_in_front(reading: Reading, form: re.Pattern[str]) -> bool:
    """Whether title or abstract hold the words."""
    told = (reading.title, *(sentence.quote for sentence in reading.within(SectionKind.ABSTRACT)))
    return any(form.search(text) for text in told)
