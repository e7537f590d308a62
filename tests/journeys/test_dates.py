"""Dates are typed as a Dane writes them; what is read is shown whole, what is not is refused."""

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION, Case


def opened(program: Journey) -> Hand:
    """Open a case of yesterday."""
    program.given(AT_A_DECISION)
    hand = program.open()
    hand.waits_for("2 Er barnet i fare nu?")
    hand.click("2026-04502")
    hand.press("Enter")
    hand.waits_for("Sag 2026-04502")
    return hand


def test_a_forloeb_begins_at_the_time_that_was_typed(program: Journey) -> None:
    hand, began = program.open(), "Underretningen er modtaget"
    hand.click("Start forløb")
    hand.type("2026-04417")
    hand.press("Tab")
    hand.type("25.11.2026 09.15")
    hand.press("Tab")
    assert hand.value_of(began) == "25.11.2026 kl. 09.15"

    hand.write(began, "35.11.2026 09.15")
    hand.press("Enter")
    hand.waits_for("Den dag findes ikke. Skriv som 27.11.2026 kl. 9.15.")
    assert hand.value_of(began) == "35.11.2026 09.15"
    assert hand.focus == began
    hand.write(began, "27.11.26 25.00")
    assert not hand.sees("Det ligner et cpr-nummer. …"), "it is a time that there is not"
    hand.press("Enter")
    hand.waits_for("Det klokkeslæt findes ikke. …")
    hand.write(began, "27/11 9.15")
    hand.press("Enter")
    hand.waits_for("Tidspunktet ligger i fremtiden.")
    hand.write(began, "i går 9.15")
    assert not hand.sees("Tidspunktet ligger i fremtiden.")
    hand.press("Enter")
    hand.waits_for("Underretningen er modtaget 25.11.2026 kl. 9.15")


def test_the_number_and_the_beginning_of_a_case_are_corrected_where_they_stand(
    program: Journey,
) -> None:
    hand = opened(program)
    hand.click("Ret sagsnummer")
    hand.press("Ctrl+A")
    hand.type("Sofie\n")
    hand.waits_for("Det ligner ikke et sagsnummer.")
    hand.press("Esc")
    assert hand.focus == "Ret sagsnummer"
    hand.press("Space", "Ctrl+A")
    hand.type("2026-04520\n")
    hand.waits_for("Sag 2026-04520")
    assert hand.focus == "Ret sagsnummer"

    hand.click("Ret tidspunkt")
    assert hand.value_of("Hvornår begyndte det?") == "25.11.2026 kl. 14.05"
    hand.press("Ctrl+A")
    hand.type("26.11.2026 kl. 8\n")
    hand.waits_for("Trinnet »Modtag og notér tidspunktet« blev gjort før det, 25.11.2026 kl.")
    assert hand.focus == "Hvornår begyndte det?"
    hand.press("Ctrl+A")
    hand.type("24-11-2026 8:30\n")
    hand.waits_for("24.11.2026 kl. 8.30")
    assert hand.focus == "Ret tidspunkt"

    hand.click("Vis forløbets egne hændelser (3)")
    hand.finds("Sagsnummeret rettet fra 2026-04502 til 2026-04520")
    hand.press("Ctrl+Z")
    hand.waits_for("Underretningen er modtaget 25.11.2026 kl. 14.05")

    # with larger letters both are folded away: a button and a key bring them back over the flow
    hand.resizes(1280, 720)
    hand.press("Ctrl++")
    hand.waits_until(lambda: not hand.has("Ret sagsnummer"), "It is not folded away.")
    hand.press("F9")
    hand.waits_until(lambda: hand.focus == "Ret sagsnummer", "The side has not the keyboard.")
    hand.press("Space", "Ctrl+A")
    hand.type("2026-04521\n")
    hand.waits_for("Sag 2026-04521")
    hand.press("Ctrl+Z")
    hand.waits_for("Sag 2026-04520")
    hand.press("Esc")
    assert not hand.has("Ret sagsnummer")
    hand.click("Vis sagen og trinlisten")
    hand.click("Ret tidspunkt")
    hand.waits_for("Hvornår begyndte det?")
    hand.press("Esc", "Ctrl+0")
    hand.waits_until(lambda: hand.has("Ret sagsnummer"), "It is not in its place again.")

    hand.press("Ctrl+Z")
    hand.waits_for("Sag 2026-04502")
    hand.press("Ctrl+Shift+Z")
    hand.waits_for("Sag 2026-04520")
    hand.click("Til mine forløb")
    hand.waits_for("2026-04520")
    assert not hand.sees("2026-04502")


def test_a_wait_is_given_a_day_by_the_month(program: Journey) -> None:
    hand = opened(program)
    hand.click("Mere")
    hand.click("Afvent …")
    hand.write("Afventer", "svar fra skolen")
    hand.press("Tab")
    hand.type("snart\n")
    hand.waits_for("Det kan ikke læses. Skriv som 27.11.2026.")
    hand.press("Ctrl+A", "Del", "Alt+Down")
    hand.waits_for("november 2026")
    hand.click("fredag 27. november 2026")
    hand.press("Up", "Enter")
    hand.waits_for("Afventer svar fra skolen, ventes 28.11.2026")


def test_a_date_that_deadlines_count_from_is_unset_until_it_is_written(program: Journey) -> None:
    hand = opened(program)
    hand.click("Konkludér på underretningen")
    hand.waits_for("Ikke sat endnu")
    asked = "Kommunen er opmærksom på et muligt behov"
    assert hand.value_of(asked) == ""
    hand.click(f"I dag: {asked}")
    hand.waits_for("Gemt. Fristerne tæller herfra.")
    assert hand.value_of(asked) == "26.11.2026"
    hand.write(asked, "1.11")
    hand.press("Tab")
    hand.waits_until(lambda: hand.value_of(asked) == "1.11.2026", "It is not shown whole.")
    hand.write(asked, "24/12")
    hand.press("Tab")
    hand.waits_until(lambda: hand.value_of(asked) == "24.12.2025", "It has happened.")
    hand.write(asked, "i morgen")
    hand.press("Tab")
    hand.waits_for("Tidspunktet ligger i fremtiden. Skriv, hvornår det skete.")
    hand.write(asked, "")
    hand.press("Enter")
    hand.waits_for("Ikke sat endnu")


def test_closing_days_are_danish_days(program: Journey) -> None:
    hand = program.open()
    hand.click("Indstillinger", within="Steder")
    place = hand.finds("Gem afsluttede i").whole
    hand.write("Lukkedage", "24-12, 12-24")
    hand.press("Tab")
    hand.waits_for("»12-24«: Den dag findes ikke. Skriv som 24.12 eller 28.12.2026.")
    assert hand.value_of("Lukkedage") == "24-12, 12-24"
    assert hand.finds("Gem afsluttede i").whole == place
    hand.write("Lukkedage", "24/12, 05-06 og 28.12.2026")
    hand.press("Enter")
    assert hand.value_of("Lukkedage") == "24.12, 5.6, 28.12.2026"
    hand.click("Procedurer", within="Steder")
    hand.click("Indstillinger", within="Steder")
    assert hand.value_of("Lukkedage") == "24.12, 5.6, 28.12.2026"


def test_another_event_is_said_to_start_the_clock_and_taken_back(program: Journey) -> None:
    program.given(
        Case(
            number="2026-05101",
            procedure="barnets-plan",
            days=20,
            dates={"afgoerelse-anbringelse": 90},
        )
    )
    hand = program.open()
    hand.double_click("2026-05101", within="Mine forløb")
    hand.waits_for("Sag 2026-05101")
    hand.click("8 Skriv planen kort og forståeligt")
    hand.waits_for("Hvad regnes fristen fra?")
    assert hand.sees("Den seneste gælder. Vælg en anden, hvis den udløser fristen.")
    assert hand.sees("6.2.2027, 10 uger; sidste arbejdsdag før er 5.2.2027")
    hand.click("Anbringelsen er besluttet, 28.8.2026")
    hand.waits_for("Valgt i dette forløb.")
    assert hand.focus == "Anbringelsen er besluttet, 28.8.2026"
    assert not hand.sees("6.2.2027, 10 uger; sidste arbejdsdag før er 5.2.2027")
    hand.press("Up", "Space")
    hand.waits_for("6.2.2027, 10 uger; sidste arbejdsdag før er 5.2.2027")
    hand.press("Ctrl+Z", "Ctrl+Z")
    hand.waits_for("Den seneste gælder. Vælg en anden, hvis den udløser fristen.")
