"""The network as a run uses it: services, ladder and resolver on one web, at the pace that the workspace shares."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from pipeline import __version__
from pipeline.config import Settings, Workspace
from pipeline.fetch.ladder.abstract import Abstract
from pipeline.fetch.ladder.europepmc_jats import EuropePmcJats
from pipeline.fetch.ladder.offered import Offered
from pipeline.fetch.ladder.pmc_bucket import PmcBucket
from pipeline.fetch.ladder.rung import LadderRung
from pipeline.fetch.resolve import Resolver
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.web.client import Bounds, Web
from pipeline.fetch.web.robots import Robots
from pipeline.models.rungs import RungName
from pipeline.models.source import MediaType
from pipeline.run.asking import contact
from pipeline.store.turns import SharedTurns
from pipeline.store.web_cache import WebCache

_LARGEST_ANSWER: Final = 30_000_000
"""Bytes; a page of a thousand Crossref works has about 5 MB."""
_DAY: Final = 86_400.0


@dataclass(frozen=True)
class Network:
    """What a run asks, and the rungs of its ladder from the best to the last."""

    web: Web
    asking: Asking
    resolver: Resolver
    ladder: tuple[LadderRung, ...]
    cache: WebCache


@asynccontextmanager
async def network(workspace: Workspace, settings: Settings, *, max_age: float | None = None) -> AsyncIterator[Network]:
    """The network of a workspace; `max_age` in seconds says how old a kept answer may be (settings otherwise).

    Raises SetupError (`no_contact`).
    """
    asking = _asking(settings, max_age)
    cache = WebCache(workspace.state / "web")
    web = Web(
        user_agent=f"layline/{__version__} (mailto:{asking.contact})",
        cache=cache,
        turns=SharedTurns(workspace.state / "turns", patience=settings.fetch_retry_for),
        bounds=Bounds(settings.fetch_timeout, _LARGEST_ANSWER, settings.fetch_retry_for),
        allowed=settings.allowed_local_servers,
    )
    try:
        yield Network(web, asking, Resolver(web, asking), _ladder(web, asking, settings), cache)
    finally:
        await web.aclose()


def _ladder(web: Web, asking: Asking, settings: Settings) -> tuple[LadderRung, ...]:
    bounds = Bounds(settings.text_timeout, settings.max_source_mb * 1_000_000, settings.fetch_retry_for)
    robots = Robots(web)
    return (
        EuropePmcJats(web, asking, bounds),
        PmcBucket(web, asking, bounds, MediaType.JATS),
        PmcBucket(web, asking, bounds, MediaType.PDF),
        Offered(web, robots, bounds, RungName.PREPRINT_JATS),
        Offered(web, robots, bounds, RungName.REPOSITORY_PDF),
        Offered(web, robots, bounds, RungName.PUBLISHER_PDF),
        Abstract(),
    )


def _asking(settings: Settings, max_age: float | None) -> Asking:
    keys = (settings.ncbi_api_key, settings.openalex_api_key, settings.crossref_api_key)
    ncbi, openalex, crossref = (key.get_secret_value() if key else None for key in keys)
    return Asking(
        services=settings.services,
        contact=contact(settings),
        max_age=settings.metadata_max_age_days * _DAY if max_age is None else max_age,
        ncbi_api_key=ncbi,
        openalex_api_key=openalex,
        crossref_api_key=crossref,
    )
