"""Which findings do not count: dismissed in a review, by a line in the text, not sure enough, not on changed lines."""

from auditor.silencing.baseline import Baseline, BaselineEntry, Decision, load_baseline
from auditor.silencing.changes import changed_lines
from auditor.silencing.directives import Directive, directives, doubts
from auditor.silencing.sieve import Sifted, sift, touches

__all__ = [
    "Baseline",
    "BaselineEntry",
    "Decision",
    "Directive",
    "Sifted",
    "changed_lines",
    "directives",
    "doubts",
    "load_baseline",
    "sift",
    "touches",
]
