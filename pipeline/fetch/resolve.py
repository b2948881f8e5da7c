"""From an identifier to one record: every service that may know the article is heard, all at once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from pipeline.errors import FetchError, Who
from pipeline.fetch.merge import merge
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.biorxiv import Biorxiv
from pipeline.fetch.services.crossref import Crossref
from pipeline.fetch.services.datacite import DataCite
from pipeline.fetch.services.doi_org import DoiOrg
from pipeline.fetch.services.europepmc import EuropePmc
from pipeline.fetch.services.idconv import IdConverter
from pipeline.fetch.services.openalex import OpenAlex
from pipeline.fetch.services.pubmed import PubMed
from pipeline.fetch.services.pubmed_together import PubMedTogether
from pipeline.fetch.services.unpaywall import Unpaywall
from pipeline.fetch.web.client import Web
from pipeline.fetch.web.errors import ASK_AGAIN, ASK_DOCTOR, WebError
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.record import Account, Record, Service, Unheard

_OPENRXIV: Final = ("10.1101/", "10.64898/")
"""The prefixes of bioRxiv and medRxiv; the second since openRxiv took both over."""
_STATUS: Final = frozenset({Service.CROSSREF, Service.DATACITE, Service.EUROPEPMC, Service.PUBMED})
"""Services that would tell of a retraction."""


@dataclass
class _Hearing:
    """What was heard so far."""

    accounts: list[Account] = field(default_factory=list)
    unknown_to: list[Service] = field(default_factory=list)
    unheard: list[Unheard] = field(default_factory=list)

    async def ask(self, service: Service, question: Awaitable[Account | None]) -> Account | None:
        """Hear one service; that it cannot be heard is put on record."""
        try:
            account = await question
        except WebError as error:
            self.unheard.append(
                Unheard(service=service, kind=error.kind, message=error.message, transient=error.transient)
            )
            return None
        if account is None:
            self.unknown_to.append(service)
        else:
            self.accounts.append(account)
        return account

    def failed(self, service: Service) -> bool:
        """Whether this service could not be heard."""
        return any(unheard.service is service for unheard in self.unheard)


class Resolver:
    """Asks the services. One resolver serves a whole run."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._crossref = Crossref(web, asking)
        self._datacite = DataCite(web, asking)
        self._doi_org = DoiOrg(web, asking)
        self._europepmc = EuropePmc(web, asking)
        self._pubmed = PubMedTogether(PubMed(web, asking))
        self._idconv = IdConverter(web, asking)
        self._unpaywall = Unpaywall(web, asking)
        self._biorxiv = Biorxiv(web, asking)
        self._openalex = OpenAlex(web, asking) if asking.openalex_api_key else None

    async def record(self, wanted: Doi | Pmid | Pmcid) -> Record:
        """What is known of the article.

        Raises FetchError: `unknown` where every service was heard and none knows it; `not_heard` (transient) where
        none that would tell of a retraction could be heard.
        """
        hearing = _Hearing()
        doi = wanted if isinstance(wanted, Doi) else await self._doi_of(wanted, hearing)
        if doi is not None:
            await self._by_doi(doi, hearing)
        await self._by_pmid(wanted, hearing)
        _must_be_known(wanted, hearing)
        _must_be_the_one(wanted, hearing)
        return merge(hearing.accounts, hearing.unknown_to, hearing.unheard, datetime.now(UTC))

    async def _by_doi(self, doi: Doi, hearing: _Hearing) -> None:
        questions: list[Awaitable[Account | None]] = [
            self._registered(doi, hearing),
            hearing.ask(Service.UNPAYWALL, self._unpaywall.account(doi)),
        ]
        if not any(account.service is Service.EUROPEPMC for account in hearing.accounts):
            questions.append(hearing.ask(Service.EUROPEPMC, self._europepmc.account(doi)))
        if self._openalex is not None:
            questions.append(hearing.ask(Service.OPENALEX, self._openalex.account(doi)))
        await asyncio.gather(*questions)
        if doi.startswith(_OPENRXIV) and any(account.is_preprint for account in hearing.accounts):
            await hearing.ask(Service.BIORXIV, self._biorxiv.account(doi))

    async def _registered(self, doi: Doi, hearing: _Hearing) -> Account | None:
        """What the agency says where the DOI is registered: Crossref for most articles, DataCite, or another one."""
        account = await hearing.ask(Service.CROSSREF, self._crossref.account(doi))
        if account is not None or hearing.failed(Service.CROSSREF):
            return account
        account = await hearing.ask(Service.DATACITE, self._datacite.account(doi))
        if account is not None or hearing.failed(Service.DATACITE):
            return account
        return await hearing.ask(Service.DOI_ORG, self._doi_org.account(doi))

    async def _by_pmid(self, wanted: Doi | Pmid | Pmcid, hearing: _Hearing) -> None:
        known = [Pmid(account.pmid) for account in hearing.accounts if account.pmid]
        pmid = wanted if isinstance(wanted, Pmid) else next(iter(known), None)
        if pmid is not None:
            await hearing.ask(Service.PUBMED, self._pubmed.account(pmid))

    async def _doi_of(self, wanted: Pmid | Pmcid, hearing: _Hearing) -> Doi | None:
        ask: Callable[[], Awaitable[Account | None]] = (
            (lambda: self._europepmc.account_by_pmid(wanted))
            if isinstance(wanted, Pmid)
            else (lambda: self._europepmc.account_by_pmcid(wanted))
        )
        account = await hearing.ask(Service.EUROPEPMC, ask())
        if account is not None and account.doi is not None:
            return account.doi
        return await self._converted(wanted, hearing)

    async def _converted(self, wanted: Pmid | Pmcid, hearing: _Hearing) -> Doi | None:
        try:
            ids = await (self._idconv.ids(pmid=wanted) if isinstance(wanted, Pmid) else self._idconv.ids(pmcid=wanted))
        except WebError as error:
            unheard = Unheard(service=Service.IDCONV, kind=error.kind, message=error.message, transient=error.transient)
            hearing.unheard.append(unheard)
            return None
        return ids["doi"] if ids else None


def _must_be_known(wanted: Doi | Pmid | Pmcid, hearing: _Hearing) -> None:
    heard = {account.service for account in hearing.accounts}
    failed = [unheard for unheard in hearing.unheard if unheard.service in _STATUS]
    if heard & _STATUS:
        return
    if failed:
        raise _not_heard(wanted, failed)
    if not hearing.accounts:
        raise FetchError(
            f"{wanted} is known to none of the services ({', '.join(s.value for s in hearing.unknown_to)})",
            kind="unknown",
            remedy="Look for a slip in the identifier, or supply the paper as a file.",
        )


def _must_be_the_one(wanted: Doi | Pmid | Pmcid, hearing: _Hearing) -> None:
    """A DOI that leads to an article under another DOI goes to a person, who may ask for that one."""
    others = {account.doi for account in hearing.accounts if account.doi}
    if isinstance(wanted, Doi) and others and wanted not in others:
        named = ", ".join(sorted(others))
        raise FetchError(
            f"{wanted} was asked for, and the services answered about {named}",
            kind="other_article",
            remedy="If that is the article you mean, ask for it by that DOI.",
        )


def _not_heard(wanted: Doi | Pmid | Pmcid, failed: Sequence[Unheard]) -> FetchError:
    transient = any(unheard.transient for unheard in failed)
    return FetchError(
        f"{wanted}: nobody who would know of it (and of a retraction) could be heard: "
        + "; ".join(unheard.message for unheard in failed),
        kind="not_heard",
        who=Who.PIPELINE if transient else Who.PERSON,
        remedy=f"{ASK_AGAIN} {ASK_DOCTOR}" if transient else "`layline doctor` shows what is set.",
    )
