"""Print the figures of all experiments below the answers."""

import os
import tempfile

import pytest

from tests.hard import figures

# A kill and a full disk are tried on a disk.
os.environ["PYTEST_DEBUG_TEMPROOT"] = tempfile.gettempdir()


def pytest_sessionstart(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        figures.begin()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = figures.told()
    if lines:
        terminalreporter.section("what was tried, and what came of it")
    for line in lines:
        terminalreporter.line(line)
