"""The locks, read strictly: a line that pins nothing is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from release import locked

DIGEST = "0" * 64
SOUND = f"{locked.ONLY_WHEELS}\n\nsmall==1.0 \\\n    --hash=sha256:{DIGEST}\n"


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(locked, "ROOT", tmp_path)
    return tmp_path / "lock.txt"


def test_a_pin_has_its_version_its_place_and_its_hashes(lock: Path):
    lock.write_text(f"# Made by uv\n{SOUND}".replace("1.0 ", "1.0 ; python_version < '3.12' "), encoding="utf-8")

    assert locked.packages("lock.txt") == (locked.Package("small", "1.0", "python_version < '3.12'", (DIGEST,)),)


@pytest.mark.parametrize(
    "line",
    [
        "loose>=1.0",
        "loose==1.0",
        "loose @ https://example.org/loose-1.0.whl",
        "--extra-index-url https://example.org",
        f"loose==1.* \\\n    --hash=md5:{DIGEST}",
    ],
)
def test_a_line_that_pins_nothing_is_refused(line: str, lock: Path):
    lock.write_text(f"{SOUND}{line}\n", encoding="utf-8")

    with pytest.raises(ValueError, match="pins nothing"):
        locked.packages("lock.txt")


def test_a_lock_that_lets_packages_be_built_is_refused(lock: Path):
    lock.write_text(SOUND.replace(locked.ONLY_WHEELS, "--prefer-binary"), encoding="utf-8")

    with pytest.raises(ValueError, match="does not begin"):
        locked.packages("lock.txt")


@pytest.mark.parametrize(
    "name",
    [
        "requirements.txt",
        "requirements-reader.txt",
        "requirements-lsp.txt",
        "requirements-archive.txt",
        "requirements-dev.txt",
    ],
)
def test_ours_can_be_read(name: str):
    assert all(package.hashes for package in locked.packages(name))
