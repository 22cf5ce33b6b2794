"""Judgements by people: reject or correct a claim or a link, forget an article or a source, take any of it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mercato.model.article import MentionKind, mention_id
from mercato.model.claim import Named
from mercato.names.naming import folded
from mercato.pipeline.weave import weave
from mercato.sagas.windows import Calendar
from mercato.store.protocol import Judgement, Store, Verdict


@dataclass(frozen=True, slots=True)
class Bench:
    """Where judgements are made: the store, the windows its sagas are woven by, the author and the time."""

    store: Store
    calendar: Calendar
    author: str
    made: datetime

    def _judge(self, subject: str, verdict: Verdict, field: str | None = None, value: str | None = None) -> Judgement:
        judgement = self.store.judge(subject, verdict, author=self.author, made=self.made, field=field, value=value)
        self._weave()
        return judgement

    def _weave(self) -> None:
        weave(self.store, self.calendar, today=self.made.date())

    def reject(self, subject: str) -> Judgement:
        """A claim is wrong, or a mention is not whom it is linked to."""
        return self._judge(subject, Verdict.REJECT)

    def correct(self, subject: str, field: str, value: str, usual: Callable[[str], str | None] = lambda _: None) -> Judgement:
        """A field of a claim, or the entity of a mention, is another; `usual` gives the usual name of a known id."""
        known = usual(value)
        return self._judge(subject, Verdict.CORRECT, field, f"{value}={known}" if known else value)

    def forget(self, subject: str) -> Judgement:
        """Take an article, or all that a source has written, out again with everything that rests on it."""
        return self._judge(subject, Verdict.FORGET)

    def link(self, name: str, person: Named) -> int:
        """Everybody unlinked of this name is `person`; how many articles say so. One judgement for each."""
        claims = [claim for claim in self.store.claims() if claim.person.entity is None and folded(claim.person.name) == folded(name)]
        linked = 0
        for id in sorted({claim.article for claim in claims}):
            if mention := self._unlinked(id, name):
                self.store.judge(mention, Verdict.CORRECT, author=self.author, made=self.made, field="entity", value=f"{person.entity}={person.name}")
                linked += 1
        self._weave()
        return linked

    def _unlinked(self, article: str, name: str) -> str | None:
        reading = self.store.reading(article)
        mentions = reading.mentions if reading else ()
        found = (m for m in mentions if m.kind is MentionKind.PERSON and m.entity is None and folded(m.name) == folded(name))
        return next((mention_id(article, mention) for mention in found), None)

    def unlink(self) -> int:
        """Take back all that this author has judged; how many judgements that were."""
        made = [one for one in self.store.judgements() if one.author == self.author and one.undone is None]
        for one in made:
            self.store.undo(one.id, self.made)
        self._weave()
        return len(made)

    def undo(self, judgement: int) -> Judgement:
        """Take a judgement back; all is as if it had never been made."""
        undone = self.store.undo(judgement, self.made)
        self._weave()
        return undone
