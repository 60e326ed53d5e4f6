"""When the reader takes part in an audit, and when nothing of it is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor import audit
from auditor.config import EngineSettings
from auditor.engines.reader.doctor import doctor
from auditor.engines.reader.places import Installed, digest, mark, note
from auditor.model import Report

WITHOUT_JAVA = EngineSettings(enabled=False)


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installed:
    """A reader that is set up, though no model: nothing of it is read here."""
    monkeypatch.setenv("AUDITOR_READER_DIR", str(tmp_path / "readers"))
    file = tmp_path / "small one.gguf"
    file.write_bytes(b"GGUF")
    return note(Installed("small one", str(file), digest(file), True, mark(file)))


def audited(tmp_path: Path, engine: EngineSettings = WITHOUT_JAVA) -> Report:
    story = tmp_path / "story.txt"
    story.write_text("PORT ALDER - The ferry sailed again on Monday.\n", encoding="utf-8")
    return audit(str(story), engine=engine)


def test_the_signature_names_it_with_its_hash(tmp_path: Path, noted: Installed) -> None:
    assert f"|reader:small_one@{noted.digest[:8]}" in audited(tmp_path).score.signature


def test_without_it_all_is_as_if_there_were_none(
    tmp_path: Path, noted: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    switched_off = audited(tmp_path, EngineSettings(enabled=False, reader=False))
    monkeypatch.setenv("AUDITOR_READER_DIR", str(tmp_path / "none"))
    assert switched_off == audited(tmp_path)
    assert "reader" not in switched_off.score.signature


@pytest.mark.parametrize(
    ("settings", "options", "named"),
    [
        ("", (), True),
        ("reader = true", (), True),
        ("reader = false", (), False),
        ("", ("--no-reader",), False),
        ("reader = true", ("--no-reader",), False),
    ],
)
def test_a_desk_or_a_command_does_without_it(
    tmp_path: Path, noted: Installed, settings: str, options: tuple[str, ...], named: bool
) -> None:
    (tmp_path / "auditor.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "story.txt").write_text("PORT ALDER - The ferry sailed again on Monday.\n", encoding="utf-8")
    command = [sys.executable, "-m", "auditor", "check", "story.txt", "--no-languagetool", "--format", "json", *options]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert ("reader:small_one@" in told.stdout) is named


def test_nothing_of_it_is_imported_where_none_is_set_up(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("PORT ALDER - The ferry sailed again on Monday.\n", encoding="utf-8")
    code = (
        "import sys; from auditor import audit; from auditor.config import EngineSettings\n"
        "audit('story.txt', engine=EngineSettings(enabled=False))\n"
        "print(*(name for name in sys.modules if 'llama' in name or name.startswith('auditor.engines.reader')))"
    )
    environment = {**os.environ, "AUDITOR_READER_DIR": str(tmp_path / "none")}
    command = [sys.executable, "-c", code]
    told = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert sorted(told.stdout.split()) == [
        "auditor.engines.reader",
        "auditor.engines.reader.lock",
        "auditor.engines.reader.places",
    ]


def test_the_doctor_says_which_one_it_is_or_what_is_wrong_with_it(
    noted: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = doctor()
    assert not found.well, "four bytes are no model"
    assert found.hint
    (tmp_path / "small one.gguf").unlink()
    assert "cannot be read" in doctor().detail
    monkeypatch.setenv("AUDITOR_READER_DIR", str(tmp_path / "none"))
    assert doctor().well
    assert "not set up; it is optional" in doctor().detail
