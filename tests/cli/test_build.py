"""A book of one's own: built from files and addresses, refused when they are damaged, judged and built again."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import Result
from conftest import SHARED
from told import Run
from wikidata_service import wikidata_service

from mercato.knowledge.index import gather, starter_knowledge
from mercato.model.world import Club, Name, Person
from mercato.pipeline.build import common

HEADER = "kind,id,name,aliases,country,city,born,nationality,position,club,from,to,as,loan\n"
ADA = "person,ada,Ada Prova,,,Como,1999-02-03,Italy,winger,fc-mine,2018,2020-01,,\n"
MINE = HEADER + "club,fc-mine,FC Mine,,Italy,Como,,,,,,,,\n" + ADA

TORINO = Club("torino", "Torino", "Italy", (Name("Torino", kind="name"),), "Turin")
PERIN = Person("mattia-perin", "Mattia Perin", (Name("Mattia Perin", kind="name"),), ("player",), ("Italy",), born=date(1992, 11, 10), fame=3)

Build = Callable[..., Result]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """One club and one person ship, and three words are common: with all that ships a build takes two seconds."""
    monkeypatch.setattr("mercato.pipeline.build.starter_knowledge", lambda: gather([TORINO], [PERIN], given=frozenset({"mattia"})))
    monkeypatch.setattr("mercato.pipeline.build.common", lambda: frozenset({"reading", "nice", "milan"}))


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """Folders of one's own for the book, the judgements and the cache."""
    return {"MERCATO_KNOWLEDGE": str(tmp_path / "own.book"), "MERCATO_JUDGEMENTS": str(tmp_path / "judged.jsonl")}


@pytest.fixture
def build(run: Run, tmp_path: Path, own: Mapping[str, str]) -> Build:
    """Builds a book of the text of one file."""

    def call(text: str | bytes, *args: str, name: str = "mine.csv") -> Result:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("knowledge", "build", "--from", str(path), *args, env=dict(own))

    return call


def test_who_was_written_down_is_known_to_every_command(build: Build, run: Run, own: Mapping[str, str], tmp_path: Path) -> None:
    done = build(MINE)
    assert done.exit_code == 0 and "user: mine.csv" in done.output and "own.book" in done.output
    shown = run("knowledge", "show", "user-mine-csv-ada", "--knowledge", own["MERCATO_KNOWLEDGE"]).output
    assert "FC Mine" in shown and "user: mine.csv" in shown and "1999-02-03" in shown
    (tmp_path / "news.txt").write_text("FC Mine want to sign Ada Prova this summer. Prova is keen.", encoding="utf-8")
    told = json.loads(run("extract", str(tmp_path / "news.txt"), "--knowledge", own["MERCATO_KNOWLEDGE"]).output)
    assert ("Ada Prova", "FC Mine") in {(move["person"], move["to"]) for move in told["moves"]}
    assert "mattia-perin" in run("knowledge", "find", "Perin", "--knowledge", own["MERCATO_KNOWLEDGE"]).output  # what ships is in it too


def test_the_whole_report_as_json(build: Build) -> None:
    told = json.loads(build(MINE + "person,perin,Mattia Perin,,,,1992-11-10,Italy,,,,,,\n", "--json").output)
    (tally,) = told["report"]["sources"]
    assert (tally["records"], tally["added"], tally["merged"], tally["refused"]) == (3, 2, 1, 0)
    assert [(one["record"], one["entity"]) for one in told["report"]["merges"]] == [("user: mine.csv:perin", "mattia-perin")]


@pytest.mark.parametrize(("name", "text", "told"), [
    ("mine.csv.gz", gzip.compress(MINE.encode())[:-20], "cut off"),
    ("mine.csv", MINE[:-12], "mine.csv:3: the file ends in the middle of this row"),
    ("mine.jsonl", '{"kind": "person", "id": "ada", "na', "mine.jsonl:1: the file ends in the middle of this line"),
    ("mine.csv", MINE.replace("born", "birthday", 1), "mine.csv:1: unknown column 'birthday'"),
    ("mine.csv", MINE.replace("kind,", "", 1), "without the column 'kind'"),
    ("mine.csv", MINE.encode("utf-16"), "not UTF-8"),
    ("mine.txt", "nothing", "nothing in it can be read"),
    ("teams.csv", "reep_id,key_wikidata,name,country\n", "without the column 'stadium'"),
])  # fmt: skip
def test_a_damaged_file_is_told_and_nothing_of_it_imported(build: Build, own: Mapping[str, str], name: str, text: str | bytes, told: str) -> None:
    book = Path(own["MERCATO_KNOWLEDGE"])
    book.write_bytes(b"the book before")
    done = build(text, name=name)
    assert done.exit_code == 1 and told in done.stderr and name in done.stderr
    assert book.read_bytes() == b"the book before" and not list(book.parent.glob("*.part"))


def test_a_damaged_source_beside_a_good_one_leaves_the_book_as_it_was(build: Build, run: Run, own: Mapping[str, str], tmp_path: Path) -> None:
    build(MINE)
    before = Path(own["MERCATO_KNOWLEDGE"]).read_bytes()
    (tmp_path / "bad.csv").write_text(MINE.replace("ada", "bo")[:-12], encoding="utf-8")
    done = run("knowledge", "build", "--from", str(tmp_path / "mine.csv"), "--from", str(tmp_path / "bad.csv"), env=dict(own))
    assert done.exit_code == 1 and "bad.csv:3" in done.stderr and Path(own["MERCATO_KNOWLEDGE"]).read_bytes() == before


@pytest.mark.parametrize(("rows", "told"), [
    ("person,bo,Bo Domani,,,,2999-01-01,,,,,,,\n", "mine.csv:4: born 2999-01-01: that is in the future"),
    ("club,fc-mine,FC Other,,Italy,,,,,,,,,\n", "two clubs with the id 'fc-mine'"),
])  # fmt: skip
def test_what_cannot_be_is_refused_with_its_place_and_the_rest_is_built(build: Build, run: Run, own: Mapping[str, str], rows: str, told: str) -> None:
    done = build(MINE + rows, "--examples", "9")
    assert done.exit_code == 1 and told in " ".join(done.output.split())
    assert "Ada Prova" in run("knowledge", "find", "Ada Prova", "--knowledge", own["MERCATO_KNOWLEDGE"]).output
    assert run("knowledge", "find", "Bo Domani", "--knowledge", own["MERCATO_KNOWLEDGE"]).exit_code == 1


def test_an_alias_that_is_a_common_word_is_weak_and_told(build: Build, run: Run, own: Mapping[str, str], tmp_path: Path) -> None:
    done = build(MINE.replace("FC Mine,,", "FC Mine,Reading; Nice; Milan,"), "--examples", "9")
    assert done.exit_code == 0 and "weak Reading (user: mine.csv:fc-mine)" in done.output
    shown = run("knowledge", "show", "user-mine-csv-fc-mine", "--knowledge", own["MERCATO_KNOWLEDGE"]).output
    assert shown.count("only with football around it") == 3
    (tmp_path / "news.txt").write_text("Reading is a nice thing to do in summer.", encoding="utf-8")
    assert json.loads(run("extract", str(tmp_path / "news.txt"), "--knowledge", own["MERCATO_KNOWLEDGE"]).output)["clubs"] == []


def test_without_a_source_it_is_built_again_from_the_same(build: Build, run: Run, own: Mapping[str, str], tmp_path: Path) -> None:
    none = run("knowledge", "build", env=dict(own))
    assert none.exit_code == 1 and "--from" in none.stderr
    build(MINE)
    (tmp_path / "mine.csv").write_text(MINE + "person,bo,Bo Nuovo,,,,2001,Italy,,,,,,\n", encoding="utf-8")
    assert run("knowledge", "build", env=dict(own)).exit_code == 0
    assert "Bo Nuovo" in run("knowledge", "find", "Nuovo", "--knowledge", own["MERCATO_KNOWLEDGE"]).output


def test_a_judgement_counts_from_the_next_build_and_can_be_taken_back(build: Build, run: Run, own: Mapping[str, str]) -> None:
    rows = MINE + "club,x,Torino,,Italy,Turin,,,,,,,,\n"
    assert "merged user: mine.csv:x into torino" in build(rows).output
    judged = run("knowledge", "apart", "user: mine.csv:x", "torino", "--author", "Ada", env=dict(own))
    assert judged.exit_code == 0 and "next build" in judged.output
    assert "into torino" not in build(rows).output
    (one,) = json.loads(run("knowledge", "judgements", "--json", env=dict(own)).output)
    assert (one["verb"], one["author"]) == ("apart", "Ada") and "Ada" in run("knowledge", "judgements", env=dict(own)).output
    assert run("knowledge", "undo", one["id"], env=dict(own)).exit_code == 0
    assert "merged user: mine.csv:x into torino" in build(rows).output
    again = run("knowledge", "undo", one["id"], env=dict(own))
    assert again.exit_code == 1 and "undone already" in again.stderr
    same = run("knowledge", "same", "user: mine.csv:fc-mine", "torino", env=dict(own))
    assert same.exit_code == 0 and "judged the same by" in " ".join(build(MINE).output.split())


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The files of a folder at an address of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_wikidata_is_asked(run: Run, own: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mercato.pipeline.knowledge.PAUSE", 0.0)
    with wikidata_service() as service:
        env = {**own, "MERCATO_CACHE": str(tmp_path / "cache"), "MERCATO_WIKIDATA": service.url}
        assert run("knowledge", "build", "--from", "wikidata:footballers:10", env=env).exit_code == 0
    assert "Mario Esempio" in run("knowledge", "find", "Esempio", "--knowledge", own["MERCATO_KNOWLEDGE"]).output
    wrong = run("knowledge", "build", "--from", "wikidata:referees", env=env)
    assert wrong.exit_code == 1 and "footballers, coaches, directors, clubs" in wrong.stderr


def test_a_source_may_lie_at_an_address(run: Run, own: Mapping[str, str], tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.csv").write_text(MINE, encoding="utf-8")
    env = {**own, "MERCATO_CACHE": str(tmp_path / "cache")}
    with served(tmp_path / "site") as address:
        assert run("knowledge", "build", "--from", f"{address}/mine.csv", env=env).exit_code == 0
        none = run("knowledge", "build", "--from", f"{address}/none.csv", env=env)
    assert none.exit_code == 1 and f"{address}/none.csv: the server answered with status 404" in none.stderr
    assert "Ada Prova" in run("knowledge", "find", "Ada Prova", "--knowledge", own["MERCATO_KNOWLEDGE"]).output


ASKED = {  # who must come first, and what must be said of him
    ("Perin",): [("mattia-perin", "surname")], ("Diavolo",): [("ac-milan", "nickname")], ("Man Utd",): [("manchester-united", "alias")],
    ("Мбаппе",): [("kylian-mbappe", "surname")], ("Inter",): [("inter-milan", "alias")],
    ("Thiago", "--on", "2010-01-01"): [("thiago-alcantara", "FC Barcelona"), ("thiago-silva", "AC Milan")],
    ("Ronaldo", "--on", "2000-01-01"): [("ronaldo-nazario", "Inter Milan")], ("Ronaldo", "--on", "2015-01-01"): [("cristiano-ronaldo", "Real Madrid")],
}  # fmt: skip


@pytest.mark.shared
@pytest.mark.slow
def test_the_public_sources_make_a_book_that_names_the_right_ones_first(run: Run, own: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mercato.pipeline.build.starter_knowledge", starter_knowledge)
    monkeypatch.setattr("mercato.pipeline.build.common", common)
    assert run("knowledge", "build", "--from", str(SHARED / "knowledge"), env=dict(own)).exit_code == 0
    for asked, wanted in ASKED.items():
        found = json.loads(run("knowledge", "find", *asked, "--json", "--knowledge", own["MERCATO_KNOWLEDGE"]).stdout)
        for hit, (id, reason) in zip(found, wanted, strict=False):
            assert hit["id"] == id and reason in " ".join(hit["reasons"]), asked
