"""Writes the documents that are generated from the code; a test compares them with what stands in the project.

Run with `uv run python -m evals.documents`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pipeline.checks.catalogue import catalogue_markdown
from pipeline.config import Settings
from pipeline.export.schemas import schema_text, typescript_text

PROJECT: Final = Path(__file__).parents[1]
_BEGIN: Final = "<!-- settings: generated from pipeline/config.py, compared by a test -->\n"
_END: Final = "<!-- end of settings -->\n"


def documents() -> dict[Path, str]:
    """Every generated document with the text that it must have."""
    schemas = PROJECT / "pipeline" / "export" / "schema"
    return {
        schemas / "published-page-1.0.json": schema_text(),
        schemas / "published-index-1.0.json": schema_text(index=True),
        schemas / "published-1.0.ts": typescript_text(),
        PROJECT / "pipeline" / "checks" / "README.md": catalogue_markdown(),
        PROJECT / "README.md": _with_settings((PROJECT / "README.md").read_text("utf-8")),
    }


def _with_settings(readme: str) -> str:
    before, _, rest = readme.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}{''.join(_settings())}{_END}{after}"


def _settings() -> Iterator[str]:
    yield "\n| setting | default | meaning |\n| --- | --- | --- |\n"
    for name, field in Settings.model_fields.items():
        shown = f"`{field.validation_alias}`" if field.validation_alias else f"`{name}`"
        default = "" if field.default is None or field.default_factory else f"`{field.default}`"
        meaning = " ".join((field.description or "").split())
        yield f"| {shown} | {default if default != '`()`' else ''} | {meaning} |\n"
    yield "\n"


def main() -> None:
    """Write them."""
    for path, text in documents().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
