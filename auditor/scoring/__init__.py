"""What the findings add up to: the score with its signature, the verdict, the reference comparison."""

from auditor.scoring.comparison import aligned_lines, compare
from auditor.scoring.estimate import score
from auditor.scoring.fluency import fluency_share
from auditor.scoring.verdict import judge

__all__ = ["aligned_lines", "compare", "fluency_share", "judge", "score"]
