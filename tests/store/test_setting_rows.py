import pytest

from app.model.errors import Refused
from app.store.unit_of_work import Store
from tests.store.make import NOW, later


def test_a_setting_is_kept_until_it_is_removed(store: Store) -> None:
    with store.writing() as work:
        work.settings.put("closed_days", ["2026-12-24"], now=NOW)
        work.settings.put("closed_days", ["2026-12-24", "2026-12-31"], now=later(1))
        work.commit()
    with store.writing() as work:
        assert work.settings.get("closed_days") == ["2026-12-24", "2026-12-31"]
        work.settings.remove("closed_days")
        assert work.settings.all() == {}


def test_no_setting_with_a_cpr_number_is_stored(store: Store) -> None:
    with pytest.raises(Refused) as refused, store.writing() as work:
        work.settings.put("user_name", "010190-1234", now=NOW)
    assert refused.value.code == "cpr_in_setting"


def test_the_state_of_the_window_is_no_text(store: Store) -> None:
    with store.writing() as work:
        work.settings.put("window.geometry", "AdnQy 010190-1234", now=NOW)
