"""Danish sentences for what can befall the data folder: the disk, the file, its backups."""

from PySide6.QtCore import QCoreApplication

WITHOUT_BACKUP = "_without_backup"
"""Ends the code of a text that stands for another where there is no backup."""


def data_texts() -> dict[str, tuple[str, str]]:
    """Return a heading and a line below for each code."""
    return {**_disk(), **_place(), **_damage(), **_versions(), **_clock(), **_backups()}


def _disk() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "disk_full": (
            translate("told", "Der er ikke plads på disken"),
            translate(
                "told",
                "Alt, der stod som gemt, er gemt. Det sidste er ikke. Frigør plads, og prøv igen.",
            ),
        ),
        "read_only": (
            translate("told", "Dine data kan læses, men ikke ændres"),
            translate(
                "told",
                "Alt, der stod som gemt, er gemt. Filen {path} er skrivebeskyttet. "
                "Fjern beskyttelsen, eller vælg en anden mappe.",
            ),
        ),
        "folder_not_writable": (
            translate("told", "Der kan ikke skrives i datamappen"),
            translate(
                "told",
                "Intet er ændret. Se efter, om du har adgang til {folder}, "
                "eller vælg en anden mappe.",
            ),
        ),
        "locked": (
            translate("told", "Et andet program bruger dine data lige nu"),
            translate(
                "told",
                "Alt, der stod som gemt, er gemt. Det sidste er ikke. Vent et øjeblik, "
                "og prøv igen.",
            ),
        ),
        "io": (
            translate("told", "Disken svarer ikke, som den skal"),
            translate(
                "told",
                "Alt, der stod som gemt, er gemt. Det sidste er ikke. Se efter, om drevet er "
                "forbundet, og prøv igen.",
            ),
        ),
        "file_not_written": (
            translate("told", "Filen kunne ikke gemmes"),
            translate("told", "{path} blev ikke skrevet. Var der en fil i forvejen, er den urørt."),
        ),
    }


def _place() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    kept = translate(
        "told",
        "Alt, der stod som gemt, er lagt blandt sikkerhedskopierne. Her gemmes intet mere. "
        "Kopiér det, du har skrevet, og som ikke er gemt. Luk så programmet, og åbn det igen: "
        "så kan kopien hentes.",
    )
    return {
        "vanished": (translate("told", "Filen med dine data er ikke længere i mappen"), kept),
        "replaced": (
            translate("told", "Filen med dine data er blevet skiftet ud med en anden"),
            kept,
        ),
        "written_over": (
            translate("told", "Der er skrevet hen over filen med dine data"),
            kept,
        ),
        "overwritten": (
            translate("told", "Der er skrevet hen over filen med dine data"),
            translate(
                "told",
                "Her kan intet mere læses eller gemmes. Kopiér det, du har skrevet, og som ikke "
                "er gemt. Luk så programmet, og åbn det igen: er filen beskadiget, kan "
                "sikkerhedskopien hentes.",
            ),
        ),
        "lost": (
            translate("told", "Filen med dine data er ikke længere, hvor den var"),
            translate(
                "told",
                "Her gemmes intet mere, og det, vinduet har, kunne ikke lægges til side. Lad "
                "vinduet stå åbent, sæt mappen {folder} på plads, og prøv igen.",
            ),
        ),
        "missing": (
            translate("told", "Filen med dine data er væk"),
            translate(
                "told",
                "Mappen {folder} har haft dine data, men filen er der ikke. Er den flyttet, så sæt "
                "den på plads, og prøv igen. Ellers hent sikkerhedskopien, eller vælg en anden "
                "mappe.",
            ),
        ),
        f"missing{WITHOUT_BACKUP}": (
            translate("told", "Filen med dine data er væk"),
            translate(
                "told",
                "Mappen {folder} har haft dine data, men filen er der ikke, og der er ingen "
                "sikkerhedskopi. Er den flyttet, så sæt den på plads, og prøv igen, eller vælg en "
                "anden mappe.",
            ),
        ),
        "closed": (
            translate("told", "Dine data er lukket"),
            translate("told", "Alt, der stod som gemt, er gemt. Åbn programmet igen."),
        ),
        "no_file": (
            translate("told", "Der ligger noget andet, hvor filen med dine data skal være"),
            translate("told", "Intet er ændret. Flyt {path} væk, eller vælg en anden mappe."),
        ),
        "not_connected": (
            translate("told", "Drevet med dine data er ikke forbundet"),
            translate(
                "told",
                "Intet er ændret. {path} peger på et sted, der ikke er der. Forbind "
                "drevet, og prøv igen.",
            ),
        ),
        "in_use": (
            translate("told", "Et andet vindue har dine data åbne"),
            translate("told", "Intet er ændret. Luk alle andre vinduer, og prøv igen."),
        ),
    }


def _damage() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    restored = translate(
        "told",
        "Intet er slettet. Hent sikkerhedskopien: den beskadigede fil bliver liggende ved siden "
        "af, og det, der kan læses i den, tages med.",
    )
    alone = translate(
        "told",
        "Intet er slettet. Der er ingen sikkerhedskopi, men det, der kan læses, kan hentes; den "
        "beskadigede fil bliver liggende ved siden af.",
    )
    return {
        "damaged": (translate("told", "Filen med dine data er beskadiget"), restored),
        "log_cut": (
            translate("told", "Det sidste, der blev gemt, kan ikke læses, som det er"),
            translate(
                "told",
                "Programmet sluttede uventet, og noget er beskadiget eller væk siden. "
                "Hent sikkerhedskopien: alt, der kan læses, tages med, og intet slettes.",
            ),
        ),
        f"damaged{WITHOUT_BACKUP}": (translate("told", "Filen med dine data er beskadiget"), alone),
        f"log_cut{WITHOUT_BACKUP}": (
            translate("told", "Det sidste, der blev gemt, kan ikke læses, som det er"),
            alone,
        ),
        "found_damaged": (
            translate("told", "Noget i filen med dine data kan ikke læses"),
            translate(
                "told",
                "Intet er slettet. Luk programmet, og åbn det igen: så kan sikkerhedskopien "
                "hentes, og det, der kan læses i filen, tages med.",
            ),
        ),
        f"found_damaged{WITHOUT_BACKUP}": (
            translate("told", "Noget i filen med dine data kan ikke læses"),
            translate(
                "told",
                "Intet er slettet. Der er ingen sikkerhedskopi. Luk programmet, og åbn det igen: "
                "så kan det, der kan læses i filen, hentes.",
            ),
        ),
    }


def _versions() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "newer_version": (
            translate("told", "Dine data er fra en nyere udgave af Rød tråd"),
            translate(
                "told",
                "Intet er ændret. Opdatér programmet på denne computer, eller vælg en anden mappe.",
            ),
        ),
        "newer_document": (
            translate("told", "Noget er skrevet af en nyere udgave af Rød tråd"),
            translate(
                "told",
                "Det kan hverken vises eller ændres her. Intet er ændret. Opdatér programmet på "
                "denne computer.",
            ),
        ),
    }


def _clock() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    meanwhile = translate(
        "told",
        "Computerens ur siger {now}, men sidst var det {seen}. Indtil du svarer, slettes hverken "
        "forløb eller sikkerhedskopier, men frister og tider følger uret. Er datoen forkert, så "
        "ret uret på computeren.",
    )
    return {
        "clock_ahead": (translate("told", "Er datoen rigtig? Uret er langt foran"), meanwhile),
        "clock_behind": (translate("told", "Er datoen rigtig? Uret er langt bagud"), meanwhile),
    }


def _backups() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "older_than_backup": (
            translate("told", "Filen med dine data er ældre end en sikkerhedskopi"),
            translate(
                "told",
                "Kopien fra {when} er kommet længere. Er den rigtig, så hent den tilbage under "
                "Indstillinger.",
            ),
        ),
        "backup_not_whole": (
            translate("told", "Sikkerhedskopien kan ikke læses helt"),
            translate("told", "Intet er ændret. Vælg en anden: {name} er beskadiget."),
        ),
    }
