"""How a scale of a tool and an answer on it are said."""

from app.model.library.tool import ToolField

_TOP = 10


def scale_ends(field: ToolField) -> str:
    """Say what the two ends of a scale mean; empty where they are not named."""
    if not field.options:
        return ""
    return f"1 er »{field.options[0]}«, {_TOP} er »{field.options[-1]}«"


def scale_answer(field: ToolField, value: str) -> str:
    """Say an answer with what it is measured by."""
    ends = scale_ends(field)
    return f"{value} af {_TOP} ({ends})" if ends else f"{value} af {_TOP}"
