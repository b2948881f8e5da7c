"""The DOIs on a page, wherever they stand: in its text, its links, its metadata, its JSON-LD."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final
from urllib.parse import unquote

from pipeline.fetch.identifiers import read_identifier
from pipeline.models.ids import Doi

_ADDRESS: Final = re.compile(r"https?:(?:\\?/){2}(?:[^\s\"'<>\\]|\\/){1,2000}", re.IGNORECASE)
_BARE: Final = re.compile(r"\b10\.\d{4,9}(?:\.\d{1,9}){0,5}(?:\\?/|%2F)[^\s\"'<>\\]{1,300}", re.IGNORECASE)
_QUOTES: Final = re.compile("[\"'<>\u201c\u201d\u2018\u2019\\s]")


def dois_in(data: bytes) -> tuple[Doi, ...]:
    """Every DOI on the page once, in the order in which they stand there."""
    text = data.decode("utf-8", "replace")
    return tuple(dict.fromkeys(_found(text)))


def _found(text: str) -> Iterator[Doi]:
    last = 0
    for address in _ADDRESS.finditer(text):
        yield from _bare(text[last : address.start()])
        last = address.end()
        found = read_identifier(_plain(address.group()).split("#")[0])
        if isinstance(found, Doi):
            yield found
    yield from _bare(text[last:])


def _bare(text: str) -> Iterator[Doi]:
    for written in _BARE.finditer(text):
        try:
            yield Doi.parse(unquote(_plain(written.group())))
        except ValueError:
            continue  # it only began like one


def _plain(written: str) -> str:
    """Without the escapes of JSON and HTML, and what follows a quotation mark that was hidden in one."""
    return _QUOTES.split(unescape(written.replace("\\/", "/")), maxsplit=1)[0]
