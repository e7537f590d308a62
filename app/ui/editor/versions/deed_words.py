"""The Danish words for what was done to a version."""

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import as_sentence, date_label, listed
from app.model.library.version_work import Deed, Readers, Trial, VersionDeed
from app.model.times import day_of

translate = QCoreApplication.translate


def deed_text(deed: Deed) -> str:
    """Name what was done."""
    return {
        Deed.WRITTEN: translate("deed", "Skrevet"),
        Deed.CHANGED: translate("deed", "Skrevet videre"),
        Deed.SENT: translate("deed", "Sendt til godkendelse"),
        Deed.TAKEN_BACK: translate("deed", "Trukket tilbage"),
        Deed.SENT_BACK: translate("deed", "Sendt tilbage"),
        Deed.APPROVED: translate("deed", "Godkendt"),
        Deed.PUBLISHED: translate("deed", "Udgivet"),
        Deed.OVER_BUDGET: translate("deed", "Beder om mere end budgettet"),
        Deed.RETIRED: translate("deed", "Taget ud af brug"),
        Deed.DISCARDED: translate("deed", "Lagt til side"),
        Deed.RESTORED: translate("deed", "Gendannet"),
        Deed.MERGED: translate("deed", "Samlet med en nyere"),
        Deed.IMPORTED: translate("deed", "Hentet ind"),
        Deed.DECLINED: translate("deed", "Valgt fra"),
        Deed.OVERTAKEN: translate("deed", "Afløst, før nogen tog stilling"),
        Deed.TRIAL_BEGUN: translate("deed", "Prøvehandling begyndt"),
        Deed.TRIAL_KEPT: translate("deed", "Prøvehandling beholdt"),
        Deed.TRIAL_DROPPED: translate("deed", "Prøvehandling droppet"),
    }[deed]


def deed_line(done: VersionDeed) -> str:
    """Say in a line who did what, when, and of which version it was made."""
    what = deed_text(done.deed)
    if done.other is not None:
        of_version = translate("deed", "{} fra version {}")
        what = of_version.format(what, done.other)
    day = date_label(day_of(done.at))
    if not done.actor:  # the program did it
        return translate("deed", "{} · {}").format(day, what)
    return translate("deed", "{} · {} af {}").format(day, what, done.actor)


def readers_line(readers: Readers) -> str:
    """Say who has read a version, and who of the team has not; nobody is counted unnamed."""
    if not readers.team:
        if not readers.read:
            return translate("deed", "Ingen har noteret endnu, at de har læst den")
        names = listed([one.person for one in readers.read])
        return translate("deed", "Læst og forstået af {}").format(names)
    count, whole = len(readers.team) - len(readers.missing), len(readers.team)
    words = translate("deed", "Læst og forstået af {} af {} i teamet").format(count, whole)
    if not readers.missing:
        return words
    return translate("deed", "{}. Mangler: {}").format(words, listed(list(readers.missing)))


def trial_line(trial: Trial) -> str:
    """Say what a trial asks, and when it runs."""
    begins, ends = date_label(trial.begins), date_label(trial.ends)
    words = translate("deed", "{}: {} Fra {} til {}.")
    return words.format(trial.name, as_sentence(trial.question), begins, ends)
