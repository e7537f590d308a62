"""Whether a window can be shown at all, found out without starting Qt, which would abort."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_OFFSCREEN = ("offscreen", "minimal", "vnc")


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a display answers; on Windows and macOS there always is one."""
    if not sys.platform.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in _OFFSCREEN:
        return True
    return _answers_wayland(environment) or _answers_x11(environment.get("DISPLAY", ""))


def _answers_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _answers_socket(Path(folder) / name)


def _answers_x11(display: str) -> bool:
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdecimal():
        return False
    if host in ("", "unix"):
        return _answers_socket(Path(f"/tmp/.X11-unix/X{number}"))
    import socket

    try:
        with socket.create_connection((host, 6000 + int(number)), timeout=2):
            return True
    except OSError:
        return False


def _answers_socket(path: Path) -> bool:
    import socket

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
            client.settimeout(2)
            client.connect(str(path))
            return True
    except OSError:
        return False
