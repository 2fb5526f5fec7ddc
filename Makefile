# Sets up the environment and calls invoke; what there is to do is in tasks.py (.venv/bin/inv --list).
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
READY := $(VENV)/.ready
READY_TEST := $(VENV)/.ready-test

.PHONY: serve test audit
serve: $(READY)
	@$(VENV)/bin/inv serve --port $(PORT)

test: $(READY_TEST)
	@$(VENV)/bin/inv test

audit: $(READY_TEST)
	@$(VENV)/bin/inv audit

$(READY): requirements.txt constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt -e .
	@touch $@

$(READY_TEST): $(READY) requirements-test.txt
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt -c constraints.txt
	@touch $@
