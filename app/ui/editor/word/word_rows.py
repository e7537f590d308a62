"""The lines of a proposal as rows of a list: what is shown and said of each."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
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
from app.ui.lists.rows_model import Index, RowsModel
from app.ui.says.kind_texts import role_title


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


class WordRows(RowsModel[WordRow]):
    """The rows in their order; their words can be written over."""

    @property
    def rows(self) -> tuple[WordRow, ...]:
        """All rows."""
        return self._rows

    def show_lines(self, rows: Sequence[WordRow]) -> bool:
        """Show other rows; tells whether they are other lines than before, not only other."""
        if [row.line.id for row in rows] == [row.line.id for row in self._rows]:
            self.change_rows(rows)
            return False
        self.show_rows(rows)
        return True

    def find(self, line_id: int) -> QModelIndex:
        """Return where a line stands; an invalid index when it does not."""
        return self.where(lambda row: row.line.id == line_id)

    def words(self, row: WordRow) -> str:
        return row.line.text

    def spoken(self, row: WordRow) -> str:
        return row.spoken

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_written = role == Qt.ItemDataRole.EditRole
        return super().data(index, Qt.ItemDataRole.DisplayRole if is_written else role)

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
