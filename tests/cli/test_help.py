"""The help of each command is whole, in words of its user, with examples that would run."""

import re
import shlex

import pytest
from typer.main import get_command

from pipeline.cli.examples import EXAMPLES
from pipeline.cli.main import app
from tests.command_line import CommandLine


def test_every_command_has_examples_and_no_example_is_of_a_command_that_is_gone():
    root = get_command(app)
    names = set()
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        below = getattr(command, "commands", None)
        names |= {f"{name} {each}" for each in below} if below else {name}
    assert names == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_help_shows_no_types_of_python_and_its_examples_fit_the_command(name: str, layline: CommandLine) -> None:
    shown = layline(*name.split(), "--help").out
    assert not re.search(r"<\w+|list\[|x>=|None\b(?!:)", shown)
    for line in EXAMPLES[name]:
        assert f"layline {line}" in shown
        options = [word for word in shlex.split(line.partition(" > ")[0]) if word.startswith("--")]
        assert not [option for option in options if f"{option} " not in shown.partition("Examples:")[0]]


def test_the_list_of_commands_breaks_off_nowhere(layline: CommandLine) -> None:
    shown = layline("--help").out
    assert "fetched, read, drafted," in shown
    assert "..." not in shown.partition("Commands:")[2]
