"""What a desk's own stories say about its gate."""

from auditor.calibration.proposing import Gate, Proposal, Sample, proposed

__all__ = ["Gate", "Proposal", "Sample", "proposed"]
