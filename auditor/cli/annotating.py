"""Copies of the stories with what was found in them, in a folder of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from auditor.cli.gate import Judged
from auditor.files import STORY, read_bytes
from auditor.model import InputError
from auditor.whole import replace_file


def write_annotated(
    folder: str, judged: Sequence[Judged], input_format: str | None, say: Callable[[str], None]
) -> None:
    """Write a copy of each story of ``judged`` to ``folder``; ``say`` is told of formats that have no place for notes.

    Raises ``InputError`` where a copy cannot be written, or two would have one name.
    """
    from auditor.annotating import annotated

    files: dict[str, list[Judged]] = {}
    for each in judged:
        files.setdefault(each.report.document.name, []).append(each)
    twice = [name for name, count in Counter(Path(file).name for file in files).items() if count > 1]
    if twice:
        raise InputError(
            f"Two stories are called {twice[0]}, and their copies cannot both be; annotate them one by one."
        )
    for file, held in files.items():
        if file == "<stdin>":
            raise InputError("The standard input cannot be annotated; give a file.")
        target = Path(folder) / Path(file).name
        if target.resolve() == Path(file).resolve():
            raise InputError(f"The copy of {file} would take its place; name another folder.")
        threshold = held[0].settings.profile.mark
        made = annotated(file, read_bytes(Path(file), STORY), [each.report for each in held], threshold, input_format)
        if made is None:
            say(f"{file} was not annotated: its format has no place for notes that tools show; use --html")
            continue
        try:
            Path(folder).mkdir(exist_ok=True)
            replace_file(target, made)
        except OSError as error:
            raise InputError(f"{target} could not be written: {error.strerror}; choose another folder.") from None
