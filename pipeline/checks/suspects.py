"""Which of many texts a check has something to say about: nearly all are clean, and most checks see it at a glance."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Final

from pipeline.checks.declaration import Find, Surface, TextCheck

_SHORT: Final = 400
"""Characters; longer texts hardly ever stand on two pages."""
_MOST: Final = 50_000


class Cleared:
    """Texts in which nothing was found, across the pages of a site, which share their menus and their small print."""

    def __init__(self) -> None:
        self._texts: defaultdict[Surface, set[str]] = defaultdict(set)
        self._room = _MOST

    def without(self, texts: Iterable[str], surface: Surface) -> list[str]:
        """The texts that are not known to be clean there."""
        known = self._texts[surface]
        return [text for text in texts if text not in known]

    def add(self, texts: Iterable[str], surface: Surface) -> None:
        """Remember clean texts; what is remembered stays bounded."""
        known = self._texts[surface]
        if len(known) > self._room:
            known.clear()
        known.update(text for text in texts if len(text) <= _SHORT)

    def keep(self, texts: Iterable[str], surface: Surface) -> None:
        """Remember texts of any length that are known to be clean, and that the caller holds anyway."""
        known = self._texts[surface]
        before = len(known)
        known.update(texts)
        self._room += len(known) - before


def suspects(texts: Collection[str], checks: Iterable[tuple[TextCheck, Find]]) -> frozenset[str]:
    """The texts in which a check finds something, or on which one may break down.

    Each check's hint is asked about all texts at once, each behind a line break. A check whose hint says no still looks
    at the first text: one that is broken outright must not go unnoticed because nothing gave it work. Where anything
    raises, every text is a suspect: whoever looks at them one by one learns which check it was, and on which text.
    """
    together = "".join(f"\n{text}" for text in texts)
    try:
        return frozenset(_fired(texts, together, checks))
    except Exception:  # noqa: BLE001  # raised again, and put on record, where the suspects are looked at
        return frozenset(texts)


def _fired(texts: Iterable[str], together: str, checks: Iterable[tuple[TextCheck, Find]]) -> Iterator[str]:
    for check, find in checks:
        hinted = check.hint is None or check.hint(together)
        yield from (text for text in (texts if hinted else islice(texts, 1)) if next(find(text), None))
