"""The pages that list others: home, latest research, categories, and each category."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from pipeline.export.site.card import Card, category_links, category_path
from pipeline.export.site.frame import Frame, SiteFile
from pipeline.export.site.log import LogLine
from pipeline.export.site.planned import Planned
from pipeline.export.site.stable_parts import parted

_AT_HOME: Final = 10
_ON_A_PAGE: Final = 50
"""Cards on one page: with 300 characters each it stays far below 100 kB."""
_ON_THE_FIRST: Final = 25
"""Cards that the first page of a list keeps at least, so that it never looks empty; it has fewer than 75."""
_WELCOME: Final = (
    "Research explained in plain language. Beneath each statement stands the place in the paper it rests on."
)


def listings(cards: Sequence[Card], frame: Frame) -> Iterator[Planned]:
    """Every list of the site; `cards` come newest first."""
    older = "latest.html" if len(cards) > _AT_HOME else ""
    yield _planned(frame, "index.html", frame.title, cards[:_AT_HOME], older=older, description=_WELCOME)
    yield from _paged(cards, "Latest Research", _latest_path, frame)
    shelves = _by_category(cards)
    yield _categories({name: len(shelf) for name, shelf in shelves.items()}, frame)
    for name, shelf in shelves.items():
        yield from _paged(shelf, name, _path_in(name), frame)


def _by_category(cards: Iterable[Card]) -> dict[str, list[Card]]:
    """The cards of each category by its name, in the order of the alphabet.

    What differs in capitals alone has one page, under the name that the newest of its papers gives it.
    """
    names: dict[str, str] = {}
    shelves: defaultdict[str, list[Card]] = defaultdict(list)
    for card in cards:
        for path, name in {category_path(each): each for each in card.categories}.items():
            shelves[names.setdefault(path, name)].append(card)
    return {name: shelves[name] for name in sorted(shelves, key=str.casefold)}


def log_pages(lines: Sequence[LogLine], frame: Frame) -> Iterator[Planned]:
    """The log of the site; `lines` come newest first."""
    yield from _paged(lines, "Corrections", _log_path, frame, template="site/corrections.html")


def _categories(counts: dict[str, int], frame: Frame) -> Planned:
    links = category_links(counts, counts)

    def render() -> SiteFile:
        return frame.page("site/categories.html", "categories.html", "Categories", links=links)

    return Planned("categories.html", tuple(map(repr, links)), render)


def _paged(
    shown: Sequence[Card | LogLine],
    heading: str,
    path: Callable[[int], str],
    frame: Frame,
    *,
    template: str = "site/listing.html",
) -> Iterator[Planned]:
    """The first page, at the path of 0, has the newest; those behind it are numbered from the oldest, which is 1."""
    parts = parted(shown, _ON_A_PAGE, _ON_THE_FIRST)
    last = len(parts.older)
    older = path(last) if last else ""
    yield _planned(frame, path(0), heading, parts.front, older=older, template=template)
    for number, part in zip(range(last, 0, -1), parts.older, strict=True):
        newer, older = path(number + 1 if number < last else 0), path(number - 1) if number > 1 else ""
        title = f"{heading}, archive page {number}"
        yield _planned(frame, path(number), title, part, newer=newer, older=older, template=template)


def _planned(
    frame: Frame,
    path: str,
    heading: str,
    shown: Sequence[Card | LogLine],
    *,
    template: str = "site/listing.html",
    **values: Any,
) -> Planned:
    def render() -> SiteFile:
        return frame.page(template, path, heading, cards=shown, **({"newer": "", "older": ""} | values))

    told = (each.digest if isinstance(each, Card) else repr(each) for each in shown)
    cards = [each for each in shown if isinstance(each, Card)]
    return Planned(path, (template, heading, repr(sorted(values.items())), *told), render, cards)


def _latest_path(number: int) -> str:
    return f"latest{f'~{number}' if number else ''}.html"


def _log_path(number: int) -> str:
    return f"corrections{f'~{number}' if number else ''}.html"


def _path_in(category: str) -> Callable[[int], str]:
    return lambda number: category_path(category, number)
