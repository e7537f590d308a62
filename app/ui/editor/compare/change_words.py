"""What changed, in words: each field by its name, its value as people read it. No widgets."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from app.model.compare.changes import Change, FieldChange, How, compare, contents
from app.model.compare.word_differences import TextPiece, TextSide, word_difference
from app.model.danish.notation import (
    date_label,
    deadline_words,
    late_words,
    law_label,
    law_labels,
    listed,
)
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.catalogue import Library
from app.model.library.procedure import (
    Checked,
    CheckItem,
    Deadline,
    Gate,
    Procedure,
    Step,
    StepKind,
    Tag,
    Transition,
)
from app.model.library.tool import FieldKind, Tool
from app.model.library.version_work import AnyPage
from app.model.outgoing.plain_text import plain_text
from app.printing.change_note import Changed, Difference, how_text
from app.ui.editor.sheets.tool_words import kind_name, with_labels
from app.ui.says.kind_texts import kind_text, role_title, step_label, tag_text

translate = QCoreApplication.translate

_MARKDOWN = frozenset({"guide", "purpose", "applies", "document", "body", "note"})
"""Fields that hold Markdown; they are compared as they are read."""

_SAID_BY_HEADING = frozenset({"id", "title", "label"})
"""Fields of a new thing that its heading says already."""


class ChangeTeller:
    """Puts what differs between two documents into words."""

    def __init__(self, before: AnyPage | None, after: AnyPage, library: Library) -> None:
        self._before, self._after, self._library = before, after, library

    def tell(self) -> tuple[Changed, ...]:
        """Return all that changed: the document itself first, then its parts in their order."""
        if self._before is None:
            how, comparison = How.ADDED, contents(self._after)
        else:
            how, comparison = How.CHANGED, compare(self._before, self._after)
        found: list[Changed] = []
        fields = tuple(self._fields(comparison.fields))
        if fields:
            found.append(Changed("", self._whole(), how, differences=fields))
        found += [self._part(part) for part in comparison.parts]
        return tuple(found)

    def _whole(self) -> str:
        if isinstance(self._after, Procedure):
            return translate("compare", "Proceduren")
        if isinstance(self._after, ActionCard):
            return translate("compare", "Kortet")
        return translate("compare", "Værktøjet")

    def _part(self, part: Change) -> Changed:
        if part.how is How.ADDED and part.after is not None:
            whole = contents(part.after)
            differences = [*self._fields(whole.fields), *self._held(whole.parts)]
        else:
            differences = [*self._fields(part.fields), *self._inner(part.parts)]
        return Changed(part.id, self._title(part), part.how, part.moved, tuple(differences))

    def _title(self, part: Change) -> str:
        thing = part.after or part.before
        where = self._after if part.after is not None else self._before
        if isinstance(thing, Step) and isinstance(where, Procedure):
            return step_label(where, thing.id)
        if isinstance(thing, CardSection):
            return thing.title
        return str(getattr(thing, "label", part.id))

    def _fields(self, fields: tuple[FieldChange, ...]) -> Iterator[Difference]:
        for field in fields:
            if field.before is None and field.field in _SAID_BY_HEADING:
                continue
            before = self._value(field.before, self._before).rstrip()
            after = self._value(field.after, self._after).rstrip()
            if before == after:
                continue
            name = field_text(field.field)
            if field.field in _MARKDOWN:
                before, after = plain_text(before), plain_text(after)
                if before == after:
                    name = translate("compare", "{}, kun opsætningen").format(name)
            yield Difference(name, self._labelled(word_difference(before, after)))

    def _labelled(self, pieces: tuple[TextPiece, ...]) -> tuple[TextPiece, ...]:
        """Show the fields in a tool's text by their labels; they are compared by their ids."""
        if not isinstance(self._after, Tool):
            return pieces
        known = {TextSide.REMOVED: self._before}
        return tuple(
            TextPiece(piece.side, with_labels(piece.text, tool))
            for piece in pieces
            if isinstance(tool := known.get(piece.side) or self._after, Tool)
        )

    def _held(self, parts: tuple[Change, ...]) -> Iterator[Difference]:
        """Give the ways and the items of something new, each as a list."""
        for field, group in groupby(parts, key=lambda part: str(part.path[-2])):
            lines = "\n".join(self._thing(one.after, self._after) for one in group)
            yield Difference(field_text(field), word_difference("", lines))

    def _inner(self, parts: tuple[Change, ...]) -> Iterator[Difference]:
        for inner in parts:
            name = _inner_name(inner)
            before = self._thing(inner.before, self._before)
            after = self._thing(inner.after, self._after)
            yield Difference(name, word_difference(before, after))

    def _thing(self, thing: object, where: AnyPage | None) -> str:
        """Write a way, an item or a section as it stands."""
        if isinstance(thing, Transition):
            target = step_label(where, thing.to) if isinstance(where, Procedure) else thing.to
            return f"{thing.when} → {target}" if thing.when else f"→ {target}"
        if isinstance(thing, CheckItem):
            marks = [translate("compare", "krav")] if thing.required else []
            marks += [translate("compare", "anbefaling")] if thing.advice else []
            marks += [tag_text(Tag(tag)).lower() for tag in thing.tags]
            return f"{thing.text} ({', '.join(marks)})" if marks else thing.text
        if isinstance(thing, CardItem):
            important = translate("compare", "vigtigt")
            return f"{thing.text} ({important})" if thing.critical else thing.text
        return str(getattr(thing, "title", "")) if thing is not None else ""

    def _value(self, value: object, document: AnyPage | None) -> str:
        """Write the value of a field as people read it."""
        catalogue = self._library.catalogue
        if isinstance(value, bool):
            return translate("compare", "ja") if value else translate("compare", "nej")
        if isinstance(value, StepKind):
            return kind_text(value)
        if isinstance(value, FieldKind):
            return kind_name(value)
        if isinstance(value, Deadline) and isinstance(document, Procedure):
            return self._deadline(value, document)
        if isinstance(value, Gate) and isinstance(document, Procedure):
            needs = listed([step_label(document, step) for step in value.needs])
            return f"{needs} ({law_label(value.law, catalogue)})" if value.law else needs
        if isinstance(value, Checked):
            return date_label(value.date)
        if isinstance(value, date):
            return date_label(value)
        if isinstance(value, tuple):
            return self._names(tuple(map(str, value)))
        return self._name(value) if isinstance(value, str) else ""

    def _deadline(self, deadline: Deadline, document: Procedure) -> str:
        """Write a deadline with what it rests on."""
        catalogue = self._library.catalogue
        grounds = [
            law_label(part.law, catalogue) if part.law else part.reason
            for part in (deadline, *deadline.several)
        ]
        said = ", ".join(ground for ground in grounds if ground)
        words = deadline_words(deadline, document, catalogue)
        whole = f"{words} ({said})" if said else words
        return ". ".join(part for part in (whole, late_words(deadline)) if part)

    def _names(self, names: tuple[str, ...]) -> str:
        if names and all(":" in name for name in names):
            return law_labels(names, self._library.catalogue)
        return ", ".join(map(self._name, names))

    def _name(self, name: str) -> str:
        """Name what an id stands for; a text that is no id stays as it is."""
        library = self._library
        catalogue = library.catalogue
        if name in catalogue.role_by_id:
            return role_title(name, catalogue)
        for known in (
            catalogue.theme_by_id,
            catalogue.event_by_id,
            library.card_by_id,
            library.tool_by_id,
            library.procedure_by_id,
        ):
            found = known.get(name)
            if found is not None:
                return str(getattr(found, "title", name))
        return name


def field_text(field: str) -> str:
    """Name a field of a document as the form does."""
    return _field_names().get(field, field)


def shortened(pieces: tuple[TextPiece, ...], around: int = 48) -> tuple[TextPiece, ...]:
    """Leave out long stretches that are the same, but for some words around what differs."""
    last = len(pieces) - 1
    kept = []
    for position, piece in enumerate(pieces):
        text = piece.text
        if piece.side is TextSide.SAME and len(text) > 2 * around + 12:
            head = "" if position == 0 else f"{text[:around].rstrip(' ')} "
            tail = "" if position == last else f" {text[-around:].lstrip(' ')}"
            text = f"{head}…{tail}" if head or tail else text
        kept.append(TextPiece(piece.side, text))
    return tuple(kept)


def _inner_name(part: Change) -> str:
    thing = part.after or part.before
    name = translate("compare", "Vej") if isinstance(thing, Transition) else ""
    name = name or translate("compare", "Punkt")
    return f"{name}, {how_text(part.how).lower()}"


def _field_names() -> dict[str, str]:
    return {
        "title": translate("compare", "Titel"),
        "summary": translate("compare", "Kort"),
        "theme": translate("compare", "Tema"),
        "purpose": translate("compare", "Formål"),
        "applies": translate("compare", "Hvornår"),
        "trigger": translate("compare", "Uret starter, når"),
        "trigger_event": translate("compare", "Hændelse"),
        "roles": translate("compare", "Roller"),
        "law": translate("compare", "Lov"),
        "related": translate("compare", "Beslægtede procedurer"),
        "without_child": translate("compare", "Hvorfor barnet ikke bliver hørt"),
        "checked": translate("compare", "Kontrolleret"),
        "kind": translate("compare", "Slags"),
        "role": translate("compare", "Rolle"),
        "talk": translate("compare", "Samtalen er til"),
        "guide": translate("compare", "Vejledning"),
        "deadline": translate("compare", "Frist"),
        "gate": translate("compare", "Først"),
        "document": translate("compare", "Skriv i journalen"),
        "cards": translate("compare", "Actioncards"),
        "tools": translate("compare", "Værktøjer"),
        "asks": translate("compare", "Datoer, der spørges om"),
        "continue_in": translate("compare", "Sagen kan fortsætte i"),
        "aim": translate("compare", "Mål"),
        "when": translate("compare", "Brug kortet, når"),
        "note": translate("compare", "Note"),
        "body": translate("compare", "Tekst"),
        "apart": translate("compare", "Dele hver for sig"),
        "checklist": translate("compare", "Tjekliste"),
        "next": translate("compare", "Veje"),
        "items": translate("compare", "Punkter"),
    }
