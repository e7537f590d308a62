"""What holds words in a Word file without being a paragraph: drawings, boxes, alternatives."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from app.files.word.word_styles import is_on

_FALLBACK = "Fallback"
_FIGURES = frozenset({"relIds", "chart", "chartex"})
"""What names a figure or a chart whose words are kept in another part of the file."""


def has_words(element: Element) -> bool:
    """Tell whether there are letters anywhere in an element."""
    return any((one.text or "").strip() for one in element.iter("t"))


def paragraphs_in(holder: Element) -> Iterator[Element]:
    """Find the paragraphs of a cell, a note or a text box, not those that hang on them."""
    for child in holder:
        if child.tag == "p":
            yield child
        elif child.tag == "AlternateContent":
            one, _ = chosen(child)
            if one is not None:
                yield from paragraphs_in(one)
        else:
            yield from paragraphs_in(child)


def stray_text(element: Element) -> bool:
    """Tell whether an element has letters of its own that stand in no run."""
    return bool((element.text or "").strip())


def chosen(alternates: Element) -> tuple[Element | None, bool]:
    """Return the one of several ways to read, and whether the others say more than it.

    It is the first that has words, whatever program it is meant for; else the first of all.
    """
    ways = [way for way in alternates if way.tag in ("Choice", _FALLBACK)]
    spoken = [way for way in ways if has_words(way)]
    one = next(iter(spoken or ways), None)
    if one is None:
        return None, stray_text(alternates)
    said = _letters(one)
    return one, any(not _letters(other) <= said for other in spoken[1:])


def is_placeholder(control: Element) -> bool:
    """Tell whether a box to fill in holds nothing but the words that ask for it."""
    properties = control.find("sdtPr")
    return properties is not None and is_on(properties, "showingPlcHdr")


def text_boxes(drawing: Element) -> Iterator[Element]:
    """Find text boxes; Word writes each twice, for itself and for programs that are older."""
    for child in drawing:
        if child.tag == "txbxContent":
            yield child
        elif child.tag == "AlternateContent":
            one, _ = chosen(child)
            if one is not None:
                yield from text_boxes(one)
        else:
            yield from text_boxes(child)


def drawn_text(drawing: Element) -> bool:
    """Tell whether a drawing has words that stand in no text box."""
    for child in drawing:
        if child.tag == "txbxContent":
            continue
        if child.tag in _FIGURES or (child.tag == "t" and stray_text(child)) or drawn_text(child):
            return True
    return False


def _letters(element: Element) -> set[str]:
    return {word for one in element.iter("t") for word in (one.text or "").split()}
