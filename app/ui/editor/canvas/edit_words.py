"""The Danish words of the editor: names of edits for undo, and what handles are for."""

from PySide6.QtCore import QCoreApplication

from app.ui.editor.canvas.edit_handles import HandleKind

translate = QCoreApplication.translate


def edit_text(name: str) -> str:
    """Name an edit, as it finishes *Fortryd: …*."""
    return _names().get(name, translate("edit", "ændring"))


def edit_names() -> frozenset[str]:
    """Every edit that has a name; a test holds it against those that are done."""
    return frozenset(_names())


def handle_tip(kind: HandleKind) -> str:
    """Say what a handle is for, with the key that does the same."""
    return {
        HandleKind.PORT: translate("editor", "Træk en pil til et andet trin (V)"),
        HandleKind.PLUS: translate("editor", "Nyt trin på vejen"),
        HandleKind.ADD_STEP: translate("editor", "Nyt trin efter (Enter)"),
        HandleKind.ADD_WAY: translate("editor", "Ny vej: klik på det trin, den fører til (V)"),
        HandleKind.DELETE: translate("editor", "Slet trinnet (Delete)"),
    }[kind]


def _names() -> dict[str, str]:
    return {
        **_structure(),
        **_step_fields(),
        **_procedure_fields(),
        **_card(),
        **_tool(),
        **_word(),
    }


def _word() -> dict[str, str]:
    return {
        "word_become": translate("edit", "hvad linjen bliver"),
        "word_role": translate("edit", "hvem der gør det"),
        "word_text": translate("edit", "ret linje"),
        "word_split": translate("edit", "del linje"),
        "word_merge": translate("edit", "saml linjer"),
        "word_move": translate("edit", "flyt linjer"),
    }


def _structure() -> dict[str, str]:
    return {
        "add_after": translate("edit", "nyt trin"),
        "add_before": translate("edit", "nyt trin"),
        "add_between": translate("edit", "nyt trin på en vej"),
        "add_branch": translate("edit", "ny vej med et trin"),
        "connect": translate("edit", "ny vej"),
        "retarget": translate("edit", "flyt vej"),
        "set_condition": translate("edit", "skriv betingelse"),
        "move_way": translate("edit", "vejenes rækkefølge"),
        "delete_way": translate("edit", "slet vej"),
        "delete_step": translate("edit", "slet trin"),
        "cut_step": translate("edit", "klip trin"),
        "duplicate": translate("edit", "dublér trin"),
        "paste": translate("edit", "sæt trin ind"),
        "paste_after": translate("edit", "sæt trin ind"),
        "paste_on_way": translate("edit", "sæt trin ind"),
        "paste_as_branch": translate("edit", "sæt trin ind"),
        "move_onto_way": translate("edit", "flyt trin"),
        "move_later": translate("edit", "flyt trin"),
        "move_earlier": translate("edit", "flyt trin"),
        "move_in_document": translate("edit", "flyt trin"),
        "move_to_role": translate("edit", "skift rolle"),
        "split_step": translate("edit", "del trin"),
        "correct_word": translate("edit", "ret stavning"),
        "turn_into_decision": translate("edit", "gør til beslutning"),
        "set_kind": translate("edit", "skift slags"),
        "set_talk": translate("edit", "ret, hvad samtalen er til"),
    }


def _step_fields() -> dict[str, str]:
    return {
        "set_step_title": translate("edit", "ret titel"),
        "set_guide": translate("edit", "ret vejledning"),
        "set_headings": translate("edit", "ret overskrifter til journalen"),
        "set_step_law": translate("edit", "ret lov"),
        "set_deadline": translate("edit", "ret frist"),
        "set_gate": translate("edit", "ret krav før trinnet"),
        "set_asks": translate("edit", "ret datoer, der spørges om"),
        "set_cards": translate("edit", "ret actioncards"),
        "set_tools": translate("edit", "ret værktøjer"),
        "set_continue_in": translate("edit", "ret, hvor sagen fortsætter"),
        "add_item": translate("edit", "nyt punkt"),
        "add_items": translate("edit", "nye punkter"),
        "edit_item": translate("edit", "ret punkt"),
        "require_item": translate("edit", "krav til eller fra"),
        "advise_item": translate("edit", "anbefaling til eller fra"),
        "tag_item": translate("edit", "mærk punkt"),
        "move_item": translate("edit", "flyt punkt"),
        "remove_item": translate("edit", "slet punkt"),
    }


def _procedure_fields() -> dict[str, str]:
    return {
        "set_title": translate("edit", "ret procedurens titel"),
        "set_summary": translate("edit", "ret kort om proceduren"),
        "set_purpose": translate("edit", "ret formål"),
        "set_applies": translate("edit", "ret hvornår"),
        "set_trigger": translate("edit", "ret det, der starter uret"),
        "set_theme": translate("edit", "skift tema"),
        "set_law": translate("edit", "ret lov"),
        "set_related": translate("edit", "ret beslægtede procedurer"),
        "set_checked": translate("edit", "kontrolleret mod loven"),
        "set_without_child": translate("edit", "ret grund til ikke at høre barnet"),
        "add_role": translate("edit", "ny rolle"),
        "remove_role": translate("edit", "slet rolle"),
        "move_role": translate("edit", "flyt rolle"),
    }


def _card() -> dict[str, str]:
    return {
        "set_card_title": translate("edit", "ret kortets titel"),
        "set_card_aim": translate("edit", "ret mål"),
        "set_card_when": translate("edit", "ret, hvornår kortet bruges"),
        "set_card_theme": translate("edit", "skift tema"),
        "set_card_roles": translate("edit", "ret, hvem der bruger kortet"),
        "set_card_deadline": translate("edit", "ret frist"),
        "set_card_law": translate("edit", "ret lov"),
        "set_card_note": translate("edit", "ret note"),
        "set_card_checked": translate("edit", "kontrolleret mod loven"),
        "add_section": translate("edit", "nyt afsnit"),
        "set_section_title": translate("edit", "ret overskrift"),
        "move_section": translate("edit", "flyt afsnit"),
        "remove_section": translate("edit", "slet afsnit"),
        "add_card_item": translate("edit", "nyt punkt"),
        "add_card_items": translate("edit", "nye punkter"),
        "edit_card_item": translate("edit", "ret punkt"),
        "mark_card_item": translate("edit", "vigtigt til eller fra"),
        "move_card_item": translate("edit", "flyt punkt"),
        "remove_card_item": translate("edit", "slet punkt"),
    }


def _tool() -> dict[str, str]:
    return {
        "set_tool_title": translate("edit", "ret værktøjets titel"),
        "set_tool_purpose": translate("edit", "ret, hvad værktøjet bruges til"),
        "set_tool_theme": translate("edit", "skift tema"),
        "set_tool_roles": translate("edit", "ret, hvem der bruger værktøjet"),
        "set_tool_law": translate("edit", "ret lov"),
        "set_tool_checked": translate("edit", "kontrolleret mod loven"),
        "set_tool_apart": translate("edit", "dele hver for sig eller samlet"),
        "set_tool_body": translate("edit", "ret tekst"),
        "add_field": translate("edit", "nyt felt"),
        "set_field_label": translate("edit", "ret felt"),
        "set_field_kind": translate("edit", "skift slags felt"),
        "set_field_hint": translate("edit", "ret hjælp til felt"),
        "set_field_options": translate("edit", "ret svar"),
        "set_field_columns": translate("edit", "ret kolonner"),
        "set_field_lines": translate("edit", "ret linjer"),
        "move_field": translate("edit", "flyt felt"),
        "remove_field": translate("edit", "slet felt"),
        "place_field": translate("edit", "sæt felt ind"),
    }
