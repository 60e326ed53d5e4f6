"""Load all that an audit needs, before the first one is asked for."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from importlib import import_module
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

STORY = """\
PORT ALDER, March 3 (IWN) - The captain of the ferry would have been condemned on Tuesday to two years of prison, \
according to a source close to the dossier.

"We didn't see nothing," said Anna Berg, 52, who presides the harbour office since 2019. He told IWN that 1,5 million \
euros were missing, against 3.200 in 2018 (an increase of 12%).

The UN and the OMS confirmed that at least three of its ships would leave the port before Monday.
"""
"""A story that wakes what is loaded or compiled when it is first needed."""

SOURCE = """\
PORT ALDER, 3 mars (IWN) - Le capitaine du ferry aurait été condamné mardi à deux ans de prison, selon une source \
proche du dossier.

"Nous n'avons rien vu", a déclaré Anna Berg, 52 ans, qui préside la capitainerie depuis 2019. Elle a dit à IWN qu'il \
manquait 1,5 million d'euros, contre 3.200 en 2018 (une hausse de 12%).

L'ONU et l'OMS ont confirmé qu'au moins trois de ses navires quitteraient le port avant lundi.
"""

REFERENCE = """\
PORT ALDER, March 3 (IWN) - The captain of the ferry is said to have been given two years in jail on Tuesday, a \
source close to the case said.

"We saw nothing," said Anna Berg, 52, who has headed the harbour office since 2019. She told IWN that 1.5 million \
euros were missing, up 12% from 3,200 in 2018.

The UN and the WHO confirmed that at least three of their ships would leave before Monday.
"""


def one_thread() -> None:
    """Keep numpy from starting threads, with which a process cannot be forked safely; before it is imported."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"


def load() -> None:
    """Load what every audit needs and put it out of the garbage collector's sight, so that forks share its memory."""
    for name in MODULES:
        import_module(name)
    from auditor.analysis import parse

    next(parse(["Ready."]))
    _settle()


def at_leisure() -> Iterator[None]:
    """Make ready, a little at each step, what the first audit need not wait for."""
    from auditor.checks.pack import shipped_packs

    _audit()
    _settle()
    yield
    for pack in shipped_packs():
        pack.ready()
        yield
    _settle()


def _settle() -> None:
    gc.collect()
    gc.freeze()


def _audit() -> None:
    from auditor import audit
    from auditor.cli.progress import conversation
    from auditor.config import EngineSettings
    from auditor.render import render
    from auditor.render.terminal import render as render_terminal

    with tempfile.TemporaryDirectory() as folder, conversation():
        files = [Path(folder) / name for name in ("story.txt", "source.txt", "reference.txt")]
        for file, text in zip(files, (STORY, SOURCE, REFERENCE), strict=True):
            file.write_text(text, encoding="utf-8")
        story, source, reference = files
        without = EngineSettings(enabled=False)
        reports = [audit(story, engine=without), audit(story, source=source, reference=reference, engine=without)]
    render_terminal(reports, width=80, colour=True)
    render("json", reports)
