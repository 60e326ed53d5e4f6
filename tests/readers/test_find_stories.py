"""The stories that are audited are those the user means."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.model import InputError
from auditor.readers import find_stories


def test_a_folder_gives_its_stories_sorted_and_those_of_its_folders(tmp_path: Path) -> None:
    (tmp_path / "sport").mkdir()
    for name in ("b.txt", "a.TXT", "sport/c.txt", "notes.rst", ".hidden.txt"):
        (tmp_path / name).write_text("He left.")
    assert find_stories([tmp_path]) == (tmp_path / "a.TXT", tmp_path / "b.txt", tmp_path / "sport" / "c.txt")


def test_named_files_keep_their_order_and_any_suffix(tmp_path: Path) -> None:
    first, second = tmp_path / "z.copy", tmp_path / "a.txt"
    for path in (first, second):
        path.write_text("He left.")
    assert find_stories([str(first), second, first]) == (first, second)


def test_standard_input_stays_as_it_is() -> None:
    assert find_stories(["-"]) == (Path("-"),)


def test_a_folder_without_stories_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no story; a story's name ends in"):
        find_stories([tmp_path])


def test_a_missing_file_is_left_to_be_reported_when_it_is_read(tmp_path: Path) -> None:
    assert find_stories([tmp_path / "none.txt"]) == (tmp_path / "none.txt",)
