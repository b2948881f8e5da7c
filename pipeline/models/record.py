"""What is known of an article from outside: what each service says, and one record that merges it."""

from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from pipeline.models.base import Frozen
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice
from pipeline.models.paper import ArticleType, Author, Licence
from pipeline.models.source import MediaType

T = TypeVar("T")


class Service(StrEnum):
    """Who says something about an article, or gives out its text."""

    CROSSREF = "crossref"
    DATACITE = "datacite"
    EUROPEPMC = "europepmc"
    PUBMED = "pubmed"
    IDCONV = "idconv"
    UNPAYWALL = "unpaywall"
    BIORXIV = "biorxiv"
    MEDRXIV = "medrxiv"
    OPENALEX = "openalex"
    PMC = "pmc"
    DOI_ORG = "doi.org"


class TextVersion(StrEnum):
    """Which version of an article something is (the words of NISO RP-8, as Unpaywall uses them)."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    PUBLISHED = "published"
    UNKNOWN = "unknown"


class Host(StrEnum):
    """Who serves a text."""

    REPOSITORY = "repository"
    PUBLISHER = "publisher"


class VersionLicence(Frozen):
    """A Creative Commons or other reuse licence, and the version that it is for. Licences for text mining are none."""

    licence: Licence
    version: TextVersion


class TextLink(Frozen):
    """Where a text is said to lie; whether it does, its bytes will tell."""

    url: str
    media_type: MediaType
    host: Host
    version: TextVersion
    licence: Licence | None = None


class Account(Frozen):
    """What one service says of one article. None and empty mean: the service does not say.

    `published` is the earliest date of publication, ISO 8601 and as exact as was given; `abstract` is plain text,
    its parts parted by blank lines. `published_version` is what a preprint became; `preprints` are what an article
    was before.
    """

    service: Service
    retrieved_at: datetime
    url: str
    doi: Doi | None = None
    pmid: str | None = None
    pmcid: str | None = None
    title: str | None = None
    authors: tuple[Author, ...] = ()
    journal: str | None = None
    published: str | None = None
    article_type: ArticleType | None = None
    article_type_as_given: str | None = None
    language: str | None = None
    abstract: str | None = None
    is_preprint: bool | None = None
    is_open: bool | None = None
    licences: tuple[VersionLicence, ...] = ()
    notices: tuple[Notice, ...] = ()
    published_version: Doi | None = None
    preprints: tuple[Doi, ...] = ()
    links: tuple[TextLink, ...] = ()


class Said(Frozen, Generic[T]):
    """A value with the services that gave it."""

    value: T
    by: tuple[Service, ...]


class Conflict(Frozen):
    """A field on which services disagree: every value with who gave it, the one that was taken first."""

    field: str
    values: tuple[Said[str], ...]


class Unheard(Frozen):
    """A service that could not be heard: what went wrong, and whether the next run may have more luck."""

    service: Service
    kind: str
    message: str
    transient: bool


class Record(Frozen):
    """What is known of one article, each value with where it came from."""

    doi: Doi | None
    pmid: str | None
    pmcid: str | None
    title: Said[str] | None
    authors: Said[tuple[Author, ...]] | None
    journal: Said[str] | None
    published: Said[str] | None
    article_type: Said[ArticleType] | None
    language: Said[str] | None
    abstract: Said[str] | None
    is_preprint: bool
    is_open: bool | None
    licences: tuple[Said[VersionLicence], ...]
    notices: tuple[Notice, ...]
    published_version: Doi | None
    preprints: tuple[Doi, ...]
    links: tuple[Said[TextLink], ...]
    conflicts: tuple[Conflict, ...]
    accounts: tuple[Account, ...]
    unknown_to: tuple[Service, ...]
    unheard: tuple[Unheard, ...]
    checked_at: datetime

    @property
    def identifiers(self) -> dict[str, str | None]:
        """The identifiers by their names."""
        return {"doi": self.doi, "pmid": self.pmid, "pmcid": self.pmcid}
