"""No text makes a check raise, and none makes it slow."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.checks.declaration import ListCheck, ReadingCheck, TextCheck
from pipeline.checks.place import at_pointer
from pipeline.checks.reading import Item, Passage, Reading
from pipeline.checks.registry import registry
from pipeline.checks.run_checks import check_document, check_page, check_summary
from tests.checks.summaries import claim_of, paper_of, summary_of

TEXT_CHECKS = [entry.check for entry in registry().values() if isinstance(entry.check, TextCheck)]
LIST_CHECKS = [entry.check for entry in registry().values() if isinstance(entry.check, ListCheck)]
READING_CHECKS = [entry.check for entry in registry().values() if isinstance(entry.check, ReadingCheck)]
MEGABYTE = 1_000_000
MEDIA_TYPES = ("text/html", "text/markdown", "application/json", "text/plain")
ODD = st.text(st.characters(codec=None), max_size=200) | st.text(
    "[]{}()<>\"'=:;,.&*_`#-\\/|%$ \nobject0123aA", max_size=200
)


@given(ODD)
def test_no_check_raises_on_any_text(text: str) -> None:
    for check in TEXT_CHECKS:
        for find in (check.find, check.find_on_pages or check.find):
            for hit in find(text):
                assert 0 <= hit.start <= hit.end <= len(text)


@given(st.lists(ODD, max_size=6))
def test_no_check_of_lists_raises(items: list[str]) -> None:
    for check in LIST_CHECKS:
        assert all(0 <= index < len(items) for index, _ in check.find(items))


@given(ODD, ODD)
@settings(max_examples=50)
def test_no_check_of_summaries_breaks_down(text: str, source: str) -> None:
    paper = paper_of(source or "x")
    findings = check_summary(summary_of(paper, {"key_findings": [claim_of(text)]}), paper)
    assert "check_failed" not in {finding.check for finding in findings}


@given(st.binary(max_size=300) | ODD.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_page_breaks_down(data: bytes) -> None:
    for media_type in MEDIA_TYPES:
        assert "check_failed" not in {finding.check for finding in check_page(data, media_type, own=False)}


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | ODD,
        lambda children: st.lists(children) | st.dictionaries(ODD, children),
    )
)
@settings(max_examples=50)
def test_no_document_breaks_down(value: object) -> None:
    assert "check_failed" not in {finding.check for finding in check_document(value, None)}


@pytest.mark.parametrize(
    "unit",
    ["[", "{", "1", "a", "<", "(", '"', "&", " ", "- ", "**", "a<", "{{", "[object ", "\\", "|", "`", "e\u0301", "0."],
)
@pytest.mark.parametrize("check", TEXT_CHECKS, ids=lambda check: check.name)
def test_a_megabyte_is_searched_in_bounded_time(check: TextCheck, unit: str) -> None:
    text = unit * (MEGABYTE // len(unit))
    started = time.process_time()
    for _ in check.find(text):
        pass
    assert time.process_time() - started < 10  # a second on a quiet machine; what is not linear takes hours


@pytest.mark.parametrize(
    "unit", ["a", "a ", "A. ", "AB ", "AB(", "aeiou", "Evidence level: 2b\n", "stroke (", "e\u0301", "\n"]
)
@pytest.mark.parametrize("check", READING_CHECKS, ids=lambda check: check.name)
def test_a_megabyte_is_read_in_bounded_time(check: ReadingCheck, unit: str) -> None:
    item = Item(unit * (MEGABYTE // len(unit)), at_pointer("/text"))
    for one in (Reading((Passage("it", (item,)),)), Reading((Passage("it", (item,)),), is_page=True)):
        started = time.process_time()
        for _ in check.find(one):
            pass
        assert time.process_time() - started < 10  # a second on a quiet machine; what is not linear takes hours


@pytest.mark.parametrize(
    "unit", ["[", "{", "1", "a", "<", "<a ", '<a b="', "<!--", "&", "`", "|", "- ", "<script>", "<p>", "\\"]
)
@pytest.mark.parametrize("media_type", MEDIA_TYPES)
def test_a_megabyte_of_page_is_read_in_linear_time(media_type: str, unit: str) -> None:
    def seconds(size: int) -> float:
        page = (unit * (size // len(unit))).encode()
        started = time.process_time()
        check_page(page, media_type, own=False)
        return time.process_time() - started

    seconds(1_000)
    assert seconds(MEGABYTE // 4) < 12 * max(seconds(MEGABYTE // 20), 0.05)


@pytest.mark.parametrize("unit", ["[", "1", "a", "1 ", "1,", "[1]"])
def test_a_megabyte_of_paper_is_searched_in_linear_time(unit: str) -> None:
    paper = paper_of(unit * (MEGABYTE // 5 // len(unit)))
    summary = summary_of(paper_of("x"), {"key_findings": [claim_of("It was 5 in the group that trained.")]})
    started = time.process_time()
    check_summary(summary, paper)
    assert time.process_time() - started < 30  # two on a quiet machine; what is not linear takes hours


def test_json_escapes_do_not_hide_anything() -> None:
    page = json.dumps(["[object Object]"]).replace("o", "\\u006f").encode()
    assert [finding.check for finding in check_page(page, "application/json", own=False)] == ["object_object"]
