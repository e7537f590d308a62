"""The numbers before lines are those that Word shows.

Each case was seen in a program that shows Word files, and what it showed is what is expected here;
levels of law, and those that begin again below one level or none, are as the standard has them.
"""

from pathlib import Path

import pytest

from app.files.word import read_word
from app.model.word.outline import Written
from tests.files.word_make import (
    abstract,
    from_body,
    level,
    listed,
    numbered,
    numbering,
    override,
    styles,
)

_PLAIN = abstract(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3."))

_TREE = (("a", 0), ("b", 1), ("c", 2), ("d", 1), ("e", 0), ("f", 1), ("g", 2))
"""Lines and their levels, for rules of what begins again when."""


def _tree(number: int = 1) -> str:
    return "".join(listed(text, number, at) for text, at in _TREE)


def _lines(number: int, *texts: str, at: int = 0) -> str:
    return "".join(listed(text, number, at) for text in texts)


CASES: dict[str, tuple[tuple[str, ...], str, list[str]]] = {
    "a list that is told to begin again does": (
        (_PLAIN, numbered(1, 0), numbered(2, 0, override(0, 1))),
        _lines(1, "Husk", "Skriv") + _lines(2, "Modtag", "Er barnet i fare?", "Ring", "Svar"),
        ["1", "2", "1", "2", "3", "4"],
    ),
    "it begins where it is told, and only once": (
        (_PLAIN, numbered(1, 0), numbered(2, 0, override(0, 5))),
        _lines(2, "a") + _lines(1, "b") + _lines(2, "c"),
        ["5", "6", "7"],
    ),
    "all levels are told to begin again": (
        (_PLAIN, numbered(1, 0), numbered(2, 0, *(override(at, 1) for at in range(9)))),
        _tree(1) + _tree(2),
        ["1", "1.1", "1.1.1", "1.2", "2", "2.1", "2.1.1"] * 2,
    ),
    "lists that begin again one in the other": (
        (_PLAIN, numbered(1, 0), *(numbered(one, 0, override(0, 1)) for one in (2, 3))),
        "".join(listed(text, of, 0) for text, of in zip("abcdef", (1, 2, 3, 2, 1, 3), strict=True)),
        ["1", "1", "1", "2", "3", "4"],
    ),
    "a level of its own that is not told to begin again counts on": (
        (_PLAIN, numbered(1, 0), numbered(2, 0, override(0, None, level(0, "%1)", start=4)))),
        _lines(1, "a", "b") + _lines(2, "c"),
        ["1", "2", "3"],
    ),
    "two lists of one kind that are told nothing count on": (
        (_PLAIN, numbered(1, 0), numbered(2, 0)),
        _lines(1, "a", "b") + _lines(2, "c"),
        ["1", "2", "3"],
    ),
    "lists of their own count by themselves": (
        (_PLAIN, abstract(1, level(0, "%1.")), numbered(1, 0), numbered(2, 1)),
        _lines(1, "a", "b") + _lines(2, "c") + _lines(1, "d"),
        ["1", "2", "1", "3"],
    ),
    "a level of its own takes the place of the common one": (
        (_PLAIN, numbered(1, 0, override(0, 3, level(0, "%1)", "upperLetter", start=3)))),
        _lines(1, "a", "b"),
        ["C", "D"],
    ),
    "letters and Roman figures are read as they are shown": (
        (
            abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2)", "lowerLetter")),
            numbered(1, 0),
        ),
        listed("a", 1, 0) + listed("b", 1, 1) + listed("c", 1, 1) + listed("d", 1, 0),
        ["I", "I.a", "I.b", "II"],
    ),
    "a level of law is written in digits": (
        (
            abstract(
                0,
                level(0, "%1.", "upperRoman"),
                level(1, "%1.%2", "lowerLetter", more="<w:isLgl/>"),
            ),
            numbered(1, 0),
        ),
        listed("a", 1, 0) + listed("b", 1, 1),
        ["I", "1.1"],
    ),
    "what stands around a number is no part of it": (
        (
            abstract(
                0,
                level(0, "Trin %1:", more='<w:suff w:val="space"/>'),
                level(1, "(%1.%2)", more='<w:suff w:val="nothing"/>'),
                level(2, "%1.0"),
            ),
            numbered(1, 0),
        ),
        listed("a", 1, 0) + listed("b", 1, 1) + listed("c", 1, 2),
        ["1", "1.1", "1.0"],
    ),
    "figures that are written before a number are part of it": (
        (abstract(0, level(0, "2.%1.")), numbered(1, 0)),
        _lines(1, "a", "b"),
        ["2.1", "2.2"],
    ),
    "letters that stand at a number are part of it": (
        (abstract(0, level(0, "A%1:")), numbered(1, 0)),
        _lines(1, "a", "b"),
        ["A1", "A2"],
    ),
    "zeros before a number are shown": (
        (abstract(0, level(0, "%1", "decimalZero", start=9)), numbered(1, 0)),
        _lines(1, "a", "b"),
        ["09", "10"],
    ),
    "a level that never begins again counts through": (
        (
            abstract(0, level(0, "%1."), level(1, "%2.", more='<w:lvlRestart w:val="0"/>')),
            numbered(1, 0),
        ),
        listed("a", 1, 0) + listed("b", 1, 1) + listed("c", 1, 0) + listed("d", 1, 1),
        ["1", "1", "2", "2"],
    ),
    "a level may begin again below one level alone": (
        (
            abstract(
                0,
                level(0, "%1."),
                level(1, "%1.%2."),
                level(2, "%3.", more='<w:lvlRestart w:val="1"/>'),
            ),
            numbered(1, 0),
        ),
        "".join(listed(text, 1, at) for text, at in (*_TREE[:4], ("x", 2), *_TREE[4:])),
        ["1", "1.1", "1", "1.2", "2", "2", "2.1", "1"],
    ),
    "a level below a bullet begins again too": (
        (abstract(0, level(0, "•", "bullet"), level(1, "%2.")), numbered(1, 0)),
        "".join(listed(text, 1, at) for text, at in (("a", 0), ("b", 1), ("c", 0), ("d", 1))),
        ["", "1", "", "1"],
    ),
    "a line that is empty is counted": (
        (_PLAIN, numbered(1, 0)),
        _lines(1, "a", "", "c"),
        ["1", "3"],
    ),
    "a list that is a style is the list of that style": (
        (
            abstract(0, link='<w:numStyleLink w:val="Trinliste"/>'),
            abstract(
                1, level(0, "%1."), level(1, "%1.%2"), link='<w:styleLink w:val="Trinliste"/>'
            ),
            numbered(1, 0),
            numbered(2, 1),
        ),
        listed("a", 1, 0) + listed("b", 1, 1) + listed("c", 1, 0),
        ["1", "1.1", "2"],
    ),
    "a level deeper than the first line counts from one": (
        (_PLAIN, numbered(1, 0)),
        listed("a", 1, 1) + listed("b", 1, 1),
        ["1.1", "1.2"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_numbers_are_those_that_are_shown(tmp_path: Path, case: str) -> None:
    parts, body, shown = CASES[case]
    path = from_body(tmp_path, body, **numbering(*parts))
    assert [line.number for line in read_word(path).lines] == shown


@pytest.mark.parametrize("text", ["", " "])
def test_a_line_of_a_list_that_shows_nothing_is_text(tmp_path: Path, text: str) -> None:
    parts = (abstract(0, level(0, text), level(1, text, "bullet")), numbered(1, 0))
    path = from_body(tmp_path, listed("a", 1, 0) + listed("b", 1, 1), **numbering(*parts))
    assert {line.written for line in read_word(path).lines} == {Written.TEXT}


def test_a_style_brings_its_list_and_the_level_that_names_it(tmp_path: Path) -> None:
    def style(name: str, based: str = "", listing: str = "") -> str:
        below = f'<w:basedOn w:val="{based}"/>' if based else ""
        dress = f"<w:pPr><w:numPr>{listing}</w:numPr></w:pPr>" if listing else ""
        named = f'<w:name w:val="{name}"/>{below}{dress}'
        return f'<w:style w:type="paragraph" w:styleId="{name}">{named}</w:style>'

    of = '<w:numId w:val="1"/>'
    lists = numbering(
        abstract(
            0,
            level(0, "%1.", more='<w:pStyle w:val="Trin"/>'),
            level(1, "%1.%2", more='<w:pStyle w:val="Deltrin"/>'),
        ),
        numbered(1, 0),
    )
    dress = styles(
        style("Trin", listing=of),
        style("Deltrin", listing=of),
        style("Deltrin lille", "Deltrin"),
        style("Uden", "Trin", '<w:numId w:val="0"/>'),
    )
    body = "".join(
        listed(name, style=name) for name in ("Trin", "Deltrin", "Deltrin lille", "Uden", "Trin")
    )
    path = from_body(tmp_path, body, **lists, **dress)
    assert [line.number for line in read_word(path).lines] == ["1", "1.1", "1.2", "", "2"]
