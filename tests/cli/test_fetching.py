"""From identifiers to drafts through the real command, against a loopback that stands for the services."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.loopback.scholarly_server import Answer, Article, ScholarlyServer

DOI = "10.5555/layline.sample.0001"
TITLE = "Supported standing and leg spasms in people with chronic spinal cord injury: a fictional randomised trial"


@pytest.fixture
def server(layline: CommandLine, samples: Path) -> Iterator[ScholarlyServer]:
    """A server that knows the fictional trial, and a workspace whose settings lead there."""
    jats = (samples / "fictional-standing-trial.xml").read_bytes()
    trial = Article(DOI, TITLE, pmid="4000001", pmcid="PMC4000001", jats=jats, abstract="Standing was tried.")
    with ScholarlyServer([trial]) as running:
        (layline.workspace / "layline.toml").write_text(running.settings)
        yield running


def test_a_doi_becomes_a_draft_with_every_rung_on_record(layline: CommandLine, server: ScholarlyServer) -> None:
    done = layline("run", f"https://doi.org/{DOI.upper()}", "--json")
    assert done.code == 0, done.err
    paper = done.json["papers"][0]
    assert (paper["id"], paper["status"]) == (DOI, "in_review")
    known = layline("show", DOI, "--json").json["known"]
    assert [rung["rung"] for rung in known["rungs"]] == ["europepmc_jats"]
    assert known["rungs"][0]["outcome"] == "taken"
    assert known["licence_class"] == "open"
    assert known["record"]["title"]["by"] == ["crossref", "europepmc", "unpaywall"]
    assert "europepmc jats" in layline("show", DOI).out


@pytest.mark.parametrize("name", ["PMID:4000001", "PMC4000001", "https://pubmed.ncbi.nlm.nih.gov/4000001/"])
def test_other_identifiers_lead_to_the_same_paper(layline: CommandLine, server: ScholarlyServer, name: str) -> None:
    assert layline("run", name, "--json").json["papers"][0]["id"] == DOI
    again = layline("run", DOI, "--json").json
    assert [paper["id"] for paper in again["papers"]] == [DOI]
    assert len(layline("queue", "--all", "--json").json["papers"]) == 1


def test_a_second_run_asks_nobody(layline: CommandLine, server: ScholarlyServer) -> None:
    layline("run", DOI)
    before = len(server.asked)
    assert layline("run", DOI, "--json").json["papers"][0]["status"] == "in_review"
    assert len(server.asked) == before


def test_a_retracted_paper_is_held_before_anything_is_drafted(layline: CommandLine, server: ScholarlyServer) -> None:
    server.articles[0].updates = [
        {
            "DOI": "10.5555/retraction.1",
            "type": "retraction",
            "source": "retraction-watch",
            "updated": {"date-parts": [[2026, 6, 2]]},
        },
        {"DOI": DOI, "type": "new_version", "source": "publisher", "updated": {"date-parts": [[2026, 4, 1]]}},
    ]
    paper = layline("run", DOI, "--json").json["papers"][0]
    assert paper["status"] == "held"
    assert "retraction on 2026-06-02 (10.5555/retraction.1)" in paper["hold_reason"]
    assert server.count("/europepmc/PMC") == 0
    assert layline("approve", DOI, "--as", "Ada").code != 0


def test_another_papers_text_is_never_taken_for_the_one_that_was_asked_for(
    layline: CommandLine, server: ScholarlyServer
) -> None:
    server.articles.append(
        Article(
            "10.5555/other",
            "Breathing exercises for people who use a ventilator at night",
            family="Nobody",
            pmcid="PMC4000002",
            jats=server.articles[0].jats,
        )
    )
    done = layline("run", "10.5555/other", "--json")
    assert done.code == 1
    error = done.json["papers"][0]["error"]
    assert (error["kind"], error["who"]) == ("wrong_paper", "person")


def test_without_a_full_text_the_abstract_is_the_basis_and_the_reader_is_told(
    layline: CommandLine, server: ScholarlyServer, tmp_path: Path
) -> None:
    trial = server.articles[0]
    trial.jats = None
    trial.abstract = (
        "We randomised 48 adults with chronic spinal cord injury to standing or stretching for 12 weeks. "
        "The number of spasms a day fell more with standing. The trial was small, which limits what it can say."
    )
    done = layline("run", DOI, "--json")
    assert done.json["papers"][0]["status"] in ("in_review", "blocked"), done.out
    shown = layline("show", DOI, "--json").json
    assert shown["paper"]["basis"] == "abstract_only"
    outcomes = {rung["rung"]: rung["outcome"] for rung in shown["known"]["rungs"]}
    assert outcomes["europepmc_jats"] == "failed"
    assert outcomes["repository_pdf"] == "not_offered"
    assert outcomes["abstract"] == "taken"


def test_a_file_that_is_supplied_later_takes_the_place_of_the_abstract(
    layline: CommandLine, server: ScholarlyServer, samples: Path
) -> None:
    server.articles[0].jats = None
    layline("run", DOI)
    done = layline("run", samples / "fictional-standing-trial.xml", "--json")
    assert done.json["papers"][0]["id"] == DOI
    assert layline("show", DOI, "--json").json["paper"]["basis"] == "full_text"


def test_a_supplied_file_is_looked_up_and_marked_as_supplied(
    layline: CommandLine, server: ScholarlyServer, samples: Path
) -> None:
    layline("run", samples / "fictional-standing-trial.xml")
    known = layline("show", DOI, "--json").json["known"]
    assert [rung["rung"] for rung in known["rungs"]] == ["supplied"]
    assert known["record"]["pmid"] == "4000001"


def test_a_supplied_file_of_a_retracted_paper_is_held(
    layline: CommandLine, server: ScholarlyServer, samples: Path
) -> None:
    server.articles[0].updates = [
        {"DOI": "10.5555/r", "type": "retraction", "source": "publisher", "updated": {"date-parts": [[2026, 6]]}}
    ]
    paper = layline("run", samples / "fictional-standing-trial.xml", "--json").json["papers"][0]
    assert paper["status"] == "held"


def test_a_captcha_in_place_of_a_pdf_is_named_and_not_worked_around(
    layline: CommandLine, server: ScholarlyServer
) -> None:
    trial = server.articles[0]
    trial.jats, trial.repository_pdf = None, b"%PDF-"
    page = b"<!doctype html><title>Just a moment...</title><p>Verify you are human (captcha)</p>"
    server.faults["/pdf/"] = lambda: Answer(200, page, "application/pdf")
    layline("run", DOI)
    rungs = {rung["rung"]: rung for rung in layline("show", DOI, "--json").json["known"]["rungs"]}
    assert rungs["repository_pdf"]["kind"] == "captcha"
    assert server.count("/pdf/") == 1


def test_an_unknown_doi_is_an_error_that_names_it_and_the_rest_goes_on(
    layline: CommandLine, server: ScholarlyServer, tmp_path: Path
) -> None:
    listed = tmp_path / "papers.txt"
    listed.write_text(f"# ours\n10.5555/nobody\n{DOI}\nthis is no id\n")
    done = layline("run", listed, "--json")
    assert done.code == 1
    by_source = {paper["id"]: paper for paper in done.json["papers"]}
    assert by_source["10.5555/nobody"]["error"]["kind"] == "unknown"
    assert by_source[DOI]["status"] == "in_review"
    assert "line 4" in done.json["totals"]["problems"][0]


def test_services_that_fail_for_now_cost_nothing_but_time(layline: CommandLine, server: ScholarlyServer) -> None:
    server.faults["/"] = lambda: Answer(503, b"<html>down</html>", "text/html")
    done = layline("run", DOI, "--json")
    error = done.json["papers"][0]["error"]
    assert (error["kind"], error["who"]) == ("not_heard", "pipeline")
    server.faults.clear()
    assert layline("run", "--json").json["papers"][0]["status"] == "in_review"


def test_without_a_contact_nothing_is_fetched_and_the_cure_is_named(layline: CommandLine) -> None:
    done = layline("run", DOI)
    assert done.code == 3
    assert "LAYLINE_CONTACT" in done.err


def test_a_preprint_and_its_version_of_record_are_drafted_once(layline: CommandLine, server: ScholarlyServer) -> None:
    preprint = "10.5555/preprint.1"
    server.articles[0].relation = {"has-preprint": [{"id-type": "doi", "id": preprint, "asserted-by": "subject"}]}
    server.articles.append(
        Article(
            preprint,
            TITLE,
            preprint=True,
            abstract="Standing was tried.",
            relation={"is-preprint-of": [{"id-type": "doi", "id": DOI, "asserted-by": "subject"}]},
        )
    )
    layline("run", DOI)
    layline("run", preprint)
    papers = layline("queue", "--all", "--json").json["papers"]
    assert [paper["id"] for paper in papers] == [DOI]


def test_resolve_says_what_is_known_from_whom_and_what_was_tried(layline: CommandLine, server: ScholarlyServer) -> None:
    done = layline("resolve", DOI)
    assert done.code == 0, done.err
    for part in (TITLE, "PMC4000001", "crossref", "CC BY", "nothing announced", "europepmc jats"):
        assert part.casefold() in done.out.casefold(), part
    assert len(done.out.splitlines()) <= 24
    assert layline("resolve", DOI, "--json").json["full_text"]["rung"] == "europepmc_jats"
    assert layline("resolve", "not an id").code == 2


def _retract(article: Article) -> Callable[[], None]:
    def retract() -> None:
        article.updates = [
            {"DOI": "10.5555/r", "type": "retraction", "source": "publisher", "updated": {"date-parts": [[2026, 6, 2]]}}
        ]

    return retract


@pytest.mark.parametrize("policy", ["hold", "banner"])
def test_a_published_page_whose_paper_was_retracted_leaves_or_says_so(
    layline: CommandLine, server: ScholarlyServer, tmp_path: Path, policy: str
) -> None:
    layline("run", DOI)
    assert layline("approve", DOI, "--as", "Ada").code == 0
    assert layline("export", "--format", "html", "--out", tmp_path / "one", "--json").json["written"]
    assert layline("recheck", "--older-than", "0", "--json").json["changes"] == []
    _retract(server.articles[0])()
    done = layline("recheck", "--older-than", "0", "--json", LAYLINE_ON_RETRACTION=policy).json
    assert done["changes"][0]["news"] == ["retraction on 2026-06-02 (10.5555/r), says crossref"]
    out = tmp_path / "two"
    exported = layline("export", "--format", "html", "--out", out, "--json", LAYLINE_ON_RETRACTION=policy).json
    if policy == "hold":
        assert done["changes"][0]["held"]
        assert not exported["written"]
        assert [paper["status"] for paper in layline("queue", "--json").json["papers"]] == ["held"]
    else:
        assert "was retracted on 2 June 2026" in next(out.iterdir()).read_text()


def test_pages_are_held_against_an_article_that_is_fetched_for_that_and_not_kept(
    layline: CommandLine, server: ScholarlyServer, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("In all, 480 people with spinal cord injury took part in the trial.\n")
    done = layline("lint", page, "--paper", "PMID:4000001", "--json")
    assert done.code == 1, done.err
    assert "number_not_in_source" in {finding["check"] for finding in done.json["targets"][0]["findings"]}
    assert not list(layline.workspace.glob("data/.layline/*.db"))
    unknown = layline("lint", page, "--paper", "10.5555/nobody.knows", "--json")
    assert (unknown.code, unknown.json["error"]["kind"]) == (1, "unknown")
