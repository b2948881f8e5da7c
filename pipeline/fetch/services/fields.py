"""Reads typed values out of JSON that others wrote: what is not there, or is of another type, is None or empty."""

import calendar
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.web_reply import Reply

_DATE: Final = re.compile(r"([12]\d{3})(?!\d)(?:-(\d{1,2})(?!\d)(?:-(\d{1,2})(?!\d))?)?", re.ASCII)
_LONGEST_NUMBER: Final = 9


def json_object(reply: Reply, service: str) -> dict[str, Any]:
    """The reply as a JSON object. Raises WebError (`bad_reply`) that says what came instead."""
    try:
        value = json.loads(reply.body)
    except (ValueError, RecursionError) as error:
        what = f"something that is no JSON ({reply.status}, {reply.content_type or 'no type'}: {reply.beginning!r})"
        raise bad_reply(service, what) from error
    if not isinstance(value, dict):
        raise bad_reply(service, f"JSON that is no object ({reply.beginning!r})")
    return value


def at(value: Any, *path: str) -> Any:
    """What stands at the end of a path of names, or None."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def text(value: Any, *path: str) -> str | None:
    """A text there with its spaces collapsed, None where there is none; a number counts as its digits."""
    found = at(value, *path)
    if isinstance(found, int) and not isinstance(found, bool) and abs(found) < 10**_LONGEST_NUMBER:
        found = str(found)
    if not isinstance(found, str):
        return None
    # A lone surrogate, which JSON can write, can neither be stored nor sent.
    squeezed = " ".join(found.encode("utf-8", "replace").decode("utf-8").split())
    return squeezed or None


def first_text(value: Any, *path: str) -> str | None:
    """The first text of a list there, or the text itself."""
    found = at(value, *path)
    if isinstance(found, list):
        return next((each for each in (text({"x": item}, "x") for item in found) if each), None)
    return text(value, *path)


def items(value: Any, *path: str) -> Iterator[dict[str, Any]]:
    """The objects of a list there; one object alone counts as a list of one, which some services do."""
    found = at(value, *path)
    for item in [found] if isinstance(found, dict) else found if isinstance(found, list) else []:
        if isinstance(item, dict):
            yield item


def texts(value: Any, *path: str) -> tuple[str, ...]:
    """The texts of a list there; one text alone counts as a list of one."""
    found = at(value, *path)
    some = [found] if isinstance(found, str) else found if isinstance(found, list) else []
    return tuple(each for each in (text({"x": item}, "x") for item in some) if each)


def yes(value: Any, *path: str) -> bool | None:
    """A truth there, also as Europe PMC writes it ("Y", "N"); None where it is neither."""
    found = at(value, *path)
    if isinstance(found, bool):
        return found
    return {"y": True, "n": False}.get(found.lower()) if isinstance(found, str) else None


def date_parts(value: Any, *path: str) -> str | None:
    """Crossref's `date-parts` (parts may be missing or null) as ISO 8601, as exact as given."""
    found = at(value, *path, "date-parts")
    parts = found[0] if isinstance(found, list) and found and isinstance(found[0], list) else []
    numbers = [part if isinstance(part, int) and not isinstance(part, bool) else None for part in parts]
    return iso_date(*(numbers + [None] * 3)[:3])


def date(value: Any, *path: str) -> str | None:
    """A date written as text (`2021-3-4`, `2021-03-04T00:00:00Z`), as ISO 8601, as exact as given."""
    found = _DATE.match(text(value, *path) or "")
    return iso_date(*(int(part) if part else None for part in found.groups())) if found else None


def iso_date(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """A date as exact as its parts make sense: what is no month or day is left out, with what follows it."""
    if year is None or not 1000 <= year <= 2999:
        return None
    if month is None or not 1 <= month <= 12:
        return f"{year:04}"
    if day is None or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def earliest(dates: Iterable[str | None]) -> str | None:
    """The earliest of some ISO dates; `2021` says nothing that `2021-03` does not say better."""
    known = {each for each in dates if each}
    return min((each for each in known if not any(o != each and o.startswith(each) for o in known)), default=None)


def doi(value: Any, *path: str) -> Doi | None:
    """A DOI there, or None."""
    try:
        return Doi.parse(text(value, *path) or "")
    except ValueError:
        return None


def pmid(value: Any, *path: str) -> Pmid | None:
    """A PMID there, or None."""
    try:
        return Pmid(_ascii((text(value, *path) or "").rstrip("/").rpartition("/")[2]))
    except ValueError:
        return None


def pmcid(value: Any, *path: str) -> Pmcid | None:
    """A PMCID there (with or without its letters, its version left out), or None."""
    digits = (text(value, *path) or "").rstrip("/").rpartition("/")[2].upper().removeprefix("PMC").partition(".")[0]
    try:
        return Pmcid(f"PMC{_ascii(digits)}")
    except ValueError:
        return None


def _ascii(digits: str) -> str:
    return digits if digits.isascii() else ""
