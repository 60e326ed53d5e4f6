"""The hook for pre-commit, run by the real pre-commit in a newsroom's repository.

pre-commit clones this repository as it is committed and builds a wheel of it. The packages that it depends on come from
this environment; with ``AUDITOR_TEST_INSTALL=1`` they are installed from the package registry as well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from auditor.readers.formats import HTML, PLAIN_TEXT

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
SOUND = ROOT / "reference/controls/orchard-frost.en.txt"
FAULTY = ROOT / "reference/politics/target.en.txt"

INSTALL = pytest.param(
    True,
    id="with its dependencies installed",
    marks=pytest.mark.skipif(
        os.environ.get("AUDITOR_TEST_INSTALL") != "1", reason="downloads 300 MB; set AUDITOR_TEST_INSTALL=1"
    ),
)


def run(*command: str | Path, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=540)


def pre_commit(*arguments: str | Path, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "pre_commit", *arguments, cwd=cwd, env=env)


def only_this_package(env: dict[str, str]) -> dict[str, str]:
    """Let pip build our wheel offline and find everything else in the environment of the tests."""
    return {**env, "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PYTHONPATH": sysconfig.get_path("purelib")}


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A repository with a sound story, and a configuration that names the hook of this one."""
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True)
    hook = {"id": "auditor", "files": "^stories/", "args": ["--no-languagetool"], "verbose": True}
    config = {"repos": [{"repo": str(ROOT), "rev": head.stdout.strip(), "hooks": [hook]}]}
    folder = tmp_path / "newsroom"
    (folder / "stories").mkdir(parents=True)
    shutil.copy(SOUND, folder / "stories" / "orchard frost.en.txt")
    (folder / "README.txt").write_text("These is not a story.\n", encoding="utf-8")
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return folder


def test_the_manifest_is_one_that_pre_commit_accepts():
    result = pre_commit("validate-manifest", MANIFEST, cwd=ROOT, env=dict(os.environ))

    assert result.returncode == 0, result.stdout + result.stderr


def test_the_hook_is_given_what_is_a_story_by_its_name_and_no_code_or_data():
    from identify.identify import tags_from_filename

    [hook] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))

    for suffix in (*HTML.suffixes, *PLAIN_TEXT.suffixes):
        assert tags_from_filename(f"story{suffix}") & set(hook["types_or"]), suffix
    for name in ("package.json", "pom.xml", "data.csv", "locale.po"):
        assert not tags_from_filename(name) & set(hook["types_or"]), name


@pytest.mark.slow
@pytest.mark.parametrize("install", [pytest.param(False, id="with the dependencies of the tests"), INSTALL])
def test_a_commit_of_a_faulty_story_is_stopped(install: bool, newsroom: Path, tmp_path: Path):
    env = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))},
        **{f"GIT_{role}_{what}": "desk@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
    }
    if not install:
        env = only_this_package(env)
    run("git", "init", "--quiet", cwd=newsroom, env=env)
    assert pre_commit("install", cwd=newsroom, env=env).returncode == 0

    run("git", "add", ".", cwd=newsroom, env=env)
    sound = run("git", "commit", "--message", "A sound story", cwd=newsroom, env=env)

    assert sound.returncode == 0, sound.stdout + sound.stderr
    assert "auditor" in sound.stderr
    assert "Passed" in sound.stderr
    assert "orchard frost.en.txt" in sound.stderr
    assert "README.txt" not in sound.stderr

    shutil.copy(FAULTY, newsroom / "stories" / "politics.en.txt")
    run("git", "add", ".", cwd=newsroom, env=env)
    faulty = run("git", "commit", "--message", "A faulty story", cwd=newsroom, env=env)

    assert faulty.returncode == 1
    assert "exit code: 1" in faulty.stderr
    assert "politics.en.txt" in faulty.stderr
    assert run("git", "rev-list", "--count", "HEAD", cwd=newsroom, env=env).stdout.strip() == "1"
