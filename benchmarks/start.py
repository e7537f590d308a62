"""What a start takes in time and memory, beside a bare Qt window in the same run.

Run: `.venv/bin/python -m benchmarks.start`. Each figure is the best and the median of several
starts of a new process, a bare one and ours in turns: milliseconds of the clock and of the
processor from the start of the interpreter, and megabytes when the first place has shown what is
in it, and when all that is done after a start is done.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from app.services.opening import open_workplace
from app.services.settings import change_settings

ROOT = Path(__file__).resolve().parent.parent
_STARTS = int(os.environ.get("STARTS", "7"))

_MARK = """
import time
def mark(name):
    clock, cpu = time.time(), time.process_time() * 1000
    rows = open("/proc/self/smaps_rollup").read().splitlines()
    kept = {row.split(":")[0]: row.split()[1] for row in rows[1:]}
    own = (int(kept["Private_Clean"]) + int(kept["Private_Dirty"])) / 1024
    print("mark", name, clock, cpu, int(kept["Rss"]) / 1024, own, flush=True)
mark("begin")
"""

_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        mark("painted")
        QTimer.singleShot(0, lambda: (mark("filled"), QApplication.quit()))
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

_OURS = """
import sys
from app.cli import main
from app.ui import haste
hasten = haste.make_haste
def hasten_and_watch():
    hasten()
    from PySide6.QtCore import QTimer
    from app.ui.shell.main_window import MainWindow
    from app.ui.shell.folder_opening import Opening
    painted = []
    def paint(self, event):
        if not painted:
            painted.append(True)
            mark("painted")
    MainWindow.paintEvent = paint
    fill = Opening._fill
    def filled(self, opened):
        fill(self, opened)
        QTimer.singleShot(0, lambda: mark("filled"))
        QTimer.singleShot(5000, lambda: (mark("settled"), self._window.close()))
    Opening._fill = filled
haste.make_haste = hasten_and_watch
main(["--data", sys.argv[1]])
"""

Marks = dict[str, tuple[float, ...]]
"""What is read at each mark: clock and processor in milliseconds, memory and own memory in MB."""


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        with open_workplace(Path(folder)) as workplace:
            change_settings(workplace, welcomed=True)  # as on every day but the first
        bare, ours = [], []
        for _ in range(_STARTS):
            bare.append(_run(_BARE))
            ours.append(_run(_OURS, folder))
    heads = ("clock, ms", "processor, ms", "memory, MB", "own, MB")
    print(f"{'best (median)':26}" + "".join(f"{head:>16}" for head in heads))
    base = _row("bare window, first paint", bare, "painted")
    _row("our window, first paint", ours, "painted", base)
    _row("our window, filled", ours, "filled", base)
    _row("our window, at rest", ours, "settled", base)


def _run(code: str, *arguments: str) -> Marks:
    """Start a process and return its marks, the times from its start."""
    done = subprocess.run(
        [sys.executable, "-c", _MARK + code, *arguments],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("mark ")]
    read = {name: tuple(map(float, figures)) for name, *figures in lines}
    clock, cpu, *_ = read.pop("begin")
    return {
        name: ((at - clock) * 1000, used - cpu, *memory)
        for name, (at, used, *memory) in read.items()
    }


def _row(
    name: str, runs: Sequence[Marks], mark: str, base: Sequence[float] = ()
) -> tuple[float, ...]:
    columns = list(zip(*(run[mark] for run in runs), strict=True))
    best = tuple(map(min, columns))
    cells = [f"{min(column):.0f} ({statistics.median(column):.0f})" for column in columns]
    times = " ".join(f"{low / of:.1f}×" for low, of in zip(best, base, strict=False))
    print(f"{name:26}" + "".join(f"{cell:>16}" for cell in cells) + f"  {times}", flush=True)
    return best


if __name__ == "__main__":
    main()
