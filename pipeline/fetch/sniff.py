"""What bytes are, by their own testimony: a file's name and a server's header are not believed."""

import re
from typing import Final

from pipeline.models.source import MediaType

_HEAD: Final = 65_536
_LFS: Final = b"version https://git-lfs.github.com/spec/"
_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]")
_PROLOGUE: Final = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!", b">"))
_JATS_ROOTS: Final = (b"article", b"pmc-articleset", b"OAI-PMH")


def sniff(data: bytes) -> MediaType:
    """The media type of `data`.

    A PDF may have junk before its header (ISO 32000, implementation note 13: within the first 1,024 bytes).
    """
    head = _utf8(data[:_HEAD])
    if not head.strip():
        return MediaType.EMPTY
    if b"%PDF-" in data[:1024]:
        return MediaType.PDF
    if head.startswith(_LFS):
        return MediaType.GIT_LFS_POINTER
    return _markup(head.lstrip()) if head.lstrip().startswith(b"<") else _text_or_unknown(head)


def _markup(head: bytes) -> MediaType:
    if re.match(rb"<!doctype\s+html|<html[\s>]", head, re.IGNORECASE):
        return MediaType.HTML
    root = _ROOT.match(_after_prologue(head))
    name = root.group(1) if root else b""
    if name.lower() in (b"html", b"head", b"body"):
        return MediaType.HTML
    return MediaType.JATS if name in _JATS_ROOTS else MediaType.XML


def _after_prologue(head: bytes) -> bytes:
    """What follows the XML declaration, comments and document type (an internal subset ends with `]>`)."""
    rest = head.lstrip()
    while rest.startswith((b"<?", b"<!")):
        closing = next(end for start, end in _PROLOGUE if rest.startswith(start))
        if closing == b">" and b"[" in rest[: rest.find(b">")]:
            closing = b"]>"
        _, _, rest = rest.partition(closing)
        rest = rest.lstrip()
    return rest


def _text_or_unknown(head: bytes) -> MediaType:
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        # the head may have cut the last character in two
        if error.start < len(head) - 3 or len(head) < _HEAD - 3:
            return MediaType.UNKNOWN
        return MediaType.TEXT
    return MediaType.UNKNOWN if "\x00" in text else MediaType.TEXT


def _utf8(head: bytes) -> bytes:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if head.startswith(mark):
            return head[: len(head) // 2 * 2].decode(encoding, "replace").encode()
    return head.removeprefix(b"\xef\xbb\xbf")
