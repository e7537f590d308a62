"""A team leader says how much a procedure may ask, and which words are right."""

from app.services.settings import change_settings, load_settings
from app.ui.shell.furnishing import Furnishing


def choose_role(house: Furnishing, role: str) -> None:
    box = house.settings.role
    box.setCurrentIndex(box.findData(role))
    box.activated.emit(box.currentIndex())


def test_only_a_team_leader_sees_the_budget(house: Furnishing) -> None:
    house.window.go("settings")
    choose_role(house, "raadgiver")
    assert not house.settings.budget.isVisibleTo(house.settings)
    choose_role(house, "teamleder")
    assert house.settings.budget.isVisibleTo(house.settings)


def test_the_budget_is_kept(house: Furnishing) -> None:
    choose_role(house, "teamleder")
    house.settings.budget_minutes.setValue(20)
    house.settings.budget_minutes.editingFinished.emit()
    kept: list[int] = []
    house.desk.do(lambda place: load_settings(place).budget_minutes, kept.append)
    assert kept == [20]
    assert house.desk.settings.budget.minutes == 20


def test_words_that_are_right_are_kept_and_can_be_taken_out(house: Furnishing) -> None:
    choose_role(house, "teamleder")
    house.settings.own_words.setText("Ungekompas, logside")
    house.settings.own_words.editingFinished.emit()
    assert house.desk.settings.own_words == ("Ungekompas", "logside")
    house.desk.do(lambda place: change_settings(place, own_words=("nyt",)), lambda _: None)
    house.window.go("settings")
    assert house.settings.own_words.text() == "nyt"
    house.settings.own_words.clear()
    house.settings.own_words.editingFinished.emit()
    assert not house.desk.settings.own_words
