"""Archives on the real Ray: what dies is made up for, and the tables are the same bytes as if nothing had."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from auditor.archive import Done, archive, run
from auditor.archive.plan import Block, Given
from auditor.archive.schema import TABLES, columns, filed_schema
from auditor.archive.worker import Worker
from auditor.cli import main
from auditor.model import InputError
from tests.archive.rows import made, write
from tests.archive.test_worker import SETTINGS, WITHOUT

pytestmark = pytest.mark.slow

ROWS, BLOCK = 30, 400

MORTAL = """
import os, signal, sys
from pathlib import Path
from auditor.archive import archive
from auditor.archive.plan import Given
from auditor.batch.work import Settings
from auditor.config import EngineSettings, load_profile

def die(done):
    if done.rows > 8:
        os.kill(os.getpid(), signal.SIGKILL)

root = Path(sys.argv[1])
settings = Settings(load_profile("wire"), (), None, (), reader=False)
archive([Given(root / "rows.jsonl")], root, root / sys.argv[2], settings, EngineSettings(enabled=False),
        workers=1, address=sys.argv[3], told=die, block_characters=int(sys.argv[4]))
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a Ray on this machine, with room for those whose run has just been killed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_AUTH_MODE", "token")
        patch.setenv("RAY_AUTH_TOKEN", "f" * 64)
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("PYTHONSAFEPATH", "1")
        patch.setenv("RAY_prestart_worker_first_driver", "0")
        import ray

        for last in (False, False, True):  # a machine that has much else to do starts it too slowly for its own liking
            try:
                ray.init("local", num_cpus=4, object_store_memory=2**27, include_dashboard=False, log_to_driver=False)
                break
            except Exception:
                ray.shutdown()
                if last:
                    raise
        yield ray.get_runtime_context().gcs_address
        ray.shutdown()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the input."""
    folder = tmp_path_factory.mktemp("archive")
    write(folder / "rows.jsonl", made(ROWS), "{broken")
    return folder


@pytest.fixture(scope="module")
def undisturbed(cluster: str, root: Path) -> Path:
    """The folder of an archive that nothing happened to."""
    archived(root, root / "undisturbed")
    return root / "undisturbed"


def archived(root: Path, folder: Path, workers: int = 1) -> list[Done]:
    told: list[Done] = []
    archive(
        [Given(root / "rows.jsonl")],
        root,
        folder,
        SETTINGS,
        WITHOUT,
        told=told.append,
        block_characters=BLOCK,
        workers=workers,
    )
    return told


def tables(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all finished files, by their names."""
    files = [folder / "summary.json", *(file for table in TABLES for file in (folder / table).rglob("*.parquet"))]
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def test_every_row_is_there_once(undisturbed: Path):
    seen = duckdb.sql(f"SELECT row, count(*) FROM read_parquet('{undisturbed}/stories/**/*.parquet') GROUP BY 1")
    assert sorted(seen.fetchall()) == [(number, 1) for number in range(1, ROWS + 2)]


def test_a_row_that_cannot_be_used_is_a_row_with_its_reason(undisturbed: Path):
    query = (
        f"SELECT row, not_audited FROM read_parquet('{undisturbed}/stories/**/*.parquet') WHERE not_audited NOT NULL"
    )
    ((row, reason),) = duckdb.sql(query).fetchall()
    assert row == 4
    assert reason.startswith("Row 4 is left out: column 2 is not JSON")


def test_whatever_is_killed_no_row_is_lost_none_is_done_twice_and_no_byte_changes(
    undisturbed: Path, cluster: str, root: Path, monkeypatch: pytest.MonkeyPatch
):
    """The run itself is killed, and in the one that goes on with it a worker, with its block almost done."""
    command = [sys.executable, "-c", MORTAL, root, "killed", cluster, str(BLOCK)]
    killed = subprocess.run(command, check=False, timeout=300)
    assert killed.returncode == -signal.SIGKILL
    assert not (root / "killed" / "summary.json").exists()
    struck = root / "struck"

    class Mortal(Worker):
        def audited(self, block: Block, *, careful: bool = False) -> dict[str, list[dict[str, object]]]:
            told = super().audited(block, careful=careful)
            if not struck.exists():
                struck.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return told

    monkeypatch.setattr(run, "Worker", Mortal)

    told = archived(root, root / "killed", workers=2)

    assert struck.exists()
    assert told[0].known > 0
    assert told[-1].rows < ROWS
    assert tables(root / "killed") == tables(undisturbed)


def test_a_run_that_is_done_is_not_done_again_until_it_is_asked_for(undisturbed: Path, root: Path):
    before = tables(undisturbed)
    assert archived(root, undisturbed) == []
    assert tables(undisturbed) == before


def test_a_folder_of_other_things_is_left_alone(root: Path):
    with pytest.raises(InputError, match="holds other files"):
        archived(root, root)


class TestTheSchema:
    """What other programs read."""

    @pytest.mark.parametrize("table", TABLES)
    def test_a_file_states_its_version_its_units_and_what_each_column_holds(self, table: str, undisturbed: Path):
        for file in (undisturbed / table).rglob("*.parquet"):
            found = pq.read_schema(file)
            assert found.equals(filed_schema(table), check_metadata=True)
            assert found.metadata[b"auditor.version"] == b"1"
            assert all(field.metadata[b"about"] for field in found)

    @pytest.mark.parametrize("table", TABLES)
    def test_pyarrow_duckdb_and_pandas_read_the_same(self, table: str, undisturbed: Path):
        import pandas

        parts = pa.dataset.partitioning(pa.schema([("day", pa.string()), ("desk", pa.string())]), flavor="hive")
        arrow = pa.dataset.dataset(undisturbed / table, partitioning=parts).to_table()
        duck = duckdb.sql(
            f"FROM read_parquet('{undisturbed}/{table}/**/*.parquet', hive_partitioning = true, "
            "hive_types = {'day': VARCHAR, 'desk': VARCHAR})"
        )
        panda = pandas.read_parquet(undisturbed / table)
        names = {name for name, *_ in columns(table)}
        assert names == set(arrow.column_names) == set(duck.columns) == set(panda.columns)
        assert len(arrow) == len(duck) == len(panda) > 0
        keys = ("row", "day", "desk", "engine")
        assert sorted(map(repr, zip(*(arrow[key].to_pylist() for key in keys), strict=True))) == sorted(
            map(repr, duck.select(*keys).fetchall())
        )
        assert {each["desk"] for each in arrow.to_pylist()} == {"world", "sport / culture", "unknown"}


def test_the_command_line_audits_a_folder_of_stories(cluster: str, tmp_path: Path):
    stories = tmp_path / "desk=world"
    stories.mkdir()
    (stories / "one.txt").write_text("The harbour council met to to talk.\n", encoding="utf-8")
    (stories / "two.html").write_text("<html lang=en><p>The port is is open.</p></html>", encoding="utf-8")

    words = ["archive", str(tmp_path), "--output", str(tmp_path.with_name("out")), "--no-languagetool", "--no-reader"]
    words += ["--workers", "1"]
    done = CliRunner().invoke(main, words)

    assert done.exit_code == 0, done.output
    seen = duckdb.sql(
        f"SELECT file, finding_count FROM read_parquet('{tmp_path.with_name('out')}/stories/**/*.parquet')"
    )
    assert sorted(seen.fetchall()) == [("desk=world/one.txt", 1), ("desk=world/two.html", 1)]
