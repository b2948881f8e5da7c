"""What a licence lets a site do with an article, in five classes."""

from enum import StrEnum

from pipeline.models.paper import Licence


class LicenceClass(StrEnum):
    """The classes that decide how much of an article a page may repeat.

    Source: the licence texts of Creative Commons 4.0; `no_derivatives` follows section 2(a)(1)(B).
    """

    OPEN = "open"
    """CC0, public domain, CC BY, CC BY-SA."""
    NON_COMMERCIAL = "non_commercial"
    """CC BY-NC, CC BY-NC-SA."""
    NO_DERIVATIVES = "no_derivatives"
    """CC BY-ND, CC BY-NC-ND."""
    UNKNOWN = "unknown"
    """Nothing that names its terms is known: facts and short quotes only."""
    CLOSED = "closed"
    """Known to be closed: nobody offers it openly."""


def licence_class(licence: Licence | None, *, is_open: bool | None = None) -> LicenceClass:
    """The class of a licence; without one, `is_open` False makes it closed, anything else unknown."""
    words = f"{licence.url or ''} {licence.name or ''}".lower().replace("_", "-") if licence else ""
    squeezed = words.replace(" ", "-")
    if "publicdomain" in squeezed or "cc0" in squeezed or "public-domain" in squeezed:
        return LicenceClass.OPEN
    if not ("creativecommons.org/licenses/" in squeezed or "cc-by" in squeezed):
        return LicenceClass.CLOSED if is_open is False and not words.strip() else LicenceClass.UNKNOWN
    terms = squeezed.replace("/", "-").split("-")
    if "nd" in terms:
        return LicenceClass.NO_DERIVATIVES
    return LicenceClass.NON_COMMERCIAL if "nc" in terms else LicenceClass.OPEN
