"""Lines that choose: `Hvis ja: gå til trin 4`, `Nej → sagen afsluttes`."""

import re

from msgspec import Struct

from app.model.danish.time_notation import capital

_YES_NO = re.compile(
    r"^\s*(?:(?:hvis|såfremt|når|er)\s+)?(?:svaret\s+er\s+|der\s+svares\s+)?»?(?P<when>ja|nej)«?"
    r"(?:\s*(?::|→|⇒|->|=>|–|—|-|,|\.)\s*|\s+(?=(?:så|gå|fortsæt|se|kontakt|afslut|luk|send)\b)|\s*$)"
    r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ELSE = re.compile(
    r"^\s*(?P<when>ellers|i\s+modsat\s+fald|i\s+andre\s+tilfælde)\s*(?::|→|->|–|-|,)?\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_IF = re.compile(
    r"^\s*(?:hvis|såfremt|når|ved|i\s+tilfælde\s+af)\s+(?P<when>.{2,80}?)\s*"
    r"(?::|→|⇒|->|=>|\s[–—-]\s|,\s*(?:så\s+)?)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OTHER = re.compile(r"^(?P<when>[^:→]{2,80}?)\s*(?::|→|⇒|->|=>)\s*(?P<rest>.*)$", re.DOTALL)
_COUNTED = r"(?:trin|punkt|pkt\.?|nr\.?|step|fase|litra)"
_FIGURES = r"[a-z]{0,2}\d{1,2}(?:[.\-–]\d{1,2})*(?:\.?[a-z])?(?!\w|\s*%)"
_LETTERS = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v|x)|[a-z])(?=[).,;:]|\s*$|\s+(?:og|[–(-]))"
_TO_STEP = re.compile(
    rf"(?:(?:til|med|i|ved|fra|på|se)?\s*\(?(?<![\wæøå]){_COUNTED}\s*\(?"
    rf"(?P<number>{_FIGURES}|{_LETTERS})\)?"
    r"|\btil\s+(?P<bare>\d{1,2}(?:\.\d{1,2})*)(?!\s*[a-zæøå%])\)?)",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"^(?:så\s+)?(?:gå|gås|fortsæt|fortsættes|fortsætter|der\s+fortsættes|vi\s+fortsætter|gå\s+videre|"
    r"gå\s+tilbage|vend\s+tilbage|tilbage|videre|næste\s+trin|spring|se|du\s+går|forløbet\s+fortsætter)?"
    r"(?:\s+(?:videre|tilbage|frem|her))?(?:\s+(?:til|med|i))?(?:\s+(?:næste\s+trin|forløbet))?[\s.]*$",
    re.IGNORECASE,
)
_GOING = re.compile(
    r"^(?:så\s+)?(?:gå|gås|fortsæt|fortsættes|fortsætter|spring|se|vend\s+tilbage)\s+"
    r"(?:(?:videre|tilbage|frem)\s+)?(?:til|med|ved)\s+",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:afslut\w*|lukke[srt]?|luk|henlæg\w*|stopper|slutter|ikke\s+yderligere|ingen\s+yderligere)\b",
    re.IGNORECASE,
)


class WaySaid(Struct, frozen=True):
    """What a line says of a way: when it is taken, and what then.

    `number` is that of the step it leads to. `is_plain` tells that there is no more to it than
    where it leads, and `beside` what else there is; `ends` that the case ends there.
    """

    when: str
    then: str = ""
    number: str = ""
    is_plain: bool = True
    ends: bool = False
    beside: str = ""


def is_yes_or_no(text: str) -> bool:
    """Tell whether a line answers a question: `Hvis ja …`, `Nej: …`, `Ellers …`."""
    return bool(_YES_NO.match(text) or _ELSE.match(text))


def is_condition(text: str) -> bool:
    """Tell whether a line may be one way of a choice."""
    return is_yes_or_no(text) or bool(_IF.match(text))


def read_way(text: str) -> WaySaid:
    """Read a line as a way. What is no condition at all is one as a whole."""
    found = _YES_NO.match(text) or _ELSE.match(text) or _IF.match(text) or _OTHER.match(text)
    if found is None:
        return WaySaid(capital(text.strip(" .:")) or text)
    when = capital(" ".join(found["when"].split()).strip(" .:,")) or text
    then = capital(found["rest"].strip())
    target = _TO_STEP.search(then)
    if target is not None:
        rest = f"{then[: target.start()]} {then[target.end() :]}".strip()
        number = target["number"] or target["bare"]
        return WaySaid(when, then, number, is_onward(rest), beside=rest)
    return WaySaid(when, then, is_plain=is_onward(then), ends=_ends(then))


def is_onward(text: str) -> bool:
    """Tell whether words say no more than that one goes on: `gå til`, `fortsæt med`, nothing."""
    return bool(_ONWARD.match(text))


def goal_of(then: str) -> str:
    """Return where one is sent: `Fortsæt med Tal med barnet` sends to `Tal med barnet`."""
    return _GOING.sub("", then.strip(), count=1)


def _ends(then: str) -> bool:
    return bool(_ENDS.search(then))
