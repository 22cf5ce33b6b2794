"""From where to where: the words decide, never which club stands nearest, and an outlet sells nobody."""

from __future__ import annotations

from datetime import date

import pytest
from shipped import DAY, likeliest, moves, names, reading, stated

from mercato.model.article import MentionKind
from mercato.model.claim import Tense

NEAREST = [
    ("en", "Liverpool bid for Isak\n\nLiverpool, who beat Tottenham on Sunday, have made an offer to Newcastle United for Alexander Isak."),
    ("en",
     "Liverpool want Isak\n\nAlexander Isak, who scored twice against Chelsea last weekend, is wanted by Liverpool. Newcastle United do not want "
     "to sell him."),
    ("it", "Il Liverpool su Isak\n\nDopo la vittoria contro l'Arsenal, il Liverpool tratta con il Newcastle l'acquisto di Alexander Isak."),
    ("es", "El Liverpool quiere a Isak\n\nEl Liverpool, que el domingo ganó al Tottenham, ha presentado una oferta al Newcastle por Alexander Isak."),
    ("fr", "Liverpool veut Isak\n\nLiverpool, qui a battu Tottenham dimanche, a transmis une offre à Newcastle pour Alexander Isak."),
    ("fr",
     "Isak proche de Liverpool\n\nAlexander Isak, auteur d'un doublé contre Chelsea, est tout proche de rejoindre Liverpool. Newcastle réclame "
     "120 millions d'euros."),
    ("de", "Liverpool will Isak\n\nDer FC Liverpool, der am Sonntag Tottenham schlug, hat Newcastle United ein Angebot für Alexander Isak vorgelegt."),
    ("de",
     "Liverpool verhandelt über Isak\n\nNach dem Sieg gegen Arsenal verhandelt der FC Liverpool mit Newcastle United über einen Transfer von "
     "Alexander Isak."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), NEAREST)
def test_the_nearest_club_is_not_the_destination(lang: str, text: str) -> None:
    assert moves(text, lang) == ["Alexander Isak: Newcastle United > Liverpool"]


LEAVE = [
    ("en", "Rashford ready to go\n\nMarcus Rashford wants to leave Manchester United for Barcelona this summer."),
    ("en", "Rashford set to leave United for Barcelona\n\nMarcus Rashford has agreed to leave Manchester United for Barcelona, and will sign on Monday."),
    ("en", "Marcus Rashford is close to swapping Manchester United for Barcelona. The forward will leave England for Spain."),
    ("it", "Rashford verso l'addio\n\nMarcus Rashford vuole lasciare il Manchester United per il Barcellona."),
    ("it", "Rashford saluta\n\nMarcus Rashford è pronto a lasciare il Manchester United per andare al Barcellona. L'accordo è vicino."),
    ("it", "Marcus Rashford lascia il Manchester United per trasferirsi al Barcellona: affare fatto, firma lunedì."),
    ("es", "Rashford quiere irse\n\nMarcus Rashford quiere dejar el Manchester United para fichar por el Barcelona."),
    ("es", "Rashford, al Barcelona\n\nMarcus Rashford está dispuesto a dejar el Manchester United por el Barcelona. El acuerdo está cerca."),
    ("es", "Marcus Rashford deja el Manchester United para jugar en el Barcelona: es oficial, el delantero ya ha firmado."),
    ("fr", "Rashford veut partir\n\nMarcus Rashford souhaite quitter Manchester United pour rejoindre le FC Barcelone."),
    ("fr", "Rashford au Barça\n\nMarcus Rashford est prêt à quitter Manchester United pour le FC Barcelone. Un accord est proche."),
    ("fr", "Marcus Rashford quitte Manchester United pour s'engager avec le FC Barcelone : c'est officiel, l'attaquant a signé."),
    ("de", "Rashford will weg\n\nMarcus Rashford will Manchester United verlassen und zum FC Barcelona wechseln."),
    ("de", "Rashford vor Abschied\n\nMarcus Rashford steht vor einem Wechsel von Manchester United zum FC Barcelona. Eine Einigung ist nah."),
    ("de", "Marcus Rashford verlässt Manchester United in Richtung FC Barcelona. Der Wechsel ist perfekt, der Stürmer hat unterschrieben."),
    ("pt", "Rashford a caminho de Barcelona\n\nMarcus Rashford está pronto a trocar o Manchester United pelo Barcelona. O acordo está perto."),
    ("pt", "Marcus Rashford deixa o Manchester United e reforça o Barcelona: é oficial, o avançado já assinou."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), LEAVE)
def test_to_leave_one_club_for_another(lang: str, text: str) -> None:
    assert moves(text, lang) == ["Marcus Rashford: Manchester United > FC Barcelona"]


APPOSED = [
    ("fr", "Brest a engagé l'attaquant de Lens, Marek Hradil, et le milieu du Paris FC, Tobias Lindor.", ["Lens", "Paris FC"]),
    ("it", "Il Genoa ha preso il difensore del Lecce, Marek Hradil, e il portiere del Cagliari, Tobias Lindor.", ["Lecce", "Cagliari"]),
    ("es", "El Getafe ha fichado al delantero del Betis, Marek Hradil, y al portero del Elche, Tobias Lindor.", ["Real Betis", "Elche"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "left"), APPOSED)
def test_everybody_of_a_list_leaves_his_own_club(lang: str, text: str, left: list[str]) -> None:
    claims = reading(text, lang).claims
    assert [claim.person.name for claim in claims] == ["Marek Hradil", "Tobias Lindor"]
    assert [claim.origin and claim.origin.name for claim in claims] == left


SUBJECTS = [
    ("fr", "Le journal affirme que le PSG veut recruter Marek Hradil.", "Paris Saint-Germain"),
    ("es", "El diario afirma que el Betis quiere fichar a Marek Hradil.", "Real Betis"),
]


@pytest.mark.parametrize(("lang", "text", "buyer"), SUBJECTS)
def test_who_is_said_to_want_somebody_is_the_buyer(lang: str, text: str, buyer: str) -> None:
    assert [(claim.person.name, claim.destination and claim.destination.name) for claim in reading(text, lang).claims] == [("Marek Hradil", buyer)]


def test_a_club_joined_from_another_is_no_seller() -> None:
    told = "He joined the Toffees from French side Lille for £33m (with add-ons) in August 2022."
    text = f"Chelsea want Onana\n\nEverton's Amadou Onana is wanted by Chelsea. {told}"
    past = [claim for claim in reading(text, "en", date(2024, 6, 5)).claims if claim.tense is Tense.PAST]
    assert [(claim.origin and claim.origin.name, claim.destination and claim.destination.name) for claim in past] == [("Lille", "Everton")]


def test_words_that_say_nothing_inside_others_that_do_silence_nobody() -> None:
    text = "Chelsea have been linked with Marek Hradil, while Everton and Fulham are said to be keen to secure his signature."
    assert moves(text, "en") == ["Marek Hradil: ? > Chelsea", "Marek Hradil: ? > Everton", "Marek Hradil: ? > Fulham"]


def test_both_rivals_of_a_chase_are_after_him() -> None:
    assert moves("Fulham are poised to rival Everton for Marek Hradil.", "en") == ["Marek Hradil: ? > Everton", "Marek Hradil: ? > Fulham"]


def test_nobody_goes_where_he_was() -> None:
    text = "Hradil à Getafe\n\nMarek Hradil est en route pour Getafe. L'ancien espoir du PSG devrait signer son contrat dès lundi."
    assert moves(text, "fr") == ["Marek Hradil: ? > Getafe"]


RESUMED = [
    ("fr", "Alors que Lens devrait recruter Marek Hradil, Brest a trouvé un accord avec Tobias Lindor."),
    ("en", "While Everton are set to sign Marek Hradil, Brentford have agreed personal terms with Tobias Lindor."),
]


@pytest.mark.parametrize(("lang", "text"), RESUMED)
def test_what_one_club_only_plans_says_nothing_of_what_another_has_done(lang: str, text: str) -> None:
    assert {claim.person.name: claim.stage.word for claim in reading(text, lang).claims}["Tobias Lindor"] == "agreed"


OUTLETS = [
    ("en", "Everton eye Grealish\n\nReports from CaughtOffside claim that Everton want to sign Jack Grealish from Manchester City.", "CaughtOffside"),
    ("en",
     "Everton eye Grealish\n\nAccording to a report from the Manchester Evening News, Everton have made an offer for Jack Grealish of Manchester "
     "City.", "Manchester Evening News"),
    ("en",
     "Everton eye Grealish\n\nEverton are in talks to sign Jack Grealish from Manchester City, according to reports from the Liverpool Echo.",
     "Liverpool Echo"),
    ("it", "L'Everton su Grealish\n\nSecondo quanto riportato da CaughtOffside, l'Everton vuole Jack Grealish del Manchester City.", "CaughtOffside"),
    ("it", "L'Everton su Grealish\n\nNotizie dal Liverpool Echo: l'Everton ha presentato un'offerta al Manchester City per Jack Grealish.", "Liverpool Echo"),
    ("it", "L'Everton su Grealish\n\nL'Everton tratta Jack Grealish con il Manchester City, come riferito da MilanNews.", "MilanNews"),
    ("es",
     "El Everton quiere a Grealish\n\nInformaciones de CaughtOffside aseguran que el Everton quiere fichar a Jack Grealish, del Manchester City.",
     "CaughtOffside"),
    ("es",
     "El Everton quiere a Grealish\n\nEl Everton ha presentado una oferta al Manchester City por Jack Grealish, según informa el Liverpool Echo.",
     "Liverpool Echo"),
    ("es", "El Everton quiere a Grealish\n\nSegún Barça Universal, el Everton negocia con el Manchester City el fichaje de Jack Grealish.", "Barça Universal"),
    ("fr",
     "Everton veut Grealish\n\nSelon les informations de CaughtOffside, Everton veut recruter Jack Grealish, le joueur de Manchester City.", "CaughtOffside"),
    ("fr", "Everton veut Grealish\n\nD'après le Liverpool Echo, Everton a transmis une offre à Manchester City pour Jack Grealish.", "Liverpool Echo"),
    ("fr", "Everton veut Grealish\n\nEverton négocie avec Manchester City le transfert de Jack Grealish, révèle Nice-Matin.", "Nice-Matin"),
    ("de", "Everton will Grealish\n\nNach Berichten von CaughtOffside will der FC Everton Jack Grealish von Manchester City verpflichten.", "CaughtOffside"),
    ("de",
     "Everton will Grealish\n\nDer FC Everton hat ein Angebot für Jack Grealish von Manchester City abgegeben, berichtet das Liverpool Echo.",
     "Liverpool Echo"),
    ("de",
     "Everton will Grealish\n\nLaut der Leipziger Volkszeitung verhandelt der FC Everton mit Manchester City über einen Wechsel von Jack "
     "Grealish.", "Leipziger Volkszeitung"),
    ("pt", "Everton quer Grealish\n\nNotícias do CaughtOffside dão conta de que o Everton quer contratar Jack Grealish, do Manchester City.", "CaughtOffside"),
    ("pt", "Everton quer Grealish\n\nO Everton apresentou uma proposta ao Manchester City por Jack Grealish, segundo o Liverpool Echo.", "Liverpool Echo"),
    ("pt",
     "Everton quer Grealish\n\nDe acordo com o Manchester Evening News, o Everton negoceia com o Manchester City a contratação de Jack Grealish.",
     "Manchester Evening News"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "outlet"), OUTLETS)
def test_an_outlet_sells_nobody(lang: str, text: str, outlet: str) -> None:
    assert moves(text, lang) == ["Jack Grealish: Manchester City > Everton"]
    assert names(text, lang, MentionKind.CLUB) == {"Everton", "Manchester City"}
    assert {s.name for c in reading(text, lang).claims if c.tense is Tense.CURRENT for s in c.sources} == {outlet}


OWNED = [
    ("en", "Arsenal want Barcola\n\nArsenal want to sign PSG's Bradley Barcola.", "Bradley Barcola: Paris Saint-Germain > Arsenal"),
    ("en", "Napoli want Esposito\n\nNapoli have made an offer for Inter's Pio Esposito.", "Francesco Pio Esposito: Inter Milan > Napoli"),
    ("en", "Inter's Pio Esposito is close to joining Napoli. The two clubs are in talks.", "Francesco Pio Esposito: Inter Milan > Napoli"),
    ("it", "Il Napoli vuole Lookman\n\nIl Napoli vuole l'atalantino Ademola Lookman. I due club trattano.", "Ademola Lookman: Atalanta > Napoli"),
    ("it", "Il Napoli tratta Ademola Lookman dell'Atalanta. Il nerazzurro ha già detto sì al Napoli.", "Ademola Lookman: Atalanta > Napoli"),
    ("es", "El Arsenal quiere a Rodrygo\n\nEl Arsenal ha presentado una oferta por el madridista Rodrygo.", "Rodrygo: Real Madrid > Arsenal"),
    ("es", "El Arsenal quiere a Rodrygo\n\nEl Arsenal quiere fichar al extremo del Real Madrid Rodrygo.", "Rodrygo: Real Madrid > Arsenal"),
    ("es", "El Barcelona quiere a Nico Williams, del Athletic. El club azulgrana negocia con su agente.", "Nico Williams: Athletic Bilbao > FC Barcelona"),
    ("fr", "Arsenal veut Barcola\n\nArsenal a transmis une offre pour l'ailier du PSG Bradley Barcola.", "Bradley Barcola: Paris Saint-Germain > Arsenal"),
    ("de", "Chelsea will Simons\n\nDer FC Chelsea will Leipzigs Xavi Simons verpflichten.", "Xavi Simons: RB Leipzig > Chelsea"),
    ("de", "Chelsea bietet für Adeyemi\n\nDer FC Chelsea hat ein Angebot für Dortmunds Karim Adeyemi abgegeben.", "Karim Adeyemi: Borussia Dortmund > Chelsea"),
    ("de", "Leipzigs Xavi Simons steht vor einem Wechsel zum FC Chelsea. Die Klubs verhandeln über die Ablöse.", "Xavi Simons: RB Leipzig > Chelsea"),
    ("pt", "Arsenal quer Hjulmand\n\nO Arsenal quer contratar o sportinguista Morten Hjulmand.", "Morten Hjulmand: Sporting CP > Arsenal"),
    ("pt", "Arsenal quer António Silva\n\nO Arsenal apresentou uma proposta pelo benfiquista António Silva.", "António Silva: Benfica > Arsenal"),
    ("pt", "O central do Benfica António Silva está perto do Arsenal. Os dois clubes negoceiam.", "António Silva: Benfica > Arsenal"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), OWNED)
def test_the_club_that_a_player_is_said_to_be_of_is_his_present_one(lang: str, text: str, expected: str) -> None:
    assert moves(text, lang, DAY) == [expected]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Talks between Newcastle and Liverpool over Alexander Isak continue."), ("en", "Liverpool and Newcastle have agreed a fee for Alexander Isak."),
    ("es", "Acuerdo entre el Newcastle y el Liverpool por Alexander Isak."), ("fr", "Accord trouvé entre Newcastle et Liverpool pour Alexander Isak."),
])  # fmt: skip
def test_of_two_clubs_side_by_side_his_own_is_the_one_that_sells(lang: str, text: str) -> None:
    assert moves(text, lang, date(2025, 8, 20)) == ["Alexander Isak: Newcastle United > Liverpool"]


@pytest.mark.parametrize("text", ["Arsenal have agreed a fee with Feyenoord for winger Calvin Stengs.", "Arsenal agree deal with Feyenoord for Calvin Stengs"])
def test_who_agrees_a_fee_with_a_club_buys(text: str) -> None:
    assert moves(text, "en") == ["Calvin Stengs: Feyenoord > Arsenal"]


def test_a_club_that_has_him_on_loan_may_buy_him() -> None:
    text = "El Betis negocia con el Manchester United por Antony."
    assert moves(text, "es", date(2025, 6, 10)) == ["Antony: Manchester United > Real Betis"]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Brentford and Sunderland want Marek Hradil."), ("es", "El Brentford y el Sunderland quieren a Marek Hradil."),
    ("it", "Brentford e Sunderland vogliono Marek Hradil."), ("pt", "Brentford e Sunderland querem Marek Hradil."),
    ("fr", "Brentford et Sunderland veulent Marek Hradil."),
])  # fmt: skip
def test_of_two_clubs_that_want_somebody_neither_sells_him(lang: str, text: str) -> None:
    assert moves(text, lang) == ["Marek Hradil: ? > Brentford", "Marek Hradil: ? > Sunderland"]


@pytest.mark.parametrize("lost", ["a derrota por 2 a 0 para o Santos", "perder para o Santos", "a eliminação para o Santos", "o empate com o Santos"])
def test_whom_a_coach_lost_to_is_not_whom_he_joins(lost: str) -> None:
    assert moves(f"O Corinthians demitiu o treinador Marek Hradil após {lost}.", "pt") == ["Marek Hradil: Corinthians > ?"]


@pytest.mark.parametrize("text", ["Marek Hradil continua no Benfica.", "Segundo o presidente, Marek Hradil permanece no clube até segunda ordem."])
def test_who_stays_has_not_signed_anew(text: str) -> None:
    assert moves(text, "pt") == []


def test_words_for_a_club_before_its_name_do_not_part_it_from_its_preposition() -> None:
    text = "Marek Hradil has joined Everton from Czech champions Sparta Prague, and Luka Novotny arrived at Goodison from Championship outfit Derby County."
    assert moves(text, "en") == ["Luka Novotny: Derby County > Everton", "Marek Hradil: Sparta Prague > Everton"]


@pytest.mark.parametrize("side", ["Le club turc de Trabzonspor", "Le club de Trabzonspor", "La direction de Trabzonspor"])
def test_a_club_that_lends_its_name_to_a_noun_is_the_subject(side: str) -> None:
    assert moves(f"{side} s'est renseigné au sujet de Marek Hradil.", "fr", DAY) == ["Marek Hradil: ? > Trabzonspor"]


def test_what_opens_a_sentence_before_its_subject_tells_only_its_own_time() -> None:
    text = "Libre depuis son départ d'Everton, Marek Hradil a signé à Burnley."
    assert "rejoint" in {s.frame.name for s in stated(text, "fr", "Burnley") if "past" not in s.flags}


def test_an_apposition_tells_neither_the_time_nor_the_clubs_of_what_the_sentence_goes_on_to_say() -> None:
    text = "Le défenseur Marek Hradil, arrivé en 2022 pour dix millions d'euros en provenance de Lens, est dans le viseur du Spartak Moscou."
    told = [claim for claim in reading(text, "fr", DAY).claims if claim.destination and claim.destination.name == "Spartak Moscow"]
    assert [claim.tense for claim in told] == [Tense.CURRENT]


def test_an_amount_in_brackets_parts_nobody_from_what_he_offers() -> None:
    text = "Le LOSC a reçu une offre de 25 M€ (plus 5 M€ de bonus) de Brighton pour Marek Hradil."
    assert moves(text, "fr", DAY) == ["Marek Hradil: Lille > Brighton & Hove Albion"]


def test_what_ends_one_clause_does_not_open_the_next() -> None:
    text = "Karel Vondra est retourné à Flamengo, Marek Hradil a été prêté à Almeria."
    assert moves(text, "fr", DAY) == ["Karel Vondra: ? > Flamengo", "Marek Hradil: ? > Almería"]


def test_a_medical_before_the_signature_is_news() -> None:
    text = "Marek Hradil est arrivé à Londres pour passer les tests médicaux avant de signer à Crystal Palace."
    assert [claim.tense for claim in reading(text, "fr", DAY).claims] == [Tense.CURRENT]


@pytest.mark.parametrize("sold", ["offenbar loswerden", "im Winter abgeben", "unbedingt verkaufen"])
def test_a_club_that_wants_to_sell_somebody_does_not_want_him(sold: str) -> None:
    assert moves(f"Union Berlin will Marek Hradil {sold}.", "de") == ["Marek Hradil: Union Berlin > ?"]


def test_the_club_of_an_unnamed_player_bids_for_nobody() -> None:
    text = "Ajax will Marek Hradil\n\nAjax will Marek Hradil verpflichten. Jetzt gab der Klub ein zweites Gebot für den Verteidiger des FC Fulham ab."
    assert moves(text, "de") == ["Marek Hradil: Fulham > Ajax"]


def test_who_bids_for_somebody_named_before_the_bid_does_not_have_him() -> None:
    assert moves("Burnley's Marek Hradil bid was rejected by Brentford on Monday.", "en") == ["Marek Hradil: Brentford > Burnley"]


def test_whose_interest_it_is_leaves_nobody() -> None:
    text = "Arsenal are in talks to sign Marek Hradil, amid interest from Everton, and he has rejected better money from Burnley."
    assert "Marek Hradil: ? > Arsenal" in moves(text, "en")


def test_he_came_to_his_own_club() -> None:
    text = "Juventus want Leipzig midfielder Marek Hradil. He has been a rock since his £12million move from Wolfsburg in 2022."
    assert moves(text, "en") == ["Marek Hradil: RB Leipzig > Juventus"]


def test_who_turns_down_an_offer_makes_none() -> None:
    told = moves("El Dortmund rechaza la primera oferta por Karim Adeyemi pero sigue dispuesto a negociar.", "es", date(2026, 3, 9))
    assert [move.split(": ")[1].split(" > ")[0] for move in told] == ["Borussia Dortmund"]


def test_a_year_that_has_not_passed_makes_nothing_a_thing_of_the_past() -> None:
    text = "El Getafe cierra el fichaje de Marek Hradil: llega al Coliseum en 2026 y firma hasta 2030."
    assert moves(text, "es", date(2026, 1, 9)) == ["Marek Hradil: ? > Getafe"]


def test_what_a_clause_between_commas_tells_of_last_season_makes_no_old_news_of_what_follows() -> None:
    text = "El Elche no cuenta con Marek Hradil. El Getafe, donde el delantero estuvo cedido la temporada pasada, querría ficharlo."
    told = {s.frame.name: "past" in s.flags for s in stated(text, "es", "Getafe")}
    assert sorted(told.values()) == [False, True], "to have been there is old, to want him is not"


def test_a_club_behind_a_comma_is_not_the_one_left() -> None:
    text = "Leipzig defender Marek Hradil is set to leave, Tottenham and Bayern Munich are ready to bid for him."
    assert "Marek Hradil: Tottenham Hotspur > Bayern Munich" not in moves(text, "en")


def test_whose_departure_on_loan_is_told_does_not_join_the_club_he_leaves() -> None:
    text = "Tottenham have confirmed the departure of Marek Hradil on a season-long loan deal that could become permanent."
    assert moves(text, "en") == ["Marek Hradil: Tottenham Hotspur > ?"]


def test_all_are_rivals_for_somebody_with_whom_a_club_battles_for_him() -> None:
    text = "Everton are locked in a battle with rivals Leeds and Wolves for Sparta Prague's highly rated winger Marek Hradil."
    assert [move.rpartition(" > ")[2] for move in moves(text, "en")] == ["Everton", "Leeds United", "Wolverhampton Wanderers"]


def test_a_player_of_a_national_team_does_not_leave_it_and_its_coach_does() -> None:
    assert moves("Der DFB-Stürmer Marek Hradil wechselt zum HSV.", "de") == ["Marek Hradil: ? > Hamburger SV"]
    assert moves("DFB-Trainer Marek Hradil wechselt zum HSV.", "de") == ["Marek Hradil: Germany national team > Hamburger SV"]


def test_a_cup_is_no_team() -> None:
    assert names("Der HSV verliert im DFB-Pokal. Das DFB-Sportgericht sperrte Marek Hradil.", "de", MentionKind.CLUB) == {"Hamburger SV"}


def test_a_club_behind_ex_is_neither_end_of_the_move() -> None:
    assert moves("Ex-Bayern-Stürmer Marek Hradil wechselt zum HSV.", "de") == ["Marek Hradil: ? > Hamburger SV"]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Sunderland want Brentford defender Marek Hradil, as they conceded more goals than anybody last season."),
    ("it", "Il Torino è interessato a Marek Hradil del Brentford, perché la difesa ha subito troppi gol la scorsa stagione."),
    ("de", "Augsburg will Marek Hradil von Brentford verpflichten, weil die Abwehr in der vergangenen Saison zu viele Tore zugelassen hat."),
])  # fmt: skip
def test_what_is_told_of_last_season_behind_it_makes_no_old_news_of_an_interest(lang: str, text: str) -> None:
    assert moves(text, lang, DAY) != []


@pytest.mark.parametrize(("lang", "text"), [
    ("pt", "Depois da vitória sobre o Santos, Marek Hradil disse ter uma proposta oficial para sair."),
    ("pt", "Após bater o Santos, Marek Hradil confirmou que tem propostas."),
    ("en", "After the 2-1 win over Leeds, Marek Hradil said that he has an offer to leave."),
    ("es", "Tras la victoria ante el Getafe, Marek Hradil confirmó que tiene una oferta para salir."),
    ("it", "Dopo la vittoria contro il Lecce, Marek Hradil ha detto di avere un'offerta per andare via."),
    ("de", "Nach dem Sieg gegen Mainz sagte Marek Hradil, er habe ein Angebot und wolle weg."),
    ("fr", "Après la victoire contre Lens, Marek Hradil a confirmé qu'il avait une offre pour partir."),
])  # fmt: skip
def test_a_club_only_played_against_is_neither_end_of_a_move(lang: str, text: str) -> None:
    assert not {move for move in moves(text, lang) if any(club in move for club in ("Santos", "Leeds", "Getafe", "Lecce", "Mainz", "Lens"))}


@pytest.mark.parametrize(("lang", "text"), [
    ("pt", "Após vender Marek Hradil ao Internacional, o Botafogo procura um avançado."),
    ("es", "Tras vender a Marek Hradil al Getafe, el Elche busca un delantero."),
    ("it", "Dopo aver ceduto Marek Hradil al Lecce, il Torino cerca un attaccante."),
])  # fmt: skip
def test_a_club_that_opens_what_follows_is_no_second_buyer(lang: str, text: str) -> None:
    assert not [move for move in moves(text, lang) if move.endswith(("> Botafogo", "> Elche", "> Torino"))]


def test_a_clubs_bid_that_upsets_somebody_is_not_his_club() -> None:
    text = "The Gunners had two bids rejected by Brentford for Marek Hradil. We shall see whether Arsenal's bid has unsettled Hradil."
    assert moves(text, "en", DAY) == ["Marek Hradil: Brentford > Arsenal"]


def test_a_club_right_behind_another_who_comes_is_the_one_he_leaves() -> None:
    text = "Following the arrival of Marek Hradil, Brentford are close to signing Petr Novak from Sunderland."
    assert moves(text, "en", DAY) == ["Petr Novak: Sunderland > Brentford"]


def test_who_is_paid_for_somebody_does_not_get_him() -> None:
    text = "Il Genoa ha trovato il terzino. La società abbraccia Marek Hradil: cinque milioni allo Young Boys per uno svizzero."
    assert moves(text, "it") == ["Marek Hradil: Young Boys > Genoa"]


def test_what_dashes_enclose_parts_nobody_from_what_is_told_of_him() -> None:
    text = (
        "Everton want Karel Vondra, and Vondra would like to go. Marek Hradil – who is thirty and can also play in attack – is set to join Leeds, so there is "
        "no hurry."
    )
    assert "Marek Hradil: ? > Leeds United" in moves(text, "en")


def test_whose_record_is_broken_buys_nobody() -> None:
    text = "Everton have had a quiet summer. Leeds have not: usurping Everton's record fee, they signed Brentford midfielder Marek Hradil on Monday."
    assert moves(text, "en") == ["Marek Hradil: Brentford > Leeds United"]


@pytest.mark.parametrize(("text", "club"), [
    ("O volante Marek Hradil passa por exames médicos e é mais um a assinar por empréstimo - cedido pelo Coritiba até dezembro.", "Coritiba"),
    ("Marek Hradil interessa ao Santos. Aprovado em exames na segunda-feira, o jogador do Ceará deve fechar sua transferência até o fim da semana.", "Ceará"),
    ("Alvo do Santos, Marek Hradil não aceitou a proposta e vai permanecer no Ceará.", "Ceará"),
])  # fmt: skip
def test_a_club_said_to_be_his_is_no_buyer(text: str, club: str) -> None:
    assert likeliest(text, "pt", DAY)["Marek Hradil"] != club
    assert not [move for move in moves(text, "pt", DAY) if move.endswith(f"> {club}") and move != f"Marek Hradil: {club} > {club}"]


def test_nobody_goes_from_a_club_to_the_same() -> None:
    told = moves("Ribaltone alla Salernitana: via Petr Novak, la panchina granata passa a Marek Hradil.", "it")
    assert told == ["Marek Hradil: ? > Salernitana", "Petr Novak: Salernitana > ?"]


@pytest.mark.parametrize(("lang", "text"), [
    ("it", "Pomeriggio di colloqui per il Frosinone. Il club ciociaro, dopo l'infortunio di ieri, è piombato su Marek Hradil."),
    ("it", "Notte agitata a Novara. Il Novara perde ancora. La società piemontese ha messo gli occhi su Marek Hradil."),
])  # fmt: skip
def test_a_club_that_only_a_noun_names_is_that_of_which_the_text_is_telling(lang: str, text: str) -> None:
    assert [move.split(" > ")[1] for move in moves(text, lang)] in (["Frosinone"], ["Novara"])


def test_where_somebody_came_from_before_is_not_where_he_is() -> None:
    text = (
        "Arsenal want Hradil\n\nArsenal are taking an interest in Sporting CP striker Marek Hradil, who signed for the Portuguese side from Coventry City in "
        "2023. Hradil has scored twelve goals this season."
    )
    assert "Marek Hradil: Sporting CP > Arsenal" in moves(text, "en", DAY)


def test_clubs_among_his_suitors_are_none_that_he_leaves() -> None:
    text = "Marek Hradil has a host of suitors including Brentford and Sunderland."
    assert moves(text, "en", DAY) == ["Marek Hradil: ? > Brentford", "Marek Hradil: ? > Sunderland"]


def test_somebody_without_a_name_behind_a_preposition_is_nobody_named_before() -> None:
    text = "Everton hold serious interest in Marek Hradil of Leeds. They also hold an interest in a coveted Argentine starlet also wanted by Real Madrid."
    assert moves(text, "en") == ["Marek Hradil: Leeds United > Everton"]


@pytest.mark.parametrize(("lang", "text"), [
    ("pt", "O Ceará recebeu contactos do Botafogo, que deseja o médio Marek Hradil."),
    ("it", "Il Torino ha parlato con il Lecce, che vuole Marek Hradil."),
    ("en", "Brentford have spoken to Everton, who want Marek Hradil."),
])  # fmt: skip
def test_a_relative_clause_tells_what_the_club_before_it_does(lang: str, text: str) -> None:
    assert {move.split(" > ")[1] for move in moves(text, lang)} <= {"Botafogo", "Lecce", "Everton"}
    assert moves(text, lang)


def test_several_clubs_behind_his_request_are_no_sellers() -> None:
    text = "Marek Hradil has submitted a transfer request with Lens and Everton circling."
    assert moves(text, "en") == ["Marek Hradil: ? > Everton", "Marek Hradil: ? > Lens"]


def test_where_he_came_from_as_a_relative_clause_tells_he_does_not_leave() -> None:
    text = "Leeds United: news\n\nMarek Hradil, who joined Leeds from Lens in August, is wanted by Everton."
    assert "Marek Hradil: Lens > Everton" not in moves(text, "en")


def test_quotation_marks_do_not_part_the_words_of_a_claim() -> None:
    assert moves('The winger Marek Hradil has "given his word" to Everton.', "en") == ["Marek Hradil: ? > Everton"]


def test_the_club_a_coach_once_had_is_not_where_he_goes() -> None:
    text = "Real Madrid: news\n\nThe coach Karel Vondra was sounded out in December but the former Liverpool manager declined."
    assert not any("> Liverpool" in move for move in moves(text, "en"))


def test_each_goes_to_the_club_in_his_place_of_the_other_list() -> None:
    text = "O Santos liberou o zagueiro Marek Hradil e o avançado Petr Novak para empréstimos a Ceará e Avaí, respectivamente."
    assert moves(text, "pt") == ["Marek Hradil: Santos > Ceará", "Petr Novak: Santos > Avaí"]


@pytest.mark.parametrize("club", ["französischen Klub Lens", "abstiegsbedrohten Erstligisten Lens", "französischen RC Lens", "RC Lens"])
def test_a_preposition_reaches_over_the_adjective_of_a_club(club: str) -> None:
    text = f"Neuzugang in Augsburg\n\nDer FC Augsburg hat einen Stürmer gefunden: Marek Hradil kommt ablösefrei vom {club}."
    assert moves(text, "de", DAY) == ["Marek Hradil: Lens > Augsburg"]


def test_of_a_loanees_two_clubs_the_one_named_or_spoken_for_sells_him() -> None:
    told = moves("Ruben Amorim is prepared to part ways with Marcus Rashford and Jadon Sancho.", "en")
    assert told == ["Jadon Sancho: Manchester United > ?", "Marcus Rashford: Manchester United > ?"]
    text = "Manchester United's plans\n\nManchester United need to make sales. They could sell Marcus Rashford before the window closes."
    assert moves(text, "en") == ["Marcus Rashford: Manchester United > ?"]


@pytest.mark.parametrize(("lang", "text"), [
    ("it", "Il Bari ufficializza anche Marek Hradil, lo scorso anno al Padova."),
    ("it", "Il Bari ha preso in prestito dal Padova Marek Hradil, nella scorsa stagione in forza al Lecce."),
    ("it", "Marek Hradil, nella scorsa stagione al Padova, ha firmato con il Bari."),
])  # fmt: skip
def test_where_somebody_was_last_year_makes_his_signing_no_thing_of_the_past(lang: str, text: str) -> None:
    assert [move.split(" > ")[1] for move in moves(text, lang, DAY)] == ["Bari"]


@pytest.mark.parametrize(("lang", "text"), [
    ("it", "Il Milan ha respinto un'offerta da 20 milioni dell'Everton per Marek Hradil."),
    ("es", "El Milan ha rechazado una oferta de 20 millones del Everton por Marek Hradil."),
])  # fmt: skip
def test_an_amount_leaves_the_preposition_of_who_offers_it(lang: str, text: str) -> None:
    assert moves(text, lang, DAY) == ["Marek Hradil: AC Milan > Everton"]


def test_a_hyphen_parts_a_club_from_a_whole_name() -> None:
    assert moves("La trattativa Marek Hradil-Lazio va avanti.", "it", DAY) == ["Marek Hradil: ? > Lazio"]


@pytest.mark.parametrize(
    "text",
    [
        "Formado no Benfica, Marek Hradil assina pelo Rio Ave.",
        "Marek Hradil, com passagens por Avaí e Goiás, assinou com o Rio Ave até dezembro.",
        "O Rio Ave contratou Marek Hradil após a saída de Karel Vondra.",
        "Marek Hradil chega ao Rio Ave após passagem pelo Avaí.",
    ],
)
def test_a_career_told_beside_a_move_makes_it_no_thing_of_the_past(text: str) -> None:
    assert "Marek Hradil: Rio Ave" in [
        f"{c.person.name}: {c.destination.name}" for c in reading(text, "pt").claims if c.destination and c.tense is Tense.CURRENT
    ]


def test_what_is_to_come_in_the_middle_of_the_year_is_no_thing_of_the_past() -> None:
    assert [c.tense for c in reading("Marek Hradil deve trocar o Santos pelo Bahia no meio do ano.", "pt").claims] == [Tense.CURRENT]


def test_who_comes_from_the_school_of_a_club_is_spoken_of() -> None:
    text = "Il mercato di B\n\nIl Crotone è attivo. Marek Hradil, difensore scuola Inter che approda al Cittadella, ha firmato un triennale."
    assert [move.split(" > ")[1] for move in moves(text, "it", DAY)] == ["Cittadella"]


def test_an_offer_of_a_club_without_a_name_is_none_of_the_club_that_is_named() -> None:
    text = "O capitão Igor Pardal, do Sport, tem proposta de um clube do futebol árabe. As negociações são conduzidas pelo Internacional."
    assert not [move for move in moves(text, "pt") if move.endswith("> Internacional")]


@pytest.mark.parametrize(
    "text",
    [
        "Il Lecce è attivo sul mercato. Interesse per il terzino francese del Torino Hradilek.",
        "Il Lecce cercherà di acquistare il trequartista del Torino Hradilek.",
        "Il Lecce ha preso il difensore classe 1995, Hradilek, dal Torino.",
    ],
)
def test_behind_what_he_is_and_his_club_stands_who_moves(text: str) -> None:
    assert [move.split(" > ")[1] for move in moves(text, "it", DAY)] == ["Lecce"]


def test_behind_a_comma_and_a_conjunction_something_else_may_begin() -> None:
    assert moves("Marek Hradil desperta interesse do Bahia, e Avaí define preço.", "pt") == ["Marek Hradil: ? > Bahia"]


@pytest.mark.parametrize("text", ["Il Bari punta l'ex Napoli Marek Hradil.", "L'ex Napoli Marek Hradil sostituisce Petr Novak sulla panchina del Bari."])
def test_the_club_behind_ex_is_one_that_he_has_left(text: str) -> None:
    assert [move.split(" > ")[1] for move in moves(text, "it", DAY) if "Hradil" in move] == ["Bari"]


def test_where_nothing_is_dated_he_is_still_at_the_first_of_two_clubs_between_which_he_moved() -> None:
    told = moves("Total agreement close to being found between Roma and Chelsea for the loan of Romelu Lukaku.", "en")
    assert told == ["Romelu Lukaku: Chelsea > AS Roma"]


def test_words_of_a_year_past_in_apposition_take_no_buyer_from_behind_them() -> None:
    claims = reading("Hjulmand, contratado ao Lecce em 2023, interessa à Juventus.", "pt", DAY).claims
    assert not [c for c in claims if c.origin and c.origin.name == "Lecce" and c.destination and c.destination.name == "Juventus"]


def test_a_club_behind_and_is_the_subject_of_what_follows_and_no_seller() -> None:
    assert "Marek Hradil: ? > Como" in moves("O Como sondou os representantes de Marek Hradil e o Napoli mantém-se à espreita.", "pt", DAY)


def test_who_is_fetched_from_a_club_comes_from_it_wherever_he_is_known_to_be() -> None:
    claims = reading("Hjulmand agrada ao Bahia. O Sporting foi buscá-lo ao Lecce por 18 milhões.", "pt", DAY).claims
    assert not [c for c in claims if c.destination and c.destination.name == "Lecce"]


def test_who_is_lent_by_a_club_does_not_go_there_wherever_he_is_known_to_be() -> None:
    claims = reading("O Gil Vicente quer reforços. Hjulmand chega emprestado pelo Lecce.", "pt", DAY).claims
    assert not [c for c in claims if c.destination and c.destination.name == "Lecce"]


@pytest.mark.parametrize(("lang", "text"), [
    ("it", "Primo giorno in città per Marek Hradil: l'ex Elche si sottopone ai controlli con il Cagliari."),
    ("es", "Marek Hradil ya está en la ciudad: el ex Elche pasa el reconocimiento médico con el Cagliari."),
    ("fr", "Marek Hradil est arrivé : l'ex Elche passe sa visite médicale à Cagliari."),
])  # fmt: skip
def test_where_somebody_once_was_is_not_where_he_goes(lang: str, text: str) -> None:
    assert not [s for s in stated(text, lang) if s.to and s.to.named.name == "Elche"]
