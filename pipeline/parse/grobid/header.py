"""The TEI header: what identifies the article."""

import re
from typing import Any, Final

from pipeline.models.ids import Doi
from pipeline.models.paper import ArticleDate, Author, Licence, Metadata, ParseWarning
from pipeline.parse.article_types import article_type
from pipeline.parse.characters import Cleaner
from pipeline.parse.jats.inline import plain_text
from pipeline.parse.licences import licence_in, licence_of_url

_SOURCE: Final = "fileDesc/sourceDesc/biblStruct"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_DATE: Final = re.compile(r"([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_PMC: Final = re.compile(r"(?:PMC)?(\d{1,12})", re.IGNORECASE)


class Header:
    """Reads the `teiHeader` of a document."""

    def __init__(self, tei: Any, cleaner: Cleaner) -> None:
        self._tei = tei
        self._header = tei.find("teiHeader")
        self._cleaner = cleaner
        self.warnings: list[ParseWarning] = []

    def read(self) -> Metadata:
        """The metadata, as far as GROBID found it; it never names the kind of article, so the title has to."""
        title = self._first("fileDesc/titleStmt/title", f"{_SOURCE}/analytic/title")
        return Metadata(
            title=title,
            authors=tuple(filter(None, map(self._author, self._all(f"{_SOURCE}/analytic/author")))),
            journal=self._first(f"{_SOURCE}/monogr/title"),
            doi=self._doi(),
            pmid=self._idno("PMID"),
            pmcid=self._pmcid(),
            dates=self._dates(),
            article_type=article_type((), title),
            licence=self._licence(),
            language=self._language(),
            keywords=self._keywords(),
        )

    @property
    def version(self) -> str:
        """The version that GROBID says it has."""
        found = self._all("encodingDesc/appInfo/application")
        return self._cleaner.squeeze(str(found[0].get("version") or "unknown"))[:40] if found else "unknown"

    def _all(self, path: str) -> list[Any]:
        return [] if self._header is None else list(self._header.findall(path))

    def _first(self, *paths: str) -> str | None:
        """The first text at one of these places; a main title before an abbreviated one."""
        found = [element for path in paths for element in self._all(path)]
        ranked = sorted(found, key=lambda element: element.get("type", "main") != "main")
        return next((text for element in ranked if (text := plain_text(element, self._cleaner))), None)

    def _author(self, element: Any) -> Author | None:
        person = element.find("persName")
        if person is None:
            return None
        given = " ".join(filter(None, (plain_text(part, self._cleaner) for part in person.iterchildren("forename"))))
        family = " ".join(
            filter(None, (plain_text(part, self._cleaner) for part in person.iterchildren("surname", "genName")))
        )
        whole = family or given or plain_text(person, self._cleaner)
        return Author(family=whole, given=given if family else "") if whole else None

    def _idno(self, kind: str) -> str | None:
        found = [e for path in (_SOURCE, f"{_SOURCE}/analytic") for e in self._all(f"{path}/idno")]
        texts = (plain_text(e, self._cleaner) for e in found if str(e.get("type")).upper() == kind)
        return next(filter(None, texts), None)

    def _doi(self) -> Doi | None:
        raw = self._idno("DOI")
        if not raw:
            return None
        try:
            return Doi.parse(raw)
        except ValueError:
            self.warnings.append(ParseWarning(kind="doi_malformed", message=f"{raw!r} is given as DOI but is none"))
            return None

    def _pmcid(self) -> str | None:
        found = _PMC.fullmatch(self._idno("PMCID") or "")
        return f"PMC{found.group(1)}" if found else None

    def _dates(self) -> tuple[ArticleDate, ...]:
        elements = self._all("fileDesc/publicationStmt/date") + self._all(f"{_SOURCE}/monogr/imprint/date")
        dates = (_iso(str(element.get("when") or "")) for element in elements)
        return tuple(ArticleDate(kind="published", date=date) for date in dict.fromkeys(filter(None, dates)))

    def _licence(self) -> Licence | None:
        for element in self._all("fileDesc/publicationStmt/availability"):
            links = [str(part.get("target")) for part in element.iter("licence") if part.get("target")]
            if found := licence_in(plain_text(element, self._cleaner)):
                return found
            if links:
                return licence_of_url(links[0])
        return None

    def _language(self) -> str | None:
        places = (self._header, self._tei.find("text"))
        return next((str(e.get(_LANG)) for e in places if e is not None and e.get(_LANG)), None)

    def _keywords(self) -> tuple[str, ...]:
        terms = [plain_text(e, self._cleaner) for e in self._all("profileDesc/textClass/keywords//term")]
        if not terms:
            whole = " ".join(plain_text(e, self._cleaner) for e in self._all("profileDesc/textClass/keywords"))
            terms = whole.split(";" if ";" in whole else ",")
        return tuple(filter(None, (term.strip(" .,;") for term in terms)))


def _iso(when: str) -> str | None:
    """`2001-9-16` as `2001-09-16`; None for what is no date."""
    found = _DATE.fullmatch(when.strip())
    if not found:
        return None
    year, month, day = found.group(1), int(found.group(2) or 0), int(found.group(3) or 0)
    if not 1 <= month <= 12:
        return year
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{year}-{month:02}"
