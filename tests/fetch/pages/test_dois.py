"""DOIs on pages, wherever they stand and however they are written."""

import pytest

from pipeline.fetch.pages.dois import dois_in


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Journal, 2024 · DOI: 10.5555/Abc.1 · Published</p>", ["10.5555/abc.1"]),
        ("<p>(see 10.5555/abc.1).</p>", ["10.5555/abc.1"]),
        ('<meta name="citation_doi" content="10.5555/abc.1">', ["10.5555/abc.1"]),
        ('<a href="https://doi.org/10.5555/abc%2F1?utm_source=x#top">x</a>', ["10.5555/abc/1"]),
        ('<a href="https://www.example.org/doi/full/10.5555/abc.1?x=1&amp;y=2">x</a>', ["10.5555/abc.1"]),
        ('{"sameAs": "https:\\/\\/doi.org\\/10.5555\\/abc.1", "n": 1}', ["10.5555/abc.1"]),
        ('<div data-x="{&quot;doi&quot;:&quot;10.5555/abc.1&quot;,&quot;n&quot;:1}">', ["10.5555/abc.1"]),
        ("10.5555/b then 10.5555/a then 10.5555/B", ["10.5555/b", "10.5555/a"]),
        ("[a paper](https://doi.org/10.5555/abc.1), and more", ["10.5555/abc.1"]),
        ("version 10.24/beta is out; it costs 10.5555", []),
        ("https://example.org/about and nothing else", []),
        ("", []),
    ],
)
def test_each_doi_is_found_once_in_reading_order(page: str, expected: list[str]) -> None:
    assert list(dois_in(page.encode())) == expected


def test_a_page_of_nothing_but_beginnings_stays_cheap() -> None:
    assert dois_in(b"10.5555/" * 50_000 + b"http://" * 50_000) != ()
