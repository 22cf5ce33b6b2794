"""What ships is as wide as promised, hangs together, and names who the press names."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from datetime import date

import pytest

from mercato.knowledge.index import Knowledge, starter_knowledge
from mercato.sources.registry import read_sources

# Every club of the five large leagues from 2023/24 to 2025/26.
LEAGUES = {
    "England": """arsenal aston-villa bournemouth brentford brighton-hove-albion burnley chelsea crystal-palace everton fulham ipswich-town leeds-united
        leicester-city liverpool luton-town manchester-city manchester-united newcastle-united nottingham-forest sheffield-united southampton sunderland
        tottenham-hotspur west-ham-united wolverhampton-wanderers""",
    "Italy": """ac-milan as-roma atalanta bologna cagliari como cremonese empoli fiorentina frosinone genoa hellas-verona inter-milan juventus lazio lecce monza
        napoli parma pisa salernitana sassuolo torino udinese venezia""",
    "Spain": """alaves almeria athletic-bilbao atletico-madrid cadiz celta-vigo elche espanyol fc-barcelona getafe girona granada las-palmas leganes levante
        mallorca osasuna rayo-vallecano real-betis real-madrid real-oviedo real-sociedad sevilla valencia valladolid villarreal""",
    "Germany": """augsburg bayer-leverkusen bayern-munich borussia-dortmund borussia-monchengladbach darmstadt-98 eintracht-frankfurt freiburg hamburger-sv
        heidenheim hoffenheim holstein-kiel koln mainz-05 rb-leipzig st-pauli union-berlin vfb-stuttgart vfl-bochum werder-bremen wolfsburg""",
    "France": """angers auxerre brest clermont le-havre lens lille lorient lyon marseille metz monaco montpellier nantes nice paris-fc paris-saint-germain reims
        rennes saint-etienne strasbourg toulouse""",
}
OTHERS = ("Portugal", "Netherlands", "Belgium", "Turkey", "Scotland", "Saudi Arabia", "United States", "Brazil", "Argentina")
WINDOWS = (*LEAGUES, *OTHERS)


@functools.cache
def known() -> Knowledge:
    return starter_knowledge()


@pytest.mark.parametrize("country", LEAGUES)
def test_every_club_of_a_large_league_is_there_with_names_city_and_ground(country: str) -> None:
    for id in LEAGUES[country].split():
        club = known().clubs[id]
        assert club.country == country
        assert club.city, id
        assert club.stadiums, id
        assert any(name.kind == "nickname" for name in club.names), id


def test_there_are_as_many_clubs_and_people_as_promised() -> None:
    assert sum(not club.national for club in known().clubs.values()) >= 250
    assert sum(club.national for club in known().clubs.values()) >= 30
    assert len(known().people) >= 300
    countries = Counter(club.country for club in known().clubs.values())
    assert all(countries[country] >= 5 for country in WINDOWS)


def test_there_are_people_of_every_occupation() -> None:
    occupations = Counter(o for person in known().people.values() for o in person.occupations)
    assert all(occupations[o] >= 30 for o in ("player", "coach", "director", "president", "agent"))


def test_there_are_as_many_outlets_and_journalists_as_promised() -> None:
    kinds = Counter(source.kind.value for source in read_sources())
    assert kinds["outlet"] >= 120
    assert kinds["journalist"] >= 40
    assert kinds["agency"] and kinds["aggregator"]


@pytest.mark.parametrize("country", WINDOWS)
def test_the_windows_of_a_main_league_are_complete_from_2015_to_2026_and_do_not_overlap(country: str) -> None:
    windows = sorted((w for w in known().windows if w.country == country), key=lambda w: w.opens)
    assert {w.name for w in windows} == {f"{half} {year}" for half in ("winter", "summer") for year in range(2015, 2027)}
    for window in windows:
        assert (window.closes - window.opens).days <= 125, window
        assert abs(window.opens.year - int(window.name.split()[1])) <= 1, window
    for earlier, later in itertools.pairwise(windows):
        assert earlier.closes < later.opens, (earlier, later)


def test_every_club_a_source_is_near_is_known() -> None:
    unknown = {(source.id, club) for source in read_sources() for club in source.bias if club not in known().clubs}
    assert not unknown


def test_every_country_with_windows_has_clubs() -> None:
    assert {w.country for w in known().windows} <= {club.country for club in known().clubs.values()}


def test_nobody_was_at_a_club_before_he_was_thirteen() -> None:
    young = {p.id for p in known().people.values() for s in p.spells if p.born and s.first and s.first.year - p.born.year < 13}
    assert not young


def test_no_player_starts_two_lasting_stays_at_one_club_at_once() -> None:
    doubled = set()
    for person in known().people.values():
        starts = Counter((s.club, s.occupation, s.first, s.loan) for s in person.spells if s.first and s.last is None)
        doubled |= {(person.id, *start[:2]) for start, count in starts.items() if count > 1}
    assert not doubled


@pytest.mark.parametrize(("person", "day", "club"), [
    ("mattia-perin", date(2025, 6, 9), "juventus"), ("andrea-cambiaso", date(2026, 3, 4), "juventus"), ("mike-maignan", date(2025, 6, 9), "ac-milan"),
    ("massimiliano-allegri", date(2025, 7, 1), "ac-milan"), ("lionel-messi", date(2019, 1, 1), "fc-barcelona"),
    ("kylian-mbappe", date(2025, 1, 1), "real-madrid"),
])  # fmt: skip
def test_well_known_people_are_where_they_were(person: str, day: date, club: str) -> None:
    assert known().people[person].clubs_on(day)[0] == club


def test_given_names_hold_the_usual_ones_and_no_club_or_month() -> None:
    given = known().given
    assert {"tommy", "louie", "kieran", "gianluigi", "joao", "jurgen", "soren", "zoltan", "mehmet", "mohamed", "takumi", "ousmane"} <= given
    assert not {"real", "inter", "sky", "may", "milan", "paris", "sunday", "nice", "monaco"} & given
    assert len(given) >= 2500
