"""The client against a real server on the loopback."""

import time

import httpx2
import pytest

from pipeline.errors import Who
from pipeline.parse.grobid.client import GrobidClient, GrobidError
from tests.loopback.grobid_server import BUSY, Answer, GrobidServer
from tests.parse.tei_sample import tei

GOOD = Answer(200, tei())
PDF = b"%PDF-1.7 \x00\r\n\xff a paper"


async def ask(url: str, *, seconds: float = 5, retry_for: float = 5) -> bytes:
    async with httpx2.AsyncClient(trust_env=False) as http:
        client = GrobidClient(http, url, seconds=seconds, retry_for=retry_for, longest_wait=0.05)
        return await client.tei(PDF, "scan.pdf")


async def failure(server: GrobidServer, **limits: float) -> GrobidError:
    with pytest.raises(GrobidError) as caught:
        await ask(server.url, **limits)
    assert "scan.pdf" in caught.value.message
    assert server.url in caught.value.message
    assert caught.value.remedy
    return caught.value


async def test_the_tei_comes_back_as_it_was_sent_and_the_form_is_what_grobid_wants():
    with GrobidServer([GOOD]) as server:
        assert await ask(server.url + "/") == tei()
    [asked] = server.asked
    assert asked.path == "/api/processFulltextDocument"
    assert asked.fields["input"] == [PDF]
    assert asked.fields["consolidateHeader"] == [b"0"]
    assert {b"p", b"head", b"figure"} <= set(asked.fields["teiCoordinates"])


async def test_a_busy_server_is_asked_again():
    with GrobidServer([BUSY, BUSY, GOOD]) as server:
        assert await ask(server.url) == tei()
    assert len(server.asked) == 3


async def test_a_server_that_stays_busy_is_given_up_in_bounded_time():
    start = time.monotonic()
    with GrobidServer([BUSY]) as server:
        error = await failure(server, retry_for=0.5)
    assert (error.kind, error.who) == ("grobid_busy", Who.PIPELINE)
    assert time.monotonic() - start < 2
    assert len(server.asked) > 2


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer(500, b"[GENERAL] An exception occurred while running Grobid.", "text/plain"), "grobid_error"),
        (Answer(400, b"", "text/plain"), "grobid_refused"),
        (Answer(404, b"<html>Not Found</html>", "text/html"), "grobid_refused"),
        (Answer(302, b""), "grobid_error"),
        (Answer(204), "grobid_no_content"),
        (Answer(200, b"<!DOCTYPE html><html><body>Sign in</body></html>", "text/html"), "grobid_not_tei"),
        (Answer(200, b""), "grobid_not_tei"),
    ],
)
async def test_what_trying_again_cannot_mend_fails_at_once_by_name(answer: Answer, kind: str):
    with GrobidServer([answer]) as server:
        assert (await failure(server)).kind == kind
    assert len(server.asked) == 1


async def test_the_servers_reason_is_passed_on():
    with GrobidServer([Answer(500, b"[BAD_INPUT_DATA] \x1b[31mno pages", "text/plain")]) as server:
        assert "BAD_INPUT_DATA" in (await failure(server)).message


async def test_a_server_that_hangs_is_left_in_bounded_time_and_not_asked_again():
    start = time.monotonic()
    with GrobidServer([Answer(200, tei(), hang=3)]) as server:
        error = await failure(server, seconds=0.3)
    assert error.kind == "grobid_timeout"
    assert len(server.asked) == 1
    assert time.monotonic() - start < 5


async def test_an_answer_without_end_is_cut_off():
    with GrobidServer([Answer(200, b"<TEI>", endless=True)]) as server:
        assert (await failure(server)).kind == "grobid_too_large"


async def test_a_server_that_is_not_there_is_named():
    with GrobidServer([GOOD]) as server:
        url = server.url
    with pytest.raises(GrobidError) as caught:
        await ask(url, retry_for=0.2)
    assert (caught.value.kind, caught.value.who) == ("grobid_unreachable", Who.PIPELINE)


async def test_a_password_in_the_address_is_not_told():
    with GrobidServer([Answer(500)]) as server, pytest.raises(GrobidError) as caught:
        await ask(server.url.replace("http://", "http://user:secret@"))
    assert "secret" not in caught.value.message


async def test_an_address_that_is_none_is_named():
    with pytest.raises(GrobidError) as caught:
        await ask("localhost:8070", retry_for=0)
    assert caught.value.kind == "grobid_unreachable"
