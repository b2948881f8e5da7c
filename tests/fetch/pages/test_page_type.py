"""What kind of page an answer is: its bytes win over what its server says."""

import pytest

from pipeline.fetch.pages.page_type import type_of_answer


@pytest.mark.parametrize(
    ("data", "said", "name", "expected"),
    [
        (b"<p>x", "text/html; charset=latin-1", "/x", "text/html; charset=latin-1"),
        (b"<!DOCTYPE html><p>x", "text/plain", "/x", "text/html"),
        (b"<?xml version='1.0'?>\n<!-- x --><html xmlns='x'>", "application/xml", "/x", "text/html"),
        (b"# x", "text/plain; charset=utf-8", "https://a.example/x.md", "text/markdown; charset=utf-8"),
        (b"a,b", "application/octet-stream", "https://a.example/x.csv", "text/csv"),
        (b"{}", "application/ld+json", "/x", "application/json"),
        (b"%PDF-1.7", "text/html", "/x.html", None),
        (b"\x89PNG", "image/png", "/x", None),
        (b"<rss></rss>", "application/rss+xml", "/feed", None),
        (b"x", "", "/x", None),
    ],
)
def test_an_answer_is_what_its_bytes_say_else_its_server_else_its_name(
    data: bytes, said: str, name: str, expected: str | None
) -> None:
    assert type_of_answer(data, said, name) == expected
