"""Where everything on a step stands: one arrangement for painting and for the mouse.

The title hangs from the top of the shape, deadline and meta rise from its foot; how tall the
shape is, and whether they share a line, was settled when the flow was laid out.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QRectF

from app.flow.face import CHIP_EXTRA, CHIP_HEIGHT, GATE_ICON, PAD_BOTTOM, PAD_TOP, StepFace
from app.model.library.procedure import StepKind
from app.model.run.state import StepStatus
from app.printing.flow_paint.drawing_words import ChipWords, StepWords
from app.printing.flow_paint.measure import (
    META,
    STATION,
    TITLE,
    TITLE_ASCENT,
    TITLE_LINE,
    title_lines,
)
from app.printing.flow_paint.step_outlines import FOLD
from app.printing.fonts import REGULAR, SEMIBOLD, text_width

CHIP_ICON, CHIP_TEXT = 5.5, 20.0
META_ICON, META_TEXT = 12.0, 15.0
META_SPACE, CHIP_SPACE = 9.0, 7.0
STATION_HEIGHT, STATION_LEFT = 20.0, 8.0
TAG_OUT = 6.0
HOURGLASS = 17.0


@dataclass(frozen=True)
class MetaMark:
    """One sign of the meta line: its text (may be empty), its place, the text's baseline."""

    kind: str
    text: str
    rect: QRectF
    baseline: float


@dataclass(frozen=True)
class TitleLine:
    """One line of a title: its text and where its baseline starts."""

    text: str
    at: QPointF


@dataclass(frozen=True)
class StepArt:
    """A step with the place of everything on it, from the shape's own top left corner.

    Lines of an end stand under its ring, from the top left corner of its caption.
    """

    words: StepWords
    width: float
    height: float
    lines: tuple[TitleLine, ...]
    chip: ChipWords | None
    chip_text: str
    chip_rect: QRectF
    marks: tuple[MetaMark, ...]
    station: QRectF
    tag: QRectF
    tag_text: str


_TAGS = {
    StepStatus.NOW: QT_TRANSLATE_NOOP("flow", "Nu"),
    StepStatus.MISSING: QT_TRANSLATE_NOOP("flow", "Mangler"),
    StepStatus.UNHEARD: QT_TRANSLATE_NOOP("flow", "Ikke hørt"),
}


@lru_cache(maxsize=4_096)
def arrange(
    words: StepWords, face: StepFace, width: float, height: float, caption_width: float = 0.0
) -> StepArt:
    """Place everything on a step of that size; the same words and size are placed once."""
    tag_text = tag_of(words)
    marks: tuple[MetaMark, ...] = ()
    if words.kind is StepKind.END:
        lines = title_lines(words.title, caption_width or width)
        placed = _centred(lines, caption_width or width)
        chip_text, chip_rect = "", QRectF()
    else:
        lines = title_lines(words.title, face.title_width)
        placed = _hanging(lines, face.inset)
        chip_text, chip_rect, marks = _foot(words, face, width, height)
    return StepArt(
        words=words,
        width=width,
        height=height,
        lines=placed,
        chip=words.chip if chip_text else None,
        chip_text=chip_text,
        chip_rect=chip_rect,
        marks=marks,
        station=_station(words),
        tag=_tag(tag_text, words.kind, width),
        tag_text=tag_text,
    )


def tag_of(words: StepWords) -> str:
    """Return the word on the step's corner: the next step and the one passed by have one."""
    if words.is_next and words.status in (StepStatus.NOW, StepStatus.LATE):
        return QCoreApplication.translate("flow", str(_TAGS[StepStatus.NOW]))
    if words.status in (StepStatus.MISSING, StepStatus.UNHEARD):
        return QCoreApplication.translate("flow", str(_TAGS[words.status]))
    return ""


def _hanging(lines: tuple[str, ...], left: float) -> tuple[TitleLine, ...]:
    return tuple(
        TitleLine(line, QPointF(left, PAD_TOP + TITLE_ASCENT + number * TITLE_LINE))
        for number, line in enumerate(lines)
    )


def _centred(lines: tuple[str, ...], width: float) -> tuple[TitleLine, ...]:
    return tuple(
        TitleLine(
            line,
            QPointF(
                (width - text_width(line, TITLE, SEMIBOLD)) / 2,
                TITLE_ASCENT + number * TITLE_LINE,
            ),
        )
        for number, line in enumerate(lines)
    )


def _foot(
    words: StepWords, face: StepFace, width: float, height: float
) -> tuple[str, QRectF, tuple[MetaMark, ...]]:
    """Place the chip, and the meta beside it or on a line below."""
    left = face.inset
    end = width - _foot_inset(words.kind, left)
    baseline = height - PAD_BOTTOM - 2
    chip_text = _chip_text(words, end - left)
    if not chip_text:
        return "", QRectF(), _marks(words, left, end, baseline)
    chip_width = text_width(chip_text, META, SEMIBOLD) + CHIP_EXTRA
    has_two_lines = bool(face.meta) and not face.shares_line
    middle = height - PAD_BOTTOM - CHIP_HEIGHT / 2 + 1.5 - (META + 6.5 if has_two_lines else 0)
    rect = QRectF(left - 1, middle - CHIP_HEIGHT / 2, chip_width, CHIP_HEIGHT)
    if has_two_lines:
        return chip_text, rect, _marks(words, left, end, baseline)
    beside = rect.right() + CHIP_SPACE
    return chip_text, rect, _marks(words, beside, end, middle + META * 0.34)


def _foot_inset(kind: StepKind, inset: float) -> float:
    """Return what stays free at the right of the foot: a point, a fold, an hourglass."""
    if kind is StepKind.DECISION:
        return inset
    corner = {StepKind.WAIT: HOURGLASS + 3, StepKind.DOCUMENT: FOLD - 3}
    return 6 + corner.get(kind, 0.0)


def _chip_text(words: StepWords, room: float) -> str:
    if words.chip is None:
        return ""
    fits = text_width(words.chip.text, META, SEMIBOLD) + CHIP_EXTRA <= room
    return words.chip.text if fits else words.chip.short


def _marks(words: StepWords, left: float, end: float, baseline: float) -> tuple[MetaMark, ...]:
    """Place law, count and voice in a row; a law too long for it is left to the panel."""
    wanted = _wanted(words)
    if wanted and _row_width(wanted) > end - left and wanted[0][0] == "law":
        wanted = wanted[1:]
    placed: list[MetaMark] = []
    x = left
    for kind, text, width in wanted:
        if x + width > end:
            break
        placed.append(MetaMark(kind, text, QRectF(x, baseline - 10, width, 13), baseline))
        x += width + META_SPACE
    return tuple(placed)


def _wanted(words: StepWords) -> list[tuple[str, str, float]]:
    wanted = []
    if words.law:
        wanted.append(("law", words.law, text_width(words.law, META, REGULAR)))
    if words.checks:
        wanted.append(("checks", words.checks, META_TEXT + text_width(words.checks, META, REGULAR)))
    if words.hears_child:
        wanted.append(("gate", "", GATE_ICON))
    return wanted


def _row_width(wanted: list[tuple[str, str, float]]) -> float:
    return sum(width for _, _, width in wanted) + META_SPACE * (len(wanted) - 1)


def _station(words: StepWords) -> QRectF:
    if not words.number:
        return QRectF()
    digits = text_width(words.number, STATION, SEMIBOLD)
    has_sign = words.status not in (None, StepStatus.OPEN)
    width = digits + 27 if has_sign else max(STATION_HEIGHT, digits + 10)
    return QRectF(STATION_LEFT, -STATION_HEIGHT / 2, width, STATION_HEIGHT)


def _tag(text: str, kind: StepKind, width: float) -> QRectF:
    """Place the tag over the right corner, a little out; beside the top of a ring."""
    if not text:
        return QRectF()
    tag_width = text_width(text, META, SEMIBOLD) + 16
    if kind is StepKind.END:
        return QRectF(width - 1, -TAG_OUT, tag_width, CHIP_HEIGHT)
    return QRectF(width + TAG_OUT - tag_width, -CHIP_HEIGHT / 2, tag_width, CHIP_HEIGHT)
