"""robots.txt as hosts write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch.web import robots as robots_module
from pipeline.fetch.web.client import Bounds, Web
from pipeline.fetch.web.robots import Robots
from pipeline.fetch.web.robots_rules import Rules
from tests.fetch.watch.conftest import Told, server, web

__all__ = ["server", "web"]


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        ("", "/a.pdf", True),
        ("User-agent: *\nDisallow: /", "/a.pdf", False),
        ("User-agent: *\nDisallow:", "/a.pdf", True),
        ("User-agent: *\nDisallow: /pdf/", "/pdf/a", False),
        ("User-agent: *\nDisallow: /pdf/", "/a/pdf/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf?x=1", True),
        ("User-agent: *\nDisallow: /*/pdf", "/doi/pdf/10.1", False),
        ("User-agent: *\nDisallow: /doi/\nAllow: /doi/pdf", "/doi/pdf/10.1", True),
        ("User-agent: *\nAllow: /\nDisallow: /doi", "/doi/10.1", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: layline\nDisallow: /\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Layline # us\nAllow: /", "/a", True),
        ("User-agent: other\nUser-agent: layline\nDisallow: /a", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: /a%20b", "/a b", False),
        ("User-agent: *\nDisallow: /*?", "/a?download=1", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("<html>what robots?</html>", "/a", True),
        ("Disallow: /", "/a", True),
    ],
)
def test_the_longest_rule_of_our_group_decides(robots: str, path: str, allowed: bool) -> None:
    assert Rules(robots.encode(), "layline").allow(f"https://example.org{path}") is allowed


def test_stars_without_end_are_matched_in_no_time() -> None:
    robots = b"User-agent: *\nDisallow: /" + b"*a" * 5_000 + b"$"
    assert Rules(robots, "layline").allow("https://example.org/" + "a" * 4_000)


@given(st.binary(max_size=300), st.text(max_size=50))
def test_nothing_in_a_file_or_address_breaks_it(robots: bytes, path: str) -> None:
    Rules(b"User-agent: *\nDisallow: " + robots, "layline").allow("https://example.org/" + path)


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (410, True), (200, False), (500, False), (503, False), (403, False)]
)
async def test_no_file_allows_all_and_a_host_that_fails_or_refuses_allows_nothing(
    web: Web, server: Told, monkeypatch: pytest.MonkeyPatch, status: int, allowed: bool
) -> None:
    monkeypatch.setattr(robots_module, "_BOUNDS", Bounds(5.0, 1_000_000, 0.0))
    server.answers = [(status, b"User-agent: *\nDisallow: /")]
    assert await Robots(web).allows(f"http://{server.host}/a.pdf") is allowed
    assert server.paths == ["/robots.txt"]


async def test_a_host_is_asked_once(web: Web, server: Told) -> None:
    server.answers = [(404, b"")]
    robots = Robots(web)
    assert [await robots.allows(f"http://{server.host}/{n}.pdf") for n in range(3)] == [True] * 3
    assert len(server.paths) == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/a", "ftp://example.org/a", "no address", "http://"])
async def test_what_cannot_be_asked_is_not_allowed(web: Web, server: Told, url: str) -> None:
    assert not await Robots(web).allows(url)
