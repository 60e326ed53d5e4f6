"""What a desk's own stories say about its gate."""

from auditor.calibration.proposing import Gate, Proposal, Story, proposed

__all__ = ["Gate", "Proposal", "Story", "proposed"]
