"""The front matter: what identifies the article."""

import re
from typing import Any, Final

from pipeline.models.ids import Doi
from pipeline.models.paper import ArticleDate, Author, Licence, Metadata, ParseWarning, RelatedArticle
from pipeline.parse.article_types import article_type
from pipeline.parse.characters import Cleaner
from pipeline.parse.jats.inline import plain_text
from pipeline.parse.jats.xml_tree import xlink
from pipeline.parse.licences import licence_in, licence_of_url

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_FIELD: Final = ("display-channel", "article-type", "overline", "leader", "hwp-journal-coll", "System Taxonomy")
"""Groups of subjects that tell how an article is shown, or of organisms, and of no field of study."""
_DIGITS: Final = re.compile(r"\d{1,12}")


class FrontMatter:
    """Reads `front` (or `front-stub`) of one article."""

    def __init__(self, article: Any, cleaner: Cleaner) -> None:
        self._article = article
        self._front = article.find("front")
        self._meta = article.find("front/article-meta")
        self._cleaner = cleaner
        self.warnings: list[ParseWarning] = []

    def read(self) -> Metadata:
        """The metadata, as far as the article states it."""
        labels = self._labels()
        title = self._text("title-group/article-title") or None
        return Metadata(
            title=title,
            authors=self._authors(),
            journal=self._journal(),
            doi=self._doi(),
            pmid=self._id("pmid"),
            pmcid=self._pmcid(),
            dates=self._dates(),
            article_type=article_type(labels, title),
            article_type_as_printed=next((label for label in labels if not label.isdigit() and label), None),
            licence=self._licence(),
            language=self._article.get(_LANG) or None,
            keywords=self._keywords(),
            organisms=self._organisms(),
            subjects=self._subjects(),
            related=self._related(),
        )

    def _all(self, path: str) -> list[Any]:
        return [] if self._meta is None else list(self._meta.findall(path))

    def _text(self, path: str) -> str:
        return next((text for element in self._all(path) if (text := plain_text(element, self._cleaner))), "")

    def _labels(self) -> tuple[str, ...]:
        printed = [plain_text(s, self._cleaner) for s in self._all("article-categories/subj-group/subject")]
        return (*printed, str(self._article.get("article-type") or ""))

    def _journal(self) -> str | None:
        paths = ("journal-meta/journal-title-group/journal-title", "journal-meta/journal-title")
        found = [self._front.find(path) for path in paths] if self._front is not None else []
        return next((text for e in found if (text := plain_text(e, self._cleaner))), None)

    def _id(self, *kinds: str) -> str | None:
        for element in self._all("article-id"):
            if element.get("pub-id-type") in kinds and (text := plain_text(element, self._cleaner)):
                return text
        return None

    def _doi(self) -> Doi | None:
        raw = self._id("doi")
        if not raw:
            return None
        try:
            return Doi.parse(raw)
        except ValueError:
            self.warnings.append(ParseWarning(kind="doi_malformed", message=f"{raw!r} is given as DOI but is none"))
            return None

    def _pmcid(self) -> str | None:
        raw = self._id("pmcid", "pmc", "pmc-id", "pmcaid")
        digits = _DIGITS.search(raw) if raw else None
        return f"PMC{digits.group(0)}" if digits else None

    def _authors(self) -> tuple[Author, ...]:
        people = [c for c in self._all("contrib-group/contrib") if c.get("contrib-type", "author") == "author"]
        return tuple(author for person in people if (author := self._author(person)))

    def _author(self, contrib: Any) -> Author | None:
        name = next(contrib.iter("name", "string-name"), None)
        group = next(contrib.iter("collab"), None)
        if group is not None and (name is None or name in list(group.iter())):
            own = Author(family=_group_name(group, self._cleaner))
            return own if own.family else None
        if name is None:
            return None
        family = plain_text(name.find("surname"), self._cleaner)
        given = plain_text(name.find("given-names"), self._cleaner)
        suffix = plain_text(name.find("suffix"), self._cleaner)
        whole = " ".join(part for part in (family, suffix) if part)
        return Author(family=whole or given or plain_text(name, self._cleaner), given=given if whole else "")

    def _dates(self) -> tuple[ArticleDate, ...]:
        found = [_date(e, self._cleaner, published=True) for e in self._all("pub-date")]
        found += [_date(e, self._cleaner, published=False) for e in self._all("history/date")]
        return tuple(date for date in found if date)

    def _licence(self) -> Licence | None:
        elements = self._all("permissions/license")
        for element in elements:
            links = [xlink(element), *(plain_text(ref, self._cleaner) for ref in element.iter("license_ref"))]
            links += [xlink(link) for link in element.iter("ext-link", "uri")]
            known = [licence_of_url(link) for link in links if "creativecommons.org" in link]
            if known:
                return known[0]
            if worded := licence_in(plain_text(element, self._cleaner)):
                return Licence(url=links[0] or worded.url, name=worded.name)
            if links[0]:
                return Licence(url=links[0])
        statement = " ".join(plain_text(e, self._cleaner) for e in self._all("permissions/*"))
        return licence_in(statement)

    def _keywords(self) -> tuple[str, ...]:
        return self._texts("kwd-group/kwd")

    def _organisms(self) -> tuple[str, ...]:
        """As eLife lists them among the keywords, and PLOS did until 2007 among the subjects."""
        taxa = "article-categories//subj-group[@subj-group-type='System Taxonomy']/subject"
        return self._texts("kwd-group[@kwd-group-type='research-organism']/kwd") + self._texts(taxa)

    def _subjects(self) -> tuple[str, ...]:
        """Every heading that it is filed under, but for those of how it is shown."""
        groups = [g for g in self._all("article-categories//subj-group") if g.get("subj-group-type") not in _NO_FIELD]
        texts = [plain_text(s, self._cleaner) for group in groups for s in group.findall("subject")]
        return tuple(dict.fromkeys(text for text in texts if text and not text.isdigit()))

    def _texts(self, path: str) -> tuple[str, ...]:
        return tuple(text for e in self._all(path) if (text := plain_text(e, self._cleaner)))

    def _related(self) -> tuple[RelatedArticle, ...]:
        return tuple(
            RelatedArticle(
                relation=str(e.get("related-article-type") or "related"),
                id_type=str(e.get("ext-link-type") or ("doi" if xlink(e).startswith("10.") else "unknown")),
                id=xlink(e) or plain_text(e, self._cleaner),
            )
            for e in self._all(".//related-article")
        )


def _group_name(group: Any, cleaner: Cleaner) -> str:
    institution = group.find("institution")
    if institution is not None:
        return plain_text(institution, cleaner)
    own = [group.text, *(child.tail for child in group)]
    return cleaner.squeeze(" ".join(str(part) for part in own if part)) or plain_text(group, cleaner)


def _date(element: Any, cleaner: Cleaner, *, published: bool) -> ArticleDate | None:
    kind = str(element.get("pub-type") or element.get("date-type") or ("pub" if published else "other"))
    kind = "epub" if kind == "epub-ppub" else kind
    iso = str(element.get("iso-8601-date") or "")[:10]
    year = plain_text(element.find("year"), cleaner)
    if not re.fullmatch(r"[12]\d{3}", year):
        return ArticleDate(kind=kind, date=iso) if re.fullmatch(r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?", iso) else None
    month = _month(plain_text(element.find("month"), cleaner))
    day = plain_text(element.find("day"), cleaner)
    if not month:
        return ArticleDate(kind=kind, date=year)
    exact = day.isascii() and day.isdigit() and 1 <= int(day[:3]) <= 31
    return ArticleDate(kind=kind, date=f"{year}-{month:02}-{int(day):02}" if exact else f"{year}-{month:02}")


def _month(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text[:3]) if 1 <= int(text[:3]) <= 12 else None
    low = text.lower()[:3]
    return _MONTHS.index(low) + 1 if low in _MONTHS else None
