"""Markdown to harmless HTML: no script, no picture, nothing that is fetched by being shown."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown

_TAGS = {
    "p", "br", "ul", "ol", "li", "strong", "b", "em", "code", "pre", "blockquote", "hr",
    "h1", "h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "a", "del", "sub", "sup",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
_SCHEMES = {"https", "mailto"}


@cache
def _converter() -> "Markdown":
    """Make the converter at the first text; it costs more than the first window may wait for.

    By their names extensions would be looked for in all that is installed.
    """
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension
    from pymdownx.tasklist import TasklistExtension

    return Markdown(
        extensions=[TableExtension(), SaneListExtension(), TasklistExtension()],
        output_format="html",
    )


@lru_cache(maxsize=256)
def html_of(markdown: str) -> str:
    """Return the text as HTML of a few plain elements; anything else shows as its words."""
    import nh3

    converter = _converter()
    converter.reset()
    html = converter.convert(_words_of_pictures(held_together(markdown)))
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
    return _with_plain_headings(clean)


def held_together(text: str) -> str:
    """Keep `§ 136`, `stk. 2`, `nr. 3` and `kl. 9.40` on one line."""
    return re.sub(r"(§|\bstk\.|\bnr\.|\bkl\.) (?=\d)", "\\1\u00a0", text)


def _with_plain_headings(html: str) -> str:
    """Show headings as strong lines: a panel has one size of text."""
    html = re.sub(r"<h[1-4]>", "<p><b>", html)
    return re.sub(r"</h[1-4]>", "</b></p>", html)


def _words_of_pictures(markdown: str) -> str:
    """Turn `![words](address)` into its words, so that nothing of a picture is lost but itself."""
    return re.sub(r"!\[([^\]]*)\]\([^)]*\)", lambda found: found.group(1), markdown)
