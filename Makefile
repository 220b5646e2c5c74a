# run · test · check · bench — each sets up what it needs. `make help` says more.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
HOST ?= 127.0.0.1
DATA ?= var

.PHONY: run test check check-code bench help format clean

help:
	@echo "make run     set up and serve Meno on http://$(HOST):$(PORT) (PORT=, HOST=, DATA= to change)"
	@echo "make test    set up and run every test"
	@echo "make check   everything that CI does: format, lint, types, import rules, courses, tests"
	@echo "make bench   print the figures"
	@echo "make format  put the code in its format"

run: $(VENV)/.full
	@exec $(BIN)/meno serve --host $(HOST) --port $(PORT) --data $(DATA)

test: $(VENV)/.dev
	@$(BIN)/python -m pytest

check: check-code test

check-code: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/meno check

bench: $(VENV)/.dev
	@$(BIN)/python -m tutor.evals.bench

format: $(VENV)/.dev
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

# constraints.txt pins every package, so that set-up takes minutes and is the same everywhere.
$(VENV)/.full: pyproject.toml constraints.txt
	@echo "Setting up Meno (once; about three minutes) …"
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] < (3, 14) else "Meno needs Python 3.11 to 3.13.")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --quiet --upgrade "pip>=25,<27"
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on -c constraints.txt -e '.[full]'
	@touch $@

$(VENV)/.dev: $(VENV)/.full
	@echo "Setting up what the tests need …"
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --quiet -c constraints.txt -e '.[full,dev]'
	@touch $@
