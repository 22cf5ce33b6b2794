"""When an article appeared, in the many ways pages say it."""

from __future__ import annotations

from datetime import date

import pytest

from mercato.model.article import Basis, Published
from mercato.text.blocks import blocks
from mercato.text.dates import given_date, published_of, url_date

BODY = "The goalkeeper is wanted by the club, whose coach has long admired him and would like to see him again."


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-07-16", date(2024, 7, 16)),
        ("2026-08-22T17:32:48", date(2026, 8, 22)),
        ("Tue, 30 Jan 2018 10:00:00 GMT", date(2018, 1, 30)),
        ("March 24, 2017", date(2017, 3, 24)),
        ("25 luglio 2018", date(2018, 7, 25)),
        ("30 de agosto de 2025", date(2025, 8, 30)),
        ("1er août 2023", date(2023, 8, 1)),
        ("15. März 2021", date(2021, 3, 15)),
        ("27/07/2024", date(2024, 7, 27)),
        ("20170324", date(2017, 3, 24)),
        ("1517306400", date(2018, 1, 30)),
    ],
)
def test_day_given(given: str, day: date) -> None:
    assert given_date(given) == (day, day)


@pytest.mark.parametrize("given", ["", "09:46", "0000-00-00", "2023-02-30", "yesterday", "1850-01-01", "date", "99/99/9999", "-1", "9" * 400])
def test_malformed_is_unknown(given: str) -> None:
    assert given_date(given) is None


def test_month_and_year_are_intervals() -> None:
    assert given_date("2018-06") == (date(2018, 6, 1), date(2018, 6, 30))
    assert given_date("giugno 2018") == (date(2018, 6, 1), date(2018, 6, 30))
    assert given_date("2018") == (date(2018, 1, 1), date(2018, 12, 31))


def test_english_numbers_may_be_either_way_round() -> None:
    assert given_date("03/04/2017", "it") == (date(2017, 4, 3), date(2017, 4, 3))
    assert given_date("03/04/2017", "en") == (date(2017, 3, 4), date(2017, 4, 3))
    assert given_date("03/24/2017", "en") == (date(2017, 3, 24), date(2017, 3, 24))


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://example.org/sports/2018/01/30/some-title/", (date(2018, 1, 30), date(2018, 1, 30))),
        ("http://news.example.org/news/20170324/138713.shtml", (date(2017, 3, 24), date(2017, 3, 24))),
        ("https://example.org/football/2018/jan/30/title", (date(2018, 1, 30), date(2018, 1, 30))),
        ("https://example.org/2018/01/title", (date(2018, 1, 1), date(2018, 1, 31))),
        ("https://example.org/news/25334165.title/", None),
        ("https://example.org/article-11697337/2-0-win", None),
        ("not an address", None),
    ],
)
def test_address(url: str, days: tuple[date, date] | None) -> None:
    assert url_date(url) == days


def published(text: str, given: str | None = None, url: str | None = None) -> Published:
    return published_of(text, blocks(text), given=given, url=url)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f" date 2025-06-09 {BODY}", "2025-06-09"),
        (f" date 2025-06 {BODY}", "2025-06"),
        (f"Real set their sights on Chelsea pair\nPosted Friday, March 24, 2017 by theguardian.com\n{BODY}", "2017-03-24"),
        (f"Asse Milan-Juventus, gli incastri del ritorno\n25 luglio 2018\n{BODY}", "2018-07-25"),
        (f"Atalanta CEO speaks out on Lookman\n·30 de agosto de 2025\n{BODY}", "2025-08-30"),
        (f"{BODY}\n19:00 - 28-05-2010", "2010-05-28"),
    ],
)
def test_stated(text: str, shown: str) -> None:
    found = published(text)
    assert (str(found), found.basis) == (shown, Basis.STATED)
    assert found.reasons


def test_date_within_the_story_is_not_when_it_appeared() -> None:
    assert published(f"{BODY} He joined on 25 July 2018.").basis is Basis.UNKNOWN


def test_given_goes_before_address_before_stated() -> None:
    text, url = f" date 2025-06-09 {BODY}", "https://example.org/2024/05/01/a"
    assert published(text, "2023-03-03", url).basis is Basis.GIVEN
    assert published(text, "09:46", url).basis is Basis.URL
    assert str(published(text, "09:46", url)) == "2024-05-01"


def test_what_is_stated_makes_a_given_month_precise_but_never_contradicts_it() -> None:
    text = f"Asse Milan-Juventus, gli incastri del ritorno\n25 luglio 2018\n{BODY}"
    precise = published(text, "2018-07")
    assert (str(precise), precise.basis, len(precise.reasons)) == ("2018-07-25", Basis.STATED, 2)
    assert str(published(text, "2018-06")) == "2018-06"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tuesday, 1st Aug 2017 11:43 by Our Reporter", date(2017, 8, 1)),  # a crawler kept the day and took the wrong year
        ("Published: 1 August 2017", date(2023, 8, 1)),  # may be what happened on this day
        ("Updated 31 July 2017 at 11:43", date(2023, 8, 1)),
    ],
)
def test_a_page_that_tells_the_hour_knows_its_own_year(line: str, day: date) -> None:
    text = f"Carved in stone\n\n{line}\n\nThe club have signed a winger on a three-year deal, and more are expected to follow him before the window shuts."
    published = published_of(text, blocks(text, None), given="2023-08-01", language="en")
    assert published.day == day
