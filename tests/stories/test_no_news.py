"""Matches, injuries, call-ups, former players as opponents and old transfers are no news of a move."""

from __future__ import annotations

from datetime import date

import pytest
from shipped import DAY, moves

NO_NEWS = [
    ("en", "match",
     "Liverpool 3-1 Newcastle United\n\nMohamed Salah scored twice as Liverpool beat Newcastle United at Anfield. Alexander Isak pulled one back "
     "before Luis Díaz made it three."),
    ("en", "match",
     "Arsenal held by Everton\n\nBukayo Saka put Arsenal ahead after ten minutes, but Iliman Ndiaye equalised for Everton from the spot. Mikel "
     "Arteta's side stay second."),
    ("it", "match",
     "Inter-Napoli 1-1\n\nFederico Dimarco porta avanti l'Inter, Scott McTominay pareggia per il Napoli nella ripresa. La squadra di Antonio "
     "Conte resta prima."),
    ("it", "match",
     "Il Milan batte la Juventus\n\nRafael Leão e Christian Pulisic firmano il 2-0 del Milan sulla Juventus a San Siro. Dušan Vlahović ha colpito "
     "un palo."),
    ("es", "match",
     "Real Madrid 2-1 Atlético de Madrid\n\nRodrygo adelantó al Real Madrid y Julián Álvarez empató para el Atlético. Brahim Díaz marcó el gol de "
     "la victoria."),
    ("es", "match",
     "El Barcelona golea al Valencia\n\nFerran Torres marcó tres goles en la victoria del Barcelona ante el Valencia. El equipo de Hansi Flick "
     "sigue líder."),
    ("fr", "match",
     "PSG 3-1 Marseille\n\nOusmane Dembélé a inscrit un doublé et Paris a battu Marseille au Parc des Princes. Adrien Rabiot avait réduit l'écart "
     "pour l'OM."),
    ("fr", "match",
     "Lyon accroché par Nice\n\nRayan Cherki a ouvert le score pour Lyon avant l'égalisation de Nice dans les dernières minutes. Les Lyonnais "
     "restent sixièmes."),
    ("de", "match",
     "Bayern 2:2 Leverkusen\n\nHarry Kane traf doppelt für den FC Bayern, doch Florian Wirtz und Álex Grimaldo glichen für Bayer Leverkusen aus. "
     "Die Mannschaft von Vincent Kompany bleibt vorne."),
    ("de", "match",
     "Dortmund schlägt Stuttgart\n\nKarim Adeyemi und Julian Brandt schossen Borussia Dortmund zum 2:0 gegen den VfB Stuttgart. Nick Woltemade "
     "vergab die beste Chance der Gäste."),
    ("pt", "match",
     "Benfica 1-1 Sporting\n\nVangelis Pavlidis marcou primeiro para o Benfica, mas Francisco Trincão empatou para o Sporting na Luz. Os leões "
     "continuam na frente."),
    ("pt", "match",
     "Flamengo vence o Corinthians\n\nGerson e Pedro marcaram na vitória do Flamengo sobre o Corinthians no Maracanã. Yuri Alberto descontou no "
     "fim."),
    ("en", "injury",
     "Newcastle will be without Alexander Isak until March. The striker limped off in the defeat at Chelsea and needs surgery, manager Eddie Howe "
     "said."),
    ("it", "injury",
     "Infortunio per Vlahović: sei settimane di stop\n\nDušan Vlahović ha riportato una lesione al bicipite femorale. L'attaccante della Juventus "
     "salterà le gare con Milan e Inter."),
    ("es", "injury",
     "Rodrygo, seis semanas de baja\n\nEl delantero del Real Madrid Rodrygo sufre una lesión muscular. Se perderá los partidos contra el "
     "Barcelona y el Sevilla."),
    ("es", "injury",
     "El Barcelona no podrá contar con Ferran Torres hasta marzo. El delantero se lesionó en el partido contra el Betis, según explicó Hansi "
     "Flick."),
    ("fr", "injury",
     "Barcola absent six semaines\n\nL'ailier du PSG Bradley Barcola souffre d'une lésion à la cuisse. Il manquera les matches contre Marseille "
     "et Monaco."),
    ("fr", "injury", "Marseille devra se passer d'Adrien Rabiot jusqu'en mars. Le milieu s'est blessé contre Lens, a indiqué Roberto De Zerbi."),
    ("de", "injury",
     "Adeyemi fällt sechs Wochen aus\n\nKarim Adeyemi hat sich einen Muskelfaserriss zugezogen. Der Angreifer von Borussia Dortmund fehlt gegen "
     "Bayern und Leipzig."),
    ("de", "injury",
     "Der VfB Stuttgart muss bis März auf Nick Woltemade verzichten. Der Stürmer verletzte sich im Spiel gegen Mainz und muss operiert werden."),
    ("pt", "injury",
     "Pavlidis para seis semanas\n\nO avançado do Benfica Vangelis Pavlidis sofreu uma lesão muscular. Falha os jogos com o FC Porto e o "
     "Sporting."),
    ("en", "call-up",
     "Sweden call up Isak\n\nAlexander Isak of Newcastle United and Viktor Gyökeres of Sporting have been called up by Sweden for the matches "
     "against Norway and Italy."),
    ("it", "call-up",
     "I convocati dell'Italia\n\nLuciano Spalletti ha convocato Andrea Cambiaso della Juventus e Moise Kean della Fiorentina per le gare con "
     "Norvegia e Moldavia."),
    ("es", "call-up",
     "La lista de España\n\nLuis de la Fuente ha convocado a Nico Williams, del Athletic, y a Martín Zubimendi, de la Real Sociedad, para los "
     "partidos contra Francia y Alemania."),
    ("fr", "call-up",
     "La liste des Bleus\n\nDidier Deschamps a convoqué Bradley Barcola, du PSG, et Rayan Cherki, de Lyon, pour les matches contre l'Espagne et "
     "l'Allemagne."),
    ("de", "call-up",
     "Das DFB-Aufgebot\n\nJulian Nagelsmann hat Nick Woltemade vom VfB Stuttgart und Karim Adeyemi von Borussia Dortmund für die Spiele gegen "
     "Portugal und Frankreich nominiert."),
    ("pt", "call-up",
     "Os convocados de Portugal\n\nRoberto Martínez chamou António Silva, do Benfica, e Francisco Trincão, do Sporting, para os jogos com a "
     "Alemanha e a Espanha."),
    ("en", "call-up",
     "England name their squad\n\nManchester United forward Marcus Rashford and Jack Grealish of Manchester City return to the England squad for "
     "the matches against Senegal and Andorra."),
    ("en", "call-up",
     "Arsenal's Bukayo Saka has withdrawn from the England squad with a knock. Thomas Tuchel has called up Eberechi Eze of Crystal Palace in his "
     "place."),
    ("it", "call-up",
     "Moise Kean torna in Nazionale\n\nL'attaccante della Fiorentina Moise Kean torna tra i convocati dell'Italia. Debutto possibile contro la "
     "Norvegia."),
    ("es", "call-up",
     "Nico Williams vuelve a la selección\n\nEl extremo del Athletic Nico Williams vuelve a la lista de España para los partidos contra Francia y "
     "Portugal."),
    ("fr", "call-up",
     "Rabiot de retour en équipe de France\n\nLe milieu de Marseille Adrien Rabiot retrouve les Bleus pour les matches contre l'Espagne et "
     "l'Allemagne."),
    ("de", "call-up",
     "Karim Adeyemi von Borussia Dortmund verlässt das DFB-Team mit einer Verletzung. Julian Nagelsmann holt für ihn Nick Woltemade vom VfB "
     "Stuttgart dazu."),
    ("de", "call-up",
     "Sané zurück im DFB-Team\n\nLeroy Sané vom FC Bayern kehrt in den Kader der Nationalmannschaft zurück und könnte gegen Portugal beginnen."),
    ("pt", "call-up",
     "Trincão volta à seleção\n\nO extremo do Sporting Francisco Trincão volta aos convocados de Portugal para os jogos com a Alemanha e a "
     "Espanha."),
    ("en", "match", "Alexander Isak scored a hat-trick as Newcastle United thrashed Ipswich. Liverpool and Arsenal also won on a busy Saturday."),
    ("it", "match", "Ademola Lookman trascina l'Atalanta: tripletta contro il Verona. Vincono anche il Napoli e l'Inter."),
    ("es", "match", "Nico Williams guio al Athletic con dos goles ante el Valencia. También ganaron el Real Madrid y el Sevilla."),
    ("fr", "match", "Rayan Cherki a porté Lyon avec un triplé contre Brest. Monaco et Lens se sont également imposés."),
    ("de", "match", "Nick Woltemade schoss den VfB Stuttgart mit drei Toren zum Sieg gegen Bochum. Auch Bayern und Leipzig gewannen."),
    ("pt", "match", "Viktor Gyökeres marcou três golos na vitória do Sporting sobre o Boavista. Também ganharam o Benfica e o FC Porto."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "what", "text"), NO_NEWS)
def test_matches_injuries_and_call_ups_are_no_moves(lang: str, what: str, text: str) -> None:
    assert moves(text, lang) == []


AUTUMN = date(2025, 9, 17)
RETURNS = [
    ("en", "Kevin De Bruyne will face his former club for the first time. Napoli play at Manchester City on Thursday, and the Belgian is expected to start."),
    ("it", "Kevin De Bruyne affronta per la prima volta la sua ex squadra. Il Napoli gioca giovedì in casa del Manchester City e il belga partirà titolare."),
    ("es", "Kevin De Bruyne se enfrenta por primera vez a su exequipo. El Nápoles juega el jueves en el campo del Manchester City y el belga será titular."),
    ("fr",
     "De Bruyne de retour à Manchester\n\nKevin De Bruyne retrouve Manchester City jeudi, cette fois en adversaire, avec le Napoli en Ligue des "
     "champions. Les supporters salueront leur ancien capitaine."),
    ("fr", "Kevin De Bruyne affronte pour la première fois son ancien club. Le Napoli se déplace jeudi à Manchester City et le Belge devrait débuter."),
    ("de",
     "De Bruyne kehrt zurück nach Manchester\n\nKevin De Bruyne kehrt am Donnerstag als Gegner zu Manchester City zurück: Der SSC Neapel spielt "
     "in der Champions League. Die Fans werden ihren früheren Kapitän feiern."),
    ("de", "Kevin De Bruyne trifft erstmals auf seinen Ex-Klub. Der SSC Neapel spielt am Donnerstag bei Manchester City, der Belgier steht in der Startelf."),
    ("pt",
     "Kevin De Bruyne defronta pela primeira vez a antiga equipa. O Nápoles joga na quinta-feira no terreno do Manchester City e o belga deve ser "
     "titular."),
    ("it", "Theo Hernández ritrova il Milan: la sua Al-Hilal affronta i rossoneri in amichevole a San Siro. I tifosi lo applaudiranno."),
    ("fr",
     "Trent Alexander-Arnold retrouve Anfield mardi avec le Real Madrid, qui affronte Liverpool. Le latéral s'attend à un accueil froid de son "
     "ancien public."),
    ("de", "Florian Wirtz trifft mit dem FC Liverpool auf Bayer Leverkusen. Die Fans wollen ihren früheren Spielmacher mit Applaus empfangen."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "day"), [(*one, AUTUMN) for one in RETURNS])
def test_a_former_player_who_comes_as_an_opponent_does_not_come_back(lang: str, text: str, day: date) -> None:
    assert moves(text, lang, day) == []


OLD = [
    ("en", "Everton want Grealish\n\nEverton want to sign Jack Grealish from Manchester City. The winger joined City from Aston Villa for £100m in 2021."),
    ("it",
     "L'Everton vuole Grealish\n\nL'Everton vuole Jack Grealish del Manchester City. L'esterno arrivò al City dall'Aston Villa nel 2021 per 117 "
     "milioni."),
    ("es",
     "El Everton quiere a Grealish\n\nEl Everton quiere fichar a Jack Grealish, del Manchester City. El extremo llegó al City procedente del "
     "Aston Villa en 2021 por 117 millones."),
    ("fr",
     "Everton veut Grealish\n\nEverton veut recruter Jack Grealish, le joueur de Manchester City. L'ailier avait rejoint City en provenance "
     "d'Aston Villa en 2021 pour 117 millions d'euros."),
    ("de",
     "Everton will Grealish\n\nDer FC Everton will Jack Grealish von Manchester City verpflichten. Der Flügelspieler war 2021 für 117 Millionen "
     "Euro von Aston Villa zu City gewechselt."),
    ("pt",
     "Everton quer Grealish\n\nO Everton quer contratar Jack Grealish, do Manchester City. O extremo chegou ao City proveniente do Aston Villa em "
     "2021 por 117 milhões de euros."),
    ("en",
     "Everton bid for Grealish\n\nEverton have made an offer to Manchester City for Jack Grealish. He won promotion with Aston Villa before "
     "leaving in 2021."),
    ("it", "L'Everton su Grealish\n\nL'Everton ha presentato un'offerta al Manchester City per Jack Grealish. Nel 2021 l'inglese lasciò l'Aston Villa."),
    ("es",
     "Oferta del Everton por Grealish\n\nEl Everton ha presentado una oferta al Manchester City por Jack Grealish. En 2021 el inglés dejó el "
     "Aston Villa."),
    ("fr", "Everton fonce sur Grealish\n\nEverton a transmis une offre à Manchester City pour Jack Grealish. En 2021, l'Anglais avait quitté Aston Villa."),
    ("de",
     "Everton bietet für Grealish\n\nDer FC Everton hat ein Angebot für Jack Grealish von Manchester City abgegeben. 2021 hatte der Engländer "
     "Aston Villa verlassen."),
    ("pt",
     "Everton avança por Grealish\n\nO Everton apresentou uma proposta ao Manchester City por Jack Grealish. Em 2021, o inglês tinha deixado o "
     "Aston Villa."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), OLD)
def test_an_old_transfer_is_not_sold_as_new(lang: str, text: str) -> None:
    assert moves(text, lang, DAY) == ["Jack Grealish: Manchester City > Everton"]


@pytest.mark.parametrize("text", [
    "Escalação do Bahia: Marek Hradil; Karel Vondra, Petr Novotny e Luka Zeman.",
    "O técnico do Bahia pode contar com os retornos de Marek Hradil e Karel Vondra.",
    "Marek Hradil, colega de Karel Vondra no Pyramids, treinou ontem.",
    "Marek Hradil tem contrato com o Monterrey, do México.",
    "Marek Hradil deixou o relvado com dores. Vai ser difícil o Benfica ganhar sem ele.",
])  # fmt: skip
def test_line_ups_and_teammates_are_no_news(text: str) -> None:
    assert moves(text, "pt") == []


@pytest.mark.parametrize(("lang", "text"), [
    ("pt", "Marek Hradil treinou ontem.\n\nRecorde-se que o Bahia comprou Marek Hradil ao Santos por três milhões."),
    ("pt", "Marek Hradil treinou ontem.\n\nVale lembrar que o Bahia fez uma proposta por Marek Hradil."),
    ("es", "Marek Hradil se entrenó ayer.\n\nCabe recordar que el Getafe hizo una oferta por Marek Hradil."),
    ("it", "Marek Hradil si è allenato ieri.\n\nRicordiamo che il Lecce ha presentato un'offerta per Marek Hradil."),
    ("fr", "Marek Hradil s'est entraîné hier.\n\nPour rappel, Lens a fait une offre pour Marek Hradil."),
    ("en", "Marek Hradil trained on Monday.\n\nIt will be recalled that Leeds made a bid for Marek Hradil."),
    ("de", "Marek Hradil trainierte gestern.\n\nZur Erinnerung: Mainz hat ein Angebot für Marek Hradil abgegeben."),
])  # fmt: skip
def test_what_readers_are_reminded_of_is_no_news(lang: str, text: str) -> None:
    assert moves(text, lang) == []
