"""What the places share: harmless text, words for every code, settings that take effect."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from app.files.codes import CODES
from app.model.library.procedure import StepKind, Tag
from app.model.run.run import Mark
from app.model.run.state import StepStatus
from app.ui.keys import keys
from app.ui.look.markdown_html import html_of
from app.ui.look.richtext import RichText
from app.ui.look.widgets import Button
from app.ui.says.finding_texts import finding_codes, finding_text
from app.ui.says.kind_texts import kind_text, mark_text, status_text, tag_text
from app.ui.says.told_texts import told_codes
from app.ui.shell.furnishing import Furnishing

APP = Path(__file__).parents[3] / "app"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>hej",
        "![billede](https://eksempel.invalid/x.png)",
        '<img src="file:///etc/passwd">',
        "[fil](file:///etc/passwd)",
        "[kør](javascript:alert(1))",
        '<a href="x" onclick="y()">hej</a>',
        "<style>body{background:url(http://x.invalid)}</style>",
        '<iframe src="http://x.invalid"></iframe>',
    ],
)
def test_markdown_holds_nothing_that_is_fetched_or_run(text: str) -> None:
    html = html_of(text)
    for bad in ("script", "<img", "file:", "javascript:", "onclick", "url(", "iframe"):
        assert bad not in html


def test_headings_in_a_panel_are_strong_lines_of_its_one_size() -> None:
    assert html_of("## Se her") == "<p><b>Se her</b></p>"


def test_a_button_that_says_something_else_keeps_air_before_its_words(qtbot: QtBot) -> None:
    told, silent = Button("Fortryd", "quiet", "undo"), Button("", "quiet", "undo", tip="Fortryd")
    qtbot.addWidget(told)
    qtbot.addWidget(silent)
    silent.say("Fortryd")
    assert silent.iconSize() == told.iconSize()


def test_a_button_keeps_its_key_whatever_it_says_and_where_it_is_folded(qtbot: QtBot) -> None:
    button = Button("Udskriv", "quiet", "print")
    qtbot.addWidget(button)
    button.set_key(keys.PRINT_RUN)
    kept = []
    for is_folded in (True, False):
        button.fold(is_folded)
        kept.append(button.shortcut().toString())
    button.setText("Udskriv alt")
    kept.append(button.shortcut().toString())
    button.say("Udskriv")
    assert [*kept, button.shortcut().toString()] == ["Ctrl+P"] * 4


def test_a_paragraph_sign_stays_with_its_number() -> None:
    assert "§\u00a0136, stk.\u00a02" in unescape(html_of("Se § 136, stk. 2."))


def test_the_words_of_a_picture_are_kept() -> None:
    assert "Netværkskort" in html_of("Se ![Netværkskort](kort.png)")


@given(st.text())
def test_any_text_becomes_html_without_pictures(text: str) -> None:
    assert not re.search(r"<\s*(img|script|iframe|style|link|object)", html_of(text), re.I)


def test_a_shown_text_fetches_nothing(qtbot: QtBot) -> None:
    field = RichText("Tekst")
    qtbot.addWidget(field)
    assert field.loadResource(2, QUrl("file:///etc/passwd")) is None


def test_every_kind_state_mark_and_tag_has_its_word() -> None:
    assert all(kind_text(kind) for kind in StepKind)
    assert all(status_text(status) for status in StepStatus)
    assert all(mark_text(mark) for mark in Mark)
    assert all(tag_text(tag) for tag in Tag)


def test_every_code_of_a_refusal_or_trouble_has_its_sentence() -> None:
    raised = set()
    for path in APP.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        raised |= set(re.findall(r'(?:Refused|Trouble|_refused)\(\s*"([a-z_]+)"', source))
    assert raised <= told_codes()


def test_every_problem_of_a_file_has_its_sentence() -> None:
    assert set(CODES) <= finding_codes()


def test_every_finding_of_the_checker_has_its_sentence() -> None:
    used = set()
    for path in (APP / "model" / "checks").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        used |= set(re.findall(r'\.(?:error|warn)\(\s*"([a-z_]+)"', source))
    assert used <= finding_codes()


def test_a_sentence_names_what_it_is_about() -> None:
    assert "§ 5, stk. 9" in finding_text("unknown_provision", {"law": "barnets lov § 5, stk. 9"})


def test_a_narrow_page_shows_the_icons_of_its_quiet_buttons_alone(house: Furnishing) -> None:
    house.window.go("procedures")
    button = house.procedures.meeting_button
    name = button.accessibleName()
    assert button.text() == name == "Vis på møde"
    house.window.resize(800, 560)
    assert (button.text(), button.accessibleName()) == ("", name)
    assert name in button.toolTip()
    house.window.resize(1440, 900)
    assert button.text() == name
