"""The colours of the program, on screen and on paper. One value decides light, dark and print.

Names and contrasts are those of the visual standard: `ink` on `paper` is text on the window's
ground; every pair that carries text keeps at least 4.5:1, every line that must be seen 3:1.
"""

from msgspec import Struct


class Ink(Struct, frozen=True):
    """A set of colours as `#RRGGBB`. `is_black` marks print with black ink alone."""

    paper: str
    surface: str
    sunken: str
    field: str
    ink: str
    ink_2: str
    ink_3: str
    hair: str
    part: str
    arrow: str
    accent: str
    accent_hover: str
    accent_tint: str
    accent_wash: str
    on_accent: str
    thread: str
    thread_tint: str
    on_thread: str
    lane: str
    lane_alt: str
    lane_head: str
    child: str
    child_head: str
    child_ink: str
    child_line: str
    done: str
    done_tint: str
    soon: str
    soon_tint: str
    wait: str
    wait_tint: str
    off: str
    off_tint: str
    focus: str
    is_dark: bool = False
    is_black: bool = False


LIGHT = Ink(
    paper="#F7F5F0",
    surface="#FFFFFF",
    sunken="#EFECE4",
    field="#FFFFFF",
    ink="#1E2427",
    ink_2="#485155",
    ink_3="#626A6D",
    hair="#DFDBD1",
    part="#7A8080",
    arrow="#5B6466",
    accent="#0E5F6B",
    accent_hover="#0A4C56",
    accent_tint="#DDECEC",
    accent_wash="#EEF4F3",
    on_accent="#FFFFFF",
    thread="#B11E2B",
    thread_tint="#FBECEA",
    on_thread="#FFFFFF",
    lane="#FBFAF7",
    lane_alt="#F3F1EB",
    lane_head="#EFECE4",
    child="#FCF1DB",
    child_head="#F6E2B9",
    child_ink="#6A4708",
    child_line="#B07C1E",
    done="#2A6B45",
    done_tint="#E6F1E9",
    soon="#855400",
    soon_tint="#FBF0D9",
    wait="#3C5682",
    wait_tint="#E8EDF6",
    off="#666D70",
    off_tint="#F1EFE9",
    focus="#0E5F6B",
)

DARK = Ink(
    paper="#191C1E",
    surface="#24292B",
    sunken="#131618",
    field="#1D2123",
    ink="#EEEBE4",
    ink_2="#C3C6C3",
    ink_3="#A2A8A7",
    hair="#363C3E",
    part="#7B8587",
    arrow="#98A1A2",
    accent="#6CC2C9",
    accent_hover="#8AD3D8",
    accent_tint="#1B363A",
    accent_wash="#20302F",
    on_accent="#0B2226",
    thread="#F27D7F",
    thread_tint="#3B2224",
    on_thread="#2B0B0D",
    lane="#1E2224",
    lane_alt="#1A1D1F",
    lane_head="#23282A",
    child="#2E2719",
    child_head="#413518",
    child_ink="#F1D596",
    child_line="#C39A4A",
    done="#7CC79A",
    done_tint="#1D3226",
    soon="#E8B45A",
    soon_tint="#372B14",
    wait="#A3BCE8",
    wait_tint="#222C3F",
    off="#A2A8A7",
    off_tint="#202426",
    focus="#6CC2C9",
    is_dark=True,
)

PAPER = Ink(
    paper="#FFFFFF",
    surface="#FFFFFF",
    sunken="#EFECE4",
    field="#FFFFFF",
    ink="#1E2427",
    ink_2="#485155",
    ink_3="#626A6D",
    hair="#DFDBD1",
    part="#7A8080",
    arrow="#5B6466",
    accent="#0E5F6B",
    accent_hover="#0A4C56",
    accent_tint="#DDECEC",
    accent_wash="#EEF4F3",
    on_accent="#FFFFFF",
    thread="#B11E2B",
    thread_tint="#FBECEA",
    on_thread="#FFFFFF",
    lane="#FFFFFF",
    lane_alt="#F6F5F1",
    lane_head="#EFECE4",
    child="#FCF1DB",
    child_head="#F6E2B9",
    child_ink="#6A4708",
    child_line="#B07C1E",
    done="#2A6B45",
    done_tint="#E6F1E9",
    soon="#855400",
    soon_tint="#FBF0D9",
    wait="#3C5682",
    wait_tint="#E8EDF6",
    off="#666D70",
    off_tint="#F1EFE9",
    focus="#0E5F6B",
)

BLACK = Ink(
    paper="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    field="#FFFFFF",
    ink="#000000",
    ink_2="#000000",
    ink_3="#000000",
    hair="#000000",
    part="#000000",
    arrow="#000000",
    accent="#000000",
    accent_hover="#000000",
    accent_tint="#FFFFFF",
    accent_wash="#FFFFFF",
    on_accent="#FFFFFF",
    thread="#000000",
    thread_tint="#FFFFFF",
    on_thread="#FFFFFF",
    lane="#FFFFFF",
    lane_alt="#FFFFFF",
    lane_head="#FFFFFF",
    child="#FFFFFF",
    child_head="#FFFFFF",
    child_ink="#000000",
    child_line="#000000",
    done="#000000",
    done_tint="#FFFFFF",
    soon="#000000",
    soon_tint="#FFFFFF",
    wait="#000000",
    wait_tint="#FFFFFF",
    off="#000000",
    off_tint="#FFFFFF",
    focus="#000000",
    is_black=True,
)

THEME_INKS = {
    "henvendelser": "#0E5F6B",
    "barnets-stemme": "#80540B",
    "undersoegelse": "#35508A",
    "akut": "#4A4F57",
    "stoette": "#3B6A3A",
    "anbringelse": "#6B4A78",
    "kvalitet": "#5A5B3A",
    "maal": "#0B6552",
    "funktionsnedsaettelse": "#8A3F6D",
    "unge": "#5D4A9C",
}
"""Inks of the themes, by the name a theme gives; each holds white text at 6:1."""


def theme_ink(name: str) -> str:
    """Return a theme's ink; a theme whose ink is unknown gets the neutral one."""
    return THEME_INKS.get(name, THEME_INKS["akut"])
