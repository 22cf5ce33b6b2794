"""From the answer of a model to claims: every field with words that stand in the article, or not at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set

from mercato.extractors.bill import Bill
from mercato.extractors.names import CLUBS, PEOPLE, VOICES, Names, words
from mercato.extractors.passages import Passages
from mercato.extractors.schema import Bond, Move, Who
from mercato.model.article import Article, MentionKind, Span
from mercato.model.claim import Claim, Contract, Evidence, Mode, Money, Named, Stage, claim_id


class Invented(Exception):
    """Words that are not in the article, or a claim without those it needs."""


class Proof:
    """The evidence of one claim, gathered field by field, near the words that say its stage."""

    def __init__(self, article: Article, passages: Passages, bill: Bill) -> None:
        self.text, self._passages, self._bill = article.text, passages, bill
        self.found: list[Evidence] = []
        self.near: int | None = None

    def need(self, field: str, words: str) -> Span:
        """Where `words` stand; raises Invented when they do not."""
        span = self._passages.find(words, self.near)
        if span is None:
            raise Invented(field)
        self.near = span.start if self.near is None else self.near
        self.found.append(Evidence(field, span, span.of(self.text)))
        return span

    def given(self, words: str) -> bool:
        """Whether there are words at all; counted when there are none."""
        some = any(map(str.isalnum, words))
        self._bill.unproven += not some
        return some

    def take(self, field: str, words: str) -> Span | None:
        """The same as `need` for a field that is left out where no words are given for it."""
        return self.need(field, words) if self.given(words) else None


class Clerk:
    """Writes down what a model answered about one article."""

    def __init__(self, article: Article, passages: Passages, names: Names, sentences: Sequence[Span], bill: Bill) -> None:
        self._article, self._passages, self._names, self._bill = article, passages, names, bill
        self._sentences, self._starts = sentences, [span.start for span in sentences]

    def claims(self, moves: Iterable[Move]) -> tuple[Claim, ...]:
        """A claim for each move whose words are in the article; of two on the same move the one that goes furthest."""
        found: dict[str, Claim] = {}
        for move in moves:
            try:
                claim = self._claim(move)
            except Invented:
                self._bill.refused += 1
                continue
            if claim.id not in found or found[claim.id].stage < claim.stage:
                found[claim.id] = claim
        return tuple(found.values())

    def contracts(self, bonds: Iterable[Bond]) -> tuple[Contract, ...]:
        """A contract for each whose words are in the article."""
        found: list[Contract] = []
        for bond in bonds:
            proof = self._proof()
            try:
                proof.need("until", bond.words)
                person, club = self._person(proof, bond.person), self._maybe(proof, "club", bond.club, CLUBS)
            except Invented:
                self._bill.refused += 1
                continue
            found.append(Contract(self._article.id, person, club, bond.until, tuple(proof.found)))
        return tuple(found)

    def _proof(self) -> Proof:
        return Proof(self._article, self._passages, self._bill)

    def _claim(self, move: Move) -> Claim:
        proof = self._proof()
        stage = proof.need("stage", move.stage_words)
        person = self._person(proof, move.person)
        to = self._named(proof, "to", move.destination, CLUBS) if move.destination else None
        origin = self._maybe(proof, "from", move.origin, CLUBS)
        if to is None and origin is None:
            raise Invented("neither club is named")
        fee = move.fee if move.fee and proof.take("fee", move.fee.words) else None
        mode = move.mode if move.mode is not Mode.UNKNOWN and proof.take("mode", move.mode_words) else Mode.UNKNOWN
        against = [one.who for one in move.against if proof.take(f"against {one.who.value}", one.words)]
        terms = [one.term for one in move.terms if proof.take("terms", one.words)]
        conditions = [one.condition.strip() for one in move.conditions if one.condition.strip() and proof.take("conditions", one.words)]
        sources, via = self._voices(proof, "sources", move.sources), self._voices(proof, "via", move.via)
        proof.found.append(self._sentence(stage))
        renewal = mode is Mode.RENEWAL or (to is not None and origin is not None and to.key == origin.key)
        id = claim_id(self._article.id, person, to, move.tense.value, "renewal" * renewal, origin.key if origin and not to else "")
        return Claim(
            id=id, article=self._article.id, person=person, role=move.role, origin=origin, destination=to, tense=move.tense,
            stage=Stage[move.stage.upper()], mode=mode, evidence=tuple(proof.found), against=tuple(dict.fromkeys(against)),
            fee=Money(fee.amount, fee.currency) if fee else None, terms=tuple(dict.fromkeys(terms)), conditions=tuple(dict.fromkeys(conditions)),
            sources=sources, via=via, reasons=(f"read by {self._bill.model}",),
        )  # fmt: skip

    def _person(self, proof: Proof, who: Who) -> Named:
        """Who moves; raises Invented for somebody whom the article does not name."""
        person = self._named(proof, "person", who, PEOPLE)
        if not self._names.told(who.name, person):
            raise Invented("person")
        return person

    def _named(self, proof: Proof, field: str, who: Who, kinds: Set[MentionKind]) -> Named:
        if not words(who.name):
            raise Invented(field)
        return self._names.named(who.name, proof.need(field, who.words), kinds)

    def _maybe(self, proof: Proof, field: str, who: Who | None, kinds: Set[MentionKind]) -> Named | None:
        """The same for somebody who is left out where no words are given for him."""
        return self._named(proof, field, who, kinds) if who and proof.given(who.words) else None

    def _voices(self, proof: Proof, field: str, voices: Iterable[Who]) -> tuple[Named, ...]:
        """The sources, but for the article's own outlet."""
        found = [named for who in voices if (named := self._maybe(proof, field, who, VOICES))]
        return tuple(dict.fromkeys(voice for voice in found if self._article.source not in (voice.entity, voice.name)))

    def _sentence(self, stage: Span) -> Evidence:
        """The sentence that says the stage."""
        at = bisect_right(self._starts, stage.start) - 1
        span = self._sentences[at] if at >= 0 and stage.start < self._sentences[at].end else stage
        return Evidence("sentence", span, span.of(self._article.text))
