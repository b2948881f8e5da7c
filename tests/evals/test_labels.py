"""The labels of facts: every value is a word of the models, every paper stands in the part that its name decides."""

import hashlib
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from evals.facts.parts import part_of
from pipeline.models.study import SampleUnit, Species, StudyDesign

FOLDER = Path(__file__).parents[2] / "evals" / "facts" / "labels"
PARTS = {"development", "opened", "held_out"}
FIELDS = {
    "id": str,
    "design": str,
    "design_also": list,
    "species": str,
    "species_also": list,
    "n": int,
    "n_unit": str,
    "n_also": list,
    "duration": list,
    "country": list,
    "registration": list,
    "note": str,
}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
LENGTH = re.compile(
    r"(\d+ sessions over )?(\d+(\.\d)? to )?(?P<count>\d+(\.\d)?)( working)? (hour|day|week|month|year)(?P<plural>s?)"
)
DATE = rf"((\d\d? )?({MONTHS}) )?(19|20)\d\d"
PERIOD = re.compile(rf"({DATE}|\d\d? ({MONTHS})) (to|and) {DATE}")
NUMBERS = (
    r"NCT\d{8}",
    r"ISRCTN\d{8}",
    r"ACTRN126\d{11}",
    r"DRKS000\d{5}",
    r"ChiCTR-?(?:[A-Z]{2,4}-)?\d{8,10}",
    r"CTRI/20\d\d/\d\d\d?/\d{6}",
    r"IRCT\d{12,14}N\d+",
    r"U1111-\d{4}-\d{4}",  # WHO's universal trial number
    r"CRD42\d{9}|CRD420\d{8}",
    r"(?:EudraCT )?20\d\d-\d{6}-\d\d",
    r"UMIN\d{9}",
    r"(?:NTR|NL)\d{3,5}",
    r"jRCT[a-z]?\d{9,10}",
    r"KCT\d{7}",
    r"TCTR20\d{9}",
    r"PACTR20\d{10,13}",
)
WELL_FORMED = re.compile("|".join(NUMBERS))

LABELS = [
    (file.stem, paper)
    for file in sorted(FOLDER.glob("*.toml"))
    for paper in tomllib.loads(file.read_text(encoding="utf-8"))["paper"]
]
PAPERS = [pytest.param(part, paper, id=f"{part}:{paper['id']}") for part, paper in LABELS]


def bits(stem):
    """The last two bits of the number that decides."""
    return int(hashlib.sha256(stem.encode()).hexdigest()[-1], 16) % 4


def test_every_file_is_a_part_and_every_part_is_labelled():
    assert {file.stem for file in FOLDER.glob("*.toml")} == PARTS


@pytest.mark.parametrize("part", ["opened", "held_out"])
def test_every_paper_that_was_ever_held_out_is_labelled(shared_data, part):
    folders = ("papers/jats", "papers/pairs", "plain/infolossqa")
    stems = {file.stem for folder in folders for file in (shared_data / folder).glob("*.xml")}

    assert {paper["id"] for its, paper in LABELS if its == part} == {stem for stem in stems if part_of(stem) == part}


def test_a_paper_is_labelled_once():
    counts = Counter(paper["id"] for _, paper in LABELS)

    assert [paper for paper, times in counts.items() if times > 1] == []


def test_the_second_reader_read_the_held_out_papers_and_no_other():
    read = tomllib.loads((FOLDER / "second" / "held_out.toml").read_text(encoding="utf-8"))["paper"]

    assert Counter(paper["id"] for paper in read) == Counter(
        paper["id"] for part, paper in LABELS if part == "held_out"
    )


@pytest.mark.parametrize(("part", "paper"), PAPERS)
def test_a_paper_stands_in_the_part_that_its_name_decides(part, paper):
    assert part == ("development", "held_out", "development", "opened")[bits(paper["id"])]
    assert part == part_of(paper["id"])


@pytest.mark.parametrize(("part", "paper"), PAPERS)
def test_a_label_has_every_field_and_no_other(part, paper):
    assert {name: type(value) for name, value in paper.items()} == FIELDS


@pytest.mark.parametrize(("part", "paper"), PAPERS)
def test_designs_species_and_units_are_words_of_the_models(part, paper):
    designs = {paper["design"], *paper["design_also"]} - {""}
    units = {paper["n_unit"]} - ({""} if paper["n"] == 0 else set())

    assert designs <= set(StudyDesign)
    assert {paper["species"], *paper["species_also"]} <= set(Species)
    assert units <= set(SampleUnit)


@pytest.mark.parametrize(("part", "paper"), PAPERS)
def test_what_a_reader_might_say_instead_is_something_else(part, paper):
    for fact in ("design", "species"):
        instead = paper[f"{fact}_also"]
        assert paper[fact] not in instead
        assert len(set(instead)) == len(instead)


@pytest.mark.parametrize(("part", "paper"), PAPERS)
def test_numbers_are_whole_and_none_is_below_zero(part, paper):
    assert all(type(n) is int and n >= 0 for n in (paper["n"], *paper["n_also"]))


@pytest.mark.parametrize(("part", "paper"), PAPERS)
def test_durations_are_lengths_or_calendar_periods(part, paper):
    for duration in paper["duration"]:
        length = LENGTH.fullmatch(duration)
        assert length or PERIOD.fullmatch(duration), duration
        assert length is None or bool(length["plural"]) == (length["count"] != "1")


@pytest.mark.parametrize(("part", "paper"), PAPERS)
def test_countries_are_written_out(part, paper):
    for country in paper["country"]:
        assert re.fullmatch(r"[A-ZÀ-Ö][\w'’-]+(?: (?:and|of|the|[A-Z][\w'’-]+))*", country), country
        assert country not in {"USA", "UK", "United States of America", "England", "The Netherlands"}


@pytest.mark.parametrize(("part", "paper"), PAPERS)
def test_registration_numbers_are_well_formed(part, paper):
    assert [number for number in paper["registration"] if not WELL_FORMED.fullmatch(number)] == []


@pytest.mark.parametrize(("part", "paper"), PAPERS)
def test_a_note_is_a_word_about_the_label_not_a_passage_of_the_paper(part, paper):
    assert len(paper["note"]) <= 160
