"""Every form an article may come in, and every way it may be broken: the rest of the batch is read."""

from __future__ import annotations

import gzip
import io
import json
import os
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pytest

from mercato.errors import BadInput
from mercato.text.files import received
from mercato.text.received import Received

PAGE = """<!doctype html><html lang="en"><head><title>Keeper wanted | The Paper</title><meta charset="utf-8">
<meta property="og:title" content="Keeper wanted by Milan"><meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="canonical" href="https://www.example.org/2024/05/03/keeper"></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>Keeper wanted by Milan</h1><p>The goalkeeper is wanted by Milan, whose coach has long admired him and would like to see him again.</p>
<p>His club is said to be ready to let him go for a small fee, although he is under contract for two more years.</p>
<h2>What happens next</h2><p>Talks between the two clubs are planned for the coming week, according to a newspaper from Rome.</p></article>
<footer>© The Paper</footer></body></html>"""


def read(*paths: Path | str, **given: str) -> tuple[list[Received], list[BadInput]]:
    found = list(received([str(path) for path in paths], **given))
    return [one for one in found if isinstance(one, Received)], [one for one in found if isinstance(one, BadInput)]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_text(tmp_path: Path) -> None:
    good, bad = read(write(tmp_path / "one.txt", "\ufeffPerin al Milan.\n"))
    assert [(one.name, one.text) for one in good] == [("one", "Perin al Milan.\n")]
    assert bad == []


def test_jsonl_with_everything(tmp_path: Path) -> None:
    line = {"id": "x/7", "title": "T", "text": "B", "url": "u", "domain": "d.com", "date": "2024-01-02", "lang": "pt-BR", "more": [1]}
    path = write(tmp_path / "many.jsonl.gz", gzip.compress((json.dumps(line) + "\n\n" + json.dumps({"title": "only"})).encode()))
    good, bad = read(path)
    assert bad == []
    assert good[0] == Received("x_7", "B", f"{path}, line 1", "T", "u", "d.com", "2024-01-02", "pt-BR")
    assert (good[1].name, good[1].text, good[1].title) == ("many-3", "", "only")


def test_json_object_list_and_lines(tmp_path: Path) -> None:
    one = write(tmp_path / "one.json", json.dumps({"text": "A"}, indent=1))
    many = write(tmp_path / "list.json", json.dumps([{"text": "B"}, {"id": 5, "text": "C"}, 7]))
    lines = write(tmp_path / "lines.json", '{"text": "D"}\n{"text": "E"}\n{broken\n{"text": "F"}\n')
    packed = write(tmp_path / "packed.json.gz", gzip.compress(b'{"text": "G"}'))
    good, bad = read(one, many, lines, packed)
    assert [(r.name, r.text) for r in good] == [
        ("one", "A"),
        ("list-1", "B"),
        ("5", "C"),
        ("lines-1", "D"),
        ("lines-2", "E"),
        ("lines-4", "F"),
        ("packed", "G"),
    ]
    assert [b.place for b in bad] == [f"{many}, article 3", f"{lines}, line 3"]


def test_page(tmp_path: Path) -> None:
    good, bad = read(write(tmp_path / "page.html", PAGE))
    assert bad == []
    assert good[0].title == "Keeper wanted by Milan"
    assert (good[0].published, good[0].url, good[0].language) == ("2024-05-03", "https://www.example.org/2024/05/03/keeper", "en")
    assert "small fee" in good[0].text and "Home" not in good[0].text


def test_folder_is_read_in_order_and_below_without_hidden_or_other_files(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", "B")
    write(tmp_path / "a" / "z.txt", "Z")
    write(tmp_path / ".git" / "x.txt", "X")
    write(tmp_path / "notes.pdf", "P")
    good, bad = read(tmp_path)
    assert [one.text for one in good] == ["B", "Z"]
    assert bad == []


def test_folder_with_nothing_to_read(tmp_path: Path) -> None:
    write(tmp_path / "x.pdf", "")
    assert "no file in it" in read(tmp_path)[1][0].reason


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (b"Perin al Milan.", ["stdin"]),
        (b'{"text": "A"}\n{"text": "B"}', ["stdin-1", "stdin-2"]),
        (PAGE.encode(), ["stdin"]),
        (gzip.compress(b'{"id": "q", "text": "A"}', mtime=0), ["q"]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, names: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    good, bad = read("-")
    assert [one.name for one in good] == names
    assert bad == []


def test_what_is_given_goes_over_what_the_article_says(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "A", "domain": "d.com", "date": "2020-01-01", "lang": "it"}')
    good, _ = read(path, source="bbc", published="2021", language="en")
    assert (good[0].source, good[0].published, good[0].language) == ("bbc", "2021", "en")


def test_broken_json_on_line_7_is_named_and_the_rest_read(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"t{n}"}) for n in range(1, 11)]
    lines[6] = '{"text": "t7'
    path = write(tmp_path / "ten.jsonl", "\n".join(lines))
    good, bad = read(path)
    assert len(good) == 9
    assert [b.place for b in bad] == [f"{path}, line 7"]
    assert "broken JSON" in bad[0].reason


@pytest.mark.parametrize("line", ["[1]", "7", "null", '"x"', "{}", '{"text": 7}', '{"text": " "}', '{"text": null, "title": ""}', "\x00\x01"])
def test_line_that_is_no_article(tmp_path: Path, line: str) -> None:
    good, bad = read(write(tmp_path / "a.jsonl", f'{{"text": "before"}}\n{line}\n{{"text": "after"}}\n'))
    assert [one.text for one in good] == ["before", "after"]
    assert len(bad) == 1 and bad[0].place.endswith("line 2") and bad[0].remedy


def test_50_mb_of_one_line_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "a"}\n')
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b'\n{"text": "b"}\n')
    tracemalloc.start()
    good, bad = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [one.text for one in good] == ["a", "b"]
    assert [b.place for b in bad] == [f"{path}, line 2"]
    assert peak < 40_000_000


@pytest.mark.parametrize("name", ["long.txt", "long.json", "long.html", "long"])
def test_50_mb_of_anything_else_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b"{" if name.endswith("json") else b"<p>" if name.endswith("html") else b"")
        file.truncate(0) if name == "long.txt" else None
        for _ in range(50):
            file.write(b"x" * 1_000_000)
    good, bad = read(path)
    assert good == []
    assert len(bad) == 1 and ("larger" in bad[0].reason or "longer" in bad[0].reason)


def test_missing_empty_binary_and_unreadable_each_say_what_to_do(tmp_path: Path) -> None:
    missing = tmp_path / "gone.txt"
    empty, empty_packed = write(tmp_path / "empty.txt", ""), write(tmp_path / "empty.jsonl.gz", "")
    binary, latin = write(tmp_path / "b.txt", b"\x7fELF\0\0\1"), write(tmp_path / "l.txt", "perché".encode("latin-1"))
    picture = write(tmp_path / "p.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    fine = write(tmp_path / "fine.txt", "fine")
    good, bad = read(missing, empty, empty_packed, binary, latin, picture, fine)
    assert [one.text for one in good] == ["fine"]
    assert [b.place for b in bad] == [str(p) for p in (missing, empty, empty_packed, binary, latin, picture)]
    assert [b.reason.split(",")[0].split(" (")[0] for b in bad] == ["no such file or folder", "empty", "empty", "binary", "not UTF-8 text", "binary"]
    assert all(b.remedy for b in bad)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_forbidden(tmp_path: Path) -> None:
    path = write(tmp_path / "secret.txt", "x")
    path.chmod(0)
    assert "Permission denied" in read(path)[1][0].reason


def test_truncated_gz_gives_what_came_before(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(json.dumps({"text": os.urandom(200).hex()}).encode() + b"\n" for _ in range(400)))
    path = write(tmp_path / "cut.jsonl.gz", whole[: len(whole) // 2])
    good, bad = read(path)
    assert 100 < len(good) < 300
    assert "ends too early" in bad[0].reason and bad[0].place == str(path)


def test_gz_that_is_broken_inside(tmp_path: Path) -> None:
    whole = bytearray(gzip.compress(os.urandom(5000).hex().encode()))
    whole[200:260] = b"\0" * 60
    assert "broken .gz" in read(write(tmp_path / "bad.txt.gz", bytes(whole)))[1][0].reason


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(150):
            file.write(b" " * 1_000_000 + b"\n")
    good, bad = read(path)
    assert good == []
    assert "unpacks to more than" in bad[0].reason


def test_name_of_an_id_is_safe_as_a_file_name(tmp_path: Path) -> None:
    good, _ = read(write(tmp_path / "a.jsonl", '{"id": "../../etc/passwd", "text": "A"}\n{"id": "..", "text": "B"}\n'))
    assert [one.name for one in good] == ["etc_passwd", "article"]
