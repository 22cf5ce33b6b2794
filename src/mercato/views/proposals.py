"""People whom the press names again and again and nobody knows: who told of them, what, and whom they may be after all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mercato.errors import NotFound
from mercato.languages.frequent import common_words
from mercato.model.article import Article
from mercato.model.claim import Claim, Named
from mercato.model.world import Person
from mercato.names.naming import folded
from mercato.store.protocol import Store
from mercato.views.match import nearest
from mercato.views.names import Names, latin

LEAST_SOURCES, LEAST_ARTICLES = 2, 3  # nobody becomes a person by one article or one voice
NEAREST = 3

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Told:
    """A club named with somebody: as his own ("at") or as one that he might join ("to"), by how many articles, since which day."""

    club: str
    id: str | None
    how: str
    articles: int
    since: date | None


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody known who may be meant."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that may be a person's: how many articles and independent sources tell of him, when, in what role, with which clubs, and who is named alike."""

    name: str
    articles: int
    sources: int
    outlets: tuple[str, ...]
    roles: tuple[str, ...]
    first: date | None
    last: date | None
    clubs: tuple[Told, ...]
    nearest: tuple[Near, ...]

    @property
    def own(self) -> tuple[Told, ...]:
        """The clubs he is said to be at, as far as they are known."""
        return tuple(one for one in self.clubs if one.how == "at" and one.id)


@dataclass(frozen=True, slots=True)
class Least:
    """How often somebody must be told of: by so many independent sources, in so many articles."""

    sources: int = LEAST_SOURCES
    articles: int = LEAST_ARTICLES


def proposals(store: Store, names: Names, least: Least, *, decided: Collection[str] = (), progress: Progress | None = None) -> list[Proposal]:
    """Who may be worth knowing, those told of most on top; `decided` are names, folded, that need no further look."""
    tellings: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in store.claims():
        if claim.person.entity is None and folded(claim.person.name) not in decided:
            tellings[folded(claim.person.name)].append(claim)
    likely = {name: claims for name, claims in tellings.items() if len({c.article for c in claims}) >= least.articles}
    found = []
    for number, claims in enumerate(likely.values(), 1):
        if progress:
            progress("proposals", number)
        articles = [article for id in sorted({c.article for c in claims}) if (article := store.article(id))]
        if len(articles) < least.articles or len(_families(articles, names)) < least.sources or _no_name(claims[0].person.name, articles, names):
            continue
        found.append(_proposal(claims, articles, names))
    return sorted(found, key=lambda one: (-one.sources, -one.articles, one.name))


def find_proposal(found: Sequence[Proposal], query: str, least: Least) -> Proposal:
    """The proposal of that name; raises NotFound with the nearest."""
    for proposal in found:
        if folded(proposal.name) == folded(query):
            return proposal
    near = nearest(query, [proposal.name for proposal in found])
    why = f"no name that nobody bears is told so by {least.sources} independent sources in {least.articles} articles"
    raise NotFound(f"{query}: {why}; nearest: {', '.join(near) or 'none'}")


def _families(articles: Iterable[Article], names: Names) -> set[str]:
    """Who stands behind the articles: papers of one house are one voice."""
    return {names.sources[source].family if source in names.sources else source for source in (article.source for article in articles) if source}


def _no_name(name: str, articles: Sequence[Article], names: Names) -> bool:
    """Whether it is one word that is a common one ("British"), or that somebody known is called by: then he is meant, or another, and nothing told whom."""
    word = folded(name)
    common = (word in common_words(article.language or "") for article in articles)
    return " " not in word and (any(common) or any(isinstance(one, Person) for one in names.answering(name)))


def _proposal(claims: Sequence[Claim], articles: Sequence[Article], names: Names) -> Proposal:
    days = {article.id: article.published.day for article in articles}
    known = sorted(day for day in days.values() if day)
    called = Counter(claim.person.name for claim in claims).most_common(1)[0][0]
    outlets = sorted({names.source(article.source) for article in articles if article.source})
    roles = tuple(role for role, _ in Counter(str(claim.role) for claim in claims).most_common())
    clubs = [*_clubs(((c.article, c.origin) for c in claims), "at", days), *_clubs(((c.article, c.destination) for c in claims), "to", days)]
    return Proposal(called, len(articles), len(_families(articles, names)), tuple(outlets), roles, known[0] if known else None, known[-1] if known else None,
                    tuple(clubs), _nearest(called, names))  # fmt: skip


def _clubs(told: Iterable[tuple[str, Named | None]], how: str, days: dict[str, date | None]) -> list[Told]:
    """The clubs, the one told by most articles first."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    who: dict[str, Named] = {}
    for article, club in told:
        if club:
            articles[club.key].add(article)
            who.setdefault(club.key, club)
    since = {key: min((day for id in ids if (day := days.get(id))), default=None) for key, ids in articles.items()}
    made = [Told(who[key].name, who[key].entity, how, len(ids), since[key]) for key, ids in articles.items()]
    return sorted(made, key=lambda one: (-one.articles, one.club))


def _nearest(name: str, names: Names) -> tuple[Near, ...]:
    """Known people who bear all the words of a name, or names much like it."""
    bearers = [one for one in names.answering(name) if isinstance(one, Person)]
    known = {one.name: one for one in [*names.akin(latin(name)), *bearers] if isinstance(one, Person)}
    titles = dict.fromkeys([*(one.name for one in bearers), *nearest(latin(name), known)])
    return tuple(Near(known[title].id, title) for title in list(titles)[:NEAREST])
