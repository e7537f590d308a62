"""What is pasted from Word or the web comes in as clean Markdown."""

from app.ui.editor.form.paste_from_word import markdown_of_html

_BULLET = (
    "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
    "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>"
    "{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span>"
    "<![endif]>{words}<o:p></o:p></p>"
)


def test_paragraphs_are_kept_apart() -> None:
    assert markdown_of_html("<p>Først.</p><p>Så.</p>") == "Først.\n\nSå."


def test_bullets_of_word_become_a_list() -> None:
    html = _BULLET.format(sign="·", words="Læs akten") + _BULLET.format(sign="·", words="Ring")
    assert markdown_of_html(html) == "- Læs akten\n- Ring"


def test_numbers_of_word_become_a_numbered_list() -> None:
    html = _BULLET.format(sign="1.", words="Læs") + _BULLET.format(sign="2.", words="Ring")
    assert markdown_of_html(html) == "1. Læs\n2. Ring"


def test_lists_of_the_web_are_numbered_anew() -> None:
    html = "<ol><li>Læs</li><li>Ring</li></ol><ul><li>Husk</li></ul>"
    assert markdown_of_html(html) == "1. Læs\n2. Ring\n- Husk"


def test_bold_is_kept_by_tag_and_by_style() -> None:
    assert markdown_of_html("<p>Det er <b>vigtigt </b>nu</p>") == "Det er **vigtigt** nu"
    html = "<p><span style='font-weight:bold'>Vigtigt</span> nu</p>"
    assert markdown_of_html(html) == "**Vigtigt** nu"


def test_a_frame_of_bold_that_is_none_is_dropped() -> None:
    html = "<b style='font-weight:normal'><p>Som fra et dokument på nettet</p></b>"
    assert markdown_of_html(html) == "Som fra et dokument på nettet"


def test_headings_become_headings() -> None:
    assert markdown_of_html("<h2>Før <b>samtalen</b></h2><p>Læs.</p>") == "## Før samtalen\n\nLæs."


def test_safe_links_are_kept_and_others_are_words() -> None:
    html = '<p><a href="https://retsinformation.dk">Loven</a> <a href="file:///c:/x">lokalt</a></p>'
    assert markdown_of_html(html) == "[Loven](https://retsinformation.dk) lokalt"


def test_styles_scripts_and_comments_are_not_read() -> None:
    html = "<head><style>p {color: red}</style></head><!--[if gte mso 9]><xml>x</xml><![endif]-->"
    assert markdown_of_html(html + "<script>alert(1)</script><p>Ord</p>") == "Ord"


def test_signs_that_mean_something_are_shown_as_they_are() -> None:
    assert markdown_of_html("<p>2 * 3 og [x]</p>") == r"2 \* 3 og \[x\]"


def test_line_breaks_and_cells_are_kept_apart() -> None:
    assert markdown_of_html("<p>En<br>to</p>") == "En\n\nto"
    assert markdown_of_html("<table><tr><td>A</td><td>B</td></tr></table>") == "A · B"


def test_broken_html_gives_its_words() -> None:
    assert markdown_of_html("<p>En to</div></p><li>tre") == "En to\n\ntre"
