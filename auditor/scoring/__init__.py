"""What the findings add up to: the score with its signature, the verdict, the reference comparison."""

from auditor.scoring.comparison import Counts, aligned_lines, compare, document_metrics
from auditor.scoring.estimate import pooled, score
from auditor.scoring.fluency import fluency_share
from auditor.scoring.normal import normalise
from auditor.scoring.significance import Method, metric_tests, permutation_test
from auditor.scoring.subsets import ChrfLines
from auditor.scoring.verdict import judge

__all__ = [
    "ChrfLines",
    "Counts",
    "Method",
    "aligned_lines",
    "compare",
    "document_metrics",
    "fluency_share",
    "judge",
    "metric_tests",
    "normalise",
    "permutation_test",
    "pooled",
    "score",
]
