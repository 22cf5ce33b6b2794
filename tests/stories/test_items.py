"""Several stories in one headline, sentence or round-up: no story gets the club of its neighbour."""

from __future__ import annotations

import pytest
from shipped import likeliest, moves

GREALISH, RASHFORD = "Jack Grealish: Manchester City > Everton", "Marcus Rashford: Manchester United > FC Barcelona"
ISAK, LOOKMAN = "Alexander Isak: Newcastle United > Liverpool", "Ademola Lookman: Atalanta > Napoli"
KEAN, ISAK_TOLD = "Moise Kean: Fiorentina > Manchester United", "Alexander Isak: Newcastle United > Liverpool"

QUESTIONS = [
    ("en",
     "Rashford to Barcelona? Grealish to Everton?\n\nBarcelona are in talks with Manchester United about Marcus Rashford. Everton want to sign "
     "Jack Grealish from Manchester City."),
    ("en",
     "Marcus Rashford to Barcelona? Jack Grealish to Everton? Both Manchester clubs are ready to sell.\n\nBarcelona have made an offer to "
     "Manchester United for Rashford. Everton have made one to Manchester City for Grealish."),
    ("it",
     "Rashford-Barcellona? Grealish-Everton? Due affari in Inghilterra\n\nIl Barcellona ha presentato un'offerta al Manchester United per Marcus "
     "Rashford. L'Everton ha chiesto Jack Grealish al Manchester City."),
    ("es",
     "¿Rashford al Barcelona? ¿Grealish al Everton?\n\nEl Barcelona negocia con el Manchester United el fichaje de Marcus Rashford. El Everton "
     "quiere fichar a Jack Grealish, del Manchester City."),
    ("es",
     "¿Ficha Rashford por el Barcelona? ¿Se va Grealish al Everton?\n\nEl Barcelona ha presentado una oferta al Manchester United por Marcus "
     "Rashford. El Everton está interesado en Jack Grealish, del Manchester City."),
    ("fr",
     "Rashford à Barcelone ? Grealish à Everton ?\n\nLe FC Barcelone négocie avec Manchester United le transfert de Marcus Rashford. Everton veut "
     "recruter Jack Grealish, le joueur de Manchester City."),
    ("fr",
     "Rashford au Barça ? Grealish à Everton ? L'été s'annonce chaud\n\nLe FC Barcelone a transmis une offre à Manchester United pour Marcus "
     "Rashford. Everton est intéressé par Jack Grealish, de Manchester City."),
    ("de",
     "Rashford zu Barcelona? Grealish zu Everton?\n\nDer FC Barcelona verhandelt mit Manchester United über einen Transfer von Marcus Rashford. "
     "Der FC Everton will Jack Grealish von Manchester City verpflichten."),
    ("de",
     "Wechselt Rashford zu Barcelona? Geht Grealish zu Everton?\n\nDer FC Barcelona will Marcus Rashford von Manchester United verpflichten. Der "
     "FC Everton hat ein Angebot für Jack Grealish von Manchester City abgegeben."),
    ("pt",
     "Rashford no Barcelona? Grealish no Everton?\n\nO Barcelona negoceia com o Manchester United a contratação de Marcus Rashford. O Everton "
     "quer contratar Jack Grealish, do Manchester City."),
    ("pt",
     "Rashford para o Barcelona? Grealish para o Everton?\n\nO Barcelona apresentou uma proposta ao Manchester United por Marcus Rashford. O "
     "Everton está interessado em Jack Grealish, do Manchester City."),
    ("it",
     "Rashford verso il Barcellona? E Grealish va all'Everton?\n\nMarcus Rashford del Manchester United è vicino al Barcellona. Jack Grealish del "
     "Manchester City piace all'Everton."),
    ("es",
     "¿Se marcha Rashford al Barcelona? ¿Y Grealish al Everton?\n\nMarcus Rashford, del Manchester United, está cerca de fichar por el Barcelona. "
     "El Everton ha preguntado por Jack Grealish, del Manchester City."),
    ("de",
     "Rashford nach Barcelona? Grealish nach Everton?\n\nMarcus Rashford von Manchester United steht vor einem Wechsel zum FC Barcelona. Der FC "
     "Everton hat bei Manchester City nach Jack Grealish gefragt."),
    ("pt",
     "Rashford vai para o Barcelona? E Grealish, para o Everton?\n\nMarcus Rashford, do Manchester United, está perto do Barcelona. O Everton "
     "perguntou por Jack Grealish, do Manchester City."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), QUESTIONS)
def test_clubs_do_not_leak_over_a_question_mark(lang: str, text: str) -> None:
    assert moves(text, lang) == [GREALISH, RASHFORD]


COMMAS = [
    ("en",
     "Isak to Liverpool, Lookman to Napoli, Grealish to Everton: the latest\n\nLiverpool want to sign Alexander Isak from Newcastle United. "
     "Napoli are in talks with Atalanta for Ademola Lookman. Everton have made an offer to Manchester City for Jack Grealish."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), COMMAS)
def test_items_of_one_headline_stay_apart(lang: str, text: str) -> None:
    assert moves(text, lang) == [LOOKMAN, ISAK, GREALISH]


ROUND_UP = [
    ("en",
     "Transfer news: Sunday's round-up\n\nLiverpool are in talks to sign Alexander Isak from Newcastle United.\n\nRodrygo is back in training "
     "after his injury and hopes to play on Saturday.\n\nManchester United have made an offer to Fiorentina for Moise Kean."),
    ("en",
     "The evening briefing\n\nRodrygo celebrated the birth of his second child on Friday.\n\nManchester United want to sign Moise Kean from "
     "Fiorentina.\n\nLiverpool have made an offer to Newcastle United for Alexander Isak."),
    ("it",
     "Calciomercato, le notizie di domenica\n\nIl Liverpool tratta Alexander Isak con il Newcastle.\n\nRodrygo è tornato ad allenarsi dopo "
     "l'infortunio e spera di giocare sabato.\n\nIl Manchester United ha presentato un'offerta alla Fiorentina per Moise Kean."),
    ("it",
     "Le notizie della sera\n\nRodrygo ha festeggiato venerdì la nascita del secondo figlio.\n\nIl Manchester United vuole Moise Kean della "
     "Fiorentina.\n\nIl Liverpool ha presentato un'offerta al Newcastle per Alexander Isak."),
    ("es",
     "Mercado de fichajes: las noticias del domingo\n\nEl Liverpool negocia con el Newcastle el fichaje de Alexander Isak.\n\nRodrygo ha vuelto a "
     "los entrenamientos tras su lesión y espera jugar el sábado.\n\nEl Manchester United ha presentado una oferta a la Fiorentina por Moise "
     "Kean."),
    ("es",
     "Las noticias de la tarde\n\nRodrygo celebró el viernes el nacimiento de su segundo hijo.\n\nEl Manchester United quiere fichar a Moise "
     "Kean, de la Fiorentina.\n\nEl Liverpool ha presentado una oferta al Newcastle por Alexander Isak."),
    ("fr",
     "Mercato : les infos de dimanche\n\nLiverpool négocie avec Newcastle le transfert d'Alexander Isak.\n\nRodrygo a repris l'entraînement après "
     "sa blessure et espère jouer samedi.\n\nManchester United a transmis une offre à la Fiorentina pour Moise Kean."),
    ("fr",
     "Les infos du soir\n\nRodrygo a fêté vendredi la naissance de son deuxième enfant.\n\nManchester United veut recruter Moise Kean, "
     "l'attaquant de la Fiorentina.\n\nLiverpool a transmis une offre à Newcastle pour Alexander Isak."),
    ("de",
     "Transferticker: die Nachrichten vom Sonntag\n\nDer FC Liverpool verhandelt mit Newcastle United über einen Transfer von Alexander "
     "Isak.\n\nRodrygo ist nach seiner Verletzung wieder im Training und hofft auf einen Einsatz am Samstag.\n\nManchester United hat ein Angebot "
     "für Moise Kean von der AC Florenz abgegeben."),
    ("de",
     "Die Meldungen des Abends\n\nRodrygo feierte am Freitag die Geburt seines zweiten Kindes.\n\nManchester United will Moise Kean von der AC "
     "Florenz verpflichten.\n\nDer FC Liverpool hat ein Angebot für Alexander Isak von Newcastle United abgegeben."),
    ("pt",
     "Mercado: as notícias de domingo\n\nO Liverpool negoceia com o Newcastle a contratação de Alexander Isak.\n\nRodrygo voltou aos treinos "
     "depois da lesão e espera jogar no sábado.\n\nO Manchester United apresentou uma proposta à Fiorentina por Moise Kean."),
    ("pt",
     "As notícias da noite\n\nRodrygo festejou na sexta-feira o nascimento do segundo filho.\n\nO Manchester United quer contratar Moise Kean, da "
     "Fiorentina.\n\nO Liverpool apresentou uma proposta ao Newcastle por Alexander Isak."),
    ("en",
     "Transfers and news in brief\n\nLiverpool have made an offer to Newcastle United for Alexander Isak.\n\nRodrygo has opened a football school "
     "in his home town.\n\nManchester United are in talks with Fiorentina to sign Moise Kean."),
    ("it",
     "Mercato e notizie in breve\n\nIl Liverpool ha presentato un'offerta al Newcastle per Alexander Isak.\n\nRodrygo ha aperto una scuola calcio "
     "nella sua città.\n\nIl Manchester United tratta Moise Kean con la Fiorentina."),
    ("es",
     "Fichajes y noticias breves\n\nEl Liverpool ha presentado una oferta al Newcastle por Alexander Isak.\n\nRodrygo ha abierto una escuela de "
     "fútbol en su ciudad.\n\nEl Manchester United negocia con la Fiorentina el fichaje de Moise Kean."),
    ("fr",
     "Transferts et infos en bref\n\nLiverpool a transmis une offre à Newcastle pour Alexander Isak.\n\nRodrygo a ouvert une école de football "
     "dans sa ville.\n\nManchester United négocie avec la Fiorentina le transfert de Moise Kean."),
    ("de",
     "Transfers und Kurznachrichten\n\nDer FC Liverpool hat ein Angebot für Alexander Isak von Newcastle United abgegeben.\n\nRodrygo hat in "
     "seiner Heimatstadt eine Fußballschule eröffnet.\n\nManchester United verhandelt mit der AC Florenz über einen Transfer von Moise Kean."),
    ("pt",
     "Transferências e breves\n\nO Liverpool apresentou uma proposta ao Newcastle por Alexander Isak.\n\nRodrygo abriu uma escola de futebol na "
     "sua cidade.\n\nO Manchester United negoceia com a Fiorentina a contratação de Moise Kean."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), ROUND_UP)
def test_a_name_without_news_gets_no_club_of_the_other_items(lang: str, text: str) -> None:
    assert moves(text, lang) == [ISAK_TOLD, KEAN]


def test_what_was_told_under_one_heading_ends_at_the_next_even_if_that_names_no_club() -> None:
    text = (
        "Winter window: the evening round-up\n\nArsenal keep looking\n\nArsenal have agreed a fee with Feyenoord for the winger Calvin Stengs.\n\n"
        "And one more signature\n\nThe midfielder Ola Brynhildsen has put pen to paper until 2029, his agent says."
    )
    assert moves(text, "en") == ["Calvin Stengs: Feyenoord > Arsenal"]


def test_items_of_a_ticker_stay_apart() -> None:
    text = (
        "Werder will Hradil loswerden: Ticker\n\nHier stehen alle Gerüchte des Tages.\n\n"
        "+++ 12.30 Uhr: Werder will Hradil loswerden +++ Werder Bremen will Marek Hradil offenbar loswerden.\n\n"
        "+++ 3. März, 8:15 Uhr: Beluk im Gespräch +++ Jano Beluk soll sich im Visier von Eintracht Frankfurt befinden.\n\n"
        "Beide Vereine wollten sich dazu nicht äußern, und auch die Berater der Spieler schwiegen am Abend."
    )
    assert moves(text, "de") == ["Jano Beluk: ? > Eintracht Frankfurt", "Marek Hradil: Werder Bremen > ?"]


PARTS = [
    "Giornata di mercato\n\nCasa Milan: si tratta per Alexander Isak. In casa Inter occhi su Marcus Rashford.",
    "Giornata di mercato\n\nCapitolo Milan: si tratta per Alexander Isak. Sul fronte Inter piace Marcus Rashford.",
]


@pytest.mark.parametrize("text", PARTS)
def test_words_that_turn_to_a_club_say_whose_the_news_is(text: str) -> None:
    assert [move.split(" > ")[-1] for move in moves(text, "it")] == ["AC Milan", "Inter Milan"]


def test_a_paragraph_of_a_round_up_is_about_the_club_that_opens_it() -> None:
    text = (
        "Serie B, il punto: colpi a Palermo e Bari\n\nIl Palermo non si ferma. Ufficiale l'arrivo del portiere Marek Hradil.\n\n"
        "Il Bari sceglie i giovani. Arriva Petr Koller dall'Udinese.\n\nIl Modena cerca una punta. Vicino l'attaccante Jan Horak, prelevato dal Lecce."
    )
    assert likeliest(text, "it") == {"Marek Hradil": "Palermo", "Jan Horak": "Modena", "Petr Koller": "Bari"}


def test_a_cry_behind_the_time_says_of_which_club_an_item_tells() -> None:
    text = (
        "Le trattative di oggi\n\n18.10: Il Lecco cerca una punta.\n\n"
        "17.18: COLPO REGGINA! Ecco Marek Hradil: il club calabro ha trovato l'intesa con la punta."
    )
    assert [move for move in moves(text, "it") if "Hradil" in move] == ["Marek Hradil: ? > Reggina"]
