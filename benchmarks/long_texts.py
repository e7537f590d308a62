"""What reading a text as long as a text may be costs, made of one sign over and over.

.venv/bin/python -m benchmarks.long_texts
"""

from collections.abc import Callable
from time import process_time

from app.model.bounds import LONGEST_TEXT
from tests.model.test_long_texts import READERS, SIGNS


def main() -> None:
    """Print the table of the README: the slowest sign for each reader."""
    for name, read in READERS.items():
        took = {sign: _seconds(read, sign) for sign in SIGNS}
        slowest = max(took, key=took.__getitem__)
        print(f"{name:12}{slowest!r:12}{1000 * took[slowest]:8.0f} ms")


def _seconds(read: Callable[[str], object], sign: str) -> float:
    text = (sign * LONGEST_TEXT)[:LONGEST_TEXT]
    begun = process_time()
    read(text)
    return process_time() - begun


if __name__ == "__main__":
    main()
