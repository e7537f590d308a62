"""The lines of a proposal as rows of a list: what is shown and said of each."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    Qt,
)

from app.model.danish.notation import deadline_label, law_labels
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure, Step
from app.model.word.procedure_building import Built
from app.model.word.proposal import Becomes, Proposal, ProposalLine
from app.model.word.step_drafts import Remark
from app.ui.editor.word.word_line_words import line_text, remark_text, why_text
from app.ui.lists.rows_model import ROW_ROLE, Index
from app.ui.says.kind_texts import role_title

_ROOT = QModelIndex()


class WordRow(Struct, frozen=True):
    """One line as it is shown: its step's number, what was found in it, what is to be looked at."""

    line: ProposalLine
    number: str = ""
    facts: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it as one text for a screen reader."""
        named = f"{self.number} {line_text(self.line)}".strip()
        if self.line.is_required:
            named += QCoreApplication.translate("word", ", krav")
        remarks = (remark_text(remark) for remark in self.remarks)
        return ". ".join(part for part in (named, self.line.text, self.facts, *remarks) if part)


class WordRows(QAbstractListModel):
    """The rows in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[WordRow, ...] = ()

    @property
    def rows(self) -> tuple[WordRow, ...]:
        """All rows."""
        return self._rows

    def show_rows(self, rows: Sequence[WordRow]) -> bool:
        """Show other rows; tells whether they are other lines than before, not only other."""
        after, before = tuple(rows), self._rows
        if [row.line.id for row in after] == [row.line.id for row in before]:
            self._rows = after
            for position, (old, new) in enumerate(zip(before, after, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(position), self.index(position))
            return False
        self.beginResetModel()
        self._rows = after
        self.endResetModel()
        return True

    def row(self, index: Index) -> WordRow:
        """Return the row of an index."""
        return self._rows[index.row()]

    def find(self, line_id: int) -> QModelIndex:
        """Return where a line stands; an invalid index when it does not."""
        for position, row in enumerate(self._rows):
            if row.line.id == line_id:
                return self.index(position)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == ROW_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        editable = Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | editable


def rows_of(proposal: Proposal, built: Built, catalogue: Catalogue) -> tuple[WordRow, ...]:
    """Make the rows of a proposal."""
    procedure = built.procedure
    return tuple(
        WordRow(
            line,
            _number(line, built, procedure),
            _facts(line, built, catalogue),
            built.remarks.get(line.id, ()),
        )
        for line in proposal.lines
    )


def _number(line: ProposalLine, built: Built, procedure: Procedure) -> str:
    if not line.is_step:
        return ""
    number = procedure.numbers.get(built.spots[line.id].step)
    return str(number) if number else ""


def _facts(line: ProposalLine, built: Built, catalogue: Catalogue) -> str:
    if line.becomes is Becomes.LEFT_OUT:
        return why_text(line.why)
    if not line.is_step:
        return ""
    return step_facts(built.procedure.step(built.spots[line.id].step), catalogue)


def step_facts(step: Step, catalogue: Catalogue) -> str:
    """Tell in a line who does a step, until when, and by which law."""
    parts = [role_title(step.role, catalogue)]
    if step.deadline is not None:
        parts.append(deadline_label(step.deadline))
    if step.law:
        parts.append(law_labels(step.law, catalogue))
    return " · ".join(part for part in parts if part)
