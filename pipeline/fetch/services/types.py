"""How services name kinds of articles and of updates, folded into ours."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.models.notice import NoticeKind
from pipeline.models.paper import ArticleType

_NOTICES: Final = {
    "retraction": NoticeKind.RETRACTION,
    "retracted": NoticeKind.RETRACTION,
    "partial retraction": NoticeKind.PARTIAL_RETRACTION,
    "withdrawal": NoticeKind.WITHDRAWAL,
    "withdrawn": NoticeKind.WITHDRAWAL,
    "removal": NoticeKind.REMOVAL,
    "expression of concern": NoticeKind.EXPRESSION_OF_CONCERN,
    "concern": NoticeKind.EXPRESSION_OF_CONCERN,
    "correction": NoticeKind.CORRECTION,
    "corrigendum": NoticeKind.CORRECTION,
    "addendum": NoticeKind.CORRECTION,
    "clarification": NoticeKind.CORRECTION,
    "erratum": NoticeKind.ERRATUM,
}
_ARTICLE_OF: Final = {
    NoticeKind.EXPRESSION_OF_CONCERN: ArticleType.EXPRESSION_OF_CONCERN,
    NoticeKind.CORRECTION: ArticleType.CORRECTION,
    NoticeKind.ERRATUM: ArticleType.CORRECTION,
}
_END: Final = r"(?:\s*:|\s+[-\u2013\u2014]\s|\s*[\u2013\u2014]|\s*\.?$)"
"""What parts the name of a notice from the title it is about. A hyphen alone does not: "Retraction-induced injury"."""
_QUOTED: Final = r"\s*[\"'\u2018\u201c\u00ab\[]"
_MENDING: Final = "(?:correction|corrigend(?:um|a)|errat(?:um|a)|addendum)"
_TITLES: Final = (
    (rf"retraction(?: note| notice)?(?: (?:to|of|for))?(?:{_END}|{_QUOTED})", ArticleType.RETRACTION),
    (r"retraction (?:note|notice)\b|(?:statement|notice) of retraction\b", ArticleType.RETRACTION),
    (rf"(?:notice of withdrawal\b|withdrawal(?: notice)?{_END})", ArticleType.RETRACTION),
    (r"(?:editorial )?(?:expressions? of concern\b|notice of concern\b)", ArticleType.EXPRESSION_OF_CONCERN),
    (
        rf"(?:author |publisher )?{_MENDING}(?: notice)?(?:{_END}|{_QUOTED}| to\b| for:| for\b.{{0,80}}\bet al\b)",
        ArticleType.CORRECTION,
    ),
)
_KINDS: Final = (
    (r"\bstudy protocol\b|\bprotocol (?:for|of) an?\b|\btrial protocol\b", ArticleType.PROTOCOL),
    (r"\b(?:systematic|scoping|umbrella|narrative|literature) review\b|\bmeta-?analysis\b", ArticleType.REVIEW),
    (r"\bcase report\b", ArticleType.CASE_REPORT),
    (
        r"^(?:editorial|commentary|comment on|letter to the editor|in reply|reply to|response to)\b",
        ArticleType.COMMENTARY,
    ),
)
_MARKED: Final = re.compile(
    r"^\W*(?:(?P<retraction>retracted)|(?P<withdrawal>withdrawn)"
    r"|(?P<removal>(?:temporarily )?removed|temporary removal))"
    r"(?: article| paper| chapter)?\s*(?:[:\]]|[\u2013\u2014]|-\s)\s*",
    re.IGNORECASE,
)
_MEDLINE: Final = (
    ("published erratum", ArticleType.CORRECTION),
    ("correction", ArticleType.CORRECTION),
    ("retraction of publication", ArticleType.RETRACTION),
    ("retraction notice", ArticleType.RETRACTION),
    ("retraction", ArticleType.RETRACTION),
    ("expression of concern", ArticleType.EXPRESSION_OF_CONCERN),
    ("case reports", ArticleType.CASE_REPORT),
    ("case-report", ArticleType.CASE_REPORT),
    ("clinical trial protocol", ArticleType.PROTOCOL),
    ("study protocol", ArticleType.PROTOCOL),
    ("systematic review", ArticleType.REVIEW),
    ("meta-analysis", ArticleType.REVIEW),
    ("review", ArticleType.REVIEW),
    ("editorial", ArticleType.COMMENTARY),
    ("comment", ArticleType.COMMENTARY),
    ("letter", ArticleType.COMMENTARY),
    ("news", ArticleType.COMMENTARY),
    ("article-commentary", ArticleType.COMMENTARY),
)


def notice_kind(word: str | None) -> NoticeKind | None:
    """The kind of an update as services name it; None for what is no notice (`new_version`) or not known."""
    return _NOTICES.get(re.sub(r"[\s_-]+", " ", (word or "").strip().lower()))


def type_by_title(title: str | None) -> ArticleType | None:
    """What a title says an article is, where it is a notice about another one."""
    return next((kind for form, kind in _TITLES if re.match(form, title or "", re.IGNORECASE)), None)


def kind_by_title(title: str | None) -> ArticleType | None:
    """What a title says that an article is, where it names its own kind ("…: a systematic review")."""
    return next((kind for form, kind in _KINDS if re.search(form, title or "", re.IGNORECASE)), None)


def marked(title: str | None) -> NoticeKind | None:
    """What a publisher wrote before the title of an article since: "RETRACTED: …", "[Retracted] …", "WITHDRAWN: …"."""
    found = _MARKED.match(title or "")
    return NoticeKind(found.lastgroup) if found and found.lastgroup else None


def type_of_medline(kinds: Iterable[str]) -> ArticleType | None:
    """The kind of an article by its MEDLINE publication types ("Retracted Publication" is still an article)."""
    names = {kind.strip().lower().replace("review-article", "review") for kind in kinds}
    if not names:
        return None
    return next((kind for name, kind in _MEDLINE if name in names), ArticleType.RESEARCH)


def article_of(kind: NoticeKind) -> ArticleType:
    """What an article is whose `update-to` says that it does this to another."""
    return _ARTICLE_OF.get(kind, ArticleType.RETRACTION)
