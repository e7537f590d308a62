"""What people type, made fit to be kept: no CPR number, nothing that no file can hold."""

from app.model.cpr import holds_cpr
from app.model.errors import Refused
from app.model.signs import plain_number, without_unseen

LONGEST_CASE_NUMBER = 40
LONGEST_NAME = 60
LONGEST_NOTE = 4000
LONGEST_REASON = 500
LONGEST_TOOL = 60_000


def case_number_of(typed: str) -> str:
    """Return a case number as it is kept.

    `Refused`: case_number_missing, case_number_too_long, case_number_without_digit (it may be a
    name), cpr_in_case_number.
    """
    number = plain_number(typed)
    if not number:
        raise Refused("case_number_missing")
    _refuse_unfit(
        number, LONGEST_CASE_NUMBER, cpr="cpr_in_case_number", long="case_number_too_long"
    )
    if not any(sign.isdecimal() for sign in number):
        raise Refused("case_number_without_digit")
    return number


def name_of(typed: str) -> str:
    """Return a user's name as it is kept; nothing where none is typed.

    `Refused`: cpr_in_name, name_too_long.
    """
    name = plain_number(typed)
    _refuse_unfit(name, LONGEST_NAME, cpr="cpr_in_name", long="name_too_long")
    return name


def note_of(typed: str) -> str:
    """Return a note as it is kept. `Refused`: cpr_in_note, note_too_long."""
    note = without_unseen(typed)
    _refuse_unfit(note, LONGEST_NOTE, cpr="cpr_in_note", long="note_too_long")
    return note if note.strip() else ""


def field_of(typed: str) -> str:
    """Return what stands in a field of a tool. `Refused`: cpr_in_field, field_too_long."""
    text = without_unseen(typed)
    _refuse_unfit(text, LONGEST_NOTE, cpr="cpr_in_field", long="field_too_long")
    return text if text.strip() else ""


def message_of(typed: str) -> str:
    """Return a word to a colleague as it is kept. `Refused`: cpr_in_message, message_too_long."""
    message = without_unseen(typed).strip()
    _refuse_unfit(message, LONGEST_NOTE, cpr="cpr_in_message", long="message_too_long")
    return message


def reason_of(typed: str) -> str:
    """Return a reason, or a result, as it is kept. `Refused`: cpr_in_reason, reason_too_long."""
    reason = " ".join(without_unseen(typed).split())
    _refuse_unfit(reason, LONGEST_REASON, cpr="cpr_in_reason", long="reason_too_long")
    return reason


def _refuse_unfit(text: str, longest: int, *, cpr: str, long: str) -> None:
    """Raise `Refused` by these codes: for something like a CPR number, or for more than fits."""
    if holds_cpr(text):
        raise Refused(cpr)
    if len(text) > longest:
        raise Refused(long, limit=str(longest))
