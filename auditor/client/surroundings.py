"""What a command finds around it: what must be the same in the warm process, and what a child there takes on."""

from __future__ import annotations

import locale
import os
import resource
import signal
import sys
from typing import Any

_DECISIVE = frozenset(
    {"HOME", "XDG_CACHE_HOME", "PYTHONPATH", "PYTHONHOME", "PYTHONUSERBASE", "PYTHONHASHSEED", "OPENBLAS_NUM_THREADS"}
)
"""Variables beside our own that decide what a process loads; those for the interpreter show in its flags."""


def key() -> dict[str, Any]:
    """Return what a process has decided when it starts: where two differ in it, one cannot work for the other."""
    return {
        "package": __file__,
        "python": [os.path.realpath(sys.executable), sys.version, sys.prefix],
        "flags": [_flags(), sys.warnoptions, sorted(map(str, sys._xoptions.items()))],
        "variables": {n: v for n, v in os.environ.items() if n.startswith("AUDITOR_") or n in _DECISIVE},
        "encoding": [name.lower() for name in (sys.getfilesystemencoding(), locale.getpreferredencoding(False))],
        "user": [os.geteuid(), os.getegid(), sorted(os.getgroups())],
        "system": [os.readlink("/proc/self/ns/mnt"), os.readlink("/proc/self/ns/net"), os.stat("/").st_ino],
        "niceness": os.getpriority(os.PRIO_PROCESS, 0),
    }


def _flags() -> dict[str, Any]:
    """Return the flags of the interpreter; not UTF-8 mode, which a C locale sets in us and not in what we start."""
    names = (name for name in dir(sys.flags) if name[0] != "_" and name not in {"count", "index", "utf8_mode"})
    return {name: getattr(sys.flags, name) for name in names}


def surroundings() -> dict[str, Any]:
    """Return what a child takes on, beside the descriptors of ``handed``."""
    return {
        "environment": dict(os.environ),
        "path": sys.path[0],
        "umask": _umask(),
        "streams": [[stream.encoding, stream.errors] for stream in (sys.stdin, sys.stdout, sys.stderr)],
        "limits": {name: resource.getrlimit(getattr(resource, name)) for name in _limits()},
        "processors": sorted(os.sched_getaffinity(0)),
        "deaf": signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
    }


def _limits() -> list[str]:
    return [name for name in dir(resource) if name.startswith("RLIMIT_")]


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
