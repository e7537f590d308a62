"""The flow as it is edited: handles over the picture, and a picture that moves to its new place."""

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

from app.flow import lay_out
from app.flow.geometry import Picture
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.printing.flow_paint import FlowDrawing, measure_title
from app.printing.ink import Ink
from app.ui.editor.canvas.edit_acts import EditActs
from app.ui.editor.canvas.edit_hand import EditHand
from app.ui.editor.canvas.edit_handles import Handle, handles_of
from app.ui.editor.canvas.edit_keys import EditKeys
from app.ui.editor.canvas.edit_overlay import EditOverlay
from app.ui.editor.canvas.layout_tween import between
from app.ui.editor.canvas.placeholders import as_drawn
from app.ui.editor.canvas.step_menu import open_step_menu
from app.ui.flow import FlowView
from app.ui.flow.motion import Motion


class EditView(FlowView):
    """Shows a document as it is edited, and hands gestures to whoever carries them out."""

    def __init__(self, acts: EditActs) -> None:
        super().__init__()
        self.overlay = EditOverlay()
        self._document: Procedure | None = None
        self._drawn: Procedure | None = None
        self._laid: Picture | None = None
        self._before: Picture | None = None
        self._acts = acts
        self._hand = EditHand(self, acts)
        self._editing = EditKeys(acts, self.ask_menu)
        self._moving = Motion(self._on_moved, self)
        self._scene.addItem(self.overlay)

    @property
    def document(self) -> Procedure | None:
        """The document that is shown, as it is."""
        return self._document

    @property
    def drawn(self) -> Procedure:
        """The document as it is drawn, with marks where something is to be written."""
        assert self._drawn is not None
        return self._drawn

    @property
    def picture(self) -> Picture | None:
        """The layout of the document that is shown."""
        return self._laid

    def show_document(self, procedure: Procedure, catalogue: Catalogue) -> bool:
        """Show a document; what was there before moves to its new place.

        Tells whether anything of the picture is other than before.
        """
        is_next = self._document is not None and self._document.id == procedure.id
        drawn, self._document = as_drawn(procedure), procedure
        if drawn == self._drawn:
            return False
        laid = lay_out(drawn, measure_title)
        before, self._drawn, self._laid = self._laid, drawn, laid
        self._moving.stop()
        self._before = None
        self.show_flow(drawn, laid, catalogue)
        self._show_overlay()
        if is_next and before is not None and before != laid and self._moving.duration:
            self._move_from(before)
        return True

    def show_handles(self) -> None:
        """Put the handles around the step that is chosen now."""
        if self._document is None or self._laid is None:
            return
        self.overlay.show_handles(() if self._before is not None else self._handles())

    def box_of(self, step_id: str) -> QRectF:
        """Return where a step stands in the picture."""
        assert self._laid is not None
        box = self._laid.boxes[step_id]
        return QRectF(box.x, box.y, box.w, box.h)

    def handle_at(self, at: QPointF) -> Handle | None:
        """Return the handle that a point means; on another step it means that step."""
        handle = self.overlay.handle_at(at)
        hit = self.drawing.hit(at) if handle is not None and self.drawing is not None else None
        return handle if hit is None or handle is None or hit.step == handle.step else None

    def at(self, event: QMouseEvent) -> QPointF:
        """Return the point of the picture that the mouse is on."""
        return self.viewportTransform().inverted()[0].map(event.position())

    def ask_menu(self) -> None:
        """Open the menu of what can be done with the chosen step, beside it."""
        if self.selected is None:
            return
        place = self.mapFromScene(self.box_of(self.selected)).boundingRect()
        open_step_menu(self._acts, self.viewport().mapToGlobal(place.center()), self)

    def dress(self, **changes: object) -> None:
        super().dress(**changes)
        if "selected" in changes:
            self.show_handles()

    def set_ink(self, ink: Ink) -> None:
        super().set_ink(ink)
        self.overlay.set_ink(ink)

    def set_motion(self, milliseconds: int) -> None:
        super().set_motion(milliseconds)
        self._moving.duration = milliseconds

    def event(self, event: QEvent) -> bool:
        asks_for_key = event.type() is QEvent.Type.ShortcutOverride
        return (asks_for_key and self._editing.claims(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        hand = self._hand
        if isinstance(hand, EditHand) and hand.cancel_key(event):
            return
        if self._editing.press(event):
            self.set_keyboard(True)
            return
        super().keyPressEvent(event)

    def arrive(self) -> None:
        """Let the first key change nothing: it may be meant for what was shown before."""
        self._editing.arrive()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._editing.take_up()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        hit = self.drawing.hit(self.mapToScene(event.pos())) if self.drawing else None
        if event.reason() is QContextMenuEvent.Reason.Mouse and hit is not None:
            self.choose(hit.step)
            open_step_menu(self._acts, event.globalPos(), self)
        elif event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.ask_menu()

    def _move_from(self, before: Picture) -> None:
        self._before = before
        self._moving.run()

    def _handles(self) -> tuple[Handle, ...]:
        assert self._document is not None
        assert self._laid is not None
        return handles_of(self._document, self._laid, self.selected)

    def _show_overlay(self) -> None:
        if self._document is None or self._laid is None or self.drawing is None:
            return
        self.overlay.show_picture(self._document, self._laid, self.drawing.bounds)
        self.show_handles()

    def _on_moved(self, part: float, *_: QPointF) -> None:
        if not (self._document and self._drawn and self._laid and self._before):
            return
        picture = between(self._before, self._laid, part)
        drawing = FlowDrawing(self._drawn, picture, self._catalogue)
        self._scene.show_drawing(drawing)
        self._sight.heads.show_lanes(drawing.lanes)
        if part < 1:
            self.overlay.show_handles(())
            self.overlay.show_picture(self._document, picture, drawing.bounds)
        else:
            self._before = None
            self._show_overlay()
