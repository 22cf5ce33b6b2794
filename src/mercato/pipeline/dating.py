"""A reader that also places articles without a date, as far as their content tells when they appeared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mercato.extractors.protocol import Extractor
from mercato.model.article import Article, Basis
from mercato.model.claim import Reading
from mercato.model.world import Person
from mercato.sagas.undated import infer
from mercato.sagas.windows import Calendar


@dataclass(frozen=True, slots=True)
class Dating:
    """`reader`, with an inferred interval for every article whose date is unknown."""

    reader: Extractor
    people: Mapping[str, Person]
    calendar: Calendar

    def extract(self, article: Article) -> Reading:
        """All that `reader` reads out of `article`."""
        reading = self.reader.extract(article)
        if article.published.basis is not Basis.UNKNOWN or not reading.claims:
            return reading
        published = infer(article, reading.claims, reading.mentions, self.people, self.calendar)
        return replace(reading, article=replace(reading.article, published=published))
