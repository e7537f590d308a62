"""How long the window takes to its first paint and to its filled places, beside a bare Qt window.

Run: `.venv/bin/python benchmarks/start.py`. Each figure is the best and the median of several
starts of a new process, in milliseconds from the start of the interpreter.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_STARTS = 7

_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print("painted", time.time())
        QApplication.quit()
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

_OURS = """
import sys, time
from pathlib import Path
from app.ui import start
from app.ui.shell.window import MainWindow
from app.ui.shell.opening import Opening
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
painted = []
def paint(self, event):
    if not painted:
        painted.append(True)
        print("painted", time.time())
MainWindow.paintEvent = paint
fill = Opening._fill
def filled(self, opened):
    fill(self, opened)
    QTimer.singleShot(0, lambda: (print("filled", time.time()), QApplication.quit()))
Opening._fill = filled
start.run_window(Path(sys.argv[1]))
"""


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        _run(_OURS, folder)
        print(f"{'':28}{'best':>8}{'median':>8}")
        _row("bare window, first paint", [_run(_BARE)["painted"] for _ in range(_STARTS)])
        ours = [_run(_OURS, folder) for _ in range(_STARTS)]
        _row("our window, first paint", [one["painted"] for one in ours])
        _row("our window, places filled", [one["filled"] for one in ours])


def _run(code: str, *arguments: str) -> dict[str, float]:
    """Start a process and return its marks in milliseconds after its start."""
    begin = f"import time; print('begin', time.time())\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", begin, *arguments],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    marks = dict(line.split() for line in done.stdout.splitlines() if line.count(" ") == 1)
    first = float(marks.pop("begin"))
    return {name: (float(at) - first) * 1000 for name, at in marks.items()}


def _row(name: str, figures: list[float]) -> None:
    print(f"{name:28}{min(figures):8.0f}{statistics.median(figures):8.0f}")


if __name__ == "__main__":
    main()
