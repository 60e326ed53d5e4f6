"""What LanguageTool's own files say of a rule, read from a jar of the same make."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from auditor.engines.languagetool import Description, described

GRAMMAR = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE rules [ <!ENTITY months "March|April"> ]>
<rules lang="en">
  <category id="CASING" name="Letters" type="typographical">
    <rule id="BIG_APRIL" name="april (April)">
      <antipattern><token>&months;</token></antipattern>
      <pattern><token>april</token></pattern>
      <message>Months are written <suggestion>April</suggestion>, with a <match no="1"/>.</message>
      <url>https://months.example/april</url>
      <example>In April it rained.</example>
      <example correction="April">They left in <marker>april</marker>.</example>
    </rule>
  </category>
  <category id="GRAMMAR" name="Forms">
    <rulegroup id="TWO_FORMS" name="two forms" type="grammar">
      <rule><pattern><token>a</token></pattern><message>The first.</message></rule>
      <rule type="style"><pattern><token>b</token></pattern><message>The second.</message></rule>
    </rulegroup>
  </category>
</rules>
"""


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have one jar with the rules above, and nothing else."""
    jar = tmp_path / "language-en.jar"
    with zipfile.ZipFile(jar, "w") as file:
        file.writestr("org/languagetool/rules/en/grammar.xml", GRAMMAR)
    monkeypatch.setattr("auditor.engines.languagetool.rule_files._jars", lambda: iter([jar]))


@pytest.mark.usefixtures("rules")
def test_a_rule_is_described_with_its_message_its_example_and_its_page():
    assert described("BIG_APRIL") == Description(
        name="april (April)",
        category_id="CASING",
        category="Letters",
        issue_type="typographical",
        message="Months are written “April”, with a ….",
        example="They left in [[april]].",
        url="https://months.example/april",
    )


@pytest.mark.usefixtures("rules")
def test_a_group_of_rules_is_described_by_its_first():
    told = described("TWO_FORMS")
    assert told is not None
    assert (told.name, told.message, told.issue_type, told.url) == ("two forms", "The first.", "grammar", "")


@pytest.mark.usefixtures("rules")
def test_a_rule_that_is_in_none_of_the_files_is_not_described():
    assert described("WRITTEN_IN_JAVA") is None


def test_nothing_is_described_where_languagetool_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    assert described("BIG_APRIL") is None


def test_a_jar_that_is_not_the_pinned_one_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    from auditor.engines.languagetool.lock import lock
    from auditor.engines.languagetool.places import library

    jar = next(each for each in lock().jars if each.name.startswith("language-en-"))
    library(jar).parent.mkdir(parents=True)
    with zipfile.ZipFile(library(jar), "w") as file:
        file.writestr("org/languagetool/rules/en/grammar.xml", GRAMMAR)
    assert described("BIG_APRIL") is None
