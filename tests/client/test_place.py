"""Where the warm process answers."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from auditor.client.place import folder, opened


def test_the_folder_is_where_the_user_keeps_states(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("AUDITOR_STATE_DIR", raising=False)
    for home in ("", str(tmp_path)):
        monkeypatch.setenv("XDG_STATE_HOME", home)
        assert Path(folder()).parent == platformdirs.user_state_path("auditor", appauthor=False)


def test_the_folder_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUDITOR_STATE_DIR", str(tmp_path))
    assert Path(folder()).parent == tmp_path


def test_a_user_without_a_home_has_none_and_gets_none_in_the_working_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def nobody(_: int) -> None:
        raise KeyError

    for name in ("HOME", "AUDITOR_STATE_DIR", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OSError, match="no home"), opened():
        pass
    assert not list(tmp_path.iterdir())
