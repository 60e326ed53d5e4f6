"""The worked example of the documentation works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditor.checks.desk_packs import load_pack
from auditor.checks.examples import verify
from auditor.checks.pack import read_pack
from auditor.model import PackError

DOCS = Path(__file__).parents[2] / "docs"


def test_the_example_pack_keeps_its_word() -> None:
    pack = load_pack(DOCS / "house-style.toml")
    assert len(pack.rules) == 5


def test_the_first_attempt_of_the_page_fails_as_the_page_says() -> None:
    page = (DOCS / "writing-a-pack.md").read_text(encoding="utf-8")
    attempt = re.search(r"```toml\n(id = .*?)```", page, re.DOTALL)
    said = re.search(r"( {4}house-style\.toml, rule .*?pattern\.)", page, re.DOTALL)
    assert attempt
    assert said
    with pytest.raises(PackError) as error:
        verify(read_pack(attempt[1], "house-style.toml"))
    assert str(error.value) == " ".join(said[1].split())
