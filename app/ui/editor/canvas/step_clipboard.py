"""Copied steps on the clipboard of the system, so that they can go to another procedure."""

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.model.edits.copying import Clip

STEPS = "application/x-roed-traad-steps+json"


def put(clip: Clip) -> None:
    """Put steps on the clipboard; other programs get their words."""
    data = QMimeData()
    data.setData(STEPS, msgspec.json.encode(clip))
    data.setText("\n".join(_words(clip)))
    QGuiApplication.clipboard().setMimeData(data)


def take() -> Clip | None:
    """Return the steps on the clipboard; None when something else is there."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(STEPS):
        return None
    try:
        return msgspec.json.decode(bytes(data.data(STEPS).data()), type=Clip)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _words(clip: Clip) -> list[str]:
    lines = []
    for step in clip.steps:
        lines.append(step.title)
        lines += [f"- {item.text}" for item in step.checklist]
    return lines
