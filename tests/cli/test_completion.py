"""The shells' completion, as ``docs/shell-completion.md`` sets it up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from auditor.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "shell-completion.md"


def auditor(program="main()", **env):
    code = f"import sys; sys.argv[0] = 'auditor'; from auditor.cli import main; {program}"
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, env={**os.environ, **env}
    ).stdout


def completed(words):
    """Return what Bash is offered behind ``words``, in this process."""
    *before, typed = words.split(" ")[1:]
    return [item.value for item in ShellComplete(main, {}, "auditor", "").get_completions(before, typed)]


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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("auditor check --disable number-al", ["number-altered"]),
        ("auditor check --disable languagetool/miss", ["languagetool/misspelling"]),
        ("auditor check --allow-skipped source-", ["source-comparison"]),
        ("auditor check --profile a", ["afp", "ap"]),
        ("auditor check --budget accuracy/n", ["accuracy/number="]),
        ("auditor check --budget maj", ["major="]),
        ("auditor check --format sa", ["sarif"]),
        ("auditor check --output rd", ["rdjson="]),
        ("auditor check --input-format xl", ["xliff"]),
        ("auditor rules --check typog", ["typography"]),
        ("auditor explain gender-against", ["gender-against-source"]),
        ("auditor explain style/reg", ["style/register"]),
        ("auditor explain directive-un", ["directive-unknown", "directive-unused"]),
        ("auditor explain calendar.mon", ["calendar.months"]),
        ("auditor explain no-such-rule", []),
    ],
)
def test_ids_categories_profiles_and_formats_are_completed(words, expected):
    assert completed(words) == expected


def test_a_desks_own_profiles_and_rules_are_completed(tmp_path, monkeypatch):
    pack = PAGE.with_name("house-style.toml")
    (tmp_path / "auditor.toml").write_text(f'packs = ["{pack}"]\n[profiles.sport]\nfail-on = "major"\n')
    monkeypatch.chdir(tmp_path)
    assert completed("auditor check --profile sp") == ["sport"]
    assert completed("auditor check --disable house-comm") == ["house-commence"]


@pytest.mark.parametrize("settings", ['packs = ["none.toml"]', "profile =", "unknown = 1"])
def test_settings_that_cannot_be_read_leave_what_is_shipped(settings, tmp_path, monkeypatch):
    (tmp_path / "auditor.toml").write_text(settings)
    monkeypatch.chdir(tmp_path)
    assert completed("auditor check --profile wi") == ["wire"]
    assert completed("auditor check --disable number-al") == ["number-altered"]


def test_nobody_who_presses_tab_waits_for_spacy():
    loads = "from tests.cli.test_completion import completed; completed('auditor explain num'); print(*sys.modules)"
    loaded = auditor(loads).split()
    assert "auditor.checks.registry" in loaded
    assert not {"spacy", "numpy", "language_tool_python", "requests"} & set(loaded)
