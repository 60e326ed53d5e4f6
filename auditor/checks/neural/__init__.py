"""A neural model as one of the checks: its scores of sentences, and the words that it marks."""

from auditor.checks.neural.check import UNASKED, NeuralCheck
from auditor.checks.neural.judgement import Judgement, judgement

__all__ = ["UNASKED", "Judgement", "NeuralCheck", "judgement"]
