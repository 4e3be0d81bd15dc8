# For contributors: `make dev` once, `make check` before every commit.

PYTHON ?= python3
VENV ?= .venv
BIN = $(if $(VIRTUAL_ENV),$(VIRTUAL_ENV),$(VENV))/bin

.PHONY: help dev check format lint types rules test golden bench picture

help:  ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

dev:  ## a virtual environment with all that contributors need
	test -n "$(VIRTUAL_ENV)" || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev]'

check: lint types rules test  ## what must pass before a commit

format:  ## write code the way the others do
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lint:  ## lint and format, without changing files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:  ## static types
	$(BIN)/mypy

rules:  ## every rule finds what its examples mark, every table holds what its columns promise
	$(BIN)/dateline rules check
	$(BIN)/dateline tables check

test:  ## the tests
	$(BIN)/pytest

golden:  ## write the golden records anew; read the difference before you commit it
	$(BIN)/python tests/golden.py

bench:  ## words a second beside bare spaCy
	$(BIN)/python benchmarks/speed.py

picture:  ## the pictures of the terminal view and the reading room
	$(BIN)/python docs/picture.py
	$(BIN)/python docs/screenshots.py
