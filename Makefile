# Everything from a bare clone. Needs git, make and python3 3.11 or newer; nothing else.
SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1
export UV_SYSTEM_CERTS := 1
export NODE_USE_SYSTEM_CA := 1
export UV_PROJECT_ENVIRONMENT := .venv
SYNC := $(BIN)/uv sync --quiet --frozen --inexact --python $(BIN)/python

.PHONY: help start test test-all check fix bench assets spark browser clean

help:  ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1 - /p' Makefile | sort

start: .venv/.runtime assets  ## serve the product on http://127.0.0.1:8000 (PORT=9000 moves it, SCALE=10 invents more)
	@exec $(BIN)/roadstead serve --port $(PORT) $(if $(SCALE),--scale $(SCALE))

test: .venv/.tests assets  ## the whole suite on SQLite, then what touches a database on PostgreSQL
	@$(BIN)/python tools/test.py

test-all: .venv/.tests assets  ## the suite with its long tests, everything on both databases
	@$(BIN)/python tools/test.py --long

check: .venv/.tests  ## lint, format, types, architecture
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

fix: .venv/.tests  ## mend what can be mended by itself
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: .venv/.bench assets  ## measure, as ratios
	@$(BIN)/python -m benchmarks

assets: .venv/.runtime  ## fetch and lay out style, map and scripts (skips when nothing changed)
	@$(BIN)/python tools/build_assets.py

spark: .venv/.runtime  ## install PySpark, for “roadstead screen --engine spark” (needs Java 17)
	@$(SYNC) --extra spark

browser:  ## install Chromium from Debian, for the browser tests
	@command -v chromium >/dev/null || (apt-get update -qq && apt-get install -y -qq chromium)

clean:  ## take away what was built, the database included
	rm -rf .venv var src/roadstead/web/static/vendor

.venv/bin/uv: tools/bootstrap.py
	@echo "Building the environment ..."
	@$(PYTHON) tools/bootstrap.py
	@touch $@

.venv/.runtime: uv.lock pyproject.toml .venv/bin/uv
	@echo "Installing what the lock file names ..."
	@$(SYNC)
	@touch $@

.venv/.tests: uv.lock pyproject.toml .venv/bin/uv
	@echo "Installing what the lock file names, for tests ..."
	@$(SYNC) --group test --group check
	@touch $@ .venv/.runtime

.venv/.bench: uv.lock pyproject.toml .venv/bin/uv
	@$(SYNC) --group test --group check --group bench
	@touch $@ .venv/.runtime
