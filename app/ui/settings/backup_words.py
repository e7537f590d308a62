"""Backups in words: when one was made, why, and how large it is."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from app.model.notation import date_label, time_label
from app.model.recovery import Backup, BackupKind


def when_words(moment: datetime) -> str:
    """Say to the minute when a backup was made: several may be of one day."""
    return f"{date_label(moment)} {time_label(moment)}"


def backup_words(backup: Backup) -> str:
    """Name a backup so that it can be told from the others."""
    translate = QCoreApplication.translate
    why = {
        BackupKind.DAILY: translate("settings", "den daglige"),
        BackupKind.ASKED: translate("settings", "taget på ønske"),
        BackupKind.BEFORE_UPGRADE: translate("settings", "før en ny udgave af programmet"),
        BackupKind.BEFORE_RESTORE: translate("settings", "før en kopi blev hentet tilbage"),
        BackupKind.BEFORE_DELETION: translate("settings", "før noget blev slettet"),
        BackupKind.RESCUED: translate("settings", "reddet, da filen forsvandt"),
        BackupKind.OTHER: backup.name,
    }
    size = QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    words = f"{when_words(backup.made)}, {why[backup.kind]}, {size}"
    return (
        words if backup.is_readable else translate("settings", "{}, kan ikke læses").format(words)
    )
