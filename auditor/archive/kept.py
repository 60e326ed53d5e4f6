"""The blocks of an archive that are done: each a folder with its tables, there as a whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from auditor.archive.schema import TABLES, schema

_DRAFT = "draft."
_FELL = "fell."


class Kept:
    """The folder of an archive's blocks; any number of processes may write to it at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "blocks"

    @property
    def folder(self) -> Path:
        """Where the blocks are."""
        return self._folder

    def names(self) -> frozenset[str]:
        """Return the names of the blocks that are done."""
        if not self._folder.is_dir():
            return frozenset()
        return frozenset(each.name for each in os.scandir(self._folder) if each.is_dir() and "." not in each.name)

    def files(self, names: Iterable[str], table: str) -> list[str]:
        """Return the file of ``table`` in each of the blocks ``names``, sorted."""
        return [str(self._folder / name / f"{table}.parquet") for name in sorted(names)]

    def put(self, name: str, tables: Mapping[str, list[dict[str, Any]]]) -> None:
        """Keep the rows of each table as block ``name``, unless another process has done so already."""
        draft = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=self._folder))
        try:
            for table in TABLES:
                target = draft / f"{table}.parquet"
                pq.write_table(pa.Table.from_pylist(tables[table], schema(table)), target, compression="zstd")
                with target.open("rb") as file:
                    os.fsync(file.fileno())
            draft.chmod(0o755)
            try:
                draft.rename(self._folder / name)
            except OSError:
                if not (self._folder / name).is_dir():  # else whoever did it found the same
                    raise
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        self.stood(name)

    def begun(self, name: str) -> int:
        """Take note that block ``name`` is begun; return how often it was before, without being done."""
        mark = self._folder / f"{_FELL}{name}"
        with mark.open("ab") as file:
            before = file.tell()
            file.write(b".")
        return before

    def stood(self, name: str) -> None:
        """Forget what ``begun`` took note of."""
        with suppress(OSError):
            (self._folder / f"{_FELL}{name}").unlink()

    def sweep(self, names: Iterable[str]) -> None:
        """Remove all blocks but ``names``, and what processes left behind that died."""
        wanted = frozenset(names)
        for each in list(os.scandir(self._folder)):
            if each.is_dir() and each.name not in wanted:
                shutil.rmtree(each.path, ignore_errors=True)
            elif each.name.startswith(_FELL):
                with suppress(OSError):
                    Path(each.path).unlink()
