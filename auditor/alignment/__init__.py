"""Which sentences answer which, in two tellings of one story."""

from auditor.alignment.linking import align, align_segments, align_texts, align_units
from auditor.alignment.suitability import Mismatch, mismatch

__all__ = ["Mismatch", "align", "align_segments", "align_texts", "align_units", "mismatch"]
