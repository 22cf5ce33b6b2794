"""Until when somebody is bound, stated or derived from the article's day."""

from __future__ import annotations

import pytest
from newsroom import told
from shipped import reading


def until(text: str, day: str, lang: str = "en") -> list[tuple[str, str, str]]:
    return [(c["person"], c["club"], c["until"]) for c in told(text, day, lang=lang)["contracts"]]


GREALISH = "Everton want to sign Manchester City winger Jack Grealish, "


@pytest.mark.parametrize(
    ("rest", "day", "expected"),
    [
        ("who is under contract until June 2027.", "2025-06-12", "2027-06"),
        ("who is in the final year of his contract.", "2025-09-12", "2026"),
        ("who is in the final year of his contract.", "2026-02-12", "2026"),
        ("who is tied to the club for another two years.", "2025-07-12", "2027"),
        ("whose contract expires at the end of the season.", "2025-11-12", "2026"),
        ("who is entering the final year of his contract.", "2024-05-27", "2025"),
        ("whose contract expires next year.", "2025-02-12", "2026"),
        ("whose contract expires next summer.", "2025-11-12", "2026"),
        ("whose contract expires next summer.", "2026-01-12", "2026"),
        ("whose contract has two years left to run.", "2025-06-12", "2027"),
    ],
)
def test_a_contract_in_force(rest: str, day: str, expected: str) -> None:
    assert until(GREALISH + rest, day) == [("Jack Grealish", "Manchester City", expected)]


@pytest.mark.parametrize(
    ("rest", "day", "expected"),
    [
        ("legato al club fino al 30 giugno 2027.", "2025-06-12", "2027-06"),
        ("in scadenza nel 2026.", "2025-06-12", "2026"),
        ("che ha altri due anni di contratto.", "2025-07-12", "2027"),
        ("il cui contratto scade a fine stagione.", "2025-11-12", "2026"),
    ],
)
def test_an_italian_contract_in_force(rest: str, day: str, expected: str) -> None:
    text = "La Juventus vuole Christian Pulisic, esterno del Milan, " + rest
    assert until(text, day, "it") == [("Christian Pulisic", "AC Milan", expected)]


@pytest.mark.parametrize(
    ("rest", "day", "expected"),
    [
        ("a signé à Everton jusqu'à la fin de la saison 2027-2028.", "2025-08-12", [("Jack Grealish", "Everton", "2028")]),
        ("s'est engagé avec Everton jusqu'à la fin de la saison.", "2025-08-12", [("Jack Grealish", "Everton", "2026")]),
        ("est prêté à Everton jusqu'à la fin de la saison.", "2025-08-12", []),
        (", dont le contrat s'achève le 30 juin, a rejoint Everton.", "2025-03-12", [("Jack Grealish", "Manchester City", "2025-06")]),
    ],
)
def test_a_french_contract_to_the_end_of_a_season(rest: str, day: str, expected: list[tuple[str, str, str]]) -> None:
    assert until("L'ailier de Manchester City Jack Grealish " + rest, day, "fr") == expected


def test_a_done_move_brings_a_contract_of_its_length() -> None:
    text = "Everton have signed Jack Grealish from Manchester City on a three-year deal."
    assert until(text, "2025-08-12") == [("Jack Grealish", "Everton", "2028")]


def test_the_length_of_an_offer_is_no_contract() -> None:
    assert until("Everton are ready to offer Jack Grealish of Manchester City a three-year deal.", "2025-08-12") == []


def test_without_a_day_nothing_is_derived() -> None:
    assert told(GREALISH + "who is in the final year of his contract.", None)["contracts"] == []


def test_an_old_contract_named_with_its_club_is_not_with_the_club_just_joined() -> None:
    text = "Chelsea have signed Moisés Caicedo from Brighton.\n\nCaicedo was under contract until 2027 with the Seagulls."
    assert until(text, "2023-08-12") == [("Moisés Caicedo", "Brighton & Hove Albion", "2027")]


def test_everybody_in_a_list_is_bound() -> None:
    text = "Jack Grealish, Phil Foden, John Stones and Rúben Dias are under contract at Manchester City until 2027."
    assert sorted(person for person, _, _ in until(text, "2025-08-12")) == ["Jack Grealish", "John Stones", "Phil Foden", "Rúben Dias"]


def test_a_season_ends_in_its_second_year() -> None:
    assert until(GREALISH + "whose contract runs until the end of the 2026/27 season.", "2025-08-12") == [("Jack Grealish", "Manchester City", "2027")]


def test_what_has_ended_binds_nobody() -> None:
    assert until(GREALISH + "who had been under contract until June 2022.", "2025-08-12") == []


@pytest.mark.parametrize(("age", "who"), [(23, "Lars Ekdahl"), (19, "Nils Berggren")])
def test_the_holder_of_a_contract_is_meant_by_his_age(age: int, who: str) -> None:
    text = (
        "Everton want two players of Lens. The 23-year-old Lens winger Lars Ekdahl scored twelve goals this season. "
        "The 19-year-old Lens goalkeeper Nils Berggren has kept ten clean sheets. The {}-year-old is under contract until 2028."
    )
    assert until(text.format(age), "2026-02-12") == [(who, "Lens", "2028")]


@pytest.mark.parametrize(
    ("joined", "until_then", "club"),
    [
        ("from", "June 2030", "Everton"),
        ("on loan from", "June 2029", "Manchester City"),
        ("from", "June 2026", "Manchester City"),
    ],
)
def test_a_long_contract_told_right_behind_a_signing_is_the_new_one(joined: str, until_then: str, club: str) -> None:
    text = f"Jack Grealish has joined Everton {joined} Manchester City. His contract expires in {until_then}."
    assert [(who, at) for who, at, _ in until(text, "2025-08-12")] == [("Jack Grealish", club)]


def test_words_for_a_contract_inside_longer_ones_bind_nobody_else() -> None:
    text = "Celtic are in talks with Feyenoord over a deal for Petr Novak. Hearts boss Derek McInnes wants Jan Horak, whose contract at Dundee runs until 2027."
    found = reading(text, "en").contracts
    assert [(contract.person.name, contract.club.name, contract.until) for contract in found] == [("Jan Horak", "Dundee", "2027")]
