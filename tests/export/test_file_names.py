from hypothesis import given
from hypothesis import strategies as st

from pipeline.export.file_names import file_name


def test_a_doi_gives_a_name_that_people_recognise() -> None:
    assert file_name("10.3389/fmed.2021.756940") == "10.3389_fmed.2021.756940"


def test_ids_that_would_share_a_name_do_not() -> None:
    assert file_name("10.1000/a/b") != file_name("10.1000/a-b")


@given(st.text(min_size=1))
def test_no_id_can_leave_its_folder(paper_id: str) -> None:
    name = file_name(paper_id)
    assert name
    assert not set(name) & set("/\\:\0")
    assert not name.startswith(".")
    assert len(name) < 120
