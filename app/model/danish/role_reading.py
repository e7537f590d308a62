"""Reading who does something: `Rådgiveren`, `teamleder`, `Ansvarlig: modtagelsen`."""

import re

from app.model.library.catalogue import Catalogue

_ALSO = {
    "barnet": ("barn", "den unge"),
    "foraeldre": ("forældre", "forældremyndighedsindehaver", "mor og far"),
    "netvaerk": ("netværk", "familie og netværk"),
    "modtagelse": ("modtagelse", "modtageteam", "visitator", "visitation", "modtageenhed"),
    "raadgiver": (
        "rådgiver", "socialrådgiver", "sagsbehandler", "myndighedsrådgiver", "familierådgiver",
        "børnerådgiver", "børne- og ungerådgiver", "sagsrådgiver", "myndighedssagsbehandler",
    ),
    "faglig-koordinator": ("faglig koordinator", "teamleder", "fagkonsulent", "teamkoordinator"),
    "afdelingsleder": ("afdelingsleder", "leder", "nærmeste leder", "familiechef", "afdelingschef"),
    "jurist": ("jurist", "juridisk konsulent"),
    "oekonomi": ("økonomimedarbejder", "økonomi", "administrativ medarbejder"),
    "bu-udvalg": ("børne- og ungeudvalg", "børn og unge-udvalg", "udvalg"),
    "fagfolk": ("fagfolk", "skole", "dagtilbud", "sundhedsplejerske", "sundhedspleje", "ppr"),
    "udfoerer": ("udfører", "familiebehandler", "kontaktperson", "støttekontaktperson"),
    "familieplejekonsulent": ("familieplejekonsulent", "plejefamiliekonsulent"),
    "moedeleder": ("mødeleder", "tovholder"),
    "doegnvagt": ("døgnvagt", "social døgnvagt"),
    "underretter": ("underretter",),
    "politi": ("politi",),
}  # fmt: skip
"""What roles are called in municipalities besides their titles."""

_ENDINGS = r"(?:en|et|n|ne|ene|er|r|erne|ens|s)?"
_AND = re.compile(
    r"(?:\s|,|;|/|\.|\(|\)|:|-|–|\bog\b|\beller\b|\bsamt\b|\bi samarbejde\b|\bmed\b)+", re.I
)


class RoleReader:
    """Finds the roles of a catalogue in texts."""

    def __init__(self, catalogue: Catalogue) -> None:
        words: dict[str, str] = {}
        for role in catalogue.roles:
            for name in (role.title, *_ALSO.get(role.id, ())):
                words.setdefault(name.casefold(), role.id)
        self._words = words
        spelt = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
        self._role = re.compile(
            rf"(?<![\wæøå])(?P<role>{spelt}){_ENDINGS}(?![\wæøå])", re.IGNORECASE
        )
        self._acting = re.compile(
            rf"\s*(?:den\s+)?(?P<role>{spelt}){_ENDINGS}(?![\wæøå])", re.IGNORECASE
        )
        self._named = re.compile(
            rf"\((?:v/|ved\s+)?\s*(?P<role>{spelt}){_ENDINGS}\s*\)", re.IGNORECASE
        )

    def first(self, text: str) -> str:
        """Return the first role that a text names; empty for none."""
        return self._of(self._role.search(text))

    def acting(self, text: str) -> str:
        """Return the role that a line begins with, or that stands alone in its brackets."""
        return self._of(self._acting.match(text)) or self._of(self._named.search(text))

    def says_more(self, text: str) -> bool:
        """Tell whether a text says more than one role."""
        rest, count = self._role.subn(" ", text)
        return count != 1 or bool(_AND.sub("", rest))

    def _of(self, found: re.Match[str] | None) -> str:
        return self._words[found["role"].casefold()] if found else ""
