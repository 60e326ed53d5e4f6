"""Every command on a story with a hostile name and text: nothing acts on a terminal, a log or a reader."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from auditor.cli import main
from auditor.cli.progress import conversation
from auditor.cli.saying import say
from auditor.model import CheckUnavailable
from auditor.render import FORMATS
from tests.outlet import dangers

STORY = "a\n::error::owned\x1b]0;owned\x07\x1b[31m\u202e[red]##[add-mask]a[/bold] <b>=1+1.txt"
"""A file in a folder: what stands in brackets closes markup that was never opened."""
PLAIN = "calm.txt"
TEXT = (
    "PORT ALDER (Wire) - The \u202eferry\u202c left the port on Monday . It was late.\n\n"
    "::error::The captain, he which struck the pier ##[stop-commands]x ##vso[task.complete]x, walked free.\n\n"
    "=1+1 is <img src=x onerror=run()> and [this](https://example.org) @desk &lt;b> for the \u2066mayor\u2069.\n\n"
    "::warning::The minister has agree on 12,5 million euros\u2028##[error]yesterday .\n"
)
SOURCE = "PORT ALDER - \u202eLe ferry\u202c a quitté le port lundi.\n\n::error::Le capitaine ##[error] est libre.\n"
OURS = ("::error file=", "::warning file=", "::notice file=")
"""How the commands begin that are our own report to GitHub."""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path(STORY).parent.mkdir()
    Path(STORY).write_text(TEXT, encoding="utf-8")
    Path(PLAIN).write_text("The council met on Monday. It agreed on a budget.\n", encoding="utf-8")
    Path("source.txt").write_text(SOURCE, encoding="utf-8")
    Path("reference.txt").write_text(
        TEXT.replace("The captain, he which struck", "The master, who hit").replace("late", "dark"), encoding="utf-8"
    )
    return tmp_path


def run(*arguments, **options) -> Result:
    return CliRunner().invoke(main, [*arguments], **options)


def harmless(result: Result, **allowed) -> Result:
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert dangers(result.stdout, **allowed) == []
    assert dangers(result.stderr) == []
    assert "This is a bug" not in result.stderr
    return result


# -- reports


@pytest.mark.parametrize("name", ["terminal", *FORMATS])
def test_no_report_on_the_standard_output_acts_on_its_reader(desk, name):
    given = ["--source", "source.txt", "--source-lang", "fr", "--reference", "reference.txt", "--level", "all"]
    result = run("check", STORY, "--no-languagetool", "--format", name, *given)
    harmless(result, tabs=name == "marot", commands=OURS if name == "github" else ())
    assert "owned" in result.stdout


def test_no_report_in_a_file_does_and_neither_does_the_summary_of_the_job(desk, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    written = {name: f"report.{name}" for name in FORMATS}
    outputs = [option for name, file in written.items() for option in ("--output", f"{name}={file}")]
    harmless(run("check", STORY, PLAIN, "--no-languagetool", *outputs, "--write-baseline", "baseline.json"))
    pages = [str(page) for page in Path("report-stories").iterdir()]
    for file in (*written.values(), "summary.md", "baseline.json", *pages):
        text = Path(file).read_text("utf-8")
        assert dangers(text, tabs="marot" in file, commands=OURS if "github" in file else ()) == [], file
        assert dangers(file) == []


def test_colours_are_the_only_sequences_that_reach_a_terminal(desk):
    result = run("check", STORY, "--no-languagetool", "--color", "always", "--level", "all")
    assert dangers(re.sub(r"\x1b\[[0-9;]*m", "", result.stdout)) == []


def test_what_must_be_exact_is_so_in_json(desk):
    result = run("check", STORY, "--no-languagetool", "--json", "-")
    (report,) = json.loads(result.stdout)["reports"]
    assert report["document"]["text"] == TEXT
    assert report["document"]["name"] == STORY
    for finding in report["findings"]:
        for anchor in finding["anchors"]:
            assert TEXT[anchor["span"]["start"] : anchor["span"]["end"]] == anchor["text"]


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson"])
def test_strings_that_other_programs_show_are_harmless_in_themselves(desk, name):
    page = json.loads(run("check", STORY, "--no-languagetool", "--format", name).stdout)
    shown = [text for text in strings(page) if "::error" in text or "owned" in text]
    assert shown
    assert [found for text in strings(page) for found in dangers(text)] == []


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


# -- errors and messages


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("check", f"{STORY}.gone", "--no-languagetool"), 2),
        (("check", STORY, "--no-languagetool", "--source", f"{STORY}.gone"), 2),
        (("check", STORY, "--no-languagetool", "--config", f"{STORY}.toml"), 2),
        (("check", STORY, "--no-languagetool", "--profile", STORY), 2),
        (("check", STORY, "--no-languagetool", "--disable", STORY), 2),
        (("check", STORY, "--no-languagetool", "--pack", STORY), 2),
        (("check", STORY, "--no-languagetool", "--glossary", f"{STORY}.gone"), 2),
        (("check", STORY, "--no-languagetool", "--words", f"{STORY}.gone"), 2),
        (("check", STORY, "--no-languagetool", "--baseline", STORY), 2),
        (("check", STORY, "--no-languagetool", "--budget", STORY), 2),
        (("check", STORY, "--no-languagetool", "--diff", STORY), 2),
        (("check", STORY, "--no-languagetool", "--output", STORY), 2),
        (("check", STORY, "--no-languagetool", "--json", f"{STORY}/a.json"), 2),
        (("check", STORY, "--no-languagetool", "--earlier", STORY), 2),
        (("check", STORY, f"--{STORY}"), 2),
        (("check", STORY, "--fail-on", STORY), 2),
        (("check", STORY, "--neural", STORY, "--no-languagetool"), None),
        (("batch", f"{STORY}.gone"), 2),
        (("batch", "lines.jsonl", "--no-languagetool", "--jobs", "1"), 2),
        (("compare", STORY, f"{STORY}.gone", "--no-languagetool"), 2),
        (("compare", STORY, "reference.txt", "--no-languagetool"), None),
        (("compare", STORY, "reference.txt", "--no-languagetool", "--json", "-"), None),
        (("config", "show", STORY), 0),
        (("config", "show", STORY, "--profile", STORY), 2),
        (("config", "schema"), 0),
        (("rules", "--check", STORY), 2),
        (("rules", "--pack", STORY), 2),
        (("rules", "--pack", "pack.toml"), 0),
        (("rules", "--pack", "pack.toml", "--format", "json"), 0),
        (("explain", STORY), 2),
        (("setup", "--from", STORY), None),
        (("server", STORY), 2),
        ((STORY,), 2),
    ],
    ids=lambda value: (
        re.sub(r"\W+", " ", " ".join(value)).replace(re.sub(r"\W+", " ", STORY), "NAME")
        if isinstance(value, tuple)
        else ""
    ),
)
def test_no_message_acts_on_its_reader(desk, monkeypatch, arguments, exit_code):
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(desk / "cache"))
    lines = [
        '{"id": "\\u001b[31m\\n::error::x\\u202e", "target": "The \\u202eferry ##[error] .", "source": "::error::Le"}',
        '{"id": "\\u001b[31m\\n::error::x\\u202e", "target": "again"}',
        '{"id": 1}',
        "\x1b[31m\u202e",
    ]
    Path("lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    Path("pack.toml").write_text(PACK, encoding="utf-8")
    result = harmless(run(*arguments))
    if exit_code is not None:
        assert result.exit_code == exit_code, result.stderr
    if result.exit_code == 2 and arguments[0] != "batch":
        assert len(result.stderr.splitlines()) == 1


PACK = """
id = "hostile"
name = "\\u001b[31mHostile"
description = "\\u001b]0;x\\u0007"

[[rule]]
id = "hostile"
message = "\\u001b[31mRed \\u202e ##[error] ::error."
why = "\\u001b]0;x\\u0007 It is."
category = "style/awkward"
severity = "minor"
confidence = "high"
regex = '\\bzzyx\\b'
flags = ["A [[zzyx]] \\u202e here.", "One [[zzyx]] ##[error] more."]
passes = ["A zzy here.", "A zzz here.", "No \\u202e here."]
"""


def test_one_line_of_the_standard_error_for_each_story_that_cannot_be_read(desk):
    result = harmless(run("check", f"{STORY}.gone", "gone.txt", PLAIN, "--no-languagetool"))
    assert len(result.stderr.splitlines()) == 2
    assert all(line.startswith("auditor: ") for line in result.stderr.splitlines())


def test_a_fixed_story_is_named_harmlessly(desk):
    result = harmless(run("check", STORY, "--no-languagetool", "--fix", "--fail-on", "never"))
    assert "made" in result.stderr


def test_a_diff_of_a_hostile_story_is_shown_not_obeyed(desk):
    result = harmless(run("check", STORY, "--no-languagetool", "--diff-fixes"))
    assert "+PORT ALDER" in result.stdout
    assert "only to look at" in result.stderr


def test_the_traceback_of_an_unexpected_error_is_shown_not_obeyed(desk):
    code = (
        "import sys; from auditor.desk import Desk\n"
        "def fail(*a, **k): raise LookupError('unknown encoding: ' + sys.argv[-1])\n"
        "Desk.audit = fail; from auditor.cli import main; main()"
    )
    for options in ((), ("--debug",)):
        command = [sys.executable, "-c", code, *options, "check", "--no-languagetool", STORY]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False, env={**os.environ, "CI": "1"})
        assert done.returncode == 3
        assert b"LookupError" in done.stderr
        assert dangers(done.stderr.decode()) == []


@pytest.mark.parametrize("variable", ["AUDITOR_STATE_DIR", "AUDITOR_CACHE_DIR", "AUDITOR_JAVA"])
def test_doctor_and_server_name_hostile_places_harmlessly(desk, monkeypatch, variable):
    monkeypatch.setenv(variable, str(desk / STORY))
    for command in (("doctor",), ("server", "status"), ("server", "stop")):
        harmless(run(*command))


def test_what_the_client_tells_is_harmless(desk, capsys, monkeypatch):
    from auditor.client.delegation import delegated
    from auditor.client.place import folder

    monkeypatch.setenv("AUDITOR_STATE_DIR", str(desk / Path(STORY).parent))
    Path(folder()).mkdir(parents=True)
    Path(folder()).chmod(0o777)
    assert delegated(["check", STORY], "auditor") is None
    told = capsys.readouterr().err
    assert told.startswith("auditor: The warm process is left alone, for ")
    assert dangers(told) == []


def test_the_end_of_languagetools_log_is_harmless(capsys):
    from auditor.engines.languagetool.launch import _tail

    log = io.BytesIO("Error: \x1b[31m\u202e ##[error]x\n::error::x\n".encode())
    say(CheckUnavailable(f"LanguageTool did not start.{_tail(log)}", "Run “auditor doctor”."))
    told = capsys.readouterr().err
    assert "<U+001B>[31m" in told
    assert dangers(told) == []


def test_a_name_is_no_markup_to_the_line_that_changes(desk, capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with conversation() as talk:
        for tell in (talk.auditing, talk.say, lambda name: talk.comparing(name, 1, 2)):
            tell(STORY)  # of which “[/bold]” closes nothing
    shown = capsys.readouterr().err
    assert "[red]" in shown
    assert dangers(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown).replace("\r", "")) == []


# -- tables


def test_no_cell_of_a_table_is_a_formula(desk):
    Path("=cmd|' ").mkdir()
    Path("=cmd|' /C calc'!A0.txt").write_text(
        "=1+1 is the captain , he which left .\n\n@SUM(A1) of it .\n", encoding="utf-8"
    )
    for name, parted in (("csv", ","), ("marot", "\t")):
        page = run("check", "=cmd|' /C calc'!A0.txt", "--no-languagetool", "--format", name).stdout
        rows = csv.reader(
            io.StringIO(page), delimiter=parted, quoting=csv.QUOTE_MINIMAL if name == "csv" else csv.QUOTE_NONE
        )
        assert [cell for row in rows for cell in row if cell.lstrip().startswith(tuple("=+-@\t\r"))] == []
