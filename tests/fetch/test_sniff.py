import pytest

from pipeline.fetch.sniff import sniff
from pipeline.models.source import MediaType

JATS_WITH_PROLOGUE = b"""<?xml version="1.0"?><!-- a comment <html> -->
<!DOCTYPE article PUBLIC "x" "y" [ <!ENTITY a "b"> ]><article article-type="research-article">"""


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7 ...", MediaType.PDF),
        (b"junk before the header\n%PDF-1.4", MediaType.PDF),
        (JATS_WITH_PROLOGUE, MediaType.JATS),
        (b"\xef\xbb\xbf<article>", MediaType.JATS),
        ("<article>".encode("utf-16"), MediaType.JATS),
        (b"<pmc-articleset><article>", MediaType.JATS),
        (b"<!DOCTYPE html><title>Preparing to download</title>", MediaType.HTML),
        (b"<HTML><body>", MediaType.HTML),
        (b"<rss><channel>", MediaType.XML),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1", MediaType.GIT_LFS_POINTER),
        (b"", MediaType.EMPTY),
        (b" \n\t ", MediaType.EMPTY),
        ("Ein Text über Rückenmark".encode(), MediaType.TEXT),
        (b"\x00\x01\x02\xff", MediaType.UNKNOWN),
    ],
)
def test_bytes_are_what_they_are_whatever_their_name(data: bytes, expected: MediaType) -> None:
    assert sniff(data) is expected


def test_hostile_prologues_take_no_time() -> None:
    assert sniff(b"<!--" * 300_000) is MediaType.XML
    assert sniff(b"<?" * 300_000) is MediaType.XML
