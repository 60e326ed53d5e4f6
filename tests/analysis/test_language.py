"""The door to spaCy: what it leaves out of the import, and that nobody else misses it."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
from auditor.analysis.language import language
language()
print([name for name in ("spacy.cli", "typer", "weasel") if name in sys.modules])
from spacy.cli import info
from spacy.cli.info import info as same
print(info is same, callable(info))
"""


def test_the_model_is_loaded_without_spacys_command_line_which_others_still_find() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "True True"]
