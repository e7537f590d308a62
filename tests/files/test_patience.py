"""Of what comes from outside so much is read and no more, and no longer than somebody waits."""

from pathlib import Path

import pytest

from app import paths
from app.files import patience
from app.files.sharing import read_delivery
from app.model.errors import Refused


def refused(folder: Path, *, stops: bool = False) -> str:
    with pytest.raises(Refused) as found:
        read_delivery(folder, lambda: stops)
    return found.value.code


def test_a_folder_that_nobody_waits_for_is_not_read_to_its_end() -> None:
    asked: list[str] = []

    def stop() -> bool:
        asked.append("file")
        return len(asked) > 10

    with pytest.raises(Refused) as found:
        read_delivery(paths.SHIPPED_LIBRARY, stop)
    assert (found.value.code, len(asked)) == ("share_stopped", 11)


@pytest.mark.parametrize(
    ("bound", "value"), [("MOST_FILES", 3), ("LARGEST_WHOLE", 1_000), ("_MOST_SECONDS", -1.0)]
)
def test_more_than_anybody_shares_is_given_up(
    bound: str, value: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, bound, value)
    assert refused(paths.SHIPPED_LIBRARY) == "share_too_much"
