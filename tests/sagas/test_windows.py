"""Windows by country, customary ones where none is known, and seasons."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.model.world import Window
from mercato.sagas.windows import Calendar, Kind, season

KNOWN = Calendar([Window("Turkey", "summer 2024", date(2024, 6, 15), date(2024, 9, 13))], {"galatasaray": "Turkey"}.get)
TURKEY, NOWHERE, SEASON = Kind(False, "Turkey"), Kind(False, None), Kind(True, "Turkey")


@pytest.mark.parametrize(
    ("kind", "day", "name"),
    [
        (TURKEY, date(2024, 9, 13), "summer 2024"),
        (TURKEY, date(2024, 9, 14), "winter 2025"),
        (TURKEY, date(2019, 8, 1), "summer 2019"),
        (NOWHERE, date(2024, 9, 1), "summer 2024"),
        (NOWHERE, date(2024, 9, 2), "winter 2025"),
        (NOWHERE, date(2024, 12, 31), "winter 2025"),
        (NOWHERE, date(2024, 2, 1), "summer 2024"),
        (SEASON, date(1999, 12, 31), "1999/00"),
        (SEASON, date(2025, 6, 30), "2024/25"),
    ],
)
def test_the_window_open_or_next_to_open(kind: Kind, day: date, name: str) -> None:
    assert KNOWN.at(kind, day).name == name


def test_a_window_is_just_closed_for_ten_days() -> None:
    assert KNOWN.closed(TURKEY, date(2024, 9, 13)) is None
    closed = KNOWN.closed(TURKEY, date(2024, 9, 23))
    assert closed and closed.name == "summer 2024"
    assert KNOWN.closed(TURKEY, date(2024, 9, 24)) is None


def test_a_club_has_its_country() -> None:
    assert KNOWN.country("galatasaray") == "Turkey"
    assert KNOWN.country(None) is KNOWN.country("nobody") is None


def test_seasons_are_named_by_both_years() -> None:
    assert season(2025) == Window("", "2025/26", date(2025, 7, 1), date(2026, 6, 30))


@given(st.dates(date(3, 1, 1), date(9990, 1, 1)), st.sampled_from([TURKEY, NOWHERE, SEASON]))
def test_every_day_has_a_window_that_is_not_over(day: date, kind: Kind) -> None:
    window = KNOWN.at(kind, day)
    assert window.closes >= day
    assert (window.opens - day).days < 250
