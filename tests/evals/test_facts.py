"""The measure of facts: verdicts, its command, and floors on a sample of the development half."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evals.facts.ablation import Left, cut, measure_without, without
from evals.facts.label import Label, read_labels
from evals.facts.measure import measure, rates
from evals.facts.parts import Part, find_papers, labels_of, part_of
from evals.facts.verdicts import FACTS, OF_THE_CORD, Verdict, judge
from pipeline.draft.offline import study_facts
from pipeline.models.source import MediaType
from pipeline.models.study import SampleUnit, Species, StudyDesign, TimeSinceInjury
from pipeline.parse.document import parse_document
from tests.draft.papers import abstract

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT / "data" / "raw"
TRIAL = abstract(
    "Methods: Forty patients in Ghana were randomised and trained for 8 weeks (NCT01236976). Patients walked."
    " Results: Patients walked further."
)


def label(**changed: object) -> Label:
    right: dict[str, object] = {
        "id": "made-up",
        "design": StudyDesign.RCT,
        "species": Species.HUMAN,
        "n": 40,
        "n_unit": SampleUnit.PEOPLE,
        "duration": ("8 weeks",),
        "country": ("Ghana",),
        "registration": ("NCT01236976",),
    }
    return Label.model_validate(right | changed)


def verdicts(changed: Label) -> dict[str, Verdict]:
    return {each.fact: each.verdict for each in judge(changed, study_facts(TRIAL))}


def test_what_agrees_with_the_label_is_right():
    assert verdicts(label()) == dict.fromkeys(FACTS, Verdict.RIGHT)


def test_what_differs_is_wrong():
    other = label(
        design=StudyDesign.COHORT,
        species=Species.ANIMAL,
        n=41,
        duration=("9 weeks",),
        country=("Togo",),
        registration=("NCT00000001",),
    )
    assert verdicts(other) == dict.fromkeys(FACTS, Verdict.WRONG)


def test_what_a_careful_reader_might_say_instead_is_right_too():
    other = label(
        design=StudyDesign.COHORT, design_also=(StudyDesign.RCT,), n=41, n_also=(40,), duration=("9 weeks", "56 days")
    )
    assert verdicts(other) == dict.fromkeys(FACTS, Verdict.RIGHT)


def test_something_where_there_is_nothing_is_wrong():
    other = label(design=None, n=0, duration=(), country=(), registration=())
    assert verdicts(other) == dict.fromkeys(FACTS, Verdict.WRONG) | {"species": Verdict.RIGHT}


def test_nothing_where_there_is_something_was_not_found_and_nothing_where_there_is_nothing_is_right():
    empty = study_facts(abstract("Things happened.", title="A thing"))
    found = {each.fact: each.verdict for each in judge(label(), empty)}
    assert found == dict.fromkeys(FACTS, Verdict.NOT_FOUND)
    nothing = label(design=None, n=0, duration=(), country=(), registration=())
    silent = {each.fact: each.verdict for each in judge(nothing, empty)}
    assert silent == dict.fromkeys(FACTS, Verdict.RIGHT) | {"species": Verdict.NOT_FOUND}


def test_people_are_not_studies_but_their_records_are_people():
    assert verdicts(label(n_unit=SampleUnit.STUDIES))["n"] is Verdict.WRONG
    assert verdicts(label(n_unit=SampleUnit.RECORDS))["n"] is Verdict.RIGHT


CORD = abstract(
    "Twelve people with chronic spinal cord injury (AIS A to C, levels C5 to T4) trained for 8 weeks.", title="Training"
)


def of_the_cord(**labelled: object) -> dict[str, Verdict]:
    judged = judge(label(**labelled), study_facts(CORD))
    return {each.fact: each.verdict for each in judged if each.fact in OF_THE_CORD}


def test_what_is_told_of_the_spinal_cord_is_judged_where_a_reader_looked():
    right = of_the_cord(
        ais_grades=("A", "B", "C"), injury_levels=("cervical", "thoracic"), time_since_injury=TimeSinceInjury.CHRONIC
    )
    assert right == dict.fromkeys(OF_THE_CORD, Verdict.RIGHT)
    assert of_the_cord() == {}


def test_some_of_the_levels_are_not_all_of_them_and_none_may_be_too_many():
    assert of_the_cord(injury_levels=("cervical", "thoracic", "lumbar")) == {"injury_levels": Verdict.NOT_FOUND}
    assert of_the_cord(injury_levels=("cervical",)) == {"injury_levels": Verdict.WRONG}
    assert of_the_cord(ais_grades=(), time_since_injury="") == {
        "ais_grades": Verdict.WRONG,
        "time_since_injury": Verdict.WRONG,
    }


LABELS = (
    '[[paper]]\nid = "fictional-standing-trial"\ndesign = "rct"\nspecies = "human"\nn = 48\nn_unit = "people"\n'
    'duration = ["8 weeks"]\ncountry = []\nregistration = []\n'
)


def told(*arguments: str | Path) -> str:
    command = [sys.executable, "-m", "evals.facts", *map(str, arguments)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout


def test_any_folder_and_any_labels_can_be_measured(tmp_path: Path):
    labels = tmp_path / "labels.toml"
    labels.write_text(LABELS, encoding="utf-8")
    measured = json.loads(told("--papers", SAMPLES, "--labels", labels, "--json"))
    assert measured["papers"] == 1
    assert set(measured["rates"]) == set(FACTS)
    assert {fact["paper"] for fact in measured["facts"]} == {"fictional-standing-trial"}


def test_rates_alone_name_no_paper(tmp_path: Path):
    labels = tmp_path / "labels.toml"
    labels.write_text(LABELS.replace('"rct"', '"cohort"'), encoding="utf-8")
    assert "design: wrong in fictional-standing-trial" in told("--papers", SAMPLES, "--labels", labels)
    shown = told("--papers", SAMPLES, "--labels", labels, "--rates")
    assert "1 papers of 1 labelled" in shown
    assert "fictional-standing-trial" not in shown


def test_of_held_out_papers_none_is_ever_named(shared_data: Path):
    held_out = [label.id for label in read_labels(labels_of(Part.HELD_OUT))]
    shown = told("--part", "held_out", "--reader", "second") + told("--part", "held_out", "--json")
    assert f"{len(held_out)} papers" in shown
    assert not any(each in shown for each in held_out)


def test_a_quote_is_taken_out_and_all_else_stays():
    lesser = without(TRIAL, "Patients walked.")
    assert len(lesser.text) == len(TRIAL.text)
    assert "Patients walked." not in lesser.text
    assert "Patients walked further." in lesser.text
    assert all(p.text == lesser.text[p.start : p.end] for s in lesser.sections for p in s.paragraphs)


def test_a_fact_is_asked_for_again_without_its_proof(tmp_path: Path):
    once = "Methods: Forty patients took part in a cohort study."
    told = {
        "once": once,
        "twice": f"{once} In all, forty patients were enrolled.",
        "worse": f"{once} Nine men took part.",
    }
    for name, text in told.items():
        front = f"<front><article-meta><abstract><p>{text}</p></abstract></article-meta></front>"
        (tmp_path / f"{name}.xml").write_text(f"<article>{front}</article>", encoding="utf-8")
    labels, papers = [label(id=name) for name in told], find_papers([tmp_path], ".xml")
    again = {(each.paper, each.fact): each.verdict for each in measure_without(Left.PROOF, labels, papers)}
    assert [again[name, "n"] for name in told] == [Verdict.NOT_FOUND, Verdict.RIGHT, Verdict.WRONG]
    assert ("once", "registration") not in again


WHOLE = (
    "<article><front><article-meta><title-group><article-title>Standing in mice</article-title></title-group>"
    "<abstract><p>Methods: Forty mice were trained. Results: The mice stood longer.</p></abstract>"
    "<kwd-group><kwd>mouse</kwd></kwd-group></article-meta></front><body><sec><title>Methods</title>"
    "<p>The mice were housed in pairs.</p></sec><sec><title>Results</title><p>The mice stood.</p></sec></body>"
    "</article>"
)


@pytest.mark.parametrize("left", [each for each in Left if each is not Left.PROOF])
def test_a_paper_is_read_without_one_of_its_parts(left: Left, tmp_path: Path):
    (tmp_path / "made-up.xml").write_text(WHOLE, encoding="utf-8")
    judged = list(measure_without(left, [label(species=Species.ANIMAL)], find_papers([tmp_path], ".xml")))
    assert {each.fact for each in judged} == set(FACTS)
    species = next(each for each in judged if each.fact == "species")
    assert species.verdict is Verdict.RIGHT
    assert species.quote.startswith("The mice were housed") is (left is Left.ABSTRACT)


@pytest.mark.parametrize(
    ("left", "gone", "there"),
    [
        (Left.TITLE, "Standing in mice", "Forty mice"),
        (Left.ABSTRACT, "Forty mice", "housed in pairs"),
        (Left.BODY, "housed in pairs", "Forty mice"),
        (Left.METHODS, "housed in pairs", "The mice stood."),
        (Left.KEYWORDS, "'mouse'", "Standing in mice"),
    ],
)
def test_what_is_left_out_is_gone_and_all_else_stays(left: Left, gone: str, there: str):
    paper = parse_document(WHOLE.encode(), MediaType.JATS, "made-up.xml")
    lesser = repr(cut(paper, left))
    assert gone in repr(paper)
    assert gone not in lesser
    assert there in lesser


def test_papers_that_are_not_there_are_told(tmp_path: Path):
    command = [sys.executable, "-m", "evals.facts", "--papers", str(tmp_path)]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "nothing to measure on" in ran.stderr


FLOORS = {"design": 0.9, "species": 0.9, "n": 0.9, "duration": 0.8, "country": 0.8, "registration": 0.95}
"""On every fourth paper for development and on those that were opened; all are for `python -m evals.facts`."""


@pytest.mark.parametrize(("part", "every"), [(Part.DEVELOPMENT, 4), (Part.OPENED, 1)])
def test_papers_that_the_rules_were_made_on_are_read_as_well_as_they_were(shared_data: Path, part: Part, every: int):
    labels = read_labels(labels_of(part))[::every]
    papers = find_papers([shared_data / "papers", shared_data / "plain"], ".xml")
    assert all(part_of(each.id) is part for each in labels)
    measured = rates(measure(labels, papers))
    for fact, floor in FLOORS.items():
        assert measured[fact][Verdict.RIGHT] >= floor, fact
        assert measured[fact][Verdict.WRONG] <= 0.06, fact
