"""Modules that are made when something of them is first asked for."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from app.ui.deferring import Deferring

MADE: list[str] = []

_SOURCE = """
from tests.ui.test_deferring import MADE
MADE.append(__name__)
def answer(word): return word.upper()
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    (tmp_path / "seldom_asked.py").write_text(_SOURCE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    MADE.clear()
    deferring = Deferring({"seldom_asked"}, looked_up={"seldom_asked.answer"})
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    deferring.be_asked_first()
    yield importlib.import_module("seldom_asked")
    del sys.modules["seldom_asked"]


def test_a_module_is_made_when_something_of_it_is_asked_for(module: ModuleType) -> None:
    assert module.__name__ == "seldom_asked"
    assert MADE == []
    with pytest.raises(AttributeError, match="nothing_there"):
        getattr(module, "nothing" + "_there")
    assert MADE == ["seldom_asked"]
    assert module.answer("ja") == "JA"
    assert MADE == ["seldom_asked"]


def test_a_function_that_is_looked_up_makes_its_module_when_called(module: ModuleType) -> None:
    answer = vars(module)["answer"]
    assert MADE == []
    assert answer("ja") == "JA"
    assert vars(module)["answer"]("nej") == "NEJ"
    assert MADE == ["seldom_asked"]
