"""What reading with a model takes, and what of its answers could not be used."""

from __future__ import annotations

from dataclasses import dataclass

MILLION = 1_000_000  # tokens that prices are given for


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in whatever currency the user counts: those sent, and those answered."""

    sent: float
    answered: float


@dataclass(slots=True)
class Bill:
    """A running account; `prices` is None where the user gave none."""

    model: str
    prices: Prices | None = None
    articles: int = 0
    answers: int = 0
    uncounted: int = 0  # answers that came without a count of tokens
    sent: int = 0
    answered: int = 0
    refused: int = 0  # claims and contracts whose words are not in the article
    unproven: int = 0  # fields for which no words were given

    @property
    def cost(self) -> float | None:
        """What it has cost so far, as far as the endpoint counts."""
        return (self.sent * self.prices.sent + self.answered * self.prices.answered) / MILLION if self.prices else None

    def __str__(self) -> str:
        said = [f"{self.model}: {_count(self.articles, 'article')}, {_count(self.answers, 'answer')}"]
        said.append(f"{self.sent:,} tokens sent, {self.answered:,} answered" if self.answers > self.uncounted else "no count of tokens")
        said += [f"without {_count(self.uncounted, 'answer')} whose tokens were not counted"] if 0 < self.uncounted < self.answers else []
        said += [f"cost {self.cost:.4f}"] if self.cost is not None and self.answers > self.uncounted else []
        said += [f"{_count(self.refused, 'claim')} refused: the words are not in the article"] if self.refused else []
        return ", ".join(said + ([f"{_count(self.unproven, 'field')} left out: no words were given"] if self.unproven else []))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + "s" * (number != 1)
