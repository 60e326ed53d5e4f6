"""A review of an archive by people: the table of the stories that they are to read, and what it comes to."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from auditor.archive.questions import opened
from auditor.archive.sampling import LEAST, Stories, drawn, estimated, expected_half, needed
from auditor.files import FileKind, read_text
from auditor.model import Estimate, InputError
from auditor.render.table import cell

if TYPE_CHECKING:
    import duckdb

REVIEW = FileKind("The review", 50, "name the table that auditor archive sample wrote")

ERRORS = "sentences with a major error"
"""The column that reviewers fill in."""

_COLUMNS = ("file", "row", "story", "day", "desk", "engine", "sentences", "stratum", "stands for", ERRORS)

_POPULATION = """
CREATE TEMP TABLE population AS
SELECT file, coalesce(document, row::VARCHAR) AS key, min(row) AS row, any_value(coalesce(document, id)) AS story,
  any_value(day) AS day, any_value(desk) AS desk, coalesce(any_value(engine), 'unknown') AS engine,
  count(*)::DOUBLE AS sentences, sum(problem_probability) AS promised,
  sum(problem_probability * (1 - problem_probability)) AS chance
FROM sentences GROUP BY file, key
"""


def sample(folder: Path, *, read: int | None = None, half: float | None = None) -> tuple[str, int, int, float]:
    """Draw stories for a review of the archive in ``folder``: ``read`` of them, or as many as an interval asks for.

    ``half`` is what the estimate may be wrong by on either side, as a share of the sentences. Returns the table to fill
    in, as comma-separated values, how many stories are in it, of how many, and the half of the interval to expect.
    Raises ``InputError`` where that many cannot be drawn.
    """
    with opened(folder) as (base, _):
        stories = _stories(base)
        many = needed(stories, half or 0.0) if read is None else read
        chosen, weights, homes = drawn(stories, many)
        rows = base.execute(
            "SELECT file, row, story, day, desk, engine, sentences::BIGINT FROM (SELECT *, row_number() OVER "
            "(ORDER BY file, row) - 1 AS place FROM population) WHERE list_contains($1, place) ORDER BY place",
            [chosen.tolist()],
        ).fetchall()
    order = np.argsort(chosen)
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row, weight, home in zip(rows, weights[order], homes[order], strict=True):
        plain = [cell(each) if isinstance(each, str) else "" if each is None else each for each in row]
        writer.writerow((*plain, int(home), f"{weight:.10g}", ""))
    return page.getvalue(), many, len(stories), expected_half(stories, many)


def reviewed(folder: Path, review: Path) -> tuple[Estimate, int]:
    """Return the share of sentences with a major error by the filled-in table ``review``, and the stories read.

    Raises ``InputError`` where the table is not that of the archive in ``folder``, or is not filled in.
    """
    rows = list(csv.DictReader(StringIO(read_text(review, REVIEW))))
    if len(rows) < LEAST or set(_COLUMNS) - rows[0].keys():
        raise InputError(f"{review} is no review of an archive; name the table that auditor archive sample wrote.")
    with opened(folder) as (base, _):
        stories = _stories(base)
        every = base.execute("SELECT file, row FROM population ORDER BY file, row").fetchall()
    places = {(cell(file), row): place for place, (file, row) in enumerate(every)}
    known = [_place(row, places, review) for row in rows]
    found = [_errors(row, stories.sentences[place], review) for row, place in zip(rows, known, strict=True)]
    try:
        weights = np.array([float(row["stands for"]) for row in rows])
        homes = np.array([int(row["stratum"]) for row in rows])
    except ValueError:
        raise InputError(f"{review} was changed where it must not be; draw the stories anew.") from None
    return estimated(stories, np.array(known), weights, homes, np.array(found)), len(rows)


def _stories(base: duckdb.DuckDBPyConnection) -> Stories:
    base.execute(_POPULATION)
    told = base.execute("SELECT sentences, promised, chance FROM population ORDER BY file, row").fetchnumpy()
    return Stories(told["sentences"], told["promised"], told["chance"])


def _place(row: Mapping[str, str], places: Mapping[tuple[str, int], int], review: Path) -> int:
    place = places.get((row["file"], int(row["row"]) if row["row"].isdecimal() else 0))
    if place is None:
        raise InputError(f"{review} names a story that the archive does not have; give the archive it was drawn from.")
    return place


def _errors(row: Mapping[str, str], sentences: float, review: Path) -> float:
    told = (row[ERRORS] or "").strip()
    if not told.isdecimal() or int(told) > sentences:
        raise InputError(
            f"{review} says “{told}” of row {row['row']} of {row['file']}; give the number of its {sentences:.0f} "
            "sentences with a major error, 0 for none."
        )
    return float(told)
