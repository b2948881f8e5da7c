from io import StringIO
from pathlib import Path

import pytest

from pipeline.errors import FetchError, UsageError
from pipeline.fetch.expand import expand
from pipeline.fetch.read_file import read_file
from tests.made import MOMENT


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_a_folder_gives_its_papers_in_a_stable_order_and_tells_what_it_left(tmp_path: Path) -> None:
    _touch(tmp_path, "b.pdf", "a.XML", "sub/c.nxml", "index.json", ".kept/x.pdf")
    found = expand([str(tmp_path)])
    assert [path.name for path in found.files] == ["a.XML", "b.pdf", "c.nxml"]
    assert [path.name for path in found.skipped] == ["index.json"]


def test_a_list_names_files_beside_it_and_tells_the_lines_that_name_nothing(tmp_path: Path) -> None:
    _touch(tmp_path, "a.pdf", "more/b.xml")
    (tmp_path / "papers.txt").write_text("# ours\na.pdf\n\nmissing.pdf\nmore\n")
    found = expand([str(tmp_path / "papers.txt")])
    assert [path.name for path in found.files] == ["a.pdf", "b.xml"]
    assert found.problems == (f"{tmp_path / 'papers.txt'}, line 4: 'missing.pdf' is no identifier, file or folder",)


def test_a_name_that_is_not_there_is_a_wrong_command_line() -> None:
    with pytest.raises(UsageError, match="there is no file or folder 'nowhere.pdf'"):
        expand(["nowhere.pdf"])


def test_identifiers_are_taken_in_every_form_and_once() -> None:
    found = expand(["10.1000/X", "https://doi.org/10.1000/x", "PMID: 123", "PMC77"])
    assert [asked.id for asked in found.ids] == ["10.1000/x", "123", "PMC77"]
    assert found.ids[0].origin == "10.1000/X"


_LISTS = {
    "a.txt": "# ours\n10.1000/one\nPMID:22\nnothing at all\n",
    "a.csv": "Title;DOI;PMID\nA study;10.1000/one;\nAnother;;22\nnothing at all;;\n",
    "b.csv": "10.1000/one\nPMID:22\nnothing at all\n",
    "a.bib": "@article{a, doi={10.1000/one}}\n@article{b, pmid={22}}\n@misc{c, title={nothing at all}}\n",
    "a.ris": "TY  - JOUR\nDO  - 10.1000/one\nER  - \nTY  - JOUR\nAN  - 22\nDB  - PubMed\nER  - \n"
    "TY  - JOUR\nTI  - nothing at all\nER  - \n",
    "a.nbib": "PMID- 1\nLID - 10.1000/one [doi]\n\nPMID- 22\nTI  - x\n\nPMID- \nTI  - nothing at all\n",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", _LISTS)
def test_every_kind_of_list_gives_its_identifiers_and_the_lines_that_hold_none(
    tmp_path: Path, name: str, encoding: str
) -> None:
    (tmp_path / name).write_text(_LISTS[name], encoding)
    found = expand([str(tmp_path / name)])
    assert [asked.id for asked in found.ids] == ["10.1000/one", "22"]
    assert len(found.problems) == 1
    assert "nothing at all" in found.problems[0]
    assert ", line " in found.problems[0]


def test_standard_input_is_a_plain_list() -> None:
    found = expand(["-"], StringIO("10.1000/one\nwhat is this\n"))
    assert [asked.origin for asked in found.ids] == ["standard input, line 1"]
    assert found.problems == ("standard input, line 2: 'what is this' is no identifier, file or folder",)


def test_a_list_that_names_a_list_is_a_problem_and_never_a_loop(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a.txt\n10.1000/one\n")
    found = expand([str(tmp_path / "a.txt")])
    assert "is itself a list" in found.problems[0]
    assert len(found.ids) == 1


def test_a_file_over_the_limit_is_refused_by_name(tmp_path: Path) -> None:
    _touch(tmp_path, "big.pdf")
    with pytest.raises(FetchError, match=r"big\.pdf has") as caught:
        read_file(tmp_path / "big.pdf", MOMENT, max_bytes=2)
    assert caught.value.kind == "too_large"


def test_folders_that_link_in_a_circle_end(tmp_path: Path) -> None:
    _touch(tmp_path, "sub/a.pdf")
    (tmp_path / "sub" / "again").symlink_to(tmp_path)
    assert [path.name for path in expand([str(tmp_path)]).files] == ["a.pdf"]
