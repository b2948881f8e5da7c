"""The formats that a page can leave in, by the name that people use for them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.export.contract import PublishedPage
from pipeline.export.html_format import render_html
from pipeline.export.json_format import render_json
from pipeline.export.markdown_format import render_markdown


@dataclass(frozen=True)
class Format:
    """A format: its file ending, its media type, and how a page is rendered in it.

    `render` takes the page and the workspace's folder of templates (None: the built-in ones alone).
    """

    name: str
    suffix: str
    media_type: str
    render: Callable[[PublishedPage, Path | None], bytes]


FORMATS: Final = {
    "json": Format("json", ".json", "application/json", lambda page, _templates: render_json(page)),
    "md": Format("md", ".md", "text/markdown", lambda page, _templates: render_markdown(page)),
    "html": Format("html", ".html", "text/html", render_html),
}
