"""What a worker makes of rows and stories, without a cluster."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from auditor import audit
from auditor.archive.plan import Block, Given, planned
from auditor.archive.worker import Order, Worker
from auditor.batch import batch, read_items
from auditor.batch.work import Settings
from auditor.config import EngineSettings, load_profile
from auditor.model import InputError, tool_version
from tests.archive.rows import made, write

WITHOUT = EngineSettings(enabled=False)
SETTINGS = Settings(load_profile("wire"), (), None, (), reader=False)

Tables = dict[str, list[dict[str, object]]]


def worked(root: Path, *files: Path, most: int = 400, source: Path | None = None) -> Tables:
    """Return the rows of each table that ``files`` come to, cut into small blocks."""
    worker = Worker(Order(root, root / "out", SETTINGS, WITHOUT, tool_version()))
    told: Tables = {"stories": [], "findings": [], "sentences": []}
    for block in planned([Given(file, source) for file in files], root, "key", most):
        for table, rows in worker.audited(Block.of(block.plain())).items():
            told[table] += rows
    return told


def test_an_archive_says_of_each_row_what_a_batch_says(tmp_path: Path):
    file = write(tmp_path / "rows.jsonl", made(30), "{broken", '{"id": "empty", "target": ""}', "")

    told = worked(tmp_path, file)

    results = list(batch(read_items(file.read_bytes().splitlines(), lambda _: None), engine=WITHOUT))
    for row, result in zip(told["stories"], results, strict=True):
        line = json.loads(result.line())
        assert row["id"] == (None if line["id"] is None else str(line["id"]))
        for key in ("points", "expected", "problem_probability", "clear"):
            assert row[key] == line[key], row
        mine = [each for each in told["findings"] if each["row"] == row["row"]]
        for name, doubt in (("findings", False), ("doubts", True)):
            assert sorted(
                (each["start"], each["end"], each["rule"], each["severity"], each["confidence"], each["message"])
                for each in mine
                if each["doubt"] is doubt
            ) == sorted(
                (each["start"], each["end"], each["rule"], each["severity"], each["confidence"], each["message"])
                for each in line[name]
            )
        assert sum(each["points"] for each in mine) == row["points"]


def test_how_rows_are_cut_into_blocks_changes_nothing(tmp_path: Path):
    file = write(tmp_path / "rows.jsonl", made(12))

    assert worked(tmp_path, file, most=1) == worked(tmp_path, file, most=100_000)


def test_the_sentences_of_a_row_stand_in_its_text_with_their_points_and_probability(tmp_path: Path):
    rows = made(4)
    told = worked(tmp_path, write(tmp_path / "rows.jsonl", rows))

    for sentence in told["sentences"]:
        text = str(rows[int(str(sentence["row"])) - 1]["target"])
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]  # type: ignore[misc]
        assert 0 < float(str(sentence["problem_probability"])) < 1
    for story in told["stories"]:
        mine = [each for each in told["sentences"] if each["row"] == story["row"]]
        assert sum(int(str(each["words"])) for each in mine) == story["words"]
        assert sum(float(str(each["points"])) for each in mine) == story["points"]


def test_parquet_is_read_as_json_lines_are(tmp_path: Path):
    rows = made(12)
    lines = write(tmp_path / "rows.jsonl", rows)
    table = pa.Table.from_pylist([{**row, "id": str(row["id"])} for row in rows]).append_column(
        "unasked", pa.array(range(12))
    )
    pq.write_table(table, tmp_path / "rows.parquet", row_group_size=5)

    ours, theirs = worked(tmp_path, lines), worked(tmp_path, tmp_path / "rows.parquet")

    for table_name in ours:
        assert [{**row, "file": ""} for row in ours[table_name]] == [{**row, "file": ""} for row in theirs[table_name]]


def test_what_a_row_does_not_say_its_folders_may(tmp_path: Path):
    row = {"id": 1, "target": "The port is open."}
    file = tmp_path / "desk=world%20news" / "date=2026-03-01" / "rows.jsonl"
    write(file, [row, {**row, "id": 2, "desk": "sport"}])

    told = worked(tmp_path, file)["stories"]

    assert [(row["day"], row["desk"]) for row in told] == [("2026-03-01", "world news"), ("2026-03-01", "sport")]


@pytest.mark.parametrize("given", ["yesterday", "", "2026-13-01", "0"])
def test_a_date_that_is_none_leaves_the_day_open_and_the_row_audited(given: str, tmp_path: Path):
    file = write(tmp_path / "rows.jsonl", [{"id": 1, "target": "The port is open.", "date": given}])

    (row,) = worked(tmp_path, file)["stories"]

    assert (row["day"], row["not_audited"]) == ("unknown", None)


def test_a_story_of_a_file_has_the_findings_of_a_check(tmp_path: Path):
    story, source = tmp_path / "harbour.txt", tmp_path / "harbour.fr.txt"
    story.write_text("Council meets\n\nThe harbour council met to to discuss 40 boats.\n", encoding="utf-8")
    source.write_text("Réunion du conseil\n\nLe conseil du port a discuté de 50 bateaux.\n", encoding="utf-8")

    told = worked(tmp_path, story, source=source)

    report = audit(story, source=source, engine=WITHOUT)
    assert [row["rule"] for row in told["findings"] if not row["doubt"]] == [each.rule for each in report.findings]
    assert told["stories"][0]["expected"] == report.score.expected
    assert [row["problem_probability"] for row in told["sentences"]] == [
        each.problem_probability for each in report.sentences
    ]


def test_a_file_that_is_no_story_is_a_row_with_its_reason(tmp_path: Path):
    (tmp_path / "empty.docx").write_bytes(b"PK\x03\x04 no office file")

    (row,) = worked(tmp_path, tmp_path / "empty.docx")["stories"]

    assert "empty.docx" in str(row["not_audited"])
    assert row["problem_probability"] is None


def test_parquet_that_is_none_is_told_in_a_sentence(tmp_path: Path):
    (tmp_path / "rows.parquet").write_bytes(b"no parquet at all")

    with pytest.raises(InputError, match=r"rows\.parquet cannot be read as Parquet \(.+\); write it again\."):
        worked(tmp_path, tmp_path / "rows.parquet")


class TestTheNameOfABlock:
    """It is that of the result: the same rows under the same settings have been done already."""

    def names(self, root: Path, rows: list[dict[str, object]], key: str = "key") -> list[str]:
        file = write(root / "rows.jsonl", rows)
        return [block.name for block in planned([Given(file)], root, key, 400)]

    def test_it_stays_where_rows_are_added_behind(self, tmp_path: Path):
        before, after = self.names(tmp_path, made(12)), self.names(tmp_path, made(20))
        assert before[:-1] == after[: len(before) - 1]

    def test_it_changes_with_a_row(self, tmp_path: Path):
        rows = made(12)
        before = self.names(tmp_path, rows)
        after = self.names(tmp_path, [{**row, "engine": "west"} if n == 11 else row for n, row in enumerate(rows)])
        assert before[:-1] == after[:-1]
        assert before[-1] != after[-1]

    def test_it_changes_with_the_settings(self, tmp_path: Path):
        assert not set(self.names(tmp_path, made(12))) & set(self.names(tmp_path, made(12), "others"))

    def test_rows_of_one_document_are_not_parted(self, tmp_path: Path):
        rows = [{"id": n, "target": "The port is open. " * 20, "document": n // 4} for n in range(12)]
        file = write(tmp_path / "rows.jsonl", rows)
        assert [block.rows for block in planned([Given(file)], tmp_path, "key", 1)] == [4, 4, 4]
