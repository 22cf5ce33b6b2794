"""A small Wikidata on this machine: a graph of our own in its vocabulary, behind a real SPARQL server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import parse_qs

import pyoxigraph as ox
from serving import Heard, Said, serving

from mercato.knowledge.importers.questions import PREFIXES

_numbers = count(1)
HEAD = PREFIXES.replace("PREFIX", "@prefix").replace(">\n", "> .\n") + "@prefix wds: <http://www.wikidata.org/entity/statement/> .\n"


def at(day: str) -> str:
    """A time as Wikidata tells it: as exact as it is written, the rest filled with ones."""
    whole = f"{day}-01-01"[:10] if len(day) < 8 else day
    return f'[ wikibase:timeValue "{whole}T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision {9 + day.count("-")} ]'


def said(item: str, prop: str, value: str, first: str = "", last: str = "", *, more: str = "", rank: str = "Normal", best: bool = True) -> str:
    """A statement with its qualifiers."""
    id = f"wds:{item}-{next(_numbers)}"
    node = f"psv:{prop} {at(value)}" if prop == "P569" else f"ps:{prop} {value}"
    dates = "".join(f' pqv:{name} {at(day)} ; pq:{name} "{day}" ;' for name, day in (("P580", first), ("P582", last)) if day)
    return f"wd:{item} p:{prop} {id} . {id} {node} ;{dates} {more} {'a wikibase:BestRank ;' if best else ''} wikibase:rank wikibase:{rank}Rank .\n"


LOAN = "pq:P1642 wd:Q2914547 ;"
TRANSFER = "pq:P1642 wd:Q1811518 ;"
GRAPH = f"""
wd:Q103229495 wdt:P279 wd:Q476028 . wd:Q135408445 wdt:P279 wd:Q103229495 , wd:Q6979593 .
wd:Q38 rdfs:label "Italy"@en , "Italia"@it . wd:Q142 rdfs:label "France"@en . wd:Q21 rdfs:label "England"@en . wd:Q145 rdfs:label "United Kingdom"@en .
wd:Q220 rdfs:label "Rome"@en , "Roma"@it . wd:Q90 rdfs:label "Paris"@mul . wd:Q501 rdfs:label "Stadio Prova"@mul . wd:Q502 rdfs:label "Campo Vecchio"@en .
wd:Q937857 rdfs:label "association football player"@en . wd:Q628099 rdfs:label "association football manager"@en .
wd:Q601 rdfs:label "winger"@en . wd:Q602 rdfs:label "midfielder"@en . wd:Q603 rdfs:label "centre-half"@en . wd:Q604 rdfs:label "left wing-back"@en .
wd:Q700 rdfs:label "sporting director"@en , "directeur sportif"@fr .

# A club by a subclass alone, one by its kind, a national team that is both, and a team of another sport.
wd:Q100 wdt:P31 wd:Q103229495 ; wikibase:sitelinks 90 ; wdt:P641 wd:Q2736 ; wdt:P17 wd:Q38 ; wdt:P159 wd:Q220 ; wdt:P7223 "27811" ; wdt:P7361 "50139" ;
  rdfs:label "FC Prova"@en , "FC Prova"@de , "Prova"@it , "プローヴァ"@ja ; skos:altLabel "La Prova"@it , "Prova Roma"@en , "Prova Roma"@fr ;
  wdt:P1449 "i Provesi"@it ; wdt:P1448 "Football Club Prova"@it ; wdt:P1813 "FCP"@mul .
{said("Q100", "P115", "wd:Q501")}{said("Q100", "P115", "wd:Q502", last="1990")}
wd:Q101 wdt:P31 wd:Q476028 ; wikibase:sitelinks 12 ; wdt:P17 wd:Q142 ; wdt:P159 wd:Q90 ; rdfs:label "Essai SC"@fr .
wd:Q102 wdt:P31 wd:Q5000 ; wikibase:sitelinks 12 ; wdt:P641 wd:Q5378 ; rdfs:label "Prova Rugby"@en .
wd:Q103 wdt:P31 wd:Q135408445 ; wikibase:sitelinks 150 ; wdt:P17 wd:Q145 ; wdt:P1532 wd:Q21 ; rdfs:label "England men's national football team"@en .

wd:Q1 wdt:P31 wd:Q5 ; wdt:P106 wd:Q937857 ; wikibase:sitelinks 120 ; wdt:P27 wd:Q145 , wd:Q38 ; wdt:P1532 wd:Q21 ; wdt:P19 wd:Q220 ;
  wdt:P413 wd:Q602 , wd:Q601 ;
  rdfs:label "Mario Esempio"@en , "Mario Esempio"@it , "Mario Exempel"@de ; skos:altLabel "El Ejemplo"@es , "Super Mario"@en , "Super Mario"@it ;
  wdt:P1449 "der Beispielhafte"@de ; wdt:P2446 "4711" ; wdt:P2002 "esempio10" .
{said("Q1", "P569", "1990-05-17")}{said("Q1", "P569", "1991", best=False)}
{said("Q1", "P54", "wd:Q100", "2010-07-01", "2014")}{said("Q1", "P54", "wd:Q101", "2012", "2013-06", more=LOAN)}
{said("Q1", "P54", "wd:Q103", "2011-09")}{said("Q1", "P54", "wd:Q102", "2013", "2014")}{said("Q1", "P54", "wd:Q101", "1990", "1991", rank="Deprecated")}
{said("Q1", "P54", "wd:Q101", "2014", more=TRANSFER)}{said("Q1", "P54", "wd:Q100", "2018-01-31")}{said("Q1", "P54", "wd:Q100")}
{said("Q1", "P54", "[]", "2019")}
# Little is known of them: a name for every language; none that we can read; a birth of which two say different days.
wd:Q2 wdt:P106 wd:Q937857 ; wikibase:sitelinks 8 ; wdt:P27 wd:Q38 ; wdt:P413 wd:Q603 , wd:Q604 ; rdfs:label "Ugo Poco"@mul .
{said("Q2", "P569", "1985")}
wd:Q3 wdt:P106 wd:Q937857 ; wikibase:sitelinks 5 ; rdfs:label "マリオ"@ja .
wd:Q9 wdt:P106 wd:Q937857 ; wikibase:sitelinks 2 ; rdfs:label "Dubbio Due"@it .
{said("Q9", "P569", "1970-03-01")}{said("Q9", "P569", "1970-03-02")}
# A coach, told from his side and from the clubs'; a director by occupation and office, one of cycling, and a president by his club.
wd:Q4 wdt:P31 wd:Q5 ; wdt:P106 wd:Q628099 , wd:Q937857 ; wikibase:sitelinks 40 ; rdfs:label "Carlo Mister"@en ; wdt:P2447 "99" .
{said("Q4", "P54", "wd:Q101", "1995", "2001")}{said("Q4", "P6087", "wd:Q100", "2019-06-11", "2021")}{said("Q100", "P286", "wd:Q4", "2019-06-11", "2021")}
{said("Q100", "P286", "wd:Q4")}{said("Q101", "P286", "wd:Q4")}
wd:Q5001 wdt:P31 wd:Q5 ; wdt:P106 wd:Q700 , wd:Q937857 ; wikibase:sitelinks 30 ; rdfs:label "Dario Direttore"@en .
{said("Q5001", "P39", "wd:Q700", "2015-07", more="pq:P642 wd:Q100 ;")}{said("Q5001", "P54", "wd:Q101", "1999", "2004")}
wd:Q7 wdt:P31 wd:Q5 ; wdt:P106 wd:Q700 ; wikibase:sitelinks 30 ; rdfs:label "Bici Direttore"@en .
wd:Q6 wdt:P31 wd:Q5 ; wikibase:sitelinks 10 ; rdfs:label "Piero Presidente"@en . wd:Q100 wdt:P488 wd:Q6 .
{said("Q100", "P488", "wd:Q6", "2001")}
"""


@dataclass
class Wikidata:
    """Where it listens, what it was asked, and what it says instead of the truth: `instead` is given the number of a request."""

    url: str
    heard: list[Heard] = field(default_factory=list)
    instead: Callable[[int], Said | None] = lambda number: None


@contextmanager
def wikidata_service() -> Iterator[Wikidata]:
    """The service while the block lasts."""
    store = ox.Store()
    store.bulk_load(HEAD + GRAPH, format=ox.RdfFormat.TURTLE)

    def answer(heard: Heard) -> Said:
        here.heard.append(heard)
        if other := here.instead(len(here.heard)):
            return other
        found = store.query(parse_qs(heard.body.decode())["query"][0]).serialize(format=ox.QueryResultsFormat.JSON)
        return Said(200, found, {"Content-Type": "application/sparql-results+json"})

    with serving(answer) as url:
        here = Wikidata(f"{url}/sparql")
        yield here
