"""``docs/archives.md`` has every column; set ``AUDITOR_UPDATE_SNAPSHOTS=1`` to write its tables anew."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from auditor.archive.schema import TABLES, columns

PAGE = Path(__file__).parents[2] / "docs" / "archives.md"


def table(named: str) -> str:
    """Return the table of the columns that all have, ``place``, or of those that only ``named`` has."""
    place = columns("stories")[: columns("stories").index(next(c for c in columns("stories") if c[0] == "words"))]
    own = place if named == "place" else columns(named)[len(place) :]
    return "\n".join(_lines(own))


def _lines(own: Iterable[tuple[str, object, str, str]]) -> Iterable[str]:
    yield "| column | type | what it holds | unit |"
    yield "|---|---|---|---|"
    for name, kind, about, unit in own:
        plain = "list of check, reason, hint" if name == "skipped" else str(kind)
        yield f"| `{name}` | {plain} | {about} | {unit} |"


@pytest.mark.parametrize("named", ["place", *TABLES])
def test_the_page_has_the_columns_of_the_schema(named: str):
    text = PAGE.read_text(encoding="utf-8")
    pattern = re.compile(rf"<!-- {named} -->\n.*?(?:<!-- end -->\n)", re.DOTALL)
    wanted = f"<!-- {named} -->\n\n{table(named)}\n\n<!-- end -->\n"
    if os.environ.get("AUDITOR_UPDATE_SNAPSHOTS"):
        text = pattern.sub(lambda _: wanted, text)
        PAGE.write_text(text, encoding="utf-8")
    assert wanted in text
