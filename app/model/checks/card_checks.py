"""Does a card fit its moment, and a tool its fields?"""

from app.model.checks.finding_collecting import Collector
from app.model.checks.reference_checks import check_head
from app.model.checks.text_checks import (
    LONGEST_CHOICE,
    LONGEST_HEADING,
    LONGEST_TITLE,
    check_item_length,
    check_line,
    check_lix,
    check_title,
    limit_of,
)
from app.model.library.card import ActionCard, CardSection
from app.model.library.tool import FIELD_SIGN, FieldKind, Tool, ToolField, field_named

MOST_AT_A_PAUSE = 9
MOST_ON_A_CARD = 14


def check_action_card(found: Collector, card: ActionCard) -> None:
    """Check one card."""
    check_head(found, card)
    check_title(found, card.title, LONGEST_TITLE, "title")
    for name in ("aim", "when", "deadline"):
        check_line(found, getattr(card, name), name)
    for index, section in enumerate(card.sections):
        _check_section(found, section, "sections", index)
    count = sum(len(section.items) for section in card.sections)
    if not count:
        found.error("card_empty", "sections")
    if count > MOST_ON_A_CARD:
        found.warn("card_too_long", "sections", count=str(count), limit=str(MOST_ON_A_CARD))
    items = [item.text for section in card.sections for item in section.items]
    check_lix(found, [card.aim, card.when, card.note, *items], limit_of(card))


def check_work_tool(found: Collector, tool: Tool) -> None:
    """Check one tool."""
    check_head(found, tool)
    check_title(found, tool.title, LONGEST_TITLE, "title")
    check_line(found, tool.purpose, "purpose")
    fields = _check_fields(found, tool)
    if not fields and not tool.body.strip():
        found.error("tool_empty", "body")
    placed: set[str] = set()
    for line in tool.body.split("\n"):
        for match in FIELD_SIGN.finditer(line):
            meant = field_named(fields.values(), match[1])
            name = meant.id if meant else match[1]
            if meant is None:
                found.error("unknown_field", "body", field=name)
            elif name in placed:
                found.warn("field_twice", "body", field=name)
            if line.strip() != match[0]:
                found.warn("field_inside_text", "body", field=name)
            placed.add(name)
    for name, field in fields.items():
        if name not in placed:
            found.warn("field_not_placed", "fields", name, field=field.label)
    check_lix(found, [FIELD_SIGN.sub("", tool.body)], limit_of(tool), "body")


def _check_section(found: Collector, section: CardSection, *at: str | int) -> None:
    check_title(found, section.title, LONGEST_HEADING, *at, "title")
    if not section.items:
        found.error("section_empty", *at, section=section.title)
    if len(section.items) > MOST_AT_A_PAUSE:
        params = {"count": str(len(section.items)), "limit": str(MOST_AT_A_PAUSE)}
        found.warn("section_too_long", *at, section=section.title, **params)
    for index, item in enumerate(section.items):
        check_item_length(found, item.text, *at, "items", index)


def _check_fields(found: Collector, tool: Tool) -> dict[str, ToolField]:
    fields: dict[str, ToolField] = {}
    for field in tool.fields:
        at = ("fields", field.id)
        _check_lengths(found, field, *at)
        if field.id in fields:
            found.error("duplicate_id", *at, "id", id=field.id)
        if field.kind is FieldKind.CHOICE and len(field.options) < 2:
            found.error("choice_without_options", *at, "options", field=field.label)
        if field.kind is FieldKind.SCALE and len(field.options) not in (0, 2):
            found.error("scale_ends", *at, "options", field=field.label)
        if field.kind is FieldKind.ROWS and not field.columns:
            found.error("rows_without_columns", *at, "columns", field=field.label)
        fields.setdefault(field.id, field)
    return fields


def _check_lengths(found: Collector, field: ToolField, *at: str | int) -> None:
    check_line(found, field.label, *at, "label")
    for part, words in (("options", field.options), ("columns", field.columns)):
        for index, text in enumerate(words):
            check_line(found, text, *at, part, index, longest=LONGEST_CHOICE)
