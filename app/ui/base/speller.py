"""Which words are misspelt, as far as is known by now, and what they may be meant to be.

The dictionary works in a process of its own that is started when the first word is to be judged.
Until it has answered, and where there is none, no word is wrong.
"""

import sys
from collections.abc import Callable, Iterable
from functools import cache

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from app.paths import ROOT
from app.services.dictionary import Answer, AskedWords, Judged, house_words

_GATHER_MS = 30
_LAST_WORDS_MS = 300

Ask = Callable[[tuple[str, ...]], None]
"""Sends words to a dictionary, which answers `Speller.take` in its own time."""


class Speller(QObject):
    """Remembers what a dictionary has said of words; one of it serves the whole program.

    Signals: `learned` when more is known than before; `word_added` with a word that the user
    says is right.
    """

    learned = Signal()
    word_added = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask: Ask | None = None
        self._known: frozenset[str] = house_words()
        self._own: frozenset[str] = frozenset()
        self._judged: set[str] = set()
        self._wrong: set[str] = set()
        self._suggestions: dict[str, tuple[str, ...]] = {}
        self._waiting: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_GATHER_MS)
        self._pause.timeout.connect(self._send)
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_GATHER_MS)
        self._news.timeout.connect(self.learned)

    def use(self, ask: Ask | None) -> None:
        """Take a dictionary into use, or none; what another one has said is forgotten."""
        self._ask = ask
        self._judged.clear()
        self._wrong.clear()
        self._suggestions.clear()

    def know(self, words: Iterable[str], own: Iterable[str]) -> None:
        """Take words as right: those of the registers, and those the user has added."""
        self._known = house_words() | frozenset(words)
        self._own = frozenset(word.casefold() for word in own)
        self.learned.emit()

    def ask_about(self, words: Iterable[str]) -> None:
        """Have words judged that are not yet."""
        if self._ask is None:
            return
        new = {word for word in words if word not in self._judged and not self._is_known(word)}
        if new:
            self._judged |= new
            self._waiting |= new
            self._pause.start()

    def is_wrong(self, word: str) -> bool:
        """Whether a word is known to be misspelt."""
        return word in self._wrong and not self._is_known(word)

    def suggestions(self, word: str) -> tuple[str, ...] | None:
        """Return what a word may be meant to be; None while that is not known."""
        return self._suggestions.get(word)

    def best(self, word: str) -> str:
        """Return what a word probably should be; empty where that is not known."""
        return next(iter(self._suggestions.get(word, ())), "")

    def add(self, word: str) -> None:
        """Take a word as right from now on."""
        self._own |= {word.casefold()}
        self.word_added.emit(word.casefold())
        self.learned.emit()

    def take(self, answer: Answer) -> None:
        """Learn what the dictionary says."""
        if isinstance(answer, Judged):
            self._wrong |= set(answer.wrong)
            is_news = bool(answer.wrong)
        else:
            self._suggestions[answer.word] = answer.suggestions
            is_news = True
        if is_news and not self._news.isActive():
            self._news.start()

    def _is_known(self, word: str) -> bool:
        folded = word.casefold()
        return folded in self._known or folded in self._own

    def _send(self) -> None:
        words, self._waiting = tuple(sorted(self._waiting)), set()
        if self._ask is not None and words:
            self._ask(words)


class DictionaryProcess(QObject):
    """The process with the dictionary; it ends with the program."""

    def __init__(self, speller: Speller) -> None:
        super().__init__(speller)
        self._speller = speller
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_answers)
        self._has_begun = False

    def ask(self, words: tuple[str, ...]) -> None:
        """Have words judged."""
        if not self._has_begun:
            self._begin()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.write(msgspec.json.encode(AskedWords(words)) + b"\n")

    def close(self) -> None:
        """Let the process end, or end it."""
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_LAST_WORDS_MS):
            self._process.kill()
            self._process.waitForFinished(_LAST_WORDS_MS)

    def _begin(self) -> None:
        self._has_begun = True
        is_packaged = bool(getattr(sys, "frozen", False))
        arguments = ["spell"] if is_packaged else [str(ROOT / "main.py"), "spell"]
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)
        self._process.start(sys.executable, arguments)

    def _on_answers(self) -> None:
        while self._process.canReadLine():
            line = self._process.readLine().data()
            self._speller.take(msgspec.json.decode(line, type=Answer))


@cache
def speller() -> Speller:
    """Return the one speller of the program."""
    return Speller(QCoreApplication.instance())
