"""A real server of llama-cpp-python, with a real (and witless) model: no draft passes, and nothing falls over.

Opt-in: LAYLINE_LLAMA_PYTHON names a Python that has `llama-cpp-python[server]` and `gguf`.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from evals.bench.papers import write_papers
from pipeline.config import Workspace
from pipeline.draft.asking.speech import ReplyFormat, Speech
from pipeline.store.store import Store
from tests.command_line import CommandLine, Finished, one_call_a_paper
from tests.live.llama_cpp_server import LlamaCppServer

PAPERS = 6
MODEL = "tiny"
TAKEN = Speech(format=ReplyFormat.JSON_OBJECT_SCHEMA, limit="max_tokens")
_OUTCOMES = {"no_page_title", "cut_off", "not_json", "wrong_shape", "empty", "too_long"}
_ALLOWED_CONTROLS = {"\n", "\t"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaCppServer]:
    python = os.environ.get("LAYLINE_LLAMA_PYTHON")
    if not python:
        pytest.skip("set LAYLINE_LLAMA_PYTHON to a Python with llama-cpp-python[server] and gguf to ask a real model")
    with LlamaCppServer(python, tmp_path_factory.mktemp("llama")) as running:
        yield running


def draft(layline: CommandLine, server: LlamaCppServer, *arguments: str | Path) -> Finished:
    model = one_call_a_paper(server.url, LAYLINE_MODEL=MODEL, OPENAI_API_KEY="none", LAYLINE_ATTEMPTS="1")
    done = layline("run", *arguments, **model, LAYLINE_MAX_OUTPUT_TOKENS="1200", LAYLINE_CONCURRENCY="2")
    assert "Traceback" not in done.out + done.err
    return done


def assert_safe_for_a_terminal(text: str) -> None:
    raw = {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf", "Cs")} - _ALLOWED_CONTROLS
    assert not raw, f"control characters reach the terminal: {raw!r}"


def test_the_server_answers_500_to_a_json_schema(server: LlamaCppServer) -> None:
    form = {"type": "json_schema", "json_schema": {"name": "form", "schema": {"type": "object"}}}
    body = {"model": MODEL, "messages": [{"role": "user", "content": "Hello"}], "response_format": form}
    assert httpx2.post(f"{server.url}/chat/completions", json=body, timeout=60).status_code == 500


def test_the_dialect_is_found_out_once_and_every_draft_ends_blocked_or_named(
    layline: CommandLine, server: LlamaCppServer, tmp_path: Path
) -> None:
    write_papers(tmp_path / "papers", PAPERS)
    papers = sorted((tmp_path / "papers").iterdir())
    before = len(server.statuses)
    first = draft(layline, server, *papers[: PAPERS // 2])
    assert_safe_for_a_terminal(first.out + first.err)
    asked = server.statuses[before:]
    assert asked[0] == 500
    assert asked.count(200) == PAPERS // 2
    known = Store(Workspace(layline.workspace)).dialects.find(server.url, MODEL)
    assert known is not None
    assert Speech.model_validate_json(known) == TAKEN

    before = len(server.statuses)
    second = draft(layline, server, *papers[PAPERS // 2 :], "--json")
    assert server.statuses[before:] == [200] * (PAPERS - PAPERS // 2)
    assert second.code == 1
    assert_safe_for_a_terminal(second.out + second.err)
    _assert_nothing_passed(layline)


def _assert_nothing_passed(layline: CommandLine) -> None:
    papers = layline("queue", "--all", "--json").json["papers"]
    assert len(papers) == PAPERS
    for paper in papers:
        assert paper["status"] in ("blocked", "failed"), paper
        if paper["status"] == "failed":
            assert paper["error"]["kind"] in _OUTCOMES
        else:
            shown = layline("show", paper["id"])
            assert re.search(r"[1-9]\d* block", shown.out)
            assert_safe_for_a_terminal(shown.out + shown.err)
    assert any(paper["status"] == "blocked" for paper in papers), "some reply has to come to its end for this to tell"
