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
    assert found.problems == (f"{tmp_path / 'papers.txt'}, line 4: there is no file or folder 'missing.pdf'",)


def test_a_name_that_is_not_there_is_a_wrong_command_line() -> None:
    with pytest.raises(UsageError, match="there is no file or folder 'nowhere.pdf'"):
        expand(["nowhere.pdf"])


def test_a_doi_says_that_it_cannot_be_fetched_yet() -> None:
    with pytest.raises(UsageError) as caught:
        expand(["10.1000/x"])
    assert "download the PDF or the JATS XML" in caught.value.remedy


def test_a_file_over_the_limit_is_refused_by_name(tmp_path: Path) -> None:
    _touch(tmp_path, "big.pdf")
    with pytest.raises(FetchError, match=r"big\.pdf has") as caught:
        read_file(tmp_path / "big.pdf", MOMENT, max_bytes=2)
    assert caught.value.kind == "too_large"
