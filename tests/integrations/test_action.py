"""The GitHub action: its scripts, run by bash with the environment that a runner gives them.

The steps that call other actions (Python, the cache, the upload) do not run here; all the others really do. The
packages that the auditor depends on come from the environment of the tests.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.engines.languagetool.places import installation
from tests.integrations.interpreter import interpreter

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
SCRIPTS = [step for step in STEPS if "run" in step]

SOUND = ROOT / "reference/controls/orchard-frost.en.txt"
FAULTY = ROOT / "reference/politics/target.en.txt"

EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
OUTPUT = re.compile(r"^([\w-]+)(?:=(?P<line>.*)|<<(?P<mark>.+)\n(?P<lines>(?s:.*?))\n(?P=mark))$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ended:
    """What a step left behind: its exit code, what it printed, the job summary and its outputs."""

    code: int
    stdout: str
    stderr: str
    summary: str
    outputs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Runner:
    """A runner's machine: ``temp`` is its scratch folder, ``workspace`` holds the checkout."""

    temp: Path
    workspace: Path

    def run(self, name: str, **inputs: str) -> Ended:
        """Run the script of the step called ``name``, with ``inputs`` as a workflow gives them."""
        step = next(step for step in SCRIPTS if step["name"] == name)
        defaults = {key: value.get("default", "") for key, value in ACTION["inputs"].items()}
        context = {f"inputs.{key}": value for key, value in (defaults | inputs).items()}
        context |= {"runner.temp": str(self.temp), "steps.python.outputs.python-path": str(interpreter(self.temp))}
        given = {
            key: EXPRESSION.sub(lambda match: context[match[1]], value) for key, value in step.get("env", {}).items()
        }
        files = {f"GITHUB_{name}": self.temp / name.lower() for name in ("OUTPUT", "STEP_SUMMARY")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        script = self.temp / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        # As runners do: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
        ended = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script],
            cwd=self.workspace,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.temp),
                "CI": "true",
                "GITHUB_ACTIONS": "true",
                "GITHUB_WORKSPACE": str(self.workspace),
                "GITHUB_ACTION_PATH": str(ROOT),
                "RUNNER_TEMP": str(self.temp),
                **{key: str(file) for key, file in files.items()},
                **given,
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        outputs = {
            match[1]: match["line"] if match["mark"] is None else match["lines"]
            for match in OUTPUT.finditer(files["GITHUB_OUTPUT"].read_text(encoding="utf-8"))
        }
        summary = files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        return Ended(ended.returncode, ended.stdout, ended.stderr, summary, outputs)

    def audit(self, **inputs: str) -> Ended:
        """Run the audit without LanguageTool, with the auditor that is tested here."""
        (self.temp / "auditor").mkdir()
        (self.temp / "auditor" / "bin").symlink_to(sysconfig.get_path("scripts"))
        options = "--no-languagetool\n" + inputs.pop("options", "")
        return self.run("Audit the stories", options=options, **inputs)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path / "temp", tmp_path / "a workspace")
    made.temp.mkdir()
    (made.workspace / "stories").mkdir(parents=True)
    shutil.copy(SOUND, made.workspace / "stories" / "orchard frost.en.txt")
    return made


def test_the_action_is_one_by_the_published_schema():
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", ROOT / "action.yml"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("step", SCRIPTS, ids=lambda step: step["name"])
def test_no_value_is_ever_part_of_a_script(step: dict[str, Any]):
    assert "${{" not in step["run"]
    assert step["shell"] == "bash"


def test_every_input_is_described_and_reaches_a_step():
    used = EXPRESSION.findall(yaml.safe_dump([step.get("env", {}) for step in STEPS], width=1000))
    conditions = " ".join(step.get("if", "") for step in STEPS)

    for name, given in ACTION["inputs"].items():
        assert given["description"]
        assert given.get("required") or "default" in given
        assert f"inputs.{name}" in used or f"inputs.{name} " in conditions


def test_the_jars_are_kept_where_the_auditor_looks_for_them():
    restored, kept = (step for step in STEPS if step.get("uses", "").startswith("actions/cache/"))
    folders = {step["env"]["AUDITOR_CACHE_DIR"] for step in SCRIPTS if "bin/auditor" in step["run"]}

    assert folders == {restored["with"]["path"]}
    assert kept["with"] == restored["with"]


def test_what_is_kept_for_the_next_run_is_what_has_just_been_verified():
    names = [step.get("uses", step["name"]).partition("@")[0] for step in STEPS]
    ready = names.index("Get LanguageTool ready")

    assert names[ready - 1 : ready + 2] == ["actions/cache/restore", "Get LanguageTool ready", "actions/cache/save"]


def test_nothing_of_a_pull_request_names_the_cache():
    [key] = {step["with"]["key"] for step in STEPS if step.get("uses", "").startswith("actions/cache/")}

    assert EXPRESSION.findall(key) == ["steps.install.outputs.jars"]


def test_a_sound_story_passes_and_leaves_a_report_and_a_summary(runner: Runner):
    ended = runner.audit(stories="stories")

    assert ended.code == 0, ended.stderr
    assert ended.outputs == {"sarif-file": "auditor.sarif"}
    assert "orchard frost.en.txt" in ended.summary
    sarif = json.loads((runner.workspace / "auditor.sarif").read_text(encoding="utf-8"))
    assert sarif["version"] == "2.1.0"


def test_a_faulty_story_fails_the_step_with_annotations_on_its_lines(runner: Runner):
    shutil.copy(FAULTY, runner.workspace / "stories" / "politics.en.txt")

    ended = runner.audit(stories="  stories/orchard frost.en.txt\n\n  stories/politics.en.txt\n")

    assert ended.code == 1
    assert re.search(r"^::(?:error|warning) file=stories/politics\.en\.txt,line=\d+", ended.stdout, re.MULTILINE)
    assert ended.outputs["sarif-file"] == "auditor.sarif"
    sarif = json.loads((runner.workspace / "auditor.sarif").read_text(encoding="utf-8"))
    assert sarif["runs"][0]["results"]


def test_options_hold_for_the_audit(runner: Runner):
    shutil.copy(FAULTY, runner.workspace / "stories" / "politics.en.txt")

    ended = runner.audit(stories="stories", options="--fail-on=never\n--html=the page.html")

    assert ended.code == 0, ended.stderr
    assert (runner.workspace / "the page.html").is_file()


def test_a_report_of_an_earlier_run_is_not_shown_again(runner: Runner):
    (runner.workspace / "auditor.sarif").write_text("{}", encoding="utf-8")

    ended = runner.audit(stories="no such folder")

    assert ended.code == 2
    assert ended.outputs == {}


def test_the_pull_request_of_our_page_is_stopped_at_the_line_that_it_adds(runner: Runner):
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    [settings] = re.findall(r"```toml\n(.+?)```", page, re.DOTALL)
    [workflow, _] = re.findall(r"```yaml\n(.+?)```", page, re.DOTALL)
    [added] = re.findall(r"^Open a pull request that adds to a story: \*(.+?)\*", page, re.MULTILINE)
    asked = yaml.safe_load(workflow)["jobs"]["audit"]["steps"][-1]["with"]
    old, new = (runner.workspace / "stories" / name for name in ("filed long ago.txt", "orchard frost.en.txt"))
    shutil.copy(FAULTY, old)
    (runner.workspace / "auditor.toml").write_text(settings, encoding="utf-8")
    for line in ("init -q", "add .", "commit -q -m before"):
        git(*line.split(), cwd=runner.workspace)
    new.write_text(f"{new.read_text(encoding='utf-8')}\n{added}\n", encoding="utf-8")
    git("commit", "-q", "-a", "-m", "change", cwd=runner.workspace)

    ended = runner.audit(**asked)

    last = len(new.read_text(encoding="utf-8").splitlines())
    assert ended.code == 1
    found = re.findall(r"^::(?:error|warning) file=(.+?),line=(\d+)", ended.stdout, re.MULTILINE)
    assert set(found) == {("stories/orchard frost.en.txt", str(last))}


def git(*arguments: str, cwd: Path) -> None:
    names = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *arguments], cwd=cwd, capture_output=True, check=True)


HOSTILE = {
    "a command after a semicolon": "x; touch harmed",
    "a command in a substitution": "$(touch harmed)",
    "a command in backquotes": "`touch harmed`",
    "a quote that ends the word": '"; touch harmed; "',
    "a glob": "*",
    "a line that sets an output": "x\nsarif-file=/etc/passwd",
    "a second line of script": "x\ntouch harmed",
    "an option of the auditor": "--html=harmed",
    "an expression of the runner": "${{ github.token }}",
    "a workflow command": "x\n::set-output name=harmed::yes",
}


@pytest.mark.slow
def test_nothing_of_the_stories_repository_is_run_to_install(runner: Runner):
    for module in ("pip", "venv", "hatchling", "sitecustomize", "runpy", "typing"):
        harmful = "open(__file__ + '.harmed', 'w')"
        (runner.workspace / f"{module}.py").write_text(harmful, encoding="utf-8")

    ended = runner.run("Install the auditor")

    assert ended.code == 0, ended.stderr
    assert not list(runner.workspace.glob("*.harmed"))


WORKFLOW_COMMAND = re.compile(r"^::(?!(error|warning|notice) file=)", re.MULTILINE)


@pytest.mark.parametrize("name", ["stories", "options"])
@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_input_does_nothing(name: str, value: str, runner: Runner):
    ended = runner.audit(**{"stories": "no such story", name: value})

    assert ended.code == 2
    assert not list(runner.workspace.rglob("harmed*"))
    assert ended.outputs == {}
    assert not WORKFLOW_COMMAND.search(ended.stdout + ended.stderr)


def test_a_story_is_never_taken_for_an_option(runner: Runner):
    ended = runner.audit(stories="stories\n--html=harmed\n--fail-on=never")

    assert ended.code == 2
    assert "--html=harmed" in ended.stderr
    assert not list(runner.workspace.rglob("harmed*"))


def test_a_hostile_name_of_the_report_is_only_a_name(runner: Runner):
    name = "\n".join(HOSTILE.values()).replace("/", "_")

    ended = runner.audit(stories="stories", **{"sarif-file": name})

    assert ended.code == 0, ended.stderr
    assert sorted(file.name for file in runner.workspace.iterdir()) == sorted([name, "stories"])
    assert ended.outputs == {"sarif-file": name}
    assert not WORKFLOW_COMMAND.search(ended.stdout + ended.stderr)


@pytest.mark.slow
@pytest.mark.languagetool
def test_all_scripts_of_the_action_work_one_after_the_other(runner: Runner):
    if installation().is_dir():  # what the cache action would have brought back
        (runner.temp / "auditor-cache").symlink_to(installation().parent)

    installed = runner.run("Install the auditor")
    assert installed.code == 0, installed.stderr
    assert re.fullmatch(r"[0-9a-f]{40,64}", installed.outputs["jars"])

    ready = runner.run("Get LanguageTool ready")
    assert ready.code == 0, ready.stderr
    assert "is ready" in ready.stdout

    ended = runner.run("Audit the stories", stories="stories", **{"sarif-file": "out.sarif"})
    assert ended.code == 0, ended.stderr
    assert "LanguageTool was switched off" not in ended.summary
    assert ended.outputs == {"sarif-file": "out.sarif"}
