# Two commands do all set-up: `make run` and `make test`. `make help` lists the rest.
PYTHON ?= python3
PIP := --quiet --no-compile # Python compiles what is used when it is first used, which is little of what is installed
VENV := .venv
BIN := $(VENV)/bin
export PYTHONDONTWRITEBYTECODE := # hundreds of tests start the command; each would compile it anew

.PHONY: help run test fuzz check lint types contracts web page wheel workbench bench generate clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/'

$(BIN)/moneytrail: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install $(PIP) --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install $(PIP) --editable '.[frames,remote,server]'
	@touch $@

$(VENV)/.dev: $(BIN)/moneytrail
	$(BIN)/python -m pip install $(PIP) --group dev --editable '.[columns,frames,identity,remote,server,spark]'
	@touch $@

run: $(BIN)/moneytrail ## build the graph of the five articles, answer a query, write the picture
	@mkdir -p .run
	cd .run && ../$(BIN)/moneytrail build
	cd .run && ../$(BIN)/moneytrail ask gift-with-source
	cd .run && ../$(BIN)/moneytrail render --out ../moneytrail.html
	@echo "Open moneytrail.html in a browser."

test: $(VENV)/.dev ## run every test; installs what tests need, a browser included
	@.ci/browser $(BIN)/python
	@.ci/java
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder --durations 25

fuzz: $(VENV)/.dev ## run the tests of round trips on two thousand examples each, and twenty-one thousand queries over columns
	$(BIN)/python -m pytest --numprocesses 2 --hypothesis-profile fuzz $$(grep -l '^@given' tests/test_*.py)
	$(BIN)/python bench/fuzz_columns.py --seed 1
	$(BIN)/python bench/fuzz_columns.py --seed 2
	$(BIN)/python bench/fuzz_columns.py --paths --number 1000

check: lint types contracts web test ## lint, types, contracts, the page's script and tests

lint: $(VENV)/.dev ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy --strict
	$(BIN)/mypy

contracts: $(VENV)/.dev ## who may import whom
	$(BIN)/lint-imports

wheel: $(VENV)/.dev ## build the wheel, install it in an empty environment and try it
	.ci/wheel $(BIN)/python

web: $(VENV)/.dev ## lint, types and unit tests of the page's script
	$(BIN)/python build_backend.py check

page: $(VENV)/.dev ## bundle the page of `moneytrail render` after a change of its script
	$(BIN)/python build_backend.py page

workbench: $(VENV)/.dev ## bundle the workbench of `moneytrail serve`, which a wheel brings along
	$(BIN)/python build_backend.py workbench

bench: $(VENV)/.dev ## measure; nothing is asserted
	$(BIN)/python bench/run.py
	$(BIN)/python bench/rows.py --rows 100000 1000000
	$(BIN)/python bench/convert.py
	$(BIN)/python bench/identity.py pairs
	$(BIN)/python bench/identity.py rows --rows 100000
	$(BIN)/python bench/findings.py
	$(BIN)/python bench/pictures.py
	$(BIN)/python bench/w3c.py
	$(BIN)/python bench/w3c_columns.py
	$(BIN)/python bench/serve.py --rdflib
	$(BIN)/python bench/runaways.py
	$(BIN)/python bench/clients.py

generate: $(VENV)/.dev ## write the files that are made from the ontology and the graph
	$(BIN)/python .ci/generate

clean: ## remove what the targets made
	rm -rf $(VENV) .run build dist moneytrail.html
