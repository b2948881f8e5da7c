"""The pages that list others: home, latest research, categories, and each category."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from pipeline.export.site.card import Card, category_links, category_path
from pipeline.export.site.frame import Frame, SiteFile
from pipeline.export.site.log import LogLine

_AT_HOME: Final = 10
_ON_A_PAGE: Final = 50
"""Cards on one page: with 300 characters each it stays far below 100 kB."""


def listings(cards: Sequence[Card], frame: Frame) -> Iterator[SiteFile]:
    """Every list of the site; `cards` come newest first."""
    welcome = "Research explained in plain language. Beneath each statement stands the place in the paper it rests on."
    yield frame.page("site/listing.html", "index.html", frame.title, welcome, cards=cards[:_AT_HOME], newer="",
                     older="latest.html" if len(cards) > _AT_HOME else "")  # fmt: skip
    yield from _paged(cards, "Latest Research", _latest_path, frame)
    counts = Counter(category for card in cards for category in dict.fromkeys(card.categories))
    names = sorted(counts, key=str.casefold)
    yield frame.page("site/categories.html", "categories.html", "Categories", links=category_links(names, counts))
    for name in names:
        yield from _paged([card for card in cards if name in card.categories], name, _path_in(name), frame)


def log_pages(lines: Sequence[LogLine], frame: Frame) -> Iterator[SiteFile]:
    """The log of the site; `lines` come newest first."""
    yield from _paged(lines, "Corrections", _log_path, frame, template="site/corrections.html")


def _paged(
    shown: Sequence[Card] | Sequence[LogLine],
    heading: str,
    path: Callable[[int], str],
    frame: Frame,
    *,
    template: str = "site/listing.html",
) -> Iterator[SiteFile]:
    last = max(1, -(-len(shown) // _ON_A_PAGE))
    for number in range(1, last + 1):
        part = shown[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]
        title = heading if last == 1 else f"{heading}, page {number} of {last}"
        newer, older = path(number - 1) if number > 1 else "", path(number + 1) if number < last else ""
        yield frame.page(template, path(number), title, cards=part, newer=newer, older=older)


def _latest_path(number: int) -> str:
    return f"latest{f'~{number}' if number > 1 else ''}.html"


def _log_path(number: int) -> str:
    return f"corrections{f'~{number}' if number > 1 else ''}.html"


def _path_in(category: str) -> Callable[[int], str]:
    return lambda number: category_path(category, number)
