"""Dates stand on pages as people say them."""

import pytest

from pipeline.export.dates import told_date, told_moment


@pytest.mark.parametrize(
    ("moment", "told", "within"),
    [
        ("2026-05-03", "3 May 2026", "on 3 May 2026"),
        ("2026-12-31T23:59:59+00:00", "31 December 2026", "on 31 December 2026"),
        ("2026-05", "May 2026", "in May 2026"),
        ("2026", "2026", "in 2026"),
        ("2026-13-01", "2026-13-01", "in 2026-13-01"),
        ("", "", "in "),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(moment: str, told: str, within: str) -> None:
    assert (told_date(moment), told_moment(moment)) == (told, within)
