"""The shells' completion, as ``docs/shell-completion.md`` sets it up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "shell-completion.md"


def auditor(**env):
    code = "import sys; sys.argv[0] = 'auditor'; from auditor.cli import main; main()"
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, env={**os.environ, **env}
    ).stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_on_the_page_gets_its_script(shell):
    assert f"_AUDITOR_COMPLETE={shell}_source auditor" in PAGE.read_text(encoding="utf-8")
    assert "auditor" in auditor(_AUDITOR_COMPLETE=f"{shell}_source")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("auditor con", "plain,config"),
        ("auditor check --fail-on ma", "plain,major"),
        ("auditor check --min-c", "plain,--min-confidence"),
    ],
)
def test_commands_options_and_values_are_completed(words, expected):
    env = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    assert auditor(_AUDITOR_COMPLETE="bash_complete", **env).split() == [expected]
