"""Which Java is taken, and what is said when it will not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.config import EngineSettings
from auditor.engines.languagetool.java import find_java
from auditor.model import CheckUnavailable


@pytest.fixture(autouse=True)
def _no_java_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AUDITOR_JAVA", raising=False)


def _java(folder: Path, says: str, status: int = 0) -> Path:
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho '{says}' >&2\nexit {status}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_the_bundled_java_is_the_default() -> None:
    java = find_java(EngineSettings())
    assert java.bundled
    assert java.program.is_file()


def test_a_home_folder_and_a_program_name_the_same_java(tmp_path: Path) -> None:
    program = _java(tmp_path, 'openjdk version "21.0.4" 2024-07-16')
    for name in (tmp_path, program):
        java = find_java(EngineSettings(java=name))
        assert (java.program, java.version, java.bundled) == (program, "21.0.4", False)


def test_the_environment_may_name_the_java_on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = _java(tmp_path, 'openjdk version "17" 2021-09-14')
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setenv("AUDITOR_JAVA", "java")
    monkeypatch.chdir(tmp_path.parent)
    assert find_java(EngineSettings()).program == program


@pytest.mark.parametrize(
    ("says", "status", "reason"),
    [
        ('openjdk version "11.0.2" 2019-01-15', 0, "is Java 11.0.2; LanguageTool needs 17"),
        ('java version "1.8.0_402"', 0, "is Java 8.0_402; LanguageTool needs 17"),
        ("No Java runtime present", 1, "does not say its version"),
    ],
)
def test_a_java_that_will_not_do_is_refused(tmp_path: Path, says: str, status: int, reason: str) -> None:
    _java(tmp_path, says, status)
    with pytest.raises(CheckUnavailable, match=reason):
        find_java(EngineSettings(java=tmp_path))


def test_a_java_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CheckUnavailable, match="There is no Java at"):
        find_java(EngineSettings(java=tmp_path / "nowhere"))
