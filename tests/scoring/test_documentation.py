"""What the page on scores says is what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.scoring import score
from auditor.scoring.comparison import BOOTSTRAP_LINES
from tests.scoring.samples import WIRE, words

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "said",
    [
        f"takes {WIRE.acceptable_points:g} points per 1,000 words for a mark of {WIRE.pass_mark:g}",
        f"`min-words` ({WIRE.min_words})",
        f"from {BOOTSTRAP_LINES} aligned lines",
        ", ".join(f"{severity} {weight:g}" for severity, weight in WIRE.weights[1:]),
    ],
)
def test_the_page_gives_the_numbers_in_force(said: str) -> None:
    assert said in " ".join(PAGE.split())


def test_the_page_shows_every_key_of_the_signature() -> None:
    estimate, _ = score(words(100), (), (), (), WIRE)
    assert all(f"{part.partition(':')[0]}:" in PAGE for part in estimate.signature.split("|"))
