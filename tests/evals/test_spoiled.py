"""A small draw of the exports that `python -m evals.spoiled` makes in full, and an oracle that is not blind."""

import json
from pathlib import Path

import pytest

from evals.spoiled.oracle import spoiled_on_disk
from evals.spoiled.trial import PAIRS, WAYS, run
from pipeline.export.formats import FORMATS
from tests import made

DOI = "10.5555/layline.sample.0001"
NAME = "10.5555_layline.sample.0001"


def test_nothing_that_was_spoiled_after_its_approval_leaves() -> None:
    tally = run(60, seed=7)
    assert tally.wrong == []
    assert sum(sum(ends.values()) for ends in tally.ends.values()) == 60


def test_every_way_has_a_name_of_its_own_and_a_format() -> None:
    assert len({way.name for way in WAYS}) == len(WAYS)
    assert len(PAIRS) > 200


@pytest.mark.parametrize("file_format", ["json", "md", "html"])
@pytest.mark.parametrize("spoiled", ["[object Object]", "{'text': 'Small.'}", "Claim(text='Small.')", "", "undefined"])
def test_the_oracle_sees_what_was_spoiled_and_passes_what_was_not(file_format: str, spoiled: str) -> None:
    known = FORMATS[file_format]
    page = made.page(made.summary().model_copy(update={"glossary": ()}))  # whose tips part sentences in HTML
    originals = {DOI: json.loads(page.summary.model_dump_json())}
    data, name = known.render(page, None), f"{NAME}{known.suffix}"
    assert list(spoiled_on_disk({name: data}, {}, originals)) == []
    text = page.summary.limitations[0].text.encode()
    assert text in data
    other = data.replace(text, spoiled.encode())
    assert list(spoiled_on_disk({name: other}, {}, originals))
    assert list(spoiled_on_disk({name: other}, {name: other}, originals)) == []


def test_the_oracle_takes_no_digits_of_a_hash_or_a_time_for_the_number_that_was_put_in() -> None:
    files = {"index.json": b'{"sha256": "a0c7349fe1", "at": "2026-12-01T05:28:11.734952+00:00"}'}
    assert list(spoiled_on_disk(files, {}, {})) == []
    for put_in in ("7349 people took part", "It fell by 7349%.", "of 7349mg"):
        assert list(spoiled_on_disk({"index.json": json.dumps({"text": put_in}).encode()}, {}, {}))


def test_the_oracle_reads_lists_and_the_search_of_a_site(tmp_path: Path) -> None:
    for name in ("published.ris", "published.csv", "published.bib", "search-index.json", "index.html"):
        data = b'{"title": "[object Object]"}' if name.endswith(".json") else b"<p>[object Object]</p>"
        assert list(spoiled_on_disk({name: data}, {}, {}))
