"""The tables of an archive: their columns, with the version, the units and what each column holds in their metadata."""

from __future__ import annotations

import pyarrow as pa

VERSION = "1"
"""Of the tables: it changes where a column is taken away or means something else, not where one is added."""

TABLES = ("stories", "findings", "sentences")

DAY, DESK = "day", "desk"
PARTITIONS = (DAY, DESK)
"""The columns by which the finished tables lie in folders."""

_TEXT, _COUNT, _NUMBER = pa.string(), pa.int32(), pa.float64()
_SKIPPED = pa.list_(pa.field("element", pa.struct([("check", _TEXT), ("reason", _TEXT), ("hint", _TEXT)])))

UNKNOWN = "unknown"
"""The day or desk of a row that gives none: folders are called by it, and not every program reads one for null."""

_Column = tuple[str, pa.DataType, str, str]
"""A name, a type, what the column holds, its unit or the empty text."""

_PLACE: tuple[_Column, ...] = (
    ("file", _TEXT, "the file of the row, below the input", ""),
    ("row", pa.int64(), "the number of the row in its file, from 1; of files of stories that of the story", ""),
    ("id", _TEXT, "the id that the row gives, a whole number as its digits", ""),
    ("document", _TEXT, "the story that the row is a part of, if it says so", ""),
    (DAY, _TEXT, "the day of the story, as 2026-01-31; unknown: the row gives none", "ISO 8601 date"),
    (DESK, _TEXT, "the desk that the story is of; unknown: the row gives none", ""),
    ("engine", _TEXT, "what translated the story; null: the row gives none", ""),
    ("source_language", _TEXT, "the language of the source as the row gives it", "BCP 47 tag"),
)
"""Columns of every table: whatever is asked of findings and sentences needs no look at the stories."""

_COLUMNS: dict[str, tuple[_Column, ...]] = {
    "stories": (
        ("words", _COUNT, "words of the translation", "words"),
        ("sentence_count", _COUNT, "sentences of the translation", "sentences"),
        ("finding_count", _COUNT, "findings in it, doubts apart", "findings"),
        ("major_count", _COUNT, "those of them that are major or critical", "findings"),
        ("points", _NUMBER, "what the findings cost", "MQM points"),
        ("expected", _NUMBER, "these and the points to be expected beside them", "MQM points"),
        ("problem_probability", _NUMBER, "how likely there is a major error; null: not audited", "probability, 0 to 1"),
        ("clear", pa.bool_(), "whether that is a risk that the desk accepts; null: not audited", ""),
        ("not_audited", _TEXT, "why the row was not audited; null: it was", ""),
        ("skipped", _SKIPPED, "the checks that could not run", ""),
    ),
    "findings": (
        ("number", _COUNT, "the number of the finding in its row, from 1", ""),
        ("start", _COUNT, "where it begins in the translation", "Unicode code points"),
        ("end", _COUNT, "where it ends, that code point not included", "Unicode code points"),
        ("text", _TEXT, "the words at that place", ""),
        ("check", _TEXT, "the id of the check", ""),
        ("rule", _TEXT, "the id of the rule", ""),
        ("category", _TEXT, "the category of MQM", ""),
        ("severity", _TEXT, "neutral, minor, major or critical", ""),
        ("confidence", _TEXT, "high, medium, low or unproven", ""),
        ("points", _NUMBER, "what it costs", "MQM points"),
        ("doubt", pa.bool_(), "whether it proves nothing: a place on which the estimate rests", ""),
        ("message", _TEXT, "what is wrong, for an editor", ""),
    ),
    "sentences": (
        ("number", _COUNT, "the number of the sentence in its row, from 1", ""),
        ("start", _COUNT, "where it begins in the translation", "Unicode code points"),
        ("end", _COUNT, "where it ends, that code point not included", "Unicode code points"),
        ("text", _TEXT, "the sentence", ""),
        ("words", _COUNT, "words of the sentence", "words"),
        ("points", _NUMBER, "what the findings in it cost", "MQM points"),
        ("problem_probability", _NUMBER, "how likely it holds a major error", "probability, 0 to 1"),
    ),
}

ORDER: dict[str, tuple[str, ...]] = {
    "stories": ("file", "row"),
    "findings": ("file", "row", "number"),
    "sentences": ("file", "row", "number"),
}
"""How the rows of each table are sorted within a day and a desk."""


def columns(table: str) -> tuple[_Column, ...]:
    """Return the columns of ``table``: name, type, what it holds and its unit."""
    return _PLACE + _COLUMNS[table]


def schema(table: str) -> pa.Schema:
    """Return the schema of ``table`` with all its columns."""
    fields = [
        pa.field(name, kind, metadata={"about": about} | ({"unit": unit} if unit else {}))
        for name, kind, about, unit in columns(table)
    ]
    return pa.schema(fields, metadata={"auditor.table": table, "auditor.version": VERSION})


def filed_schema(table: str) -> pa.Schema:
    """Return the schema of a finished file of ``table``: the name of its folder tells day and desk."""
    whole = schema(table)
    return pa.schema([field for field in whole if field.name not in PARTITIONS], metadata=whole.metadata)
