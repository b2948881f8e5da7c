"""The kind of article from what its publisher prints: the `article-type`, the subject line, the title."""

import re
from typing import Final

from pipeline.models.paper import ArticleType

_NOTICE_TITLES: Final = (
    (
        ArticleType.EXPRESSION_OF_CONCERN,
        re.compile(r"(?:editorial )?expression of concern\b|(?:editor s )?note of concern\b"),
    ),
    (
        ArticleType.RETRACTION,
        re.compile(
            r"retract(?:ion|ed)\b(?: (?:note|notice|article|statement|paper|to|of|for)\b|$)|retracted\b"
            r"|notice of retraction\b"
            r"|withdrawn\b|withdrawal notice\b|removal notice\b"
        ),
    ),
    (
        ArticleType.CORRECTION,
        re.compile(
            r"(?:publisher|author|editorial)(?: s)? (?:correction|erratum|note)\b|corrigend(?:um|a)\b|errat(?:um"
            r"|a)\b|addendum\b"
            r"|corrections?(?: (?:to|for|notice)\b|$)|notice of (?:correction|corrigendum|duplicate publication)\b"
        ),
    ),
)
"""A notice says so in the first words of its title. `Correction of scoliosis …` and `Retraction time …` are studies."""

_COLON_NOTICE: Final = re.compile(
    r"^\W{0,3}(correction|retraction|retracted|withdrawn|withdrawal|erratum|corrigendum)(?: to| of"
    r"| for)?\W{0,2}\s{0,3}:",
    re.IGNORECASE,
)
_COLON_TYPES: Final = {
    "correction": ArticleType.CORRECTION,
    "erratum": ArticleType.CORRECTION,
    "corrigendum": ArticleType.CORRECTION,
}

_NAMES: Final = (
    (ArticleType.EXPRESSION_OF_CONCERN, ("expression of concern",)),
    (ArticleType.RETRACTION, ("retraction", "partial retraction", "retracted article", "withdrawal")),
    (
        ArticleType.CORRECTION,
        (
            "correction",
            "corrigendum",
            "erratum",
            "addendum",
            "errata",
            "corrected article",
            "publisher correction",
            "author correction",
        ),
    ),
    (
        ArticleType.PROTOCOL,
        (
            "study protocol",
            "protocol",
            "clinical trial protocol",
            "trial protocol",
            "registered report protocol",
            "systematic review protocol",
        ),
    ),
    (
        ArticleType.CASE_REPORT,
        ("case report", "case reports", "case study", "clinical case", "case series", "clinical case report"),
    ),
    (
        ArticleType.REVIEW,
        (
            "review article",
            "review",
            "systematic review",
            "meta analysis",
            "scoping review",
            "mini review",
            "minireview",
            "rapid review",
            "reviews",
            "umbrella review",
            "review articles",
            "focused review",
            "narrative review",
            "literature review",
            "clinical review",
            "critical review",
            "invited review",
            "topical review",
            "brief review",
            "state of the art review",
        ),
    ),
    (
        ArticleType.COMMENTARY,
        (
            "editorial",
            "commentary",
            "article commentary",
            "general commentary",
            "letter",
            "letter to the editor",
            "opinion",
            "perspective",
            "viewpoint",
            "news",
            "discussion",
            "reply",
            "book review",
            "correspondence",
            "in brief",
            "insight",
            "essay",
            "introduction",
            "obituary",
            "interview",
            "comment",
            "hypothesis and theory",
            "synopsis",
            "primer",
            "policy forum",
            "debate",
            "viewpoints",
            "perspectives",
            "essays",
            "editorials",
            "letters",
            "comments",
            "commentaries",
            "opinions",
            "opinion article",
            "news and views",
            "research highlight",
            "research highlights",
            "correspondence and other communications",
            "point of view",
            "best practice",
            "in this issue",
            "preface",
            "foreword",
        ),
    ),
    (
        ArticleType.RESEARCH,
        (
            "research article",
            "brief report",
            "research note",
            "research",
            "original article",
            "original research",
            "original paper",
            "rapid communication",
            "short report",
            "short communication",
            "clinical study",
            "clinical trial",
            "research paper",
            "report",
            "data paper",
            "methods article",
            "research report",
            "full paper",
            "full length article",
            "article",
            "original investigation",
            "technical note",
            "research letter",
            "clinical article",
            "clinical research",
            "original contribution",
            "brief communication",
            "brief research report",
            "technology report",
        ),
    ),
)
_BY_NAME: Final = {name: kind for kind, names in _NAMES for name in names}
_WORDS: Final = re.compile(r"[^a-z]+")


def _words(text: str) -> str:
    return _WORDS.sub(" ", text[:300].lower()).strip()


def type_by_name(name: str) -> ArticleType | None:
    """The type that a publisher's label (`research-article`, `Study Protocol`) stands for, or None."""
    words = _words(name)
    return _BY_NAME.get(words) or _BY_NAME.get(words.removesuffix(" article"))


def notice_in_title(title: str) -> ArticleType | None:
    """The kind of notice that a title announces, or None for a paper."""
    if colon := _COLON_NOTICE.match(title):
        return _COLON_TYPES.get(colon.group(1).lower(), ArticleType.RETRACTION)
    words = _words(title)
    return next((kind for kind, cue in _NOTICE_TITLES if _announces(cue, words, title)), None)


def _announces(cue: re.Pattern[str], words: str, title: str) -> bool:
    found = cue.match(words)
    if not found:
        return False
    generic = words.startswith(("correction of", "corrections of", "correction for", "correction to", "retraction of"))
    return not generic or bool(re.search(r"[“”\"\u2018\u2019']|\bet al\b|\d{4}|\b10\.\d{4}", title[:2000]))


def article_type(labels: tuple[str, ...], title: str | None) -> ArticleType:
    """The type from the publisher's labels, the most telling first, and the title.

    A notice wins wherever it is announced: summarising a retraction as a study is the worse fault. Then a more
    telling label (`Study Protocol`, `Systematic Review`) wins over `research-article`.
    """
    named = [kind for label in labels if (kind := type_by_name(label))]
    notices = [kind for kind in named if kind.is_notice]
    announced = notice_in_title(title) if title else None
    if notices or announced:
        return notices[0] if notices else announced or ArticleType.OTHER
    telling = [kind for kind in named if kind is not ArticleType.RESEARCH]
    return _by_title(title or "") or next(iter(telling or named), ArticleType.OTHER)


def _by_title(title: str) -> ArticleType | None:
    words = _words(title[-120:])
    if re.search(r"\b(?:study|trial|review) protocol\b|\bprotocol (?:for|of) (?:a|an|the)\b", words):
        return ArticleType.PROTOCOL
    if re.search(r"\b(?:systematic|scoping|umbrella) review\b|\bmeta analys[ie]s\b", words) and not re.search(
        r"\breporting (?:items|guidelines?|standards)\b", words
    ):
        return ArticleType.REVIEW
    return (
        ArticleType.CASE_REPORT if re.search(r"\b(?:a|two|three|rare) case reports?\b|\bcase report$", words) else None
    )
