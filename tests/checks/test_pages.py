"""Pages of all kinds: what is found, and on which line."""

import json

import pytest

from pipeline.checks.runner.pages import check_page
from pipeline.models.finding import Severity


def blocking(page: str | bytes, media_type: str, *, own: bool = False) -> list[tuple[str, str]]:
    data = page.encode() if isinstance(page, str) else page
    found = check_page(data, media_type, own=own)
    return [(finding.place, finding.check) for finding in found if finding.severity is Severity.BLOCK]


def test_the_published_page_has_its_three_limitations_blocked(shared_data) -> None:
    page = (shared_data.parent / "seed" / "published-page.txt").read_bytes()
    lines = [number for number, line in enumerate(page.decode().splitlines(), 1) if "[object Object]" in line]
    assert len(lines) == 3
    assert blocking(page, "text/plain") == [(f"line {number}", "object_object") for number in lines]


HTML = """<!doctype html>
<html><head><title>A [object
Object]</title><meta name="description" content="undefined">
<meta name="viewport" content="width=device-width">
<style>p { content: "[object Object]" }</style>
<script>let x = "[object Object]";</script>
<script type="application/ld+json">{"name": "fine",
 "about": "[object Object]"}</script></head>
<body><p>Text <b>[object</b>
<i>Object]</i> here</p>
<ul><li>fine</li><li>undefined</li>
<li>&#91;object&nbsp;Object&#93;</li></ul>
<p>It was <code>{"a": 1}</code> then.</p><p>{"a": 1}</p>
<img alt="[object Object]" src="x.png"><a href="/[object%20Object]">p < .05 and x > 3</a>
<!-- [object Object] -->
</body></html>
"""


def test_html_is_read_as_a_reader_sees_it_and_lines_are_those_of_the_file() -> None:
    assert blocking(HTML, "text/html; charset=utf-8") == [
        ("line 2", "object_object"),
        ("line 3", "nullish_value"),
        ("line 8", "object_object"),
        ("line 9", "object_object"),
        ("line 11", "nullish_value"),
        ("line 12", "object_object"),
        ("line 13", "stringified_structure"),
        ("line 14", "object_object"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<p>[object Object]",
        "<p title=x>a</p><p>[object Object]</p",
        "<!-- never closed [object Object]",
        "<p>a</p><div class='never closed>[object Object]</div>",
        "<![foo[ <p>[object Object]</p>",
        "<p <p>[object Object]",
        "<svg/onload=x>[object Object]",
        "<textarea>[object Object]</textarea>",
        "<!DOCTYPE html [object Object]",
    ],
)
def test_broken_html_hides_nothing(html: str) -> None:
    assert ("line 1", "object_object") in blocking(html, "text/html")


def test_an_address_with_an_object_in_it_is_found() -> None:
    assert blocking('<a href="/%5Bobject%20Object%5D">x</a>', "text/html") == [("line 1", "object_object")]


def test_inline_tags_do_not_part_a_text_and_blocks_do() -> None:
    assert blocking("<p>[ob<b>ject</b> Object]</p>", "text/html")
    assert not blocking("<p>[object</p><p>Object]</p>", "text/html")


MARKDOWN = """---
title: "{{ title }}"
doi: null
---

# Heading

* **bold** \\[object Object\\] and `{{code}}`
* fine

```json
{"a": 1, "b": "[object Object]"}
```

| a | undefined |
"""


def test_markdown_is_read_without_its_own_markup() -> None:
    assert blocking(MARKDOWN, "text/markdown") == [
        ("line 2", "template_placeholder"),
        ("line 8", "object_object"),
        ("line 12", "object_object"),
        ("line 15", "nullish_value"),
    ]


def test_json_is_read_string_by_string_and_keys_are_no_text() -> None:
    page = json.dumps({"undefined": "fine", "list": ["fine", "[object \u00a0Object]"], "n": "NaN"}, indent=1)
    assert blocking(page, "application/json") == [("line 5", "object_object"), ("line 7", "nullish_value")]


@pytest.mark.parametrize("page", ['{"a": NaN}', '{"a": "cut off', "[" * 100_000, "{'a': 1}"])
def test_json_that_is_none_is_a_finding(page: str) -> None:
    assert "unreadable_page" in {check for _, check in blocking(page, "application/json")}


def test_other_peoples_broken_json_ld_only_warns() -> None:
    page = '<script type="application/ld+json">{broken</script>'
    assert not blocking(page, "text/html")
    assert blocking(page, "text/html", own=True) == [("line 1", "unreadable_page")]


def test_bytes_that_are_no_text_are_a_finding_with_their_line() -> None:
    assert ("line 2", "unreadable_page") in blocking(b"fine\nbr\xffken", "text/plain")


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        ("caf\u00e9".encode("latin-1"), "text/plain; charset=iso-8859-1"),
        ('<meta charset="windows-1252">caf\u00e9'.encode("cp1252"), "text/html"),
        ("\ufeffcaf\u00e9".encode(), "text/plain"),
        ("caf\u00e9".encode("utf-16"), "text/plain"),
        ("caf\u00e9".encode(), "text/plain; charset=no-such-encoding"),
        ("caf\u00e9".encode(), "text/plain; charset=base64"),
        ("caf\u00e9".encode(), "no/such-type"),
    ],
)
def test_encodings_are_believed_where_they_hold(data: bytes, media_type: str) -> None:
    assert check_page(data, media_type, own=False) == ()


def test_words_for_nothing_only_warn_on_a_page() -> None:
    found = check_page(b"<dl><dt>Duration</dt><dd>Not specified</dd></dl>", "text/html", own=False)
    assert [(finding.check, finding.severity) for finding in found] == [("nullish_value", Severity.WARN)]


def test_windows_line_ends_count_once() -> None:
    assert blocking("a\r\n\r\n[object Object]\r\n", "text/plain") == [("line 3", "object_object")]


def test_a_page_that_only_its_writers_can_read_is_warned_of() -> None:
    hard = (
        "Systematic investigation of locomotor rehabilitation interventions demonstrated considerable heterogeneity"
        " regarding ambulatory function, cardiovascular adaptation and psychological comorbidity among individuals with"
        " incomplete cervical injuries. Multidisciplinary implementation necessitates comprehensive organisational"
        " restructuring, interprofessional collaboration and longitudinal evaluation of participants' physiological"
        " characteristics. SCIM and MAS outcomes were pooled."
    )
    facts = "Study Duration\nNot specified\nEvidence Level\nLevel 2b, moderate"
    page = f"Simple Explanation\n\n{hard}\n\n{facts}\n".encode()
    found = {(f.check, f.place) for f in check_page(page, "text/plain", own=False)}
    assert {
        ("grade_too_high", "line 3"),
        ("undefined_abbreviation", "line 3"),
        ("nullish_value", "line 6"),
        ("evidence_level_free_text", "line 8"),
    } <= found


@pytest.mark.parametrize(
    ("page", "media_type"),
    [
        ('<!doctype html><div id="root"></div><script src="app.js"></script>', "text/html"),
        ("{}", "application/json"),
    ],
)
def test_a_page_without_text_is_not_without_findings(page: str, media_type: str) -> None:
    found = check_page(page.encode(), media_type, own=False)
    assert [(finding.check, finding.severity) for finding in found] == [("unreadable_page", Severity.WARN)]


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", "text/csv", "application/json", "text/markdown"])
@pytest.mark.parametrize("page", ["", "  \n"])
def test_an_empty_file_blocks_whoever_made_it(page: str, media_type: str) -> None:
    found = check_page(page.encode(), media_type, own=False)
    assert ("This file is empty.", Severity.BLOCK) in {(finding.message, finding.severity) for finding in found}


def test_bytes_that_are_no_text_are_shown_as_what_a_reader_would_see() -> None:
    excerpts = [f.excerpt for f in check_page(b"br\xffken", "text/html", own=False) if f.check == "unreadable_page"]
    assert excerpts == ["br\ufffdken"]


def test_an_empty_page_of_ours_blocks() -> None:
    assert blocking("", "text/html", own=True) == [("line 1", "unreadable_page")]
