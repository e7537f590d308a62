"""Takes the guided tour: `python -m tools.tour --out MAPPE`."""

import argparse
import sys
from pathlib import Path

from tools.hand.screen import use_desk_screen
from tools.tour.taking import WALKS, take_tour

DONE, FAILED = 0, 2


def main() -> int:
    """Take the tour, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.tour", description="Gå programmet igennem og gem billeder af det."
    )
    parser.add_argument("--out", type=Path, required=True, metavar="MAPPE")
    parser.add_argument("--only", choices=[walk.name for walk in WALKS], help="kun denne del")
    options = parser.parse_args()
    use_desk_screen()
    walks = [walk for walk in WALKS if options.only in (None, walk.name)]
    try:
        take_tour(options.out, walks)
    except OSError as error:
        parser.exit(FAILED, f"Der kan ikke skrives i mappen {options.out}: {error.strerror}.\n")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
