# make run: read our sample articles into a checked graph.  make test: format, lint, types and tests.
# make soak: the same for hours of use, in minutes.
# A machine needs Python 3.11+ and make; everything else goes into .venv on the first run.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test soak clean

run: .venv/installed
	@$(BIN)/kg build data/articles
	@echo
	@$(BIN)/kg check || [ $$? -eq 1 ]
	@echo
	@$(BIN)/kg view
	@echo "graph:   readout-store"
	@echo
	@echo "next:    $(BIN)/kg query --list"
	@echo "         $(BIN)/kg query who-received-whom"
	@echo "         $(BIN)/kg analyse"

test: .venv/tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

soak: .venv/tested
	$(BIN)/pytest -m soak -s

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml hatch_build.py web/package-lock.json $(wildcard web/src/*)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/tested: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv readout-store readout-graph.html kg/export/assets kg/serve/assets web/node_modules
