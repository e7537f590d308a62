"""What the kinds of fields are called."""

from PySide6.QtCore import QCoreApplication

from app.model.library.tool import FIELD_SIGN, FieldKind, Tool, field_named

translate = QCoreApplication.translate


def kind_name(kind: FieldKind) -> str:
    """Name a kind of field."""
    return _kinds()[kind][0]


def kind_says(kind: FieldKind) -> str:
    """Say what is written in a kind of field."""
    return _kinds()[kind][1]


def with_labels(text: str, tool: Tool) -> str:
    """Show the fields in a text by their labels, as people know them."""

    def label(name: str) -> str:
        found = field_named(tool.fields, name)
        return found.label if found else name

    return FIELD_SIGN.sub(lambda sign: f"[ {label(sign[1])} ]", text)


def _kinds() -> dict[FieldKind, tuple[str, str]]:
    return {
        FieldKind.TEXT: (translate("editor", "Tekst"), translate("editor", "Flere linjer")),
        FieldKind.LINE: (translate("editor", "Linje"), translate("editor", "Et ord eller et navn")),
        FieldKind.CHECK: (
            translate("editor", "Afkrydsning"),
            translate("editor", "En boks foran ordene"),
        ),
        FieldKind.CHOICE: (
            translate("editor", "Valg"),
            translate("editor", "Ét svar af flere"),
        ),
        FieldKind.SCALE: (translate("editor", "Skala"), translate("editor", "Et tal fra 1 til 10")),
        FieldKind.DATE: (translate("editor", "Dato"), translate("editor", "En dag")),
        FieldKind.TIME: (translate("editor", "Klokkeslæt"), translate("editor", "Et tidspunkt")),
        FieldKind.NUMBER: (translate("editor", "Tal"), translate("editor", "Et antal")),
        FieldKind.ROWS: (
            translate("editor", "Tabel"),
            translate("editor", "Rækker med kolonner"),
        ),
    }
