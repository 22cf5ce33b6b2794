"""When an article without a date appeared, from posts and moves that it speaks of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from made import article, claim

from mercato.model.article import Article, Basis, Mention, MentionKind, Published, Span
from mercato.model.claim import Claim, Mode, Named, Stage, Tense
from mercato.model.world import Person, Role, Spell, Window
from mercato.sagas.undated import infer
from mercato.sagas.windows import Calendar

BOSCO, VELA = Named("Aldo Bosco", "aldo-bosco"), Named("Luca Vela", "luca-vela")
ROVERI, LAGHI, PORTO = Named("Roveri", "roveri"), Named("Laghi", "laghi"), Named("Porto Vecchio", "porto-vecchio")
COACH = Person("aldo-bosco", BOSCO.name, (), ("coach",), spells=(
    Spell("roveri", "coach", date(2010, 7, 1), date(2014, 1, 10)),
    Spell("laghi", "coach", date(2019, 7, 1), date(2023, 5, 20)),
    Spell("roveri", "coach", date(2024, 6, 5), None),
))  # fmt: skip
PLAYER = Person("luca-vela", VELA.name, (), ("player",), spells=(
    Spell("porto-vecchio", "player", date(2018, 7, 1), date(2021, 6, 30)),
    Spell("laghi", "player", date(2021, 7, 1), None),
))  # fmt: skip
PEOPLE = {person.id: person for person in (COACH, PLAYER)}
CALENDAR = Calendar([Window("Italy", "summer 2024", date(2024, 7, 1), date(2024, 8, 30))], {"roveri": "Italy", "laghi": "Italy"}.get)

NEW = "Aldo Bosco is now in charge of Roveri. He wants Luca Vela of Laghi."


def mentions(text: str) -> list[Mention]:
    found = []
    for kind, who in ((MentionKind.PERSON, BOSCO), (MentionKind.PERSON, VELA), (MentionKind.CLUB, ROVERI), (MentionKind.CLUB, LAGHI)):
        at = text.find(who.name)
        while at >= 0:
            found.append(Mention(kind, Span(at, at + len(who.name)), who.name, who.name, who.entity))
            at = text.find(who.name, at + 1)
    return found


def wanted(of: Article) -> Claim:
    return claim(of, VELA, ROVERI, origin=LAGHI)


def inferred(text: str, *, moving: bool = True, claims: tuple[Claim, ...] = (), language: str | None = "en") -> Published:
    one = article(text, language=language)
    return infer(one, [*([wanted(one)] if moving else []), *claims], mentions(text), PEOPLE, CALENDAR)


def test_a_coachs_new_post_and_an_open_move_give_an_interval() -> None:
    published = inferred(NEW)
    assert (published.first, published.last, published.basis) == (date(2024, 6, 5), date(2024, 8, 30), Basis.INFERRED)
    assert any("Aldo Bosco is in charge of Roveri" in reason for reason in published.reasons)
    assert any("summer 2024" in reason for reason in published.reasons)


def test_the_club_he_left_is_not_his_post() -> None:
    text = "Despite Aldo Bosco's departure from Laghi, the club goes on. Aldo Bosco is now in charge of Roveri."
    one = article(text)
    left = claim(one, BOSCO, None, origin=LAGHI, tense=Tense.PAST, stage=Stage.DONE, role=Role.COACH)
    assert inferred(text, claims=(left,)).first == date(2024, 6, 5)


def test_a_former_club_is_not_his_post() -> None:
    assert inferred("Former Roveri coach Aldo Bosco was seen in charge of the barbecue. Luca Vela of Laghi is wanted.").basis is Basis.UNKNOWN


def test_a_post_of_old_gives_no_end() -> None:
    published = inferred("Aldo Bosco's Roveri want Luca Vela of Laghi.")
    assert published.basis is Basis.UNKNOWN and published.first is None
    assert any("2024-06-05" in reason for reason in published.reasons), "what was found is told all the same"


def test_a_post_that_ended_gives_both_ends() -> None:
    published = inferred("Aldo Bosco's Laghi lost again.", moving=False)
    assert (published.first, published.last, published.basis) == (date(2019, 7, 1), date(2023, 5, 20), Basis.INFERRED)


def test_a_past_transfer_is_a_lower_bound() -> None:
    text = "Aldo Bosco's Laghi lost again."
    joined = claim(article(text), VELA, LAGHI, origin=None, tense=Tense.PAST, stage=Stage.DONE)
    assert inferred(text, moving=False, claims=(joined,)).first == date(2021, 7, 1)


def test_an_appointment_told_as_news_is_enough() -> None:
    text = "Aldo Bosco has signed. Luca Vela of Laghi may follow."
    appointed = claim(article(text), BOSCO, ROVERI, origin=None, stage=Stage.DONE, role=Role.COACH, mode=Mode.APPOINTMENT)
    published = inferred(text, claims=(appointed,), language=None)
    assert (published.first, published.last) == (date(2024, 6, 5), date(2024, 8, 30))


def test_facts_that_fit_no_day_give_none() -> None:
    text = "Aldo Bosco's Laghi lost again."
    since = claim(article(text), VELA, None, origin=PORTO, stage=Stage.LINKED)
    assert inferred(text, moving=False, claims=(since,)).basis is Basis.INFERRED
    later = replace(PEOPLE["aldo-bosco"], spells=(Spell("laghi", "coach", date(2023, 1, 1), date(2023, 5, 20)),))
    one = article(text)
    published = infer(one, [since], mentions(text), {**PEOPLE, "aldo-bosco": later}, CALENDAR)
    assert published == Published(reasons=published.reasons) and published.reasons


def test_nothing_known_gives_nothing() -> None:
    assert inferred("Nothing is known of anybody here.").first is None
    assert inferred("", moving=False) == Published()
