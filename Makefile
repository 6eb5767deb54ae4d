# make demo    sourced timelines of the example pages, and how to open them in a browser
# make test    every check: style, types, import contracts, tests against the built wheel
# make bench   the figures of BENCHMARKS.md (needs the corpora in ../shared; ERRORS=50 lists misses and false alarms)
# make bench-registry    what registries of 10,000, 100,000 and 1,000,000 assertions cost on each database (SIZES="…" for others)
# make bench-web         how quickly their pages are answered under load on each database, with wrk (SIZES as above)
# make weights  weigh anew the signs by which steps are believed (needs the corpora in ../shared)
# make docs    renew the output that README.md shows
# make lock    renew the locked dependencies

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := test
.PHONY: demo test lint bench bench-registry bench-web weights docs lock clean

PYTHON ?= $(shell for p in python3.11 python3 python; do \
  $$p -c 'import sys, ensurepip, venv; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
SHARED ?= ../shared
ERRORS ?= 0
SIZES ?= 10000 100000 1000000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
SOURCES := pyproject.toml README.md LICENSE $(shell find src -type f -not -path '*/__pycache__/*')

demo: $(VENV)/.installed
	mkdir -p out
	rm -f out/demo.db*
	$(BIN)/treatywatch add examples/pages --registry out/demo.db --format table
	$(BIN)/treatywatch timeline --registry out/demo.db --format table
	@echo "In a browser: $(BIN)/treatywatch serve --demo"

test: lint
	$(BIN)/python -m pytest

lint: $(VENV)/.installed $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/.installed
	$(BIN)/python -m treatywatch.bench --shared $(SHARED) --errors $(ERRORS)

bench-registry: $(VENV)/.installed
	$(BIN)/python -m treatywatch.bench.registry_speed $(SIZES)

bench-web: $(VENV)/.installed
	mkdir -p out
	$(BIN)/python -m treatywatch.bench.web_speed --folder out $(SIZES)
	$(BIN)/python -m treatywatch.bench.web_speed --folder out --postgresql $(SIZES)

weights: $(VENV)/.installed $(VENV)/.dev
	$(BIN)/python -m treatywatch.bench.credence --shared $(SHARED)

docs: $(VENV)/.installed
	$(BIN)/python docs/refresh.py

lock: $(VENV)/.dev
	COMPILE="$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options"
	export CUSTOM_COMPILE_COMMAND="make lock"
	$$COMPILE --extra pictures --output-file requirements/runtime.lock pyproject.toml
	$$COMPILE --output-file requirements/build.lock requirements/build.in
	$$COMPILE --output-file requirements/dev.lock --constraint requirements/runtime.lock requirements/dev.in

clean:
	rm -rf $(VENV) dist build out .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The virtual environment, the locked dependencies and the built wheel, each renewed only when what it comes from changed.

$(VENV)/.created:
	@test -n "$(PYTHON)" || { echo "treatywatch needs Python 3.11 with venv: install it, or say make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.runtime: $(VENV)/.created requirements/runtime.lock requirements/build.lock
	$(PIP) install --quiet --require-hashes -r requirements/runtime.lock -r requirements/build.lock
	touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.lock
	$(PIP) install --quiet --require-hashes -r requirements/dev.lock
	touch $@

$(VENV)/.installed: $(VENV)/.runtime $(SOURCES)
	rm -rf dist
	$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	$(PIP) install --quiet --no-deps --force-reinstall dist/*.whl
	touch $@
