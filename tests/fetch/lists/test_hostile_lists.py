"""Lists as they come: odd encodings, odd formats, and bytes that are none of them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.fetch.expand import expand

SUFFIXES = ("txt", "list", "csv", "tsv", "bib", "ris", "nbib")


def _ids(path: Path, content: str | bytes) -> list[tuple[str, str]]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [(asked.id, asked.origin.rpartition(", ")[2]) for asked in expand([str(path)]).ids]


@pytest.mark.parametrize(
    ("name", "content", "ids"),
    [
        ("a.csv", "pmid\n11\n12\n", [("11", "line 2"), ("12", "line 3")]),
        ("a.csv", "PMCID\tTitle\nPMC5\tx\n", [("PMC5", "line 2")]),
        ("a.csv", '"Title","URL"\r\n"A, b","https://doi.org/10.1000/x"\r\n', [("10.1000/x", "line 2")]),
        (
            "a.csv",
            'doi,title\n10.1000/x,"two\nlines"\n10.1000/y,z\n',
            [("10.1000/x", "line 3"), ("10.1000/y", "line 4")],
        ),
        ("a.txt", "10.1000/x # ours\n", [("10.1000/x", "line 1")]),
        ("a.bib", '@article{k,\n  DOI = "10.1000/x",\n  title = {A {B}}\n}\n', [("10.1000/x", "line 1")]),
        ("a.bib", "@misc{k, eprint = {2304.05376}, archivePrefix={arXiv}}", [("10.48550/arxiv.2304.05376", "line 1")]),
        (
            "a.bib",
            "@string{j = {J}}\n@article{k, journal = j, url={https://doi.org/10.1000/x}}",
            [("10.1000/x", "line 2")],
        ),
        ("a.ris", "TY  - JOUR\r\nUR  - https://doi.org/10.1000/x\r\nER  -\r\n", [("10.1000/x", "line 1")]),
        ("a.nbib", "PMID- 11\nAID - 10.1000/x [doi]\nPMC - PMC9\n", [("10.1000/x", "line 1")]),
        ("a.nbib", "PMID- 11\nPMC - PMC9\n", [("PMC9", "line 1")]),
    ],
)
def test_each_format_is_read_in_the_forms_that_programs_write(
    tmp_path: Path, name: str, content: str, ids: list[tuple[str, str]]
) -> None:
    assert _ids(tmp_path / name, content) == ids


def test_an_address_on_the_command_line_keeps_its_slashes_in_messages() -> None:
    with pytest.raises(UsageError, match="https://example.org/nothing"):
        expand(["https://example.org/nothing"])


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    data=st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.text(alphabet='@{},="\n\r\t;TYDOERPMID-10./x ', max_size=200).map(str.encode)
    | st.text(max_size=100).map(lambda text: text.encode("utf-16", "surrogatepass"))
)
def test_no_bytes_break_a_list(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"fuzzed.{suffix}"
    # A line that names a folder would be walked: this is about bytes, so none may be a path out of here.
    path.write_bytes(data.replace(b"/", b"-").replace(b".", b"-"))
    expand([str(path)])
