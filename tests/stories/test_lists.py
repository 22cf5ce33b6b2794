"""Lists of who comes and who goes, posts with hashtags and arrows, and what cannot be said of one person at once."""

from __future__ import annotations

import pytest
from shipped import DAY, moves, names

from mercato.model.article import MentionKind

LISTS = [
    ("en",
     "Everton's summer\n\nThese players have been linked with a move to Everton:\n- Morten Frendrup, midfielder at Genoa\n- James McAtee, midfielder at "
     "Manchester City\n\nThe window closes on Monday, and the club hope to do more business before then.",
     ["James McAtee: Manchester City > Everton", "Morten Frendrup: Genoa > Everton"]),
    ("es",
     "Así queda el Alavés\n\nAltas del Alavés: Carlos Protesoni (Racing de Santander). Bajas: Rubén Duarte (Eibar).",
     ["Carlos Protesoni: Racing Santander > Alavés", "Rubén Duarte: Alavés > Eibar"]),
    ("fr",
     "Le mercato de Metz\n\nLe club lorrain n'a pas chômé cet été.\n\nArrivées : Lamine Camara (Génération Foot), Simon Elisor (Laval).",
     ["Lamine Camara: Generation Foot > Metz", "Simon Elisor: Laval > Metz"]),
    ("de",
     "Der Sommer des FC Augsburg\n\nZugänge: Anton Kade (FC Basel), Elias Saad (FC St. Pauli).\n\nAbgänge: Frank Onyeka (Brentford).",
     ["Anton Kade: FC Basel > Augsburg", "Elias Saad: St. Pauli > Augsburg", "Frank Onyeka: Augsburg > Brentford"]),
    ("pt",
     "O plantel do Braga\n\nEntradas: Fran Navarro (FC Porto), Gabri Martínez (Girona).",
     ["Fran Navarro: FC Porto > Braga", "Gabri Martínez: Girona > Braga"]),
    ("it",
     "Il mercato del Lecce\n\nAcquisti: Riccardo Sottil (Fiorentina), Francesco Camarda (Milan).",
     ["Francesco Camarda: AC Milan > Lecce", "Riccardo Sottil: Fiorentina > Lecce"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "told"), LISTS)
def test_a_list_says_of_each_in_it_what_its_label_says(lang: str, text: str, told: list[str]) -> None:
    assert moves(text, lang, DAY) == told


ANNOUNCED = [
    ("en", "Everton say goodbye\n\nThree players have left Everton: Marek Hradil, Pavel Drozd and Jan Kott.", "Everton"),
    ("it", "Il Torino saluta\n\nTre giocatori lasciano il Torino: Marek Hradil, Pavel Drozd e Jan Kott.", "Torino"),
    ("fr", "Lens dit adieu\n\nTrois joueurs quittent Lens : Marek Hradil, Pavel Drozd et Jan Kott.", "Lens"),
    ("de", "Abschied in Freiburg\n\nGleich drei Spieler verlassen den SC Freiburg: Marek Hradil, Pavel Drozd und Jan Kott.", "Freiburg"),
]


@pytest.mark.parametrize(("lang", "text", "club"), ANNOUNCED)
def test_what_is_announced_behind_a_colon_is_said_of_each_who_is_listed_there(lang: str, text: str, club: str) -> None:
    assert moves(text, lang, DAY) == [f"{who}: {club} > ?" for who in ("Jan Kott", "Marek Hradil", "Pavel Drozd")]


def test_a_name_in_capitals_before_a_colon_tells_of_whom_what_follows_is() -> None:
    told = "MAREK HRADIL: El Getafe sabe que quiere venir y lo espera.\n\nLUKA NOVOTNY: Medios de Francia dicen que fue ofrecido al Rayo Vallecano."
    assert "Luka Novotny: Getafe > Rayo Vallecano" in [move.title() for move in moves(f"El mercado del Getafe\n\n{told}", "es")]


ELIDED = [
    ("fr", "Lens remplace ses partants\n\nLens a publié deux communiqués jeudi. Wesley Saïd file à Angers, Adrien Thomasson à Nantes pour deux saisons.",
     ["Adrien Thomasson: Lens > Nantes", "Wesley Saïd: Lens > Angers"]),
    ("en", "Everton count their suitors\n\nBrighton have made an offer of £20m for Everton midfielder James Garner, and so have Brentford.",
     ["James Garner: Everton > Brentford", "James Garner: Everton > Brighton & Hove Albion"]),
    ("fr", "Un attaquant très courtisé\n\nBrest a fait une offre pour Florian Sotoca, l'attaquant de Lens ; Toulouse également.",
     ["Florian Sotoca: Lens > Brest", "Florian Sotoca: Lens > Toulouse"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "told"), ELIDED)
def test_a_clause_without_a_verb_goes_on_with_what_was_said_before_it(lang: str, text: str, told: list[str]) -> None:
    assert moves(text, lang, DAY) == told


def test_the_odds_of_a_bookmaker_are_on_what_the_line_before_them_announces() -> None:
    coaches = (
        "Pressure grows at Old Trafford\n\nManchester United lost again on Wednesday, and the board will not wait for ever.\n\n"
        "Next Manchester United manager odds\n\nOliver Glasner – 5/2\n\nAndoni Iraola – 5/1\n\nThe next match is on Sunday, when the team travel to the coast."
    )
    assert [move.split(": ")[0] for move in moves(coaches, "en", DAY)] == ["Andoni Iraola", "Oliver Glasner"]
    clubs = (
        "What is next for Rashford?\n\nMarcus Rashford wants to play abroad, and his agent has spoken of it.\n\nMarcus Rashford next club odds\n\n"
        "Barcelona – 7/2\n\nAny French club – 4/1\n\nNapoli – 9/2\n\nThe winger scored eleven goals in the spring."
    )
    assert [move.split(" > ")[1] for move in moves(clubs, "en", DAY)] == ["FC Barcelona", "Napoli"]


def test_clubs_are_listed_though_each_has_its_preposition() -> None:
    told = ["Toni Martínez: Alavés > Celta Vigo", "Toni Martínez: Alavés > Getafe", "Toni Martínez: Alavés > Girona"]
    assert moves("Toni Martínez está en la agenda del Getafe, del Celta y del Girona. El Alavés escucha ofertas.", "es", DAY) == told


def test_a_hashtag_may_be_the_second_half_of_a_name_but_two_are_two() -> None:
    assert "Moussa Diaby" in names("Excl. news Moussa #Diaby: an agreement with Aston Villa is close.", "en", MentionKind.PERSON)
    assert all("#" not in name for name in names("#SerieA #Calciomercato: the window closes on Monday.", "en", MentionKind.PERSON))


def test_neither_a_topic_nor_a_handle_nor_the_first_word_behind_a_picture_is_a_person() -> None:
    post = "#LigaPortugal | Meeting between Porto and Arouca on Monday 🔵 Possible fee: €3m #TransferTalk #Ligue1 @SomeReporter"
    assert names(post, "en", MentionKind.PERSON) == set()


def test_the_last_line_of_a_post_is_no_link_to_another_article() -> None:
    post = "Medical booked for Dan Ndoye at Nottingham Forest.\n\nMark Flekken has joined Bayer Leverkusen from Brentford 🔴⚫️ https://t.co/uDfh"
    assert "Mark Flekken: Brentford > Bayer Leverkusen" in moves(post, "en", DAY)


def test_nobody_goes_to_the_club_that_he_leaves() -> None:
    assert moves("Arsenal veut Barcola\n\nArsenal a transmis une offre pour l'ailier du PSG Bradley Barcola.", "fr", DAY) == [
        "Bradley Barcola: Paris Saint-Germain > Arsenal"
    ]


def test_a_pundit_long_past_playing_is_not_signed() -> None:
    text = "Carragher on Isak\n\nJamie Carragher says Liverpool should sign Alexander Isak from Newcastle United. Carragher wants Liverpool to act now."
    assert all(not move.startswith("Jamie Carragher") for move in moves(text, "en", DAY))


def test_the_fields_of_a_card_are_said_of_the_name_above_them() -> None:
    text = (
        "Ranking the signings of the summer\n\nClubs have been busy, and we have put their deals in order from worst to best, as the season begins.\n\n"
        "2. Marek Hradil\n\nTransfer: Sparta Prague to Everton\n\nFee: £12m\n\nA winger who can play on both sides, and who has started well.\n\n"
        "1. Luka Novotny\n\nTransfer: Derby County to Burnley\n\nFee: £5m\n\nA solid defender at a fair price, and a leader too."
    )
    assert moves(text, "en") == ["Luka Novotny: Derby County > Burnley", "Marek Hradil: Sparta Prague > Everton"]


def test_a_headline_about_those_who_come_and_go_opens_no_list_of_either() -> None:
    text = "Chegadas e partidas: defesas agitam o mercado do Palmeiras\n\nMarek Hradil e Karel Vondra formam hoje a dupla de centrais do treinador."
    assert moves(text, "pt") == []


def test_behind_a_mere_comma_the_next_headline_begins() -> None:
    text = "Transfer news: Leeds move for Marek Hradil, Luka Novotny rejects Everton, Fulham sign Petr Koller"
    assert "Luka Novotny: ? > Leeds United" not in moves(text, "en")
    assert "Marek Hradil: ? > Leeds United" in moves(text, "en")


def test_a_club_loses_everybody_whom_it_is_said_to_lose() -> None:
    text = "Brighton are losing their captain Marek Hradil and goalkeeper Luka Novotny, as well as Petr Koller and Jan Horak."
    assert [move.partition(":")[0] for move in moves(text, "en")] == ["Jan Horak", "Luka Novotny", "Marek Hradil", "Petr Koller"]


def test_brackets_in_a_list_of_those_who_left_say_where_each_goes() -> None:
    text = (
        "Sommer in Osnabrück\n\nMarek Hradil (zurück zu Union Berlin), Jano Beluk (SC Paderborn), Petr Dvorsky und Ivo Kranic (noch ohne neuen "
        "Verein) haben den VfL Osnabrück verlassen."
    )
    assert moves(text, "de") == [
        "Ivo Kranic: VfL Osnabrück > ?",
        "Jano Beluk: VfL Osnabrück > Paderborn",
        "Marek Hradil: VfL Osnabrück > Union Berlin",
        "Petr Dvorsky: VfL Osnabrück > ?",
    ]


def test_a_club_s_short_name_on_a_line_of_its_own_heads_the_list_below() -> None:
    text = (
        "Die wichtigsten Wechsel der Liga\n\nZum Schluss holte der FC Basel noch den Stürmer Petr Lovak, und auch sonst wurde gestern noch manches "
        "Geschäft gemacht.\n\nYB\n\nZugänge: Marek Hradil (FC Sion), Jano Beluk (Leihe/Stade Rennes)\n\nAbgänge: Petr Dvorsky (Werder Bremen)\n\n"
        "Fazit: Ein ruhiger Sommer beim Meister, der seine besten Leute wohl wird halten können."
    )
    assert {"Jano Beluk: Rennes > Young Boys", "Marek Hradil: FC Sion > Young Boys", "Petr Dvorsky: Young Boys > Werder Bremen"} < {*moves(text, "de")}


def test_clubs_of_one_list_all_want_him() -> None:
    told = ["Marek Hradil: ? > AS Roma", "Marek Hradil: ? > Lazio", "Marek Hradil: ? > Marseille"]
    assert moves("AS Roma, Lazio and Marseille have begun talks to sign Marek Hradil.", "en", DAY) == told


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Arsenal look for a striker\n\nArsenal have made offers for Marek Hradil and for Petr Novak."),
    ("fr", "Arsenal cherche un attaquant\n\nArsenal a transmis une offre pour Marek Hradil et pour Petr Novak."),
    ("de", "Arsenal sucht einen Stürmer\n\nArsenal hat ein Angebot für Marek Hradil und für Petr Novak abgegeben."),
    ("it", "L'Arsenal cerca una punta\n\nL'Arsenal ha presentato un'offerta per Marek Hradil e per Petr Novak."),
    ("es", "El Arsenal busca un delantero\n\nEl Arsenal ha presentado una oferta por Marek Hradil y por Petr Novak."),
    ("pt", "O Arsenal procura avançado\n\nO Arsenal apresentou uma proposta por Marek Hradil e por Petr Novak."),
])  # fmt: skip
def test_a_list_goes_on_behind_the_same_preposition(lang: str, text: str) -> None:
    assert moves(text, lang, DAY) == ["Marek Hradil: ? > Arsenal", "Petr Novak: ? > Arsenal"]


def test_clubs_told_as_examples_are_suitors() -> None:
    found = moves("Several clubs are showing interest in Marek Hradil, including Arsenal, Chelsea and Liverpool.", "en", DAY)
    assert {move.split(" > ")[1] for move in found} == {"Arsenal", "Chelsea", "Liverpool"}


def test_a_club_named_in_brackets_for_both_or_all_is_each_one_s() -> None:
    text = (
        "Transferticker der 2. Liga\n\nKarlsruher SC\n\nZugänge: Jonas Wind, Joakim Maehle (beide VfL Wolfsburg)\n\nAbgänge: Exequiel Palacios (Sunderland)\n\n"
        "1. FC Köln\n\nZugänge: Granit Xhaka (Sunderland)\n\nDie Liste wird laufend ergänzt und ist nicht vollständig."
    )
    assert moves(text, "de") == [
        "Exequiel Palacios: Karlsruher SC > Sunderland",
        "Granit Xhaka: Sunderland > FC Köln",
        "Joakim Mæhle: Wolfsburg > Karlsruher SC",
        "Jonas Wind: Wolfsburg > Karlsruher SC",
    ]


def test_what_is_said_in_apposition_to_the_last_of_a_mere_enumeration_is_said_of_him_alone() -> None:
    alone = "Il Modena perde Marek Hradil, Luka Novotny, Petr Koller, passato al Bologna."
    assert moves(alone, "it") == ["Luka Novotny: Modena > ?", "Marek Hradil: Modena > ?", "Petr Koller: Modena > Bologna"]
    bracketed = "Il Modena perde il portiere Marek Hradil (Rimini) e il terzino Luka Novotny, passato al Bologna."
    assert moves(bracketed, "it") == ["Luka Novotny: Modena > Bologna", "Marek Hradil: Modena > Rimini"]


def test_an_office_with_a_hyphen_opens_no_list() -> None:
    assert moves("Metz train before the derby\n\nEDITOR-IN-CHIEF: MARTIN HOLLIS\n\nPLAYERS of Metz trained on Monday morning.", "en", DAY) == []


def test_a_list_in_a_sentence_of_prose_ends_with_it() -> None:
    text = (
        "Novara scatenato\n\nTra le società più attive c'è il Lecco, che ha annunciato un tris di acquisti: Marek Hradil e Petr Novak. "
        "Il Vicenza ha ceduto Karel Dvorak al Verona, il Trento cerca una punta."
    )
    assert [move.split(" > ")[1] for move in moves(text, "it", DAY)] == ["Hellas Verona", "Lecco", "Lecco"]


def test_a_headline_of_arrivals_is_said_of_whoever_opens_a_paragraph() -> None:
    text = (
        "New arrivals: Everton Women squad additions\n\nEverton have had a long summer, and we look at everybody who has come.\n\nGoalkeeper\n\n"
        "Marek Hradil- A veteran of the league, Hradil arrives from Leeds and offers depth between the posts."
    )
    assert moves(text, "en") == ["Marek Hradil: Leeds United > Everton"]


@pytest.mark.parametrize(("text", "told"), [
    ("Brutte notizie anche per la Sampdoria, che ha licenziato Marek Hradil.", "Sampdoria > ?"),
    ("Colpo in attacco della Cremonese, che si assicura Marek Hradil dalla Sampdoria.", "Sampdoria > Cremonese"),
])  # fmt: skip
def test_a_relative_clause_tells_what_the_club_does_before_it(text: str, told: str) -> None:
    assert moves(f"Il punto sul mercato\n\nLa giornata è stata lunga. {text}", "it", DAY) == [f"Marek Hradil: {told}"]


def test_brackets_between_a_club_and_what_it_does_send_nobody_to_the_club_in_them() -> None:
    text = "Terzo esonero anche per la Sampdoria (tra le ultime avversarie rimaste nel calendario del Catanzaro), che ha licenziato Marek Hradil."
    assert not any("Catanzaro" in move for move in moves(f"Il punto sul mercato\n\nLa giornata è stata lunga. {text}", "it", DAY))


WHOSE = [
    "Nice cherche un milieu\n\nNice vise le Brestois Marek Hradil et le Lorientais Luka Novotny. Les dirigeants niçois ont pris contact.",
    "Nice cherche un milieu\n\nLes dirigeants niçois accélèrent sur les milieux Marek Hradil (21 ans) de Brest et Luka Novotny (19 ans) de Lorient.",
]


@pytest.mark.parametrize("text", WHOSE)
def test_those_of_a_list_belong_to_the_club_of_the_epithet_before_or_of_the_word_behind_their_age(text: str) -> None:
    assert moves(text, "fr", DAY) == ["Luka Novotny: Lorient > Nice", "Marek Hradil: Brest > Nice"]


def test_the_likes_of_others_are_of_one_list_with_the_first() -> None:
    text = "Juventus, along with the likes of Lecce and Torino, are keen on Marek Hradil."
    assert moves(text, "en") == ["Marek Hradil: ? > Juventus", "Marek Hradil: ? > Lecce", "Marek Hradil: ? > Torino"]


def test_what_a_relative_clause_tells_of_the_first_in_a_list_is_not_said_of_the_others() -> None:
    text = "Il mercato\n\nIl Lecce saluta Marek Hradil, che piace al Torino, e Jan Kott, il cui contratto è scaduto."
    found = moves(text, "it")
    assert [move for move in found if move.endswith("> Torino")] == ["Marek Hradil: Lecce > Torino"]
