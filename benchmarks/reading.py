"""What reading the files of a library costs: the shipped one, and the strangest there may be.

.venv/bin/python -m benchmarks.reading
"""

import tempfile
from pathlib import Path
from time import process_time

from app.files import read_library
from app.paths import SHIPPED_LIBRARY
from tests.files.helpers import CARD, PROCEDURE, copy_of_sample
from tests.files.monsters import MONSTERS


def main() -> None:
    """Print the table of the README."""
    print(f"{'shipped library':24}{_seconds(SHIPPED_LIBRARY):8.2f} s")
    for name in (PROCEDURE, CARD, "roles.yaml"):
        for monster, content in MONSTERS.items():
            with tempfile.TemporaryDirectory() as folder:
                sample = copy_of_sample(Path(folder))
                (sample / name).write_bytes(content)
                print(f"{Path(name).name + ', ' + monster:44}{_seconds(sample):8.2f} s")


def _seconds(folder: Path) -> float:
    begun = process_time()
    read_library(folder)
    return process_time() - begun


if __name__ == "__main__":
    main()
