"""What kind of page a file or an answer is: by its bytes where they tell, by its name or its server otherwise."""

import re
from typing import Final

PAGE_TYPES: Final = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".json": "application/json",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".txt": "text/plain",
    ".text": "text/plain",
}
"""By the ending of a file's name."""
_SERVED: Final = {
    **{media_type: media_type for media_type in PAGE_TYPES.values()},
    "application/xhtml+xml": "text/html",
    "application/ld+json": "application/json",
    "text/x-markdown": "text/markdown",
    "application/csv": "text/csv",
}
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_NO_TEXT: Final = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x00\x00\x00")


def type_by_name(name: str) -> str | None:
    """The media type that the ending of a name stands for, where it is one of a page."""
    dot = name.rfind(".")
    return PAGE_TYPES.get(name[dot:].lower()) if dot >= 0 else None


def type_of_answer(data: bytes, said: str, name: str) -> str | None:
    """The media type of what a server sent, with its charset; None for what is no page. `said` is Content-Type."""
    kind, semicolon, parameters = said.partition(";")
    if data.lstrip()[:8].startswith(_NO_TEXT):
        return None
    if _HTML.match(data[:2_048]):
        return f"text/html{semicolon}{parameters}"
    found = _SERVED.get(kind.strip().lower())
    by_name = type_by_name(name)
    if found == "text/plain" and by_name:
        found = by_name  # plain text is what servers say of what they do not know
    if found is None and kind.strip().lower() in ("", "application/octet-stream"):
        found = by_name
    return f"{found}{semicolon}{parameters}" if found else None
