"""Ways to spoil what renders: a filter that prints objects, a format that puts an object where a text belongs."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final
from unittest.mock import patch

from evals.spoiled.templates import TEMPLATES
from evals.spoiled.way import Victim, Way
from pipeline.export import html_format
from pipeline.export.contract import PublishedPage
from pipeline.export.formats import FORMATS, Format
from pipeline.export.index import IndexEntry, entry_of
from pipeline.export.lists.listed import Listed, listed
from pipeline.export.site.card import lead_of, terms_of
from pipeline.export.site.frame import Frame, SiteFile
from pipeline.export.site.paper_page import paper_page
from pipeline.models.summary import claims
from pipeline.publish import folder, published_list, site

Bytes = Callable[[bytes, PublishedPage], bytes]
_LISTS: Final = ("csv", "ris", "bibtex")


def _printing_objects(template: str) -> Callable[[Victim], Any]:
    """The guard that lets only text be printed is gone, and a template prints an object."""
    way = next(way for way in TEMPLATES if way.name == template)

    @contextmanager
    def spoiled(victim: Victim) -> Iterator[None]:
        way.spoil(victim)
        _forget_templates()
        try:
            with patch.object(html_format, "_text_only", lambda value: value):
                yield
        finally:
            _forget_templates()

    return spoiled


def _forget_templates() -> None:
    html_format._environment.cache_clear()  # noqa: SLF001 - compiled templates hold the guard


def _in_bytes(change: Bytes) -> Callable[[Victim], Any]:
    """The bytes of the victim's page are changed where they are rendered, in whichever format."""

    @contextmanager
    def spoiled(victim: Victim) -> Iterator[None]:
        def changed(data: bytes, page: PublishedPage) -> bytes:
            return change(data, page) if page.id == victim.doi else data

        def site_page(page: PublishedPage, frame: Frame) -> SiteFile:
            file = paper_page(page, frame)
            return replace(file, data=changed(file.data, page))

        def spoiling(known: Format) -> Format:
            return replace(known, render=lambda page, own: changed(known.render(page, own), page))

        formats = {name: spoiling(known) for name, known in FORMATS.items()}
        with patch.dict(FORMATS, formats), patch.object(site, "paper_page", site_page):
            yield

    return spoiled


def _for_text(new: Callable[[str], str]) -> Bytes:
    """A statement that stands whole in the format (the tips of a page part some) is replaced."""

    def change(data: bytes, page: PublishedPage) -> bytes:
        text = next(claim.text for _, claim in claims(page.summary) if claim.text.encode() in data)
        return data.replace(text.encode(), new(text).encode())

    return change


def _in_json(change: Callable[[dict[str, Any]], None]) -> Bytes:
    def changed(data: bytes, _page: PublishedPage) -> bytes:
        value = json.loads(data)
        change(value)
        return json.dumps(value).encode()

    return changed


def _display(new: object) -> Callable[[dict[str, Any]], None]:
    return lambda value: value["display"]["limitations"].__setitem__(0, new)


def _in_entry(**changed: object) -> Callable[[Victim], Any]:
    """What the index, the lists and the search tell of the victim."""

    @contextmanager
    def spoiled(victim: Victim) -> Iterator[None]:
        def entry(page: PublishedPage) -> IndexEntry:
            known = entry_of(page)
            return known.model_copy(update=changed) if page.id == victim.doi else known

        def of_list(page: PublishedPage) -> Listed:
            return replace(listed(page), entry=entry(page))

        with (
            patch.object(folder, "entry_of", entry),
            patch.object(site, "entry_of", entry),
            patch.object(published_list, "listed", of_list),
        ):
            yield

    return spoiled


def _in_search(name: str, told: Callable[[PublishedPage], str]) -> Callable[[Victim], Any]:
    @contextmanager
    def spoiled(victim: Victim) -> Iterator[None]:
        known = {"lead_of": lead_of, "terms_of": terms_of}[name]
        with patch.object(site, name, lambda page: told(page) if page.id == victim.doi else known(page)):
            yield

    return spoiled


_MARKED: Final = ("md", "html", "site")
RENDERING: Final = (
    Way("filter lets objects through", _printing_objects("template: object printed"), ("html", "site")),
    Way("filter lets lists through", _printing_objects("template: list printed"), ("html", "site")),
    Way("filter lets None through", _printing_objects("template: None printed"), ("html", "site")),
    Way("renderer: [object Object]", _in_bytes(_for_text(lambda _: "[object Object]")), ("json", *_MARKED)),
    Way("renderer: Python object", _in_bytes(_for_text(lambda text: f"Claim(text='{text}')")), ("json", *_MARKED)),
    Way("renderer: Python dictionary", _in_bytes(_for_text(lambda text: f"{{'text': '{text}'}}")), ("json", *_MARKED)),
    Way("renderer: text dropped", _in_bytes(_for_text(lambda _: "")), ("json", *_MARKED)),
    Way("renderer: text cut", _in_bytes(_for_text(lambda text: text[: len(text) // 2])), ("json", *_MARKED)),
    Way("renderer: bytes cut off", _in_bytes(lambda data, _: data[: len(data) // 3]), ("json", *_MARKED)),
    Way("renderer: no bytes", _in_bytes(lambda *_: b""), ("json", *_MARKED)),
    Way("renderer: other encoding", _in_bytes(lambda data, _: data.decode().encode("utf-16")), ("json", *_MARKED)),
    Way("display: object", _in_bytes(_in_json(_display({"text": "The study was small."}))), ("json",)),
    Way("display: [object Object]", _in_bytes(_in_json(_display("[object Object]"))), ("json",)),
    Way("display: null", _in_bytes(_in_json(_display(None))), ("json",)),
    Way("display: number", _in_bytes(_in_json(_display(3))), ("json",)),
    Way("JSON: field gone", _in_bytes(_in_json(lambda value: value.pop("approval"))), ("json",)),
    Way(
        "entry: [object Object]",
        _in_entry(plain_title="[object Object]", title="[object Object]"),
        ("json", "site", *_LISTS),
    ),
    Way(
        "entry: Python object",
        _in_entry(plain_title="Claim(text='Small')", title="{'text': 'Small'}"),
        ("json", "site", *_LISTS),
    ),
    Way("entry: undefined", _in_entry(plain_title="undefined", title="undefined"), ("json", "site", *_LISTS)),
    Way("search: lead is an object", _in_search("lead_of", lambda page: str(page.summary.key_messages[0])), ("site",)),
    Way("search: lead is [object Object]", _in_search("lead_of", lambda _: "[object Object]"), ("site",)),
    Way("search: terms are objects", _in_search("terms_of", lambda page: str(page.summary.key_messages)), ("site",)),
)
