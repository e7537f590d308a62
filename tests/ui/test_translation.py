"""Each sentence is found by the tool that hands them to translators, under a name they can read."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest

from app import paths

MODULES = sorted(Path(paths.__file__).parent.rglob("*.py"))
TOOL = Path(PySide6.__file__).parent / ("lupdate.exe" if sys.platform == "win32" else "lupdate")

Sentence = tuple[str, str]
"""Its context, which is not known of what a widget says in its own name; and its words."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> frozenset[Sentence]:
    """All that the tool finds."""
    folder = tmp_path_factory.mktemp("translation")
    listed, made = folder / "modules", folder / "found.ts"
    listed.write_text("\n".join(map(str, MODULES)), encoding="utf-8")
    subprocess.run([TOOL, "-silent", f"@{listed}", "-ts", made], check=True, capture_output=True)
    return frozenset(
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(made).getroot().iter("context")
        for message in context.iter("message")
    )


def said_in(module: Path) -> Iterator[Sentence]:
    """Go through the sentences that a module has translated."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(ast.Attribute(attr="tr"), [ast.Constant(str(words)), *_]):
                yield "", words
            case ast.Call(
                ast.Attribute(attr="translate") | ast.Name("translate"),
                [ast.Constant(str(context)), ast.Constant(str(words)), *_],
            ):
                yield context, words


def test_every_sentence_is_found_for_translators(found: frozenset[Sentence]) -> None:
    words = {("", said) for _, said in found}
    lost = {
        (module.name, said)
        for module in MODULES
        for said in said_in(module)
        if said not in found | words
    }
    assert lost == set()


def test_no_sentence_lacks_its_context(found: frozenset[Sentence]) -> None:
    assert {words for context, words in found if not context} == set()
