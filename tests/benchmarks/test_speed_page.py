"""What README says of speed is what the table says."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?P<name>[^|]+) \| (?P<seconds>[\d.]+) s \|", re.MULTILINE)


def test_the_figures_of_the_readme_are_those_of_the_table() -> None:
    table = (ROOT / "benchmarks" / "speed.md").read_text(encoding="utf-8")
    taken = {match["name"]: float(match["seconds"]) for match in ROW.finditer(table)}
    (size,) = {int(name.split()[4]) for name in taken if name.startswith("a new story of 3")}
    told = (
        f"On two cores a story of {size} words takes {taken['the first check, nothing running']:.1f} s the first time, "
        f"{taken[f'a new story of {size} words, warm']:.1f} s while the process stays warm, and "
        f"{taken[f'the same again ({size} words)']:.1f} s where nothing in it has changed"
    )
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert told in readme
    assert re.search(r"The machine: 2 cores", table)
