"""Places where a text lies, as Unpaywall and OpenAlex describe them."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pipeline.fetch.services import fields
from pipeline.fetch.services.licences import licence_by_code
from pipeline.models.paper import Licence
from pipeline.models.record import Host, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType

_VERSIONS: Final = {
    "submittedVersion": TextVersion.SUBMITTED,
    "acceptedVersion": TextVersion.ACCEPTED,
    "publishedVersion": TextVersion.PUBLISHED,
}


def version_of(name: str | None) -> TextVersion:
    """A version by the name that NISO gives it."""
    return _VERSIONS.get(name or "", TextVersion.UNKNOWN)


def version_licence(code: str | None, version: str | None) -> VersionLicence | None:
    """A Creative Commons licence of a version; None for `other-oa`, `implied-oa` and the like."""
    licence = licence_by_code(code)
    return VersionLicence(licence=licence, version=version_of(version)) if licence else None


def pdf_link(item: dict[str, Any], names: Sequence[str], host: Host, licence: Licence | None) -> Iterator[TextLink]:
    """The PDF of a place, if there is one: under the first name by its meaning, under others by its ending."""
    for name in names:
        url = fields.text(item, name) or ""
        if url.startswith(("https://", "http://")) and (name == names[0] or url.lower().endswith(".pdf")):
            version = version_of(fields.text(item, "version"))
            yield TextLink(url=url, media_type=MediaType.PDF, host=host, version=version, licence=licence)
            return
