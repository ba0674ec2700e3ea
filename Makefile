# `make report` and `make test` need python3 (3.11 or later, with venv), make and the Python package index; nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# An environment knows where it stands: in a folder that was moved or copied it is set up anew.
MOVED := $(shell test ! -e $(READY) || [ "$$(cat $(READY))" = "$(CURDIR)" ] || { rm -f $(READY); echo moved; })

.DEFAULT_GOAL := help
.PHONY: help setup report test data lab lint evaluate bench lock clean

help: ## show this list
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## make the environment in .venv, once
	@echo "The environment in $(VENV) is ready."

report: $(READY) ## run the notebooks and write the report pages to reports/
	$(BIN)/python -m helpers report

# Files of tests go to as many processes as there are cores; a file's tests stay together, with what they share.
test: $(READY) ## run all tests
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

data: $(READY) ## compute data/processed/ from data/raw/
	$(BIN)/python -m helpers data

lab: $(READY) ## open the notebooks in JupyterLab
	$(BIN)/python -m jupyter lab notebooks

lint: $(READY) ## check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

evaluate: $(READY) ## hold the extractor against the reviewed statements of plans whose texts are at hand
	$(BIN)/python -m helpers evaluate

bench: $(READY) build/peers/.ready ## measure loading, reading of texts and making of reports against other tools
	$(BIN)/python tests/bench_load.py
	PYTHONPATH=tests:build/peers $(BIN)/python tests/bench_extract.py
	$(BIN)/python tests/bench_report.py

# The peers stay out of the environment: nothing but the benchmark needs them.
build/peers/.ready: tests/bench_requirements.txt $(READY)
	rm -rf build/peers
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes --target build/peers -r $<
	@touch $@

lock: $(READY) ## pin all requirements anew from pyproject.toml and the benchmark's list
	$(BIN)/python -m pip install --disable-pip-version-check --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --quiet \
	  --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" --output-file requirements.txt
	$(BIN)/uv pip compile tests/bench_requirements.in --universal --python-version 3.11 --generate-hashes --quiet \
	  --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" --output-file tests/bench_requirements.txt

clean: ## remove the environment, caches and report pages
	rm -rf $(VENV) reports build .pytest_cache .ruff_cache .hypothesis src/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp is written last, so an interrupted set-up is taken up again and a finished one is not repeated.
$(READY): requirements.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) on this machine. Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "This needs Python 3.11 or later; '$(PYTHON)' is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' || { echo "This Python has no venv module. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Setting up $(VENV) (once; a few minutes, mostly download) ..."
	@test -z "$(MOVED)" && $(BIN)/python -c '' 2>/dev/null || { rm -rf $(VENV); $(PYTHON) -m venv $(VENV); }
	$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation --quiet --editable .
	@printf %s "$(CURDIR)" > $(READY)
