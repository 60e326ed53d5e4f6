"""The finished tables: the rows of all blocks, sorted, in a folder for each day and desk, and a summary of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from auditor.archive.kept import Kept
from auditor.archive.schema import DAY, DESK, ORDER, TABLES, VERSION, filed_schema
from auditor.model import tool_version
from auditor.text.visible import json_text
from auditor.whole import replace_file

SUMMARY = "summary.json"
_ROWS = 50_000
"""Rows of a row group: some 10 MB in memory."""

_MEMORY = "1GB"

Place = tuple[str, str]


def publish(kept: Kept, names: Iterable[str], folder: Path, risk: float) -> dict[str, Any]:
    """Write the tables and the summary of the blocks ``names`` to ``folder``; return the summary.

    ``risk`` is the one that the desk accepts: the summary tells it.

    The same rows give the same bytes, however they were cut into blocks. Tables of an earlier run are there until the
    new ones are; the summary is written last and tells that they belong together.
    """
    blocks = sorted(names)
    (folder / SUMMARY).unlink(missing_ok=True)
    for table in TABLES:
        draft = folder / f".{table}"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        if blocks:
            with closing(_connected(folder)) as base:
                for place, batches in groupby(_sorted(base, kept.files(blocks, table), table), lambda each: each[0]):
                    _write(draft, place, (batch for _, batch in batches), table)
        shutil.rmtree(folder / table, ignore_errors=True)
        draft.rename(folder / table)
    summary = _summary(kept.files(blocks, "stories"), folder) | {"risk": risk}
    replace_file(folder / SUMMARY, f"{json_text(summary, indent=2)}\n".encode())
    return summary


def _connected(folder: Path) -> duckdb.DuckDBPyConnection:
    spill = folder / ".spill"
    return duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": str(spill), "threads": 2})


def _sorted(base: duckdb.DuckDBPyConnection, files: list[str], table: str) -> Iterator[tuple[Place, pa.RecordBatch]]:
    """Yield the rows of ``files`` by day and desk, each piece with its own."""
    order = ", ".join((DAY, DESK, *ORDER[table]))
    query = f"SELECT * FROM read_parquet($1) ORDER BY {order}"  # noqa: S608 - names of our own columns
    reader = base.sql(query, params=[files]).to_arrow_reader(_ROWS)
    for batch in reader:
        places = list(zip(batch[DAY].to_pylist(), batch[DESK].to_pylist(), strict=True))
        start = 0
        for place, group in groupby(places):
            size = sum(1 for _ in group)
            yield place, batch.slice(start, size)
            start += size


def _write(folder: Path, place: Place, batches: Iterable[pa.RecordBatch], table: str) -> None:
    """Write the rows of one day and desk as one file, in row groups of one size."""
    wanted = filed_schema(table)
    home = folder / f"{DAY}={place[0]}" / f"{DESK}={quote(place[1], safe='')}"
    home.mkdir(parents=True)
    with pq.ParquetWriter(home / "part-0.parquet", wanted, compression="zstd") as writer:
        held = wanted.empty_table()
        for batch in batches:
            held = pa.concat_tables([held, pa.Table.from_batches([batch]).select(wanted.names).cast(wanted)])
            while len(held) >= _ROWS:
                writer.write_table(held.slice(0, _ROWS), row_group_size=_ROWS)
                held = held.slice(_ROWS)
        if len(held):
            writer.write_table(held, row_group_size=_ROWS)


def _summary(files: list[str], folder: Path) -> dict[str, Any]:
    """Return what the blocks come to; ``missing`` tells what could not run, each reason with its rows."""
    counts: dict[str, Any] = dict.fromkeys(("rows", "not_audited", "left_out", "words", "findings", "clear"), 0)
    missing: list[dict[str, Any]] = []
    if files:
        with closing(_connected(folder)) as base:
            told = base.execute(
                "SELECT count(*), count(not_audited), count(*) FILTER (id IS NULL AND not_audited IS NOT NULL), "
                "sum(words)::BIGINT, sum(finding_count)::BIGINT, count(*) FILTER (clear) FROM read_parquet($1)",
                [files],
            ).fetchone()
            assert told
            counts = dict(zip(counts, told, strict=True))
            reasons = base.execute(
                "SELECT s.check, s.reason, s.hint, id IS NULL, count(*), min(coalesce(id, file)) "
                "FROM read_parquet($1), unnest(skipped) AS u(s) GROUP BY ALL ORDER BY ALL LIMIT 1000",
                [files],
            ).fetchall()
            keys = ("check", "reason", "hint", "left_out", "rows", "first")
            missing = [dict(zip(keys, row, strict=True)) for row in reasons]
    return {"schema": f"auditor-archive {VERSION}", "auditor": tool_version(), **counts, "missing": missing}
