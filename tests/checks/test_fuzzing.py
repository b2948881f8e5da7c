"""Nothing that stands in a summary, a document or a page makes a check raise or write.

A few hundred examples, always the same ones, run with the suite. For a longer search with new examples each time:
`FUZZ_EXAMPLES=10000 uv run pytest -n 0 tests/checks/test_fuzzing.py`.
"""

import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any, Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.checks.declaration import ListCheck, TextCheck
from pipeline.checks.registry import registry
from pipeline.checks.runner.pages import check_page
from pipeline.checks.runner.summaries import check_document, check_summary
from pipeline.models.finding import Finding
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary
from tests.checks.described import described_paper, described_summary
from tests.checks.summaries import LISTS, evidence_for

LONGER = os.environ.get("FUZZ_EXAMPLES")
search = settings(
    max_examples=int(LONGER or 60),
    derandomize=LONGER is None,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TEXT_CHECKS = [entry.check for entry in registry().values() if isinstance(entry.check, TextCheck)]
LIST_CHECKS = [entry.check for entry in registry().values() if isinstance(entry.check, ListCheck)]
MEDIA_TYPES = (
    *("text/html", "text/markdown", "application/json", "text/csv", "text/tab-separated-values", "text/plain"),
    *("text/html; charset=utf-16", "text/plain; charset=latin-1", "text/html; charset=\u2603", "image/png", ""),
)
STUDY = """We enrolled 48 people (12 women) with a C5/6 injury in Norway between 2019 and 2021 [3,4].

Walking speed rose by 0.12 m/s (95% CI 0.05 to 0.19, p = 0.03) in those who took 30 mg of baclofen for 12 weeks.

No serious harms were reported, and pain did not differ between groups (1 in 24 against 2 of 24; 4.2% and 8.3%)."""
PAPER = described_paper({"paper": STUDY})
FULL = {
    "lists": {name: [{"text": "Pain fell.", "quotes": ["pain did not differ"]}, "Nobody fell."] for name in LISTS},
    "glossary": [("baclofen", "A medicine.")],
    "facts": {
        **dict.fromkeys(("duration", "follow_up", "primary_outcome", "funding", "conflicts"), "12 weeks"),
        **{name: ["Norway", "baclofen"] for name in ("countries", "interventions", "registration")},
        "results": [{"outcome": "walking speed", "direction": "higher", "numbers": ["0.12 m/s", "p = 0.03"]}],
        "samples": [{"n": 48, "unit": "people", "role": "enrolled", "arm": None}],
    },
}
PHRASES = (
    *(
        "48 people",
        "twelve",
        "0.12 m/s",
        "95% CI",
        "p = 0.03",
        "30 g",
        "10\u00b2\u2070",
        "1e999",
        "\u00bd",
        "\u0663",
        "-",
    ),
    *("not ", "no ", "rose", "fell by half", "did not differ", "than", "in rats", "caused", "Norway", "baclofen"),
    *(
        "patients",
        "weeks",
        "%",
        ". ",
        ", ",
        "\n\n",
        "\t",
        "(",
        "[3]",
        "C5/6",
        "SCIM",
        "you should stop",
        "\u0130",
        "\u00df",
    ),
)
ODD = st.one_of(
    st.text(st.characters(codec=None), max_size=80),
    st.text("[]{}()<>\"'=:;,.&*_`#-\\/|%$ \nobject0123aA", max_size=120),
    st.lists(st.sampled_from(PHRASES), max_size=12).map(" ".join),
)
CUT = st.tuples(st.integers(0, len(STUDY)), st.integers(0, 200)).map(lambda cut: STUDY[cut[0] : sum(cut)])
TEXTS = st.lists(ODD | CUT, min_size=1, max_size=5)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ODD,
    lambda children: st.lists(children, max_size=5) | st.dictionaries(ODD, children, max_size=5),
    max_leaves=12,
)
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ACTS: Final = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.system", "subprocess.Popen", "socket.connect")
_acts: list[str] | None = None


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if _acts is not None and (event in _ACTS or (event == "open" and arguments[2] & _WRITING)):
        _acts.append(f"{event} {arguments!r}")


sys.addaudithook(_note)


@contextmanager
def quietly() -> Iterator[None]:
    """Whatever is printed, written, removed or sent in here is an error."""
    global _acts  # noqa: PLW0603  # a hook for audits is the interpreter's own
    printed, _acts = StringIO(), []
    with redirect_stdout(printed), redirect_stderr(printed):
        try:
            yield
            acts = _acts
        finally:
            _acts = None
    assert (printed.getvalue(), acts) == ("", [])


def broken(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.check == "check_failed"]


def reworded(value: Any, texts: list[str], chance: random.Random, paper: Paper) -> Any:
    """A summary's value with other words in each of its texts; quotes are looked for in the paper, as drafters do."""
    if isinstance(value, dict) and {"quote", "match"} <= value.keys():
        return {**evidence_for(chance.choice(texts), paper).model_dump(), "section": chance.choice(texts)}
    if isinstance(value, dict):
        kept = ("schema_version", "missing", "evidence_level")
        return {key: each if key in kept else reworded(each, texts, chance, paper) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(reworded(each, texts, chance, paper) for each in value)
    return chance.choice(texts) if type(value) is str else value


@search
@given(TEXTS, st.integers(0, 2**32), st.booleans())
def test_no_summary_breaks_a_check(texts: list[str], seed: int, of_other_words: bool) -> None:
    paper = described_paper({"paper": texts[0] or "x"}) if of_other_words else PAPER
    described = described_summary(FULL, PAPER).model_dump()
    summary = Summary.model_validate(reworded(described, texts, random.Random(seed), paper))
    with quietly():
        findings = check_summary(summary, paper)
    assert not broken(findings)


@search
@given(JSON, st.sampled_from([None, PAPER]))
def test_no_document_breaks_a_check(value: object, paper: Paper | None) -> None:
    with quietly():
        findings = check_document(value, paper)
    assert not broken(findings)


@search
@given(st.sampled_from(["/summary", ""]), st.sampled_from(sorted(Summary.model_fields)), JSON)
def test_no_summary_of_another_shape_breaks_a_check(at: str, field: str, value: object) -> None:
    described = {**described_summary(FULL, PAPER).model_dump(mode="json"), field: value}
    with quietly():
        findings = check_document({"summary": described} if at else described, PAPER)
    assert not broken(findings)


@search
@given(
    st.binary(max_size=300) | ODD.map(lambda text: text.encode("utf-8", "surrogatepass")) | CUT.map(str.encode),
    st.sampled_from(MEDIA_TYPES),
    st.booleans(),
    st.sampled_from([None, PAPER]),
)
def test_no_page_breaks_a_check(data: bytes, media_type: str, own: bool, paper: Paper | None) -> None:
    with quietly():
        findings = check_page(data, media_type, own=own, paper=paper)
    assert not broken(findings)


@search
@given(ODD)
def test_every_hit_lies_within_the_text(text: str) -> None:
    for check in TEXT_CHECKS:
        for find in (check.find, check.find_on_pages or check.find):
            assert all(0 <= hit.start <= hit.end <= len(text) for hit in find(text))


@search
@given(st.lists(ODD, max_size=6))
def test_every_hit_in_a_list_is_one_of_its_items(items: list[str]) -> None:
    for check in LIST_CHECKS:
        assert all(0 <= index < len(items) for index, _ in check.find(items))
