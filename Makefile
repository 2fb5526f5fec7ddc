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

# From the lists alone, each file by its hash, wheels alone (no code of theirs runs while they are installed); pip first.
# What is imported is compiled then, and kept, since every program starts twice as fast by it: most never is.
unexport PYTHONDONTWRITEBYTECODE
LISTED := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-compile --require-hashes \
  --only-binary :all: -r

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@sed -n '/^pip==/,/[^\\]$$/p' requirements.lock > $(VENV)/pip.lock
	@$(LISTED) $(VENV)/pip.lock
	@$(LISTED) requirements.lock
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(READY_TEST): $(READY) requirements-test.lock
	@$(LISTED) requirements-test.lock
	@touch $@
