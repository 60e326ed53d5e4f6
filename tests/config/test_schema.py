"""The schema for editors says what the reader of the file says; AUDITOR_UPDATE_SNAPSHOTS=1 writes it anew."""

from __future__ import annotations

import json
import os
import tomllib
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

import auditor
from auditor.config import SHIPPED, config_schema

FILE = Path(auditor.__file__).parent / "schema" / "config-1.schema.json"


def test_the_shipped_schema_is_current():
    text = json.dumps(config_schema(), ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("AUDITOR_UPDATE_SNAPSHOTS"):
        FILE.write_text(text, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == text


def valid(text):
    jsonschema.Draft202012Validator.check_schema(config_schema())
    jsonschema.validate(tomllib.loads(text), config_schema(), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_profiles_are_valid_in_a_file(name):
    text = (resources.files("auditor.config") / "profiles" / f"{name}.toml").read_text(encoding="utf-8")
    data = {"profiles": {"mine": tomllib.loads(text)}}
    jsonschema.validate(data, config_schema())


def test_a_full_file_is_valid():
    valid(
        'profile = "night"\nfail-on = "major"\nwords = ["Quillon"]\n[budgets]\nminor = 3\n[profiles.night]\n'
        'inherits = "ap"\n[[files]]\nmatch = ["sport/**"]\nmin-confidence = "high"\n'
    )


@pytest.mark.parametrize(
    "text",
    ['fail-onn = "major"', "min-score = 101", "[budgets]\nminro = 1", "[[files]]\nwords = []", 'words = "x"'],
)
def test_what_the_reader_refuses_the_schema_refuses(text):
    with pytest.raises(jsonschema.ValidationError):
        valid(text)
