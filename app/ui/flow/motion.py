"""A movement that starts fast and ends softly, or comes at once where less motion is asked for."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation

USUAL = 200

Step = Callable[[float, QPointF, QPointF], None]


class Motion(QObject):
    """Calls `step` with how far the movement has come, from 0 to 1, and its two ends."""

    def __init__(self, step: Step, parent: QObject) -> None:
        super().__init__(parent)
        self.duration = 0
        self._step = step
        self._start = self._end = QPointF()
        self._animation = QVariantAnimation(self)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._on_value)

    @property
    def is_running(self) -> bool:
        """Whether it is on its way."""
        return self._animation.state() is QVariantAnimation.State.Running

    def run(self, start: QPointF | None = None, end: QPointF | None = None) -> None:
        """Start from the beginning."""
        self.stop()
        self._start, self._end = start or QPointF(), end or QPointF()
        if self.duration <= 0:
            self._step(1.0, self._start, self._end)
            return
        self._animation.setDuration(self.duration)
        self._animation.start()

    def stop(self) -> None:
        """Stay where it has come to."""
        self._animation.stop()

    def _on_value(self, part: object) -> None:
        if isinstance(part, float):
            self._step(part, self._start, self._end)
