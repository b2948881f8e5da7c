"""Names of data are shown in words, and the rule for it is written once."""

import re
from pathlib import Path

import pipeline
from pipeline.models.status import Status
from pipeline.text.in_words import in_words


def test_a_name_of_data_is_told_in_words():
    assert in_words(Status.IN_REVIEW) == "in review"
    assert in_words("request_changes") == "request changes"


def test_no_other_place_writes_the_rule_anew():
    sources = Path(pipeline.__file__).parent.rglob("*.py")
    rule = re.compile(r"""replace\((["'])_\1, (["']) \2\)""")
    found = {path.name for path in sources if rule.search(path.read_text(encoding="utf-8"))}
    assert found == {"in_words.py", "csv_list.py"}  # the latter folds other people's column names
