"""What reading takes, put together from what ships with mercato."""

from __future__ import annotations

from datetime import date

from mercato.extractors.protocol import Extractor
from mercato.knowledge.index import Knowledge
from mercato.languages.pack import languages
from mercato.pipeline.dating import Dating
from mercato.pipeline.press import Press
from mercato.pipeline.read import Desk
from mercato.pipeline.reader import built_in
from mercato.sagas.windows import calendar
from mercato.sources.registry import read_sources
from mercato.text.read import article_of


def desk(knowledge: Knowledge, today: date, reader: Extractor | None = None) -> Desk:
    """`reader`, else the built-in one, with this knowledge, the sources that ship with mercato, and the day it is."""
    press, spoken = Press(read_sources()), languages()
    windows = calendar(knowledge.windows, knowledge.clubs)
    return Desk(Dating(reader or built_in(knowledge), knowledge.people, windows), lambda item: article_of(item, press, spoken), windows, today)
