"""How a search remembers where it stands."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from pipeline.config import Watch
from pipeline.errors import FetchError
from pipeline.fetch.watch import place as module
from pipeline.fetch.watch.place import Place

TODAY = date(2026, 11, 24)
WATCH = Watch(name="w", source="crossref", query="standing")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_today", lambda: TODAY)


def _window(place: Place) -> tuple[date, date, str | None]:
    return place.first, place.last, place.mark


def test_the_first_search_looks_back_thirty_days_or_to_the_day_that_was_set() -> None:
    assert _window(Place.of_cursor(WATCH, None)) == (TODAY - timedelta(days=30), TODAY, None)
    since = WATCH.model_copy(update={"since": date(2026, 1, 1)})
    assert _window(Place.of_cursor(since, None)) == (date(2026, 1, 1), TODAY, None)


def test_the_next_search_overlaps_the_last_but_begins_no_earlier_than_was_set() -> None:
    done = Place.of_cursor(WATCH, None).page((), None)
    assert not done.more
    assert _window(Place.of_cursor(WATCH, done.cursor))[:2] == (TODAY - timedelta(days=7), TODAY)
    recent = WATCH.model_copy(update={"since": TODAY - timedelta(days=2)})
    done = Place.of_cursor(recent, None).page((), None)
    assert Place.of_cursor(recent, done.cursor).first == TODAY - timedelta(days=2)


def test_an_interrupted_search_goes_on_in_its_own_window_and_then_up_to_today(monkeypatch: pytest.MonkeyPatch) -> None:
    middle = Place.of_cursor(WATCH, None).page((), "m1")
    monkeypatch.setattr(module, "_today", lambda: TODAY + timedelta(days=3))
    place = Place.of_cursor(WATCH, middle.cursor)
    assert _window(place) == (TODAY - timedelta(days=30), TODAY, "m1")
    done = place.page((), None)
    assert done.more
    assert Place.of_cursor(WATCH, done.cursor).last == TODAY + timedelta(days=3)


def test_a_mark_that_has_gone_stale_begins_its_window_again(monkeypatch: pytest.MonkeyPatch) -> None:
    middle = Place.of_cursor(WATCH, None).page((), "m1")
    minutes = timedelta(minutes=4)
    assert Place.of_cursor(WATCH, middle.cursor, good_for=minutes).mark == "m1"

    class Later(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) + timedelta(minutes=5)

    monkeypatch.setattr(module, "datetime", Later)
    assert Place.of_cursor(WATCH, middle.cursor, good_for=minutes).mark is None


@pytest.mark.parametrize("cursor", ["", "{", "[]", "null", "17", '{"of": 1}', "2026-11-01", "[" * 100_000])
def test_a_cursor_that_cannot_be_read_is_like_none(cursor: str) -> None:
    assert Place.of_cursor(WATCH, cursor) == Place.of_cursor(WATCH, None)


def test_another_query_under_the_same_name_is_searched_from_its_beginning() -> None:
    done = Place.of_cursor(WATCH, None).page((), None)
    other = WATCH.model_copy(update={"query": "sitting"})
    assert Place.of_cursor(other, done.cursor).first == TODAY - timedelta(days=30)


def test_a_listing_without_an_end_is_given_up_by_name() -> None:
    place = Place.of_cursor(WATCH, None)
    for number in range(1_000):
        place = Place.of_cursor(WATCH, place.page((), str(number)).cursor)
    with pytest.raises(FetchError) as caught:
        place.page((), "more")
    assert caught.value.kind == "too_many"
