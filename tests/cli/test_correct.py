"""Correcting, rejecting and forgetting change what is told, and can be taken back."""

from __future__ import annotations

import json
from typing import Any

from told import Run


def page(run: Run, store: str, name: str = "Cambiaso Milan") -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("saga", name, "--store", store, "--json").output)
    return told


def test_a_corrected_stage_is_told_with_author_and_taken_back(run: Run, store: str) -> None:
    claim = page(run, store)["entries"][0]["claims"][0]
    done = run("correct", claim, "stage", "talks", "--author", "ann", "--store", store)
    assert done.exit_code == 0 and "mercato judge undo 1" in done.output
    assert page(run, store)["entries"][0]["stage"] == "talks"
    assert "corrected: stage = talks by ann" in run("saga", "Cambiaso Milan", "--store", store, width=160).output
    assert run("judge", "undo", "1", "--store", store).exit_code == 0
    assert page(run, store)["entries"][0]["stage"] == "offer"
    listed = run("judge", "--store", store, width=160).output
    assert "ann" in listed and f"correct {claim} stage = talks" in listed and "taken back" in listed


def test_a_club_is_corrected_by_its_id_and_called_by_its_name(run: Run, store: str) -> None:
    claim = page(run, store, "Cambiaso Inter")["entries"][0]["claims"][0]
    assert run("correct", claim, "to", "napoli", "--store", store).exit_code == 0
    assert page(run, store, "Cambiaso Napoli")["saga"]["destination"] == "Napoli"


def test_a_rejected_claim_is_gone(run: Run, store: str) -> None:
    claim = page(run, store, "Rossi Genoa")["entries"][0]["claims"][0]
    assert run("correct", claim, "--reject", "--store", store).exit_code == 0
    assert "Rossi" not in run("sagas", "--store", store).output


def test_a_mention_is_linked_anew(run: Run, store: str) -> None:
    article = page(run, store, "Rossi Genoa")["entries"][0]["article"]
    assert run("correct", f"{article}:person:10-20", "mattia-perin", "--store", store).exit_code == 0
    assert page(run, store, "Perin Genoa")["saga"]["person_id"] == "mattia-perin"


def test_forgetting_an_article_and_a_source(run: Run, store: str) -> None:
    article = page(run, store)["entries"][2]["article"]
    assert run("forget", article, "--store", store).exit_code == 0
    assert page(run, store)["saga"]["reports"] == 2
    assert run("forget", "Sky Sports", "--store", store).exit_code == 1, "it has no article here"
    assert run("forget", "Football Italia", "--store", store).exit_code == 0
    assert "Inter" not in run("sagas", "--store", store).output
    assert run("judge", "undo", "2", "--store", store).exit_code == 0
    assert "Inter" in run("sagas", "--store", store).output


def test_what_cannot_be_is_refused_with_what_can(run: Run, store: str) -> None:
    claim = page(run, store)["entries"][0]["claims"][0]
    assert "one of linked, interested" in run("correct", claim, "stage", "certain", "--store", store).stderr
    assert "use one of person" in run("correct", claim, "colour", "red", "--store", store).stderr
    assert run("correct", "nonsense", "--reject", "--store", store).exit_code == 1
    assert run("correct", claim, "stage", "talks", "--reject", "--store", store).exit_code == 2
    assert run("judge", "undo", "7", "--store", store).exit_code == 1


def test_judgements_as_json(run: Run, store: str) -> None:
    claim = page(run, store)["entries"][0]["claims"][0]
    made = json.loads(run("correct", claim, "--reject", "--author", "ann", "--json", "--store", store).output)
    assert (made["id"], made["verdict"], made["author"]) == (1, "reject", "ann")
    assert [j["subject"] for j in json.loads(run("judge", "--json", "--store", store).output)] == [claim]
