"""Word files as municipalities have them, made for tests: invented, and in several styles."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph


def saved(folder: Path, document: Document, name: str = "procedure.docx") -> Path:
    """Save a document, and return where."""
    path = folder / name
    document.save(str(path))
    return path


def from_body(folder: Path, body: str, **parts: str) -> Path:
    """Save a file whose body is written as XML; `parts` take the place of those of Word."""
    path = folder / "raa.docx"
    with (
        zipfile.ZipFile(io.BytesIO(_empty())) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            usual = document_xml(body) if item.filename == "word/document.xml" else ""
            given = parts.pop(item.filename, usual)
            new.writestr(item.filename, given or old.read(item))
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def bare(folder: Path, body: str, lists: str = "") -> Path:
    """Save a file that has a body, and lists or nothing else, as fast as it goes."""
    path = folder / "bar.docx"
    with zipfile.ZipFile(path, "w") as new:
        new.writestr("[Content_Types].xml", "<Types/>")
        new.writestr("word/document.xml", document_xml(body))
        if lists:
            new.writestr("word/numbering.xml", lists)
            new.writestr("word/_rels/document.xml.rels", related("numbering"))
    return path


def related(*kinds: str) -> str:
    """Return the part that names other parts, each by its kind."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    found = "".join(
        f'<Relationship Id="x{kind}" Type="{office}/{kind}" Target="{kind}.xml"/>' for kind in kinds
    )
    spaces = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{spaces}">{found}</Relationships>'


@cache
def _empty() -> bytes:
    into = io.BytesIO()
    docx.Document().save(into)
    return into.getvalue()


def document_xml(body: str) -> str:
    """Return the main part with that body."""
    return f'<?xml version="1.0"?><w:document {_SPACES}><w:body>{body}</w:body></w:document>'


_SPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    )
)


def run(text: str, look: str = "") -> str:
    """Return a run of letters as XML."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, look: str = "") -> str:
    """Return a paragraph as XML."""
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(runs)}</w:p>"


# A procedure of three to four pages, in the styles that are met


TITLE = "Underretninger om børn og unge"

HEAD = (
    (
        "Formål",
        "Alle underretninger bliver vurderet til tiden, og barnet bliver hørt og beskyttet.",
    ),
    ("Målgruppe", "Proceduren gælder for alle underretninger om børn og unge under 18 år."),
    ("Udløser", "Underretningen er modtaget"),
)

STEPS: tuple[tuple[str, str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "Modtag underretningen",
        "Modtagelsen",
        "",
        (
            "Modtagelsen tager imod underretningen på telefon, mail eller ved fremmøde.",
            "Den, der modtager, skriver dato og klokkeslæt ned med det samme.",
            "Er underretningen givet mundtligt, læses notatet op for underretteren.",
        ),
        (
            "Dato og klokkeslæt skal være noteret",
            "Underretters navn og funktion er skrevet ned",
            "Søskende i hjemmet er skrevet op",
            "Tidligere underretninger er læst igennem",
        ),
    ),
    (
        "Er barnet i akut fare?",
        "Modtagelsen",
        "Senest 24 timer efter modtagelsen (§ 136, stk. 2)",
        (
            "Vurderingen laves altid sammen med en kollega. Barnets alder og sårbarhed indgår.",
            "Hvert barn i hjemmet vurderes for sig.",
        ),
        (
            "Hvis ja: Kontakt døgnvagten og afdelingslederen straks",
            "Hvis nej: Fortsæt til trin 3",
        ),
    ),
    (
        "Send kvittering til underretter",
        "Modtagelsen",
        "Senest 6 hverdage efter modtagelsen (§ 138, stk. 1)",
        ("Kvitteringen siger kun, at underretningen er modtaget. Brug sikker post.",),
        ("Kvittering er sendt", "Kvitteringen skal journaliseres"),
    ),
    (
        "Samtale med barnet",
        "Rådgiver",
        "",
        (
            "Rådgiveren taler med barnet uden forældrene til stede, hvis det er nødvendigt.",
            "Brug barnets egne ord i notatet.",
        ),
        ("Barnets egne ord er skrevet ned", "Barnet ved, hvad der sker nu"),
    ),
    (
        "Møde i visitationsteamet",
        "Faglig koordinator",
        "Inden for 14 dage",
        ("Underretningen gennemgås på det ugentlige visitationsmøde.",),
        ("Rådgiver fremlægger sagen", "Beslutning og begrundelse skal skrives i journalen"),
    ),
    (
        "Vurdér, om der er grundlag for en børnefaglig undersøgelse",
        "Faglig koordinator",
        "",
        ("Vurderingen laves efter § 20 i barnets lov.",),
        (
            "Ja: Fortsæt i proceduren Børnefaglig undersøgelse",
            "Nej: Gå til trin 7",
        ),
    ),
    (
        "Orientér forældre og underretter",
        "Rådgiver",
        "",
        ("Forældrene orienteres om, hvad kommunen har besluttet, og hvorfor.",),
        ("Forældrene er orienteret", "Svaret til underretter er sendt"),
    ),
    ("Afslutning", "", "", ("Sagen afsluttes, når alle har fået svar.",), ()),
)

TAIL = (
    ("Lovgrundlag", "Barnets lov §§ 133, 135 og 136 samt § 138, stk. 1."),
    ("Bilag", "Skema til underretninger. Version 2.1, godkendt i ledergruppen."),
)


def in_headings(*, danish: bool = False, bold: bool = False) -> Document:
    """The procedure with a heading for each step; in Danish styles, or in bold letters alone."""
    document = docx.Document()
    head = _heading_writer(document, danish=danish, bold=bold)
    document.add_paragraph(TITLE, style=None if bold else "Title")
    document.add_paragraph("Version 2.1 · godkendt i ledergruppen")
    for title, text in HEAD:
        head(title, 1)
        document.add_paragraph(text)
    head("Fremgangsmåde", 1)
    for number, (title, who, deadline, texts, items) in enumerate(STEPS, start=1):
        head(f"Trin {number}: {title}", 2)
        if who:
            document.add_paragraph(f"Ansvarlig: {who}")
        if deadline:
            document.add_paragraph(f"Frist: {deadline}")
        for text in texts:
            document.add_paragraph(text)
        for item in items:
            document.add_paragraph(item, style="List Bullet")
    for title, text in TAIL:
        head(title, 1)
        document.add_paragraph(text)
    return document


def in_list() -> Document:
    """The procedure as a numbered list with points below each number."""
    document = docx.Document()
    document.add_heading(TITLE, 1)
    for title, text in HEAD:
        document.add_paragraph(f"{title}: {text}")
    for title, who, deadline, texts, items in STEPS:
        document.add_paragraph(title, style="List Number")
        for text in (f"Ansvarlig: {who}", f"Frist: {deadline}"):
            if not text.endswith(": "):
                document.add_paragraph(text, style="List Bullet 2")
        for text in texts:
            document.add_paragraph(text)
        for item in items:
            document.add_paragraph(item, style="List Bullet 2")
    return document


def in_table() -> Document:
    """The procedure as a table with a row for each step."""
    document = docx.Document()
    document.add_heading(TITLE, 1)
    for title, text in HEAD:
        document.add_heading(title, 2)
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=6)
    for cell, text in zip(
        table.rows[0].cells,
        ("Nr.", "Hvem", "Opgave", "Frist", "Sådan gør du", "Tjekliste"),
        strict=True,
    ):
        cell.text = text
    for number, (title, who, deadline, texts, items) in enumerate(STEPS, start=1):
        cells = table.add_row().cells
        for cell, text in zip(
            cells, (str(number), who, title, deadline, "\n".join(texts)), strict=False
        ):
            cell.text = text
        cells[5].text = items[0] if items else ""
        for item in items[1:]:
            cells[5].add_paragraph(item)
    return document


def _heading_writer(
    document: Document, *, danish: bool, bold: bool
) -> Callable[[str, int], Paragraph]:
    if danish:
        for level in (1, 2, 3):
            document.styles.add_style(f"Overskrift {level}", 1)

    def write(text: str, level: int) -> Paragraph:
        if not bold:
            style = f"Overskrift {level}" if danish else f"Heading {level}"
            return document.add_paragraph(text, style=style)
        written = document.add_paragraph()
        letters = written.add_run(text)
        letters.bold, letters.font.size = True, Pt(18 - 2 * level)
        return written

    return write


def long_procedure(pages: int) -> Document:
    """The procedure over and over, until it fills about so many pages."""
    document = docx.Document()
    for chapter in range(max(1, pages // 3)):
        for number, (title, who, _, texts, items) in enumerate(STEPS[:-1], start=1):
            document.add_heading(f"{title} {chapter}.{number}", 1)
            document.add_paragraph(f"Ansvarlig: {who}")
            for text in (*texts, *texts, *texts):
                document.add_paragraph(text)
            for item in (*items, *items):
                document.add_paragraph(item, style="List Bullet")
    return document


# Lists as Word writes them


_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def level(
    at: int, text: str, form: str = "decimal", *, start: int = 1, more: str = "", look: str = ""
) -> str:
    """Return a level of a list as XML; `more` stands before its text."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:rPr>{look}</w:rPr></w:lvl>'
    )


def abstract(number: int, *levels: str, link: str = "") -> str:
    """Return an abstract list as XML; `link` stands before its levels."""
    return f'<w:abstractNum w:abstractNumId="{number}">{link}{"".join(levels)}</w:abstractNum>'


def numbered(number: int, of: int, *overrides: str) -> str:
    """Return a list that lines name as XML."""
    named = f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>'
    return f"{named}{''.join(overrides)}</w:num>"


def override(at: int, start: int | None = None, own: str = "") -> str:
    """Return what a list has of its own at a level."""
    starts = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{at}">{starts}{own}</w:lvlOverride>'


def numbering(*parts: str) -> dict[str, str]:
    """Return the part of a file that holds its lists."""
    return {"word/numbering.xml": f"<w:numbering {_MAIN}>{''.join(parts)}</w:numbering>"}


def styles(*some: str) -> dict[str, str]:
    """Return the part of a file that holds its styles."""
    return {"word/styles.xml": f"<w:styles {_MAIN}>{''.join(some)}</w:styles>"}


def listed(text: str, number: int | None = None, at: int | None = None, style: str = "") -> str:
    """Return a line of a list as XML."""
    place = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    of = "" if number is None else f'<w:numId w:val="{number}"/>'
    listing = f"<w:numPr>{place}{of}</w:numPr>" if place or of else ""
    dress = f'<w:pStyle w:val="{style}"/>' if style else ""
    return paragraph(run(text), look=dress + listing)


def with_list_and_table() -> Document:
    """A procedure as municipalities write it: sections, a numbered list, and a table of the same.

    The table has a head over two columns, two rows of heads, and a row for a phase.
    """
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph("Godkendt i ledergruppen. Næste revision: marts 2027")
    for title, text in HEAD:
        document.add_heading(title, 1)
        document.add_paragraph(text)
    document.add_heading("Arbejdsgang", 1)
    for title, _, _, texts, items in STEPS[:-1]:
        document.add_paragraph(title, style="List Number")
        for item in items:
            document.add_paragraph(item, style="List Bullet 2")
        for text in texts:
            document.add_paragraph(text)
    document.add_heading("Ansvar og frister", 1)
    table = document.add_table(rows=2, cols=4)
    heads = table.rows[0].cells
    heads[0].merge(heads[1]).text, heads[2].merge(heads[3]).text = "Trin", "Ansvar og frist"
    for cell, text in zip(table.rows[1].cells, ("", "", "Hvem", "Frist"), strict=True):
        cell.text = text
    phase = table.add_row().cells
    phase[0].merge(phase[3]).text = "Fase 1: Modtagelse"
    for number, (title, who, deadline, _, _) in enumerate(STEPS[:-1], start=1):
        row = table.add_row().cells
        for cell, text in zip(row, (str(number), title, who, deadline), strict=True):
            cell.text = text
    document.add_heading("Opfølgning", 1)
    document.add_paragraph("Lederen gennemgår fem sager hvert kvartal.")
    return document
