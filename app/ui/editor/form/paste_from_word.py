"""What is pasted from Word or a web page, as clean Markdown: words, lists, bold, links, no dress.

Word writes its lists as paragraphs with a bullet of their own, and hides what it needs itself in
comments; both are undone here. Pure text.
"""

import re
from html.parser import HTMLParser

_BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "table"}
_UNSEEN = {"style", "script", "head", "title", "xml", "meta", "o:p"}
_LIST_STYLE = re.compile(r"mso-list\s*:(?!\s*ignore)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(normal|[1-5]00)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*([·•§o▪‣–-]|\d{1,3}[.)]|[a-z][.)])\s+")
_NUMBER = re.compile(r"^\s*(\d{1,3})[.)]")
_CONDITION = re.compile(r"<!\[[^\]<]*(?:\]>)?")
"""Word's conditions, also what is left of one: the parser takes no such thing half."""

_SPACE = re.compile(r"[ \t\r\n\f\u00a0\u200b]+")
_ESCAPED = re.compile(r"([*_`\[\]])")


def markdown_of_html(html: str) -> str:
    """Return what can be read in a piece of HTML as Markdown."""
    reader = _PasteReader()
    reader.feed(_CONDITION.sub("", _without_comments(html)))
    reader.close()
    return reader.markdown()


def _without_comments(html: str) -> str:
    first, *others = html.split("<!--")
    return "".join((first, *(other.partition("-->")[2] for other in others)))


class _PasteReader(HTMLParser):
    """Collects lines; a line knows what kind of line it is."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[str, str]] = []
        self._words: list[str] = []
        self._kind = ""
        self._hidden = 0
        self._marker = 0
        self._lists: list[list[int | None]] = []
        self._bold: list[bool] = []
        self._links: list[str] = []

    def markdown(self) -> str:
        """Put the lines together; what is no list stands by itself."""
        self._end_line()
        written: list[str] = []
        before = ""
        for kind, text in self._lines:
            family = "list" if kind in ("-", "1") else kind
            if written and not (family == before == "list"):
                written.append("")
            written.append(text)
            before = family
        return "\n".join(written)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "")
        if tag in _UNSEEN:
            self._hidden += tag not in ("meta", "o:p")
        elif tag in ("ul", "ol"):
            self._end_line()
            self._lists.append([1] if tag == "ol" else [None])
        elif tag in _BLOCKS:
            self._begin_block(tag, style)
        elif tag == "br":
            self._end_line(keep=True)
        elif tag in ("td", "th") and "".join(self._words).strip():
            self._words.append(" · ")
        self._begin_inline(tag, given, style)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden -= tag not in ("meta", "o:p") and self._hidden > 0
        elif tag in ("ul", "ol"):
            self._end_line()
            if self._lists:
                self._lists.pop()
        elif tag in _BLOCKS:
            self._end_line()
        if tag in ("b", "strong", "span") and self._bold:
            self._end_bold()
        if tag == "a" and self._links:
            self._end_link()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            plain = _SPACE.sub(" ", data)
            self._words.append(plain if self._marker else _ESCAPED.sub(r"\\\1", plain))

    def _begin_block(self, tag: str, style: str) -> None:
        self._end_line()
        if tag == "li" and self._lists:
            number = self._lists[-1][0]
            self._kind = "-" if number is None else "1"
        elif _LIST_STYLE.search(style):
            self._kind = "?"
        elif tag[0] == "h" and tag[1:].isdigit():
            self._kind = "#"
        elif tag == "blockquote":
            self._kind = ">"

    def _begin_inline(self, tag: str, given: dict[str, str], style: str) -> None:
        if tag == "span" and _IGNORED.search(style):
            self._marker += 1
        if tag in ("b", "strong", "span"):
            is_strong = tag != "span" and not _NOT_BOLD.search(style)
            is_bold = (is_strong or bool(_BOLD_STYLE.search(style))) and not any(self._bold)
            self._bold.append(is_bold)
            if is_bold:
                self._words.append("\x02")
        if tag == "a":
            address = given.get("href", "")
            keeps = address.startswith(("https:", "mailto:"))
            self._links.append(address if keeps else "")
            if keeps:
                self._words.append("[")

    def _end_bold(self) -> None:
        if self._bold.pop():
            self._words.append("\x03")
        if self._marker:
            self._marker -= 1

    def _end_link(self) -> None:
        address = self._links.pop()
        if address:
            self._words.append(f"]({address})")

    def _end_line(self, *, keep: bool = False) -> None:
        text = _tidy("".join(self._words))
        self._words = []
        kind = self._kind
        if not keep or kind in ("-", "1", "?", "#"):
            self._kind = ""
        if text:
            self._lines.append(self._line(kind, text))

    def _line(self, kind: str, text: str) -> tuple[str, str]:
        if kind == "?":
            number = _NUMBER.match(text)
            text = _BULLET.sub("", text)
            return ("1", f"{number[1]}. {text}") if number else ("-", f"- {text}")
        if kind == "1":
            number_now = self._lists[-1][0] if self._lists else 1
            if self._lists and number_now is not None:
                self._lists[-1][0] = number_now + 1
            return "1", f"{number_now}. {text}"
        if kind == "-":
            return "-", f"- {text}"
        if kind == "#":
            return "#", f"## {text.replace('**', '')}"
        return (kind, f"> {text}") if kind == ">" else ("", text)


def _tidy(text: str) -> str:
    """Draw spaces together, and put bold marks where the words begin and end."""
    text = _SPACE.sub(" ", text)
    text = re.sub(r"\x02\s*\x03", "", text)
    text = re.sub(r"\x02(\s*)(.*?)(\s*)\x03", r"\1**\2**\3", text)
    text = text.replace("\x02", "").replace("\x03", "").replace("****", "")
    return _SPACE.sub(" ", text).strip()
