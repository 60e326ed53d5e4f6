"""The page on settings holds for what the auditor does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import jsonschema

from auditor.config import SHIPPED, config_schema, load_profile

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")


def test_the_example_is_a_file_that_can_be_used():
    example = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    jsonschema.validate(tomllib.loads(example[1]), config_schema())


def test_every_shipped_profile_is_explained_with_its_mark():
    rows = {row[1]: row[0] for row in re.finditer(r"^\| `(\w+)` .*$", PAGE, re.MULTILINE)}
    assert tuple(rows) == SHIPPED
    for name in ("wire", "strict", "lenient"):
        assert f"{load_profile(name).mark:g}" in rows[name]
