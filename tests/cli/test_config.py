"""``auditor config``: what is in force, and from where."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli import main
from auditor.config import config_schema


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("auditor.toml").write_text('profile = "ap"\nwords = ["Quillon"]\n[severity]\nwho-its = "minor"\n')


def run(*arguments):
    return CliRunner().invoke(main, ["config", *arguments])


def test_show_prints_toml_with_the_origin_of_each_value(desk):
    result = run("show", "sport/story.txt", "--fail-on", "major", "--budget", "minor=3")
    assert result.exit_code == 0
    values = tomllib.loads(result.stdout)
    assert values["fail-on"] == "major"
    assert values["budgets"]["minor"] == 3
    lines = {line.partition(" = ")[0]: line.rpartition("# ")[2] for line in result.stdout.splitlines()}
    assert lines["profile"] == "auditor.toml"
    assert lines["fail-on"] == "command line"
    assert lines["budgets"] == "profile afp, command line"
    assert lines["english"] == "profile ap"
    assert lines["severity"] == "auditor.toml"
    assert lines["weights"] == "profile wire"


def test_show_says_where_there_is_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "none; write an auditor.toml" in run("show").stdout


def test_schema_prints_the_schema():
    assert json.loads(run("schema").stdout) == config_schema()


def test_a_wrong_budget_is_told():
    wrong = ["minor", "minor=x", "minor=²", "minor=" + "9" * 5000]
    for value, words in (("minro=3", "did you mean “minor”?"), *((each, "minor=3") for each in wrong)):
        result = run("show", "--budget", value)
        assert result.exit_code == 2
        assert words in result.stderr
