# `make site` and `make test` need only Python 3.11 or newer, or name one: make test PYTHON=python3.12
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# The theme announces its end of life on every build; docs/decisions says what this project does about it.
export NO_MKDOCS_2_WARNING := 1
# Many tests start a process: compiled modules are kept for the next one, also where the environment says otherwise.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: site serve test quick coverage lowest peers plugins dist bench score pictures clean

site: $(READY)
	$(BIN)/adr-gen generate
	$(BIN)/mkdocs build --strict
	@echo
	@echo "The site is in $(CURDIR)/site"
	@echo "Look at it:  make serve   (live reload)   or   $(BIN)/python -m http.server -d site"

serve: $(READY)
	$(BIN)/mkdocs serve

# With `worksteal` the tests of a file stay with one worker, so that what they share is made once.
test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/adr-gen generate --check
	$(BIN)/adr-gen check
	$(BIN)/pytest -n auto --dist worksteal

# While working: everything but sites, browsers, scores and benches, with a quarter of the made-up examples.
quick: $(READY)
	$(BIN)/ruff check .
	$(BIN)/pytest -q -n auto --dist worksteal --hypothesis-profile quick tests/unit tests/cli

coverage: $(READY)
	$(BIN)/pytest -n auto --dist worksteal --cov

# The suite with the lowest versions that pyproject.toml allows.
LOWEST := .venv/lowest
lowest: $(READY)
	$(PYTHON) -m venv $(LOWEST)
	$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(LOWEST)/bin/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct -e ".[dev]"
	$(LOWEST)/bin/python -m pytest -n auto

# What is written is read by other programs; needs npm.
peers: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev,peers]"
	$(PYTHON) -m venv .venv/peers # pyadr wants an older python-slugify
	.venv/peers/bin/python -m pip install --quiet --disable-pip-version-check adr-viewer==1.4.0 pyadr==0.19.0
	npm install --silent --no-audit --no-fund --prefix .venv/npm log4brains@1.1.0 adr-log@2.2.0
	$(BIN)/pytest -m peers

# mdformat-tables says that it wants an older mdformat than the parser here goes with; it works with it.
plugins: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev,plugins]"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps mdformat-tables==1.0.0 mkdocs-llmstxt==0.5.1
	$(BIN)/pytest -n auto -m plugins

# The two files of a release, each tried in a fresh environment on a fresh repository.
DIST := .venv/dist
dist:
	rm -rf dist $(DIST)
	$(PYTHON) -m venv $(DIST)/tools
	$(DIST)/tools/bin/python -m pip install --quiet --disable-pip-version-check build twine
	$(DIST)/tools/bin/python -m build
	$(DIST)/tools/bin/twine check --strict dist/*
	for file in dist/*; do \
		$(PYTHON) -m venv --clear $(DIST)/fresh && \
		$(DIST)/fresh/bin/python -m pip install --quiet --disable-pip-version-check "$$file" && \
		rm -rf $(DIST)/shop && mkdir -p $(DIST)/shop/docs/research && git init --quiet $(DIST)/shop && \
		cp docs/research/0*.md $(DIST)/shop/docs/research && \
		(cd $(DIST)/shop && ../fresh/bin/adr-gen init --yes && ../fresh/bin/mkdocs build --quiet --strict) || exit 1; \
	done

pictures: site
	$(BIN)/python -m tests.tools.pictures site

bench: $(READY)
	$(BIN)/python -m tests.bench

# make fuzz COUNT=N SEED=N: tests of made-up text with many more examples, then changed documents through every stage;
# what breaks something there is put into .fuzz
COUNT ?= 50000
SEED ?= 1
fuzz: $(READY)
	nice $(BIN)/pytest -q -n auto -m hypothesis --hypothesis-profile thorough tests
	nice $(BIN)/python -m tests.tools.fuzz --count $(COUNT) --seed $(SEED)

# make score: how well documents with hand-made labels are read, this project's own and others beside it that are there;
# make score CORPUS=FOLDER: one folder, with every miss
CORPORA := tests/cases/corpus ../shared/corpus ../shared/corpus-read ../shared/corpus-blind
score: $(READY)
	$(BIN)/python -m $(if $(CORPUS),tests.scores.score $(CORPUS),tests.scores.table $(CORPORA))

clean:
	rm -rf .venv site dist .adr-gen .hypothesis .fuzz .mypy_cache .pytest_cache .ruff_cache .coverage .coverage.*

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@
