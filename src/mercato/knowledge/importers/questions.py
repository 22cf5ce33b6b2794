"""The questions put to Wikidata: which entities there are, band by band, and all that is told of some of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

Which = Literal["footballers", "coaches", "directors", "clubs"]

# Entities come in bands of equal renown, the best known first: a band is one cheap query without sorting, where LIMIT and OFFSET would sort all
# footballers (400,000 in 2026) anew for every page and run into the service's limit of 60 seconds. Below 10 sitelinks each number is a band.
BANDS = (100, 60, 40, 30, 24, 20, 17, 15, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
LANGUAGES = ("en", "it", "es", "fr", "de", "pt")
EVERY = "mul"  # Wikidata's language for names that are the same everywhere; many people have no other label

PREFIXES = """PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
# Club Q476028 (Barcelona is one only by a subclass), team Q15944511, national team Q6979593; sports club Q847017 where its sport is football, Q2736.
TEAMS = "VALUES ?root { wd:Q476028 wd:Q15944511 wd:Q6979593 } ?class wdt:P279* ?root ."
# Offices by their names: people hold them under several items.
POSTS = 'VALUES ?name { "sporting director"@en "director of football"@en "technical director"@en "football executive"@en } ?post rdfs:label ?name .'
FOOTBALL = "{ ?item wdt:P641 wd:Q2736 } UNION { ?item wdt:P106 wd:Q937857 } UNION { ?item wdt:P106 wd:Q628099 }"
CHOICES: dict[Which, str] = {
    "footballers": "?item wdt:P106 wd:Q937857 .",
    "coaches": "?item wdt:P106 wd:Q628099 .",
    "directors": f"""{{ {TEAMS} ?club wdt:P31 ?class ; wdt:P488|wdt:P505|wdt:P1037 ?item . }}
  UNION {{ {POSTS} ?item wdt:P106|wdt:P39 ?post . {FOOTBALL} }}
  ?item wdt:P31 wd:Q5 .""",
    "clubs": f"{{ {TEAMS} ?item wdt:P31 ?class . }} UNION {{ ?item wdt:P31 wd:Q847017 ; wdt:P641 wd:Q2736 . }}",
}  # fmt: skip


def bands(least: int) -> list[tuple[int, int | None]]:
    """From how many sitelinks to below how many (None: without end), best known first, down to `least`."""
    bounds = [*(bound for bound in BANDS if bound > least), least]
    return list(zip(bounds, [None, *bounds], strict=False))


def those(which: Which, least: int, below: int | None) -> str:
    """Asks for the ids of a band."""
    upper = f" && xsd:integer(?links) < {below}" if below is not None else ""
    return f"""{PREFIXES}SELECT DISTINCT ?item WHERE {{
  {CHOICES[which]}
  ?item wikibase:sitelinks ?links .
  FILTER(xsd:integer(?links) >= {least}{upper})
}}"""


def _told(field: str, pattern: str) -> str:
    return f'{{ {pattern} BIND("{field}" AS ?field) }}'


def _in(languages: Sequence[str]) -> str:
    listed = ", ".join(f'"{one}"' for one in languages)
    return f"FILTER(LANG(?value) IN ({listed}))"


_ALL = _in([*LANGUAGES, EVERY])
_ENGLISH = _in(["en"])
_NAMED = _in(["en", EVERY])
NAMES = [_told("label", f"?item rdfs:label ?value . {_ALL}"), _told("alias", f"?item skos:altLabel ?value . {_ALL}"),
         _told("nickname", f"?item wdt:P1449 ?value . {_ALL}")]  # fmt: skip
FACTS = [
    _told("born", "?item p:P569 ?stay . ?stay a wikibase:BestRank ; psv:P569 ?time . ?time wikibase:timeValue ?first ; wikibase:timePrecision ?exact ."),
    _told("birthplace", f"?item wdt:P19/rdfs:label ?value . {_NAMED}"),
    _told("plays for", f"?item wdt:P1532/rdfs:label ?value . {_ENGLISH}"),
    _told("citizen", f"?item wdt:P27/rdfs:label ?value . {_ENGLISH}"),
    _told("position", f"?item wdt:P413/rdfs:label ?value . {_ENGLISH}"),
    _told("occupation", f"?item wdt:P106/rdfs:label ?value . {_ENGLISH}"),
    _told("transfermarkt", "?item wdt:P2446 ?value ."), _told("transfermarkt-coach", "?item wdt:P2447 ?value ."),
    _told("uefa", "?item wdt:P2276 ?value ."), _told("twitter", "?item wdt:P2002 ?value ."),
]  # fmt: skip
# Where somebody was: as a statement about the person, or about the club. Not the direct form wdt:, which leaves out all but the current club of many.
STAYS = [
    _told("player", "?item p:P54 ?stay . ?stay ps:P54 ?value ."),
    _told("coach", "?item p:P6087 ?stay . ?stay ps:P6087 ?value ."), _told("coach", "?value p:P286 ?stay . ?stay ps:P286 ?item ."),
    _told("president", "?value p:P488 ?stay . ?stay ps:P488 ?item ."), _told("owner", "?value p:P127 ?stay . ?stay ps:P127 ?item ."),
    _told("director", "?value p:P1037 ?stay . ?stay ps:P1037 ?item ."), _told("director", "?value p:P505 ?stay . ?stay ps:P505 ?item ."),
    _told("executive", "?value p:P169 ?stay . ?stay ps:P169 ?item ."),
    # an office with its club (of P642, employer P108, team P54), or an employer with the office there (P39, as P794, role P3831)
    _told("office", '?item p:P39 ?stay . ?stay ps:P39/rdfs:label ?office ; pq:P642|pq:P108|pq:P54 ?value . FILTER(LANG(?office) = "en")'),
    _told("office", '?item p:P108 ?stay . ?stay ps:P108 ?value ; (pq:P39|pq:P794|pq:P3831)/rdfs:label ?office . FILTER(LANG(?office) = "en")'),
]  # fmt: skip
DATED = """?stay wikibase:rank ?rank . FILTER(?rank != wikibase:DeprecatedRank)
    OPTIONAL { ?stay pqv:P580 ?begins . ?begins wikibase:timeValue ?first ; wikibase:timePrecision ?exact }
    OPTIONAL { ?stay pqv:P582 ?ends . ?ends wikibase:timeValue ?last ; wikibase:timePrecision ?lastExact }
    OPTIONAL { ?stay pq:P1642 ?deal . FILTER(?deal = wd:Q2914547) }"""  # a loan is this value: the qualifier also says transfer, draft and others
TEAM = [
    _told("full", f"?item wdt:P1448 ?value . {_ALL}"), _told("short", f"?item wdt:P1813 ?value . {_ALL}"),
    _told("country", f"?item wdt:P17/rdfs:label ?value . {_ENGLISH}"), _told("plays for", f"?item wdt:P1532/rdfs:label ?value . {_ENGLISH}"),
    _told("city", f"?item wdt:P159/rdfs:label ?value . {_NAMED}"),
    _told("stadium", f"?item p:P115 ?stay . ?stay a wikibase:BestRank ; ps:P115/rdfs:label ?value . FILTER NOT EXISTS {{ ?stay pq:P582 ?over }} {_NAMED}"),
    _told("football", "?item wdt:P31/wdt:P279* ?value . FILTER(?value IN (wd:Q476028, wd:Q15944511))"),
    _told("football", "?item wdt:P641 ?value . FILTER(?value = wd:Q2736)"),
    _told("national", "?item wdt:P31/wdt:P279* ?value . FILTER(?value = wd:Q6979593)"),
    _told("transfermarkt", "?item wdt:P7223 ?value ."), _told("uefa", "?item wdt:P7361 ?value ."), _told("twitter", "?item wdt:P2002 ?value ."),
]  # fmt: skip


def _facts(ids: Sequence[str], parts: Sequence[str]) -> str:
    items, told = " ".join(f"wd:{id}" for id in ids), "\n  UNION ".join(parts)
    return f"""{PREFIXES}SELECT DISTINCT ?item ?field ?value ?office ?stay ?first ?exact ?last ?lastExact ?deal WHERE {{
  VALUES ?item {{ {items} }}
  {told}
}}"""


def of_people(ids: Sequence[str]) -> str:
    """Asks for all that is told of some people: rows of an item, a field and its value; for a stay the club is the value."""
    stays = "\n      UNION ".join(STAYS)
    return _facts(ids, [*NAMES, *FACTS, f"{{ {{ {stays} }}\n    {DATED} }}"])


def of_clubs(ids: Sequence[str]) -> str:
    """Asks for all that is told of some clubs."""
    return _facts(ids, [*NAMES, *TEAM])
