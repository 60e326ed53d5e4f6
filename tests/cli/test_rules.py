"""``auditor rules`` lists what is looked for; ``auditor explain`` says why, from the rules themselves."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import auditor
from auditor.checks.pack import PackCheck
from auditor.checks.registry import rules
from auditor.cli import main
from auditor.cli.stories import LEFT_OUT
from auditor.config import BUDGETS, word_lists
from auditor.render.wording import NOT_RUN
from auditor.silencing.directives import CHECK

ROOT = Path(__file__).parents[2]
FOREIGN = re.compile(r"[«À-ÖØ-öø-ÿĀ-ſ]|[^\W\d_a-zA-Z]")
"""A letter or a mark that English words are not written with."""
HOUSE_STYLE = ROOT / "docs" / "house-style.toml"


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


def test_a_pack_that_no_audit_would_take_is_refused_when_it_is_tried(tmp_path: Path):
    clash = tmp_path / "ours.toml"
    clash.write_text(HOUSE_STYLE.read_text(encoding="utf-8").replace("house-commence", "who-its"), encoding="utf-8")
    tried = run("rules", "--pack", str(clash))
    assert tried.exit_code == 2
    assert "rule “who-its”, field “id”: who-its has it too; rename yours." in tried.stderr


def test_a_shipped_pack_can_be_tried_as_it_is_changed(tmp_path: Path):
    packs = Path(auditor.__file__).parent / "packs"
    (tmp_path / "german.toml").write_bytes((packs / "german.toml").read_bytes())
    assert "already-since" in run("rules", "--pack", str(tmp_path / "german.toml")).stdout


def test_every_rule_check_and_word_list_is_explained():
    names = {rule.id for _, rule in rules()} | {check.id for check, _ in rules()} | set(word_lists())
    unexplained = [name for name in sorted(names) if run("explain", name).exit_code]
    assert unexplained == []


def test_every_category_and_severity_is_explained_with_the_rules_of_that_kind():
    assert [name for name in BUDGETS if run("explain", name).exit_code] == []
    assert "number-altered" in run("explain", "accuracy/number").stdout
    assert run("explain", "verity/offensive").stdout.split()[-2:] == ["none", "does."]


def skipped_ids() -> Iterator[str]:
    """Yield the names under which our code says that a check did not run, where it writes them out."""
    for file in Path(auditor.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Skipped":
                yield from (each.value for each in node.args[:1] if isinstance(each, ast.Constant))


def test_every_id_of_a_check_that_did_not_run_is_explained():
    ids = {*skipped_ids(), "source-comparison", "reference-comparison", LEFT_OUT, NOT_RUN, CHECK}
    assert {"audit", "all", "languagetool"} <= ids
    assert [name for name in sorted(ids) if run("explain", name).exit_code] == []


def test_every_id_in_the_gallery_of_reports_is_explained():
    printed = re.compile(r":\d+:\d+  ([A-Za-z/_-]+)")
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "reports").glob("*.txt")]
    ids = {found for text in texts for found in printed.findall(text)}
    assert len(ids) > 50
    assert [name for name in sorted(ids) if run("explain", name).exit_code] == []


@pytest.mark.parametrize("name", ["languagetool/SPACEX", "languagetool/DOUBLE_NEGATIVE[2]", "EN_A_VS_AN", "SPACEX"])
def test_a_rule_of_languagetool_is_explained_whatever_is_in_the_cache(name: str, tmp_path, monkeypatch):
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    said = " ".join(run("explain", name).stdout.split())
    assert "a rule of LanguageTool" in said
    assert "https://community.languagetool.org/rule/show/" in said
    assert "--disable languagetool/" in said


def test_a_rule_of_languagetool_that_is_never_reported_says_why(tmp_path, monkeypatch):
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    assert "It is not reported: speech, quoted as it was spoken." in run("explain", "DOUBLE_NEGATIVE").stdout


def test_a_rule_of_a_pack_that_is_named_beside_it_is_explained():
    assert "We use the short word" in run("explain", "--pack", str(HOUSE_STYLE), "house-commence").stdout


def test_a_rule_of_the_desk_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "auditor.toml").write_text(f'packs = ["{HOUSE_STYLE}"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "We use the short word" in run("explain", "house-commence").stdout


def test_the_first_that_a_rule_says_is_english_and_what_it_comes_from_is_left_to_explain():
    """Reports show the first sentence; a rule of a pack has foreign words in “from”, a check in code behind it."""
    first = {rule.id: re.split(r"(?<=[.!?])\s", rule.why, maxsplit=1)[0] for _, rule in rules()}
    assert [rule for rule, sentence in first.items() if FOREIGN.search(sentence)] == []
    packs = [rule.id for check, rule in rules() if isinstance(check, PackCheck) and FOREIGN.search(rule.why)]
    assert packs == []


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
        (("explain", "XYZZY"), "see: auditor rules"),
        (("rules", "--check", "typografy"), "did you mean “typography”"),
        (("rules", "--pack", "none.toml"), "does not exist"),
    ],
)
def test_an_unknown_name_gets_the_nearest_ones(arguments: tuple[str, ...], advice: str):
    result = run(*arguments)
    assert result.exit_code == 2
    assert advice in result.stderr
