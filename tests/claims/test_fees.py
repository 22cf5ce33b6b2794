"""What a move costs, and what is no fee."""

from __future__ import annotations

import pytest
from newsroom import move, told

from mercato.languages.pack import pack
from mercato.mentions.quantities import amounts
from mercato.model.words import split


@pytest.mark.parametrize(
    ("lang", "text", "amount", "currency"),
    [
        ("en", "for £31.8m", 31_800_000, "GBP"),
        ("en", "60 kilos", 60_000_000, "EUR"),
        ("en", "€25-30m", 25_000_000, "EUR"),
        ("en", "25 to 30 million euros", 25_000_000, "EUR"),
        ("en", "between 18 and 20 million dollars", 18_000_000, "USD"),
        ("en", "two and a half million euros", 2_500_000, "EUR"),
        ("en", "in 2020 and £40m", 40_000_000, "GBP"),
        ("it", "24 milioni", 24_000_000, "EUR"),
        ("it", "94 milioni e 736 mila euro", 94_736_000, "EUR"),
        ("it", "tra i 50 e i 60 milioni", 50_000_000, "EUR"),
        ("it", "un milione e mezzo", 1_500_000, "EUR"),
        ("it", "25 milioni di sterline", 25_000_000, "GBP"),
        ("it", "42 milioni più 3 di bonus", 42_000_000, "EUR"),
        ("it", "sessantaquattro milioni", 64_000_000, "EUR"),
        ("fr", "trente-huit millions d'euros", 38_000_000, "EUR"),
        ("fr", "quatre-vingt-dix millions", 90_000_000, "EUR"),
        ("fr", "35+5 M€", 35_000_000, "EUR"),
        ("fr", "35 plus 5 millions d'euros", 35_000_000, "EUR"),
        ("it", "35+5 milioni", 35_000_000, "EUR"),
        ("de", "35 plus 5 Millionen Euro", 35_000_000, "EUR"),
        ("en", "a seventy-five million pound bid", 75_000_000, "GBP"),
        ("de", "zwischen fünfunddreißig und vierzig Millionen", 35_000_000, "EUR"),
        ("pt", "vinte e cinco milhões", 25_000_000, "EUR"),
        ("es", "entre treinta y cuarenta millones", 30_000_000, "EUR"),
    ],
)
def test_money_is_read_exactly(lang: str, text: str, amount: float, currency: str) -> None:
    found = amounts(split(text), pack(lang))
    assert [(a.money.amount, a.money.currency) for a in found] == [(amount, currency)]


def fee(text: str, person: str, to: str, lang: str = "en") -> tuple[float, str] | None:
    found = move(told(text, lang=lang), person, to)["fee"]
    return (found["amount"], found["currency"]) if found else None


def test_a_bid_goes_before_the_asking_price() -> None:
    text = "Everton have made a £30m bid for Jack Grealish. Manchester City are holding out for £45m."
    assert fee(text, "Jack Grealish", "Everton") == (30_000_000, "GBP")


def test_the_guaranteed_part_goes_before_the_total() -> None:
    text = "Everton have made an offer worth £40m for Jack Grealish, £32m of it guaranteed."
    assert fee(text, "Jack Grealish", "Everton") == (32_000_000, "GBP")


@pytest.mark.parametrize(
    "text",
    [
        "Everton want to sign Jack Grealish, who earns £300,000 a week at Manchester City.",
        "Everton want to sign Jack Grealish, whose contract has a £100m release clause.",
        "Everton want to sign Jack Grealish, whose market value is €28m.",
    ],
)
def test_wages_clauses_and_values_are_no_fees(text: str) -> None:
    assert fee(text, "Jack Grealish", "Everton") is None


def test_the_words_for_what_an_amount_is_may_be_long() -> None:
    text = "Jack Grealish, de Manchester City, a signé à Everton avec une prime à la signature de plus de 20 millions d'euros."
    assert fee(text, "Jack Grealish", "Everton", "fr") is None


def test_each_amount_belongs_to_the_move_it_is_said_of() -> None:
    text = "Everton have signed Jack Grealish from Manchester City for £31.8m.\n\nChelsea are in talks to sign Alexander Isak from Newcastle United for £60m."
    assert fee(text, "Jack Grealish", "Everton") == (31_800_000, "GBP")
    assert fee(text, "Alexander Isak", "Chelsea") == (60_000_000, "GBP")


def test_italian_fee() -> None:
    text = "La Juventus ha presentato un'offerta da 24 milioni per Christian Pulisic del Milan."
    assert fee(text, "Christian Pulisic", "Juventus", "it") == (24_000_000, "EUR")


def test_the_same_sum_in_another_currency_is_no_price_of_its_own() -> None:
    text = "Everton want to sign Jack Grealish from Manchester City.\n\nCity are asking for €60m (£49.9m/$62.5m) for Grealish."
    assert fee(text, "Jack Grealish", "Everton") == (60_000_000, "EUR")


def test_a_weekly_wage_is_read_whole() -> None:
    found = amounts(split("an offer of £250,000-a-week"), pack("en"))
    assert [a.money.amount for a in found] == [250_000]
