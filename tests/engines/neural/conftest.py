"""Each test begins and ends without a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.engines import neural
from tests.engines.neural.models import use_fakes


@pytest.fixture
def fakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a stand-in for the hub, with stand-ins for all that the worker imports."""
    use_fakes(monkeypatch, tmp_path)
    yield tmp_path
    neural.close()
