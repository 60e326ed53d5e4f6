"""The list of English words, as it is taken from SCOWL."""

from __future__ import annotations

from pathlib import Path

from benchmarks.train_vocabulary import words


def test_plain_words_of_common_lists_are_taken(tmp_path: Path) -> None:
    lists = {
        "english-words.10": "harbour's\nquay\nTuesday\n",
        "british-words.70": "cliché\n",
        "english-words.80": "zymurgy\n",
        "english-upper.10": "monday\n",
    }
    for name, text in lists.items():
        (tmp_path / name).write_text(text, encoding="latin-1")
    assert words(tmp_path) == {"quay", "cliché"}
