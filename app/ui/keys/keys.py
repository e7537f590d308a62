"""The one table of keys: where each works, and what it does. All keys are set from here.

Pure data: the page of keys lists it, `shortcuts` sets and answers it, and a test holds that no
key is set anywhere else. The keys are spelt as Qt spells them; `key_words` says them in Danish.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.keys.key_kinds import Key, Where

KEYS: list[Key] = []
"""The whole table."""


def _key(where: Where, does: object, *strokes: str) -> Key:
    key = Key(where, str(does), strokes)
    KEYS.append(key)
    return key


_ENTER = ("Return", "Enter")
_PRESS = (*_ENTER, "Space")
_SHIFTED = ("Shift+Return", "Shift+Enter")
_SEND = ("Ctrl+Return", "Ctrl+Enter")
_NUMBERS = range(1, 10)

# Overalt

FIND = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Søg i alt"), "Ctrl+K")
FIND_HERE = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Søg, hvor du står"), "Ctrl+F")
GO_PROCEDURES = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Procedurer"), "Ctrl+1")
GO_RUNS = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Forløb"), "Ctrl+2")
GO_CARDS = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Actioncards"), "Ctrl+3")
GO_TOOLS = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Værktøjer"), "Ctrl+4")
GO_MEETING = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Møde"), "Ctrl+5")
GO_SETTINGS = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Indstillinger"), "Ctrl+6", "Ctrl+,")
BACK = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Tilbage til det, du så før"), "Alt+Left")
FORWARD = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Frem igen"), "Alt+Right")
NEXT_PANE = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Til næste del af vinduet"), "F6")
EARLIER_PANE = _key(
    Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Til forrige del af vinduet"), "Shift+F6"
)
OPEN_SIDE = _key(
    Where.WINDOW,
    QT_TRANSLATE_NOOP("keys", "Vis det, der er foldet væk til venstre, eller luk det"),
    "F9",
)
IN_HAND = _key(
    Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Kladder og godkendelse (teamleder)"), "Ctrl+7"
)
SUGGEST = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Foreslå en ændring"), "Ctrl+Shift+F")
HUSH = _key(
    Where.WINDOW,
    QT_TRANSLATE_NOOP("keys", "Luk det, der ligger over siden, eller en besked"),
    "Escape",
)
LARGER = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Større skrift"), "Ctrl++", "Ctrl+=")
SMALLER = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Mindre skrift"), "Ctrl+-")
USUAL_SIZE = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Almindelig skrift"), "Ctrl+0")
SHOW_KEYS = _key(Where.WINDOW, QT_TRANSLATE_NOOP("keys", "Vis alle taster"), "F1")

# Lister, felter og spørgsmål

UP = _key(Where.LISTS, QT_TRANSLATE_NOOP("keys", "Linjen over"), "Up")
DOWN = _key(Where.LISTS, QT_TRANSLATE_NOOP("keys", "Linjen under"), "Down")
PAGE_UP = _key(Where.LISTS, QT_TRANSLATE_NOOP("keys", "Et stykke op"), "PgUp")
PAGE_DOWN = _key(Where.LISTS, QT_TRANSLATE_NOOP("keys", "Et stykke ned"), "PgDown")
HOME = _key(Where.LISTS, QT_TRANSLATE_NOOP("keys", "Den første"), "Home")
END = _key(Where.LISTS, QT_TRANSLATE_NOOP("keys", "Den sidste"), "End")
TAKE = _key(
    Where.LISTS, QT_TRANSLATE_NOOP("keys", "Åbn det valgte, eller svar på et spørgsmål"), *_ENTER
)
PRESS = _key(Where.LISTS, QT_TRANSLATE_NOOP("keys", "Tryk på den knap, der har fokus"), *_PRESS)
SEND = _key(
    Where.LISTS, QT_TRANSLATE_NOOP("keys", "Send eller gem det, du skriver i flere linjer"), *_SEND
)
LEAVE = _key(Where.LISTS, QT_TRANSLATE_NOOP("keys", "Fortryd eller luk spørgsmålet"), "Escape")
ALONG_BACK = _key(
    Where.LISTS, QT_TRANSLATE_NOOP("keys", "Til venstre i en linje, fx på tidslinjen"), "Left"
)
ALONG_ON = _key(
    Where.LISTS, QT_TRANSLATE_NOOP("keys", "Til højre i en linje, fx på tidslinjen"), "Right"
)

# Datoer

LATER_DAY = _key(Where.DATES, QT_TRANSLATE_NOOP("keys", "I feltet: en dag senere"), "Up")
EARLIER_DAY = _key(Where.DATES, QT_TRANSLATE_NOOP("keys", "I feltet: en dag tidligere"), "Down")
OPEN_MONTH = _key(Where.DATES, QT_TRANSLATE_NOOP("keys", "Åbn måneden"), "F4", "Alt+Down")
DAY_BEFORE = _key(Where.DATES, QT_TRANSLATE_NOOP("keys", "I måneden: dagen før"), "Left")
DAY_AFTER = _key(Where.DATES, QT_TRANSLATE_NOOP("keys", "I måneden: dagen efter"), "Right")
WEEK_BEFORE = _key(Where.DATES, QT_TRANSLATE_NOOP("keys", "I måneden: ugen før"), "Up")
WEEK_AFTER = _key(Where.DATES, QT_TRANSLATE_NOOP("keys", "I måneden: ugen efter"), "Down")
MONTH_BEFORE = _key(Where.DATES, QT_TRANSLATE_NOOP("keys", "Måneden før"), "PgUp")
MONTH_AFTER = _key(Where.DATES, QT_TRANSLATE_NOOP("keys", "Måneden efter"), "PgDown")

# Søg i alt

STAR = _key(Where.FIND, QT_TRANSLATE_NOOP("keys", "Gør det valgte til favorit"), "Ctrl+D")
FIND_BACK = _key(
    Where.FIND, QT_TRANSLATE_NOOP("keys", "Et valg tilbage, når feltet er tomt"), "Backspace"
)

# Procedurer

START_RUN = _key(Where.PROCEDURES, QT_TRANSLATE_NOOP("keys", "Start forløb"), "Ctrl+N")
PRINT_PROCEDURE = _key(Where.PROCEDURES, QT_TRANSLATE_NOOP("keys", "Udskriv"), "Ctrl+P")
SHOW_PROCEDURE = _key(Where.PROCEDURES, QT_TRANSLATE_NOOP("keys", "Vis på møde"), "F5")
EDIT = _key(Where.PROCEDURES, QT_TRANSLATE_NOOP("keys", "Redigér (teamleder)"), "Ctrl+E")
NEW_PROCEDURE = _key(
    Where.PROCEDURES, QT_TRANSLATE_NOOP("keys", "Ny sagsprocedure (teamleder)"), "Ctrl+Shift+N"
)

# Billedet

FLOW_DOWN = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Følg vejen videre"), "Down")
FLOW_UP = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Tilbage ad vejen"), "Up")
FLOW_LEFT = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Trinnet til venstre"), "Left")
FLOW_RIGHT = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Trinnet til højre"), "Right")
FLOW_BRANCH = _key(
    Where.FLOW, QT_TRANSLATE_NOOP("keys", "Følg vej nummer 1 til 9"), *map(str, _NUMBERS)
)
FLOW_FIRST = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Det første trin"), "Home")
FLOW_LAST = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Det sidste trin"), "End")
FLOW_OPEN = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Gå til det, der står om trinnet"), *_ENTER)
FLOW_DEADLINE = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Forklar fristen"), "D")
FLOW_LAW = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Forklar loven"), "P")
FLOW_WAYS = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Forklar de veje, der kan vælges"), "V")
FLOW_LIST = _key(
    Where.FLOW,
    QT_TRANSLATE_NOOP("keys", "Vis trinene som en liste, eller som et billede igen"),
    "L",
)
FLOW_LEGEND = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Tegnforklaring"), "?")
FLOW_FIT = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Tilpas til vinduet; igen: til bredden"), "F")
FLOW_LARGER = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Større billede"), "+")
FLOW_SMALLER = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Mindre billede"), "-")
FLOW_FULL = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Fuld størrelse"), "0")
FLOW_HOLD = _key(
    Where.FLOW, QT_TRANSLATE_NOOP("keys", "Hold nede og træk i billedet med musen"), "Space"
)
FLOW_HUSH = _key(Where.FLOW, QT_TRANSLATE_NOOP("keys", "Luk forklaringen"), "Escape")

# Forløb

NEW_RUN = _key(Where.RUNS, QT_TRANSLATE_NOOP("keys", "Start forløb"), "Ctrl+N")
SAVE_ALL_DEADLINES = _key(
    Where.RUNS, QT_TRANSLATE_NOOP("keys", "Gem alle frister til kalender"), "Ctrl+Shift+K"
)
RUN_MENU = _key(
    Where.RUNS,
    QT_TRANSLATE_NOOP("keys", "Menu med alt, der kan gøres ved forløbet"),
    "Menu",
    "Shift+F10",
)
PRINT_RUNS = _key(Where.RUNS, QT_TRANSLATE_NOOP("keys", "Udskriv det, der vises"), "Ctrl+P")

TAKE_BACK = _key(Where.RUNS, QT_TRANSLATE_NOOP("keys", "Tag forløbet tilbage"), "Ctrl+Z")

# Et forløb

WAY = _key(
    Where.RUN,
    QT_TRANSLATE_NOOP("keys", "Vælg vej nummer 1 til 9 ved trinnet"),
    *(f"Alt+{n}" for n in _NUMBERS),
)
FINISH = _key(Where.RUN, QT_TRANSLATE_NOOP("keys", "Gør trinnet færdigt"), *_SEND)
COPY_JOURNAL = _key(Where.RUN, QT_TRANSLATE_NOOP("keys", "Kopiér trinnet til journal"), "Ctrl+J")
COPY_WHOLE = _key(
    Where.RUN, QT_TRANSLATE_NOOP("keys", "Kopiér hele forløbet til journal"), "Ctrl+Shift+J"
)
SAVE_WORD = _key(
    Where.RUN, QT_TRANSLATE_NOOP("keys", "Gem journaltekst som Word-fil"), "Ctrl+Shift+S"
)
SAVE_DEADLINES = _key(
    Where.RUN, QT_TRANSLATE_NOOP("keys", "Gem frister til kalender"), "Ctrl+Shift+K"
)
UNDO_RUN = _key(Where.RUN, QT_TRANSLATE_NOOP("keys", "Fortryd det sidste"), "Ctrl+Z")
REDO_RUN = _key(
    Where.RUN, QT_TRANSLATE_NOOP("keys", "Gentag det, du fortrød"), "Ctrl+Shift+Z", "Ctrl+Y"
)
PRINT_RUN = _key(Where.RUN, QT_TRANSLATE_NOOP("keys", "Udskriv"), "Ctrl+P")
SHOW_RUN = _key(Where.RUN, QT_TRANSLATE_NOOP("keys", "Vis på møde"), "F5")
MORE = _key(Where.RUN, QT_TRANSLATE_NOOP("keys", "Mere: afvent, giv videre, afslut …"), "Ctrl+M")

NOTE = _key(Where.RUN, QT_TRANSLATE_NOOP("keys", "Skriv en note til trinnet"), "Ctrl+Shift+N")
MARKS = _key(
    Where.RUN,
    QT_TRANSLATE_NOOP("keys", "Menu ved et punkt: ikke relevant, set efter …"),
    "Menu",
    "Shift+F10",
)

# Panelet ved siden af

READ_UP = _key(Where.PANEL, QT_TRANSLATE_NOOP("keys", "Rul op, eller gå til punktet over"), "Up")
READ_DOWN = _key(
    Where.PANEL, QT_TRANSLATE_NOOP("keys", "Rul ned, eller gå til punktet under"), "Down"
)
READ_PAGE_UP = _key(Where.PANEL, QT_TRANSLATE_NOOP("keys", "Rul et stykke op"), "PgUp")
READ_PAGE_DOWN = _key(Where.PANEL, QT_TRANSLATE_NOOP("keys", "Rul et stykke ned"), "PgDown")
READ_FIRST = _key(Where.PANEL, QT_TRANSLATE_NOOP("keys", "Til det øverste"), "Home")
READ_LAST = _key(Where.PANEL, QT_TRANSLATE_NOOP("keys", "Til det nederste"), "End")
READING = (READ_UP, READ_DOWN, READ_PAGE_UP, READ_PAGE_DOWN, READ_FIRST, READ_LAST)

# Vægge

CHOOSE_SHEET = _key(Where.WALL, QT_TRANSLATE_NOOP("keys", "Vælg arket, eller fravælg det"), "Space")
OPEN_SHEET = _key(Where.WALL, QT_TRANSLATE_NOOP("keys", "Se arket stort"), *_ENTER)
EARLIER_SHEET = _key(Where.WALL, QT_TRANSLATE_NOOP("keys", "Forrige ark, når ét er stort"), "Left")
LATER_SHEET = _key(Where.WALL, QT_TRANSLATE_NOOP("keys", "Næste ark, når ét er stort"), "Right")
EARLIER_PAGE = _key(Where.WALL, QT_TRANSLATE_NOOP("keys", "Forrige side af arket"), "PgUp")
LATER_PAGE = _key(Where.WALL, QT_TRANSLATE_NOOP("keys", "Næste side af arket"), "PgDown")
LEAVE_SHEET = _key(Where.WALL, QT_TRANSLATE_NOOP("keys", "Tilbage til væggen"), "Escape")
PRINT_SHEETS = _key(Where.WALL, QT_TRANSLATE_NOOP("keys", "Udskriv det valgte"), "Ctrl+P")
NEW_SHEET = _key(
    Where.WALL, QT_TRANSLATE_NOOP("keys", "Nyt kort eller nyt værktøj (teamleder)"), "Ctrl+Shift+N"
)
SHOW_SHEETS = _key(Where.WALL, QT_TRANSLATE_NOOP("keys", "Vis på møde"), "F5")

# Møde

SHOW_CHOSEN = _key(Where.MEETING, QT_TRANSLATE_NOOP("keys", "Vis det valgte på hele skærmen"), "F5")

# Den store skærm

ITEM_UP = _key(Where.SCREEN, QT_TRANSLATE_NOOP("keys", "Forrige punkt"), "Up")
ITEM_DOWN = _key(Where.SCREEN, QT_TRANSLATE_NOOP("keys", "Næste punkt"), "Down")
STEP_ON = _key(
    Where.SCREEN,
    QT_TRANSLATE_NOOP("keys", "Næste punkt, og efter det sidste: næste kort eller trin"),
    "Space",
    *_ENTER,
    "PgDown",
)
STEP_BACK = _key(Where.SCREEN, QT_TRANSLATE_NOOP("keys", "Det samme baglæns"), "Backspace", "PgUp")
SLIDE_BACK = _key(Where.SCREEN, QT_TRANSLATE_NOOP("keys", "Forrige kort eller trin"), "Left")
SLIDE_ON = _key(Where.SCREEN, QT_TRANSLATE_NOOP("keys", "Næste kort eller trin"), "Right")
LEARN = _key(Where.SCREEN, QT_TRANSLATE_NOOP("keys", "Skriv ned, hvad I lærte"), "N")
END_MEETING = _key(Where.SCREEN, QT_TRANSLATE_NOOP("keys", "Slut"), "Escape")

# Udskrift

PRINT_NOW = _key(Where.PRINT, QT_TRANSLATE_NOOP("keys", "Udskriv"), "Ctrl+P")
SAVE_PDF = _key(Where.PRINT, QT_TRANSLATE_NOOP("keys", "Gem som PDF"), "Ctrl+S")
PRINT_EARLIER = _key(Where.PRINT, QT_TRANSLATE_NOOP("keys", "Forrige side"), "PgUp")
PRINT_LATER = _key(Where.PRINT, QT_TRANSLATE_NOOP("keys", "Næste side"), "PgDown")
PRINT_LARGER = _key(Where.PRINT, QT_TRANSLATE_NOOP("keys", "Vis større"), "Ctrl++", "Ctrl+=")
PRINT_SMALLER = _key(Where.PRINT, QT_TRANSLATE_NOOP("keys", "Vis mindre"), "Ctrl+-")
PRINT_WHOLE = _key(Where.PRINT, QT_TRANSLATE_NOOP("keys", "Vis hele siden"), "Ctrl+0")

# Redigér

UNDO_EDIT = _key(Where.EDITOR, QT_TRANSLATE_NOOP("keys", "Fortryd"), "Ctrl+Z")
REDO_EDIT = _key(Where.EDITOR, QT_TRANSLATE_NOOP("keys", "Gentag"), "Ctrl+Shift+Z", "Ctrl+Y")
PRINT_CHANGES = _key(
    Where.EDITOR,
    QT_TRANSLATE_NOOP("keys", "Udskriv ændringerne, når to versioner sammenlignes"),
    "Ctrl+P",
)
BEGIN = _key(
    Where.EDITOR, QT_TRANSLATE_NOOP("keys", "Ny sagsprocedure, når kladderne ses"), "Ctrl+Shift+N"
)
SEND_DRAFT = _key(Where.EDITOR, QT_TRANSLATE_NOOP("keys", "Send til godkendelse"), "Ctrl+Shift+S")
PUBLISH = _key(Where.EDITOR, QT_TRANSLATE_NOOP("keys", "Godkend og udgiv"), "Ctrl+Shift+U")
COMPARE = _key(
    Where.EDITOR, QT_TRANSLATE_NOOP("keys", "Sammenlign kladden med den udgivne"), "Ctrl+Shift+M"
)
VERSIONS = _key(
    Where.EDITOR, QT_TRANSLATE_NOOP("keys", "Vis versionerne, eller luk dem"), "Ctrl+Shift+H"
)
LEAVE_EDITOR = _key(Where.EDITOR, QT_TRANSLATE_NOOP("keys", "Luk det, du redigerer"), "Ctrl+W")

# Redigér: i billedet

STEP_AFTER = _key(Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Nyt trin efter"), *_ENTER)
STEP_BEFORE = _key(Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Nyt trin før"), *_SHIFTED)
NEW_END = _key(Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Ny vej til en afslutning"), *_SEND)
NEW_WAY = _key(Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Ny vej til et trin"), "V")
RENAME = _key(Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Ret trinnets titel"), "F2")
DELETE_STEP = _key(
    Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Slet trinnet"), "Delete", "Backspace"
)
STEP_UP = _key(Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Flyt trinnet op ad vejen"), "Alt+Up")
STEP_DOWN = _key(
    Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Flyt trinnet ned ad vejen"), "Alt+Down"
)
STEP_EARLIER = _key(
    Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Giv trinnet et lavere nummer"), "Alt+Shift+Up"
)
STEP_LATER = _key(
    Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Giv trinnet et højere nummer"), "Alt+Shift+Down"
)
STEP_LEFT = _key(
    Where.EDIT_FLOW,
    QT_TRANSLATE_NOOP("keys", "Giv trinnet til rollen til venstre"),
    "Alt+Shift+Left",
)
STEP_RIGHT = _key(
    Where.EDIT_FLOW,
    QT_TRANSLATE_NOOP("keys", "Giv trinnet til rollen til højre"),
    "Alt+Shift+Right",
)
DUPLICATE = _key(Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Dublér"), "Ctrl+D")
COPY_STEP = _key(Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Kopiér"), "Ctrl+C")
CUT_STEP = _key(Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Klip"), "Ctrl+X")
PASTE_STEP = _key(Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Sæt ind efter"), "Ctrl+V")
STEP_MENU = _key(
    Where.EDIT_FLOW,
    QT_TRANSLATE_NOOP("keys", "Menu med alt, der kan gøres ved trinnet"),
    "Menu",
    "Shift+F10",
)
LEAVE_GESTURE = _key(
    Where.EDIT_FLOW, QT_TRANSLATE_NOOP("keys", "Fortryd det, du er ved at trække"), "Escape"
)

# Redigér: i formularen

NEXT_LINE = _key(
    Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Ny linje i en liste"), *_ENTER, *_SHIFTED, *_SEND
)
DROP_LINE = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Slet en tom linje"), "Backspace")
LINE_UP = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Linjen over"), "Up")
LINE_DOWN = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Linjen under"), "Down")
MOVE_UP = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Flyt linjen op"), "Alt+Up")
MOVE_DOWN = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Flyt linjen ned"), "Alt+Down")
MOVE_LEFT = _key(
    Where.EDIT_FORM,
    QT_TRANSLATE_NOOP("keys", "Flyt det valgte til venstre"),
    "Alt+Shift+Left",
    "Alt+Up",
)
MOVE_RIGHT = _key(
    Where.EDIT_FORM,
    QT_TRANSLATE_NOOP("keys", "Flyt det valgte til højre"),
    "Alt+Shift+Right",
    "Alt+Down",
)
REMOVE = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Fjern det valgte"), "Delete", "Backspace")
MORE_BY_ONE = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Et tal: én mere"), "Up")
LESS_BY_ONE = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Et tal: én mindre"), "Down")
REMOVE_ROLE = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Fjern rollen"), "Delete")
BOLD = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Fed"), "Ctrl+B")
BULLETS = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Punktliste"), "Ctrl+L")
NUMBERS = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Nummereret liste"), "Ctrl+Shift+L")
LINK = _key(Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Link"), "Ctrl+Shift+K")
TOOL_LEFT = _key(
    Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Knappen til venstre over en tekst"), "Left"
)
TOOL_RIGHT = _key(
    Where.EDIT_FORM, QT_TRANSLATE_NOOP("keys", "Knappen til højre over en tekst"), "Right"
)

# Fra Word

WORD_CHANGE = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Vælg, hvad linjen bliver til"), *_PRESS)
WORD_STEP = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Et trin"), "T")
WORD_ITEM = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Et tjekpunkt"), "P")
WORD_REQUIRED = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Et krav"), "K")
WORD_GUIDE = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Vejledning"), "V")
WORD_HEADING = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "En overskrift"), "O")
WORD_WAY = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "En vej"), "E")
WORD_OUT = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Udelad linjen"), "U", "Delete")
WORD_EDIT = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Ret linjen, eller del den"), "F2")
WORD_MERGE = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Saml med linjen før"), "M")
WORD_UP = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Flyt linjen op"), "Alt+Up")
WORD_DOWN = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Flyt linjen ned"), "Alt+Down")
WORD_SPLIT = _key(
    Where.WORD, QT_TRANSLATE_NOOP("keys", "Del linjen, hvor du skriver"), *_ENTER, *_SHIFTED
)
WORD_DONE = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Færdig med at rette linjen"), *_SEND)
WORD_JOIN = _key(
    Where.WORD,
    QT_TRANSLATE_NOOP("keys", "Saml med linjen før, når du står forrest i den"),
    "Backspace",
)
WORD_LEAVE = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Fortryd rettelsen af linjen"), "Escape")
WORD_NEXT = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Til det næste, der skal ses på"), "F8")
MAKE_DRAFT = _key(Where.WORD, QT_TRANSLATE_NOOP("keys", "Lav kladden"), "Ctrl+Shift+S")

# Hent ind

KEEP_OURS = _key(Where.INCOMING, QT_TRANSLATE_NOOP("keys", "Behold vores"), "B")
TAKE_THEIRS = _key(Where.INCOMING, QT_TRANSLATE_NOOP("keys", "Tag deres"), "T")
MERGE_BOTH = _key(Where.INCOMING, QT_TRANSLATE_NOOP("keys", "Saml de to"), "S")
WAIT = _key(Where.INCOMING, QT_TRANSLATE_NOOP("keys", "Vent"), "V")
NEXT_CHOICE = _key(Where.INCOMING, QT_TRANSLATE_NOOP("keys", "Det næste valg"), "Space")
TAKE_IN = _key(
    Where.INCOMING, QT_TRANSLATE_NOOP("keys", "Hent ind, som du har valgt"), "Ctrl+Shift+S"
)
