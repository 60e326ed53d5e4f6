"""Where COMET lives, and who else may write there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.engines.neural import places
from auditor.model import CheckUnavailable


@pytest.fixture(autouse=True)
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    monkeypatch.delenv(places.PYTHON, raising=False)
    places.own_python().parent.mkdir(parents=True)
    places.complete().touch()


def test_what_is_set_up_here_is_run() -> None:
    assert places.python("any") == places.own_python()


@pytest.mark.parametrize("folder", [places.environment, lambda: places.own_python().parent], ids=["folder", "bin"])
def test_what_others_may_write_to_is_not_run(folder: Callable[[], Path]) -> None:
    folder().chmod(0o777)
    with pytest.raises(CheckUnavailable, match="Others may write in"):
        places.python("any")


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_what_belongs_to_another_user_is_not_run() -> None:
    os.chown(places.environment(), 12345, -1)
    with pytest.raises(CheckUnavailable, match="belongs to another user"):
        places.python("any")
