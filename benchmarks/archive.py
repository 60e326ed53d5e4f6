"""How fast an archive is audited, in how much memory, and whether it says what a batch says.

    python -m benchmarks.archive DATA_DIR [--rows N] [--paragraphs N] [--workers N] [--nodes] [--parts] [--agreement N]
        [--findings N]

DATA_DIR is the folder of the evaluation data. Rows are stories of native news, ``--paragraphs`` of them at most,
repeated with other figures in them until there are ``--rows``. Each run is one of ``--workers`` (repeatable), without
LanguageTool unless ``--languagetool`` is given. ``--nodes`` runs two nodes of one processor, started with ``ray
start``, kills one of them in the middle of a second run and holds the tables of the two together. ``--parts`` says what
each part of it takes of a processor. ``--agreement`` holds that many rows against a batch, ``--findings`` times the
report on so many made findings. All is written below a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, groupby, islice
from pathlib import Path
from threading import Event, Thread
from typing import Any

import numpy as np
import psutil
import pyarrow as pa
import pyarrow.parquet as pq

from auditor.archive import Done, archive
from auditor.archive.kept import Kept
from auditor.archive.plan import Given, planned
from auditor.archive.publish import publish
from auditor.archive.schema import TABLES, VERSION, filed_schema
from auditor.archive.worker import Order, Worker
from auditor.batch import Item, batch
from auditor.batch.work import Settings
from auditor.config import EngineSettings, load_profile
from auditor.model import tool_version
from benchmarks.rows import rows_of
from benchmarks.speed import machine

SETS = ("clean_ieer1998", "clean_wmt_english_sources", "clean_abc2006")
SETTINGS = Settings(load_profile("wire"), (), None, (), reader=False)
DESKS = ("world", "sport", "business")
START = 45
"""Seconds that a node of Ray is given to start."""

BLOCK = 50_000
"""Characters of a block here: small runs have as many blocks for a worker as long ones."""


PARAGRAPHS = 12
"""Paragraphs that a story has at most."""


def stories(data: Path, most: int = PARAGRAPHS) -> Iterator[str]:
    """Yield stories of native news, again and again, each time with a sentence of its own."""
    for turn in count():
        for name in SETS:
            rows = rows_of(data / "dev" / f"{name}.jsonl.gz")
            for document, group in groupby(rows, lambda row: row["doc"]):
                paragraphs = [str(row["mt"]) for row in islice(group, most)]
                yield "\n\n".join([*paragraphs, f"The desk filed this as number {turn * 7919 % 10_007}-{document}."])


def written(data: Path, file: Path, rows: int, most: int = PARAGRAPHS) -> int:
    """Write ``rows`` rows to ``file``; return their words."""
    words = 0
    with file.open("w", encoding="utf-8") as out:
        for number, text in enumerate(islice(stories(data, most), rows), start=1):
            day = f"2026-01-{number * 28 // (rows + 1) + 1:02d}"
            row = {"id": number, "target": text, "date": day, "desk": DESKS[number % 3], "engine": f"e{number % 2}"}
            out.write(json.dumps(row) + "\n")
            words += len(text.split())
    return words


class Watch:
    """The memory that this process and all that it has started have for themselves, in MB, and how it went."""

    def __init__(self, *roots: int) -> None:
        self._roots = roots or (os.getpid(),)
        self.seen: list[float] = []
        self._end = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._end.wait(2):
            total = 0
            for root in self._roots:
                try:
                    for process in (psutil.Process(root), *psutil.Process(root).children(recursive=True)):
                        total += process.memory_full_info().uss
                except psutil.Error:
                    continue
            self.seen.append(total / 1e6)


def run(name: str, file: Path, folder: Path, engine: EngineSettings, watch: Watch, **where: Any) -> float:
    """Audit ``file`` into ``folder``, print the pace and the memory, and return the words a second once all work."""
    marks: list[tuple[float, Done]] = []
    begun = time.perf_counter()
    with watch:
        archive(
            [Given(file)],
            file.parent,
            folder,
            SETTINGS,
            engine,
            told=lambda done: marks.append((time.perf_counter(), done)),
            block_characters=BLOCK,
            **where,
        )
    seconds = time.perf_counter() - begun
    first, last = marks[0], marks[-1]
    steady = (last[1].words - first[1].words) / max(last[0] - first[0], 1e-9)
    thirds = np.array_split(np.array(watch.seen or [0.0]), 3)
    memory = " ".join(f"{part.max():,.0f}" for part in thirds if len(part))
    cells = (name, f"{last[1].rows:,}", f"{last[1].words:,}", f"{first[0] - begun:.0f}", f"{seconds:.0f}")
    print(f"| {' | '.join(cells)} | {steady:,.0f} | {memory} |", flush=True)
    return steady


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of the finished tables."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for table in TABLES
        for file in sorted((folder / table).rglob("*.parquet"))
    }


@contextmanager
def nodes() -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a head and a second node, of one processor each; yield the address and both."""
    os.environ.update(RAY_AUTH_MODE="token", RAY_AUTH_TOKEN=secrets.token_hex(32), RAY_USAGE_STATS_ENABLED="0")
    ray = str(Path(sys.executable).with_name("ray"))
    address = "127.0.0.1:6399"
    rest = ["--num-cpus=1", "--object-store-memory=134217728", "--block", "--disable-usage-stats"]
    started: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> None:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        started.append(subprocess.Popen([ray, "start", *words, *rest], **quiet))  # type: ignore[call-overload]

    try:
        start("--head", "--port=6399", "--node-ip-address=127.0.0.1", "--include-dashboard=false")
        time.sleep(START)
        start(f"--address={address}", "--node-ip-address=127.0.0.1")
        time.sleep(START)
        if any(each.poll() is not None for each in started):
            raise SystemExit("A node of Ray did not start; try again when the machine has less to do.")
        yield address, started
    finally:
        for process in reversed(started):
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a node with all its processes."""
    try:
        every = [*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)]
    except psutil.Error:
        return
    for each in every:
        try:
            each.kill()
        except psutil.Error:
            continue


def two_nodes(file: Path, folder: Path, engine: EngineSettings) -> None:
    """Run on two nodes, and again with one of them killed in the middle; say whether the tables are the same."""
    with nodes() as (address, started):
        watch = Watch(os.getpid(), *(each.pid for each in started))
        run("two nodes", file, folder / "nodes", engine, watch, address=address, workers=2)

        def strike() -> None:
            blocks = folder / "struck" / "blocks"
            while not blocks.is_dir() or sum("." not in each.name for each in blocks.iterdir()) < 3:
                time.sleep(0.2)
            end(started[1])

        Thread(target=strike, daemon=True).start()
        watch = Watch(os.getpid(), *(each.pid for each in started))
        run("one of them killed", file, folder / "struck", engine, watch, address=address, workers=2)
    print(f"the same tables after a node was killed: {files(folder / 'nodes') == files(folder / 'struck')}")


def agreement(data: Path, folder: Path, rows: int, engine: EngineSettings) -> None:
    """Say whether an archive and a batch say the same of each of ``rows``."""
    import duckdb

    file = folder / "agreement.jsonl"
    written(data, file, rows)
    archive([Given(file)], folder, folder / "agreement", SETTINGS, engine)
    given = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    results = batch((Item(row["id"], row["target"]) for row in given), engine=engine, jobs=os.cpu_count() or 1)
    with duckdb.connect() as base:
        place = folder / "agreement"
        told: dict[int, list[tuple[object, ...]]] = {number: [] for number in range(1, rows + 1)}
        names = 'row, start, "end", rule, severity, message'
        query = f"SELECT {names} FROM read_parquet('{place}/findings/**/*.parquet') WHERE NOT doubt"
        for row, *finding in base.execute(query).fetchall():
            told[row].append(tuple(finding))
        names = "row, points, expected, problem_probability, clear"
        query = f"SELECT {names} FROM read_parquet('{place}/stories/**/*.parquet')"
        figures = {row: tuple(rest) for row, *rest in base.execute(query).fetchall()}
    differing = 0
    for number, result in enumerate(results, start=1):
        ours = sorted(
            (f.primary.span.start, f.primary.span.end, f.rule, f.severity.value, f.message) for f in result.findings
        )
        theirs = sorted(told[number])
        mine = (result.points, round(result.expected, 2), result.problem_probability, result.clear)
        differing += ours != theirs or mine != figures[number]
    print(f"rows of which an archive and a batch say different things: {differing} of {rows:,}")


def parts(data: Path, folder: Path, rows: int) -> None:
    """Print what each part of the work takes of a processor for 1,000 words, one worker in this process doing it."""
    file, place = folder / "parts.jsonl", folder / "parts"
    words = written(data, file, rows)
    kept = Kept(place)
    kept.folder.mkdir(parents=True)
    spent: dict[str, float] = {}

    @contextmanager
    def part(name: str) -> Iterator[None]:
        begun = processors()
        yield
        spent[name] = spent.get(name, 0.0) + processors() - begun

    with part("input: reading, and naming blocks"):
        blocks = list(planned([Given(file)], folder, "key", BLOCK))
    for engine, name in ((EngineSettings(enabled=False), "audit"), (EngineSettings(), "audit with LanguageTool")):
        worker = Worker(Order(folder, place, SETTINGS, engine, tool_version()))
        worker.audited(blocks[0])
        with part(name):
            told = [worker.audited(block) for block in blocks[1:]]
    with part("output: keeping blocks"):
        for block, tables in zip(blocks[1:], told, strict=True):
            kept.put(block.name, tables)
    with part("output: the finished tables"):
        publish(kept, kept.names(), place, 0.1)
    size = sum(len(each) for each in files(place).values())
    for name, seconds in spent.items():
        print(f"| {name} | {1_000 * seconds / words:.4f} s |")
    print(f"{words:,} words; the finished tables take {1_000 * size / words:,.0f} bytes for 1,000 words")


def processors() -> float:
    """Return the seconds that this process and those that it started have had of a processor."""
    mine = psutil.Process()
    return sum(sum(each.cpu_times()[:2]) for each in (mine, *mine.children(recursive=True)))


def made(folder: Path, findings: int) -> None:
    """Write an archive of so many made ``findings``, ten a story."""
    rng = np.random.default_rng(1)
    total, days = findings // 10, 48
    for day in range(days):
        size = total // days
        rows = np.arange(day * size + 1, (day + 1) * size + 1)
        words, counts = rng.integers(150, 700, size), rng.poisson(10, size)
        own = {
            "row": rows,
            "engine": rng.choice(["north", "south", "west"], size),
            "source_language": rng.choice(["fr", "de", "es", "zh"], size),
        }
        every = np.arange(size)
        tables = {"stories": every, "findings": every.repeat(counts), "sentences": every.repeat(words // 20)}
        likely, major = rng.beta(1, 4, size).round(3), rng.poisson(0.3, size)
        for table, index in tables.items():
            many = len(index)
            columns: dict[str, Any] = {name: values[index] for name, values in own.items()}
            columns |= {"file": np.full(many, "rows.parquet"), "id": [f"s{row}" for row in rows[index]]}
            columns |= {"document": [None] * many, "number": np.arange(many) % 50 + 1}
            columns |= {"start": rng.integers(0, 2_000, many), "end": rng.integers(2_000, 2_010, many)}
            columns |= {"text": np.full(many, "The harbour council met on Monday to discuss the price of the tickets.")}
            columns |= {
                "points": rng.choice([0.0, 1.0, 5.0], many),
                "rule": [f"rule-{n}" for n in rng.integers(0, 120, many)],
            }
            columns |= {"severity": rng.choice(["minor", "major"], many, p=[0.8, 0.2]), "doubt": rng.random(many) < 0.3}
            columns |= {"category": rng.choice(["fluency/grammar", "accuracy/mistranslation"], many)}
            columns |= {"check": np.full(many, "check"), "confidence": np.full(many, "high")}
            columns |= {"message": np.full(many, "What is there is not what the source says.")}
            columns |= {"problem_probability": likely[index] if table == "stories" else rng.beta(1, 8, many).round(3)}
            if table == "stories":
                columns |= {
                    "words": words,
                    "sentence_count": words // 20,
                    "finding_count": counts,
                    "major_count": major,
                }
                columns |= {"expected": counts * 2.0, "clear": (likely < 0.1) & (major == 0)}
                columns |= {"not_audited": [None] * many, "skipped": [[]] * many}
            else:
                columns |= {"words": np.full(many, 20)}
            wanted = filed_schema(table)
            home = folder / table / f"day=2025-{day // 4 + 1:02d}-{day % 4 * 7 + 1:02d}" / "desk=world"
            home.mkdir(parents=True)
            arrays = [pa.array(columns[field.name], field.type) for field in wanted]
            pq.write_table(pa.Table.from_arrays(arrays, schema=wanted), home / "part-0.parquet", compression="zstd")
    told = {"schema": f"auditor-archive {VERSION}", "rows": total, "not_audited": 0, "findings": findings, "risk": 0.1}
    (folder / "summary.json").write_text(json.dumps(told), encoding="utf-8")


def report(folder: Path, findings: int) -> None:
    """Time the report on so many made ``findings``."""
    made(folder / "made", findings)
    command = [
        sys.executable,
        "-m",
        "auditor",
        "archive",
        "report",
        str(folder / "made"),
        "--html",
        str(folder / "r.html"),
    ]
    begun = time.perf_counter()
    process = psutil.Popen(command, stdout=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        try:
            most = max(most, process.memory_info().rss)
        except psutil.Error:
            break
        time.sleep(0.05)
    seconds, times = time.perf_counter() - begun, os.times()
    print(
        f"report on {findings:,} findings: {seconds:.1f} s, {times.children_user + times.children_system:.1f} s of "
        f"processors, {most / 1e6:,.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    parser.add_argument("--rows", type=int, default=2_000)
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS)
    parser.add_argument("--workers", type=int, action="append", default=[])
    parser.add_argument("--nodes", action="store_true")
    parser.add_argument("--languagetool", action="store_true")
    parser.add_argument("--parts", action="store_true")
    parser.add_argument("--agreement", type=int, default=0)
    parser.add_argument("--findings", type=int, default=0)
    asked = parser.parse_args()
    engine = EngineSettings(enabled=asked.languagetool, reader=False)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if asked.findings:
            report(folder, asked.findings)
        if asked.parts:
            parts(asked.data, folder, asked.rows)
        if asked.workers or asked.nodes:
            written(asked.data, folder / "rows.jsonl", asked.rows, asked.paragraphs)
            print("| | rows | words | s to the first block | s | words/s from then on | MB in each third |")
        if asked.nodes:
            two_nodes(folder / "rows.jsonl", folder, engine)
        for workers in asked.workers:
            label = f"{workers} worker" + "s" * (workers > 1)
            run(label, folder / "rows.jsonl", folder / f"w{workers}", engine, Watch(), workers=workers)
        if asked.agreement:
            agreement(asked.data, folder, asked.agreement, engine)
        print(machine())


if __name__ == "__main__":
    main()
