"""Whatever a server does: a named failure, in bounded time and memory, and no more requests than may help."""

import asyncio
import gzip
import logging
import socket
import time
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.fetch.web.client import Bounds, Request, Web
from pipeline.fetch.web.errors import WebError, bad_reply
from pipeline.models.pace import Pace
from pipeline.models.web_reply import Reply
from pipeline.store.turns import SharedTurns
from pipeline.store.web_cache import WebCache
from tests.loopback.web_server import WebServer, answer, dribble, one_by_one, raw, redirect

QUICK = Pace(100, at_once=8)
SECRET = "k/3y+secret"
MB = 1_000_000


@asynccontextmanager
async def web_for(folder: Path, server: WebServer, **bounds: float) -> AsyncIterator[Web]:
    limits = Bounds(
        seconds=bounds.get("seconds", 2.0),
        largest=int(bounds.get("largest", MB)),
        retry_for=bounds.get("retry_for", 0.0),
    )
    web = Web(
        user_agent="layline-tests",
        cache=WebCache(folder / "web"),
        turns=SharedTurns(folder / "turns", patience=limits.retry_for),
        bounds=limits,
        allowed=(server.authority,),
    )
    try:
        yield web
    finally:
        await web.aclose()


async def failure(folder: Path, server: WebServer, url: str, **bounds: float) -> WebError:
    """The failure of one request with a key in its parameters and its headers; it must tell neither."""
    async with web_for(folder, server, **bounds) as web:
        request = Request(
            "service", url, QUICK, {"q": "spinal cord"}, {"api_key": SECRET}, {"X-Token": SECRET, "Accept": "text/x"}
        )
        with pytest.raises(WebError) as caught:
            await web.get(request, whole)
    told = f"{caught.value.message} {caught.value.remedy}"
    assert SECRET not in told
    assert "k%2F3y" not in told
    assert caught.value.remedy
    return caught.value


def whole(reply: Reply) -> Reply:
    return reply


# What heals by asking again


@pytest.mark.parametrize(
    ("first", "least"),
    [
        (answer(429, b"slow down", "Retry-After: 1"), 1.0),
        (answer(429), 0.2),
        (answer(500, b"oops"), 0.2),
        (answer(503, b"<html>down</html>", "Content-Type: text/html"), 0.2),
        (raw(b""), 0.2),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"), 0.2),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nhalf"), 0.2),
    ],
    ids=["429 with a wait", "429", "500", "503 page", "no answer", "cut short", "cut within a chunk"],
)
async def test_what_may_heal_is_asked_once_more(tmp_path: Path, first: Any, least: float) -> None:
    async with WebServer({"/": one_by_one(first, answer(200, b"whole"))}) as server:
        started = time.monotonic()
        async with web_for(tmp_path, server, retry_for=5.0) as web:
            reply = await web.get(Request("service", f"{server.url}/", QUICK), whole)
        assert reply.body == b"whole"
        assert len(server.seen) == 2
        assert least <= time.monotonic() - started < least + 8.0


async def test_a_date_to_wait_for_is_waited_for(tmp_path: Path) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    async with WebServer({"/": one_by_one(answer(503, b"", f"Retry-After: {moment}"), answer(200))}) as server:
        async with web_for(tmp_path, server, retry_for=8.0) as web:
            await web.get(Request("service", f"{server.url}/", QUICK), whole)
        first, second = server.moments
        assert 0.9 <= second - first < 10.0


@pytest.mark.parametrize("value", ["3600", "99999999999999999999", "²", "soon", "Wed, 99 Foo 2026 00:00:00 GMT"])
async def test_a_wait_beyond_the_ceiling_or_beyond_sense_is_not_waited_for(tmp_path: Path, value: str) -> None:
    async with WebServer({"/": answer(429, b"", f"Retry-After: {value}")}) as server:
        started = time.monotonic()
        error = await failure(tmp_path, server, f"{server.url}/", retry_for=0.1)
        assert (error.kind, error.status, error.transient) == ("rate_limited", 429, True)
        assert time.monotonic() - started < 8.0
        assert len(server.seen) == 1


async def test_a_service_that_wants_a_long_rest_is_not_asked_by_anyone_and_nobody_hangs(tmp_path: Path) -> None:
    async with WebServer({"/": answer(429, b"", "Retry-After: 3600")}) as server:
        await failure(tmp_path, server, f"{server.url}/", retry_for=5.0)
        started = time.monotonic()
        error = await failure(tmp_path, server, f"{server.url}/other", retry_for=5.0)
        assert error.kind == "rate_limited"
        assert error.transient
        assert error.retry_after is not None
        assert 3500 < error.retry_after <= 3600
        assert time.monotonic() - started < 8.0
        assert len(server.seen) == 1


async def test_those_who_wait_already_give_up_as_well(tmp_path: Path) -> None:
    async with WebServer({"/": answer(429, b"", "Retry-After: 3600")}) as server:
        async with web_for(tmp_path, server, retry_for=5.0) as web:
            slow = Pace(4, at_once=1)
            asked = [web.get(Request("service", f"{server.url}/", slow), whole) for _ in range(20)]
            outcomes = await asyncio.wait_for(asyncio.gather(*asked, return_exceptions=True), 5.0)
        assert {getattr(outcome, "kind", None) for outcome in outcomes} == {"rate_limited"}
        assert len(server.seen) == 1


# Bounded time


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Long: "],
    ids=["no head", "a slow body", "a slow header"],
)
async def test_a_byte_now_and_then_does_not_keep_us(tmp_path: Path, head: bytes) -> None:
    async with WebServer({"/": dribble(head, 0.05)}) as server:
        started = time.monotonic()
        error = await failure(tmp_path, server, f"{server.url}/", seconds=0.5)
        assert error.kind in ("timeout", "cut_off" if head == b"" else "timeout")
        assert error.transient
        assert time.monotonic() - started < 8.0


async def test_one_request_may_be_given_more_time_than_the_others(tmp_path: Path) -> None:
    async with WebServer({"/": answer(200, b"late", delay=0.6)}) as server:
        async with web_for(tmp_path, server, seconds=0.2) as web:
            request = Request("service", f"{server.url}/", QUICK)
            reply = await web.get(request, whole, Bounds(seconds=3.0, largest=MB, retry_for=0.0))
        assert reply.body == b"late"


async def test_headers_without_end_are_cut_off(tmp_path: Path) -> None:
    async with WebServer() as server:
        server.routes["/"] = server.endless(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"y" * 1000 + b"\r\n", 200_000)
        error = await failure(tmp_path, server, f"{server.url}/")
        assert error.kind == "cut_off"
        assert server.written < 20 * MB


@pytest.mark.parametrize(
    "answered",
    [
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nhalf"),
        raw(b""),
        raw(b"not HTTP at all\r\n\r\n"),
        answer(200, b"this is no gzip", "Content-Encoding: gzip"),
        answer(200, b"packed in another way", "Content-Encoding: br"),
        answer(200, gzip.compress(b"whole" * 1000)[:-20], "Content-Encoding: gzip"),
    ],
    ids=[
        "cut short",
        "cut within a chunk",
        "no answer",
        "another protocol",
        "no gzip",
        "not what was asked for",
        "half a gzip",
    ],
)
async def test_half_an_answer_is_no_answer(tmp_path: Path, answered: Any) -> None:
    async with WebServer({"/": answered}) as server:
        error = await failure(tmp_path, server, f"{server.url}/")
        assert (error.kind, error.transient) == ("cut_off", True)


async def test_a_port_where_nobody_listens_is_unreachable(tmp_path: Path) -> None:
    async with WebServer() as server:
        pass
    error = await failure(tmp_path, server, f"{server.url}/a/long/path?that=tells&nothing=here")
    assert (error.kind, error.transient) == ("unreachable", True)
    assert error.message.endswith(f": {server.url}"), "of who cannot be reached the host is told, no more"
    assert "layline doctor" in error.remedy


@pytest.mark.parametrize("greeting", [b"\x00garbage\xff" * 100, b"HTTP/1.1 400 Bad Request\r\n\r\n", b""])
async def test_garbage_instead_of_tls_is_unreachable(tmp_path: Path, greeting: bytes) -> None:
    async def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(greeting)
        writer.close()

    plain = await asyncio.start_server(greet, "127.0.0.1", 0)
    server = WebServer()
    server.port = int(plain.sockets[0].getsockname()[1])
    error = await failure(tmp_path, server, f"https://{server.authority}/")
    plain.close()
    assert (error.kind, error.transient) == ("unreachable", True)


# Bounded memory


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
    ],
    ids=["announced", "not announced"],
)
async def test_a_body_of_a_gigabyte_is_dropped_at_the_bound(tmp_path: Path, head: bytes) -> None:
    async with WebServer() as server:
        server.routes["/"] = server.endless(head, bytes(MB // 10), 10_000)
        error, peak = await measured(tmp_path, server, retry_for=5.0)
        assert (error.kind, error.transient) == ("too_large", False)
        assert server.written < 12 * MB
        assert peak < 12 * MB
        assert len(server.seen) == 1


async def test_a_gzip_bomb_is_dropped_at_the_bound(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(300 * MB), compresslevel=9)
    async with WebServer({"/": answer(200, bomb, "Content-Encoding: gzip")}) as server:
        error, peak = await measured(tmp_path, server, retry_for=5.0)
        assert error.kind == "too_large"
        assert peak < 12 * MB


async def test_a_bomb_within_a_bomb_is_not_even_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(gzip.compress(bytes(300 * MB), compresslevel=9), compresslevel=9)
    async with WebServer({"/": answer(200, bomb, "Content-Encoding: gzip, gzip")}) as server:
        error, peak = await measured(tmp_path, server)
        assert error.kind == "cut_off"
        assert peak < 12 * MB


async def test_a_packed_body_of_several_members_is_read_to_its_end(tmp_path: Path) -> None:
    body = gzip.compress(b"one " * 1000) + gzip.compress(b"two " * 1000)
    async with WebServer({"/": answer(200, body, "Content-Encoding: gzip")}) as server:
        async with web_for(tmp_path, server) as web:
            reply = await web.get(Request("service", f"{server.url}/", QUICK), whole)
        assert reply.body == b"one " * 1000 + b"two " * 1000
        assert server.seen[0].headers["accept-encoding"] == "gzip"


async def measured(folder: Path, server: WebServer, **bounds: float) -> tuple[WebError, int]:
    """The failure, and the peak of memory in bytes that Python took meanwhile."""
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        error = await failure(folder, server, f"{server.url}/", seconds=30.0, **bounds)
        return error, tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()


# What must not be asked twice


@pytest.mark.parametrize("status", [401, 402, 403, 407, 451])
async def test_a_refusal_is_final(tmp_path: Path, status: int) -> None:
    async with WebServer({"/": answer(status, b"no")}) as server:
        error = await failure(tmp_path, server, f"{server.url}/", retry_for=5.0)
        assert (error.kind, error.status, error.transient) == ("forbidden", status, False)
        assert len(server.seen) == 1


@pytest.mark.parametrize("status", [200, 304, 400, 404, 410, 422])
async def test_any_other_answer_is_for_the_reader_to_judge(tmp_path: Path, status: int) -> None:
    page = answer(status, b"" if status == 304 else b"<html>", "Content-Type: text/html; charset=x")
    async with WebServer({"/": page}) as server, web_for(tmp_path, server, retry_for=5.0) as web:
        reply = await web.get(Request("service", f"{server.url}/", QUICK), whole)
        assert (reply.status, reply.content_type) == (status, "text/html")
        assert len(server.seen) == 1


# Redirects


async def test_a_chain_of_redirects_is_followed_to_its_end(tmp_path: Path) -> None:
    steps = {f"/{step}": redirect(f"/{step + 1}", 301 + step % 2) for step in range(6)}
    async with WebServer({**steps, "/6": answer(200, b"end")}) as server, web_for(tmp_path, server) as web:
        reply = await web.get(Request("service", f"{server.url}/0", QUICK, {"a": "b"}), whole)
        assert (reply.body, reply.url) == (b"end", f"{server.url}/6")
        assert reply.asked == f"{server.url}/0?a=b"


async def test_redirects_in_a_circle_end(tmp_path: Path) -> None:
    async with WebServer({"/": redirect("/")}) as server:
        error = await failure(tmp_path, server, f"{server.url}/", retry_for=5.0)
        assert (error.kind, error.transient) == ("redirects", False)
        assert len(server.seen) == 7


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{other}/secret",
        "http://localhost:{other}/secret",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:{other}/secret",
        "http://[::ffff:127.0.0.1]:{other}/secret",
        "http://[::ffff:7f00:1]:{other}/secret",
        "http://[64:ff9b::7f00:1]:{other}/secret",
        "http://[2002:7f00:1::]:{other}/secret",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://2130706433:{other}/secret",
        "http://0x7f000001:{other}/secret",
        "http://0177.0.0.1:{other}/secret",
        "http://127.1:{other}/secret",
        "http://0.0.0.0:{other}/secret",
        "http://10.0.0.1/",
        "http://192.168.0.1/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "file:///etc/passwd",
        "ftp://example.org/paper.pdf",
        "gopher://127.0.0.1:{other}/",
        "data:text/plain,hello",
        "javascript:alert(1)",
        "http://user:password@example.org/",
        "http://example.org:0/",
        "http://[::1",
        "http://example.org:99999/",
        "//127.0.0.1:{other}/secret",
    ],
)
async def test_a_redirect_into_our_own_network_or_out_of_the_web_is_refused(tmp_path: Path, target: str) -> None:
    async with WebServer({"/secret": answer(200, b"secret")}) as other, WebServer() as server:
        server.routes["/"] = redirect(target.format(other=other.port))
        started = time.monotonic()
        error = await failure(tmp_path, server, f"{server.url}/", retry_for=5.0)
        assert (error.kind, error.transient) == ("address_refused", False)
        assert time.monotonic() - started < 8.0
        assert len(server.seen) == 1
        assert not other.seen


async def test_a_name_that_has_any_address_of_ours_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with WebServer({"/secret": answer(200, b"secret")}) as other, WebServer() as server:
        resolve_to(monkeypatch, "rebinding.example", "93.184.215.14", "127.0.0.1")
        server.routes["/"] = redirect(f"http://rebinding.example:{other.port}/secret")
        error = await failure(tmp_path, server, f"{server.url}/", retry_for=5.0)
        assert error.kind == "address_refused"
        assert not other.seen


async def test_the_address_that_was_checked_is_the_one_that_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that says `public` at first and `127.0.0.1` then is asked but once."""
    async with WebServer({"/": answer(200, b"ours")}) as other, WebServer() as server:
        resolve_to(monkeypatch, "rebinding.example", "192.0.2.1", then="127.0.0.1")
        error = await failure(tmp_path, server, f"http://rebinding.example:{other.port}/", seconds=0.5)
        assert error.kind in ("address_refused", "unreachable", "timeout")
        assert not other.seen


async def test_a_name_whose_first_address_is_dead_is_reached_at_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with WebServer({"/": answer(200, b"reached")}) as server:
        resolve_to(monkeypatch, "two.example", "::1", "127.0.0.1")
        web = Web(
            user_agent="layline-tests",
            cache=WebCache(tmp_path / "web"),
            turns=SharedTurns(tmp_path / "turns"),
            bounds=Bounds(2.0, MB, 0.0),
            allowed=(f"two.example:{server.port}",),
        )
        reply = await web.get(Request("service", f"http://two.example:{server.port}/", QUICK), whole)
        await web.aclose()
        assert reply.body == b"reached"


def resolve_to(monkeypatch: pytest.MonkeyPatch, name: str, *addresses: str, then: str | None = None) -> None:
    """Have a name resolve to these addresses; after the first question, to `then`."""
    real, asked = socket.getaddrinfo, [False]

    def resolve(host: Any, port: Any, *more: Any, **named: Any) -> Any:
        if host not in (name, name.encode()):
            return real(host, port, *more, **named)
        found = (then,) if then and asked[0] else addresses
        asked[0] = True
        return [
            (socket.AF_INET6 if ":" in one else socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found
        ]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


# Keys


async def test_a_redirect_to_another_host_takes_neither_keys_nor_headers_along(tmp_path: Path) -> None:
    async with WebServer({"/text": answer(200, b"text")}) as other, WebServer() as server:
        server.routes["/"] = redirect(f"{other.url}/text")
        web = Web(
            user_agent="layline-tests",
            cache=WebCache(tmp_path / "web"),
            turns=SharedTurns(tmp_path / "turns"),
            bounds=Bounds(2.0, MB, 0.0),
            allowed=(server.authority, other.authority),
        )
        headers = {"X-Token": SECRET, "accept": "text/x"}
        request = Request("service", f"{server.url}/", QUICK, {}, {"api_key": SECRET}, headers, max_age=60)
        await web.get(request, whole)
        await web.aclose()
        assert "api_key=k%2F3y%2Bsecret" in server.seen[0].target
        assert server.seen[0].headers["x-token"] == SECRET
        assert other.seen[0].target == "/text"
        assert other.seen[0].headers["accept"] == "text/x"
        assert SECRET not in str(other.seen[0])
        assert b"text" in on_disk(tmp_path)
        assert b"k/3y" not in on_disk(tmp_path)


@pytest.mark.parametrize("shown", [SECRET, "k%2F3y%2Bsecret"])
async def test_a_server_that_puts_our_key_into_another_hosts_address_does_not_get_it_there(
    tmp_path: Path, shown: str
) -> None:
    async with WebServer() as other, WebServer() as server:
        server.routes["/"] = redirect(f"{other.url}/?api_key={shown}")
        error = await failure(tmp_path, server, f"{server.url}/", retry_for=5.0)
        assert error.kind == "address_refused"
        assert not other.seen


async def test_a_server_that_repeats_our_key_does_not_bring_it_into_the_cache(tmp_path: Path) -> None:
    echo = answer(200, b"fine", f"Link: <https://x.example/?api_key={SECRET}>", "Set-Cookie: session=1234")
    async with WebServer({"/": redirect("/again?api_key=k%2F3y%2Bsecret"), "/again": echo}) as server:
        async with web_for(tmp_path, server) as web:
            request = Request("service", f"{server.url}/", QUICK, {}, {"api_key": SECRET}, max_age=60)
            reply = await web.get(request, whole)
        assert "secret" not in reply.url
        kept = on_disk(tmp_path)
        assert b"fine" in kept
        assert b"k/3y" not in kept
        assert b"k%2F3y" not in kept
        assert b"session=1234" not in kept


def on_disk(folder: Path) -> bytes:
    """All that was written below a folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_no_log_holds_a_key(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with WebServer({"/": answer(200, b"fine")}) as server, web_for(tmp_path, server) as web:
        request = Request("service", f"{server.url}/", QUICK, {}, {"api_key": SECRET}, {"X-Token": SECRET})
        await web.get(request, whole)
    assert SECRET not in caplog.text
    assert "k%2F3y" not in caplog.text


# Memory


async def test_what_was_kept_is_not_asked_again_and_what_the_reader_refuses_is_not_kept(tmp_path: Path) -> None:
    def refused(reply: Reply) -> Reply:
        raise bad_reply("service", "nonsense")

    async with WebServer({"/": answer(200, b"fine")}) as server, web_for(tmp_path, server) as web:
        request = Request("service", f"{server.url}/", QUICK, max_age=60)
        with pytest.raises(WebError, match="nonsense"):
            await web.get(request, refused)
        first, second = await web.get(request, whole), await web.get(request, whole)
        assert (first.from_cache, second.from_cache) == (False, True)
        assert second.body == b"fine"
        assert len(server.seen) == 2
        with pytest.raises(WebError, match="nonsense"):
            await web.get(request, refused)
        assert len(server.seen) == 3
