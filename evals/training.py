"""Fit the claim scorer: which candidates of the annotated articles are moves, and the trees that tell them from the others."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from corpus import Example
from lessons import Asked, Lesson, Row, asked, lesson
from phrasing import phrasebook, unseen
from unheard import Heard

from mercato.claims.again import firsts, hopeful, second, whole
from mercato.claims.judge import NEVER, Features, Judge, Trees
from mercato.claims.objections import objections, opposed
from mercato.claims.phrases import Phrases, phrases
from mercato.claims.prices import FEE
from mercato.claims.progress import STEPS, Leanings, around, progress, wordings
from mercato.claims.progress import measure as lean
from mercato.claims.scorer import Scorer
from mercato.claims.trust import Trust, measure, trusted
from mercato.knowledge.index import Knowledge, starter_knowledge
from mercato.languages.pack import Pack, languages, pack
from mercato.model.claim import Against
from mercato.pipeline.reader import Extractor
from mercato.sources.registry import read_sources

if TYPE_CHECKING:
    from sklearn.ensemble import HistGradientBoostingClassifier

os.environ.setdefault("OMP_NUM_THREADS", "1")  # on a busy machine the threads of a fit wait for each other ten times as long as they work
NEUTRAL = Scorer(keep={"current": 0.0, "past": 0.0})
ROUNDS, RATE, LEAF, PENALTY = 150, 0.06, 25, 5.0  # as good as any of 80 to 400 rounds and of leaves of 5 to 25 candidates, cross-validated
DEPTH = 8  # questions a tree asks before it answers: with 4 cross-validated F1 of moves and of who is meant is 0.01 to 0.02 lower
ANSWERS = 63  # leaves of a tree
SHALLOW = 4  # for clubs meant and for steps, where more gains nothing
SEEN = 0.3  # of the features, those from which a tree may choose at each question: a little better than all
KEEP = {"current": 0.36, "past": 0.28, "article": 0.5}  # F1 is flat from 0.28 to 0.36, and from 0.25 to 0.33; precision rises with them
PARTS = 5  # in which the articles are cut to measure trust
HALVES = 2  # in which they are cut for the first look that the second rests on
STEP_ROUNDS = 100
VOICE_ROUNDS = 100
FEE_ROUNDS = 100
LAST = (SHALLOW, DEPTH, DEPTH, DEPTH, DEPTH)  # forests whose mean has the last word: one alone changes by 0.02 F1 with the features that its trees are offered
RARE = (DEPTH, DEPTH, DEPTH)  # the same for prices and opposition, of which there are few cases
MEANT_ROUNDS = 160
LOOKS = 3  # parts of the articles, each read by trees for who is meant that are fitted on the others


def extractor(judge: Scorer, knowledge: Knowledge | None = None, packs: Callable[[str], Pack] = pack) -> Extractor:
    """The built-in extractor with another scorer."""
    return Extractor(knowledge or starter_knowledge(), tuple(read_sources()), judge, packs)


def lessons(some: Iterable[Example], quiet: Iterable[Example], knowledge: Knowledge) -> dict[str, Lesson]:
    """What each article teaches, by its id; of `quiet` ones nobody said whether they tell past moves. Each is read by a reader that judges who is meant by
    trees fitted on other sagas, and has never heard most of the wordings that only one saga uses: first all are read without such trees, to fit them."""
    plain, silent, heard = extractor(NEUTRAL, knowledge), list(quiet), Heard()
    some = [*some, *silent]
    first: dict[str, list[Asked]] = {}
    for e in some:
        explained = plain.explain(e.article)
        first[e.id] = asked(e, explained.talk)
        heard.note(e, explained.sentences)
    packs = {language: replace(pack(language), unheard=heard.rare(language)) for language in languages()}
    part = {saga: i % LOOKS for i, saga in enumerate(sorted({e.saga for e in some}))}
    found: dict[str, Lesson] = {}
    for k in range(LOOKS):
        who, where = _meant([question for e in some if part[e.saga] != k for question in first[e.id]])
        judge = msgspec.structs.replace(NEUTRAL, who=who, where=where)
        reader, unheard = extractor(judge, knowledge), extractor(judge, knowledge, packs.__getitem__)
        found |= {e.id: lesson(e, reader.explain(e.article), unheard.explain(e.article), reader.known) for e in some if part[e.saga] == k}
    return found | {e.id: replace(found[e.id], rows=[replace(row, past=None) for row in found[e.id].rows]) for e in silent}


def _meant(questions: Sequence[Asked]) -> tuple[Judge, Judge]:
    """The trees for who is meant and for which club is."""
    return _choosing((q for q in questions if q.what == "who"), DEPTH), _choosing((q for q in questions if q.what == "where"), SHALLOW)


def _choosing(questions: Iterable[Asked], depth: int) -> Judge:
    """The trees that choose among the options; where none is right they learn that none may be."""
    some = [q for q in questions if q.shown]
    shown = [seen for q in some for seen in q.shown]
    judge, right = _looking(shown), [right for q in some for right in q.right]
    return Judge(judge.features, {"meant": _trees(judge.matrix(shown), right, MEANT_ROUNDS, (depth,))}) if shown else judge


def trained(taught: Iterable[Lesson]) -> Scorer:
    """The scorer fitted on these lessons."""
    learnt = list(taught)
    rows, told = [row for one in learnt for row in one.rows], [row for one in learnt for row in one.told]
    who, where = _meant([question for one in learnt for question in one.asked])
    true = [row for row in told if row.current]
    leaning = unseen(_phrases(true), _leant(true), _parts(true, PARTS), _evened(true))
    shown = _trusted(rows)
    moves = _looking(shown)
    table = moves.matrix(shown)
    part = _parts(rows, HALVES)
    first, moving = np.zeros((len(rows), 2)), np.zeros(len(rows))
    for k in range(HALVES):
        rest, mine = np.flatnonzero(part != k), np.flatnonzero(part == k)
        judge, people = _first_look(rows, table, rest)
        first[mine] = np.stack([judge["current"].odds(table[mine]), judge["past"].odds(table[mine])], axis=1)
        moving[mine] = _moving(rows, table, mine, people)
    judge, people = _first_look(rows, table, np.arange(len(rows)))
    return Scorer(
        Judge(moves.features, judge), Judge([*moves.features, "candidates (log)"], {"moves": people}), who, where, _second_look(rows, shown, first, moving),
        _steps(true, leaning), _prices(told), KEEP, _trust(rows), _leanings(told), _objections(true, leaning),
        phrasebook(_phrases(true), _leant(true), _evened(true)), _voices(learnt),
    )  # fmt: skip


def _looking(shown: Iterable[Features]) -> Judge:
    """A judge of all that is shown, without verdicts yet."""
    return Judge(sorted({name for seen in shown for name in seen}))


def _first_look(rows: Sequence[Row], table: np.ndarray, at: np.ndarray) -> tuple[dict[str, Trees], Trees]:
    """The trees for the verdicts on a move, and those for whether a person moves."""
    people, pooled = whole(table[at], [_who(rows[i]) for i in at])
    verdicts = {_who(rows[i]): rows[i].moves for i in at}
    return _both(rows, table, at), _trees(pooled, [verdicts[person] for person in people])


def _both(rows: Sequence[Row], table: np.ndarray, at: np.ndarray, depths: Sequence[int] = (DEPTH,)) -> dict[str, Trees]:
    said = np.array([i for i in at if rows[i].past is not None])
    current, past = [rows[i].current for i in at], [bool(rows[i].past) for i in said]
    return {"current": _trees(table[at], current, depths=depths), "past": _trees(table[said], past, depths=depths)}


def _moving(rows: Sequence[Row], table: np.ndarray, at: np.ndarray, trees: Trees) -> np.ndarray:
    """How likely the person of each of these rows moves."""
    people, pooled = whole(table[at], [_who(rows[i]) for i in at])
    likely = dict(zip(people, trees.odds(pooled), strict=True))
    return np.array([likely[_who(rows[i])] for i in at])


def _who(row: Row) -> str:
    return f"{row.article} {row.group.person.key}"


def _second_look(rows: Sequence[Row], shown: Sequence[Features], first: np.ndarray, moving: np.ndarray) -> Judge:
    """The trees of the second look, on candidates worth one."""
    looks: list[Features] = []
    kept: list[Row] = []
    for _, mine in groupby(range(len(rows)), key=lambda i: rows[i].article):
        here = list(mine)
        verdicts = firsts([rows[i].group for i in here], first[here, 0].tolist(), first[here, 1].tolist())
        worth = hopeful(verdicts)
        likely = {rows[here[j]].group.person.key: float(moving[here[j]]) for j in worth}
        for j, more in zip(worth, second([verdicts[j] for j in worth], likely), strict=True):
            looks.append(shown[here[j]] | more)
            kept.append(rows[here[j]])
    judge = _looking(looks)
    return Judge(judge.features, _both(kept, judge.matrix(looks), np.arange(len(kept)), LAST))


def _steps(true: Sequence[Row], leaning: Sequence[Features]) -> Judge:
    """The trees for each step of the ladder, on the true moves; leanings are measured on other articles than those they are used for."""
    part = _parts(true, PARTS)
    leanings = [_leanings(row for row, p in zip(true, part, strict=True) if p != k) for k in range(PARTS)]
    beside = {article: around(groups) for article, groups in {row.article: row.beside for row in true}.items()}
    shown = [
        progress(row.group.told(past=False), row.beside, beside[row.article], row.language, leanings[p]) | words
        for row, p, words in zip(true, part, leaning, strict=True)
    ]
    judge = _looking(shown)
    table, weights = judge.matrix(shown), _evened(true)
    return Judge(judge.features, {step.word: _trees(table, [(row.stage or 0) >= step for row in true], STEP_ROUNDS, (SHALLOW,), weights) for step in STEPS})


def _evened(true: Sequence[Row]) -> np.ndarray:
    """What each move counts: less where its article tells many, or round-ups, whose moves are mostly done, would outweigh the stories of one."""
    counts = Counter(row.article for row in true)
    weights = np.array([counts[row.article] ** -0.5 for row in true])
    return weights / weights.mean()


def _objections(true: Sequence[Row], leaning: Sequence[Features]) -> Judge:
    """The trees for whether somebody of whom something says so does stand against a move, on the true moves."""
    raised = [(row, o, opposed(o, words)) for row, words in zip(true, leaning, strict=True) for o in objections(row.group, row.beside, row.language)]
    judge = _looking(shown for _, _, shown in raised)
    table = judge.matrix([shown for _, _, shown in raised])
    return Judge(judge.features, {"meant": _trees(table, [objection.against in row.against for row, objection, _ in raised], STEP_ROUNDS, RARE)})


def _voices(learnt: Iterable[Lesson]) -> Judge:
    """The trees for who vouches for a move, and those for whether he only relays it."""
    heard = [hearing for one in learnt for hearing in one.heard]
    judge = _looking(hearing.seen for hearing in heard)
    table = judge.matrix([hearing.seen for hearing in heard])
    true = [i for i, hearing in enumerate(heard) if hearing.vouches]
    vouching = _trees(table, [hearing.vouches for hearing in heard], VOICE_ROUNDS)
    return Judge(judge.features, {"vouches": vouching, "relays": _trees(table[true], [heard[i].relays for i in true], VOICE_ROUNDS)})


def _prices(rows: Iterable[Row]) -> Judge:
    """The trees for whether an amount is the fee of a move."""
    pairs = [pair for row in rows for pair in row.priced]
    judge = _looking(shown for shown, _ in pairs)
    return Judge(judge.features, {FEE: _trees(judge.matrix([shown for shown, _ in pairs]), [paid for _, paid in pairs], FEE_ROUNDS, RARE)})


def _leanings(rows: Iterable[Row]) -> Leanings:
    return lean((wordings(row.group, row.language), row.stage) for row in rows if row.stage)


def _trust(rows: Iterable[Row]) -> Trust:
    return measure((row.said, row.current, row.past) for row in rows if row.past is not None)


def _parts(rows: Sequence[Row], parts: int) -> np.ndarray:
    """In which part each row's article is."""
    part = {article: i % parts for i, article in enumerate(sorted({row.article for row in rows}))}
    return np.array([part[row.article] for row in rows], dtype=int)


def _trusted(rows: Sequence[Row]) -> list[Features]:
    """The features with the trust in their frames, measured each time on other articles than the one it is used for."""
    part = _parts(rows, PARTS)
    trust = [_trust(row for row, p in zip(rows, part, strict=True) if p != k) for k in range(PARTS)]
    return [row.seen | trusted(row.said, trust[p]) for row, p in zip(rows, part, strict=True)]


def _phrases(true: Sequence[Row]) -> list[Phrases]:
    """The words around each move as told now."""
    return [phrases(row.group.told(past=False), row.language) for row in true]


def _leant(true: Sequence[Row]) -> dict[str, list[bool]]:
    """To what these words may lean: whether the move has got at least to each step of the ladder, and who stands against it."""
    steps = {step.word: [(row.stage or 0) >= step for row in true] for step in STEPS}
    return steps | {against.value: [against in row.against for row in true] for against in Against}


def _trees(table: np.ndarray, verdicts: Sequence[bool], rounds: int = ROUNDS, depths: Sequence[int] = (DEPTH,), weights: np.ndarray | None = None) -> Trees:
    """Boosted trees; with several `depths` the mean of as many forests, which differ by the features that their trees may choose from too."""
    if len(set(verdicts)) < 2:
        return NEVER
    models = [boosted(table, verdicts, rounds, depth, seed, weights) for seed, depth in enumerate(depths)]
    predictors = [round_[0] for model in models for round_ in model._predictors]  # the only place where scikit-learn keeps its histogram trees
    trees = [_tree(predictor.nodes, len(depths)) for predictor in predictors]
    base = sum(float(model._baseline_prediction[0, 0]) for model in models) / len(depths)
    return Trees(round(base, 4), *(list(part) for part in zip(*trees, strict=True)))


def boosted(
    table: np.ndarray, verdicts: Sequence[bool], rounds: int, depth: int, seed: int, weights: np.ndarray | None = None
) -> HistGradientBoostingClassifier:
    """One forest, as the library has it."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # here: it takes a second, and most that import this module train nothing

    return HistGradientBoostingClassifier(
        max_iter=rounds,
        learning_rate=RATE,
        max_depth=depth,
        max_leaf_nodes=ANSWERS,
        min_samples_leaf=LEAF,
        l2_regularization=PENALTY,
        max_features=SEEN,
        early_stopping=False,
        random_state=seed,
    ).fit(table, np.array(verdicts), weights)


def _tree(nodes: np.ndarray, fits: int) -> tuple[list[int], list[float], list[int], list[float]]:
    """A tree of one of so many forests, its nodes level by level."""
    order = [0]
    asked, above, below, says = list[int](), list[float](), list[int](), list[float]()
    for at in order:
        node, leaf = nodes[at], bool(nodes[at]["is_leaf"])
        shrunk = 1.0 if leaf else RATE  # the library shrinks the answers of leaves only
        says.append(round(float(node["value"]) * shrunk / fits, 4))
        asked.append(0 if leaf else int(node["feature_idx"]))
        above.append(0.0 if leaf else float(f"{node['num_threshold']:.6g}"))
        below.append(0 if leaf else len(order))
        order += [] if leaf else [int(node["left"]), int(node["right"])]
    return asked, above, below, says
