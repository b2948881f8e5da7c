"""A wrong setting is told in words: which file or variable, which setting, what stands there, what may."""

import pytest

from pipeline.config import Settings
from tests.command_line import CommandLine, Finished

_FROM_MACHINES = (
    "Input should",
    "String should",
    "Extra inputs",
    "Value error",
    "Field required",
    "'",
    "^",
    "\\",
    "[0",
    "None",
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('feedback_url = "ftp://x"', 'feedback_url is "ftp://x"; it must be an address that begins with https:// or a'),
        ('subscribe_url = "http://x"', "an address that begins with https://"),
        ('site_url = "x"', "an address that begins with http:// or https://"),
        ('site_title = ""', 'site_title is ""; it must be a text that is not empty'),
        ('contact = "me"', "an e-mail address, such as"),
        ('grobid_url = "localhost:8070"', "an address that begins with http:// or https://"),
        ('ocr_language = "english language"', "such as eng or eng+deu"),
        ('ocr = "maybe"', "it must be true or false"),
        ("model = 3", "model is 3; it must be a text"),
        ('drafter = "gpt"', "one of auto, model or offline"),
        ("temperature = 3", "a number from 0 to 2"),
        ("concurrency = 1.5", "a whole number from 1 to 256"),
        ("budget = -1", "a number above 0"),
        ("budget = true", "budget is true; it must be a number above 0"),
        ("attempts = true", "attempts is true; it must be a whole number from 1 to 10"),
        ("[prices.x]\ninput = true\noutput = 2", "prices.x.input is true; it must be a number of 0 or more"),
        (
            "[[watch]]\nname = 'a'\nsource = 'pubmed'\nquery = 'x'\ndaily_limit = true",
            "watch.daily_limit (entry 1) is true; it must be a whole number of 1 or more",
        ),
        ("bugdet = 3", "bugdet is not known; did you mean budget?"),
        ("prices = 3", "it must be a table"),
        ("[prices.x]\ninput = 1", "prices.x.output is missing; it must be a number of 0 or more"),
        ("[prices.x]\ninput = -1\noutput = 2", "prices.x.input is -1"),
        ("[prices.x]\ninput = 1\noutput = 2\ncurrency = 'EUR'", "prices.x.currency is not known"),
        (
            "[severities]\nlong_sentence = 'loud'",
            'severities.long_sentence is "loud"; it must be one of block, warn or',
        ),
        ("[services]\ncrossref = 'x'", 'services.crossref is "x"; it must be an address that begins with'),
        ("[[watch]]\nname = 'A B'\nsource = 'pubmed'\nquery = 'x'", 'watch.name (entry 1) is "A B"'),
        (
            "[[watch]]\nname = 'a'\nsource = 'google'\nquery = 'x'",
            "one of europepmc, pubmed, biorxiv, medrxiv, crossref",
        ),
        (
            "[[watch]]\nname = 'a'\nsource = 'feed'\nquery = 'x'",
            "layline.toml: the query of the feed a must be its address",
        ),
        ("[[watch]]\nname = 'a'\nsource = 'pubmed'\nquery = 'x'\n" * 2, "two saved searches have the name a"),
        ("[[watch]]\nname = 'a'\nsource = 'pubmed'\nquery = 'x'\nsince = 'yesterday'", "a day, such as 2026-01-31"),
        ('categories = "a"', 'it must be a list, such as ["one", "two"]'),
        ("base_url = 3", "base_url is 3; it must be an address that begins with http:// or https://"),
        ('base_url = "localhost:80/v1"', 'base_url is "localhost:80/v1"; it must be an address'),
    ],
)
def test_a_setting_of_the_file_is_told_in_words(layline: CommandLine, text: str, told: str) -> None:
    (layline.workspace / "layline.toml").write_text(text)
    message = _refusal(layline("export", "--json"))
    assert told in message
    assert "layline.toml" in message
    assert not [word for word in _FROM_MACHINES if word in message.removeprefix(str(layline.workspace))]


def test_every_setting_of_a_wrong_kind_is_told_with_what_is_allowed(layline: CommandLine) -> None:
    """One table for all: no setting, however new, speaks to its user in a regular expression."""
    ours = ("parse_workers", "api_key")  # the first is set by a variable in these tests, keys never stand in a file
    names = [name for name in Settings.model_fields if not name.endswith(ours)]
    (layline.workspace / "layline.toml").write_text("".join(f"{name} = 1979-05-27T07:32:00Z\n" for name in names))
    message = _refusal(layline("export", "--json"))
    assert not [name for name in names if f"{name} is 1979" not in message]
    assert message.count("it must be ") == len(names)
    assert not [word for word in _FROM_MACHINES if word in message.removeprefix(str(layline.workspace))]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("LAYLINE_CONCURRENCY", "x", 'LAYLINE_CONCURRENCY is "x"; it must be a whole number from 1 to 256'),
        ("LAYLINE_SERVICES__CROSSREF", "x", "LAYLINE_SERVICES__CROSSREF is"),
        (
            "LAYLINE_PRICES",
            "x",
            "LAYLINE_PRICES cannot be read; it must be a table of names and values, written as JSON",
        ),
        ("LAYLINE_CATEGORIES", "a,b", 'LAYLINE_CATEGORIES cannot be read; it must be a list, such as ["one", "two"]'),
    ],
)
def test_a_variable_is_named_as_the_variable_that_it_is(layline: CommandLine, name: str, value: str, told: str) -> None:
    (layline.workspace / "layline.toml").write_text("concurrency = 3")
    message = _refusal(layline("export", "--json", **{name: value}))
    assert message.startswith("in the environment: ")
    assert told in message
    assert "layline.toml" not in message


def test_a_file_that_is_no_text_is_told_without_words_of_a_codec(layline: CommandLine) -> None:
    (layline.workspace / "layline.toml").write_bytes(b'contact = "\xff"')
    message = _refusal(layline("export", "--json"))
    assert "is not text in UTF-8" in message
    assert "codec" not in message


def test_all_that_is_wrong_is_told_at_once(layline: CommandLine) -> None:
    (layline.workspace / "layline.toml").write_text("concurrency = 0\nbudget = -1\n")
    message = _refusal(layline("export", "--json", LAYLINE_ATTEMPTS="99"))
    assert all(name in message for name in ("concurrency", "budget", "LAYLINE_ATTEMPTS"))


def _refusal(done: Finished) -> str:
    assert done.code == 3, done.err
    assert "Traceback" not in done.err
    return str(done.json["error"]["message"])


def test_a_variable_that_is_misspelt_is_seen_by_the_doctor(layline: CommandLine) -> None:
    found = {each["what"]: each for each in layline("doctor", "--json", LAYLINE_MODLE="m").json["symptoms"]}
    assert found["LAYLINE_MODLE"]["remedy"] == "Did you mean LAYLINE_MODEL?"
    assert "LAYLINE_PARSE_WORKERS" not in found
