"""The real reader, where one is set up."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from auditor.config import EngineSettings
from auditor.engines import reader as engine
from auditor.engines.reader import Reader, kept


@pytest.fixture(scope="session")
def model() -> Iterator[Reader]:
    """The reader that is set up in the user's cache; nothing that it kept there is believed."""
    if os.environ.get("AUDITOR_REQUIRE_READER") != "1" and not engine.installed():
        pytest.skip("no reader is set up: auditor setup --reader")
    reader = engine.connect(EngineSettings())
    assert reader, "AUDITOR_REQUIRE_READER is set, and no reader is set up"
    yield reader
    engine.close()


@pytest.fixture
def reader(model: Reader, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """The same with a file of readings that is empty."""
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    model._kept = kept.Kept(model.digest)
    return model
