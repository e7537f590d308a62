"""Where things are: what ships with the program, and where a user's data lives."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
SHIPPED_LIBRARY = ROOT / "procedures"


def default_data_folder() -> Path:
    """Return the platform's folder for this user's data; it need not exist yet."""
    import platformdirs

    return Path(platformdirs.user_data_dir("Rød tråd", appauthor=False))
