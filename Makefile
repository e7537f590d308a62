# Set-up and the daily commands. Both `make run` and `make test` install what is missing.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

QT_LIBRARIES := libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxkbcommon0 fonts-open-sans
X_LIBRARIES := libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0

.PHONY: run test types behaviour test-hard check tour flows schemas lock words clean system-qt system-x

run: system-qt system-x $(VENV)/ready
	@$(BIN)/python main.py; status=$$?; \
	if [ $$status -eq 3 ]; then \
		echo "Den guidede tur gemmes i out/tour i stedet."; \
		QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.tour --out out/tour; \
	else exit $$status; fi

test: system-qt $(VENV)/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory -j2 types behaviour

# Beside each other: a first mypy takes a minute of one core.
types: $(VENV)/ready
	$(BIN)/mypy

behaviour: $(VENV)/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python main.py check
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto

# Some minutes; HARD_PERCENT=10 tries a tenth of it.
test-hard: system-qt $(VENV)/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto tests/hard

check: $(VENV)/ready
	$(BIN)/python main.py check

tour: system-qt $(VENV)/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.tour --out out/tour

flows: system-qt $(VENV)/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python main.py flows --out out/flows

# What a file of a library may hold, as docs/format.md tells it.
schemas: $(VENV)/ready
	$(BIN)/python -m tools.schemas

# Our words for Qt's own dialogs, as Qt reads them.
words: $(VENV)/ready
	$(BIN)/pyside6-lrelease -silent resources/translations/qt_da.ts -qm resources/translations/qt_da.qm

# Exact versions with hashes, and no host: pip asks the index it is set up with.
lock: $(VENV)/ready
	$(BIN)/pip install --quiet pip-tools
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --extra dev --generate-hashes \
		--allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
		--output-file requirements.lock pyproject.toml

$(VENV)/ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Rød tråd kræver Python 3.11 eller nyere."; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		$(SUDO) apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); }
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

# On Debian and its kin Qt's own system libraries are installed when they are missing.
define install_missing
	@if command -v dpkg-query >/dev/null; then \
		missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | \
			grep -q 'ok installed' || echo $$p; done); \
		if [ -n "$$missing" ]; then \
			echo "Henter det, Qt mangler: $$(echo $$missing)"; \
			$(SUDO) apt-get update -qq && \
			$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
				--no-install-recommends $$missing >/dev/null; \
		fi; \
	fi
endef

system-qt:
	$(call install_missing,$(QT_LIBRARIES))

system-x:
	$(call install_missing,$(X_LIBRARIES))

clean:
	rm -rf $(VENV) build out .mypy_cache .ruff_cache .pytest_cache .hypothesis
