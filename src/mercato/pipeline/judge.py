"""Judgements by people: reject or correct a claim or a link, forget an article or a source, take any of it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

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

    def undo(self, judgement: int) -> Judgement:
        """Take a judgement back; all is as if it had never been made."""
        undone = self.store.undo(judgement, self.made)
        self._weave()
        return undone
