"""``auditor pack`` begins a pack that loads, and tells the phrases of an old one in rows."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from auditor.checks.upgrade import upgraded
from auditor.cli import main

OLD = """id = "old"
name = "Old"
description = "Our old rules."

[[rule]]
id = "old-words"  # kept
message = "Not “{match}”."
why = "It is shorter."
category = "style/register"
severity = "minor"
confidence = "high"
regex = '''\\b(?:utilise|make (?:full )?use)\\b'''
flags = ["They [[utilise]] the hall.", "They [[make use]] of it."]
passes = ["They use the hall.", "The use of it is free.", "Utility bills rose."]

[[rule]]
id = "old-figures"
message = "Not “{match}”."
why = "It is shorter."
category = "style/register"
severity = "minor"
confidence = "high"
regex = '''\\d+ %'''
flags = ["It is [[4 %]].", "It was [[5 %]]."]
passes = ["It is 4%.", "It is 5%.", "It rose."]
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_new_pack_loads(tmp_path: Path) -> None:
    path = tmp_path / "house style.toml"
    assert run("pack", "new", str(path)).exit_code == 0
    assert "house-style-commence" in run("rules", "--pack", str(path)).stdout


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text("mine", encoding="utf-8")
    assert run("pack", "new", str(path)).exit_code == 2
    assert path.read_text(encoding="utf-8") == "mine"


def test_an_old_pack_is_read_with_a_line_that_says_how_to_move(tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_text(OLD, encoding="utf-8")
    listed = run("rules", "--pack", str(path))
    line = (
        f"auditor: in {path}, rule “old-words” lists words in an expression; "
        f"give them rows with: auditor pack upgrade {path}\n"
    )
    assert listed.stderr == f"{line}auditor: {path}: 2 rules and 0 rows, every example tried\n"
    story = tmp_path / "story.txt"
    story.write_text("They utilise the hall.\n", encoding="utf-8")
    checked = run("check", str(story), "--pack", str(path), "--no-languagetool", "--format", "line", "--level", "minor")
    assert checked.stderr.count(line) == 1
    assert "old-words" in checked.stdout
    assert "old-words" in listed.stdout


def test_phrases_move_and_patterns_and_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_text(OLD, encoding="utf-8")
    said = run("pack", "upgrade", str(path)).stdout
    assert "Rules that have rows now: old-words." in said
    assert "more than a list of words: old-figures." in said
    text = path.read_text(encoding="utf-8")
    assert '{ phrase = "make full use", flag = "[[make full use]]" }' in text
    assert '{ phrase = "utilise", flag = "They [[utilise]] the hall." }' in text
    assert "# kept" in text
    assert "\\d+ %" in text
    again = run("rules", "--pack", str(path))
    assert (again.exit_code, again.stderr) == (0, f"auditor: {path}: 2 rules and 3 rows, every example tried\n")


def test_a_pack_that_is_moved_has_nothing_more_to_move() -> None:
    once = upgraded(OLD, "old.toml")
    assert once.moved == ("old-words",)
    again = upgraded(once.text, "old.toml")
    assert (again.moved, again.left) == ((), ("old-figures",))


def test_a_pack_without_a_list_of_words_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "house style.toml"
    assert f"auditor rules --pack '{path}'" in run("pack", "new", str(path)).stdout
    before = path.read_bytes()
    assert "nothing was changed" in run("pack", "upgrade", str(path)).stdout
    assert path.read_bytes() == before


def test_a_list_that_is_marked_as_a_whole_moves_and_one_marked_in_part_stays() -> None:
    whole = OLD.replace("\\b(?:utilise|", "\\b(?P<x>utilise|")
    assert "?P<x>" in whole
    assert upgraded(whole, "old.toml").moved == ("old-words",)
    part = OLD.replace("(?:utilise|make (?:full )?use)", "make (?P<x>use|utilise)")
    assert "?P<x>" in part
    assert upgraded(part, "old.toml").moved == ()


def test_a_remark_behind_an_expression_is_kept() -> None:
    text = OLD.replace("use)\\b'''", "use)\\b'''  # the long word")
    found = upgraded(text, "old.toml")
    assert found.moved == ("old-words",)
    assert "]  # the long word" in found.text
