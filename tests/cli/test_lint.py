"""`layline lint` on files: what it finds, where, and in which formats it says so."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from pipeline.checks.registry import registry
from pipeline.cli import lint_progress
from pipeline.examine.lint import Summary
from pipeline.examine.requeue import Requeueing, requeue
from pipeline.models.ids import Doi
from pipeline.models.status import Stage
from tests.cli.sarif_shape import SARIF
from tests.command_line import CommandLine, Finished
from tests.made import JATS, drafted, store

FIRST_USERS_PAGE = """<!doctype html>
<html lang="en"><head><title>Breathing training after spinal cord injury</title></head>
<body><h1>Breathing training after spinal cord injury</h1>
<p>Invented Journal of Rehabilitation, 2024. DOI: 10.5555/invented.page.1</p>
<h2>Simple Explanation</h2>
<p>Notwithstanding considerable heterogeneity, respiratory muscle training (RMT) was efficacious regarding maximal
expiratory pressure among individuals with tetraplegia, corroborating prior RCTs and substantiating FVC benefits.</p>
<dl><dt>Study Duration</dt><dd>Not specified</dd>
<dt>Evidence Level</dt><dd>Level 2b, moderate</dd></dl>
<h2>Study Limitations</h2>
<ol><li>[object Object]</li>
<li>[object Object]</li>
<li>[object Object]</li></ol>
</body></html>
"""
"""A page as the first users published it, with the same faults and another paper."""
HOSTILE = "\x1b[31m::error::%0A, [object Object]\u202e"


def found(done: Finished) -> list[tuple[str, int, str | None]]:
    """Check, line and heading of everything that blocks."""
    return [(finding["check"], finding["line"], finding["heading"]) for target in done.json["targets"]
            for finding in target["findings"] if finding["severity"] == "block"]  # fmt: skip


def test_a_page_as_the_first_users_published_it_is_stopped(layline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(FIRST_USERS_PAGE)
    done = layline("lint", tmp_path / "page.html", "--json")
    assert done.code == 1
    assert found(done) == [("object_object", line, "Study Limitations") for line in (11, 12, 13)]
    findings = done.json["targets"][0]["findings"]
    (duration,) = [each for each in findings if each["line"] == 8]
    assert (duration["check"], duration["severity"], duration["excerpt"]) == ("nullish_value", "warn", "Not specified")


def test_every_kind_of_page_says_line_and_heading(layline: CommandLine, tmp_path: Path) -> None:
    bad = "[object Object]"
    (tmp_path / "a.html").write_text(f"<h1>Top</h1><h2>One <b>part</b></h2>\n<p>{bad}</p><h2>{bad}</h2><h3>Next</h3>")
    (tmp_path / "b.md").write_text(f"# Top\ntext\n\n## Limits ##\n- {bad}\n\n```\n# no heading\n```\n\n{bad}\n")
    (tmp_path / "c.json").write_text(json.dumps({"a": [bad]}, indent=1))
    (tmp_path / "d.csv").write_text(f'name;limit\n"a; ""b""\n c";"{bad}"\n')
    (tmp_path / "e.tsv").write_text(f"name\tlimit\n{bad}\tx\n")
    (tmp_path / "f.txt").write_text(f"\n{bad}\n")
    done = layline("lint", tmp_path, "--json")
    assert found(done) == [
        ("object_object", 2, "One part"),
        ("object_object", 2, "One part"),
        ("object_object", 5, "Limits"),
        ("object_object", 11, "Limits"),
        ("object_object", 3, None),
        ("object_object", 3, "limit"),
        ("object_object", 2, "name"),
        ("object_object", 2, None),
    ]
    places = {target["target"][-5:]: target["findings"][0]["place"] for target in done.json["targets"]}
    assert places["d.csv"] == "line 3, column 2"


def test_the_summary_counts_by_check_and_by_page(layline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text("## Limits\n\n[object Object]\n\nN/A\n")
    (tmp_path / "good.md").write_text("All is well here.\n")
    done = layline("lint", tmp_path, "--json")
    summary = done.json["summary"]
    assert {name: summary[name] for name in ("pages", "clean", "blocked", "unread", "complete")} == {
        "pages": 2, "clean": 1, "blocked": 1, "unread": 0, "complete": True
    }  # fmt: skip
    assert summary["by_check"]["object_object"] == {"block": 1, "warn": 0, "info": 0}
    assert summary["by_page"] == {str(tmp_path / "bad.md"): {"block": 1, "warn": 1, "info": 0}}
    said = layline("lint", tmp_path).out
    assert "object_object at line 3, under 'Limits'" in said
    assert "2 looked at: 1 without findings, 1 blocked" in said


def test_sarif_has_what_the_standard_requires_and_explains_every_rule(layline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a b.md").write_text(f"## Limits %\n\n{HOSTILE}\n")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    done = layline("lint", tmp_path / "a b.md", "--format", "sarif")
    log = json.loads(done.out)
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == set(registry())
    assert all(len(rule["help"]["text"]) > 80 for rule in rules)
    result = next(each for each in run["results"] if each["ruleId"] == "object_object")
    assert rules[result["ruleIndex"]]["id"] == "object_object"
    assert (result["level"], rules[result["ruleIndex"]]["defaultConfiguration"]) == ("error", {"level": "error"})
    location = result["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == (tmp_path / "a b.md").as_uri()
    assert location["physicalLocation"]["region"]["startLine"] == 3
    assert location["logicalLocations"] == [{"name": "Limits %", "kind": "heading"}]
    assert run["invocations"][0]["executionSuccessful"] is True
    assert done.code == 1


def test_sarif_of_clean_pages_is_whole_and_failures_are_notifications(layline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("All is well here.\n")
    (tmp_path / "map.xml").write_text("<urlset/>")
    done = layline("lint", tmp_path / "good.md", tmp_path / "map.xml", "--format", "sarif")
    log = json.loads(done.out)
    jsonschema.Draft202012Validator(SARIF).validate(log)
    assert log["runs"][0]["results"] == []
    (told,) = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert told["descriptor"]["id"] == "bad_sitemap"
    assert done.code == 1


def test_workflow_commands_are_escaped_as_github_reads_them(layline: CommandLine, tmp_path: Path) -> None:
    page = tmp_path / "a,b:c%.md"
    page.write_text(f"## 100%\n\n{HOSTILE}\n")
    done = layline("lint", page, "--format", "github")
    commands = [line for line in done.out.splitlines() if line.lstrip().startswith("::")]
    assert all(
        re.fullmatch(r"::(error|warning|notice) file=[^:,]*,line=\d+,title=[^:,]*::.*", line) for line in commands
    )
    (error,) = [line for line in commands if "title=layline object_object" in line]
    assert error.startswith("::error file=")
    assert "a%2Cb%3Ac%25.md,line=3," in error
    assert "Under: 100%25.%0A" in error
    assert "%250A, [object Object]" in error
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert done.code == 1


def test_a_paper_is_held_against_the_pages(layline: CommandLine, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "page.html").write_text(
        "<h2>What was found</h2>\n<p>In all, 480 people with spinal cord injury took part in the trial.</p>"
    )
    (pages / "table.csv").write_text(
        "id,text\n480,48 people with spinal cord injury took part\n481,480 people took part in the trial\n"
    )
    assert layline("lint", pages).code == 0
    page, table = layline("lint", pages, "--paper", JATS, "--json").json["targets"]
    assert [(each["check"], each["heading"]) for each in page["findings"]][:1] == [
        ("number_not_in_source", "What was found")
    ]
    numbers = [each["place"] for each in table["findings"] if each["check"] == "number_not_in_source"]
    assert numbers == ["line 3, column 2"]


def test_a_paper_of_the_workspace_is_named_by_its_doi(layline: CommandLine, tmp_path: Path) -> None:
    with store(layline.workspace) as opened:
        drafted(opened)
    page = tmp_path / "page.txt"
    page.write_text("In all, 480 people with spinal cord injury took part in the trial.\n")
    beside = layline("lint", page, "--paper", "https://doi.org/10.5555/LAYLINE.sample.0001", "--json")
    assert ("number_not_in_source", 1, None) in found(beside)


DOI = Doi("10.5555/layline.sample.0001")


def test_requeue_has_bad_pages_drafted_anew_and_says_what_was_done(layline: CommandLine, tmp_path: Path) -> None:
    with store(layline.workspace) as opened:
        drafted(opened)
    (tmp_path / "good.html").write_text("<p>See https://doi.org/10.5555/good.1 for more.</p>")
    (tmp_path / "bad.html").write_text(
        f'<html><head><meta name="citation_doi" content="10.5555/Meta.1">'
        f'<script type="application/ld+json">{{"sameAs": "https:\\/\\/doi.org\\/10.5555\\/linked.1"}}</script></head>'
        f'<body><p>[object Object] (doi:{DOI}).</p>'
        f'<a href="https://www.example.org/doi/full/10.5555/anchor.1?x=1&amp;y=2">paper</a></body></html>'
    )  # fmt: skip
    done = layline("lint", tmp_path / "good.html", tmp_path / "bad.html", "--requeue", "--json")
    assert {each["doi"]: each["action"] for each in done.json["requeued"]} == {
        "10.5555/meta.1": "new",
        "10.5555/linked.1": "new",
        DOI: "queued_anew",
        "10.5555/anchor.1": "new",
    }
    assert {each["page"] for each in done.json["requeued"]} == {str(tmp_path / "bad.html")}
    again = layline("lint", tmp_path / "bad.html", "--requeue").out
    assert f"{DOI}: already waiting (named on {tmp_path / 'bad.html'})" in again
    with store(layline.workspace) as opened:
        row = opened.papers.with_doi(DOI)
        assert row
        (waiting,) = opened.stages.unfinished([row.id])
        assert waiting.stage is Stage.DRAFT
        assert row.next_attempt > 0


def test_a_paper_that_a_person_holds_is_left_to_that_person(tmp_path: Path) -> None:
    with store(tmp_path) as opened:
        paper_id = drafted(opened).paper_id
        opened.records.hold(paper_id, "retraction")
        assert requeue(opened, DOI, "page.html").done is Requeueing.HELD
        assert requeue(opened, Doi("10.5555/layline.sample"), "page.html").done is Requeueing.NEW


def test_without_requeue_nothing_is_queued(layline: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<p>[object Object] 10.5555/some.1</p>")
    assert layline("lint", tmp_path / "bad.html", "--json").json["requeued"] == []


def test_a_long_look_says_now_and_then_how_far_it_has_come(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    progress = lint_progress.Progress()
    progress.tell(Summary(pages=7))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(lint_progress, "_EVERY", 0.0)
    progress.tell(Summary(pages=1_000, unread=1, blocked=3))
    assert capsys.readouterr().err == "1,001 pages so far, 3 blocked\n"


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_name_that_is_not_there_is_said_before_anything_is_read(
    layline: CommandLine, tmp_path: Path, form: str
) -> None:
    (tmp_path / "bad.md").write_text("[object Object]\n")
    done = layline("lint", tmp_path / "bad.md", tmp_path / "nowhere", "--format", form)
    assert done.code == 2
    assert "[object Object]" not in done.out
    assert "nowhere" in done.err


def test_there_is_no_other_format_and_no_such_paper(layline: CommandLine, tmp_path: Path) -> None:
    nothing = layline("lint", tmp_path, "--paper", "no-such-paper", "--json")
    assert (nothing.code, nothing.json["error"]["kind"]) == (2, "usage")
    assert layline("lint", tmp_path, "--format", "xml").code == 2
