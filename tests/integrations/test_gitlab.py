"""The job for GitLab: valid by the published schema, and its script run by a shell as a runner's would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from string import Template
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from auditor import __version__
from auditor.engines.languagetool.places import installation
from tests.integrations.interpreter import interpreter

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "docs/integrations/gitlab-ci.yml"
SOUND = ROOT / "reference/controls/orchard-frost.en.txt"
FAULTY = ROOT / "reference/politics/target.en.txt"


@pytest.fixture(scope="module")
def job() -> dict[str, Any]:
    [job] = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8")).values()
    return job


def git(*arguments: str, cwd: Path) -> str:
    identity = {f"GIT_{role}_{what}": "desk" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    ended = subprocess.run(
        ["git", *arguments], cwd=cwd, env={**os.environ, **identity}, capture_output=True, text=True, check=True
    )
    return ended.stdout.strip()


def test_the_job_is_one_by_the_published_schema():
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", TEMPLATE],
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout


def test_the_job_keeps_the_jars_of_this_version_apart_and_nothing_else(job: dict[str, Any]):
    assert job["cache"]["key"].endswith(f"v{__version__}")
    [kept] = job["cache"]["paths"]
    assert job["variables"]["AUDITOR_CACHE_DIR"].startswith(f"$CI_PROJECT_DIR/{kept}")
    assert job["script"][0] == "auditor setup"


def install(
    job: dict[str, Any], folder: Path, commit: str, repository: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run what the job does before its script, for ``commit`` of ``repository``, with ``folder`` as the checkout."""
    (folder / "bin").mkdir(parents=True)
    interpreter(folder / "bin")
    path = os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])
    named = {"AUDITOR_REPOSITORY": str(repository), "AUDITOR_COMMIT": commit, "TMPDIR": str(folder)}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", "\n".join([*job["before_script"], "which auditor"])],
        cwd=folder,
        env={**os.environ, "PATH": path, **named},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.mark.slow
def test_the_job_installs_the_commit_that_is_named_into_a_folder_of_its_own(job: dict[str, Any], tmp_path: Path):
    for module in ("pip", "venv", "hatchling"):
        harmful = "open(__file__ + '.harmed', 'w')"
        (tmp_path / f"{module}.py").write_text(harmful, encoding="utf-8")

    ended = install(job, tmp_path, git("rev-parse", "HEAD", cwd=ROOT))

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith(str(tmp_path))
    assert not list(tmp_path.glob("*.harmed"))


@pytest.mark.parametrize("name", ["", "HEAD", "v1", "main"])
def test_the_job_refuses_what_somebody_could_move(name: str, job: dict[str, Any], tmp_path: Path):
    repository = tmp_path / "repository"
    git("init", "--quiet", "--initial-branch", "main", str(repository), cwd=tmp_path)
    git("commit", "--quiet", "--allow-empty", "--message", "Release", cwd=repository)
    git("tag", "v1", cwd=repository)

    ended = install(job, tmp_path / "checkout", name, repository)

    assert ended.returncode
    assert not list(tmp_path.glob("checkout/*/venv"))


@pytest.mark.slow
@pytest.mark.languagetool
def test_the_job_fails_a_merge_request_for_the_lines_that_it_changes(job: dict[str, Any], tmp_path: Path):
    project = tmp_path / "desk"
    (project / "stories").mkdir(parents=True)
    for name, story in {"frost.txt": SOUND, "old.txt": FAULTY}.items():
        shutil.copy(story, project / "stories" / name)
    (project / "auditor.toml").write_text('fail-on = "minor"\n', encoding="utf-8")
    git("init", "--quiet", cwd=project)
    git("add", ".", cwd=project)
    git("commit", "--quiet", "--message", "Stories", cwd=project)
    base = git("rev-parse", "HEAD", cwd=project)
    with (project / "stories" / "frost.txt").open("a", encoding="utf-8") as story:
        story.write("\nThe ministers was in the capital, where they has agreed on 12,5 million euros.\n")
    if installation().is_dir():  # what the job's cache would have brought back
        (project / ".auditor").mkdir()
        (project / ".auditor" / "cache").symlink_to(installation().parent)

    runner = {"CI": "true", "CI_PROJECT_DIR": str(project), "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    variables = {name: Template(str(value)).safe_substitute(runner) for name, value in job["variables"].items()}
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    ended = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", "\n".join(job["script"])],
        cwd=project,
        env={**os.environ, "PATH": path, **runner, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert ended.returncode == 1, ended.stderr
    reports = job["artifacts"]["reports"]
    quality = json.loads((project / reports["codequality"]).read_text(encoding="utf-8"))
    assert {each["location"]["path"] for each in quality} == {"stories/frost.txt"}
    junit = ElementTree.parse(project / reports["junit"]).getroot()
    assert junit.tag == "testsuites"
    pages = {file.name for file in project.glob("auditor*")} - {"auditor.toml", reports["junit"]}
    assert pages == {path.rstrip("/") for path in job["artifacts"]["paths"]}
