"""The container file, read line by line: nothing here can build it, so what can go wrong in it is looked at."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CONTAINERFILE = ROOT / "docs/integrations/Containerfile"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def stages() -> list[list[tuple[str, str]]]:
    """Return the instructions of each stage, as pairs of the word and what follows it."""
    lines = [line for line in CONTAINERFILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    found: list[list[tuple[str, str]]] = []
    for line in filter(None, joined.splitlines()):
        word, _, rest = line.partition(" ")
        if word == "FROM":
            found.append([])
        found[-1].append((word, rest))
    return found


BUILD, FINAL = stages()


def every(stage: list[tuple[str, str]], word: str) -> list[str]:
    return [rest for instruction, rest in stage if instruction == word]


def environment(stage: list[tuple[str, str]]) -> dict[str, str]:
    return dict(pair.split("=", 1) for rest in every(stage, "ENV") for pair in rest.split())


def test_container_action_and_gitlab_job_use_one_python_that_we_support():
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    [job] = yaml.safe_load((ROOT / "docs/integrations/gitlab-ci.yml").read_text(encoding="utf-8")).values()
    bases = {base.split()[0] for stage in (BUILD, FINAL) for base in every(stage, "FROM")}

    [version] = {
        step["with"]["python-version"] for step in action["runs"]["steps"] if "python-version" in step.get("with", {})
    }

    assert bases == {f"docker.io/library/python:{version}-slim"}
    assert job["image"] == f"python:{version}"
    assert f"Programming Language :: Python :: {version}" in PROJECT["classifiers"]


def test_it_runs_without_the_rights_of_root():
    words = [word for word, _ in FINAL]

    assert every(FINAL, "USER") == ["auditor"]
    assert words.index("USER") < words.index("ENTRYPOINT")
    assert "RUN" not in words[words.index("USER") :]
    assert "useradd" in " ".join(every(FINAL, "RUN"))


def test_the_jars_are_fetched_when_it_is_built_and_found_when_it_runs():
    words = [rest for _, rest in BUILD]
    cache = environment(BUILD)["AUDITOR_CACHE_DIR"]

    assert words.index(f"AUDITOR_CACHE_DIR={cache}") < words.index("/opt/auditor/bin/auditor setup")
    assert environment(FINAL)["AUDITOR_CACHE_DIR"] == cache
    assert Path("/opt/auditor") in Path(cache).parents
    assert every(FINAL, "COPY") == ["--from=build /opt/auditor /opt/auditor"]


def test_git_trusts_the_repository_of_the_desk_and_no_other():
    [folder] = every(FINAL, "WORKDIR")

    assert re.findall(r"safe\.directory (\S+)", " ".join(every(FINAL, "RUN"))) == [folder]


def test_it_starts_the_command_that_is_installed():
    [command] = json.loads(every(FINAL, "ENTRYPOINT")[0])

    assert command in PROJECT["scripts"]


@pytest.mark.parametrize("script", every(BUILD, "RUN") + every(FINAL, "RUN"))
def test_its_scripts_are_ones_that_a_shell_can_read(script: str):
    assert subprocess.run(["sh", "-n", "-c", script], check=False).returncode == 0


@pytest.mark.slow
def test_what_it_copies_is_enough_to_build_the_package(tmp_path: Path):
    context = tmp_path / "context"
    context.mkdir()
    for *sources, target in (rest.split() for rest in every(BUILD, "COPY")):
        for source in sources:
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, context / target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / source, context / target)

    options = ["--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", tmp_path / "wheel"]
    built = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *options, context], capture_output=True, text=True, check=False
    )

    assert built.returncode == 0, built.stderr
    assert list((tmp_path / "wheel").glob("translation_auditor-*.whl"))
