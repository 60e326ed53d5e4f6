"""Right translations in other words are told nothing, and wrong ones what is wrong: each row is of its own kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor import batch
from auditor.batch import Item
from auditor.config import EngineSettings
from auditor.model import Severity

ROWS = [
    json.loads(line) for line in (Path(__file__).parent / "new_kinds.jsonl").read_text(encoding="utf-8").splitlines()
]


def worst(what: str) -> dict[str, int]:
    """Return the translations that are ``what`` ("right", "wrong"), each with the rank of our worst finding."""
    rows = [row for row in ROWS if row["is"] == what]
    items = (
        Item(id=str(number), target=row["target"], source=row["source"], source_language=row["language"])
        for number, row in enumerate(rows)
    )
    results = batch(items, engine=EngineSettings(enabled=False, reader=False))
    return {
        row["target"]: max((finding.severity.rank for finding in result.findings), default=0)
        for row, result in zip(rows, results, strict=True)
    }


@pytest.mark.slow
def test_right_translations_in_other_words_are_told_nothing() -> None:
    assert [target for target, rank in worst("right").items() if rank >= Severity.MINOR.rank] == []


@pytest.mark.slow
def test_wrong_translations_are_told_at_major() -> None:
    assert [target for target, rank in worst("wrong").items() if rank < Severity.MAJOR.rank] == []
