"""Every benchmark can be begun: what it takes from the package is there."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import benchmarks

NAMES = sorted(path.stem for path in Path(benchmarks.__file__).parent.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_finds_what_it_takes_from_the_package(name: str) -> None:
    assert import_module(f"benchmarks.{name}").__doc__
