"""Going on where an earlier run was stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.batch import Item, following, kept_lines
from auditor.model import InputError

ITEMS = [Item("a", "A."), Item("b", "B."), Item("c", "C.")]


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "out.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


def test_where_there_is_no_file_nothing_is_kept(tmp_path: Path) -> None:
    assert (kept_lines(tmp_path / "new").lines, kept_lines(tmp_path / "new").size) == (0, 0)


def test_a_line_cut_short_is_not_kept(tmp_path: Path) -> None:
    whole = '{"id": "a"}\n'
    kept = kept_lines(written(tmp_path, whole + '{"id": "b", "find'))
    assert (kept.lines, kept.size) == (1, len(whole))


def test_items_that_go_on_with_the_file_pass(tmp_path: Path) -> None:
    kept = kept_lines(written(tmp_path, '{"id": "a"}\n{"id": "b"}\n'))
    assert list(following(ITEMS, kept)) == ITEMS


@pytest.mark.parametrize(
    ("text", "said", "reason"),
    [
        ('{"id": "b"}\n', "about 'b'", "results of another input"),
        ('{"id": "a"}\n{"id": "b"}\n{"id": "c"}\n{"id": "d"}\n', "does not have", "the input became shorter"),
        ("Dear diary\n", "no result", "a file of something else"),
    ],
)
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str, said: str, reason: str) -> None:
    with pytest.raises(InputError, match=said):
        list(following(ITEMS, kept_lines(written(tmp_path, text))))
