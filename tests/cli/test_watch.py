"""``--watch``: what is saved is audited again, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli import main, watch
from auditor.cli.options import Reporting
from auditor.cli.reporting import prepared
from auditor.model import InputError
from tests.render.samples import CLEAN, REPORT

STORY = "PORT ALDER - The ferry captain walked free on Tuesday.\n"

ASKED = Reporting(
    level="major",
    quiet=False,
    statistics=False,
    signature=False,
    format_name="terminal",
    outputs=(),
    html=None,
    split_assets=False,
    redact=False,
    earlier=(),
    annotate=None,
    json=None,
    sarif=None,
    color="never",
)
"""What is asked for where nothing is said."""


@pytest.fixture
def rounds(tmp_path, monkeypatch):
    """Run a watch of ``desk``, doing one of ``steps`` at each look; return the files of each round."""
    monkeypatch.chdir(tmp_path)
    Path("desk").mkdir()
    Path("desk/a.txt").write_text(STORY)

    def run(*steps, audit=None):
        left = list(steps)
        audited = []

        def look(_seconds):
            if not left:
                raise KeyboardInterrupt
            left.pop(0)()

        def keep(files, failures):
            audited.append(list(files))
            return audit(files, failures) if audit else 1

        monkeypatch.setattr(watch.time, "sleep", look)
        assert watch.watch(["desk"], keep) == 0
        return audited

    return run


def save(name, text):
    def step():
        Path("desk", name).write_text(text)
        stamp = Path("desk", name).stat().st_mtime_ns + 10**9
        os.utime(Path("desk", name), ns=(stamp, stamp))

    return step


def rest():
    """Look without a change."""


def test_all_stories_are_audited_once_at_first(rounds):
    assert rounds(rest, rest) == [["desk/a.txt"]]


def test_a_story_that_was_saved_is_audited_again(rounds):
    assert rounds(rest, save("a.txt", STORY * 2), rest, rest) == [["desk/a.txt"], ["desk/a.txt"]]


def test_a_new_story_is_audited_alone(rounds):
    assert rounds(save("b.txt", STORY), rest, rest)[1:] == [["desk/b.txt"]]


def test_a_story_is_left_alone_while_it_is_being_written(rounds):
    growing = [save("b.txt", STORY * times) for times in (1, 2, 3)]
    assert rounds(*growing, rest, rest)[1:] == [["desk/b.txt"]]


def test_a_story_that_goes_away_is_no_error(rounds):
    assert rounds(save("b.txt", STORY), rest, Path("desk/b.txt").unlink, rest)[1:] == [["desk/b.txt"]]


def test_settings_that_are_wrong_for_now_do_not_end_the_watch(rounds, capsys):
    def refuse(_files, _failures):
        raise InputError("auditor.toml: unknown key “fail-onn”; did you mean “fail-on”?")

    assert len(rounds(save("a.txt", STORY * 2), rest, rest, audit=refuse)) == 2
    assert capsys.readouterr().err.count("did you mean “fail-on”?") == 2


def test_a_story_is_reported_whole_once_and_then_by_what_changed(capfd):
    outputs = prepared(ASKED, watched=True)
    outputs.write([REPORT, CLEAN], [], lambda _: None)
    first = capfd.readouterr().out
    assert "Fix first" in first
    assert "fixed" not in first
    outputs.write([replace(REPORT, findings=REPORT.findings[1:])], [], lambda _: None)
    second = capfd.readouterr().out
    assert "1 fixed, 0 new, 4 as before" in second
    assert "Fix first" not in second
    assert CLEAN.document.label not in second


def test_a_story_that_comes_later_is_reported_whole(capfd):
    outputs = prepared(ASKED, watched=True)
    outputs.write([CLEAN], [], lambda _: None)
    capfd.readouterr()
    outputs.write([REPORT], [], lambda _: None)
    assert "Fix first" in capfd.readouterr().out


def test_without_a_watch_the_same_story_is_reported_whole_again(capfd):
    outputs = prepared(ASKED)
    outputs.write([REPORT], [], lambda _: None)
    outputs.write([REPORT], [], lambda _: None)
    assert capfd.readouterr().out.count("Fix first") == 2


def test_other_formats_than_the_terminals_are_written_whole_in_each_round(capfd):
    outputs = prepared(replace(ASKED, format_name="csv"), watched=True)
    outputs.write([REPORT], [], lambda _: None)
    outputs.write([REPORT], [], lambda _: None)
    rows = capfd.readouterr().out.splitlines()
    assert rows[: len(rows) // 2] == rows[len(rows) // 2 :]


def test_the_standard_input_cannot_be_watched():
    result = CliRunner().invoke(main, ["check", "-", "--watch"])
    assert result.exit_code == 2
    assert "cannot be watched" in result.stderr


def test_ctrl_c_ends_a_watch_quietly(tmp_path):
    code = (
        "from auditor.desk import Desk; from tests.render.samples import CLEAN; Desk.audit = lambda *a, **k: CLEAN; "
        "from auditor.cli import main; main()"
    )
    (tmp_path / "a.txt").write_text(STORY)
    command = [sys.executable, "-c", code, "check", str(tmp_path), "--watch", "--format", "csv"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=root) as running:
        assert running.stdout.readline().startswith("file,")
        running.send_signal(signal.SIGINT)
        stdout, stderr = running.communicate(timeout=20)
    assert running.returncode == 0
    assert "\x1b" not in stdout
    assert not stderr.strip()
