"""What the docs name is there: a map that names rooms which are gone leads astray."""

import re
from pathlib import Path

import pytest

from app import paths

DOCS = [paths.ROOT / "CONTRIBUTING.md", *sorted((paths.ROOT / "docs").glob("*.md"))]
_MODULE = re.compile(r"`([a-z_0-9/]+\.py)`")


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_module_that_the_docs_name_is_there(doc: Path) -> None:
    tops = ("app", "tests", "tools", "benchmarks")
    there = {
        f"/{path.relative_to(paths.ROOT).as_posix()}"
        for top in tops
        for path in (paths.ROOT / top).rglob("*.py")
    }
    named = set(_MODULE.findall(doc.read_text(encoding="utf-8"))) - {"main.py"}
    assert {one for one in named if not any(path.endswith(f"/{one}") for path in there)} == set()


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_page_that_the_docs_point_to_is_there(doc: Path) -> None:
    pointed = re.findall(r"\]\((?!https?:)([^)#]+)\)", doc.read_text(encoding="utf-8"))
    assert [one for one in pointed if not (doc.parent / one).exists()] == []
