from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import shipped_prompts
from pipeline.draft.prompt import load_prompt
from pipeline.draft.recipes.recipe import PROMPTS
from pipeline.errors import SetupError

HEAD = '---\nname: draft\nversion: "2"\npurpose: Testing.\nvariables: [paper, note]\n---\n'
BODY = "[[system]]\nBe plain.\n[[user]]\n{{paper}}\nAlso: {{ note }}\n"


def put(folder: Path, text: str) -> Path:
    (folder / "draft.md").write_text(text)
    return folder


def test_every_shipped_prompt_loads():
    names = [path.stem for path in shipped_prompts().glob("*.md")]
    assert "draft" in names
    for name in names:
        assert load_prompt(name, None).templates[0]["role"] == "system"


def test_the_shipped_draft_prompt_wants_what_the_drafter_gives():
    assert load_prompt("draft", None, offered=PROMPTS["draft"]).variables == PROMPTS["draft"]


def test_the_prompt_of_the_workspace_comes_first(tmp_path: Path):
    prompt = load_prompt("draft", put(tmp_path, HEAD + BODY))
    assert prompt.version == "2"
    assert prompt.render(paper="A", note="B") == [
        {"role": "system", "content": "Be plain."},
        {"role": "user", "content": "A\nAlso: B"},
    ]


def test_a_workspace_without_its_own_prompt_gets_the_shipped_one(tmp_path: Path):
    assert load_prompt("draft", tmp_path) == load_prompt("draft", None)


def test_any_change_of_the_file_is_another_hash(tmp_path: Path):
    one = load_prompt("draft", put(tmp_path, HEAD + BODY))
    other = load_prompt("draft", put(tmp_path, HEAD + BODY + " "))
    assert one.hash != other.hash


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no front matter", "front matter"),
        ("---\nname: draft\n", "front matter"),
        ("---\n: [\n---\n" + BODY, "cannot be used"),
        ("---\n- a list\n---\n" + BODY, "front matter"),
        (HEAD.replace('"2"', "2") + BODY, "version"),
        (HEAD.replace("purpose", "porpoise") + BODY, "purpose"),
        (HEAD.replace("name: draft", "name: other") + BODY, "'other'"),
        (HEAD + BODY.replace("{{paper}}", ""), "{{paper}}"),
        (HEAD + BODY + "{{extra}}", "{{extra}}"),
        (HEAD + "words before\n" + BODY, "[[system]]"),
        (HEAD, "[[system]]"),
    ],
)
def test_a_prompt_with_a_slip_is_refused_by_its_file_name(text: str, says: str, tmp_path: Path):
    with pytest.raises(SetupError) as caught:
        load_prompt("draft", put(tmp_path, text))
    assert str(tmp_path / "draft.md") in caught.value.message
    assert says in caught.value.message
    assert caught.value.kind == "prompt"


@pytest.mark.parametrize("offered", [{"paper"}, {"paper", "note", "more"}])
def test_a_prompt_that_does_not_fit_its_caller_is_refused(offered: set[str], tmp_path: Path):
    with pytest.raises(SetupError):
        load_prompt("draft", put(tmp_path, HEAD + BODY), offered=offered)


def test_a_prompt_that_is_not_utf8_is_refused(tmp_path: Path):
    (tmp_path / "draft.md").write_bytes(b"\xff\xfe")
    with pytest.raises(SetupError):
        load_prompt("draft", tmp_path)


def test_a_prompt_that_does_not_exist_is_refused(tmp_path: Path):
    with pytest.raises(SetupError):
        load_prompt("nowhere", tmp_path)


def test_rendering_wants_every_variable_and_no_other(tmp_path: Path):
    prompt = load_prompt("draft", put(tmp_path, HEAD + BODY))
    with pytest.raises(ValueError, match="wants"):
        prompt.render(paper="A")


@given(st.text(max_size=50))
def test_what_is_filled_in_is_never_filled_again(value: str):
    prompt = load_prompt("draft", None)
    values = dict.fromkeys(prompt.variables, "x") | {"paper": "{{note}}" + value}
    assert "{{note}}" + value in prompt.render(**values)[1]["content"]
