"""``auditor setup``: bring LanguageTool here, a reader or a neural model."""

from __future__ import annotations

import click

from auditor.cli.saying import say, show_lines
from auditor.config import EngineSettings

_USUAL_READER = "gemma-3-270m"


@click.command()
@click.option(
    "--from",
    "origin",
    metavar="FOLDER_OR_URL",
    help="A folder with the jars, or a Maven mirror, instead of the public repository.",
)
@click.option(
    "--neural",
    "model",
    metavar="MODEL",
    help="Make this COMET model ready for --neural instead: a name at the Hugging Face hub, or a checkpoint.",
)
@click.option(
    "--reader",
    is_flag=False,
    flag_value=_USUAL_READER,
    metavar="[NAME|PATH]",
    help="Make a language model ready that reads the copy: gemma-3-270m, smollm2-135m or a GGUF file.",
)
def setup(origin: str | None, model: str | None, reader: str | None) -> None:
    """Download LanguageTool into your cache, or repair it.

    What is there already is kept, so a broken download goes on where it stopped. “auditor check” does this by
    itself on first use; this command is for preparing a machine, such as one that will have no network.

    With --neural it installs unbabel-comet apart from everything else (some 6 GB, once), fetches the model, says
    under which licence it is given and loads it.

    With --reader it says how large the model is and under which licence it is given, fetches it, checks it and makes
    it the one that audits use.
    """
    if reader is not None:
        _reader(reader)
    if model is not None:
        _neural(model)
    if reader is None and model is None:
        _languagetool(origin)


def _languagetool(origin: str | None) -> None:
    from auditor.cli.progress import conversation
    from auditor.engines import languagetool

    with conversation() as talk:
        folder = languagetool.make_ready(EngineSettings(mirror=origin, progress=talk.fetching))
    show_lines(f"LanguageTool {languagetool.version()} is ready in {folder}")


def _neural(model: str) -> None:
    from auditor.engines import neural

    say(neural.licence(model))
    ready = neural.provision(model)
    show_lines(
        f"{ready.name} {ready.version} is ready, with unbabel-comet {ready.comet}; {_takes(ready.needs, ready.uses)}"
    )


def _reader(wanted: str) -> None:
    from auditor.engines.reader.lock import terms
    from auditor.engines.reader.provisioning import provision

    say(terms(wanted))
    ready = provision(wanted)
    show_lines(f"The reader {ready.name} is ready (SHA-256 {ready.digest})")


def _takes(needs: frozenset[str], uses: frozenset[str]) -> str:
    options = {"src": "--source", "ref": "--reference"}
    told = f"it needs {' and '.join(options[text] for text in options if text in needs)}"
    more = [options[text] for text in options if text in uses - needs]
    return f"{told} and can use {' and '.join(more)}" if more else told
