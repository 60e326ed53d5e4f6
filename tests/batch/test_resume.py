"""Going on where an earlier run was stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.batch import Item, Result, following, kept_lines
from auditor.model import InputError, Skipped

ITEMS = [Item("a", "A."), Item("b", "B."), Item("c", "C.")]


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "out.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


def row(name: str, *missing: Skipped) -> str:
    return Result(name, (), (), 0, 0, missing).line()


def nothing(_name: object, _missing: object) -> None:
    pass


def test_where_there_is_no_file_nothing_is_kept(tmp_path: Path) -> None:
    assert (kept_lines(tmp_path / "new").lines, kept_lines(tmp_path / "new").size) == (0, 0)


def test_a_line_cut_short_is_not_kept(tmp_path: Path) -> None:
    whole = '{"id": "a"}\n'
    kept = kept_lines(written(tmp_path, whole + '{"id": "b", "find'))
    assert (kept.lines, kept.size) == (1, len(whole))


def test_items_that_go_on_with_the_file_pass(tmp_path: Path) -> None:
    kept = kept_lines(written(tmp_path, row("a") + row("b")))
    assert list(following(ITEMS, kept, nothing)) == ITEMS


def test_what_could_not_run_for_what_is_kept_is_told(tmp_path: Path) -> None:
    missing = Skipped("languagetool", "It is not here.", "Set it up.")
    told: dict[object, tuple[Skipped, ...]] = {}
    list(following(ITEMS, kept_lines(written(tmp_path, row("a") + row("b", missing))), told.__setitem__))
    assert told == {"a": (), "b": (missing,), "c": ()}


@pytest.mark.parametrize(
    ("text", "said", "reason"),
    [
        (row("b"), "about 'b'", "results of another input"),
        ("".join(map(row, "abcd")), "does not have", "the input became shorter"),
        ("Dear diary\n", "no result", "a file of something else"),
        ("Dear diary", "no result", "and where its last line has no end"),
        (row("a") + "Dear diary", "no result", "or comes later"),
        ('{"id": "a", "target": "Yes."}\n', "no result", "lines of an input, whose ids may well be the same"),
        ('{"id": ' + "9" * 5000 + "}\n", "no result", "a number that Python does not read"),
        ('{"id": ' + "[" * 100_000 + "\n", "no result", "an attack on the parser"),
    ],
)
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str, said: str, reason: str) -> None:
    with pytest.raises(InputError, match=said):
        list(following(ITEMS, kept_lines(written(tmp_path, text)), nothing))
