# The ways in. On a fresh machine with python3 (3.11 or newer, with venv) and make, each target sets up what it needs and ends by itself.
.PHONY: help setup demo test test-all check gate bench fit readme pins clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

help:  ## say what there is
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/make \1 | \2/p' $(MAKEFILE_LIST) | while IFS='|' read -r a b; do printf '%-16s%s\n' "$$a" "$$b"; done

setup: $(VENV)/.runtime $(VENV)/.tools  ## make .venv with everything for running and for working on mercato

demo: $(VENV)/.runtime  ## read the bundled sample articles, show the sagas and one timeline
	@$(BIN)/mercato demo

test: $(VENV)/.tools  ## unit tests, offline
	@$(BIN)/python -m pytest -n 2 -m "not slow"

test-all: $(VENV)/.tools  ## unit tests and the slow ones
	@$(BIN)/python -m pytest -n 2

check: $(VENV)/.tools  ## lint, types, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/mypy --strict src
	@$(BIN)/lint-imports

gate: $(VENV)/.tools  ## measure the reading of the corpus against floors that only rise
	@$(BIN)/python evals/gate.py

bench: $(VENV)/.tools  ## articles per second, text to claims, on one core; and the index with a million names more
	@$(BIN)/python benchmarks/extraction.py
	@$(BIN)/python benchmarks/names.py

fit: $(VENV)/.tools  ## train the scorer on the corpus and write its weights
	@$(BIN)/python evals/fit.py

readme: $(VENV)/.tools  ## fill README with what its commands print now
	@$(BIN)/python docs/printed.py README.md

# --no-emit-index-url and the absence of -i keep hosts out of the pins; the last line makes sure of it.
pins: $(VENV)/.tools  ## compile the hashed requirements anew
	@$(BIN)/uv pip compile --quiet pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make pins" -o requirements.txt
	@$(BIN)/uv pip compile --quiet pyproject.toml --extra build --extra dev -c requirements.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make pins" -o requirements-dev.txt
	@! grep -nE '://|^-' requirements.txt requirements-dev.txt

clean:  ## remove what can be made again
	rm -rf $(VENV) build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mercato needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; say: make PYTHON=python3.11")'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "python3 has no venv; on Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }

# Stamps: what is installed is not installed again until its pins change.
$(VENV)/.runtime: requirements.txt pyproject.toml | $(BIN)/python
	@echo "setting up $(VENV): what mercato needs to run"
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tools: requirements-dev.txt $(VENV)/.runtime
	@echo "setting up $(VENV): tools for tests, checks and measurements"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@
