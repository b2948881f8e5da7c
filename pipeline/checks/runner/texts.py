"""Runs the checks that look at one text, or at one list of texts, at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from typing import Final

from pipeline.checks.declaration import MOST_HITS, Find, ListCheck, Surface, TextCheck
from pipeline.checks.finding_of import finding_of
from pipeline.checks.leaves import Texts
from pipeline.checks.place import at_pointer
from pipeline.checks.runner.guarded import excerpt_of, guarded, of_kind
from pipeline.checks.suspects import suspects
from pipeline.models.finding import Finding


def in_texts(texts: Texts) -> Iterator[Finding]:
    """What is found in strings and in lists; places are JSON pointers."""
    yield from in_strings(texts)
    yield from _in_lists(texts)


def in_strings(texts: Texts) -> Iterator[Finding]:
    """What is found in strings alone."""
    for surface, strings in texts.strings.items():
        suspected = suspects_on((text for _, text in strings), surface)
        for place, text in strings:
            if text in suspected:
                yield from in_text(text, surface, at_pointer(place))


def suspects_on(texts: Iterable[str], surface: Surface) -> frozenset[str]:
    """The texts of a surface in which a check finds something, or on which one may break down."""
    # A page repeats itself: headings, quotes of one sentence. Each text is looked at once.
    return suspects(dict.fromkeys(texts), [(check, check.find_on(surface)) for check in _CHECKS_ON[surface]])


def in_text(text: str, surface: Surface, place: Callable[[int], str]) -> Iterator[Finding]:
    """What each check of its surface finds in a text; `place` names a place in it, by characters from 0."""
    for check in _CHECKS_ON[surface]:
        run = partial(_text_findings, check, check.find_on(surface), text, place)
        yield from guarded(check, place(0), run)


def _text_findings(check: TextCheck, find: Find, text: str, place: Callable[[int], str]) -> list[Finding]:
    hits = find(text)
    first = next(hits, None)
    if first is None:
        return []
    hits = chain((first,), hits)
    found = [
        finding_of(check, place(hit.start), hit.message, excerpt_of(text, hit.start, hit.end), hit.severity)
        for hit in islice(hits, MOST_HITS)
    ]
    if more := sum(1 for _ in hits):
        found.append(
            finding_of(check, place(0), f"{more} more findings of this kind in this text are not listed.", "", None)
        )
    return found


def _in_lists(found: Texts) -> Iterator[Finding]:
    for place, texts in found.lists:
        for check in of_kind(ListCheck):
            yield from guarded(check, place, partial(_list_findings, check, place, texts))


def _list_findings(check: ListCheck, place: str, texts: list[str]) -> list[Finding]:
    return [
        finding_of(check, f"{place}/{index}", hit.message, excerpt_of(texts[index], hit.start, hit.end), hit.severity)
        for index, hit in check.find(texts)
    ]


_CHECKS_ON: Final[Mapping[Surface, tuple[TextCheck, ...]]] = {
    surface: tuple(check for check in of_kind(TextCheck) if surface in check.applies_to) for surface in Surface
}
