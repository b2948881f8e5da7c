"""`layline lint` on a site: a loopback web server, asked by the real command."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import CommandLine, Finished
from tests.loopback.site_server import Served, SiteServer

GOOD = Served(b"<html><h1>Standing</h1><p>The study was small.</p></html>")
BAD = Served(b"<html><h1>Standing</h1>\n<h2>Limitations</h2>\n<ul><li>[object Object]</li></ul></html>")
XML = "application/xml"


@pytest.fixture
def site(layline: CommandLine) -> Iterator[SiteServer]:
    with SiteServer() as running:
        (layline.workspace / "layline.toml").write_text(running.settings)
        yield running


def errors(done: Finished) -> dict[str, str]:
    """The kind of each failure, by the end of its address."""
    return {target["target"].rpartition("/")[2]: target["error"]["kind"] for target in done.json["targets"]
            if "error" in target}  # fmt: skip


def test_a_page_is_asked_for_with_a_contact_after_robots_txt(layline: CommandLine, site: SiteServer) -> None:
    site.pages["/bad"] = BAD
    done = layline("lint", f"{site.url}/bad", "--json")
    assert done.code == 1
    (target,) = done.json["targets"]
    assert [(f["check"], f["line"], f["heading"]) for f in target["findings"]] == [("object_object", 3, "Limitations")]
    assert site.asked == ["/robots.txt", "/bad"]
    assert all("mailto:editor@example.org" in agent for agent in site.agents)


def test_a_sitemap_leads_to_its_pages_and_no_further_than_its_site(layline: CommandLine, site: SiteServer) -> None:
    site.pages |= {
        "/sitemap.xml": Served(site.index("/pages.xml.gz", "/nomap", "/pages.xml.gz"), XML),
        "/pages.xml.gz": Served(
            gzip.compress(site.sitemap("/good", "/bad", "/good", "http://elsewhere.example/x", "/away", "ftp://x/y")),
            "application/gzip",
        ),
        "/good": GOOD,
        "/nomap": GOOD,
        "/bad": BAD,
    }
    with SiteServer(pages={"/": GOOD}) as other:
        site.pages["/away"] = Served(b"", status=302, location=f"{other.url}/")
        allowed = site.settings.replace(site.host, f'{site.host}", "{other.host}')
        (layline.workspace / "layline.toml").write_text(allowed)
        done = layline("lint", f"{site.url}/sitemap.xml", "--json")
    assert done.code == 1
    assert errors(done)["x"] == "other_site"
    assert errors(done)["y"] == "other_site"
    assert site.asked.count("/good") == 1
    summary = done.json["summary"]
    assert (summary["pages"], summary["blocked"], summary["clean"]) == (2, 1, 1)
    assert (errors(done)["nomap"], errors(done)["away"]) == ("bad_sitemap", "other_site")


def test_a_sitemap_in_a_file_is_known_by_what_it_holds_and_bounded(
    layline: CommandLine, site: SiteServer, tmp_path: Path
) -> None:
    site.pages |= {f"/{number}": GOOD for number in range(5)}
    listed = tmp_path / "pages.txt"
    listed.write_bytes(site.sitemap("/0", "/1", "/2", "/3", "/4"))
    done = layline("lint", listed, "--pages-at-most", "2")
    assert done.code == 0
    assert sorted(set(site.asked)) == ["/0", "/1", "/robots.txt"]
    assert "3 addresses were left out" in done.out


def test_what_cannot_be_had_is_named_and_the_rest_goes_on(layline: CommandLine, site: SiteServer) -> None:
    site.pages |= {
        "/robots.txt": Served(b"User-agent: *\nDisallow: /private\n", "text/plain"),
        "/paper": Served(b"%PDF-1.7 ...", "text/html"),
        "/good": GOOD,
    }
    names = [f"{site.url}/{path}" for path in ("gone", "private/x", "paper")]
    done = layline("lint", *names, "http://127.0.0.1:9/closed", f"{site.url}/good", "--json")
    assert done.code == 1
    assert errors(done) == {
        "gone": "not_there",
        "x": "robots",
        "paper": "not_a_page",
        "closed": "address_refused",
    }
    assert "/private/x" not in site.asked
    assert done.json["summary"]["pages"] == 1
    assert all(target["error"]["remedy"] for target in done.json["targets"] if "error" in target)


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE urlset [<!ENTITY a "aaa"><!ENTITY b "&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
        b"<urlset><url><loc>http://",
        b"<urlset></urlset>",
    ],
)
def test_a_sitemap_that_is_none_is_a_named_failure(layline: CommandLine, tmp_path: Path, body: bytes) -> None:
    (tmp_path / "sitemap.xml").write_bytes(body)
    done = layline("lint", tmp_path / "sitemap.xml", "--json")
    assert (done.code, errors(done)) == (1, {"sitemap.xml": "bad_sitemap"})


def test_without_a_contact_no_site_is_asked(layline: CommandLine, site: SiteServer) -> None:
    (layline.workspace / "layline.toml").write_text("")
    done = layline("lint", f"{site.url}/good", "--json")
    assert (done.code, done.json["error"]["kind"]) == (3, "no_contact")
    assert site.asked == []


def test_an_address_that_is_not_of_the_web_is_wrong_usage(layline: CommandLine) -> None:
    done = layline("lint", "ftp://example.org/x", "--format", "json")
    assert (done.code, done.json["error"]["kind"]) == (2, "usage")
