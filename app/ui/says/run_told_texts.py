"""Danish sentences for what is refused when a run is handed over, paused or corrected."""

from PySide6.QtCore import QCoreApplication


def run_texts() -> dict[str, tuple[str, str]]:
    """Return heading and line for each code."""
    translate = QCoreApplication.translate
    return {
        "colleague_missing": (
            translate("told", "Navnet mangler"),
            translate("told", "Skriv, hvem der skal have forløbet."),
        ),
        "pause_needs_reason": (
            translate("told", "Grunden mangler"),
            translate("told", "Skriv, hvad forløbet venter på, fx svar fra skolen."),
        ),
        "local_step_needs_title": (
            translate("told", "Trinnet mangler et navn"),
            translate("told", "Skriv kort, hvad der skal gøres."),
        ),
        "no_step_after_this": (
            translate("told", "Efter {step} kan der ikke stå et eget trin"),
            translate("told", "Vælg et trin, der ikke er en beslutning eller en afslutning."),
        ),
        "deadline_not_over": (
            translate("told", "Fristen ved {step} er ikke overskredet"),
            translate("told", "Der er ikke noget, der skal gøres af den grund."),
        ),
        "verify_not_done": (
            translate("told", "Punktet er ikke udført endnu"),
            translate("told", "Først når en er færdig med det, kan en anden se det efter."),
        ),
        "verify_own_work": (
            translate("told", "Du har selv gjort det"),
            translate("told", "Det er en anden end den, der gjorde det, som ser det efter."),
        ),
        "hearing_missing": (
            translate("told", "Er barnet hørt før {step}?"),
            translate("told", "Svar på det, før trinnet gøres færdigt."),
        ),
        "hearing_missing_at_close": (
            translate("told", "Er barnet hørt?"),
            translate("told", "Intet i forløbet fortæller det. Svar på det, før det afsluttes."),
        ),
        "hearing_needs_words": (
            translate("told", "Grunden mangler"),
            translate("told", "Skriv kort, hvorfor barnet ikke er hørt."),
        ),
        "hearing_needs_role": (
            translate("told", "Rollen mangler"),
            translate("told", "Vælg, hvilken rolle der førte samtalen eller besluttede det."),
        ),
        "heard_in_future": (
            translate("told", "Samtalen ligger i fremtiden"),
            translate("told", "Skriv, hvornår barnet blev hørt."),
        ),
        "done_in_future": (
            translate("told", "Tidspunktet ligger i fremtiden"),
            translate("told", "Skriv, hvornår trinnet blev gjort."),
        ),
        "done_before_start": (
            translate("told", "Det ligger før forløbets begyndelse, {start}"),
            translate("told", "Skriv et senere tidspunkt, eller ret først, hvornår det begyndte."),
        ),
        "clock_before_start": (
            translate("told", "Uret på computeren er før forløbets begyndelse"),
            translate(
                "told",
                "Uret siger {now}, og forløbet begyndte {start}. Intet er ændret. Ret uret, og gør "
                "det igen. Er det begyndelsen, der er forkert, så ret den ved sagen.",
            ),
        ),
        "start_after_done": (
            translate("told", "Trinnet »{step}« blev gjort før det, {when}"),
            translate("told", "Skriv et tidligere tidspunkt, eller ret først trinnets tid."),
        ),
    }
