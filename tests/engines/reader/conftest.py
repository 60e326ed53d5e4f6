"""The real reader, where one is set up."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.engines.reader.client import Reader
from auditor.engines.reader.kept import Kept


@pytest.fixture
def reader(model: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """The reader that is set up, which has read nothing yet."""
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    model._kept = Kept(model.digest)
    return model
