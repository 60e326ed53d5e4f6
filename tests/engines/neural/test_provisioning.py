"""``auditor setup --neural`` for real: an environment by venv and pip, from wheels that the test makes."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from auditor.engines.neural import places, provisioning
from auditor.model import CheckUnavailable
from tests.engines.neural.models import FAKES, fake_model

STORY = "PORT ALDER (AFP) - The ferry wrongly sailed again on Monday.\n"
SOURCE = "PORT ALDER (AFP) - Le ferry a repris la mer lundi.\n"


def wheel(folder: Path, name: str, version: str, *packages: Path) -> None:
    """Write a wheel that holds ``packages``."""
    info = f"{name}-{version}.dist-info"
    files = {f"{p.name}/{f.name}": f.read_text(encoding="utf-8") for p in packages for f in p.glob("*.py")}
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)


@pytest.fixture
def world(tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has nothing yet, whose package index is a folder."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    wheel(wheels, "unbabel_comet", places.COMET, *(FAKES / name for name in ("comet", "torch", "huggingface_hub")))
    wheel(wheels, "setuptools", "80.9.0")
    (tmp_path / "story.en.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "story.fr.txt").write_text(SOURCE, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name not in {"AUDITOR_NEURAL_PYTHON", "PYTHONPATH"}}
    return kept | {
        "AUDITOR_CACHE_DIR": str(tmp_path / "cache"),
        "FAKE_HUB": str(tmp_path),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
    }


def auditor(*arguments: str, env: dict[str, str], cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "auditor", *arguments]
    return subprocess.run(command, env=env, cwd=cwd, capture_output=True, text=True, check=False)


def test_setup_installs_fetches_and_says_the_licence_and_an_audit_uses_it(tmp_path: Path, world: dict[str, str]):
    name = "Unbabel/XCOMET-XL"
    fake_model(tmp_path / "there" / name, segments=["mt", "src", "ref"], marks={"wrongly": "minor"})

    made = auditor("setup", "--neural", name, env=world, cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    assert "Unbabel/XCOMET-XL is under CC-BY-NC-SA-4.0: it may not be used commercially." in made.stderr
    assert made.stdout == (
        "Unbabel/XCOMET-XL 01234567 is ready, with unbabel-comet 2.2.7; it needs --source and can use --reference\n"
    )

    again = auditor("setup", "--neural", name, env=world | {"PIP_FIND_LINKS": ""}, cwd=tmp_path)
    assert again.stdout == made.stdout, "what is there is kept"

    beside = ("--source", "story.fr.txt", "--no-languagetool", "--allow-skipped", "languagetool")
    told = auditor("check", "story.en.txt", *beside, "--neural", name, "--level", "all", env=world, cwd=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "Unbabel/XCOMET-XL sees a minor error here." in told.stdout
    assert "neural 2.000" in told.stdout
    assert "2.000 by Unbabel/XCOMET-XL; lowest: sentence 1 (line 1) 2.000" in " ".join(told.stdout.split())

    looked = auditor("doctor", env=world, cwd=tmp_path)
    (line,) = [line for line in looked.stdout.splitlines() if "Neural models" in line]
    assert line.startswith("ok ")
    assert "unbabel-comet 2.2.7" in line


def test_an_installation_that_fails_leaves_no_half_environment_in_use(tmp_path: Path, world: dict[str, str]):
    nothing = world | {"PIP_FIND_LINKS": str(tmp_path)}

    failed = auditor("setup", "--neural", "Desk/kiwi", env=nothing, cwd=tmp_path)

    assert failed.returncode == 3
    assert "No matching distribution found for unbabel-comet==2.2.7" in failed.stderr
    last = failed.stderr.splitlines()[-1]
    assert last.startswith("auditor: unbabel-comet could not be installed in ")
    told = auditor("check", "story.en.txt", "--no-languagetool", "--neural", "Desk/kiwi", env=world, cwd=tmp_path)
    assert told.returncode == 3
    assert "unbabel-comet, which is not installed. Run “auditor setup --neural Desk/kiwi”." in told.stderr


def test_the_doctor_says_that_neural_models_are_optional(tmp_path: Path, world: dict[str, str]):
    looked = auditor("doctor", env=world, cwd=tmp_path)

    (line,) = [line for line in looked.stdout.splitlines() if "Neural models" in line]
    assert line.startswith("ok ")
    assert line.endswith("not set up; they are optional (auditor setup --neural MODEL)")


def test_the_doctor_names_an_interpreter_that_lacks_the_package(tmp_path: Path, world: dict[str, str]):
    looked = auditor("doctor", env=world | {"AUDITOR_NEURAL_PYTHON": sys.executable}, cwd=tmp_path)

    assert looked.returncode == 3
    (line,) = [line for line in looked.stdout.splitlines() if "Neural models" in line]
    assert line.startswith("missing ")
    assert line.endswith("has no unbabel-comet")


def test_a_python_too_new_for_comet_is_replaced_by_one_on_path_or_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(provisioning, "_PYTHONS", ((3, 9), (3, 10)))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CheckUnavailable, match=r"needs Python 3\.9 to 3\.10, and none is on PATH\. Install one"):
        provisioning._base_python()

    older = tmp_path / "python3.10"
    older.touch(mode=0o755)
    assert provisioning._base_python() == str(older)
