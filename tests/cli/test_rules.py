"""``auditor rules`` lists what is looked for; ``auditor explain`` says why, from the rules themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from auditor.checks.registry import rules
from auditor.cli import main
from auditor.config import word_lists

HOUSE_STYLE = Path(__file__).parents[2] / "docs" / "house-style.toml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_every_rule_is_listed_with_its_severity_and_summary():
    lines = run("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for _, rule in rules()]
    assert all(rule.summary in line for line, (_, rule) in zip(lines, rules(), strict=True))


def test_the_list_is_json_for_programs():
    listed = json.loads(run("rules", "--check", "typography", "--format", "json").stdout)
    assert {rule["check"] for rule in listed} == {"typography"}
    assert all(rule["flags"] and rule["passes"] and rule["why"] for rule in listed)


def test_a_desks_own_pack_is_tried_and_listed():
    assert "house-commence" in run("rules", "--pack", str(HOUSE_STYLE)).stdout


def test_every_rule_check_and_word_list_is_explained():
    names = {rule.id for _, rule in rules()} | {check.id for check, _ in rules()} | set(word_lists())
    unexplained = [name for name in sorted(names) if run("explain", name).exit_code]
    assert unexplained == []


def test_a_rule_of_languagetool_is_explained_by_where_its_page_is():
    assert "a rule of LanguageTool" in run("explain", "MORFOLOGIK_RULE_EN_US").stdout


def test_a_rule_of_the_desk_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "auditor.toml").write_text(f'packs = ["{HOUSE_STYLE}"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "We use the short word" in run("explain", "house-commence").stdout


def test_an_explanation_holds_the_reason_and_the_examples():
    _, rule = next(rules())
    said = " ".join(run("explain", rule.id).stdout.split())
    assert rule.summary in said
    assert " ".join(rule.why.split()) in said
    for example in (*rule.flags, *rule.passes):
        assert " ".join(example.text.replace("\n\n", " ¶ ").split()) in said


def test_a_rule_without_examples_is_explained_without_headings_for_them():
    said = run("explain", "neural").stdout
    assert "A neural model marks these words" in said
    assert "Flags:" not in said
    assert "Lets pass:" not in said


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("explain", "stray-pronoun-relativ"), "did you mean “stray-pronoun-relative”"),
        (("explain", "xyzzy"), "see: auditor rules"),
        (("rules", "--check", "typografy"), "did you mean “typography”"),
        (("rules", "--pack", "none.toml"), "does not exist"),
    ],
)
def test_an_unknown_name_gets_the_nearest_ones(arguments: tuple[str, ...], advice: str):
    result = run(*arguments)
    assert result.exit_code == 2
    assert advice in result.stderr
