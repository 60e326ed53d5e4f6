"""The check that ``docs/writing-a-check.md`` shows works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from auditor.checks.base import CodeCheck
from auditor.checks.examples import problems

PAGE = Path(__file__).parents[2] / "docs" / "writing-a-check.md"


def test_the_check_of_the_page_flags_its_examples_and_nothing_else() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    made: dict[str, Any] = {"__name__": "years_in_reverse"}
    exec(compile(code, "years_in_reverse.py", "exec", dont_inherit=True), made)
    check = made["years_in_reverse"]
    assert isinstance(check, CodeCheck)
    assert problems((check,)) == {"years-in-reverse": ()}
