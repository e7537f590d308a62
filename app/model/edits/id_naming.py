"""New ids: the slug of a title, unique among its siblings, never changed afterwards."""

import re
import unicodedata
from collections.abc import Container

from app.model.cpr import holds_cpr
from app.model.ids import TRIGGER

LONGEST_SLUG = 60

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "§": " par "})


def slug_of(title: str, fallback: str = "trin") -> str:
    """Return a title as an id: `Vurdér, om barnet er i fare` becomes `vurder-om-barnet-er-i-fare`.

    The fallback is for titles without a letter or digit, and those that may hold a CPR number.
    """
    spelt = unicodedata.normalize("NFKD", title.lower().translate(_DANISH))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in spelt if not unicodedata.combining(c)))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST_SLUG]
        if len(longer) > LONGEST_SLUG:
            break
        slug = longer
    return fallback if not slug or holds_cpr(slug) else slug


def new_id(title: str, taken: Container[str], fallback: str = "trin") -> str:
    """Return an id that nobody has: the slug of the title, with a number where it is taken."""
    slug = slug_of(title, fallback)
    name, number = slug, 1
    while name in taken or name == TRIGGER:
        number += 1
        name = f"{slug}-{number}"
    return name
