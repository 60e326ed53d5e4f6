"""One count of words for every score."""

from __future__ import annotations

import pytest

from auditor.segmentation import count_words


@pytest.mark.parametrize(
    ("text", "count", "reason"),
    [
        ("Two words.", 2, "punctuation belongs to its word"),
        ("US-led talks", 2, "a hyphen makes one word"),
        ("He left - she stayed", 4, "a dash alone is none"),
        ("He left — she\u00a0stayed", 4, "a no-break space parts words"),
        ("don't 3.5 $4", 3, "numbers and contractions"),
        ("... ! “ ”", 0, "no letter, no word"),
        ("", 0, "nothing"),
        ("line\nline\r\nline", 3, "line ends part words"),
        ("道路关闭。", 4, "Chinese counts by the character"),
        ("CNSA 中国 agency", 4, "mixed scripts"),
        ("ロケット", 4, "kana too"),
        ("Cafe\u0301 cre\u0300me", 2, "decomposed accents"),
    ],
)
def test_words(text: str, count: int, reason: str) -> None:
    assert count_words(text) == count, reason
