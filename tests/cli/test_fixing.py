"""``--diff-fixes`` and ``--fix`` on real stories."""

from __future__ import annotations

import codecs
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor import whole
from auditor.cli import main
from auditor.fixing import safe_fixes
from auditor.whole import amend_file

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


# -- what else there is to a file than its text

ROOT = os.geteuid() == 0


def fixed(path):
    return path.read_bytes() == story(FIXED).encode()


def drafts(folder="."):
    return [entry.name for entry in Path(folder).iterdir() if entry.name.startswith(".")]


def test_both_names_of_a_file_are_fixed(path):
    os.link("story.txt", "other.txt")
    before = path.stat().st_ino
    run("story.txt", "--fix")
    assert Path("other.txt").samefile(path)
    assert path.stat().st_ino == before
    assert fixed(Path("other.txt"))


def test_a_shorter_text_leaves_nothing_of_the_longer_one(path):
    os.link("story.txt", "other.txt")
    amend_file(path, path.read_bytes(), b"short")
    assert Path("other.txt").read_bytes() == b"short"


@pytest.mark.skipif(not ROOT, reason="only root can give a file to somebody")
def test_the_owner_and_the_group_stay_though_root_fixes(path):
    os.chown(path, 12345, 23456)
    path.chmod(0o640)
    run("story.txt", "--fix")
    state = path.stat()
    assert (state.st_uid, state.st_gid, state.st_mode & 0o7777) == (12345, 23456, 0o640)
    assert fixed(path)


def test_an_owner_that_is_not_ours_to_give_stays_for_the_file_is_written_in_place(path, monkeypatch):
    def chown(*_, **__):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.chown", chown)
    before = path.stat().st_ino
    run("story.txt", "--fix")
    assert path.stat().st_ino == before
    assert fixed(path)
    assert drafts() == []


def test_a_file_in_a_folder_that_is_closed_to_us_is_written_in_place(path, monkeypatch):
    def mkstemp(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", mkstemp)
    run("story.txt", "--fix")
    assert fixed(path)


def test_extended_attributes_stay(path):
    try:
        os.setxattr(path, "user.desk", b"sport")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    run("story.txt", "--fix")
    assert os.getxattr(path, "user.desk") == b"sport"
    assert fixed(path)


def test_the_time_of_the_fix_shows(path):
    os.utime(path, (1, 1))
    run("story.txt", "--fix")
    assert path.stat().st_mtime > 1_000_000


CHANGED = "story.txt was changed just now, so it was not fixed; run it again.\n"


def edited(path):
    path.write_text("Somebody else saved this.\n")


def replaced(path):
    Path("new.txt").write_bytes(path.read_bytes())
    Path("new.txt").replace(path)


def gone(path):
    path.unlink()


@pytest.mark.parametrize("meanwhile", [edited, gone])
def test_what_changed_before_it_was_read_again_is_left_alone(path, monkeypatch, meanwhile):
    def find(*arguments):
        meanwhile(path)
        return safe_fixes(*arguments)

    monkeypatch.setattr("auditor.fixing.safe_fixes", find)
    assert run("story.txt", "--fix", code=2).stderr == f"auditor: {CHANGED}"
    assert not fixed(path) if path.exists() else True


@pytest.mark.parametrize("meanwhile", [edited, replaced])
@pytest.mark.parametrize("linked", [False, True])
def test_what_changed_while_the_new_text_was_written_is_left_alone(path, monkeypatch, meanwhile, linked):
    if linked:
        os.link("story.txt", "other.txt")
    twin = whole._twin

    def make(*arguments):
        made = twin(*arguments)
        meanwhile(path)
        return made

    monkeypatch.setattr(whole, "_twin", make)
    assert CHANGED in run("story.txt", "--fix", code=2).stderr
    assert not fixed(path)
    assert drafts() == []


def test_a_full_disk_leaves_the_story_as_it_was(path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    for name in ("fsync", "posix_fallocate"):
        monkeypatch.setattr(os, name, full)
    for link in (False, True):
        if link:
            os.link("story.txt", "other.txt")
        assert "No space left on device" in run("story.txt", "--fix", code=2).stderr
        assert path.read_bytes() == story().encode()
        assert drafts() == []


def test_a_write_in_place_that_fails_halfway_is_undone(path, monkeypatch):
    os.link("story.txt", "other.txt")
    write, times = os.pwrite, iter(range(9))

    def half(descriptor, data, at):
        if next(times) == 1:
            raise OSError(5, "Input/output error")
        return write(descriptor, data[:50], at) if at == 0 else write(descriptor, data, at)

    monkeypatch.setattr(os, "pwrite", half)
    assert "Input/output error" in run("story.txt", "--fix", code=2).stderr
    assert path.read_bytes() == story().encode()


def test_a_report_is_whole_or_not_there(path, monkeypatch):
    Path("old.json").write_text("{}")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for name in ("old.json", "new.json"):
        assert "No space left on device" in run("story.txt", "--json", name, code=2).stderr
    assert Path("old.json").read_text() == "{}"
    assert not Path("new.json").exists()
    assert drafts() == []


def test_a_report_keeps_the_permissions_of_the_one_before(path):
    Path("old.json").write_text("{}")
    Path("old.json").chmod(0o604)
    run("story.txt", "--json", "old.json")
    assert Path("old.json").stat().st_mode & 0o777 == 0o604
