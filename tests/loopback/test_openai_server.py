import http.client
import json
import subprocess
import sys
from pathlib import Path
from time import process_time
from urllib.parse import urlsplit

import pytest

from tests.loopback.faults import CONTENT, TRANSIENT, Faults
from tests.loopback.openai_server import LoopbackServer, Server

BODY = {"model": "m", "messages": [{"role": "user", "content": "PAPER-" + "0" * 20}]}


def ask(url: str, method: str = "POST", path: str = "/chat/completions", times: int = 1, body: object = BODY):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    try:
        for _ in range(times):
            connection.request(method, parts.path + path if path != "/stats" else path, json.dumps(body))
            response = connection.getresponse()
            held = response.read()
        return response.status, json.loads(held)
    finally:
        connection.close()


def test_it_answers_on_one_connection_after_the_other_and_counts_by_body():
    with LoopbackServer() as server:
        status, body = ask(server.url, times=3)
        assert (status, body["model"]) == (200, "scripted-loopback")
        assert ask(server.url, "GET", "/stats")[1]["requests"] == 3
        [tally] = server.stats["by_hash"].values()
    assert tally == {"requests": 3, "completed": 3, "fault": None}


def test_it_lists_its_model():
    with LoopbackServer() as server:
        assert ask(server.url, "GET", "/models")[1]["data"][0]["id"] == "scripted-loopback"


def test_it_runs_as_a_program_and_prints_its_url_first():
    command = [sys.executable, "-m", "tests.loopback.openai_server", "--port", "0", "--faults", "cut=1", "--seed", "7"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            body = ask(process.stdout.readline().strip())[1]
        finally:
            process.terminate()
    assert body["choices"][0]["finish_reason"] == "length"


def test_a_reply_whose_caller_has_gone_is_not_counted_as_completed():
    with LoopbackServer(delay=0.2) as server:
        parts = urlsplit(server.url)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
        connection.request("POST", "/v1/chat/completions", json.dumps(BODY))
        while not server.stats["requests"]:
            pass
        connection.close()
        ask(server.url, body={**BODY, "model": "other"})
        assert (server.stats["requests"], server.stats["completed"]) == (2, 1)


def test_a_reply_costs_the_server_time_that_grows_no_faster_than_the_paper():
    short, long = (_seconds_for(paragraphs) for paragraphs in (500, 2000))
    assert long < 10 * short, "four times the paper costs far more than four times the time"


def _seconds_for(paragraphs: int) -> float:
    """What 25 replies cost in processor time, about a paper of so many paragraphs."""
    text = "A sentence of the paper that is long enough to be taken as a quote by the script.\n\n" * paragraphs
    mark = "PAPER-" + "1" * 20
    body = json.dumps({"model": "m", "messages": [{"role": "user", "content": f"x\n{mark}\n{text}\n{mark}\n"}]})
    server = Server()
    started = process_time()
    for _ in range(25):
        server.answer(body.encode())
    return process_time() - started


def test_the_same_seed_gives_the_same_faults_at_about_their_rate():
    drawn = [Faults({"429": 0.1, "500": 0.1}, seed=3).transient(f"{n}", 1) for n in range(2000)]
    assert drawn == [Faults({"429": 0.1, "500": 0.1}, seed=3).transient(f"{n}", 1) for n in range(2000)]
    assert 150 < drawn.count("429") < 250
    assert 150 < drawn.count("500") < 250


def test_a_paper_keeps_the_fault_of_its_content_and_sheds_a_transient_one():
    faults = Faults({"429": 0.5, "cut": 0.5}, seed=1)
    assert len({faults.content("paper", nth) for nth in range(20)}) == 1
    assert len({faults.transient("paper", nth) for nth in range(20)}) == 2
    assert len({Faults({"cut": 0.5}, sticky=False).content("paper", nth) for nth in range(20)}) == 2


def test_an_unknown_fault_is_refused():
    with pytest.raises(ValueError, match="unknown"):
        Faults.parse("earthquake=0.5")
    assert Faults.parse(",".join(f"{name}=0.01" for name in (*TRANSIENT, *CONTENT)))
