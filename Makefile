# The commands people rely on. `make site` and `make test` set up what they need.
PYTHON ?= python3
VENV   ?= .venv
SITE   ?= site
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help site serve test check lint bench audit golden browser clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort | expand -t 10

site: $(VENV)/.site ## set up and build the site into site/ (SITE=folder for another place)
	$(BIN)/lexigraph build --output $(SITE)

serve: $(VENV)/.site ## set up and serve the site, rebuilt on save
	$(BIN)/lexigraph serve

test: $(VENV)/.dev browser ## set up and run all tests
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

check: lint test ## everything that must be clean

lint: $(VENV)/.dev ## everything that must be clean, without the tests
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/lexigraph check --strict
	$(BIN)/mkdocs build --strict --quiet --site-dir $(VENV)/strict-site

bench: $(VENV)/.dev ## measure builds of synthetic glossaries
	$(BIN)/python -m tests.bench

audit: $(VENV)/.dev browser ## Lighthouse's scores (needs Node; installs into .venv/node); search, map and pages at 10,000 entries
	$(BIN)/python -m tests.audit $(VENV)/node
	$(BIN)/python -m tests.audit.search_audit
	$(BIN)/python -m tests.audit.scale_audit

golden: $(VENV)/.dev ## write the expected outputs of the tests anew; review them as a diff
	$(BIN)/python -m pytest --regenerate-golden -q

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.site

# The browser tests drive a real Chromium: the system's, else Playwright's own.
browser: $(VENV)/.dev
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	|| if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -q && apt-get install -qy chromium; \
	else $(BIN)/playwright install chromium; fi

clean: ## remove what the commands made
	rm -rf $(VENV) site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
