"""A page as HTML: one file, no outside request, no script. Templates can be replaced from the workspace."""

from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from traceback import walk_tb
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined

from pipeline.errors import RenderError
from pipeline.export.contract import PublishedPage
from pipeline.export.view import page_view

TEMPLATE: Final = "page.html"


def render_html(page: PublishedPage, templates: Path | None = None) -> bytes:
    """The page as UTF-8. Raises RenderError naming the template and place that failed or printed what is not text."""
    view = page_view(page)
    try:
        template = environment(templates).get_template(TEMPLATE)
        return template.render({field.name: getattr(view, field.name) for field in fields(view)}).encode()
    except RenderError:
        raise
    except Exception as error:  # a template is a program of the workspace: it may raise anything
        raise broken(error, TEMPLATE, page.id) from error


def broken(error: Exception, template: str, of: str) -> RenderError:
    """What is raised where a template fails: with its name, the line, and what was to be rendered."""
    return RenderError(
        f"the template {_where(error, template)} cannot render {of}: {error}",
        remedy="Mend the template in the workspace's folder `templates`, or remove it to use the built-in one.",
        kind="template_broken",
    )


def environment(templates: Path | None) -> Environment:
    """Templates of the workspace before the shipped ones; whatever is printed is escaped, and must be text."""
    own = sorted(path.name for path in templates.rglob("*")) if templates and templates.is_dir() else []
    return _environment(templates, tuple(own))


@cache
def _environment(templates: Path | None, own: tuple[str, ...]) -> Environment:
    # Jinja sees that a file has changed, not that one has come before another: hence one environment for each list.
    shipped = PackageLoader("pipeline.export")
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(templates), shipped] if templates and own else [shipped]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_text_only,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _text_only(value: Any) -> Any:
    """Let text and whole numbers through; an object printed in place of its text is an error, not a page."""
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    kind = type(value).__name__ if is_dataclass(value) or value is None else repr(type(value).__name__)
    raise RenderError(
        f"the template printed a {kind} where text belongs",
        remedy="Name the field that holds the text, such as `statement.text`.",
        kind="not_text",
    )


def _where(error: Exception, template: str) -> str:
    """The template and line at fault; Jinja puts the lines of templates into the traceback."""
    name = getattr(error, "filename", None) or getattr(error, "name", None) or template
    line = getattr(error, "lineno", None)
    for frame, number in walk_tb(error.__traceback__):
        if "__jinja_exception__" in frame.f_globals:
            name, line = frame.f_code.co_filename, number
    return f"{name}, line {line}," if line else str(name)
