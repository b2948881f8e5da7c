"""What every page of a site shares: its title, its address, its templates."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import TemplateError

from pipeline.errors import RenderError
from pipeline.export.html_format import broken, environment


@dataclass(frozen=True)
class SiteFile:
    """One file of a site; `media_type` is what the gate reads it as."""

    path: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class Frame:
    """A site's title, its address without a final slash (None: it has none yet), and the workspace's templates.

    Feedback and subscriptions are sent to the other two addresses, and left out where they are empty.
    """

    title: str
    url: str | None
    templates: Path | None
    feedback_url: str = ""
    subscribe_url: str = ""

    @property
    def feedback_host(self) -> str:
        """Whom a reader's feedback is sent to; empty where it goes by mail."""
        return urlsplit(self.feedback_url).hostname or ""

    @property
    def subscribe_host(self) -> str:
        """Whom the addresses of subscribers are sent to."""
        return urlsplit(self.subscribe_url).hostname or ""

    @property
    def form_origins(self) -> tuple[str, ...]:
        """The origins to which forms of the site may send what readers write, besides its own."""
        parts = (urlsplit(each) for each in (self.feedback_url, self.subscribe_url))
        return tuple(dict.fromkeys(f"https://{part.netloc}" for part in parts if part.scheme == "https"))

    @property
    def has_subscribe_page(self) -> bool:
        """Whether there is something to subscribe to: a list of addresses, or feeds."""
        return bool(self.url or self.subscribe_url)

    def page(self, template: str, path: str, heading: str, description: str = "", **values: Any) -> SiteFile:
        """A page of the site. Raises RenderError that names the template, its line and the page."""
        shared = {"site": self, "path": path, "root": "../" * path.count("/")}
        text = self._rendered(template, path, shared | {"heading": heading, "description": description} | values)
        return SiteFile(path, "text/html", text.encode())

    def source(self, template: str) -> str:
        """The text of a template as it stands, the workspace's before the shipped one."""
        found = environment(self.templates)
        try:
            return found.loader.get_source(found, template)[0] if found.loader else ""
        except (TemplateError, UnicodeDecodeError) as error:
            raise broken(error, template, template) from error

    def _rendered(self, template: str, path: str, values: dict[str, Any]) -> str:
        try:
            return environment(self.templates).get_template(template).render(values)
        except RenderError as error:
            raise RenderError(f"{path}: {error.message}", remedy=error.remedy, kind=error.kind) from error
        except Exception as error:  # a template is a program of the workspace: it may raise anything
            raise broken(error, template, path) from error
