"""The screen when there is none: as large as one on a desk, where Qt's own is a small square."""

import os
from collections.abc import MutableMapping
from pathlib import Path

_SCREEN = Path(__file__).with_name("screen.json")


def use_desk_screen(environment: MutableMapping[str, str] = os.environ) -> None:
    """Let the plugin without a screen have a whole one; to be called before Qt begins."""
    if environment.get("QT_QPA_PLATFORM") == "offscreen":
        environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"
