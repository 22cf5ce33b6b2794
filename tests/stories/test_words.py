"""Common words that begin or look like the name of a club, and countries that look like names of people."""

from __future__ import annotations

import pytest
from shipped import moves, names

from mercato.model.article import MentionKind

ISAK = "Alexander Isak: Newcastle United > Liverpool"

INTEREST = [
    ("en", "Interest in Isak grows\n\nLiverpool's interest in Newcastle United striker Alexander Isak is serious. Interested clubs would have to pay £120m."),
    ("en",
     "INTERNATIONAL STARS ON THE MOVE\n\nLiverpool want to sign Alexander Isak. The Sweden international has told Newcastle United that he wants "
     "to join Liverpool this summer."),
    ("en", "Liverpool have made an offer to Newcastle United for Alexander Isak. Internal talks were held on Sunday, an intermediary said in an interview."),
    ("it",
     "Interesse per Isak\n\nL'interesse del Liverpool per Alexander Isak del Newcastle è concreto. Interessate anche altre squadre, ma nessuna ha "
     "offerto nulla."),
    ("it",
     "Liverpool su Isak\n\nIl Liverpool è interessato ad Alexander Isak, attaccante del Newcastle. Internamente se ne parla da settimane, spiega "
     "un intermediario in un'intervista."),
    ("it",
     "INTERVISTA ALL'AGENTE\n\nIl Liverpool ha presentato un'offerta al Newcastle per Alexander Isak. Interrogato sul futuro, il nazionale "
     "svedese ha sorriso."),
    ("es", "Interés por Isak\n\nEl interés del Liverpool por Alexander Isak, delantero del Newcastle, es real. Interesa también su compatriota, pero menos."),
    ("es", "El Liverpool está interesado en Alexander Isak, del Newcastle. Internacional con Suecia, el delantero termina contrato en 2028."),
    ("es", "El Liverpool ha presentado una oferta al Newcastle por Alexander Isak. Internamente, el club inglés confía en los intermediarios de la operación."),
    ("fr", "Intérêt pour Isak\n\nL'intérêt de Liverpool pour Alexander Isak, l'attaquant de Newcastle, est concret. Intéressés, les Reds préparent une offre."),
    ("fr", "Liverpool est intéressé par Alexander Isak, l'attaquant de Newcastle. International suédois, le buteur a 25 ans."),
    ("fr", "Liverpool a transmis une offre à Newcastle pour Alexander Isak. Interrogé en interview, un intermédiaire a parlé d'un été mouvementé."),
    ("de",
     "Interesse an Isak\n\nDas Interesse des FC Liverpool an Alexander Isak von Newcastle United ist konkret. Interessenten müssten 120 Millionen "
     "Euro zahlen."),
    ("de",
     "Liverpool will Isak\n\nDer FC Liverpool ist an Alexander Isak von Newcastle United interessiert. Intern wird seit Wochen über den "
     "internationalen Topstürmer gesprochen."),
    ("de",
     "Liverpool bietet für Isak\n\nDer FC Liverpool hat Newcastle United ein Angebot für Alexander Isak vorgelegt. Interviews gibt der Stürmer "
     "derzeit keine, Interviewanfragen lehnt er ab."),
    ("pt", "Interesse em Isak\n\nO interesse do Liverpool em Alexander Isak, avançado do Newcastle, é real. Interessados terão de pagar 120 milhões de euros."),
    ("pt", "O Liverpool está interessado em Alexander Isak, do Newcastle. O internacional sueco tem contrato até 2028."),
    ("pt", "O Liverpool apresentou uma proposta ao Newcastle por Alexander Isak. Internamente, o clube inglês confia nos intermediários do negócio."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), INTEREST)
def test_interest_is_not_inter(lang: str, text: str) -> None:
    assert names(text, lang, MentionKind.CLUB) == {"Liverpool", "Newcastle United"}
    assert moves(text, lang) == [ISAK]


INTER = [
    ("en", "Inter's interest in Lookman\n\nInter are interested in Atalanta winger Ademola Lookman. Internal talks at Inter went on all week."),
    ("it", "L'interesse dell'Inter per Lookman\n\nL'Inter è interessata ad Ademola Lookman dell'Atalanta. Internamente l'Inter ne parla da una settimana."),
    ("es",
     "El interés del Inter por Lookman\n\nEl Inter está interesado en Ademola Lookman, del Atalanta. Internamente, el Inter lo estudia desde hace "
     "una semana."),
    ("fr",
     "L'intérêt de l'Inter pour Lookman\n\nL'Inter est intéressé par Ademola Lookman, l'ailier de l'Atalanta. En interne, l'Inter en parle depuis "
     "une semaine."),
    ("de",
     "Inter hat Interesse an Lookman\n\nInter Mailand hat Interesse an Ademola Lookman von Atalanta Bergamo. Intern spricht Inter seit einer "
     "Woche über ihn."),
    ("pt",
     "O interesse do Inter em Lookman\n\nO Inter de Milão está interessado em Ademola Lookman, da Atalanta. Internamente, o Inter fala disso há "
     "uma semana."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), INTER)
def test_inter_with_interest_is_inter(lang: str, text: str) -> None:
    assert names(text, lang, MentionKind.CLUB) == {"Inter Milan", "Atalanta"}
    assert moves(text, lang) == ["Ademola Lookman: Atalanta > Inter Milan"]


GREALISH = "Jack Grealish: Manchester City > Aston Villa"
MIRROR = [
    ("en", "Mirror: Aston Villa want Jack Grealish back\n\nAston Villa want to sign Jack Grealish from Manchester City, the Daily Mirror reports."),
    ("en", "Villa bid for Grealish\n\nAccording to the Mirror, Aston Villa have made an offer to Manchester City for Jack Grealish."),
    ("en", "Aston Villa are in talks with Manchester City to sign Jack Grealish. (Mirror)"),
    ("it", "Secondo il Mirror, l'Aston Villa vuole Jack Grealish del Manchester City."),
    ("it", "Mirror: Aston Villa su Grealish\n\nL'Aston Villa ha presentato un'offerta al Manchester City per Jack Grealish, scrive il Daily Mirror."),
    ("es", "Según el Mirror, Aston Villa quiere fichar a Jack Grealish, del Manchester City."),
    ("es", "El Aston Villa ha presentado una oferta al Manchester City por Jack Grealish, informa el Daily Mirror."),
    ("fr", "Selon le Mirror, Aston Villa veut recruter Jack Grealish, le joueur de Manchester City."),
    ("fr", "Aston Villa a transmis une offre à Manchester City pour Jack Grealish, indique le Daily Mirror."),
    ("de", "Laut Mirror will Aston Villa Jack Grealish von Manchester City verpflichten."),
    ("de", "Aston Villa will Grealish\n\nAston Villa hat Manchester City ein Angebot für Jack Grealish vorgelegt, berichtet der Daily Mirror."),
    ("pt", "Segundo o Mirror, o Aston Villa quer contratar Jack Grealish, do Manchester City."),
    ("pt", "O Aston Villa apresentou uma proposta ao Manchester City por Jack Grealish, avança o Daily Mirror."),
]


@pytest.mark.parametrize(("lang", "text"), MIRROR)
def test_the_mirror_and_aston_villa_are_not_astana(lang: str, text: str) -> None:
    assert names(text, lang, MentionKind.CLUB) == {"Aston Villa", "Manchester City"}
    assert names(text, lang, MentionKind.SOURCE) == {"Daily Mirror"}
    assert moves(text, lang) == [GREALISH]


WORDS = [
    ("en",
     "Everton want to sign Jack Grealish from Manchester City. Reading the player's mood is hard, it would be nice to have him, and no derby is "
     "in sight.", "Everton"),
    ("en", "Everton have made an offer to Manchester City for Jack Grealish. Nice work, say the fans. Hearts would break if he said no.", "Everton"),
    ("it", "Il Napoli ha presentato un'offerta al Manchester City per Jack Grealish. Il record di presenze può attendere, il tempo stringe.", "Napoli"),
    ("es",
     "El Everton quiere fichar a Jack Grealish, del Manchester City. Como extremo puede jugar en ambas bandas. Como alternativa se baraja un "
     "mediapunta.", "Everton"),
    ("es", "El Nápoles ha presentado una oferta al Manchester City por Jack Grealish. Como adelantó la prensa, la operación va en serio.", "Napoli"),
    ("fr",
     "Everton veut recruter Jack Grealish, le joueur de Manchester City. Nul ne sait dans quel sens ira le dossier. Le club reste sur ses gardes.",
     "Everton"),
    ("de",
     "Everton bietet für Grealish\n\nDer FC Everton hat Manchester City ein Angebot für Jack Grealish vorgelegt. Essen und Getränke zahlte der "
     "Berater.", "Everton"),
    ("pt",
     "O Everton quer contratar Jack Grealish, do Manchester City. Como extremo, pode jogar nos dois lados. A vitória seria importante para os "
     "ingleses.", "Everton"),
    ("pt", "O Everton apresentou uma proposta ao Manchester City por Jack Grealish. Como o jornal escreveu, santos da casa não fazem milagres.", "Everton"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "club"), WORDS)
def test_words_that_clubs_are_called_by_are_words(lang: str, text: str, club: str) -> None:
    assert names(text, lang, MentionKind.CLUB) == {club, "Manchester City"}
    assert moves(text, lang) == [f"Jack Grealish: Manchester City > {club}"]


COUNTRIES = [
    ("en", "Everton want Northern Ireland midfielder Shea Charles from Southampton.", {"Shea Charles"}),
    ("en",
     "Northern Ireland midfielder wanted\n\nEverton have made an offer to Southampton for the Northern Ireland midfielder Shea Charles.", {"Shea Charles"}),
    ("en",
     "Ivory Coast winger Simon Adingra will leave Brighton for Everton. South Korea captain Son Heung-min stays at Tottenham.",
     {"Simon Adingra", "Son Heung-min"}),
    ("it", "L'Everton vuole il centrocampista dell'Irlanda del Nord Shea Charles del Southampton.", {"Shea Charles"}),
    ("fr", "Everton veut recruter Shea Charles, le milieu de l'Irlande du Nord qui évolue à Southampton.", {"Shea Charles"}),
    ("fr",
     "Monaco a transmis une offre à Brighton pour Simon Adingra, l'ailier de la Côte d'Ivoire. Le capitaine de la Corée du Sud Son Heung-min "
     "reste à Tottenham.", {"Simon Adingra", "Son Heung-min"}),
    ("fr", "Milieu nord-irlandais en vue\n\nMonaco veut Simon Adingra, l'international de Côte d'Ivoire de Brighton.", {"Simon Adingra"}),
    ("de", "Der FC Everton will den Nordirland-Nationalspieler Shea Charles vom FC Southampton verpflichten.", {"Shea Charles"}),
    ("de",
     "RB Leipzig hat Brighton ein Angebot für Simon Adingra vorgelegt, den Flügelspieler der Elfenbeinküste. Südkorea-Kapitän Son Heung-min "
     "bleibt bei Tottenham.", {"Simon Adingra", "Son Heung-min"}),
    ("de",
     "Mittelfeldspieler aus Bosnien und Herzegowina im Visier\n\nRB Leipzig will Simon Adingra von Brighton, den Nationalspieler der "
     "Elfenbeinküste.", {"Simon Adingra"}),
    ("pt", "O Everton quer contratar o médio da Irlanda do Norte Shea Charles, do Southampton.", {"Shea Charles"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "people"), COUNTRIES)
def test_a_country_is_nobodys_name(lang: str, text: str, people: set[str]) -> None:
    assert names(text, lang, MentionKind.PERSON) == people


def test_a_clause_about_somebody_does_not_part_him_from_his_verb() -> None:
    text = "Defender Marek Hradil, who made his debut under Petr Koller and has not been seen since May, has been linked with a move to Swindon Town."
    assert moves(text, "en") == ["Marek Hradil: ? > Swindon Town"]
