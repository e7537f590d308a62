"""Where the mouse can reach a widget: what of it is in sight, and where one clicks."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)


def in_sight(widget: QWidget, rect: QRect) -> QRect:
    """Return what of a rect of the widget is seen, in places of the screen."""
    port = widget.viewport() if isinstance(widget, QAbstractScrollArea) else None
    if port is not None and rect != widget.rect():
        rect = rect.intersected(QRect(port.mapTo(widget, QPoint(0, 0)), port.size()))
    above: QWidget | None = widget
    while above is not None and not rect.isEmpty():
        rect = rect.intersected(above.rect())
        if above.isWindow():
            break
        rect = rect.translated(above.pos())
        above = above.parentWidget()
    window = widget.window()
    seen = QRect(window.mapToGlobal(rect.topLeft()), rect.size())
    screen = window.screen().geometry()
    seen = seen.intersected(screen)
    return seen if not seen.isEmpty() else QRect(QPoint(0, 0), QSize(0, 0))


def port(widget: QWidget) -> tuple[int, int, int, int]:
    """Return the seen part of the innermost area around a widget that can be scrolled."""
    area: QWidget | None = widget
    while area is not None:
        if isinstance(area, QAbstractScrollArea):
            bars = (area.verticalScrollBar(), area.horizontalScrollBar())
            if any(bar.maximum() > bar.minimum() for bar in bars):
                return plain_rect(in_sight(area.viewport(), area.viewport().rect()))
        area = None if area.isWindow() else area.parentWidget()
    return 0, 0, 0, 0


def point_on(widget: QWidget, seen: QRect) -> QPoint:
    """Return where one clicks: the middle, or the words of a box with a round or square mark."""
    if isinstance(widget, QCheckBox | QRadioButton):
        option = QStyleOptionButton()
        widget.initStyleOption(option)
        element = (
            QStyle.SubElement.SE_CheckBoxClickRect
            if isinstance(widget, QCheckBox)
            else QStyle.SubElement.SE_RadioButtonClickRect
        )
        hit = widget.style().subElementRect(element, option, widget)
        hit = QRect(widget.mapToGlobal(hit.topLeft()), hit.size()).intersected(seen)
        return (hit if not hit.isEmpty() else seen).center()
    return seen.center()


def plain_rect(rect: QRect) -> tuple[int, int, int, int]:
    """Return a place and a size as plain numbers."""
    return rect.x(), rect.y(), max(rect.width(), 0), max(rect.height(), 0)
