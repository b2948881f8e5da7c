"""What every service needs to know before it is asked: where it is, who asks, and how old an answer may be."""

from dataclasses import dataclass

from pipeline.config import Services


@dataclass(frozen=True)
class Asking:
    """Handed in by the run. `max_age` is in seconds; keys are secrets and go nowhere but to their service."""

    services: Services
    contact: str
    max_age: float
    ncbi_api_key: str | None = None
    openalex_api_key: str | None = None
    crossref_api_key: str | None = None
