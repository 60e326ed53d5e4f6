"""The working folder is often a repository of strangers: no Python that we start imports what lies in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from auditor.engines import neural
from auditor.engines.neural import places, provisioning

STORY = "The ministers have agreed on the plan, and the harbour opens on Monday.\n"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with a file for each module of Python and for each package that we need, which leaves a trace."""
    packages = {path.name for path in Path(sysconfig.get_path("purelib")).iterdir() if (path / "__init__.py").is_file()}
    for name in {*sys.stdlib_module_names, *packages, "sitecustomize", "usercustomize"} - {"auditor"}:
        (tmp_path / f"{name}.py").write_text("open(__file__ + '.harmed', 'w')\n", encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    items = (json.dumps({"id": str(number), "target": STORY}) for number in range(8))
    (tmp_path / "items.jsonl").write_text("\n".join(items), encoding="utf-8")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check story.txt", "batch items.jsonl --jobs 2"])
def test_nothing_that_lies_in_the_working_folder_is_run(command: str, hostile: Path):
    auditor = Path(sysconfig.get_path("scripts")) / "auditor"

    ended = subprocess.run(
        [auditor, *command.split(), "--no-languagetool"],
        cwd=hostile,
        env={**os.environ, "CI": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert not list(hostile.glob("*.harmed"))
    assert ended.returncode in (0, 1), ended.stderr


def test_nothing_that_lies_there_is_run_to_set_a_neural_model_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    started: list[tuple[str, ...]] = []

    def run(command: tuple[str, ...], **_options: object) -> subprocess.CompletedProcess[str]:
        started.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(subprocess, "run", run)
    places.environment().mkdir(parents=True)

    provisioning._make_environment()

    assert [command[1:4] for command in started] == [("-I", "-m", "venv"), ("-I", "-m", "pip")]


def test_nothing_that_lies_there_is_run_to_look_for_one(monkeypatch: pytest.MonkeyPatch, hostile: Path):
    monkeypatch.setenv(places.PYTHON, sys.executable)
    monkeypatch.chdir(hostile)

    found = neural.doctor()

    assert not list(hostile.glob("*.harmed"))
    assert found.detail == f"{sys.executable} has no unbabel-comet"
