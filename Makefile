# mailuo: `make demo` shows it, `make test` proves it. Both need only Python 3.11 or newer and make.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# Another interpreter: make demo PYTHON=/opt/python3.12/bin/python3
PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --no-annotate
UV := 0.13.9
ONCE ?=
CORPUS ?=
PORT ?=
ARGS ?=
SHARED ?= ../shared

WEB := $(shell find api/web \( -name node_modules -o -name dist -o -name generated.ts \) -prune -o -type f -print)

.PHONY: help demo dev web notebook test lint format accuracy bench bench-graphql bench-statements bench-export bench-align test-link test-kill test-paths test-graphql-fuzz test-hostile test-soak test-fuzz docs lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-17s %s\n", $$1, $$2}' Makefile

demo: $(VENV)/run.stamp $(VENV)/web.stamp ## engine, samples (CORPUS=PATH: your files), a trace, the server (ONCE=1: ends after the trace)
	@$(BIN)/mailuo demo $(if $(ONCE),--once) $(if $(CORPUS),--corpus "$(CORPUS)") $(if $(PORT),--port $(PORT))

dev: $(VENV)/dev.stamp $(VENV)/web.stamp ## the environment with the tools for development

web: $(VENV)/web.stamp ## the web pages: GraphiQL, reading, search

# JupyterLab's own calls outward (news, updates, extensions) are off.
LAB := $(BIN)/jupyter lab --LabApp.news_url=None --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate \
  --LabApp.extension_manager=readonly

notebook: $(VENV)/notebook.stamp ## the notebook in JupyterLab, over the samples (saving it adds outputs: git restores it)
	@$(BIN)/mailuo demo --once
	@MAILUO_HOME="$$($(BIN)/python -c 'from api.commands.demo import folder; print(folder())')" $(LAB) docs/notebook.ipynb

test: lint $(VENV)/web.stamp ## lint, types and every test with the coverage gate
	@$(BIN)/python -m slipcover --json --out .coverage.json -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder
# The gate is a step of its own: where the one before has it, SlipCover 1.1 reports without what its workers saw.
	@$(BIN)/python -m slipcover --fail-under 95 --merge .coverage.json --out .coverage.json

lint: $(VENV)/dev.stamp ## style, format and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/dev.stamp ## put the sources into the house's format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

accuracy: $(VENV)/dev.stamp ## the extraction against the reference in ../shared, kind by kind
	@$(BIN)/python -m tests.accuracy.score
	@$(BIN)/python -m tests.accuracy.alignment

bench: $(VENV)/dev.stamp ## speed: characters a second of extraction, memory of a large text, seconds of a load
	@$(BIN)/python -m tests.bench.extraction
	@$(BIN)/python -m tests.bench.large
	@$(BIN)/python -m tests.bench.load

bench-statements: $(VENV)/dev.stamp ## every named statement beside bare Bolt, on the compilation and on 100,000 documents (ARGS=--quick: short)
	@$(BIN)/python -m tests.bench.statements $(ARGS)

bench-graphql: $(VENV)/dev.stamp ## GraphQL beside plain Strawberry, the JavaScript peer and bare Bolt (ARGS=--quick: short)
	@$(BIN)/python -m tests.bench.graphql $(ARGS)

bench-export: $(VENV)/dev.stamp ## exports of a graph of a million nodes, and the tables' way back: seconds and memory
	@$(BIN)/python -m tests.bench.export $(ARGS)

bench-align: $(VENV)/dev.stamp ## aligning graphs of 5,000 and 20,000 measures, and one document more: seconds and memory
	@$(BIN)/python -m tests.bench.align $(ARGS)

test-link: $(VENV)/dev.stamp ## 500 generated corpora through Neo4j against an independent oracle
	@MAILUO_LONG=1 $(BIN)/pytest -q tests/graph/test_linking_oracle.py tests/graph/test_link.py tests/graph/test_load.py

test-kill: $(VENV)/dev.stamp ## loads killed at 20 random moments end as an undisturbed one
	@MAILUO_LONG=1 $(BIN)/pytest -q tests/graph/test_load_killed.py

test-paths: $(VENV)/dev.stamp ## 2,000 generated GraphQL operations answered alike by the fast and the plain path
	@MAILUO_LONG=1 $(BIN)/pytest -q tests/api/graphql/test_paths.py

test-graphql-fuzz: $(VENV)/dev.stamp ## 5,000 sound and damaged GraphQL requests: no 5xx, no unforeseen failure
	@MAILUO_LONG=1 $(BIN)/pytest -q tests/api/graphql/test_fuzz_http.py

test-hostile: $(VENV)/dev.stamp ## 228 hostile statements against query --file and the shell: none writes, reads outside or goes on
	@MAILUO_LONG=1 $(BIN)/pytest -q tests/api/commands/test_hostile_cypher.py

test-soak: $(VENV)/dev.stamp ## 500 connections for 2 minutes, then Neo4j killed under load: right answers, bounded memory
	@$(BIN)/python -m tests.bench.soak

test-fuzz: $(VENV)/dev.stamp ## 20,000 mutated pages: no crash, no lost line, no quote off its offsets, none over 2 s
	@$(BIN)/python -m tests.loaders.fuzz

docs: $(VENV)/dev.stamp ## renew the list of statements, and the picture, the answers and the accuracy of the READMEs
	@$(BIN)/python -m docs.library
	@$(BIN)/python -m docs.readme

# The venv and its stamps. Making the environment for development adds to that of the demo; the locks agree.
$(BIN)/python:
	@python=""; \
	for candidate in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    python="$$candidate"; break; \
	  fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "mailuo needs Python 3.11 or newer with its venv module, and found none." >&2; \
	  echo "Install it (Debian: apt install python3 python3-venv), or name one: make demo PYTHON=/path/to/python3.12" >&2; \
	  exit 1; \
	fi; \
	echo "Environment: $(VENV), made with $$("$$python" --version)"; \
	"$$python" -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt requirements-build.txt pyproject.toml | $(BIN)/python
	@echo "Installing the locked packages"
	@$(PIP) install --quiet --require-hashes -r requirements.txt -r requirements-build.txt
	@$(PIP) install --quiet --no-deps --no-index --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	@echo "Installing the locked tools for development"
	@$(PIP) install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/notebook.stamp: requirements-notebook.txt $(VENV)/run.stamp
	@echo "Installing the locked packages for notebooks"
	@$(PIP) install --quiet --require-hashes -r requirements-notebook.txt
	@touch $@

# Pages that could not be built are tried again at the next make; what they show can be asked of GraphQL meanwhile.
$(VENV)/web.stamp: requirements-web.txt schema.graphql $(WEB) | $(VENV)/run.stamp
	@echo "Building the web pages"
	@if $(PIP) install --quiet --require-hashes --only-binary :all: -r requirements-web.txt >$(VENV)/web.log 2>&1 && \
	  export PATH="$(CURDIR)/$(BIN):$$PATH" && cd api/web && \
	  npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-retry-mintimeout=1000 >>../../$(VENV)/web.log 2>&1 && \
	  npm run build >>../../$(VENV)/web.log 2>&1; \
	then touch "$(CURDIR)/$@"; \
	else echo "The web pages could not be built ($(VENV)/web.log says why); everything else works, and make web tries again."; fi

lock: $(BIN)/python ## renew the lock files from pyproject.toml (jars: mailuo's own lock, see graph/)
	@$(PIP) install --quiet uv==$(UV)
	@$(LOCK) --extra dev --extra py2neo pyproject.toml -o requirements-dev.txt
	@$(LOCK) -c requirements-dev.txt pyproject.toml -o requirements.txt
	@$(LOCK) -c requirements-dev.txt --extra notebook --extra py2neo pyproject.toml -o requirements-notebook.txt
	@$(LOCK) -c requirements-dev.txt requirements-build.in -o requirements-build.txt
	@$(LOCK) requirements-web.in -o requirements-web.txt

clean: ## take away what make made here (data folders stay)
	@rm -rf $(VENV) dist build api/web/dist api/web/node_modules api/web/src/generated.ts .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage.json
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
