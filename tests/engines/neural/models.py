"""Checkpoints for the stand-in of unbabel-comet in ``fakes``, and the interpreter that has the real one."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

FAKES = Path(__file__).parent / "fakes"


def fake_model(folder: Path, **plan: object) -> str:
    """Write a checkpoint that behaves as ``plan`` says, and return the path of its folder."""
    (folder / "checkpoints").mkdir(parents=True)
    (folder / "checkpoints" / "model.ckpt").write_text(json.dumps(plan), encoding="utf-8")
    return str(folder)


def use_fakes(patch: pytest.MonkeyPatch, hub: Path) -> None:
    """Make this interpreter, with the stand-ins, the one that runs neural models."""
    patch.setenv("AUDITOR_NEURAL_PYTHON", sys.executable)
    patch.setenv("PYTHONPATH", str(FAKES))
    patch.setenv("FAKE_HUB", str(hub))
    patch.setenv("FAKE_PID", str(hub / "pid"))


def real_python() -> str:
    """Return the interpreter with the real unbabel-comet; without one the test is skipped, or fails in CI."""
    if named := os.environ.get("AUDITOR_NEURAL_PYTHON"):
        return named
    if os.environ.get("AUDITOR_REQUIRE_NEURAL"):
        pytest.fail("AUDITOR_REQUIRE_NEURAL is set, but not AUDITOR_NEURAL_PYTHON; run tests/neural-environment.")
    pytest.skip("AUDITOR_NEURAL_PYTHON names no interpreter with unbabel-comet; make one with tests/neural-environment")
