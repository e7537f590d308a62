"""The legend over a flow: its columns."""

import pytest

from app.ui.flow.legend_overlay import LegendSheet


@pytest.mark.parametrize(("width", "columns"), [(400, 1), (760, 2), (900, 2), (1400, 3)])
def test_columns_begin_together_and_none_is_empty(width: int, columns: int) -> None:
    places = LegendSheet.places(width)
    tops = [y for _, _, y in places]
    assert all(tops.count(top) == columns for top in tops)
    assert [section.title for section, _, _ in places if section.title] == [
        "Slags trin",
        "Tilstand i et forløb",
        "Mærker og veje",
    ]
    rows = [row.name for section, _, _ in places for row in section.rows]
    assert len(rows) == len(set(rows)) + 2  # a step and a point are both done, or not relevant
