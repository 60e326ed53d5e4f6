"""When the warm process is used, when it ends, and when another takes its place."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

import auditor
from tests.server.conftest import GONE_SECONDS, Desk, eventually, gone

REHEARSED_SECONDS = 3.0
"""Until a fork in reserve is surely ready, once it has been seen."""


def test_the_first_check_starts_it_and_the_next_one_finds_it_until_it_is_stopped(desk: Desk, story: Path) -> None:
    assert desk.run("server", "status").stdout == b"No warm process is running.\n"
    assert desk.run("server", "stop").stdout == b"No warm process is running.\n"
    desk.check(str(story))
    process = desk.running()
    desk.check(str(story))
    assert desk.running() == process
    assert desk.served() == 2
    said = desk.run("server", "status").stdout.decode()
    assert "LanguageTool: not running" in said
    assert "Memory: " in said
    assert re.search(r"It ends after (600|59\d) s without a request\.", said)
    assert desk.run("server", "stop").stdout == b"Stopped.\n"
    assert eventually(lambda: gone(process))
    assert not (desk.folder / "socket").exists()


@pytest.mark.parametrize("options", [("--no-server",), ("--help",)])
def test_there_is_none_where_it_is_not_wished_for(desk: Desk, story: Path, options: tuple[str, ...]) -> None:
    desk.check(str(story), *options)
    assert not desk.folder.exists()


def test_there_is_none_in_ci(tmp_path: Path, story: Path) -> None:
    desk = Desk(tmp_path / "state", CI="true")
    assert desk.check(str(story)).stdout
    assert not desk.folder.exists()


def test_commands_that_do_not_audit_start_none(desk: Desk) -> None:
    assert desk.run("rules").returncode == 0
    assert not desk.folder.exists()


def test_it_ends_when_nothing_is_asked_of_it(tmp_path: Path, story: Path) -> None:
    desk = Desk(tmp_path / "state", AUDITOR_IDLE_SECONDS="4")
    desk.check(str(story))
    process = desk.running()
    assert eventually(lambda: gone(process))
    assert not (desk.folder / "socket").exists()


def test_a_fork_in_reserve_takes_the_next_audit_on_and_is_done_without_where_it_is_lost(
    desk: Desk, story: Path
) -> None:
    before = desk.check(str(story)).stdout
    assert eventually(desk.reserve)
    time.sleep(REHEARSED_SECONDS)
    reserve = eventually(desk.reserve)
    reader = desk.start("check", "--no-languagetool", "-", stdin=subprocess.PIPE)
    assert eventually(lambda: desk.children() == [reserve])
    out, _ = reader.communicate(story.read_bytes(), timeout=GONE_SECONDS)
    assert out
    for number in (signal.SIGKILL, signal.SIGTERM):
        reserve = eventually(lambda last=reserve: (found := desk.reserve()) != last and found)
        assert reserve
        reserve.send_signal(number)
        after = desk.check(str(story))
        assert after.stdout == before
        assert b"auditor:" not in after.stderr


def test_what_runs_is_finished_before_it_ends(desk: Desk, story: Path) -> None:
    reader = desk.start("check", "--no-languagetool", "-", stdin=subprocess.PIPE)
    assert eventually(lambda: desk.server() and desk.children())
    process = desk.running()
    assert desk.run("server", "stop").stdout == b"It ends when what is running is done (1).\n"
    out, _ = reader.communicate(story.read_bytes(), timeout=GONE_SECONDS)
    assert out
    assert eventually(lambda: gone(process))


@pytest.mark.parametrize("variable", ["AUDITOR_CACHE_DIR", "PYTHONPATH"])
def test_another_one_takes_its_place_in_other_surroundings(
    desk: Desk, story: Path, tmp_path: Path, variable: str
) -> None:
    desk.check(str(story))
    first = desk.running()
    desk.environment[variable] = str(tmp_path)
    desk.check(str(story))
    assert desk.running() != first
    assert desk.served() == 1
    assert eventually(lambda: gone(first))


@pytest.mark.slow
def test_another_one_takes_its_place_when_the_code_was_changed(tmp_path: Path, story: Path) -> None:
    code = Path(shutil.copytree(Path(auditor.__file__).parent, tmp_path / "code" / "auditor"))
    desk = Desk(tmp_path / "state", PYTHONPATH=str(code.parent), PYTHONDONTWRITEBYTECODE="1")
    before = desk.check(str(story), cwd=tmp_path).stdout
    first = desk.running()
    word = code / "render" / "terminal" / "__init__.py"
    word.write_text(word.read_text(encoding="utf-8") + "\nrender = lambda *_, **__: 'changed\\n'\n", encoding="utf-8")
    assert desk.check(str(story), cwd=tmp_path).stdout == b"changed\n" != before
    assert desk.running() != first
    desk.stop()


def test_many_at_once_are_all_answered_by_one(shared: Desk, story: Path) -> None:
    expected = shared.check(str(story)).stdout
    clients = [shared.start("check", "--no-languagetool", str(story)) for _ in range(12)]
    assert [client.communicate(timeout=120)[0] for client in clients] == [expected] * 12


@pytest.mark.slow
@pytest.mark.languagetool
def test_eight_cold_audits_at_once_are_all_answered(desk: Desk, story: Path) -> None:
    expected = desk.run("check", str(story), "--offline", "--no-server", timeout=300)
    clients = [desk.start("check", str(story), "--offline") for _ in range(8)]
    ends = [(*client.communicate(timeout=300), client.returncode) for client in clients]
    assert ends == [(expected.stdout, expected.stderr, expected.returncode)] * 8
    assert desk.served() == 8


@pytest.mark.slow
def test_those_who_wait_are_let_in_in_the_order_in_which_they_came(tmp_path: Path, story: Path) -> None:
    desk = Desk(tmp_path / "state")
    one = sorted(os.sched_getaffinity(0))[:1]
    alone = {"preexec_fn": lambda: os.sched_setaffinity(0, one)}
    desk.check(str(story), **alone)
    assert desk.running().cpu_affinity() == one
    first = desk.start("check", "--no-languagetool", "-", stdin=subprocess.PIPE, **alone)
    assert eventually(lambda: len(desk.children()) == 1)
    reports = [story.with_name(f"{number}.json") for number in range(3)]
    others = []
    for number, report in enumerate(reports, start=1):
        others.append(desk.start("check", "--no-languagetool", str(story), "--json", str(report), **alone))
        assert eventually(lambda n=number: f"{n} waiting" in desk.run("server", "status").stdout.decode(), 4)
    assert len(desk.children()) == 1
    assert first.communicate(story.read_bytes(), timeout=GONE_SECONDS)[0]
    assert [other.wait(GONE_SECONDS) for other in others] == [others[0].returncode] * 3
    times = [report.stat().st_mtime_ns for report in reports]
    assert times == sorted(times)
    desk.stop()


@pytest.mark.slow
def test_one_that_waits_for_something_else_does_not_hold_up_the_others_for_good(tmp_path: Path, story: Path) -> None:
    desk = Desk(tmp_path / "state")
    alone = {"preexec_fn": lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])}
    desk.check(str(story), **alone)
    first = desk.start("check", "--no-languagetool", "-", stdin=subprocess.PIPE, **alone)
    assert eventually(lambda: len(desk.children()) == 1)
    assert desk.check(str(story), **alone).stdout
    first.communicate(story.read_bytes(), timeout=GONE_SECONDS)
    desk.stop()


def test_a_process_that_cannot_be_started_is_done_without(tmp_path: Path, story: Path) -> None:
    desk = Desk(tmp_path / "file" / "state")
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = desk.check(str(story))
    assert said.stdout
    assert not said.stderr


def test_the_parent_has_no_threads(shared: Desk) -> None:
    assert psutil.Process(shared.running().pid).num_threads() == 1


def test_the_client_imports_little() -> None:
    code = "import sys, auditor.__main__, auditor.client.delegation, auditor.client.starting; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    ours = {name for name in loaded if name.startswith("auditor")}
    assert all(
        name in {"auditor", "auditor.__main__", "auditor.exits"} or name.startswith("auditor.client") for name in ours
    )
    assert not {"click", "spacy", "numpy", "pathlib", "dataclasses", "subprocess"}.intersection(loaded)
