"""A draft as `layline show` tells it: what is there with its proof, what is not there once."""

import pytest

from pipeline.models import words
from tests.command_line import CommandLine
from tests.made import JATS

TRIAL = "10.5555/layline.sample.0001"


@pytest.fixture
def shown(layline: CommandLine) -> list[str]:
    """The lines of a trial's draft."""
    assert layline("run", JATS).code == 0
    return layline("show", TRIAL).out.splitlines()


def test_what_could_not_be_read_is_told_once_with_the_sections_that_were_searched(shown: list[str]) -> None:
    study = shown[shown.index("The study") : shown.index("Key messages")]
    told = [line for line in study if "Looked for in:" in line]
    assert told
    assert len({line.partition(": ")[2] for line in told}) == len(told)
    assert not [line for line in told if ":;" in line]


def test_a_fact_that_is_the_papers_own_sentence_is_not_printed_twice(shown: list[str]) -> None:
    (funding,) = [number for number, line in enumerate(shown) if line.startswith("  funding:")]
    assert shown[funding + 1].strip().startswith("> word for word")


def test_results_are_told_as_on_the_page(shown: list[str]) -> None:
    (result,) = [line for line in shown if line.startswith("  result:")][:1]
    assert result.endswith(")")
    assert any(direction in result for direction in (": lower (", ": higher (", ": better (", ": worse ("))


def test_of_many_sections_the_first_are_named_and_the_others_counted() -> None:
    assert words.searched(["Abstract", "Methods:"]) == "Looked for in: Abstract; Methods."
    assert words.searched([f"Part {n}" for n in range(1, 10)]).endswith("Part 5; Part 6; and 3 more.")
