"""The generated types in the hands of a real compiler, in strict mode."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.export.schemas import typescript_text
from pipeline.export.typescript import typescript

TOOLS = Path(__file__).parents[2] / ".ci-tools" / "node_modules" / ".bin" / "tsc"

READS = """
import type { PublishedIndex, PublishedPage } from "./published";
const paragraph = (text: string): string => "<p>" + text.replace("<", "&lt;") + "</p>";
export const titles = (index: PublishedIndex): readonly string[] => index.pages.map((page) => page.plain_title);
export const limitations = (page: PublishedPage): readonly string[] =>
"""


@pytest.fixture
def tsc() -> str:
    found = str(TOOLS) if TOOLS.is_file() else shutil.which("tsc")
    if found is None:
        pytest.skip("the TypeScript compiler is not installed: npm install --no-save --prefix .ci-tools typescript")
    return found


TEXT = (
    "page.display.limitations.map(paragraph);",
    "page.summary.limitations.map((claim) => paragraph(claim.text));",
)
OBJECTS = (
    "page.summary.limitations.map(paragraph);",
    "page.display.limitations.map((text) => paragraph({ text }));",
    "page.summary.limitations;",
)


def test_a_limitation_that_is_rendered_as_text_compiles_and_one_rendered_as_an_object_does_not(
    tsc: str, tmp_path: Path
) -> None:
    (tmp_path / "published.ts").write_text(typescript_text())
    programs = {f"text{n}.ts": body for n, body in enumerate(TEXT)}
    programs |= {f"object{n}.ts": body for n, body in enumerate(OBJECTS)}
    for name, body in programs.items():
        (tmp_path / name).write_text(READS + body)
    command = [tsc, "--strict", "--noEmit", "--target", "es2022", "--module", "esnext", *programs]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    at_fault = set(re.findall(r"^(\w+\.ts)\(\d+,\d+\): .* is not assignable to", done.stdout, re.MULTILINE))
    assert at_fault == {name for name in programs if name.startswith("object")}, done.stdout
    assert not re.search(r"^(text|published)", done.stdout, re.MULTILINE)


def test_a_schema_that_has_no_type_stops_the_generator_instead_of_becoming_any() -> None:
    with pytest.raises(ValueError, match="no TypeScript type"):
        typescript({"Page": {"type": "object", "properties": {"open": {"additionalProperties": True}}}})
    assert ": any" not in typescript_text()


def test_a_comment_in_a_schema_cannot_end_the_comment_in_the_types() -> None:
    text = typescript({"Page": {"type": "string", "description": "ends */ export const x = 1"}})
    assert "/** ends * / export const x = 1 */\nexport type Page = string;" in text
