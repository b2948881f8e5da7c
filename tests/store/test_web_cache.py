"""What services said is kept whole, or not at all, and never with a key."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.models.web_reply import Reply
from pipeline.store.web_cache import WebCache

KEY = "GET https://service.example/?q=cord "


def reply(body: bytes = b"\x00\nbody\r\n", *, age: timedelta = timedelta(0)) -> Reply:
    headers = {"content-type": "text/plain", "set-cookie": "session=1234", "Authorization": "Bearer 1234", "etag": "é"}
    return Reply(200, headers, body, "https://b.example/", "https://a.example/", datetime.now(UTC) - age)


def kept_file(folder: Path) -> Path:
    (path,) = folder.rglob("*.reply")
    return path


def test_a_reply_comes_back_as_it_was_but_for_cookies_and_keys(tmp_path: Path) -> None:
    cache, given = WebCache(tmp_path), reply()
    cache.keep(KEY, given)
    found = WebCache(tmp_path).find(KEY, max_age=60)
    assert found == replace(given, headers={"content-type": "text/plain", "etag": "é"}, from_cache=True)
    assert b"1234" not in kept_file(tmp_path).read_bytes()
    assert kept_file(tmp_path).parent.name == kept_file(tmp_path).name[:2]


def test_a_newer_reply_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    cache = WebCache(tmp_path)
    cache.keep(KEY, reply(b"old"))
    cache.keep(KEY, reply(b"new"))
    found = cache.find(KEY, max_age=60)
    assert found is not None
    assert found.body == b"new"


@pytest.mark.parametrize(
    ("age", "found"),
    [
        (timedelta(seconds=50), True),
        (timedelta(seconds=70), False),
        (timedelta(hours=-1), True),
        (timedelta(days=-2), False),
    ],
    ids=["young", "old", "from a clock that runs a little ahead", "from the future"],
)
def test_only_a_reply_that_is_young_enough_will_do(tmp_path: Path, age: timedelta, found: bool) -> None:
    cache = WebCache(tmp_path)
    cache.keep(KEY, reply(age=age))
    assert (cache.find(KEY, max_age=60) is not None) is found
    assert not cache.damaged


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data.replace(b"body", b"bode"),
        lambda data: b"[]\n",
        lambda data: b"null\nbody",
        lambda data: b"\xff\xfe\n",
        lambda data: data.replace(b"cord", b"cold"),
        lambda data: data.replace(b'"retrieved_at": "2', b'"retrieved_at": "x'),
        lambda data: data.replace(b'"headers": {', b'"headers": [{').replace(b"},", b"}],", 1),
    ],
)
def test_a_spoiled_file_is_absent_and_named(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    cache = WebCache(tmp_path)
    cache.keep(KEY, reply())
    path = kept_file(tmp_path)
    path.write_bytes(spoil(path.read_bytes()))
    assert cache.find(KEY, max_age=60) is None
    assert cache.damaged == [path]
    cache.keep(KEY, reply())
    assert cache.find(KEY, max_age=60) is not None


def test_a_folder_in_the_place_of_a_file_is_absent_and_named(tmp_path: Path) -> None:
    cache = WebCache(tmp_path)
    cache.keep(KEY, reply())
    path = kept_file(tmp_path)
    path.unlink()
    path.mkdir()
    assert cache.find(KEY, max_age=60) is None
    assert cache.damaged == [path]
