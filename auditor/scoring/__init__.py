"""What the findings add up to: the score with its signature, the verdict, the reference comparison."""

from auditor.scoring.comparison import Counts, aligned_lines, compare, document_metrics
from auditor.scoring.estimate import pooled, score
from auditor.scoring.normal import normalise
from auditor.scoring.quality import quality
from auditor.scoring.significance import Method, metric_tests, permutation_test
from auditor.scoring.signs import signs
from auditor.scoring.subsets import ChrfLines
from auditor.scoring.unseen import Signs, distance, unseen_points
from auditor.scoring.verdict import judge

__all__ = [
    "ChrfLines",
    "Counts",
    "Method",
    "Signs",
    "aligned_lines",
    "compare",
    "distance",
    "document_metrics",
    "judge",
    "metric_tests",
    "normalise",
    "permutation_test",
    "pooled",
    "quality",
    "score",
    "signs",
    "unseen_points",
]
