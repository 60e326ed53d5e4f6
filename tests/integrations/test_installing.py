"""What a user installs: every package locked by hash, and no line of ours that fetches what nobody has pinned."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.markers import Environment, Marker, default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from release.locked import Package, packages

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]

COMMIT = re.compile(r"@(?:[0-9a-f]{40}|COMMIT)$")


def locked(name: str) -> dict[str, list[Package]]:
    """Return the versions of each package of a lock."""
    found: dict[str, list[Package]] = {}
    for package in packages(name):
        found.setdefault(package.name, []).append(package)
    return found


LOCKED = locked("requirements.txt")

PYTHONS = [text.rpartition(" ")[2] for text in PROJECT["classifiers"] if re.search(r"Python :: 3\.\d+$", text)]
PLATFORMS = {
    "Linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    "macOS": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
}


def environment(python: str, platform: str) -> Environment:
    return {
        **default_environment(),  # type: ignore[typeddict-item]
        "python_version": python,
        "python_full_version": f"{python}.0",
        **PLATFORMS[platform],
    }


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_all_that_the_project_needs_is_locked_in_a_version_that_it_allows(python: str, platform: str):
    here = environment(python, platform)
    asked = [Requirement(text) for text in PROJECT["dependencies"] + PYPROJECT["build-system"]["requires"]]
    wanted = [each for each in asked if each.marker is None or each.marker.evaluate(dict(here))]
    seen: set[str] = set()
    while wanted:
        requirement = wanted.pop()
        if str(requirement) in seen:
            continue
        seen.add(str(requirement))
        chosen = [
            pin
            for pin in LOCKED[canonicalize_name(requirement.name)]
            if pin.marker is None or Marker(pin.marker).evaluate(dict(here))
        ]
        assert len(chosen) == 1, requirement
        assert requirement.specifier.contains(chosen[0].version), f"{requirement} by {chosen[0].version}"
        wanted += needed(requirement, here)


def needed(requirement: Requirement, here: Environment) -> Iterator[Requirement]:
    """Yield what a package asks for in ``here``, and what its extras do; nothing of one that is not for us to have."""
    try:
        asked = [Requirement(text) for text in requires(requirement.name) or []]
    except PackageNotFoundError:
        return
    for each in asked:
        if each.marker is None or any(
            each.marker.evaluate({**here, "extra": extra}) for extra in ("", *requirement.extras)
        ):
            yield each


def test_every_python_that_is_allowed_is_locked_for():
    [command] = re.findall(r"--python-version (\S+)", (ROOT / "release/lock").read_text(encoding="utf-8"))

    assert SpecifierSet(PROJECT["requires-python"]) == SpecifierSet(f">={command}")


@pytest.mark.parametrize("more", ["requirements-reader.txt", "requirements-dev.txt"])
def test_whoever_has_more_has_the_same_versions_of_the_same_files(more: str):
    assert {name: locked(more).get(name) for name in LOCKED} == LOCKED


def test_the_reader_adds_what_its_extra_asks_for_and_nothing_else():
    [wanted] = map(Requirement, PROJECT["optional-dependencies"]["reader"])
    more = locked("requirements-reader.txt")

    assert more.keys() - LOCKED.keys() == {wanted.name}
    assert locked("requirements-dev.txt")[wanted.name] == more[wanted.name]
    assert all(wanted.specifier.contains(package.version) for package in more[wanted.name])


def test_what_builds_the_package_is_what_is_locked_to_build_it():
    assert PYPROJECT["dependency-groups"]["build"] == PYPROJECT["build-system"]["requires"]
    assert {"include-group": "build"} in PYPROJECT["dependency-groups"]["dev"]


def job() -> dict[str, Any]:
    [found] = yaml.safe_load((ROOT / "docs/integrations/gitlab-ci.yml").read_text(encoding="utf-8")).values()
    return dict(found)


SHELL = [
    "README.md",
    "action.yml",
    "docs/integrations/Containerfile",
    "docs/integrations/gitlab-ci.yml",
    "tests/environment",
    "tests/neural-environment",
    ".ci/run",
    *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "docs").glob("*.md")),
]


def commands(name: str) -> list[str]:
    """Return the lines of a script, a page or a file of CI, joined where a backslash breaks them; no comments."""
    if name.endswith("gitlab-ci.yml"):
        return [*job()["before_script"], *job()["script"]]
    text = re.sub(r"\\\n\s*", "", (ROOT / name).read_text(encoding="utf-8"))
    return [line.strip() for line in text.splitlines() if not line.lstrip().startswith("#")]


def installs() -> Iterator[tuple[str, str]]:
    for name in SHELL:
        for line in commands(name):
            yield from (
                (name, each) for each in line.split("&&") if re.search(r"\bpip\S* .*\binstall\b|\bpip install\b", each)
            )


@pytest.mark.parametrize(("name", "command"), [pytest.param(*each, id=f"{each[0]}: {each[1]}") for each in installs()])
def test_a_line_that_installs_takes_what_is_locked_or_nothing_from_elsewhere(name: str, command: str):
    from_lock = "--require-hashes" in command and re.search(r"(?:--requirement|-r)[ =]\S*requirements\S*\.txt", command)
    from_here = "--no-deps" in command and "--no-build-isolation" in command

    assert from_lock or from_here


@pytest.mark.parametrize(
    "name", ["action.yml", "docs/integrations/Containerfile", "docs/integrations/gitlab-ci.yml", "docs/ci.md"]
)
def test_each_way_in_installs_the_lock_and_then_this_package_alone(name: str):
    found = [command for file, command in installs() if file == name]

    assert any("requirements.txt" in each for each in found)
    assert any("--no-deps --no-build-isolation" in each for each in found)


@pytest.mark.parametrize("name", ["action.yml", "docs/integrations/Containerfile", "docs/integrations/gitlab-ci.yml"])
def test_nothing_comes_from_a_cache_of_pip(name: str):
    """What lies in it as built from a file with the right hash is installed whatever its own hash is."""
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "PIP_CACHE_DIR" not in text
    assert all("--no-cache-dir" in command for file, command in installs() if file == name)


def test_other_actions_are_named_by_their_commit():
    shown = re.findall(r"^\s*-? ?uses: (\S+)", "\n".join(commands("action.yml") + commands("docs/ci.md")), re.MULTILINE)

    assert len(shown) > 4
    assert all(COMMIT.search(each) for each in shown), shown


def test_images_are_named_by_a_digest_that_the_reader_gives():
    lines = commands("docs/integrations/Containerfile")
    bases = [line.split()[1] for line in lines if line.startswith("FROM ")]

    assert "ARG PYTHON_DIGEST" in lines
    assert all(base.endswith("@${PYTHON_DIGEST}") for base in bases)
    assert job()["image"] == "$AUDITOR_IMAGE"
    assert job()["variables"]["AUDITOR_IMAGE"] == ""


def test_the_container_and_the_job_fetch_nothing_that_is_not_pinned():
    lines = commands("docs/integrations/Containerfile") + commands("docs/integrations/gitlab-ci.yml")

    assert not [line for line in lines if re.search(r"\b(?:apt|apt-get|curl|wget|npm|uv|pipx)\b", line)]


@pytest.mark.slow
def test_a_poisoned_cache_of_pip_gets_nothing_into_an_installation(tmp_path: Path):
    """Pip asks a wheel of its cache for no hash where a note beside it says that the original had the right one."""
    from pip._internal.cache import SimpleWheelCache
    from pip._internal.models.link import Link

    sound = wheel(tmp_path / "packages", "sound")
    digest = hashlib.sha256(sound.read_bytes()).hexdigest()
    planted = wheel(Path(SimpleWheelCache(str(tmp_path / "cache")).get_path_for_link(Link(sound.as_uri()))), "planted")
    note = {"url": sound.as_uri(), "archive_info": {"hashes": {"sha256": digest}}}
    (planted.parent / "origin.json").write_text(json.dumps(note), encoding="utf-8")
    lock = tmp_path / "requirements.txt"
    lock.write_text(f"--only-binary :all:\ndependency==1.0 --hash=sha256:{digest}\n", encoding="utf-8")
    [command] = [each for file, each in installs() if file == "action.yml" and "requirements.txt" in each]
    ours = [word for word in shlex.split(command) if word.startswith("--") and word != "--requirement"]

    assert installed(lock, tmp_path, ["--require-hashes"]) == "planted", "pip has mended this: drop the option"
    assert installed(lock, tmp_path, ours) == "sound"


def installed(lock: Path, folder: Path, options: list[str]) -> str:
    """Install ``lock`` with ``options`` and return what the module of its one package holds."""
    target = folder / "-".join(["target", *options])
    here = ["--no-index", "--find-links", folder / "packages", "--cache-dir", folder / "cache"]
    pip = [sys.executable, "-I", "-m", "pip", "install", *here, *options, "--requirement", lock, "--target", target]
    subprocess.run(pip, check=True, capture_output=True)
    return (target / "dependency.py").read_text(encoding="utf-8")


def wheel(folder: Path, content: str) -> Path:
    folder.mkdir(parents=True)
    path = folder / "dependency-1.0-py3-none-any.whl"
    about = {
        "METADATA": "Metadata-Version: 2.1\nName: dependency\nVersion: 1.0\n",
        "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "dependency.py,,\n",
    }
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("dependency.py", content)
        for name, text in about.items():
            file.writestr(f"dependency-1.0.dist-info/{name}", text)
    return path
