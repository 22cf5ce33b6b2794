"""Who speaks of a move, decides on it or plays beside it does not move himself."""

from __future__ import annotations

import pytest
from shipped import moves

SPEAKERS = [
    ("en",
     "Slot: we want Isak\n\nArne Slot has confirmed that Liverpool want to sign Alexander Isak from Newcastle United. The Liverpool manager spoke "
     "after the match."),
    ("it", "Slot: vogliamo Isak\n\nArne Slot ha confermato che il Liverpool vuole Alexander Isak del Newcastle. Il tecnico ha parlato dopo la partita."),
    ("it", "Salah aspetta Isak\n\nMohamed Salah sarebbe felice di giocare con Alexander Isak. Il Liverpool tratta Isak con il Newcastle."),
    ("es", "Salah espera a Isak\n\nMohamed Salah estaría encantado de jugar con Alexander Isak. El Liverpool negocia con el Newcastle el fichaje de Isak."),
    ("fr",
     "Slot : nous voulons Isak\n\nArne Slot a confirmé que Liverpool veut recruter Alexander Isak, l'attaquant de Newcastle. L'entraîneur a parlé "
     "après le match."),
    ("fr", "Salah attend Isak\n\nMohamed Salah serait ravi de jouer avec Alexander Isak. Liverpool négocie avec Newcastle le transfert d'Isak."),
    ("de",
     "Slot: Wir wollen Isak\n\nArne Slot hat bestätigt, dass der FC Liverpool Alexander Isak von Newcastle United verpflichten will. Der Trainer "
     "sprach nach dem Spiel."),
    ("de",
     "Salah wartet auf Isak\n\nMohamed Salah würde gerne mit Alexander Isak spielen. Der FC Liverpool verhandelt mit Newcastle United über einen "
     "Transfer von Isak."),
    ("pt", "Slot: queremos Isak\n\nArne Slot confirmou que o Liverpool quer contratar Alexander Isak, do Newcastle. O treinador falou depois do jogo."),
    ("pt", "Salah espera por Isak\n\nMohamed Salah ficaria feliz por jogar com Alexander Isak. O Liverpool negoceia com o Newcastle a contratação de Isak."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), SPEAKERS)
def test_who_speaks_of_a_move_does_not_move(lang: str, text: str) -> None:
    assert moves(text, lang) == ["Alexander Isak: Newcastle United > Liverpool"]


BOARD = [
    ("en", "Rui Costa on Silva\n\nArsenal have made an offer to Benfica for António Silva. Benfica president Rui Costa said the defender is not for sale."),
    ("it",
     "Rui Costa su Silva\n\nL'Arsenal ha presentato un'offerta al Benfica per António Silva. Il presidente Rui Costa ha detto che il difensore "
     "non è in vendita."),
    ("it", "L'Arsenal tratta António Silva\n\nIl presidente del Benfica Rui Costa è a Londra per incontrare l'Arsenal: gli inglesi vogliono António Silva."),
    ("es",
     "Rui Costa habla de Silva\n\nEl Arsenal ha presentado una oferta al Benfica por António Silva. El presidente Rui Costa dijo que el defensa "
     "no está en venta."),
    ("es",
     "El Arsenal quiere a António Silva\n\nEl presidente del Benfica, Rui Costa, está en Londres para reunirse con el Arsenal, que quiere fichar "
     "a António Silva."),
    ("fr",
     "Rui Costa répond pour Silva\n\nArsenal a transmis une offre à Benfica pour António Silva. Le président Rui Costa a dit que le défenseur "
     "n'était pas à vendre."),
    ("fr", "Arsenal veut António Silva\n\nLe président de Benfica Rui Costa est à Londres pour rencontrer Arsenal, qui veut recruter António Silva."),
    ("de",
     "Rui Costa über Silva\n\nDer FC Arsenal hat ein Angebot für António Silva von Benfica Lissabon abgegeben. Präsident Rui Costa sagte, der "
     "Verteidiger sei unverkäuflich."),
    ("de", "Arsenal will António Silva\n\nBenfica-Präsident Rui Costa ist in London, um mit dem FC Arsenal über António Silva zu verhandeln."),
    ("pt",
     "Rui Costa fala de António Silva\n\nO Arsenal apresentou uma proposta ao Benfica por António Silva. O presidente Rui Costa disse que o "
     "central não está à venda."),
    ("pt", "Arsenal quer António Silva\n\nO presidente do Benfica, Rui Costa, está em Londres para se reunir com o Arsenal, que quer contratar António Silva."),
    ("en",
     "Rui Costa answers Arsenal\n\n\"António Silva is happy here,\" Benfica president Rui Costa said. Arsenal have made an offer to Benfica for "
     "António Silva."),
    ("it",
     "Rui Costa risponde all'Arsenal\n\n«António Silva sta bene da noi», ha detto il presidente del Benfica Rui Costa. L'Arsenal ha presentato "
     "un'offerta al Benfica per António Silva."),
    ("fr",
     "Rui Costa répond à Arsenal\n\n« António Silva est bien ici », a dit le président de Benfica Rui Costa. Arsenal a transmis une offre à "
     "Benfica pour António Silva."),
    ("pt",
     "Rui Costa responde ao Arsenal\n\n«O António Silva está bem aqui», disse o presidente do Benfica, Rui Costa. O Arsenal apresentou uma "
     "proposta ao Benfica por António Silva."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), BOARD)
def test_who_decides_on_a_move_does_not_move(lang: str, text: str) -> None:
    assert moves(text, lang) == ["António Silva: Benfica > Arsenal"]


DROPPED = [
    ("en",
     "Arsenal want Šeško\n\nArsenal want to sign Benjamin Šeško from RB Leipzig. The Slovenian has been compared with Erling Haaland of "
     "Manchester City."),
    ("en", "Arsenal bid for Šeško\n\nArsenal have made an offer to RB Leipzig for Benjamin Šeško, whose idol is Zlatan Ibrahimović."),
    ("it", "L'Arsenal vuole Šeško\n\nL'Arsenal vuole Benjamin Šeško del Lipsia. Lo sloveno ricorda Erling Haaland del Manchester City."),
    ("it", "L'Arsenal su Šeško\n\nL'Arsenal ha presentato un'offerta al Lipsia per Benjamin Šeško, che ha come idolo Zlatan Ibrahimović."),
    ("es", "El Arsenal, a por Šeško\n\nEl Arsenal ha presentado una oferta al RB Leipzig por Benjamin Šeško, cuyo ídolo es Zlatan Ibrahimović."),
    ("fr",
     "Arsenal veut Šeško\n\nArsenal veut recruter Benjamin Šeško, l'attaquant du RB Leipzig. On compare le Slovène à Erling Haaland, le buteur de "
     "Manchester City."),
    ("fr", "Arsenal fonce sur Šeško\n\nArsenal a transmis une offre au RB Leipzig pour Benjamin Šeško, dont l'idole est Zlatan Ibrahimović."),
    ("de",
     "Arsenal will Šeško\n\nDer FC Arsenal will Benjamin Šeško von RB Leipzig verpflichten. Der Slowene wird oft mit Erling Haaland von "
     "Manchester City verglichen."),
    ("de", "Arsenal bietet für Šeško\n\nDer FC Arsenal hat ein Angebot für Benjamin Šeško von RB Leipzig abgegeben, dessen Idol Zlatan Ibrahimović ist."),
    ("pt", "Arsenal quer Šeško\n\nO Arsenal quer contratar Benjamin Šeško, do RB Leipzig. O esloveno é comparado com Erling Haaland, do Manchester City."),
    ("pt", "Arsenal avança por Šeško\n\nO Arsenal apresentou uma proposta ao RB Leipzig por Benjamin Šeško, cujo ídolo é Zlatan Ibrahimović."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), DROPPED)
def test_a_name_that_is_only_dropped_does_not_move(lang: str, text: str) -> None:
    assert moves(text, lang) == ["Benjamin Šeško: RB Leipzig > Arsenal"]


UNNAMED = [
    ("en",
     "Arsenal want Šeško\n\nArsenal want to sign Benjamin Šeško from RB Leipzig. The club must ask whether a move for the striker is needed, with "
     "Bukayo Saka in form."),
    ("de",
     "Arsenal will Šeško\n\nDer FC Arsenal will Benjamin Šeško von RB Leipzig verpflichten. Ein Angebot für den Stürmer liegt vor, während Bukayo Saka "
     "bleibt."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), UNNAMED)
def test_whoever_is_named_behind_an_epithet_is_not_the_one_it_means(lang: str, text: str) -> None:
    assert moves(text, lang) == ["Benjamin Šeško: RB Leipzig > Arsenal"]


def test_a_coach_of_a_country_is_no_player_of_it() -> None:
    text = "Jorge Jesus se va con Cristiano. El entrenador portugués ha alcanzado un acuerdo con el Al Nassr para las próximas dos temporadas."
    assert not any(move.startswith("Cristiano") for move in moves(text, "es"))


def test_who_has_an_agent_is_not_at_the_club_that_talks_to_him() -> None:
    text = "Arsenal are interested in Marek Hradil, with Burnley holding talks with his agent."
    assert "Marek Hradil: Burnley > Arsenal" not in moves(text, "en")


def test_who_is_replaced_does_not_move() -> None:
    text = "Brentford have identified Marek Hradil as a replacement for Yoane Wissa and are in talks with Sparta Prague over a deal for the striker."
    assert [move.partition(":")[0] for move in moves(text, "en")] == ["Marek Hradil"]


def test_who_is_lost_to_injury_does_not_leave() -> None:
    text = "Leeds want Marek Hradil of Sparta Prague after losing Ethan Ampadu and Ao Tanaka to injury."
    assert moves(text, "en") == ["Marek Hradil: Sparta Prague > Leeds United"]


@pytest.mark.parametrize("text", [
    "O presidente do Benfica, Karel Vondra, falou da renovação com o treinador Marek Hradil.",
    "O presidente do Benfica Karel Vondra começou as conversas para a renovação de Marek Hradil.",
])  # fmt: skip
def test_the_president_of_a_club_renews_with_others(text: str) -> None:
    assert moves(text, "pt") == ["Marek Hradil: Benfica > Benfica"]


@pytest.mark.parametrize("text", [
    "O Benfica negociou com a Umbrela a rescisão do contrato. O contrato da Umbrela termina em junho.",
    "O presidente do Benfica, Karel Vondra, centralizou as negociações. Vondra reuniu-se com o Benfica.",
])  # fmt: skip
def test_neither_a_company_nor_a_president_is_signed(text: str) -> None:
    assert moves(text, "pt") == []


def test_who_is_told_of_in_a_relative_clause_stands_right_before_it() -> None:
    text = "Depois de recusada a proposta por Karel Vondra, o Porto fechou a compra de Marek Hradil, que estava emprestado ao Santos."
    assert "Karel Vondra: ? > Santos" not in moves(text, "pt")


def test_words_about_somebody_without_a_name_are_not_about_the_one_told_of() -> None:
    text = "Everton are in talks with Sparta Prague for Marek Hradil. The club also want a striker, and Leeds are looking to sign a new midfielder."
    assert moves(text, "en") == ["Marek Hradil: Sparta Prague > Everton"]


@pytest.mark.parametrize("who", ["al sustituto de Marek Hradil", "al nuevo Marek Hradil", "a un recambio para Marek Hradil"])
def test_whom_another_is_signed_instead_of_or_likened_to_is_not_signed(who: str) -> None:
    assert moves(f"El Getafe ficha {who} por dos millones.", "es") == []


def test_whose_brother_or_son_somebody_is_does_not_move_with_him() -> None:
    assert [move for move in moves("Petr Koller, Bruder von Marek Hradil, hat beim VfB Stuttgart unterschrieben.", "de") if "Hradil" in move] == []
    assert [move for move in moves("Petr Koller, the brother of Marek Hradil, has signed for Leeds United.", "en") if "Hradil" in move] == []


@pytest.mark.parametrize("text", [
    "Brentford are trying to bring in an emergency left-back with both Marek Hradil and Petr Novak sidelined.",
    "Brentford may enter the market after injuries to Marek Hradil and Petr Novak.",
    "Brentford want to bring in a replacement for Marek Hradil.",
])  # fmt: skip
def test_who_is_injured_or_to_be_replaced_is_not_the_one_wanted(text: str) -> None:
    assert moves(text, "en") == []


@pytest.mark.parametrize(("lang", "text"), [
    ("it", "Cosenza, è l'ora dei saluti\n\nEsonerato Marek Hradil dopo la sconfitta contro il Frosinone di Petr Novak nell'ultimo turno."),
    ("it", "Il Lecce si muove\n\nIl ds del Lecce lavora per regalare a mister Petr Novak un attaccante: vicino Marek Hradil."),
])  # fmt: skip
def test_the_coach_of_an_opponent_and_who_gets_a_player_do_not_move(lang: str, text: str) -> None:
    assert not [move for move in moves(text, lang) if "Novak" in move]


@pytest.mark.parametrize(("lang", "text", "move"), [
    ("en", "Everton have signed Petr Hradil. He replaces Marek Koller, who is joining Lille.", "Marek Koller: ? > Lille"),
    ("it", "Il Lens punta Petr Hradil per sostituire Marek Koller, che ha firmato con il Lille.", "Marek Koller: ? > Lille"),
])  # fmt: skip
def test_where_he_goes_who_is_replaced_is_said_in_a_clause_of_his_own(lang: str, text: str, move: str) -> None:
    told = moves(text, lang)
    assert move in told
    assert len(told) == 2
