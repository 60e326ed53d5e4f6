"""The real reader, where one is set up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.config import EngineSettings
from auditor.engines.reader import connect
from auditor.engines.reader.client import Reader, close
from auditor.engines.reader.kept import Kept


@pytest.fixture(scope="session")
def set_up(readers: Path) -> Path:
    """The folder of readers, with one that is set up."""
    if not (readers / "reader.json").is_file():
        assert os.environ.get("AUDITOR_REQUIRE_READER") != "1", "AUDITOR_REQUIRE_READER is set, and no reader is set up"
        pytest.skip("no reader is set up: auditor setup --reader")
    return readers


@pytest.fixture(scope="session")
def model(set_up: Path) -> Iterator[Reader]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDITOR_READER_DIR", str(set_up))
        reader = connect(EngineSettings())
    assert reader
    yield reader
    close()


@pytest.fixture
def reader(model: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """The reader that is set up, which has read nothing yet."""
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    model._kept = Kept(model.digest)
    return model
