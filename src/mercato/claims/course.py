"""What an article goes on to speak of, from sentence to sentence: its lead and hero, sections and items, the clubs and people it has attended to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from mercato.claims.cast import LEADERS, Cast
from mercato.claims.discourse import TOGETHER, Discourse, Part, named, named_at
from mercato.claims.grounds import Grounds
from mercato.claims.ledgers import is_priced, labels
from mercato.claims.masked import Masked
from mercato.claims.slots import marked
from mercato.languages.pack import Pack
from mercato.languages.pattern import DASH
from mercato.model.article import BlockKind, Mention, MentionKind
from mercato.model.world import Role

BULLETS = ([DASH], ["-"], ["•"], ["*"], ["·"])  # what may stand before the items of a list
SPELT = 5  # letters of a name in capitals that is no abbreviation
LABELLED = 4  # words before a name that is the label of what follows
RARELY = 5  # an office named beside one of so many mentions is a slip: a relative's, a predecessor's
OFTEN = 3  # times a person must be named to be the one whom a story is about
HEADLINE, SUBJECT, NAMED, SPEAKS = 2.0, 1.5, 1.0, 0.5  # attention to a club in a headline, at the head of a sentence, anywhere else, and by its coach alone
OPENS, ROUND = 4, 3  # words before the club that opens a paragraph; clubs that open paragraphs in a round-up
CARD = 2  # lines from one field of a card to the next
FRONT = 30  # characters in which a heading tells its time
_CLOCK = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])[.:][0-5]\d(?![\d.:])")


def _bare(masked: Masked) -> bool:
    """Whether a line holds a person's name and next to nothing else: "3. N (Ajax)"."""
    return "PERSON" in masked.places and sum([word.isalpha() and word.islower() for word in masked.words]) < 2


def _field(masked: Masked, talk: Discourse) -> bool:
    """Whether a line is one of a card under somebody's name: "Transfer: Lyon to Everton", "- Fee: £16m"."""
    under = talk.card is not None and 0 < masked.block - talk.card <= CARD
    return under and masked.words[1:2] == [":"] and masked.words[0].islower()


def _labels(masked: Masked) -> bool:
    """Whether a club at the front is the label of what follows: "Lecce: ...", "- Lecce: ...", "Casa Milan: ...", "LECCE 7 - ...", "LECCE Corvino ha ...", or
    alone."""
    first = 1 if masked.words[:1] in BULLETS else 0
    clock = next((i for i in range(first, len(masked.words)) if masked.words[i] != "NUMBER"), first)
    if clock > first and masked.words[clock] in (":", DASH):  # "12.30: Lecce, ..."
        first = clock + 1
    if masked.words[first : first + 1] != ["CLUB"]:
        return any(match.start == first for match, _ in masked.lexeme("sections"))
    numbered = masked.words[first + 1 : first + 2] == ["NUMBER"]
    behind = masked.words[first + 1 + numbered : first + 2 + numbered]
    shouted = masked.kind is BlockKind.BODY and _shouted(masked, masked.mentions[first])
    return behind in ([":"], [DASH]) or (not behind and not first) or shouted


def _timed(masked: Masked) -> bool:
    """Whether a line tells the time of day at its front, as the headings of tickers do: "12:30 - N has signed", "3. März, 8.15 Uhr: ..."."""
    return bool(masked.words) and _CLOCK.search(masked.text, masked.starts[0], min(masked.ends[-1], masked.starts[0] + FRONT)) is not None


def _labelled(masked: Masked) -> int | None:
    """Whose name, behind other words or in capitals, is the label of what follows: "More on N: he wants to join ...", but not "Slot: we want ..."."""
    people = masked.said(MentionKind.PERSON)
    if not people or people[0] > LABELLED or masked.words[people[0] + 1 : people[0] + 2] != [":"]:
        return None
    return people[0] if people[0] or _shouted(masked, masked.mentions[people[0]]) else None


def _shouted(masked: Masked, name: Mention) -> bool:
    """Whether a name stands in capitals in a sentence that does not."""
    said = name.span.of(masked.text)
    return said.isupper() and len(said) >= SPELT and not masked.span(0, len(masked.words)).of(masked.text).isupper()


class Course:
    """Follows articles in one language."""

    def __init__(self, pack: Pack, cast: Cast) -> None:
        self.pack, self.cast, self.world = pack, cast, cast.world

    def begin(self, sentences: Sequence[Masked], grounds: dict[int, Grounds], talk: Discourse) -> None:
        """Take in what the whole text tells of its people, and whom and what it is about."""
        counts = Counter(m.names[i].key for m in sentences for i in m.said(MentionKind.PERSON))
        self._introduce(sentences, grounds, counts, talk)
        for who in {masked.names[i] for masked in sentences for i in masked.said(MentionKind.PERSON)}:
            self.cast.role(who, talk)  # of everybody: who speaks of a move is judged by it too
        talk.lead = self._lead(sentences, talk)
        talk.hero = self._hero(sentences, counts, talk)
        talk.head = [Part(named(club), club.span, "title") for club in talk.titled_clubs]
        talk.items = self._items(sentences, grounds)

    def _introduce(self, sentences: Sequence[Masked], grounds: dict[int, Grounds], counts: Counter[str], talk: Discourse) -> None:
        introduced: dict[str, Counter[Role | None]] = {}
        for masked in sentences:
            ground = grounds[masked.index]
            talk.said.update(name.key for name in masked.names.values())
            talk.presidents.update(masked.names[i].key for i in ground.presidents)
            self.cast.describe(masked, ground, talk)
            for role, people in ((Role.COACH, ground.coaches), (Role.EXECUTIVE, ground.executives), (None, ground.agents)):
                for i in people:
                    introduced.setdefault(masked.names[i].key, Counter())[role] += 1
            if masked.kind is BlockKind.TITLE:
                talk.titled += [masked.mentions[i] for i in masked.said(MentionKind.PERSON) if i not in ground.bystanders]
                talk.titled_clubs += [masked.mentions[i] for i in masked.said(MentionKind.CLUB) if i not in ground.owned]
            for person, club in ground.present.items():
                leads = person in ground.coaches or person in ground.executives
                if self.world.national(masked.names[club]) and not leads and self.world.role(masked.names[person].entity, talk.day) in (Role.PLAYER, None):
                    continue  # "the captain of Switzerland" leaves a club
                key = masked.names[person].key
                talk.homes.setdefault(key, named_at(masked, club))
            for person, club in ground.former.items():
                talk.formers.add((masked.names[person].key, masked.names[club].key))
        for key, roles in introduced.items():
            role, times = roles.most_common(1)[0]
            known = self.world.role(key, talk.day) is Role.PLAYER
            often = RARELY * times >= counts[key] or (role is Role.EXECUTIVE and key in talk.presidents)
            if often and not (known and (role is None or times == 1)):
                talk.roles[key] = role

    def _lead(self, sentences: Sequence[Masked], talk: Discourse) -> Role:
        """The kind of people a text is about: those named most, one named often before many named once; executives speak more often than they move."""
        counts = Counter(masked.names[i] for masked in sentences for i in masked.said(MentionKind.PERSON))
        if sentences and (labelled := _labelled(sentences[0])) is not None:
            counts[sentences[0].names[labelled]] += OFTEN
        weights: Counter[Role] = Counter()
        for who, n in counts.items():
            role = self.cast.role(who, talk)
            if role:
                weights[role] += 2 * n * n if role is not Role.EXECUTIVE else n * n
        return max(weights, key=lambda role: weights[role], default=Role.PLAYER)

    def _hero(self, sentences: Sequence[Masked], counts: Counter[str], talk: Discourse) -> Mention | None:
        """The person of the lead's kind who is named far more often than any other, else the only one whom the headline names."""
        named_by = {m.names[i].key: m.mentions[i] for m in reversed(sentences) for i in m.said(MentionKind.PERSON)}
        leads = [(n, key) for key, n in counts.most_common() if self.cast.role(named(named_by[key]), talk) is talk.lead]
        if leads and leads[0][0] >= OFTEN and (len(leads) == 1 or leads[0][0] >= 2 * leads[1][0]):
            return named_by[leads[0][1]]
        titled = {named(mention).key for mention in talk.titled} & {key for _, key in leads}
        return named_by[titled.pop()] if len(titled) == 1 else None

    def awaited(self, masked: Masked, ground: Grounds, behind: Masked | None, grounds: dict[int, Grounds]) -> Iterator[Part]:
        """Whom the sentence behind one without people names as the one meant: "They have signed a winger. It is N from Ajax"."""
        if behind is None or ground.movers(masked):
            return
        lists = grounds[behind.index].groups
        meant = {i: None for match, _ in behind.lexeme("namings") if match.start <= OPENS for _, at in match.slots for i in lists.get(at, (at,))}
        yield from (named_at(behind, i) for i in meant)

    def section(self, masked: Masked, grounds: Grounds, talk: Discourse) -> None:
        """A headline, a heading or a label ("Lecce: ...") says of which club the text goes on to speak, a name in a line of its own of which person."""
        clubs = [i for i in masked.said(MentionKind.CLUB) if i not in grounds.owned and i not in grounds.office]
        people = masked.said(MentionKind.PERSON)
        if _field(masked, talk):
            talk.card = talk.entry = masked.block
            return
        if is_priced(masked):
            return
        if any(label.end < len(masked.words) for label in labels(masked)):
            return  # "Arrivals: N (Ajax)": the clubs of a list, short as it may be, are no heading's
        if masked.kind is BlockKind.HEADING and _timed(masked):
            titled = {named(m).key for m in (*talk.titled, *talk.titled_clubs)}
            talk.part(apart=titled.isdisjoint(name.key for name in masked.names.values()))
        if masked.words and (masked.kind is BlockKind.HEADING or _bare(masked)):
            talk.headed_from = masked.starts[0]
            talk.card = masked.block if _bare(masked) else None
            talk.headed = masked.mentions[people[0]] if len(people) == 1 else None
        elif (labelled := _labelled(masked)) is not None and labelled not in grounds.executives:
            talk.headed = masked.mentions[labelled]
            talk.entry = masked.block if labelled == 0 else talk.entry
        label = _labels(masked)
        if label or (clubs and masked.kind is not BlockKind.BODY):
            at = masked.words.index("CLUB") if label else clubs[0]
            how = "title" if masked.kind is BlockKind.TITLE else "heading"
            talk.section = Part(masked.names[at], masked.mentions[at].span, how)
        elif masked.kind is BlockKind.HEADING and talk.section and talk.section.how == "heading":  # what was told under another heading ends here
            talk.section = next(iter(talk.head), None)
        elif masked.words and masked.kind is BlockKind.BODY and masked.starts[0] == talk.paragraph and masked.block in talk.items:
            talk.section = talk.items[masked.block]

    def _items(self, sentences: Sequence[Masked], grounds: dict[int, Grounds]) -> dict[int, Part]:
        """The paragraphs of a round-up, each with the club that it names first, before anybody: it goes on to speak of that club. In a round-up several
        of them tell of people whom nothing before has named."""
        openings: dict[int, Part] = {}
        told, fresh = set[str](), set[str]()
        for block, group in groupby(sentences, key=lambda masked: masked.block):
            paragraph = list(group)
            head, ground = paragraph[0], grounds[paragraph[0].index]
            people = {m.names[i].key for m in paragraph for i in m.said(MentionKind.PERSON)}
            first = min(head.mentions, default=OPENS + 1)
            if head.kind is BlockKind.BODY and first <= OPENS and head.words[first] == "CLUB" and first not in ground.owned and first not in ground.office:
                openings[block] = named_at(head, first)._replace(how="heading")
                if people - told:
                    fresh.add(openings[block].named.key)
            if head.kind is BlockKind.BODY:
                told |= people
        return openings if len(fresh) >= ROUND else {}

    def remember(self, masked: Masked, grounds: Grounds, talk: Discourse) -> None:
        people = grounds.movers(masked)
        leads = [i for i in people if self.cast.role(masked.names[i], talk) is talk.lead]
        clubs = [i for i in masked.said(MentionKind.CLUB) if i not in grounds.owned and i not in grounds.office]
        self._attend(masked, clubs, talk)
        acting = [i for i in clubs if marked(self.pack, TOGETHER, grounds, i) != "from"]  # "They got N from Lyon" goes on to speak of "them"
        if acting:
            talk.subject = Part(masked.names[acting[0]], masked.mentions[acting[0]].span, "subject")
            talk.host = talk.host or talk.subject
        self._placed(masked, grounds, talk)
        first = min(people, default=len(masked.words))
        epithet = self.cast.epithet(masked, 0, min(first, 6), grounds, talk)
        if epithet:
            talk.topic = talk.people[epithet.named.key]
        elif leads:
            talk.topic = masked.mentions[leads[0]]
        elif people and (talk.topic is None or self.cast.role(named(talk.topic), talk) is not talk.lead):
            talk.topic = masked.mentions[people[0]]
        if people:
            talk.opened = masked.names[people[0]].key
        for i in people:
            key = masked.names[i].key
            talk.people.pop(key, None)
            talk.people[key] = masked.mentions[i]

    def _placed(self, masked: Masked, grounds: Grounds, talk: Discourse) -> None:
        """Put whom the text speaks of, unless it has told where he is, at the club of which a sentence that names nobody says that he plays there; of whom
        nothing is known at the one whose player it calls him: "he is under contract at Lille", "the Lille striker"."""
        who = talk.topic or talk.hero
        if who is None or named(who).key in talk.homes:
            return
        clubs = list(grounds.plays)
        if not clubs and not masked.said(MentionKind.PERSON) and self.cast.home(Part(named(who), who.span, "topic"), talk) is None:
            clubs = [club for club, noun in grounds.office.items() if noun in grounds.unnamed and club not in grounds.left]
        if clubs:
            talk.homes[named(who).key] = named_at(masked, clubs[0])

    def _attend(self, masked: Masked, clubs: Sequence[int], talk: Discourse) -> None:
        """Turn the attention to the clubs a sentence names, and to those whose coach or director it names."""
        drawn: dict[str, tuple[float, Part]] = {}
        for i in masked.said(MentionKind.PERSON):
            if self.cast.role(masked.names[i], talk) in LEADERS:
                home = self.cast.home(named_at(masked, i), talk)
                if home:
                    drawn[home.named.key] = (SPEAKS, home)
        for i in masked.said(MentionKind.CLUB):
            weight = HEADLINE if masked.kind is not BlockKind.BODY else SUBJECT if clubs[:1] == [i] else NAMED if i in clubs else SPEAKS
            drawn[masked.names[i].key] = (max(weight, drawn[masked.names[i].key][0] if masked.names[i].key in drawn else 0.0), named_at(masked, i))
        for weight, club in drawn.values():
            talk.attend(club, weight, masked.index)
