"""Licences as services write them, told apart from licences for text mining."""

import re
from typing import Final

from pipeline.models.paper import Licence

_CC: Final = re.compile(
    r"^https?://(?:www\.)?creativecommons\.org/(?P<kind>licenses/(?P<terms>by[a-z-]*)|publicdomain/(?P<zero>zero|mark))"
    r"/(?P<version>\d\.\d)?",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"^cc[\s_-]*(?P<terms>by(?:[\s_-]+(?:nc|nd|sa))*|0|zero)(?:[\s_-]*(?P<version>\d\.\d))?$", re.IGNORECASE
)


def licence_by_url(url: str | None) -> Licence | None:
    """A Creative Commons licence by its address, whatever its port, final slash or `/legalcode`; None for others.

    Publishers' addresses (Elsevier's and Springer's for text mining, STM's) give no right to publish anything.
    """
    found = _CC.match((url or "").strip())
    if not found:
        return None
    version = found["version"] or ""
    if found["zero"]:
        name = "CC0" if found["zero"].lower() == "zero" else "Public Domain"
        path = f"publicdomain/{found['zero'].lower()}"
    else:
        name, path = f"CC {found['terms'].upper().strip('-')}", f"licenses/{found['terms'].lower().strip('-')}"
    address = f"https://creativecommons.org/{path}/{version}/" if version else f"https://creativecommons.org/{path}/"
    return Licence(url=address, name=f"{name} {version}".strip())


def licence_by_code(code: str | None) -> Licence | None:
    """A Creative Commons licence by its short name (`cc-by-nc`, `cc by`, `cc_by_nc_nd`, `CC0`); None for others."""
    words = (code or "").strip()
    if words.lower() in ("public-domain", "pd", "public domain"):
        return Licence(name="Public Domain")
    found = _CODE.match(words)
    if not found:
        return licence_by_url(words)
    if found["terms"].lower() in ("0", "zero"):
        return Licence(url="https://creativecommons.org/publicdomain/zero/1.0/", name="CC0 1.0")
    terms = re.sub(r"[\s_]+", "-", found["terms"].lower())
    return Licence(name=f"CC {terms.upper()} {found['version'] or ''}".strip())
