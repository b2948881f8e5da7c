"""Names what a file is when it is not the paper that it was taken for."""

from typing import Final

from pipeline.errors import ParseError

_HEAD: Final = 2_048
_ANOTHER: Final = "Fetch the paper itself, as PDF or JATS XML, and run again with that file."


def refuse_what_is_no_paper(data: bytes, name: str) -> None:
    """Raise ParseError for an empty file, a web page or a Git LFS pointer, whatever it was taken for."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\x00").lower()
    if not head:
        raise ParseError(f"{name} is empty: it holds no text at all ({len(data)} bytes)", kind="empty", remedy=_ANOTHER)
    if head.startswith(b"version https://git-lfs.github.com/"):
        raise ParseError(
            f"{name} is a Git LFS pointer, not the file that it points to",
            kind="not_a_paper",
            remedy="Run `git lfs pull` in the repository that it comes from, then run again.",
        )
    if head.startswith((b"<!doctype html", b"<html")) or (
        b"<html" in head and not head.startswith((b"<?xml", b"%pdf"))
    ):
        raise ParseError(f"{name} is a web page (HTML), not a paper", kind="not_a_paper", remedy=_ANOTHER)
