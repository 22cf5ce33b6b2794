"""What each sentence states: every frame found in it, with its roles filled from the sentence and from what came before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from mercato.claims.cast import Cast
from mercato.claims.course import Course
from mercato.claims.discourse import TOGETHER, Bond, Discourse, Ledger, Part, Statement, named, named_at
from mercato.claims.elided import elided
from mercato.claims.expiries import expiries
from mercato.claims.framed import framed, kin
from mercato.claims.grounds import Grounds, survey
from mercato.claims.judge import Judge
from mercato.claims.ledgers import ARRIVES, LEAVES, PRICED, entries, entry_of, is_item, is_priced, labels
from mercato.claims.masked import Masked
from mercato.claims.meant import Gap, Meant
from mercato.claims.modifiers import modified
from mercato.claims.slots import Filling, marked
from mercato.claims.world import World
from mercato.languages.pack import Frame, Pack, Trigger
from mercato.languages.pattern import DASH, Match
from mercato.model.article import BlockKind, MentionKind
from mercato.model.claim import Stage
from mercato.model.world import Role

UNNAMED = 4  # words from "a" to the noun for somebody: "a versatile left-footed midfielder"
BESIDE = 2  # words from somebody without a name to what is said of him: "a striker also wanted by Ajax"
NEAR = 2  # sentences over which a list of those who go away may stretch
CONTRACT = Frame(name="contract", words=[], matches=[], before=["person"])  # the words for the end of a contract ask who is bound by it
_BESIDE = Trigger(TOGETHER, Stage.LINKED, -1)


def _of_office(frame: Frame) -> bool:
    """Whether a frame speaks of coaches and directors too: one made for them, or one of things done, but for loans."""
    return frame.role is not None or frame.mode in ("appointment", "dismissal") or (frame.stage == "done" and frame.mode != "loan")


def _own(masked: Masked, grounds: Grounds, person: Part, left: Sequence[int]) -> Sequence[int]:
    """The clubs left; one that only tells where another of a list belongs gives way to his own: "the Lens striker N and the Nantes winger N"."""
    mine = [club for at, club in grounds.present.items() if masked.mentions[at].span == person.span]
    others = set(grounds.present.values()).difference(mine)
    return left if others.isdisjoint(left) else mine


class Reader:
    """Reads the statements of articles in one language."""

    def __init__(self, pack: Pack, world: World, who: Judge, where: Judge) -> None:
        self.pack, self.world = pack, world
        self.cast = Cast(world)
        self.course = Course(pack, self.cast)
        self.meant = Meant(pack, self.cast, who, where)

    def read(self, sentences: Sequence[Masked], day: date | None, dated: bool = True) -> tuple[list[Statement], Discourse, dict[int, Grounds]]:
        """Every statement in text order, the discourse they leave behind, and the grounds of each sentence."""
        talk, found = Discourse(day, dated), []
        grounds = {masked.index: survey(masked, self.pack) for masked in sentences}
        self.course.begin(sentences, grounds, talk)
        for masked, behind in zip_longest(sentences, sentences[1:]):
            talk.turn(masked, behind)
            talk.awaited = list(self.course.awaited(masked, grounds[masked.index], behind, grounds))
            talk.prices = behind is not None and is_priced(behind) and not is_priced(masked)
            self.course.section(masked, grounds[masked.index], talk)
            found += list(self._sentence(masked, grounds[masked.index], talk))
            self.course.remember(masked, grounds[masked.index], talk)
        return found, talk, grounds

    def _sentence(self, masked: Masked, grounds: Grounds, talk: Discourse) -> Iterator[Statement]:
        yield from self._listed(masked, grounds, talk)
        fillings = elided(masked, self.pack, grounds, framed(masked, self.pack, grounds))
        ends = [(filling.roles.get("person", ()), filling.roles.get("from", ())) for _, _, filling in fillings]
        talk.left = {(masked.names[who].key, masked.names[club].key) for people, clubs in ends for who in people for club in clubs}
        talk.bound = {masked.names[who].key for people, _ in ends for who in people}
        talk.wanting = {masked.names[club].key for _, _, filling in fillings for club in filling.roles.get("to", ())}
        old = [(match, trigger.frame) for match, trigger, _ in fillings if trigger.frame.tense == "past"]
        for match, trigger, filling in fillings:
            talk.fired[masked.index] += not trigger.frame.weak
            talk.parting = masked.index if trigger.frame.leaves else talk.parting
            stage, flags = modified(masked, match, trigger, talk.day, self.pack)
            if any(m.start < match.start < m.end and kin(frame, trigger.frame) for m, frame in old):
                flags |= {"past"}  # "he had been on loan at Ajax": words that go on from others of the past
            yield from self._statements(masked, match, trigger.frame, stage, flags, filling, grounds, talk)
            if trigger.frame.leaves and "past" not in flags:
                people, clubs = filling.roles.get("person", ()), filling.roles.get("from", ())
                talk.departed |= {(masked.names[who].key, masked.names[club].key) for who in people for club in clubs}
        if masked.words:
            yield from self._together(masked, grounds, talk)
        self._bind(masked, grounds, talk)

    def _bind(self, masked: Masked, grounds: Grounds, talk: Discourse) -> None:
        """Note whom each contract binds whose end a sentence tells."""
        for expiry in expiries(masked, self.pack, talk):
            gap = Gap(masked, expiry.match, CONTRACT, None, False, Filling({}), grounds, talk, expiry.until)
            person = self.meant.person(gap)
            if person:
                talk.bonds.append(Bond(masked, *expiry, person))

    def _listed(self, masked: Masked, grounds: Grounds, talk: Discourse) -> Iterator[Statement]:
        """What a list says of those in it: the line of one that is open, or a label with all that stands behind it."""
        opened = labels(masked)
        if not opened:
            if talk.ledger and self._goes_on(masked, talk.ledger, talk):
                talk.ledger = talk.ledger._replace(block=masked.block)
                yield from self._entered(masked, grounds, talk.ledger, range(len(masked.words)))
            elif talk.ledger:
                talk.ledger = None
            if not talk.ledger and talk.announced and entry_of(masked, grounds):
                yield from self._entered(masked, grounds, talk.announced, range(masked.places["PERSON"][0] + 1))
            if talk.prices:
                self._booked(masked, grounds, talk)
            elif masked.words and masked.words[-1] == ":":
                self._introduced(masked, grounds, talk)
        for label, after in zip_longest(opened, opened[1:]):
            until = after.end if after else len(masked.words)
            club = None if label.club is None else named_at(masked, label.club)
            club = club or talk.section or next(iter(talk.head), None)
            if club:
                to, origin = (club, None) if label.frame is ARRIVES else (None, club)
                ledger = Ledger(label.frame, Stage.DONE, frozenset(), to, origin, masked.block)
                talk.ledger = None if label.prose else ledger
                talk.announced = ledger if masked.kind is not BlockKind.BODY and "PERSON" not in masked.places else talk.announced
                yield from self._entered(masked, grounds, ledger, range(label.end, until))

    def _goes_on(self, masked: Masked, ledger: Ledger, talk: Discourse) -> bool:
        """Whether a line belongs to the list that is open."""
        if ledger.frame is PRICED:
            return is_priced(masked) or talk.prices
        return masked.block == ledger.block or is_item(masked)

    def _introduced(self, masked: Masked, grounds: Grounds, talk: Discourse) -> None:
        """Open the list that words with a club but without a person announce: "Everton have been linked with:"."""
        for match, trigger, filling in framed(masked, self.pack, grounds):
            if "person" in filling.roles or trigger.frame.renewal:
                continue
            stage, flags = modified(masked, match, trigger, talk.day, self.pack)
            to, origin = (next((named_at(masked, i) for i in filling.roles.get(role, ())), None) for role in ("to", "from"))
            if to or origin:
                talk.ledger = Ledger(trigger.frame, stage, flags, to, origin, masked.block)

    def _booked(self, masked: Masked, grounds: Grounds, talk: Discourse) -> None:
        """Open the list of a bookmaker's odds that a line announces: on the next coach of a club, or on where somebody goes next."""
        people, clubs = grounds.movers(masked), masked.said(MentionKind.CLUB)
        if "coach" in masked.kinds and clubs and not people:
            talk.ledger = Ledger(PRICED, Stage.LINKED, frozenset(), named_at(masked, clubs[0]), None, masked.block)
        elif len(people) == 1:
            talk.ledger = Ledger(PRICED, Stage.LINKED, frozenset(), None, None, masked.block, named_at(masked, people[0]))

    def _entered(self, masked: Masked, grounds: Grounds, ledger: Ledger, within: range) -> Iterator[Statement]:
        """One statement for each entry of a list in these words."""
        if ledger.person:
            for i in masked.said(MentionKind.CLUB):
                yield Statement(masked, Match(i, i + 1), ledger.frame, ledger.stage, ledger.person, named_at(masked, i), None, ledger.flags)
            return
        for person, at in entries(masked, grounds, within.start, within.stop):
            club = None if at is None else named_at(masked, at)
            if club and club.named.key in (part.named.key for part in (ledger.to, ledger.origin) if part):
                club = None
            to = ledger.to or (club if ledger.frame is LEAVES else None)
            origin = ledger.origin or (club if to is not club else None)
            who = named_at(masked, person)
            yield Statement(masked, Match(person, person + 1), ledger.frame, ledger.stage, who, to, origin, ledger.flags, ledger.to or ledger.origin)

    def _together(self, masked: Masked, grounds: Grounds, talk: Discourse) -> Iterator[Statement]:
        """The weakest statements: a person who might move in one sentence with a club that is not his, or, where the sentence tells of moving, with a club
        of which the text is speaking."""
        people = [(i, named_at(masked, i)) for i in grounds.movers(masked)]
        if not people and talk.topic:
            people = [(0, Part(named(talk.topic), talk.topic.span, "topic"))]
        clubs = [(i, named_at(masked, i)) for i in masked.said(MentionKind.CLUB)]
        beside = self._besides(masked, talk)
        for i, person in people:
            role = self.cast.role(person.named, talk)
            if role not in (talk.lead, Role.PLAYER) and not (role is Role.COACH and talk.lead is Role.EXECUTIVE):
                continue  # coaches and directors are named beside every club; where the story is not about them, only a frame makes them move
            for club, to in clubs:
                once = grounds.former.get(i, -1)
                if grounds.present.get(i) == club or once in (club, *grounds.groups.get(club, ())) or club in grounds.towns:
                    continue
                if (person.named.key, to.named.key) in talk.left:
                    continue  # "N could leave Lille"
                yield beside(Match(min(i, club), max(i, club) + 1), person, to, crossed=masked.clauses[i] != masked.clauses[club])
            for to in self._context(masked, talk, person):
                yield beside(Match(i, i + 1), person, to)
            if (talk.parting is not None and masked.index - talk.parting <= NEAR) or masked.lexeme("leaving"):
                yield from self._parting(masked, i, person, grounds, talk)
            if masked.lexeme("staying"):
                home = self.cast.home(person, talk)
                if home and home.named.key in talk.said and home.named not in [club.named for _, club in clubs]:
                    yield beside(Match(i, i + 1), person, home)
        hero = talk.headed or talk.hero
        about = Part(named(hero), hero.span, "hero") if hero and clubs else None
        if about and about.named.key not in [person.named.key for _, person in people]:
            for club, to in clubs:
                if club not in grounds.owned and (about.named.key, to.named.key) not in talk.left:
                    yield beside(Match(club, club + 1), about, to)

    def _besides(self, masked: Masked, talk: Discourse) -> Callable[..., Statement]:
        """What states that person and club stand together in a sentence; the flags of each place are found but once."""
        hedged: dict[int, frozenset[str]] = {}

        def beside(match: Match, person: Part, to: Part, *, crossed: bool = False) -> Statement:
            flags = hedged.get(match.start)
            if flags is None:
                flags = hedged[match.start] = modified(masked, Match(match.start, match.start), _BESIDE, talk.day, self.pack)[1] - {"past"}
            return Statement(masked, match, TOGETHER, Stage.LINKED, person, to, None, flags | {"crossed"} if crossed else flags, talk.section)

        return beside

    def _parting(self, masked: Masked, at: int, person: Part, grounds: Grounds, talk: Discourse) -> Iterator[Statement]:
        """Somebody named where the text tells who goes away: perhaps he does too, from where he is, or else from the nearest club that wants nobody."""
        free = (i for i in masked.said(MentionKind.CLUB) if i not in grounds.owned and i not in grounds.enclosed and masked.names[i].key not in talk.wanting)
        near = min(free, key=lambda club: abs(club - at), default=None)
        home = self.cast.home(person, talk) or (named_at(masked, near) if near is not None else talk.section or talk.subject)
        if home:
            yield Statement(masked, Match(at, at + 1), TOGETHER, Stage.LINKED, person, None, home)

    def _context(self, masked: Masked, talk: Discourse, person: Part) -> list[Part]:
        """The clubs a sentence may mean unnamed for a person: that of the heading and those the text has been about; where it tells of moving, also that of
        the sentence before, the last that was a destination, the headline's."""
        barred = self.cast.bars(person, talk) | {masked.names[i].key for i in masked.said(MentionKind.CLUB)}
        parts = [part for part in (talk.section, talk.subject) if part]
        if talk.club and (talk.fired[masked.index] or not parts):
            parts.append(talk.club._replace(how="topic"))
        if talk.fired[masked.index] or not parts:
            parts += talk.head
        if not talk.fired[masked.index]:  # the club of another paragraph is not meant where nothing is told of moving
            parts = [part for part in parts[:1] if part is not talk.subject or part.span.start >= talk.paragraph]
        return list({part.named.key: part for part in reversed(parts) if part.named.key not in barred}.values())[::-1]

    def _statements(
        self, masked: Masked, match: Match, frame: Frame, stage: Stage | None, flags: frozenset[str], filling: Filling, grounds: Grounds, talk: Discourse
    ) -> Iterator[Statement]:
        people, gap = [named_at(masked, i) for i in filling.roles.get("person", ())], Gap(masked, match, frame, stage, "past" in flags, filling, grounds, talk)
        people = people or talk.awaited
        if not people and self._of_nobody(masked, match, frame):
            return
        if not people:
            person = self.meant.person(gap)
            people = [person] if person else []
        elif talk.lead is Role.PLAYER and not _of_office(frame):
            people = [part for part in people if self._moves(part, gap)]
        if frame.role is not Role.EXECUTIVE:
            people = [part for part in people if not self._presides(part, talk)]
        for part in people:
            talk.tell(part.named.key, masked.index)
        left = filling.roles.get("from", ())
        pairwise = len(left) == len(people) > 1
        going = filling.roles.get("to", ())
        each = len(going) == len(people) > 1 and bool(masked.lexeme("respectively"))
        for place, person in enumerate(people):
            origins = [named_at(masked, i) for i in ([left[place]] if pairwise else _own(masked, grounds, person, left))]
            tos = [named_at(masked, i) for i in ([going[place]] if each else going)]
            if not tos and (self._wants("to", frame) or (frame.sends and not origins)):
                tos = self.meant.destinations(gap, person)
                seller = self._leaving(gap, person) if frame.sells and not origins else None
                if seller and any(to.named.key == seller.named.key for to in tos):  # "we want to sell N": who speaks does not get him
                    tos, origins = [to for to in tos if to.named.key != seller.named.key], [seller]
            home = self.cast.home(person, talk)
            if len(tos) == len(origins) == 1 and (person.named.key, tos[0].named.key) in talk.departed and self._unsaid(gap):
                tos, origins = origins, tos  # "N has left Lille. He is negotiating with Ajax"
            if home and not frame.renewal and "past" not in flags:  # "Lille and Al-Duhail have settled on a price": his own club is none that he goes to
                if len(tos) == len(origins) == 1 and tos[0].named.key == home.named.key and self._unsaid(gap) and not self._lent(person, home, talk):
                    tos, origins = origins, tos
                tos = [to for to in tos if to.named.key != home.named.key] or tos
                if not _of_office(frame) and [to.named.key for to in tos] == [home.named.key] and self.cast.role(person.named, talk) is Role.EXECUTIVE:
                    continue  # "the director's surprise signing for the club"
            if frame.renewal and not tos:
                tos = origins[:1] or ([home] if home else [])
            if not tos and not origins and "from" in (*frame.before, *frame.after):
                home = self._leaving(gap, person)
                origins = [home] if home else []
            if frame.leaves and not left and not tos and talk.section and self._ahead(masked, match, person):  # "They have lost N (Ajax)": there he goes
                origins = [talk.section] if self._bracketed(masked, grounds, person, [talk.section]) else origins
            if frame.leaves and origins and not tos:
                tos = self._bracketed(masked, grounds, person, origins)
            for to in tos or (None,):
                flag = flags | ({"crossed"} if filling.crossed else frozenset()) | ({"card"} if talk.entry == masked.block else frozenset())
                yield Statement(masked, match, frame, stage, person, to, origins[0] if origins else None, flag, talk.section)
                if to and to.how in ("said", "office"):
                    talk.buyer[person.named.key] = talk.club = to
                    talk.joining = person.named.key

    def _moves(self, person: Part, gap: Gap) -> bool:
        """Whether it is a player, or a coach with a club that is not his: in the story of a player coaches and directors speak of him."""
        role = self.cast.role(person.named, gap.talk)
        if role is not Role.COACH:
            return role is Role.PLAYER
        to, home = gap.named_in("to"), self.cast.home(person, gap.talk)
        return bool(to) and (home is None or home.named not in to)

    def _bracketed(self, masked: Masked, grounds: Grounds, person: Part, origins: Sequence[Part]) -> list[Part]:
        """Where somebody goes who is said to leave another club than that in brackets behind his name: "N (Ajax) and M (Lille) have left Villa"."""
        at = next((i for i in masked.said(MentionKind.PERSON) if masked.mentions[i].span == person.span), None)
        club = grounds.present.get(at) if at is not None and masked.words[at + 1 : at + 2] == ["("] else None
        to = None if club is None or at is None or club < at else named_at(masked, club)
        return [to] if to and to.named.key not in [origin.named.key for origin in origins] else []

    def _ahead(self, masked: Masked, match: Match, person: Part) -> bool:
        """Whether somebody is named behind the first of the words."""
        return person.span.start > masked.starts[match.start]

    def _presides(self, person: Part, talk: Discourse) -> bool:
        """Whether somebody is a president or owner, as known or as the text introduces him: nobody signs him."""
        key = person.named.key
        return self.world.presides(person.named.entity) or (key in talk.presidents and talk.roles.get(key) is Role.EXECUTIVE)

    def _of_nobody(self, masked: Masked, match: Match, frame: Frame) -> bool:
        """Whether words for an interest are about somebody who has no name yet: "Everton want a striker", "another midfielder", "bring in a replacement for
        N", "a coveted striker", "interest in a striker wanted by Ajax"."""
        if frame.leaves:
            return False
        words, indefinite = masked.words, self.pack.indefinite
        nouns = [m.start for kind in ("positions", "people", "bystanders") for m, _ in masked.lexeme(kind)]
        if "person" in frame.after:
            at = match.end if words[match.end - 1] not in indefinite else match.end - 1
            at += "".join(words[at : at + 1]) in self.pack.prepositions  # "bring in a striker", "a move for a striker"
            if "".join(words[at : at + 1]) in indefinite:
                return any(at < noun <= at + UNNAMED for noun in nouns)
            if "".join(words[match.start - 1 : match.start]) in indefinite:
                return any(match.end <= noun <= match.end + UNNAMED and not self._anew(words[match.end : noun]) for noun in nouns)
        return "person" in frame.before and any(self._adds_to(masked, match, noun) for noun in nouns)

    def _anew(self, words: Sequence[str]) -> bool:
        """Whether something else begins within these words: "a bid for the striker"."""
        return any(word in self.pack.definite or word in self.pack.prepositions or word in self.pack.marks for word in words)

    def _adds_to(self, masked: Masked, match: Match, noun: int) -> bool:
        """Whether words are only said of a noun right before them that is behind a preposition and stands for nobody in particular."""
        words, indefinite = masked.words, self.pack.indefinite
        if not 0 < match.start - noun <= BESIDE or "," in words[noun : match.start]:
            return False
        first = next((i for i in range(noun - 1, max(0, noun - 1 - UNNAMED), -1) if words[i] in indefinite), 0)
        return first > 0 and words[first - 1] in self.pack.prepositions

    def _unsaid(self, gap: Gap) -> bool:
        """Whether no words say which of the clubs is the buyer: neither binds them as that, nor a preposition, nor one that makes the other the seller
        ("joined the Toffees from Lille"); or they bind both side by side."""
        to, left = gap.filling.roles.get("to", ()), gap.filling.roles.get("from", ())
        if any(self.pack.marks.get(words) == "from" for i in left for words in gap.grounds.leads.get(i, ())):
            return False  # but who agrees a deal "with Roma" may as well sell him to them
        if gap.frame.mode == "loan" and any(marked(self.pack, gap.frame, gap.grounds, i) == "from" for i in left):
            return False  # "on loan by Ajax"
        bound = any(slot in ("to", "from") for slot, _ in gap.match.slots) or any(marked(self.pack, gap.frame, gap.grounds, i) == "to" for i in to)
        return not bound or self._abreast(gap.masked, gap.match)

    def _abreast(self, masked: Masked, match: Match) -> bool:
        """Whether the words bind two clubs side by side, of which neither is said to be the buyer: "talks between Newcastle and Liverpool"."""
        places = sorted(at for slot, at in match.slots if slot in ("to", "from"))
        joints = (self.pack.conjunctions | self.pack.articles | {"-", DASH, "/"}).__contains__
        return len(places) == 2 and all(map(joints, masked.words[places[0] + 1 : places[1]]))

    def _lent(self, person: Part, home: Part, talk: Discourse) -> bool:
        """Whether he is at home on loan: who has him so may buy him."""
        return any(s.loan and s.club == home.named.entity for s in self.world.stays(person.named.entity, talk.day))

    def _wants(self, role: str, frame: Frame) -> bool:
        return role in frame.before or role in frame.after

    def _sold_by(self, gap: Gap, person: Part) -> Part | None:
        """The club of the coach or director who is said to part with somebody: "Amorim is ready to sell N", who is elsewhere on loan."""
        moves = {who.key for who in (person.named, *gap.named_in("person"))}
        return self.cast.office(gap.masked, gap.match.start, gap.talk, moves)

    def _leaving(self, gap: Gap, person: Part) -> Part | None:
        """The club left where none is named: the one the text or knowledge puts him at, the one before the words, the heading's, the headline's; where that
        names several, that of the sentence before; where there is none, that which the text has been about."""
        masked, talk = gap.masked, gap.talk
        home, buyer = self.cast.home(person, talk), talk.buyer.get(person.named.key)
        if "from" in gap.frame.before and home and home.how == "known" and (office := self._sold_by(gap, person)):
            return office
        wanted = buyer.named.key if buyer else ""  # "N was courted by Ajax, and he wants out"
        here = [i for i in masked.said(MentionKind.CLUB) if i < gap.match.start and i not in gap.grounds.towns and masked.names[i].key != wanted]
        here = [i for i in here if i not in gap.grounds.enclosed] or here
        if home or here:
            return home or named_at(masked, here[-1])._replace(how="sentence")
        several = len({club.named.key for club in talk.head}) > 1
        if talk.subject and several and talk.section and talk.section.how == "title":
            return talk.subject
        if talk.section or talk.head:
            return talk.section or talk.head[0]
        often = [attention for key, attention in talk.attention.items() if talk.said[key] > 1]
        most = max(often, key=lambda attention: attention.at(masked.index), default=None)
        return most.club._replace(how="text") if most else None
