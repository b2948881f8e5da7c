"""Merges what services say of one article: each value with who gave it, every disagreement kept and shown."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Final, TypeVar

from pipeline.fetch.agreement import dates_agree, journals_agree, names_agree, same_words, unmarked
from pipeline.fetch.merge_notices import merge_notices
from pipeline.fetch.services.fields import earliest
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice
from pipeline.models.paper import ArticleType, Author
from pipeline.models.record import (
    Account,
    Conflict,
    Record,
    Said,
    Service,
    TextLink,
    Unheard,
    VersionLicence,
)

T = TypeVar("T")

_REGISTRIES: Final = (Service.CROSSREF, Service.DATACITE)
_RANK: Final = (
    *_REGISTRIES,
    Service.DOI_ORG,
    Service.EUROPEPMC,
    Service.PUBMED,
    Service.BIORXIV,
    Service.MEDRXIV,
    Service.OPENALEX,
    Service.UNPAYWALL,
)
"""Whom to believe first: the publisher's own registration, then those who curate, then those who gather."""
_RANK_OF_TYPE: Final = (Service.PUBMED, Service.EUROPEPMC, *_REGISTRIES)
"""Librarians tell reviews from trials; registries call both an article."""


_LICENCE_VERSION: Final = re.compile(r"\s\d\.\d$")


def merge(
    accounts: Sequence[Account], unknown_to: Iterable[Service], unheard: Iterable[Unheard], checked_at: datetime
) -> Record:
    """One record. An account of another DOI is on record as a conflict, and lends the record nothing else."""
    doi = _main_doi(accounts)
    ours = [account for account in accounts if account.doi in (None, doi)]
    ranked = sorted(ours, key=lambda account: _rank(account, _RANK))
    merging = _Merging(ranked)
    by_type = sorted(ours, key=lambda account: _rank(account, _RANK_OF_TYPE))
    is_preprint = next((account.is_preprint for account in ranked if account.is_preprint is not None), False)
    article_type = _article_type(by_type)
    return Record(
        doi=doi,
        pmid=merging.first("pmid", lambda account: account.pmid),
        pmcid=merging.first("pmcid", lambda account: account.pmcid),
        title=merging.said("title", _title, same_words),
        authors=_authors(merging, ranked),
        journal=merging.said("journal", lambda account: account.journal, journals_agree),
        published=_published(merging),
        article_type=article_type,
        language=merging.said(None, lambda account: account.language, lambda one, other: one[:2] == other[:2]),
        abstract=merging.said(None, lambda account: account.abstract, same_words),
        is_preprint=is_preprint,
        is_open=_is_open(ranked),
        licences=_licences(ranked),
        notices=_notices(ranked, article_type),
        published_version=_published_version(ranked, doi) if is_preprint else None,
        preprints=tuple(dict.fromkeys(p for account in ranked for p in account.preprints if p != doi)),
        links=_links(ranked),
        conflicts=(
            *merging.conflicts,
            *_type_conflict(by_type),
            *_preprint_conflict(ranked),
            *_strangers(accounts, doi),
        ),
        accounts=tuple(accounts),
        unknown_to=tuple(unknown_to),
        unheard=tuple(unheard),
        checked_at=checked_at,
    )


class _Merging:
    """Takes the best value of each field and notes who agrees and who does not."""

    def __init__(self, ranked: Sequence[Account]) -> None:
        self.ranked = ranked
        self.conflicts: list[Conflict] = []

    def said(
        self, field: str | None, value: Callable[[Account], str | None], agree: Callable[[str, str], bool]
    ) -> Said[str] | None:
        """The best value with all who agree; the others are a conflict of this field (none where it is None)."""
        values = [(found, account.service) for account in self.ranked if (found := value(account))]
        groups = _groups(values, agree)
        if field is not None and len(groups) > 1:
            self.conflicts.append(Conflict(field=field, values=tuple(groups)))
        return groups[0] if groups else None

    def first(self, field: str, value: Callable[[Account], str | None]) -> str | None:
        """The best value of an identifier."""
        said = self.said(field, value, lambda one, other: one == other)
        return said.value if said else None


def _groups(values: Sequence[tuple[str, Service]], agree: Callable[[str, str], bool]) -> list[Said[str]]:
    groups: list[Said[str]] = []
    for value, service in values:
        for number, group in enumerate(groups):
            if agree(group.value, value):
                groups[number] = group.model_copy(update={"by": tuple(dict.fromkeys((*group.by, service)))})
                break
        else:
            groups.append(Said[str](value=value, by=(service,)))
    return groups


def _main_doi(accounts: Sequence[Account]) -> Doi | None:
    ranked = sorted((a for a in accounts if a.doi), key=lambda account: _rank(account, _RANK))
    return ranked[0].doi if ranked else None


def _rank(account: Account, order: Sequence[Service]) -> int:
    return order.index(account.service) if account.service in order else len(order)


def _title(account: Account) -> str | None:
    return unmarked(account.title) if account.title else None


def _authors(merging: _Merging, ranked: Sequence[Account]) -> Said[tuple[Author, ...]] | None:
    """The authors of whoever is believed first; who agrees on the first of them agrees."""
    first = merging.said(
        "first_author",
        lambda account: account.authors[0].family if account.authors else None,
        names_agree,
    )
    if first is None:
        return None
    whole = next(account.authors for account in ranked if account.authors)
    return Said[tuple[Author, ...]](value=whole, by=first.by)


def _notices(ranked: Sequence[Account], article_type: Said[ArticleType] | None) -> tuple[Notice, ...]:
    """What was announced. Some services flag a notice as retracted itself: of a notice, such bare flags say nothing."""
    found = merge_notices(notice for account in ranked for notice in account.notices)
    if article_type is None or not article_type.value.is_notice:
        return found
    return tuple(notice for notice in found if notice.id or notice.date)


def _published_version(ranked: Sequence[Account], own: Doi | None) -> Doi | None:
    versions = (account.published_version for account in ranked)
    return next((version for version in versions if version and version != own), None)


def _published(merging: _Merging) -> Said[str] | None:
    """The earliest date, as exact as told, in the year of the one that is believed first."""
    said = merging.said("published", lambda account: account.published, dates_agree)
    if said is None:
        return None
    dates = [account.published for account in merging.ranked if account.published and account.service in said.by]
    same_year = [date for date in dates if date[:4] == said.value[:4]]
    return said.model_copy(update={"value": earliest(same_year) or said.value})


def _article_type(ranked: Sequence[Account]) -> Said[ArticleType] | None:
    """That it is a notice weighs more than any other kind; then whoever tells kinds apart best."""
    told = [(account.article_type, account.service) for account in ranked if account.article_type]
    told.sort(key=lambda pair: (not pair[0].is_notice, pair[0] is ArticleType.OTHER))
    if not told:
        return None
    return Said[ArticleType](value=told[0][0], by=tuple(service for kind, service in told if kind is told[0][0]))


def _type_conflict(ranked: Sequence[Account]) -> tuple[Conflict, ...]:
    """Whether it is a notice decides what becomes of it; other kinds are told more or less finely, which is none."""
    told = [(account.article_type, account.service) for account in ranked if account.article_type]
    groups = {is_notice: [pair for pair in told if pair[0].is_notice is is_notice] for is_notice in (True, False)}
    if not all(groups.values()):
        return ()
    values = tuple(
        Said[str](value=pairs[0][0].value, by=tuple(service for _, service in pairs)) for pairs in groups.values()
    )
    return (Conflict(field="article_type", values=values),)


def _is_open(ranked: Sequence[Account]) -> bool | None:
    told = {account.is_open for account in ranked} - {None}
    return True if True in told else False if told else None


def _licences(ranked: Sequence[Account]) -> tuple[Said[VersionLicence], ...]:
    found: dict[tuple[str, str], tuple[VersionLicence, list[Service]]] = {}
    for account in ranked:
        for each in account.licences:
            words = (each.licence.name or each.licence.url or "").upper()
            key = (each.version.value, _LICENCE_VERSION.sub("", words))
            known, services = found.setdefault(key, (each, []))
            if known.licence.url is None and each.licence.url is not None:
                found[key] = (each, services)
            if account.service not in services:
                services.append(account.service)
    return tuple(Said[VersionLicence](value=each, by=tuple(by)) for each, by in found.values())


def _links(ranked: Sequence[Account]) -> tuple[Said[TextLink], ...]:
    found: dict[str, tuple[TextLink, list[Service]]] = {}
    for account in ranked:
        for link in account.links:
            services = found.setdefault(link.url, (link, []))[1]
            if account.service not in services:
                services.append(account.service)
    return tuple(Said[TextLink](value=link, by=tuple(by)) for link, by in found.values())


def _preprint_conflict(ranked: Sequence[Account]) -> tuple[Conflict, ...]:
    yes = tuple(account.service for account in ranked if account.is_preprint)
    no = tuple(account.service for account in ranked if account.is_preprint is False)
    if not (yes and no):
        return ()
    values = (Said[str](value="preprint", by=yes), Said[str](value="not a preprint", by=no))
    return (Conflict(field="is_preprint", values=values),)


def _strangers(accounts: Sequence[Account], doi: Doi | None) -> tuple[Conflict, ...]:
    """Accounts that carry another DOI than the one that was asked for."""
    others = [account for account in accounts if account.doi not in (None, doi)]
    if not others or doi is None:
        return ()
    by = tuple(account.service for account in accounts if account.doi == doi)
    rest = tuple(Said[str](value=str(account.doi), by=(account.service,)) for account in others)
    return (Conflict(field="doi", values=(Said[str](value=str(doi), by=by), *rest)),)
