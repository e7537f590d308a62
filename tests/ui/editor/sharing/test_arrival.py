"""Texts go out from where they are read, and those of others come in one choice at a time."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import paths
from app.files import export_library, read_library
from app.files.sharing import read_delivery
from app.model.edits.new_documents import copy_of
from app.model.library.catalogue import Library, Provision
from app.model.library.stored_version import Kind
from app.model.library.target import Target
from app.model.library.version_work import AnyPage, kind_of
from app.model.sharing.arrival_plan import IncomingLine, IncomingPage
from app.model.sharing.text_standing import ArrivalChoice, TextStanding
from app.services import authoring, looking, publishing
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.services.sharing import share_as_bundle
from app.services.workplace import Workplace
from app.ui.base.tasks import BackgroundTasks
from app.ui.editor.editor_ask_band import EditorAskBand
from app.ui.editor.editor_place import EditorPlace
from app.ui.editor.form.fields.ways_field import Picker
from app.ui.editor.sharing.arrival import ArrivalControl
from app.ui.editor.sharing.arrival_page import IncomingPageView
from app.ui.editor.sharing.incoming_rows import bunches_of, title_of
from app.ui.editor.sharing.sharing_words import (
    ICONS,
    TONES,
    choice_meaning,
    choice_text,
    kind_word,
    line_text,
    register_text,
    shared_words,
    standing_text,
)
from app.ui.look.theme import theme
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.main_window import MainWindow
from app.ui.targets.editor_targets import EditTarget
from tests.once import Once
from tests.services.write import acting_as
from tests.ui import file_dialog
from tests.ui.conftest import Clock
from tests.ui.editor.test_editor_place import Houses
from tests.ui.test_access import unnamed

UNDERRETNING = "underretning"
NEW = "Når skolen ringer"
BUNDLE = "Jens.roedtraad"


@pytest.fixture
def houses(folder: Path, clock: Clock, qapp: QApplication) -> Iterator[Houses]:
    found = Houses(folder, clock)
    yield found
    found.close()


def publish(workplace: Workplace, document: AnyPage, base: int | None = 1) -> None:
    kind = kind_of(document)
    number = authoring.keep_draft(workplace, document=document, base=base).info.number
    publishing.send_to_review(workplace, kind=kind, slug=document.id, number=number)
    with acting_as(workplace, "Karen"):
        publishing.approve(workplace, kind=kind, slug=document.id, number=number, note="Godkendt")


@contextmanager
def team_lead(folder: Path, name: str) -> Iterator[Workplace]:
    with open_workplace(folder, clock=Clock(), actor=name) as workplace:
        change_settings(workplace, role="teamleder")
        yield workplace


@pytest.fixture(scope="session")
def both_houses(shipped_folder: Path, once: Once) -> Path:
    """Ours, and what others sent: what both changed, what clashes, what is theirs, what is new."""
    return once.folder("houses", partial(_make_houses, shipped_folder))


def _make_houses(shipped: Path, folder: Path) -> None:
    library = read_library(paths.SHIPPED_LIBRARY).library
    both, clash = library.procedure_by_id[UNDERRETNING], library.procedure_by_id["screening"]
    tool, new = library.tools[0], copy_of(library.cards[0], title=NEW, taken=frozenset())
    for name in ("ours", "theirs"):
        shutil.copytree(shipped, folder / name)
    with team_lead(folder / "ours", "Mette") as ours:
        publish(ours, replace(both, summary="Vores korte"))
        publish(ours, replace(clash, title="Vores screening"))
    with team_lead(folder / "theirs", "Jens") as place:
        publish(place, replace(both, purpose="Deres formål"))
        publish(place, replace(clash, title="Deres screening", purpose="Deres formål"))
        publish(place, replace(tool, purpose="Deres brug"))
        publish(place, new, base=None)
        refs = ("procedure", both.id), ("procedure", clash.id), ("tool", tool.id), ("card", new.id)
        wanted = [Target(*ref) for ref in refs]
        share_as_bundle(place, wanted=wanted, title="Prøve", path=folder / BUNDLE)


@pytest.fixture
def bundle(both_houses: Path, folder: Path, tmp_path: Path) -> Path:
    """What others sent, to a house with texts of its own."""
    shutil.rmtree(folder)
    shutil.copytree(both_houses / "ours", folder)
    return Path(shutil.copy(both_houses / BUNDLE, tmp_path))


def arrived(house: Furnishing, path: Path) -> IncomingPageView:
    """Look into a file, and return the page."""
    house.window.go("editor")
    house.editor.incoming.look_into(path)
    return page_of(house.editor)


def page_of(place: EditorPlace) -> IncomingPageView:
    assert isinstance(place.now, ArrivalControl)
    return place.now.page


def groups(page: IncomingPageView) -> list[str]:
    rows = page.list.rows
    found = [rows.row(rows.index(number)) for number in range(rows.rowCount())]
    return [f"{row.title} {row.count}" for row in found if row.is_group]


def go_to(page: IncomingPageView, title: str) -> None:
    bunch = next(one for one in bunches_of(page.plan) if title_of(one, page.plan) == title)
    page.list.setCurrentIndex(page.list.rows.find(bunch))
    page.list.setFocus()


def chosen(page: IncomingPageView, title: str) -> ArrivalChoice:
    bunch = next(one for one in bunches_of(page.plan) if title_of(one, page.plan) == title)
    return page.choices[bunch.first.key]


def said(page: IncomingPageView) -> str:
    return " ".join(label.text() for label in page.panel.findChildren(QLabel))


def band_of(house: Furnishing) -> EditorAskBand:
    return house.editor.stage.band


def pick(band: EditorAskBand, key: str, value: str) -> None:
    field = band.field(key)
    assert isinstance(field, Picker)
    field.setCurrentIndex(field.findData(value))


# Going out


def test_a_procedure_is_shared_from_where_it_is_read_and_a_theme_as_files(
    houses: Houses, tmp_path: Path, qtbot: QtBot
) -> None:
    house = houses.open_for("Mette")
    house.window.go("procedures")
    house.procedures.show_procedure(UNDERRETNING)
    house.procedures.edit_actions.share.click()
    house.doors._bands[house.procedures.form_slot].go_button.click()
    assert file_dialog.proposed().name == "underretning.roedtraad"
    file_dialog.choose(qtbot, tmp_path / "sendt")
    library = read_delivery(tmp_path / "sendt.roedtraad").library
    assert [one.id for one in library.procedures] == [UNDERRETNING]
    assert library.cards
    assert "Klar til at dele: 1 sagsprocedure" in house.window.toast_text

    house.window.go("editor")
    house.editor.stage.header.share.click()
    band, theme = band_of(house), house.desk.shelf.library.catalogue.themes[1]
    pick(band, "what", f"theme:{theme.id}")
    pick(band, "form", "files")
    band.go_button.click()
    file_dialog.cancel(qtbot)
    assert band.isVisibleTo(house.editor), "nothing was chosen, so it still asks"
    (tmp_path / "delt").mkdir()
    band.go_button.click()
    file_dialog.choose(qtbot, tmp_path / "delt")
    found = read_library(tmp_path / "delt")
    assert found.problems == ()
    assert {one.theme for one in found.library.procedures} == {theme.id}


# Looking


def test_each_text_stands_with_its_state_and_a_choice_by_key_or_button(
    houses: Houses, bundle: Path, qtbot: QtBot
) -> None:
    house = houses.open_for("Mette")
    page = arrived(house, bundle)
    assert groups(page)[:3] == ["Ændret begge steder 2", "Ændret hos dem 1", "Nye 1"]
    assert groups(page)[-1].startswith("Ens her og dér ")
    assert chosen(page, "Underretning") is ArrivalChoice.MERGE
    assert chosen(page, "Deres screening") is ArrivalChoice.KEEP
    assert chosen(page, NEW) is ArrivalChoice.TAKE
    header = house.editor.stage.header
    assert header.sub.text().startswith("Jens.roedtraad · ")
    assert "linjer i registrene · 2 ændret begge steder" in header.sub.text()
    assert header.sub.text().endswith("3 hentes ind")
    rows = page.list.rows
    assert rows.spoken(rows.row(page.list.currentIndex())) == (
        "Underretning, Ændret begge steder, Sagsprocedure, Saml begge i en kladde"
    )
    assert unnamed(house.editor) == []

    go_to(page, "Deres screening")
    for key, choice in (
        (Qt.Key.Key_T, ArrivalChoice.TAKE),
        (Qt.Key.Key_S, ArrivalChoice.MERGE),
        (Qt.Key.Key_V, ArrivalChoice.MERGE),  # only what the program brought may wait
        (Qt.Key.Key_X, ArrivalChoice.MERGE),
        (Qt.Key.Key_B, ArrivalChoice.KEEP),
        (Qt.Key.Key_Space, ArrivalChoice.TAKE),
        (Qt.Key.Key_Space, ArrivalChoice.MERGE),
        (Qt.Key.Key_Space, ArrivalChoice.KEEP),
    ):
        QTest.keyClick(page.list, key)
        assert chosen(page, "Deres screening") is choice

    merge = page.panel.buttons[ArrivalChoice.MERGE]
    merge.click()
    qtbot.wait_until(lambda: chosen(page, "Deres screening") is ArrivalChoice.MERGE)
    assert page.panel.buttons[ArrivalChoice.MERGE].isChecked()
    qtbot.wait_until(lambda: page.panel.buttons[ArrivalChoice.MERGE].hasFocus())
    assert "Begge har ændret: Titel" in said(page)
    assert "Deres er ikke med: Deres screening" in said(page)

    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.current
    assert page.current.first.standing is TextStanding.THERE
    header.keep_all.click()
    assert set(page.choices.values()) == {ArrivalChoice.KEEP}
    assert not header.take_in.isEnabled()
    assert "vælg noget, der skal hentes ind" in header.sub.text()
    go_to(page, NEW)
    QTest.keyClick(page.list, Qt.Key.Key_T)
    assert header.take_in.isEnabled()


def test_what_differs_is_seen_in_words_and_side_by_side_and_what_is_left_changes_nothing(
    houses: Houses, bundle: Path
) -> None:
    house = houses.open_for("Mette")
    house.window.go("editor", EditTarget(Kind.PROCEDURE, UNDERRETNING))
    stage = house.editor.stage
    stage.header.versions.click()
    assert house.editor.versions.isVisibleTo(house.editor)
    house.editor.incoming.look_into(bundle)
    assert not house.editor.versions.isVisibleTo(house.editor), "they are of another text"

    page = page_of(house.editor)
    go_to(page, "Underretning")
    assert "Samlet bliver jeres tekst ændret 1 sted" in said(page)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert stage.pages.currentWidget() is stage.compared
    assert stage.compared.new.name.text() == "Begge samlet"
    assert stage.compared.old.name.text() == "Vores, version 2"
    assert len(stage.compared.changes) == 1
    assert stage.header.back.text() == "Tilbage til listen"
    stage.header.back.click()
    assert stage.pages.currentWidget() is page
    go_to(page, NEW)
    page.panel.compare.click()
    assert stage.compared.compared
    assert stage.compared.compared.before is None
    stage.header.back.click()

    stage.header.leave.click()
    assert house.editor.now is None
    assert stage.header.back.text() == "Tilbage til teksten"
    assert house.window.banner_text == ""
    assert house.desk.shelf.library.procedure_by_id["screening"].title == "Vores screening"


def test_a_plan_has_room_in_the_smallest_window_with_the_largest_type(
    houses: Houses, bundle: Path, qtbot: QtBot
) -> None:
    house = houses.open_for("Mette")
    theme().set_zoom(200)
    house.window.resize(house.window.minimumSize())
    arrived(house, bundle)
    place = house.editor
    qtbot.wait_until(lambda: place.minimumSizeHint().width() <= place.width())
    theme().set_zoom(100)


def test_choices_that_were_left_are_offered_again(houses: Houses, bundle: Path) -> None:
    house = houses.open_for("Mette")
    page = arrived(house, bundle)
    go_to(page, "Deres screening")
    QTest.keyClick(page.list, Qt.Key.Key_T)
    house.editor.stage.header.leave.click()
    assert "»Jens.roedtraad« er ikke hentet ind" in house.window.banner_text
    house.window._banner._mend.click()
    page = page_of(house.editor)
    assert chosen(page, "Deres screening") is ArrivalChoice.TAKE
    house.editor.stage.header.take_in.click()
    assert len(drafts_of(house)) == 4


# Bringing in


def drafts_of(house: Furnishing) -> list[str]:
    found: list[str] = []
    house.desk.do(
        lambda workplace: [one.document.title for one in authoring.all_drafts(workplace)],
        found.extend,
    )
    return sorted(found)


def test_what_was_chosen_becomes_drafts_and_is_told(houses: Houses, bundle: Path) -> None:
    house = houses.open_for("Mette")
    arrived(house, bundle)
    house.editor.stage.header.take_in.click()
    assert house.editor.now is None
    assert "Hentet ind: 3 kladder" in house.window.toast_text
    assert drafts_of(house) == ["Afgørelsesskabelon", NEW, "Underretning"]
    rows = house.editor.overview.list.rows
    titles = [rows.row(rows.index(number)).title for number in range(rows.rowCount())]
    assert {"Mine kladder", NEW} <= set(titles)
    subs = [rows.row(rows.index(number)).sub for number in range(rows.rowCount())]
    assert any("hentet ind fra Jens.roedtraad" in sub for sub in subs)


def test_it_can_be_stopped_and_all_choices_still_stand(houses: Houses, bundle: Path) -> None:
    house = houses.open_for("Mette")
    page = arrived(house, bundle)
    now, header = house.editor.now, house.editor.stage.header
    assert isinstance(now, ArrivalControl)
    seen: list[bool] = []

    def stop(done: int, _whole: int) -> None:
        seen.append(page.bar.isVisibleTo(page) and header.stop.isVisibleTo(header))
        if done == 2:
            header.stop.click()

    now.teller.progressed.connect(stop)
    header.take_in.click()
    assert seen == [True, True, True]
    assert "Afbrudt" in house.window.banner_text
    assert (house.editor.now, drafts_of(house)) == (now, [])
    assert page.list.isEnabled()
    assert not page.bar.isVisibleTo(page)
    now.teller.progressed.disconnect(stop)
    header.take_in.click()
    assert len(drafts_of(house)) == 3


def test_what_changed_meanwhile_is_told_and_nothing_came_in(
    houses: Houses, bundle: Path, folder: Path, clock: Clock
) -> None:
    house = houses.open_for("Mette")
    arrived(house, bundle)
    with open_workplace(folder, clock=clock, actor="Lise") as workplace:
        document = authoring.document_version(
            workplace, kind=Kind.PROCEDURE, slug=UNDERRETNING, number=2
        )
        publish(workplace, replace(document, title="Imens"), base=2)
    house.editor.stage.header.take_in.click()
    assert "Noget er ændret her imens" in house.window.banner_text
    assert drafts_of(house) == []


@contextmanager
def working(folder: Path, clock: Clock) -> Iterator[Furnishing]:
    """The window as it really is: the work is done beside it."""
    tasks, window = BackgroundTasks(), MainWindow()
    workplace = open_workplace(folder, clock=clock, actor="Mette")
    house = Furnishing(window, workplace, load_shelf(workplace), tasks, clock)
    window.show()
    yield house
    window.close()
    tasks.close()
    QApplication.processEvents()  # answers that are under way
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_window_answers_while_texts_come_in(
    folder: Path, bundle: Path, clock: Clock, qtbot: QtBot
) -> None:
    with working(folder, clock) as house:
        house.window.go("editor")
        house.editor.incoming.look_into(bundle)
        assert "Læser »Jens.roedtraad« …" in house.editor.incoming.band.accessibleName()
        qtbot.wait_until(lambda: house.editor.now is not None)
        told: list[tuple[int, int]] = []
        now = house.editor.now
        assert isinstance(now, ArrivalControl)
        now.teller.progressed.connect(lambda done, whole: told.append((done, whole)))
        house.editor.stage.header.take_in.click()
        qtbot.wait_until(lambda: house.editor.now is None)
        assert told
        assert "3 kladder" in house.window.toast_text


def test_a_reading_is_stopped_by_its_button_and_by_escape_and_changes_nothing(
    folder: Path, bundle: Path, clock: Clock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, read = Event(), looking.look_into

    def slowly(workplace: Workplace, *, path: Path, stop: Callable[[], bool]) -> looking.Looked:
        started.set()
        while not stop():
            Event().wait(0.01)
        return read(workplace, path=path, stop=stop)

    monkeypatch.setattr(looking, "look_into", slowly)
    with working(folder, clock) as house:
        house.window.go("editor")
        band = house.editor.incoming.band
        told: list[str] = []
        house.desk.messages.told.connect(lambda message: told.append(message.heading))
        ways: tuple[Callable[[], object], ...] = (
            lambda: QTest.keyClick(band.stop, Qt.Key.Key_Escape),
            lambda: QTest.mouseClick(band.stop, Qt.MouseButton.LeftButton),
        )
        for stop in ways:
            started.clear()
            told.clear()
            house.editor.incoming.look_into(bundle)
            qtbot.wait_until(lambda: band.isVisible() and started.is_set())
            with qtbot.wait_callback(timeout=60_000) as answered:  # a tick waits for no file
                house.desk.do(lambda workplace: workplace.settings, answered)
            stop()
            assert band.isHidden()
            qtbot.wait_until(lambda: told == ["Afbrudt"])
            assert house.editor.now is None


def test_one_may_leave_while_texts_come_in(
    folder: Path, bundle: Path, clock: Clock, qtbot: QtBot
) -> None:
    with working(folder, clock) as house:
        house.window.go("editor")
        house.editor.incoming.look_into(bundle)
        qtbot.wait_until(lambda: house.editor.now is not None)
        house.editor.stage.header.take_in.click()
        house.editor.stage.header.leave.click()
        told: list[str] = []
        house.desk.messages.told.connect(lambda message: told.append(message.heading))
        qtbot.wait_until(lambda: bool(told))
        assert told == ["Afbrudt"] or told[0].startswith("Hentet ind")


# Where it comes from


def test_a_file_or_a_folder_is_asked_for_or_dropped_and_what_cannot_be_read_is_told(
    houses: Houses, bundle: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    house = houses.open_for("Mette")
    house.window.go("editor")
    header = house.editor.stage.header
    header.from_others.click()
    band_of(house).go_button.click()
    file_dialog.choose(qtbot, bundle)
    assert page_of(house.editor).plan.name == "Jens.roedtraad"
    header.leave.click()
    house.window.go("editor")
    library = read_library(paths.SHIPPED_LIBRARY).library
    export_library(Library(library.catalogue, cards=library.cards[:1]), tmp_path / "filer")
    house.editor.overview.others_asked.emit()
    pick(band_of(house), "from", "folder")
    band_of(house).go_button.click()
    file_dialog.choose(qtbot, tmp_path / "filer")
    assert page_of(house.editor).plan.name == "filer"
    header.leave.click()
    house.window.go("editor")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(bundle))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    house.editor.dropEvent(QDropEvent(QPointF(10, 10), copy, data, left, none))
    assert page_of(house.editor).plan.name == "Jens.roedtraad"
    header.leave.click()

    house.window.go("editor")
    export_library(Library(), tmp_path / "fejl")
    (tmp_path / "fejl" / "roles.yaml").write_text("roles: [\n", "utf-8")
    house.editor.incoming.look_into(tmp_path / "fejl")
    assert "Der er fejl i filerne" in house.window.banner_text
    assert "roles.yaml, linje " in house.window.banner_text
    (tmp_path / "x.roedtraad").write_text("x", "utf-8")
    house.editor.incoming.look_into(tmp_path / "x.roedtraad")
    assert "ikke et bundt fra Rød tråd" in house.window.banner_text
    assert header.sub.text() == "Kladder, godkendelse og forslag"


# What came with the program


@pytest.fixture(scope="session")
def shipped_anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library as it ships next time, with a newer text."""
    library = read_library(paths.SHIPPED_LIBRARY).library
    newer = tuple(
        replace(one, purpose="Nyt formål") if one.id == UNDERRETNING else one
        for one in library.procedures
    )
    folder = tmp_path_factory.mktemp("next")
    export_library(replace(library, procedures=newer), folder)
    return folder


@pytest.fixture
def renewed(bundle: Path, shipped_anew: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program ships a newer text where we have our own."""
    del bundle  # it brought our texts
    monkeypatch.setattr(
        "tests.ui.editor.test_editor_place.open_workplace",
        lambda where, **more: open_workplace(where, shipped=shipped_anew, **more),
    )


@pytest.mark.usefixtures("renewed")
def test_a_text_that_came_with_the_program_is_put_together_with_ours(houses: Houses) -> None:
    house = houses.open_for("Mette")
    assert "nye tekster, hvor I har jeres egne" in house.window.banner_text
    house.window._banner._mend.click()
    page, header = page_of(house.editor), house.editor.stage.header
    assert header.title.text() == "Nyt med programmet"
    assert chosen(page, "Underretning") is ArrivalChoice.MERGE
    header.take_in.click()
    assert "Hentet ind: 1 kladde" in house.window.toast_text
    assert drafts_of(house) == ["Underretning"]


@pytest.mark.usefixtures("renewed")
def test_it_stands_among_what_is_in_hand_until_someone_has_chosen(houses: Houses) -> None:
    house = houses.open_for("Mette")
    house.window.go("editor")
    overview = house.editor.overview
    rows = overview.list.rows
    assert rows.row(rows.index(0)).title == "Nyt med programmet"
    overview.list.setCurrentIndex(rows.index(1))
    QTest.keyClick(overview.list, Qt.Key.Key_Return)
    page, header = page_of(house.editor), house.editor.stage.header
    QTest.keyClick(page.list, Qt.Key.Key_V)
    assert not header.take_in.isEnabled()
    QTest.keyClick(page.list, Qt.Key.Key_B)
    header.take_in.click()
    assert "Valgene er gemt" in house.window.toast_text
    assert rows.rowCount() == 0


# Words


def test_everything_has_its_words() -> None:
    tool = read_library(paths.SHIPPED_LIBRARY).library.tools[0]
    line = IncomingLine(("roles", "x"), tool, TextStanding.BOTH)
    for standing in TextStanding:
        page = IncomingPage(Kind.TOOL, tool, standing, ours=tool)
        assert standing_text(standing)
        assert standing in ICONS
        assert standing in TONES
        for choice in ArrivalChoice:
            for incoming in (page, replace(line, standing=standing)):
                assert choice_text(choice, incoming)
                assert choice_meaning(choice, incoming)
    assert all(kind_word(kind) for kind in Kind)


def test_a_draft_of_ours_is_not_said_to_count() -> None:
    tool = read_library(paths.SHIPPED_LIBRARY).library.tools[0]
    page = IncomingPage(Kind.TOOL, tool, TextStanding.BOTH, ours=tool)
    assert "Jeres tekst gælder" in choice_meaning(ArrivalChoice.TAKE, page)
    said = choice_meaning(ArrivalChoice.TAKE, replace(page, counts=False))
    assert said.startswith("Jeres kladde står urørt ved siden af.")


def test_what_is_shared_is_counted_with_its_lines() -> None:
    said = "36 sagsprocedurer · 107 actioncards · 1 værktøj · 1 linje i registrene"
    assert shared_words(36, 107, 1, 1) == said


def test_every_line_of_the_shipped_registers_can_be_read() -> None:
    catalogue = read_library(paths.SHIPPED_LIBRARY).library.catalogue
    for register in type(catalogue).__struct_fields__:
        assert register_text(register)
        for line in getattr(catalogue, register):
            assert line_text(line) or register == "ages"
    assert line_text(Provision("bl:5", "Barnet høres")) == "Barnet høres"
    assert line_text(None) == ""
