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
    if holds_cpr(number):
        raise Refused("cpr_in_case_number")
    if len(number) > LONGEST_CASE_NUMBER:
        raise Refused("case_number_too_long", limit=str(LONGEST_CASE_NUMBER))
    if not any(sign.isdecimal() for sign in number):
        raise Refused("case_number_without_digit")
    return number


def name_of(typed: str) -> str:
    """Return a user's name as it is kept; nothing where none is typed.

    `Refused`: cpr_in_name, name_too_long.
    """
    name = plain_number(typed)
    if holds_cpr(name):
        raise Refused("cpr_in_name")
    if len(name) > LONGEST_NAME:
        raise Refused("name_too_long", limit=str(LONGEST_NAME))
    return name


def note_of(typed: str) -> str:
    """Return a note as it is kept. `Refused`: cpr_in_note, note_too_long."""
    note = without_unseen(typed)
    if holds_cpr(note):
        raise Refused("cpr_in_note")
    if len(note) > LONGEST_NOTE:
        raise Refused("note_too_long", limit=str(LONGEST_NOTE))
    return note if note.strip() else ""


def field_of(typed: str) -> str:
    """Return what stands in a field of a tool. `Refused`: cpr_in_field, field_too_long."""
    text = without_unseen(typed)
    if holds_cpr(text):
        raise Refused("cpr_in_field")
    if len(text) > LONGEST_NOTE:
        raise Refused("field_too_long", limit=str(LONGEST_NOTE))
    return text if text.strip() else ""


def message_of(typed: str) -> str:
    """Return a word to a colleague as it is kept. `Refused`: cpr_in_message, message_too_long."""
    message = without_unseen(typed).strip()
    if holds_cpr(message):
        raise Refused("cpr_in_message")
    if len(message) > LONGEST_NOTE:
        raise Refused("message_too_long", limit=str(LONGEST_NOTE))
    return message


def reason_of(typed: str) -> str:
    """Return a reason, or a result, as it is kept. `Refused`: cpr_in_reason, reason_too_long."""
    reason = " ".join(without_unseen(typed).split())
    if holds_cpr(reason):
        raise Refused("cpr_in_reason")
    if len(reason) > LONGEST_REASON:
        raise Refused("reason_too_long", limit=str(LONGEST_REASON))
    return reason
