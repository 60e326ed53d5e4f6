"""Archives: rows of Parquet, JSON lines or files, audited on as many machines as there are, into tables of Parquet."""

from auditor.archive.run import Done, archive

__all__ = ["Done", "archive"]
