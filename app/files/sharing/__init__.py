"""Texts for others: a library folder or one bundle file, with what each text came from."""

from app.files.sharing.bundle import write_bundle
from app.files.sharing.delivery import Delivery, read_delivery
from app.files.sharing.folder import place_in, shared_files, write_folder
from app.files.sharing.manifest import Manifest, SharedText

__all__ = [
    "Delivery",
    "Manifest",
    "SharedText",
    "place_in",
    "read_delivery",
    "shared_files",
    "write_bundle",
    "write_folder",
]
