"""What every page of a site shares: its title, its address, its templates."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    """A site's title, its address without a final slash (None: it has none yet), and the workspace's templates."""

    title: str
    url: str | None
    templates: Path | None

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
        except TemplateError as error:
            raise broken(error, template, path) from error
        except RenderError as error:
            raise RenderError(f"{path}: {error.message}", remedy=error.remedy, kind=error.kind) from error
