from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.models.ids import Sha256
from pipeline.store.payloads import Payloads, write_atomically


def test_a_payload_that_was_changed_on_disk_is_refused(tmp_path: Path) -> None:
    payloads, key = Payloads(tmp_path, ".json"), Sha256.of(b"whole")
    payloads.put(key, b"whole").write_bytes(b"half")
    with pytest.raises(StoreError, match="changed after it was written"):
        payloads.get_verified(key)


def test_a_payload_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is missing"):
        Payloads(tmp_path, ".json").get_verified(Sha256.of(b"never written"))


def test_what_is_there_is_never_rewritten_by_put(tmp_path: Path) -> None:
    payloads, key = Payloads(tmp_path, ""), Sha256.of(b"x")
    payloads.put(key, b"first")
    payloads.put(key, b"second")
    assert payloads.find(key) == b"first"


def test_a_write_that_fails_leaves_the_old_file_and_no_rubbish(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    write_atomically(target, b"old")
    with pytest.raises(TypeError):
        write_atomically(target, "not bytes")  # type: ignore[arg-type]
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
