"""What of a translation still holds after its source was updated."""

from auditor.stale.run import staleness

__all__ = ["staleness"]
