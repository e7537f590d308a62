"""Whether the child was heard, in whole Danish sentences: one wording on screen and in journals."""

from app.model.danish.notation import as_sentence, capital, happened_label, law_label
from app.model.library.catalogue import Catalogue
from app.model.run.hearing import Company, Heard, Hearing, HearingGround

_COMPANY = {
    Company.ALONE: "alene",
    Company.WITH_SUPPORT: "sammen med en bisidder eller en anden, barnet har valgt",
    Company.WITH_PARENTS: "sammen med forældrene",
    Company.WITH_OTHERS: "sammen med andre",
}
_GROUNDS = {
    HearingGround.AGE: "barnets alder taler i afgørende grad imod",
    HearingGround.CIRCUMSTANCES: "andre forhold taler i afgørende grad imod",
    HearingGround.MATURITY: "barnets modenhed taler imod",
    HearingGround.NATURE_OF_CASE: "sagens karakter taler imod",
    HearingGround.NONE: "ingen af lovens grunde passer",
}


def company_words(company: Company) -> str:
    """Say with whom the child was."""
    return _COMPANY[company]


def ground_words(ground: HearingGround, catalogue: Catalogue) -> str:
    """Say why a child was not heard, with the provision that names it."""
    words, law = _GROUNDS[ground], ground.law
    return f"{words} ({law_label(law, catalogue, full=True)})" if law else words


def hearing_label(hearing: Hearing) -> str:
    """Say in a few words whether the child was heard, for lists."""
    if isinstance(hearing, Heard):
        return f"hørt {happened_label(hearing.when)}"
    return f"ikke hørt, fordi {_GROUNDS[hearing.ground]}"


def hearing_sentences(hearing: Hearing, catalogue: Catalogue) -> tuple[str, ...]:
    """Tell whether the child was heard: when, with whom and by which role, or why not."""
    if isinstance(hearing, Heard):
        when, company = happened_label(hearing.when), company_words(hearing.company)
        led = f"{capital(role_words(hearing.led_by, catalogue))} førte samtalen."
        return f"Barnet er hørt {when}, {company}.", led
    ground = ground_words(hearing.ground, catalogue)
    decided = f"{capital(role_words(hearing.decided_by, catalogue))} besluttede det."
    reason = as_sentence(f"Grund: {capital(hearing.words)}")
    return f"Barnet er ikke hørt: {ground}.", reason, decided


def role_words(role: str, catalogue: Catalogue) -> str:
    """Name a role as the library does; one that is gone by what it was called in the log."""
    known = catalogue.role_by_id.get(role)
    return known.title if known else role
