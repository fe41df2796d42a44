# make setup      .venv with everything in it, from the lock file
# make run        who said what in corpus/articles: a file in out/, and a table
# make test       all checks and tests
# make evaluate   figures against the gold annotation
# make train      the trained parts anew, after a change of the rules
# make benchmark  how fast it is on corpus/articles, beside stock GiNZA
# make lock       new lock files from pyproject.toml
# make schema     the published JSON Schemas, after a change of the records
# make docs       docs/fields.md, after a change of records, registry or tables
# make clean      away with everything that was made

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
GOOD := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))

# The first Python that fits; another one: make setup PYTHON=/path/to/python3.12
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3 python; do \
	if $$python -c '$(GOOD)' 2>/dev/null; then echo $$python; break; fi; done)

# The day of publication of those articles of corpus/ that tell none: their gold dates are counted from it.
GOLD_DAY := 2026-11-15

# Annotated articles that may lie beside this checkout.
EVAL := ../shared/eval/dev
LEARN := ../shared/eval/train
DATA := ../shared
DICTIONARIES := ../shared/dictionaries

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types imports tests floors evaluate train benchmark lock schema docs clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

setup: $(STAMP)

# The project is installed editable. Everything that its build needs is locked too: nothing else is fetched.
$(STAMP): requirements-dev.txt pyproject.toml | $(BIN)/python
	@echo "installing into $(VENV)"
	@$(PIP) install "$$(grep '^pip==' requirements-dev.txt)"
	@$(PIP) install --requirement requirements-dev.txt
	@$(PIP) --quiet install --no-deps --no-build-isolation --editable .
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c '$(GOOD)' 2>/dev/null || { \
		echo "Python 3.11, 3.12 or 3.13 is needed; install one, or name it: make setup PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

run: setup
	@$(BIN)/hatsugen extract corpus/articles -o out/statements.jsonl
	@$(BIN)/hatsugen show out/statements.jsonl
	@echo "the records: out/statements.jsonl"

test: lint types imports floors tests

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup
	@$(BIN)/mypy

imports: setup
	@$(BIN)/lint-imports

tests: setup
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# Fails where a figure on corpus/ fell below its floor.
floors: setup
	@$(BIN)/hatsugen extract corpus/articles -o out/corpus.jsonl --published $(GOLD_DAY)
	@$(BIN)/python -m extractor.evaluation corpus/gold out/corpus.jsonl corpus/floors.toml
	@$(BIN)/hatsugen extract corpus/registry/articles -o out/registry.jsonl
	@$(BIN)/python -m extractor.evaluation.registry corpus/registry/gold.toml out/registry.jsonl corpus/registry/floors.toml

evaluate: setup
	@$(BIN)/hatsugen extract corpus/articles -o out/corpus.jsonl --published $(GOLD_DAY)
	@$(BIN)/hatsugen evaluate corpus/gold out/corpus.jsonl
	@$(BIN)/hatsugen extract corpus/registry/articles -o out/registry.jsonl
	@$(BIN)/python -m extractor.evaluation.registry corpus/registry/gold.toml out/registry.jsonl corpus/registry/floors.toml
	@if [ -d $(EVAL) ]; then \
		$(BIN)/hatsugen extract $(EVAL)/texts -o out/dev.jsonl && \
		$(BIN)/hatsugen evaluate $(EVAL)/gold.jsonl out/dev.jsonl; \
	else echo "$(EVAL) is not here: only corpus/ is scored"; fi

train: setup
	@if [ -d $(DICTIONARIES) ]; then \
		$(BIN)/python -m extractor.training.name_dictionary $(DICTIONARIES); \
	else echo "$(DICTIONARIES) is not here: the dictionary of names stays as it is" >&2; fi
	@if [ -d $(DATA)/ner ]; then \
		$(BIN)/python -m extractor.training.recogniser $(DATA) --tests; \
	else echo "$(DATA)/ner is not here: the recogniser stays as it is" >&2; fi
	@if [ -d $(LEARN) ] && [ -d $(EVAL) ]; then \
		$(BIN)/python -m extractor.training.acts $(LEARN) --also corpus --score $(EVAL) && \
		$(BIN)/python -m extractor.training.confidence $(LEARN) --score $(EVAL); \
	else echo "$(LEARN) and $(EVAL) are not here: nothing to learn from" >&2; exit 1; fi

benchmark: setup
	@$(BIN)/python -m benchmarks corpus/articles
	@$(BIN)/python -m benchmarks.parses corpus/articles

lock:
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --no-annotate \
		--custom-compile-command "make lock" pyproject.toml --output-file requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-annotate --group dev --extra train \
		--constraint requirements.txt --custom-compile-command "make lock" \
		pyproject.toml --output-file requirements-dev.txt

schema: setup
	@$(BIN)/hatsugen schema > extractor/schema.json
	@$(BIN)/hatsugen schema registry > extractor/registry_schema.json

docs: setup
	@$(BIN)/python -m extractor.field_reference > docs/fields.md

clean:
	rm -rf $(VENV) out build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
