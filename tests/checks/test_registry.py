"""The registry itself: documented, named after faults, serialisable, drift-free."""

import ast
import importlib
import json
import re
from pathlib import Path

import pytest

from pipeline.checks import catalogue
from pipeline.checks.declaration import Group, TextCheck
from pipeline.checks.documentation import read_documentation
from pipeline.checks.registry import Registered, registry
from pipeline.models.finding import Severity

ENTRIES = list(registry().values())
TEXT_CHECKS = [entry for entry in ENTRIES if isinstance(entry.check, TextCheck)]


def name_of(entry: Registered) -> str:
    return entry.check.name


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_a_check_is_named_after_its_file_and_its_fault(entry: Registered) -> None:
    assert entry.module.endswith(f".{entry.check.group}.{entry.check.name}")
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", entry.check.name)
    assert not entry.check.name.startswith(("avoid", "no_", "do_not", "prefer", "check_for"))


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_the_gist_is_one_short_sentence(entry: Registered) -> None:
    assert entry.documentation.gist.endswith(".")
    assert len(entry.documentation.gist) < 130


@pytest.mark.parametrize("entry", TEXT_CHECKS, ids=name_of)
def test_the_manual_tells_the_truth_about_wrong_and_right(entry: Registered) -> None:
    check = entry.check
    assert isinstance(check, TextCheck)
    for line in map(unescaped, entry.documentation.wrong.splitlines()):
        assert list(check.find(line)), line
    for line in map(unescaped, entry.documentation.right.splitlines()):
        assert not list(check.find(line)), line


def unescaped(line: str) -> str:
    return re.sub(r"\\(?:x|u|U000)([0-9a-f]{2,5})", lambda found: chr(int(found.group(1), 16)), line)


def test_malformed_output_blocks_and_is_never_waivable() -> None:
    for entry in ENTRIES:
        assert entry.check.waivable is (entry.check.group is not Group.MALFORMED)
    malformed = [entry.check for entry in ENTRIES if entry.check.group is Group.MALFORMED]
    soft = {check.name for check in malformed if check.severity is not Severity.BLOCK}
    assert soft == {"length_bounds", "pdf_artefact", "section_repeat"}


def test_the_registry_is_sorted_and_serialisable() -> None:
    assert list(registry()) == sorted(registry())
    assert json.loads(json.dumps([entry.as_dict() for entry in ENTRIES]))[0]["name"] == ENTRIES[0].check.name


def test_the_catalogue_is_what_the_checks_say() -> None:
    readme = Path(catalogue.__file__).with_name("README.md")
    assert readme.read_text(encoding="utf-8") == catalogue.catalogue_markdown()


@pytest.mark.parametrize(
    ("docstring", "fault"),
    [
        ("Gist.\n\nWrong:\n    x\nRight:\n    x\nBlind spots:\n    x\n", "Why it is wrong"),
        ("Gist.\n\nWhy it is wrong:\nWrong:\n    x\nRight:\n    x\nBlind spots:\n    x\n", "empty"),
        ("Gist.\n\nWrong:\n    x\nWhy it is wrong:\n    x\nRight:\n    x\nBlind spots:\n    x\n", "order"),
    ],
)
def test_an_incomplete_manual_is_refused(docstring: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read_documentation(docstring)


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_a_module_of_a_check_has_one_public_value(entry: Registered) -> None:
    module = importlib.import_module(entry.module)
    tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
    targets = [
        node.targets[0] if isinstance(node, ast.Assign) else node.target
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
    ]
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    names += [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert [name for name in names if not name.startswith("_")] == ["CHECK"]
    assert module.CHECK is entry.check
