"""A tool printed empty, to be filled in by hand: its text, its fields as places to write."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from app.model.library.catalogue import Catalogue
from app.model.library.tool import Tool, ToolField
from app.model.library.tool_body import tool_pieces
from app.printing.card_face import CardFace, Fact, foot_of, role_names
from app.printing.card_style import CardStyle, document_styles
from app.printing.column import Spaced, held_groups
from app.printing.form_blocks import FormSetter
from app.printing.ink import PAPER, Ink, theme_ink
from app.printing.markdown_paragraphs import Para, PrintedTable, read_markdown
from app.printing.page_marks import Page
from app.printing.paper import A4, Paper
from app.printing.prose_blocks import ProseSetter
from app.printing.sheet import PrintedSheet, VersionMark
from app.printing.sheet_layout import Layout, fewest_pages, setter_for

Part = Para | PrintedTable | ToolField


def tool_pages(
    tool: Tool,
    catalogue: Catalogue,
    version: VersionMark,
    paper: Paper = A4,
    ink: Ink = PAPER,
) -> tuple[Page, ...]:
    """Lay out a tool on that paper."""
    face = tool_face(tool, catalogue, version)
    parts = tool_parts(tool)
    layouts = (_layout(face, parts, paper, style, ink) for style in document_styles(paper))
    return fewest_pages(layouts).pages()


def _layout(
    face: CardFace, parts: tuple[Part, ...], paper: Paper, style: CardStyle, ink: Ink
) -> Layout:
    setter = setter_for(face, paper, style, ink)
    spaced = _spaced(parts, ProseSetter(setter), FormSetter(setter))
    return Layout(face, list(held_groups(spaced)), paper, setter)


def tool_face(tool: Tool, catalogue: Catalogue, version: VersionMark) -> CardFace:
    """Put what stands at head and foot of a tool into words."""
    theme = catalogue.theme_by_id.get(tool.theme)
    sheet = PrintedSheet("tool", tool.id, tool.title, version, tool.law, tool.checked)
    who = QCoreApplication.translate("print", "Hvem")
    return CardFace(
        icon=theme.icon if theme else "tools",
        ink=theme_ink(theme.ink if theme else ""),
        band=theme.title if theme else tool.theme,
        band_right=QCoreApplication.translate("print", "Arbejdsværktøj"),
        title=tool.title,
        aim=tool.purpose,
        facts=(Fact(who, role_names(tool.roles, catalogue)),) if tool.roles else (),
        sections=(),
        note="",
        foot=foot_of(sheet, catalogue),
    )


def tool_parts(tool: Tool) -> tuple[Part, ...]:
    """A tool's text and fields in their order; fields that its text forgets come last."""
    parts: list[Part] = []
    for piece in tool_pieces(tool):
        parts += (piece,) if isinstance(piece, ToolField) else read_markdown(piece.markdown)
    return tuple(parts)


def spaced_fields(fields: Iterable[ToolField], form: FormSetter) -> Iterator[Spaced]:
    """Set fields that follow each other as places to write."""
    for block in form.fields(list(fields)):
        yield Spaced(form.style.gap(0.6 if block.kind == "item" else 3.4), block)


def _spaced(parts: Iterable[Part], prose: ProseSetter, form: FormSetter) -> Iterator[Spaced]:
    for is_field, group in groupby(parts, key=lambda part: isinstance(part, ToolField)):
        if is_field:
            yield from spaced_fields((one for one in group if isinstance(one, ToolField)), form)
        else:
            yield from (prose.part(part) for part in group if not isinstance(part, ToolField))
