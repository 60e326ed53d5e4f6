"""How likely a sentence holds a major error, from counted signs: a logistic regression whose weights are data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from math import exp, log1p

from auditor.model import Finding, Severity
from auditor.scoring.unseen import Signs, surprise, unseen_points

FILE = "problem.toml"
"""Beside this module: the weights, as ``benchmarks/train_problem.py`` writes them."""

_DIGITS = 3
_MEANING = ("accuracy", "terminology")
"""The dimensions of MQM that are about what is said, not how."""
_DENIALS = 2
"""Denials too many or too few beyond which more say nothing."""

_POINTS = {Severity.NEUTRAL: 0.0, Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}
"""MQM's, whatever a desk weighs: the weights were fitted with them."""

_LEFT_OUT = {"languagetool", "reference-differs", "reference-wording"}

Evidence = Mapping[str, float | None]
"""Signs by name, each the larger the worse; None where nobody knows."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign adds to the log-odds, by its name.

    ``start`` are the log-odds without any. ``usual`` is what stands for a sign that nobody knows.
    """

    start: float
    weights: Mapping[str, float]
    usual: Mapping[str, float]


def evidence(signs: Signs, findings: Iterable[Finding]) -> Evidence:
    """Return what speaks for a major error in a text, by name: at most forty signs.

    ``findings`` are those in it. What LanguageTool says is left out, so that the numbers are the same without it, and
    what is told from a reference, which is compared as a whole.
    Counts are taken as ln(1 + n): the tenth of a kind says less than the first.
    """
    found = [finding for finding in findings if finding.check not in _LEFT_OUT]
    told = {
        "grave-findings": sum(_is_grave(f) for f in found),
        "major-findings-of-form": sum(f.severity is Severity.MAJOR and not _of_meaning(f) for f in found),
        "minor-findings-of-meaning": sum(f.severity is Severity.MINOR and _of_meaning(f) for f in found),
        "minor-findings-of-form": sum(f.severity is Severity.MINOR and not _of_meaning(f) for f in found),
        "words": signs.words,
        "strange-words": signs.strange,
        "strange-names": signs.names,
        "unlikely-turns": signs.unlikely,
        "lost-words": signs.lost,
        "unfounded-words": signs.unfounded,
        "lost-names": signs.lost_names,
        "new-names": signs.new_names,
    }
    excess = signs.excess
    alone, beside = surprise(signs)
    counted = replace(signs, far=None, apart=None, alone=None, beside=None)
    return {name: log1p(number) for name, number in told.items()} | {
        "points-expected": log1p(sum(_POINTS[f.severity] for f in found) + unseen_points(counted)),
        "denials": float(min(signs.denials, _DENIALS)),
        "unanswered": None if signs.answered is None else 1 - signs.answered,
        "too-short": None if excess is None else max(0.0, -excess),
        "too-long": None if excess is None else max(0.0, excess),
        "far-from-source": signs.far,
        "surprise-alone": alone,
        "surprise-beside": beside,
        "far-from-reference": None if signs.alike is None else 1 - signs.alike,
        "apart-from-reference": None if signs.apart is None else log1p(signs.apart),
    }


def probability(found: Evidence, beside: str, shift: float = 0.0) -> float:
    """Return the probability of a major error, 0 to 1, in a text with this evidence.

    ``beside`` names the weights: see ``table``. ``shift`` is added to the log-odds.
    """
    weights = tables()[beside]
    score = weights.start + shift
    for name, weight in weights.weights.items():
        value = found[name]
        score += weight * (weights.usual[name] if value is None else value)
    return round(1 / (1 + exp(-score)) if score > 0 else exp(score) / (1 + exp(score)), _DIGITS)


def is_clear(likely: float, findings: Iterable[Finding], risk: float) -> bool:
    """Tell whether a text with this probability of a major error is clear at a ``risk``; none is where one is told."""
    return likely <= risk and all(finding.severity.rank < Severity.MAJOR.rank for finding in findings)


def table(*, source: bool, reference: bool, read: bool = False) -> str:
    """Return the name of the weights for a translation beside a source, a reference, both or nothing.

    ``read``: a reader has read it, which counts where there is no reference.
    """
    if reference:
        return "source+reference" if source else "reference"
    return ("source" if source else "alone") + ("+reading" if read else "")


@cache
def tables() -> Mapping[str, Weights]:
    """Return the weights by what is given beside a translation."""
    data = tomllib.loads((resources.files(__package__) / FILE).read_text(encoding="utf-8"))
    return {
        name: Weights(
            start=each["start"],
            weights={sign: row["weight"] for sign, row in each["signs"].items()},
            usual={sign: row["usual"] for sign, row in each["signs"].items()},
        )
        for name, each in data.items()
    }


def _is_grave(finding: Finding) -> bool:
    """Tell whether a finding is critical, or major and about what is said."""
    return finding.severity is Severity.CRITICAL or (finding.severity is Severity.MAJOR and _of_meaning(finding))


def _of_meaning(finding: Finding) -> bool:
    return finding.category.dimension in _MEANING
