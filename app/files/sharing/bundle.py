"""Shared texts as one file: a zip of the files, always the same bytes for the same texts.

It may come from anywhere, so it is opened with every care. What cannot be read is refused here,
once: share_missing, share_denied, share_too_large, share_foreign, share_damaged, share_unsafe.
"""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from app.files.disk import LARGEST
from app.files.patience import LARGEST_WHOLE, MOST_FILES, Patience
from app.files.sharing.manifest import MANIFEST
from app.model.errors import Refused

LARGEST_BUNDLE = 20_000_000
"""Bytes on the disk; the whole shipped library takes a fortieth of it."""

LONGEST_NAME = 300

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time that every file in a bundle bears, so that the same texts are the same bytes."""

_UNIX = 3
_READABLE = (stat.S_IFREG | 0o644) << 16
_TEXTS = re.compile(r"(?:[a-z0-9-]+/){0,2}[A-Za-z0-9_-]+\.(?:yaml|md|json)")
"""The paths that a library has; what goes by others is no part of one."""

_ENCRYPTED = 0x1


def write_bundle(files: Mapping[str, str]) -> bytes:
    """Pack files into one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(entry, files[name].encode("utf-8"))
    return packed.getvalue()


def read_bundle(path: Path, patience: Patience | None = None) -> dict[str, bytes]:
    """Unpack a bundle in memory: its texts, each under its path. Other files are left out."""
    with _opened(_raw(path)) as bundle:
        entries = bundle.infolist()
        _refuse_too_much(entries)
        names = [_safe_name(entry) for entry in entries]
        if MANIFEST not in names:
            raise Refused("share_foreign")
        if len(set(map(str.casefold, names))) < len(names):
            raise Refused("share_unsafe")
        return dict(_texts(bundle, entries, patience or Patience()))


def _raw(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refused("share_missing", name=path.name)
        with path.open("rb") as file:
            raw = file.read(LARGEST_BUNDLE + 1)
    except OSError as error:
        raise Refused("share_denied", name=path.name, reason=error.strerror or "") from error
    if len(raw) > LARGEST_BUNDLE:
        raise _too_large()
    return raw


def _opened(raw: bytes) -> zipfile.ZipFile:
    if not raw.startswith(b"PK"):
        raise Refused("share_foreign")
    try:
        return zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refused("share_damaged") from error


def _refuse_too_much(entries: list[zipfile.ZipInfo]) -> None:
    """Look at what the list of contents tells before anything is unpacked."""
    unpacked = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries), default=0)
    if len(entries) > MOST_FILES or unpacked > LARGEST_WHOLE or largest > LARGEST:
        raise _too_large()


def _safe_name(entry: zipfile.ZipInfo) -> str:
    """Return the path of an entry; one that could lead out of the folder is refused."""
    name = entry.orig_filename
    parts = PurePosixPath(name.rstrip("/")).parts
    mode = entry.external_attr >> 16
    is_plain = not stat.S_IFMT(mode) or stat.S_ISREG(mode) or stat.S_ISDIR(mode)
    is_inside = parts and not name.startswith("/") and ".." not in parts
    has_odd_signs = any(sign in name for sign in '\\:\0<>|"?*') or not name.isprintable()
    if not is_inside or has_odd_signs or not is_plain or len(name) > LONGEST_NAME:
        raise Refused("share_unsafe")
    return name


def _texts(
    bundle: zipfile.ZipFile, entries: list[zipfile.ZipInfo], patience: Patience
) -> Iterator[tuple[str, bytes]]:
    for entry in entries:
        patience.look()
        if not _TEXTS.fullmatch(entry.filename):
            continue
        if entry.flag_bits & _ENCRYPTED:
            raise Refused("share_foreign")
        yield entry.filename, _unpacked(bundle, entry)


def _unpacked(bundle: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        with bundle.open(entry) as file:
            content = file.read(LARGEST + 1)
    except (
        zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError,
        ValueError,
    ) as error:  # fmt: skip
        raise Refused("share_damaged") from error
    if len(content) > LARGEST:
        raise _too_large()
    return content


def _too_large() -> Refused:
    return Refused("share_too_large", limit=str(LARGEST_BUNDLE // 1_000_000))
