"""A team leader says how much a procedure may ask; others do not see that."""

from app.services.settings import load_settings
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
