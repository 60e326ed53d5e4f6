"""``--diff-fixes`` and ``--fix`` on real stories."""

from __future__ import annotations

import codecs
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli import main

LINES = (
    "PORT ALDER (Wire) - The café left the port on Monday . It was late.",
    'She said: "Who will pay for the bridge ?" and left.',
    "The pier is closed until May; the mayor knew of it .",
)
FIXED = (LINES[0].replace("Monday .", "Monday."), LINES[1], LINES[2].replace("it .", "it."))


def story(lines=LINES, end="\n"):
    return "".join(f"{line}{end}{end}" for line in lines)


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = Path("story.txt")
    path.write_bytes(story().encode())
    return path


def run(*arguments, code=0, **options):
    result = CliRunner().invoke(main, ["check", "--no-languagetool", *arguments], **options)
    assert result.exit_code == code, result.stderr
    return result


def test_fixes_are_made_and_no_longer_reported(path):
    result = run("story.txt", "--fix", "--format", "csv")
    assert path.read_bytes() == story(FIXED).encode()
    assert "story.txt: 2 fixes made" in result.stderr
    assert "Monday ." not in result.stdout
    assert "bridge ?" in result.stdout
    again = run("story.txt", "--fix")
    assert "made" not in again.stderr


@pytest.mark.parametrize(
    ("encoding", "mark", "end"),
    [
        ("utf-8", b"", "\r\n"),
        ("utf-8", codecs.BOM_UTF8, "\n"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "\r\n"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "\n"),
        ("cp1252", b"", "\r\n"),
        ("utf-8", b"", "\r"),
    ],
)
def test_encoding_mark_and_line_ends_stay(path, encoding, mark, end):
    path.write_bytes(mark + story(end=end).encode(encoding))
    run("story.txt", "--fix")
    assert path.read_bytes() == mark + story(FIXED, end=end).encode(encoding)


def test_a_diff_is_shown_and_nothing_written(path):
    result = run("story.txt", "--diff-fixes", "--json", "out.json")
    assert path.read_bytes() == story().encode()
    assert Path("out.json").exists()
    assert f"-{LINES[0]}\n+{FIXED[0]}\n" in result.stdout
    assert "bridge" not in [line[1:] for line in result.stdout.splitlines() if line.startswith(("-", "+"))]
    Path("fixes.patch").write_text(result.stdout)
    subprocess.run(["git", "apply", "--unsafe-paths", "fixes.patch"], check=True, env={**os.environ, "GIT_DIR": "."})
    assert path.read_bytes() == story(FIXED).encode()


def test_a_clean_story_shows_no_diff(path):
    path.write_text(story(FIXED))
    assert run("story.txt", "--diff-fixes").stdout == ""


def test_the_standard_output_is_for_one_of_the_two(path):
    assert "cannot both go" in run("story.txt", "--diff-fixes", "--format", "json", code=2).stderr


def test_fixes_of_a_redacted_run_are_not_shown(path):
    assert "--redact" in run("story.txt", "--diff-fixes", "--redact", code=2).stderr


def test_the_standard_input_cannot_be_fixed_but_shown(path):
    assert "cannot be fixed" in run("-", "--fix", code=2, input=story()).stderr
    assert "+PORT ALDER" in run("-", "--diff-fixes", input=story()).stdout


def test_dismissed_findings_are_not_fixed(path):
    run("story.txt", "--write-baseline", "known.json")
    run("story.txt", "--baseline", "known.json", "--fix")
    assert path.read_bytes() == story().encode()


def test_a_link_stays_a_link_and_permissions_stay(path):
    path.chmod(0o640)
    Path("link.txt").symlink_to("story.txt")
    run("link.txt", "--fix")
    assert Path("link.txt").is_symlink()
    assert path.read_bytes() == story(FIXED).encode()
    assert path.stat().st_mode & 0o777 == 0o640
