"""Rows of made-up stories for the tests of archives, with all that may be wrong with one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

ENGINES = ("north", "south")
DESKS = ("world", "sport / culture", None)


def made(count: int) -> list[dict[str, object]]:
    """Return ``count`` rows: stories of several paragraphs, some of two rows, some beside a source."""
    rows: list[dict[str, object]] = []
    for number in range(count):
        row: dict[str, object] = {
            "id": f"story-{number}" if number % 2 else number,
            "target": f"Council meets\n\nThe harbour council met on Monday to to discuss pier {number}.\n\nIt sells "
            f"{number * 3} boats.",
            "date": f"2026-02-0{number % 4 + 1}T08:00:00Z" if number % 5 else None,
            "desk": DESKS[number % len(DESKS)],
            "engine": ENGINES[number % len(ENGINES)],
        }
        if number % 3 == 0:
            row |= {"document": f"d{number // 6}", "target": f"The mayor spoke of {number} ships in the the port."}
        if number % 4 == 0:
            row |= {"source": f"Le maire a parlé de {number + 1} navires dans le port.", "source_lang": "fr"}
        rows.append(row)
    return rows


def write(path: Path, rows: Iterable[Mapping[str, object]], *between: str) -> Path:
    """Write ``rows`` to ``path`` as JSON lines, with the lines ``between`` after the third one."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    lines[3:3] = between
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
