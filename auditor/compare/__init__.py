"""Several translations of the same stories, held against each other sentence by sentence."""

from auditor.compare.revision import since
from auditor.compare.run import compare

__all__ = ["compare", "since"]
