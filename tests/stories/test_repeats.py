"""Copies and repeats: five copies of one report are one voice, a report of one's own is another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from mercato.library import Mercato
from mercato.store.sqlite import open_store
from mercato.text.received import Received
from mercato.views.saga import SagaPage


class Story(NamedTuple):
    """One story in one language: an agency's text, another outlet's own report, a report that only cites, and who prints them."""

    lang: str
    agency: str
    own: str
    citing: str
    outlets: tuple[str, ...]


STORIES = [
    Story(
        "en",
        "Everton have made an offer to Manchester City for Jack Grealish. The bid is worth £40m and runs until Friday, sources close to the winger say. "
        "Grealish, who has lost his place in the side, wants to join Everton. City will answer after their board meets on Thursday.",
        "Everton are in talks with Manchester City to sign Jack Grealish. The winger has told his friends that he would like to move to Merseyside.",
        "Everton want to sign Jack Grealish from Manchester City, according to the Daily Mirror. The newspaper says that the winger is keen.",
        ("daily-mirror", "daily-express", "the-sun", "metro", "sky-sports", "bbc-sport", "football365"),
    ),
    Story(
        "it",
        "Il Napoli ha presentato un'offerta all'Atalanta per Ademola Lookman. La proposta vale 40 milioni e scade venerdì, fanno sapere fonti vicine al "
        "giocatore. Lookman, che ha perso il posto in squadra, vuole il Napoli. L'Atalanta risponderà dopo il consiglio di giovedì.",
        "Il Napoli tratta Ademola Lookman con l'Atalanta. L'esterno ha detto agli amici che gli piacerebbe trasferirsi al Napoli già in estate.",
        "Secondo Tuttosport, il Napoli vuole Ademola Lookman dell'Atalanta. Il quotidiano scrive che il nigeriano è d'accordo.",
        ("tuttosport", "corriere-dello-sport", "gazzetta-dello-sport", "il-mattino", "sky-sport-italia", "sportitalia", "calcionews24"),
    ),
    Story(
        "es",
        "El Atlético de Madrid ha presentado una oferta a la Real Sociedad por Martín Zubimendi. La propuesta es de 40 millones y vence el viernes, según "
        "fuentes cercanas al jugador. Zubimendi, que ha perdido la titularidad, quiere fichar por el Atlético. La Real contestará tras la junta del jueves.",
        "El Atlético de Madrid negocia con la Real Sociedad el fichaje de Martín Zubimendi. El centrocampista ha contado a sus amigos que le gusta la idea.",
        "Según Marca, el Atlético de Madrid quiere fichar a Martín Zubimendi, de la Real Sociedad. El diario asegura que el jugador está de acuerdo.",
        ("marca", "as", "mundo-deportivo", "sport", "relevo", "el-correo", "okdiario"),
    ),
    Story(
        "fr",
        "Arsenal a transmis une offre au PSG pour Bradley Barcola. La proposition s'élève à 40 millions d'euros et court jusqu'à vendredi, selon des sources "
        "proches du joueur. Barcola, qui a perdu sa place de titulaire, veut rejoindre Arsenal. Le PSG répondra après la réunion de jeudi.",
        "Arsenal négocie avec le PSG le transfert de Bradley Barcola. L'ailier a confié à ses amis qu'il aimerait vivre à Londres.",
        "Selon L'Équipe, Arsenal veut recruter Bradley Barcola, l'ailier du PSG. Le quotidien affirme que le joueur est d'accord.",
        ("l-equipe", "le-parisien", "rmc-sport", "foot-mercato", "le10sport", "ouest-france", "maxifoot"),
    ),
    Story(
        "de",
        "Der FC Chelsea hat ein Angebot für Karim Adeyemi von Borussia Dortmund abgegeben. Es liegt bei 40 Millionen Euro und gilt bis Freitag, heißt es aus "
        "dem Umfeld des Spielers. Adeyemi, der seinen Stammplatz verloren hat, will zum FC Chelsea wechseln. Der BVB antwortet nach der Sitzung am Donnerstag.",
        "Der FC Chelsea verhandelt mit Borussia Dortmund über einen Transfer von Karim Adeyemi. Freunden hat der Angreifer erzählt, dass ihn London reizt.",
        "Laut kicker will der FC Chelsea Karim Adeyemi von Borussia Dortmund verpflichten. Das Fachmagazin schreibt, der Angreifer sei einverstanden.",
        ("kicker", "sport1", "bild", "ruhr-nachrichten", "sky-sport-deutschland", "waz", "spox"),
    ),
    Story(
        "pt",
        "O Arsenal apresentou uma proposta ao Benfica por António Silva. A oferta é de 40 milhões de euros e vale até sexta-feira, dizem fontes próximas do "
        "jogador. Silva, que perdeu o lugar na equipa, quer assinar pelo Arsenal. O Benfica responde depois da reunião de quinta-feira.",
        "O Arsenal negoceia com o Benfica a contratação de António Silva. O central contou aos amigos que gostava de viver em Londres.",
        "Segundo o Record, o Arsenal quer contratar António Silva, do Benfica. O jornal escreve que o central está de acordo.",
        ("record", "a-bola", "o-jogo", "maisfutebol", "cnn-portugal", "zerozero", "sapo-desporto"),
    ),
]  # fmt: skip
TITLES = ("", "1\n\n", "Breaking: ", "*** ", "++ ")
stories = pytest.mark.parametrize("story", STORIES, ids=[s.lang for s in STORIES])


@pytest.fixture(scope="module")
def library() -> Mercato:
    """Read once; every test gives it a store of its own."""
    return Mercato(open_store(":memory:"))


@pytest.fixture
def press(library: Mercato) -> Iterator[Mercato]:
    library.close()
    library.store = open_store(":memory:")
    yield library
    library.close()


def printed(story: Story, text: str, outlet: int, day: int) -> Received:
    return Received(f"{story.lang}-{outlet}-{day}", text, "test", source=story.outlets[outlet], published=f"2025-06-{day:02}", language=story.lang)


def copies(story: Story) -> list[Received]:
    """The agency's text as five outlets print it, each with words of its own in front."""
    return [printed(story, title + story.agency, outlet, 3 + outlet) for outlet, title in enumerate(TITLES)]


def saga(press: Mercato) -> SagaPage:
    (line,) = press.sagas()
    return press.saga(line.id)


def standings(press: Mercato) -> list[str]:
    return [entry.standing for entry in saga(press).entries]


@stories
def test_five_copies_are_one_voice(press: Mercato, story: Story) -> None:
    press.read(copies(story))
    assert standings(press) == ["first", "copies", "copies", "copies", "copies"]
    assert saga(press).origins == 1


@stories
def test_an_item_served_again_changes_nothing(press: Mercato, story: Story) -> None:
    press.read(copies(story))
    before = press.counts(), saga(press)
    again = press.read([*copies(story), *copies(story)])
    assert (again.articles, again.claims) == (0, 0)
    assert (press.counts(), saga(press)) == before


@stories
def test_another_outlets_own_report_still_counts(press: Mercato, story: Story) -> None:
    press.read([*copies(story), printed(story, story.own, 5, 10)])
    assert standings(press)[-1] == "confirms"
    assert saga(press).origins == 2


@stories
def test_who_only_cites_is_no_voice_of_his_own(press: Mercato, story: Story) -> None:
    press.read([printed(story, story.agency, 0, 3), printed(story, story.citing, 5, 10), printed(story, story.citing + " ", 6, 11)])
    assert standings(press)[:2] == ["first", "cites"]
    assert saga(press).origins == 1


@stories
def test_an_outlet_that_says_it_twice_is_one_voice(press: Mercato, story: Story) -> None:
    press.read([printed(story, story.agency, 0, 3), printed(story, story.own, 0, 9)])
    assert standings(press) == ["first", "recycles"]
    assert saga(press).origins == 1
