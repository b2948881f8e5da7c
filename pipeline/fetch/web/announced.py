"""The pace that a service announces in the headers of its replies."""

import re
from collections.abc import Mapping

from pipeline.models.pace import Pace


def announced_pace(headers: Mapping[str, str], known: Pace) -> Pace | None:
    """The announced pace, or None where nothing is announced.

    Crossref sends `x-rate-limit-limit`, `x-rate-limit-interval` (`1s`) and `x-concurrency-limit` with every reply
    (api.crossref.org, "Rate limits"); NCBI and OpenAlex send `x-ratelimit-limit`, which at NCBI is per second and at
    OpenAlex per day, so that without an interval it is not believed.
    """
    limit = _number(headers.get("x-rate-limit-limit"))
    interval = _seconds(headers.get("x-rate-limit-interval"))
    at_once = _number(headers.get("x-concurrency-limit"))
    if not (limit and interval) and not at_once:
        return None
    requests, seconds = (limit, interval) if limit and interval else (known.requests, known.seconds)
    return Pace(requests, seconds, int(at_once) if at_once else known.at_once)


def _number(value: str | None) -> float | None:
    return float(value) if value and re.fullmatch(r"\d{1,9}", value.strip()) and int(value) > 0 else None


def _seconds(value: str | None) -> float | None:
    match = re.fullmatch(r"(\d{1,6})\s*(s|m|h)?", value.strip()) if value else None
    if not match or not int(match[1]):
        return None
    return float(match[1]) * {"s": 1, "m": 60, "h": 3600, None: 1}[match[2]]
