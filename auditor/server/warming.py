"""Load all that an audit needs, before the first one is asked for."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from io import StringIO
from pathlib import Path

MODULES = (
    "auditor.cli.batch",
    "auditor.cli.check",
    "auditor.cli.compare",
    "auditor.cli.fixing",
    "auditor.cli.progress",
    "auditor.compare.contest",
    "auditor.engines.languagetool.client",
    "auditor.render.terminal",
    "auditor.render.json",
    "rich.status",
)
"""What the commands import late."""

_READER = "auditor.engines.reader.client"
"""What they import where a reader is set up."""

_REHEARSAL = Path(__file__).with_name("rehearsal")
"""A story that wakes what is loaded or compiled when it is first needed, and a desk without a wish of its own."""

_FILES = ("story.en.txt", "source.fr.txt", "reference.en.txt", "auditor.toml")


def one_thread() -> None:
    """Keep numpy from starting threads, with which a process cannot be forked safely; before it is imported."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"


def load() -> None:
    """Load what every audit needs and put it out of the garbage collector's sight, so that forks share its memory."""
    for name in MODULES:
        import_module(name)
    from auditor.analysis import parse
    from auditor.engines.reader import installed

    if installed():
        import_module(_READER)
    next(parse(["Ready."]))
    _settle()


def at_leisure() -> Iterator[None]:
    """Make ready, a little at each step, what the first audit need not wait for."""
    from auditor.checks.pack import shipped_packs

    rehearse()
    _settle()
    yield
    for pack in shipped_packs():
        pack.ready()
        yield
    _settle()


def _settle() -> None:
    gc.collect()
    gc.freeze()


def rehearse() -> None:
    """Do what an audit does, for nobody."""
    from auditor.cli import main

    story, source, reference, desk = (str(_REHEARSAL / name) for name in _FILES)
    alone = ["check", story, "--no-languagetool", "--no-reader", "--config", desk]
    for arguments in (alone, [*alone, "--source", source, "--reference", reference, "--format", "json"]):
        with suppress(SystemExit), redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            main(arguments, prog_name="auditor")
