"""``auditor batch`` as a user meets it: files, the standard streams, broken lines, a run that was killed."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from auditor.cli import main
from auditor.engines.languagetool import close

SENTENCE = "The harbour council met on Monday to to discuss the the new ferry ."


def rows(count: int, repeat: int = 1) -> str:
    return "".join(json.dumps({"id": n, "target": SENTENCE * repeat}) + "\n" for n in range(count))


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["batch", *arguments, "--no-languagetool", "--jobs", "1"], input=given)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text(rows(4), encoding="utf-8")
    return path


def ids(path: Path) -> list[object]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_file_goes_in_and_a_file_comes_out(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run(str(lines), "--output", str(out))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    row = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    assert list(row) == ["id", "findings", "doubts", "points", "expected", "problem_probability", "clear", "skipped"]
    assert list(row["findings"][0]) == ["start", "end", "severity", "category", "rule", "confidence", "message"]


def test_the_standard_streams_do_as_well() -> None:
    result = run("-", given=rows(2))
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [0, 1]


def test_a_glossary_holds_for_every_line(tmp_path: Path) -> None:
    terms = tmp_path / "desk.txt"
    terms.write_text("[forbidden]\nharbour council\n", encoding="utf-8")
    result = run("-", "--glossary", str(terms), given=rows(2))
    found = [[each["rule"] for each in json.loads(line)["findings"]] for line in result.stdout.splitlines()]
    assert all("glossary-term-forbidden" in rules for rules in found)


def test_a_glossary_that_cannot_be_used_ends_with_2(tmp_path: Path) -> None:
    terms = tmp_path / "desk.csv"
    terms.write_text("source\n", encoding="utf-8")
    result = run("-", "--glossary", str(terms), given=rows(1))
    assert result.exit_code == 2
    assert "the column target is missing" in result.stderr


def test_the_desks_settings_file_holds_for_every_line(lines: Path, tmp_path: Path) -> None:
    (tmp_path / "desk.txt").write_text("[forbidden]\nharbour council\n", encoding="utf-8")
    desk = 'glossary = ["desk.txt"]\ndisable = ["words-repeated"]\n[severity]\nspace-before-punctuation = "major"\n'
    (tmp_path / "auditor.toml").write_text(desk, encoding="utf-8")
    result = json.loads(run(str(lines)).stdout.splitlines()[0])
    found = {each["rule"]: each["severity"] for each in result["findings"]}
    assert "glossary-term-forbidden" in found
    assert "words-repeated" not in found
    assert found["space-before-punctuation"] == "major"
    assert "words-repeated" in run(str(lines), "--config", str(elsewhere(tmp_path))).stdout


def elsewhere(folder: Path) -> Path:
    """Another desk's file, with nothing in it."""
    path = folder / "elsewhere.toml"
    path.write_text("", encoding="utf-8")
    return path


def test_a_rule_that_the_desk_disables_must_exist(lines: Path, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('disable = ["word-repeated"]\n', encoding="utf-8")
    result = run(str(lines))
    assert result.exit_code == 2
    assert "did you mean “words-repeated”?" in result.stderr


def test_a_broken_line_ends_with_2_and_the_others_are_done(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    lines = '{"id": 1, "target": "Yes."}\nno\n{"id": 2, "target": "No."}\n'
    for _ in ("done", "gone on with"):
        result = run("-", "--output", str(out), given=lines)
        assert result.exit_code == 2
        assert result.stderr.startswith("auditor: Line 2 is left out")
        assert ids(out) == [1, None, 2]


def test_a_batch_that_misses_languagetool_says_so_once_and_ends_with_3(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close()  # one that other tests have started would answer
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path / "empty"))
    command = ["batch", str(lines), "--offline", "--jobs", "1", "--output", str(tmp_path / "out.jsonl")]
    for _ in ("done", "all done already"):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 3
        assert len(result.stderr.splitlines()) == 1
        assert result.stderr.startswith("auditor: languagetool did not run: LanguageTool is not installed here")
        assert "--no-languagetool" in result.stderr
    assert CliRunner().invoke(main, [*command, "--no-languagetool"]).exit_code == 0


def test_a_desk_may_allow_it_to_be_missing(lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path / "empty"))
    (tmp_path / "auditor.toml").write_text('allow-skipped = ["languagetool"]\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["batch", str(lines), "--offline", "--jobs", "1"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert "LanguageTool is not installed here" in result.stdout


def test_a_line_with_nothing_to_audit_is_no_trouble() -> None:
    result = run("-", given='{"id": 1, "target": ""}\n')
    assert (result.exit_code, result.stderr) == (0, "")
    assert "There is no text to audit" in result.stdout


def test_a_story_that_could_not_be_audited_is_told_and_ends_with_3(
    lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(import_module("auditor.batch.work"), "_audited", broken)
    result = run(str(lines))
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == len(result.stdout.splitlines()) == 4
    assert result.stderr.startswith("auditor: 0 was not audited: The audit of this story broke off")


def test_a_second_batch_to_one_output_leaves_it_to_the_first(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(str(lines), "--output", str(out))
    whole = out.read_bytes()
    with out.open("ab") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        for option in ([], ["--restart"]):
            result = run(str(lines), "--output", str(out), *option)
            assert result.exit_code == 2
            assert (
                result.stderr
                == f"auditor: Another batch is writing to {out}; wait for its end, or name another file.\n"
            )
    assert out.read_bytes() == whole
    assert run(str(lines), "--output", str(out)).exit_code == 0


def test_an_output_that_is_full_ends_in_a_sentence(lines: Path) -> None:
    result = run(str(lines), "--output", "/dev/full")
    assert result.exit_code == 2
    assert result.stderr == (
        "auditor: The results /dev/full could not be written: No space left on device; "
        "free some space or choose another file.\n"
    )


def test_a_named_pipe_takes_results_as_well(lines: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    command = ["cat", str(tmp_path / "pipe")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as reader:
        assert run(str(lines), "--output", str(tmp_path / "pipe")).exit_code == 0
        assert reader.communicate(timeout=20)[0] == run(str(lines)).stdout_bytes


def test_an_output_that_was_not_there_is_not_left_behind_empty(lines: Path, tmp_path: Path) -> None:
    lines.write_text('{"id": 1, "target": "Yes."}\n', encoding="utf-8")
    (tmp_path / "auditor.toml").write_text('packs = ["none.toml"]\n', encoding="utf-8")
    assert run(str(lines), "--output", str(tmp_path / "out.jsonl")).exit_code == 2
    assert not (tmp_path / "out.jsonl").exists()


def test_a_run_goes_on_where_the_last_one_ended(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(str(lines), "--output", str(out))
    whole = out.read_bytes()
    first = whole.splitlines(keepends=True)
    out.write_bytes(b"".join(first[:2]) + first[2][:20])
    assert run(str(lines), "--output", str(out)).exit_code == 0
    assert out.read_bytes() == whole


def test_a_finished_run_is_not_done_again(lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.jsonl"
    run(str(lines), "--output", str(out))
    work = import_module("auditor.batch.work")  # by name, as auditor.batch is the function
    monkeypatch.setattr(work, "audit_chunk", lambda *_: pytest.fail("audited again"))
    assert run(str(lines), "--output", str(out)).exit_code == 0


def test_results_of_something_else_are_not_overwritten(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for letter in ("a letter to a friend\n", "a letter to a friend"):
        out.write_text(letter)
        result = run(str(lines), "--output", str(out))
        assert result.exit_code == 2
        assert "--restart" in result.stderr
        assert out.read_text() == letter


def test_restart_begins_anew(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("a letter to a friend\n")
    assert run(str(lines), "--output", str(out), "--restart").exit_code == 0
    assert ids(out) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("arguments", "said", "reason"),
    [
        (("{dir}/none.jsonl",), "does not exist", "no such file"),
        (("{dir}",), "is a folder", "a folder"),
        (("{dir}/in.jsonl", "--output", "{dir}/in.jsonl"), "at once", "the input would be lost"),
        (("{dir}/in.jsonl", "--output", "{dir}/none/out.jsonl"), "does not exist", "no such folder"),
    ],
)
def test_files_that_cannot_be_used_end_with_2(
    lines: Path, tmp_path: Path, arguments: tuple[str, ...], said: str, reason: str
) -> None:
    result = run(*(argument.format(dir=tmp_path) for argument in arguments))
    assert result.exit_code == 2, reason
    assert said in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.slow
def test_a_run_that_was_killed_ends_with_the_same_bytes_once_it_goes_on(tmp_path: Path) -> None:
    given, out, whole = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    given.write_text(rows(200, repeat=9), encoding="utf-8")
    command = [sys.executable, "-m", "auditor", "batch", str(given), "--no-languagetool", "--jobs", "2", "--output"]
    process = subprocess.Popen([*command, str(out)])
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (out.exists() and out.stat().st_size):
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert 0 < len(ids_of_whole_lines(out)) < 200
    assert subprocess.run([*command, str(out)], check=False, timeout=300).returncode == 0
    assert subprocess.run([*command, str(whole)], check=False, timeout=300).returncode == 0
    assert out.read_bytes() == whole.read_bytes()


def ids_of_whole_lines(path: Path) -> list[object]:
    return [json.loads(line)["id"] for line in path.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
