"""What is known of a data folder before it is opened."""

from pathlib import Path

from app.model.user_settings import Appearance, Settings
from app.services.first_look import first_look
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.services.workplace import Workplace


def test_a_folder_nobody_has_worked_in_is_new(tmp_path: Path) -> None:
    assert first_look(tmp_path) is None
    assert first_look(tmp_path / "intet") is None
    (tmp_path / "roed-traad.sqlite3").touch()
    assert first_look(tmp_path) is None


def test_the_settings_are_read_at_once_also_while_a_window_is_open(workplace: Workplace) -> None:
    change_settings(workplace, appearance=Appearance.DARK, zoom=125)
    found = first_look(workplace.folder)
    assert found is not None
    assert (found.appearance, found.zoom) == (Appearance.DARK, 125)


def test_a_look_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    open_workplace(tmp_path, shipped=None).close()
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    assert first_look(tmp_path) == Settings()
    assert before == {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    with open_workplace(tmp_path, shipped=None) as workplace:
        assert not workplace.store.was_in_doubt, "a sound database needs not be read through again"


def test_what_cannot_be_read_is_left_to_whoever_opens_it(tmp_path: Path) -> None:
    (tmp_path / "roed-traad.sqlite3").write_bytes(b"not a database" * 100)
    assert first_look(tmp_path) == Settings()
