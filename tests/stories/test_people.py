"""Who is meant: accents or none, namesakes, single names without context, and players who never existed."""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest
from shipped import explained, meant, moves, names, reading

from mercato.model.article import MentionKind
from mercato.model.claim import Mode, Tense
from mercato.model.world import Role

ACCENTS = [
    ("en", "Arsenal want Bruno Guimarães\n\nArsenal have made an offer to Newcastle United for {}.", "Bruno Guimarães", "Newcastle United", "Arsenal"),
    ("en", "Arsenal in talks\n\nArsenal are in talks with Sporting CP to sign {}.", "Viktor Gyökeres", "Sporting CP", "Arsenal"),
    ("it",
     "Il Milan vuole l'attaccante\n\nIl Milan vuole {} della Juventus. I rossoneri hanno già parlato con l'agente.",
     "Dušan Vlahović", "Juventus", "AC Milan"),
    ("it", "Il Milan tratta il centrocampista\n\nIl Milan tratta {} con il Newcastle.", "Bruno Guimarães", "Newcastle United", "AC Milan"),
    ("es", "El Barcelona quiere al portero\n\nEl Barcelona quiere fichar a {}, del Espanyol.", "Joan García", "Espanyol", "FC Barcelona"),
    ("es",
     "El Atlético, a por el delantero\n\nEl Atlético de Madrid ha presentado una oferta al RB Leipzig por {}.",
     "Benjamin Šeško", "RB Leipzig", "Atlético Madrid"),
    ("fr", "Arsenal sur le buteur\n\nArsenal veut recruter {}, l'attaquant du RB Leipzig.", "Benjamin Šeško", "RB Leipzig", "Arsenal"),
    ("fr", "Arsenal fonce\n\nArsenal a transmis une offre à Newcastle pour {}.", "Bruno Guimarães", "Newcastle United", "Arsenal"),
    ("de", "Arsenal will Šeško\n\nDer FC Arsenal will {} von RB Leipzig verpflichten.", "Benjamin Šeško", "RB Leipzig", "Arsenal"),
    ("de", "Galatasaray verhandelt\n\nGalatasaray verhandelt mit dem FC Bayern über einen Transfer von {}.", "Leroy Sané", "Bayern Munich", "Galatasaray"),
    ("pt", "Arsenal quer o médio\n\nO Arsenal apresentou uma proposta ao Newcastle por {}.", "Bruno Guimarães", "Newcastle United", "Arsenal"),
    ("pt", "Arsenal quer o avançado\n\nO Arsenal quer contratar {}, do Sporting.", "Viktor Gyökeres", "Sporting CP", "Arsenal"),
]  # fmt: skip


def _bare(name: str) -> str:
    return "".join(c for c in normalize("NFD", name) if ord(c) < 128)


@pytest.mark.parametrize("form", ["as written", "without accents", "decomposed", "in capitals"])
@pytest.mark.parametrize(("lang", "text", "name", "seller", "buyer"), ACCENTS)
def test_accents_neither_cut_nor_change_a_name(lang: str, text: str, name: str, seller: str, buyer: str, form: str) -> None:
    said = {"as written": name, "without accents": _bare(name), "decomposed": normalize("NFD", name), "in capitals": name.upper()}[form]
    told = text.format(said)
    assert moves(told, lang) == [f"{name}: {seller} > {buyer}"]
    assert said in {m.said for m in reading(told, lang).mentions}, "the whole name is the mention"


def test_a_city_in_a_club_is_no_player() -> None:
    text = "Arsenal de olho em Guimarães\n\nO Vitória de Guimarães quer contratar o extremo Jota Silva. O Benfica também segue o jogador."
    assert "Bruno Guimarães" not in names(text, "pt", MentionKind.PERSON)


GERMAN = [
    ("Rückkehr nach Augsburg\n\nDer ehemalige Chemnitzer Marek Kraft wechselt zum FC Augsburg.", {"Marek Kraft"}),
    ("Neuzugang in Augsburg\n\nEx-Löwe Marek Hradil und Maximilian Großer unterschreiben beim FC Augsburg.", {"Marek Hradil", "Maximilian Großer"}),
    ("Neuer Mann\n\nWie die Online-Zeitungen melden, kommt Marek Hradil vom Erstligisten Slaven Koprivnica zum FC Augsburg.", {"Marek Hradil"}),
]


@pytest.mark.parametrize(("text", "people"), GERMAN)
def test_where_nouns_have_capitals_a_noun_may_be_a_surname_and_is_no_man_by_itself(text: str, people: set[str]) -> None:
    assert set(names(text, "de", MentionKind.PERSON)) == people


ALONE = [
    ("en", "Bruno said on Sunday that he was happy. It was a quiet weekend for everybody.", "Bruno"),
    ("en", "Thiago spoke to reporters on Friday and said that he was looking forward to his holidays.", "Thiago"),
    ("en", "Pepe gave an interview to a local radio station and talked about his childhood.", "Pepe"),
    ("it", "Domenica Bruno ha detto di essere felice. È stato un fine settimana tranquillo per tutti.", "Bruno"),
    ("es", "El domingo Bruno dijo que estaba contento. Fue un fin de semana tranquilo para todos.", "Bruno"),
    ("fr", "Dimanche, Bruno a dit qu'il était heureux. Le week-end a été calme pour tout le monde.", "Bruno"),
    ("de", "Am Sonntag sagte Bruno, er sei glücklich. Es war ein ruhiges Wochenende für alle.", "Bruno"),
    ("pt", "No domingo, Bruno disse que estava feliz. Foi um fim de semana tranquilo para todos.", "Bruno"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "name"), ALONE)
def test_a_single_name_without_context_stays_unlinked(lang: str, text: str, name: str) -> None:
    assert meant(text, lang, name) <= {None}
    assert moves(text, lang) == []


AGES = [
    ("en", "The 23-year-old winger Lars Ekdahl scored twelve goals this season. The 19-year-old goalkeeper Nils Berggren has kept ten clean sheets. "
     "Chelsea have made an offer for the {}-year-old."),
    ("it", "L'ala di 23 anni Lars Ekdahl ha segnato dodici gol in stagione. Il portiere di 19 anni Nils Berggren ha tenuto dieci volte la porta inviolata. "
     "Il Chelsea ha presentato un'offerta per il {}enne."),
    ("es", "El extremo de 23 años Lars Ekdahl marcó doce goles esta temporada. El portero de 19 años Nils Berggren dejó diez veces la portería a cero. "
     "El Chelsea ha presentado una oferta por el jugador de {} años."),
    ("fr", "L'ailier de 23 ans Lars Ekdahl a marqué douze buts cette saison. Le gardien de 19 ans Nils Berggren a gardé dix fois sa cage inviolée. "
     "Chelsea a transmis une offre pour le joueur de {} ans."),
    ("de", "Der 23-jährige Flügelspieler Lars Ekdahl traf zwölfmal in dieser Saison. Der 19-jährige Torhüter Nils Berggren spielte zehnmal zu null. "
     "Der FC Chelsea will den {}-Jährigen verpflichten."),
    ("pt", "O extremo de 23 anos Lars Ekdahl marcou doze golos esta época. O guarda-redes de 19 anos Nils Berggren ficou dez vezes sem sofrer. "
     "O Chelsea apresentou uma proposta pelo jogador de {} anos."),
]  # fmt: skip


@pytest.mark.parametrize(("age", "who"), [(23, "Lars Ekdahl"), (19, "Nils Berggren")])
@pytest.mark.parametrize(("lang", "text"), AGES)
def test_an_age_means_him_whom_the_text_has_given_it(lang: str, text: str, age: int, who: str) -> None:
    assert [move.split(":")[0] for move in moves(text.format(age), lang)] == [who]


INVENTED = [
    ("en", "Arsenal eye Bugduv\n\nArsenal want to sign 16-year-old striker {} from Olimpia Balti. The Moldovan has already scored for his country."),
    ("en", "Arsenal in talks for teenager\n\nArsenal are in talks to sign {}. The Moldova striker has impressed the scouts of Arsenal."),
    ("it", "L'Arsenal su un baby talento\n\nL'Arsenal vuole {}, attaccante moldavo di 16 anni. Gli osservatori lo seguono da mesi."),
    ("it", "Offerta dell'Arsenal\n\nL'Arsenal ha presentato un'offerta per {}, giovane attaccante moldavo."),
    ("es", "El Arsenal quiere a un juvenil\n\nEl Arsenal quiere fichar a {}, delantero moldavo de 16 años. Los ojeadores lo siguen desde hace meses."),
    ("es", "Oferta del Arsenal\n\nEl Arsenal ha presentado una oferta por {}, joven delantero moldavo."),
    ("fr", "Arsenal sur un joueur de 16 ans\n\nArsenal veut recruter {}, l'attaquant moldave de 16 ans. Les recruteurs le suivent depuis des mois."),
    ("fr", "Offre d'Arsenal\n\nArsenal a transmis une offre pour {}, un jeune attaquant moldave."),
    ("de", "Arsenal will 16-Jährigen\n\nDer FC Arsenal will {} verpflichten, einen Stürmer aus Moldau. Die Scouts beobachten ihn seit Monaten."),
    ("de", "Angebot von Arsenal\n\nDer FC Arsenal hat ein Angebot für {} abgegeben, einen jungen Stürmer aus Moldau."),
    ("pt", "Arsenal quer jovem\n\nO Arsenal quer contratar {}, avançado moldavo de 16 anos. Os olheiros seguem-no há meses."),
    ("pt", "Proposta do Arsenal\n\nO Arsenal apresentou uma proposta por {}, jovem avançado moldavo."),
]  # fmt: skip


@pytest.mark.parametrize("name", ["Masal Bugduv", "Dejan Vlahovic", "Ion Isak"])
@pytest.mark.parametrize(("lang", "text"), INVENTED)
def test_a_player_who_never_existed_is_never_linked(lang: str, text: str, name: str) -> None:
    told = text.format(name)
    assert meant(told, lang, name) == {None}, "read in full, and meant as nobody we know"
    assert {c.person.entity for c in reading(told, lang).claims} <= {None}


NAMESAKES = [
    ("en", "Palmeiras want Pedro\n\nPalmeiras have made an offer to Flamengo for Pedro. The striker wants to talk to his club first.", "pedro-1997"),
    ("en", "Sevilla want Pedro\n\nSevilla are in talks to sign Pedro from Lazio. The winger is ready to return to Spain.", "pedro-1987"),
    ("it", "Il Palmeiras vuole Pedro\n\nIl Palmeiras ha presentato un'offerta al Flamengo per Pedro.", "pedro-1997"),
    ("es", "El Palmeiras quiere a Pedro\n\nEl Palmeiras ha presentado una oferta al Flamengo por Pedro.", "pedro-1997"),
    ("es", "El Sevilla quiere a Pedro\n\nEl Sevilla negocia con la Lazio el fichaje de Pedro.", "pedro-1987"),
    ("fr", "Palmeiras veut Pedro\n\nPalmeiras a transmis une offre à Flamengo pour Pedro.", "pedro-1997"),
    ("fr", "Séville veut Pedro\n\nLe FC Séville négocie avec la Lazio le transfert de Pedro.", "pedro-1987"),
    ("de", "Palmeiras will Pedro\n\nPalmeiras hat ein Angebot für Pedro von Flamengo abgegeben.", "pedro-1997"),
    ("de", "Sevilla will Pedro\n\nDer FC Sevilla will Pedro von Lazio Rom verpflichten.", "pedro-1987"),
    ("pt", "Palmeiras quer Pedro\n\nO Palmeiras apresentou uma proposta ao Flamengo por Pedro.", "pedro-1997"),
    ("pt", "Sevilha quer Pedro\n\nO Sevilla negoceia com a Lazio a contratação de Pedro.", "pedro-1987"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "who"), NAMESAKES)
def test_the_club_tells_which_namesake_is_meant(lang: str, text: str, who: str) -> None:
    assert meant(text, lang, "Pedro") == {who}
    assert {c.person.entity for c in reading(text, lang).claims} == {who}


@pytest.mark.parametrize("front", ["", " date 2024-07 "])
def test_what_begins_an_article_is_no_name_for_its_capital_whatever_a_crawler_puts_in_front(front: str) -> None:
    text = f"{front}Asse Milan-Juventus, si lavora allo scambio per Bonucci\n\nI due club parlano da giorni."
    assert names(text, "it", MentionKind.CLUB) == {"AC Milan", "Juventus"}


def test_an_acronym_that_is_a_common_word_needs_its_capitals() -> None:
    text = "Accordo vicino\n\nIl centrocampista Leonardo Bonucci piace {}, dice il Milan."
    assert "Saint-Étienne" in names(text.format("all'ASSE"), "it", MentionKind.CLUB)
    assert "Saint-Étienne" not in names(text.format("al nuovo Asse"), "it", MentionKind.CLUB)


@pytest.mark.parametrize("text", ["Il Psg segue Leonardo Bonucci.", "Psg, offerta per Leonardo Bonucci."])
def test_an_acronym_without_a_vowel_is_no_common_word(text: str) -> None:
    assert names(f"{text} Il Milan aspetta.", "it", MentionKind.CLUB) == {"Paris Saint-Germain", "AC Milan"}


def test_a_town_is_nobody() -> None:
    text = "Il difensore\n\nIl filo che lega Milano a Torino si fa più stretto per Leonardo Bonucci."
    assert names(text, "it", MentionKind.PERSON) == {"Leonardo Bonucci"}


def test_a_preposition_and_a_given_name_are_no_surname_if_another_name_follows() -> None:
    text = "Cierre de mercado\n\nEl Valencia negocia con el Getafe el traspaso de Tomas Hradek."
    assert names(text, "es", MentionKind.PERSON) == {"Tomas Hradek"}


@pytest.mark.parametrize(("lang", "text"), [
    ("es", "El Valencia negocia con el Getafe por Zvork Hradil."), ("pt", "O Benfica negocia com o Arouca por Zvork Hradil."),
    ("it", "Il Milan tratta Zvork Hradil con il Sassuolo."), ("en", "Arsenal sign Zvork Hradil"), ("fr", "Zvork Hradil rejoint Lens"),
])  # fmt: skip
def test_somebody_unknown_is_found_in_a_line_of_names(lang: str, text: str) -> None:
    assert names(text, lang, MentionKind.PERSON) == {"Zvork Hradil"}


def test_a_headline_in_title_case_makes_nobody() -> None:
    assert names("Arsenal Transfer News Live Updates Latest", "en", MentionKind.PERSON) == set()


@pytest.mark.parametrize("what", ["Wingers", "Youngsters", "Defenders"])
def test_what_opens_a_sentence_does_not_swallow_the_name_behind_it(what: str) -> None:
    assert names(f"{what} Marek Hradil and Petr Novak have left Everton.", "en", MentionKind.PERSON) == {"Marek Hradil", "Petr Novak"}


ANTECEDENTS = [
    ("en", "Betis sign Antony\n\nReal Betis have signed Antony from Manchester United. Antony arrives in Seville tomorrow. {}",
     "That leaves Sofyan Amrabat, for whom Getafe have made an offer."),
    ("es", "Betis: Antony, hasta 2030\n\nEl Betis ha firmado a Antony, del Manchester United. Antony llegará mañana. {}",
     "Otro asunto es el de Sofyan Amrabat, al que ya pretende también el Getafe."),
    ("it", "Betis: Antony fino al 2030\n\nIl Betis ha preso Antony dal Manchester United. Antony arriva domani. {}",
     "Altro discorso per Sofyan Amrabat, per cui il Getafe ha fatto un'offerta."),
    ("fr", "Betis : Antony signe\n\nLe Betis a recruté Antony, de Manchester United. Antony arrive demain. {}",
     "Reste le cas Sofyan Amrabat, pour qui Getafe a fait une offre."),
    ("de", "Betis holt Antony\n\nBetis hat Antony von Manchester United verpflichtet. Antony kommt morgen. {}",
     "Bleibt Sofyan Amrabat, für den Getafe ein Angebot abgegeben hat."),
    ("pt", "Betis: Antony até 2030\n\nO Betis contratou Antony, do Manchester United. Antony chega amanhã. {}",
     "Outro caso é Sofyan Amrabat, por quem o Getafe fez uma proposta."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "other"), ANTECEDENTS)
def test_a_relative_clause_is_about_whom_it_follows(lang: str, text: str, other: str) -> None:
    told = {move.split(":")[0]: move.split("> ")[1] for move in moves(text.format(other), lang)}
    assert told == {"Antony": "Real Betis", "Sofyan Amrabat": "Getafe"}


def test_who_leaves_without_a_club_in_the_headline_leaves_the_one_the_text_is_about() -> None:
    text = "O técnico falou depois do treino do Corinthians. O Corinthians joga no domingo. O lateral Marek Hradil pediu a rescisão."
    assert moves(text, "pt") == ["Marek Hradil: Corinthians > ?"]


def test_words_for_somebody_may_mean_who_is_named_before_in_the_same_sentence() -> None:
    text = "Ohne Granit Xhaka müsste Bayer Leverkusen die Abwehr um Lukas Hradecky neu ordnen, denn den Finnen umwirbt dem Vernehmen nach die AS Monaco."
    assert [move for move in moves(text, "de") if "Monaco" in move] == ["Lukáš Hrádecký: Bayer Leverkusen > Monaco"]


def test_a_coach_who_is_a_candidate_himself_does_not_go_to_his_own_club() -> None:
    text = "Roger Schmidt steht bei Eintracht Frankfurt vor dem Aus. Cesc Fàbregas gilt als Kandidat, will Como aber nicht verlassen."
    assert "Cesc Fàbregas: Como > Eintracht Frankfurt" in moves(text, "de")


ADDED = {
    "es": "Sofyan Amrabat tiene una cláusula que entra en vigor en junio, con Getafe muy interesado.",
    "it": "Sofyan Amrabat ha una clausola che scatta a giugno, con il Getafe interessato.",
    "fr": "Sofyan Amrabat possède une clause qui s'active en juin, avec Getafe très intéressé.",
    "pt": "Sofyan Amrabat tem uma cláusula que entra em vigor em junho, com o Getafe interessado.",
}


@pytest.mark.parametrize("lang", ADDED)
def test_what_clubs_do_behind_a_comma_is_about_whom_the_sentence_names(lang: str) -> None:
    text = next(text for language, text, _ in ANTECEDENTS if language == lang).format(ADDED[lang])
    assert [move for move in moves(text, lang) if "Antony" in move] == ["Antony: Manchester United > Real Betis"]


@pytest.mark.parametrize("added", [", with Everton having made an offer", ": Everton and Chelsea are keen"])
def test_a_club_that_begins_anew_is_not_left(added: str) -> None:
    told = moves(f"Marek Hradil latest\n\nMarek Hradil is on his way out{added}.", "en")
    assert not any("Everton >" in move for move in told), told


@pytest.mark.parametrize(("lang", "text", "club"), [
    ("pt", "O Braga apresentou mais um reforço. Trata-se de Marek Hradil, médio checo de 22 anos.", "Braga"),
    ("it", "Il Lecce ha chiuso un altro acquisto in difesa. Si tratta di Marek Hradil, centrale ceco di 22 anni.", "Lecce"),
    ("es", "El Getafe ya ha fichado a un delantero. Se trata del checo Marek Hradil.", "Getafe"),
    ("de", "Augsburg hat einen neuen Stürmer verpflichtet. Dabei handelt es sich um Marek Hradil.", "Augsburg"),
])  # fmt: skip
def test_a_sentence_names_whom_the_one_before_left_without_a_name(lang: str, text: str, club: str) -> None:
    assert [move.split(" > ")[1] for move in moves(text, lang)] == [club]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Everton have four forwards on their list. These four are Marek Hradil, Petr Novotny, Jan Dusek and Ivan Kral."),
    ("es", "El Getafe quiere fichar a cuatro delanteros. Los cuatro son Marek Hradil, Petr Novotny, Jan Dusek e Ivan Kral."),
    ("fr", "Lens s'intéresse à quatre attaquants. Ces quatre joueurs sont Marek Hradil, Petr Novotny, Jan Dusek et Ivan Kral."),
    ("de", "Augsburg ist an vier Stürmern interessiert. Die vier heißen Marek Hradil, Petr Novotny, Jan Dusek und Ivan Kral."),
    ("it", "Il Lecce segue quattro attaccanti. I nomi sono Marek Hradil, Petr Novotny, Jan Dusek e Ivan Kral."),
    ("pt", "O Braga tem interesse em quatro avançados. Os nomes são Marek Hradil, Petr Novotny, Jan Dusek e Ivan Kral."),
])  # fmt: skip
def test_a_sentence_names_all_whom_the_one_before_left_without_names(lang: str, text: str) -> None:
    assert len({move.split(" > ")[0] for move in moves(text, lang)}) == 4


def test_whoever_is_named_in_full_is_no_namesake_of_his_age() -> None:
    text = (
        "Arsenal monitor Rodrigo Mora\n\nThere is interest in Mora, a 17-year-old midfielder, after his season for Porto. Mora is highly regarded inside "
        "Old Trafford."
    )
    assert moves(text, "en", date(2025, 2, 14)) == ["Rodrigo Mora: ? > Arsenal", "Rodrigo Mora: ? > Manchester United"]


def test_a_name_ends_where_the_next_sentence_begins_without_a_space() -> None:
    text = "Bahia anuncia a saída do diretor Marek Hradil.Dirigente deixa o clube após seis meses\n\nHradil chegou ao Bahia em janeiro."
    assert [m.name for m in reading(text, "pt").mentions if m.kind is MentionKind.PERSON] == ["Marek Hradil", "Marek Hradil"]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Lecce manager Petr Koller wants Jan Horak."),
    ("it", "L'allenatore Petr Koller vuole Jan Horak al Lecce."),
])  # fmt: skip
def test_whom_a_coach_wants_is_no_coach(lang: str, text: str) -> None:
    assert {c.group.role for c in explained(text, lang).candidates if c.group.person.name == "Jan Horak"} == {Role.PLAYER}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Everton have appointed Pavel Hudec as manager."),
    ("en", "Everton have named Pavel Hudec as their new head coach."),
    ("de", "Werder Bremen hat Pavel Hudec als neuen Trainer verpflichtet."),
    ("it", "Il Genoa ha scelto Pavel Hudec come nuovo allenatore."),
    ("es", "El Betis ha fichado a Pavel Hudec como entrenador."),
    ("fr", "Nantes a choisi Pavel Hudec comme entraîneur."),
    ("pt", "O Vasco anunciou Pavel Hudec como novo treinador."),
])  # fmt: skip
def test_who_is_taken_as_coach_is_appointed(lang: str, text: str) -> None:
    claims = [claim for claim in reading(text, lang).claims if claim.tense is Tense.CURRENT]
    assert [(claim.role, claim.mode) for claim in claims] == [(Role.COACH, Mode.APPOINTMENT)]
