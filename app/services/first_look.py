"""What is known of a data folder before it is opened: how the window is to look meanwhile."""

from pathlib import Path

from app.model.user_settings import Settings, read_settings


def first_look(folder: Path) -> Settings | None:
    """Read the settings of a data folder at once; None where nobody has worked in it yet."""
    from app.store.peeking import peek_at_settings

    stored = peek_at_settings(folder)
    return None if stored is None else read_settings(stored)
