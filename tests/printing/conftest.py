"""What all tests of drawing and paper need: an application, for its fonts."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    """Make sure that there is an application before anything is measured."""
