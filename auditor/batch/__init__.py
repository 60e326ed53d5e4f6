"""Many segments or stories in one go: lines of JSON in, lines of JSON out, in the same order."""

from auditor.batch.item import Item, read_items
from auditor.batch.result import Result
from auditor.batch.resume import Kept, following, kept_lines
from auditor.batch.run import batch

__all__ = ["Item", "Kept", "Result", "batch", "following", "kept_lines", "read_items"]
