"""What checking costs the one who types: on the user's thread, and beside it.

.venv/bin/python -m benchmarks.checking
"""

import os
from collections.abc import Callable
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.files import read_library
from app.model.checks.burden import burden_of
from app.model.checks.checker import check_procedure
from app.model.danish.spelling import known_words, misspelt, words_by_text
from app.model.library.procedure import Procedure
from app.paths import SHIPPED_LIBRARY
from app.services.dictionary import Dictionary, dictionary_folder
from app.ui.editor.findings.finding_lines import procedure_lines
from app.ui.start import make_application

_TIMES = 20


def main() -> None:
    """Print the table of the README."""
    make_application()
    library = read_library(SHIPPED_LIBRARY).library
    largest = max(library.procedures, key=lambda one: len(one.steps))
    findings = check_procedure(largest, library)
    texts = words_by_text(largest)
    wrong = misspelt(largest, texts, lambda word: len(word) == 9, lambda _: "")[:20]
    print(f"{largest.title}, {len(largest.steps)} steps")
    _say("beside: the checker", lambda: check_procedure(_fresh(largest), library))
    _say("beside: its words", lambda: words_by_text(largest))
    _say("user's: spelling of all texts", lambda: misspelt(largest, texts, _right, _nothing))
    _say(
        "user's: 20 findings made ready",
        lambda: procedure_lines((*findings, *wrong), largest, library.catalogue),
    )
    _say("user's: the burden", lambda: burden_of(largest))
    _say("user's, once: words of the registers", lambda: known_words(library.catalogue))
    folder = dictionary_folder()
    if folder is not None:
        _say("own process: the dictionary read", lambda: Dictionary(folder), times=3)
        dictionary = Dictionary(folder)
        words = {word for text in texts for word in text.words}
        _say(f"own process: {len(words)} words", lambda: [*map(dictionary.is_right, words)], 3)


def _fresh(procedure: Procedure) -> Procedure:
    """Return an equal procedure that nothing is remembered of."""
    return Procedure(**{name: getattr(procedure, name) for name in procedure.__struct_fields__})


def _right(_: str) -> bool:
    return False


def _nothing(_: str) -> str:
    return ""


def _say(name: str, do: Callable[[], object], times: int = _TIMES) -> None:
    spent = []
    for _ in range(times):
        begun = perf_counter()
        do()
        spent.append((perf_counter() - begun) * 1000)
    print(f"{name}: {median(spent):.1f} ms")


if __name__ == "__main__":
    main()
