"""Several translations of the same stories side by side: all that a renderer may show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.finding import Category, Severity, Skipped
from auditor.model.report import Metric, Score


class Pivot(StrEnum):
    """The text whose sentences the translations are held against, one by one."""

    REFERENCE = "reference"
    SOURCE = "source"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class MetricTest:
    """One metric of a translation and of the baseline, against the same lines of a reference.

    ``p_value`` is the chance of a difference at least this large if the two were equally good.
    """

    name: str
    baseline: float
    challenger: float
    p_value: float
    signature: str


@dataclass(frozen=True, slots=True)
class PermutationTest:
    """The mean difference of paired values (first less second) and its two-sided p-value.

    ``trials`` is how many ways of swapping the pairs were looked at; ``exact`` says that these were all.
    """

    difference: float
    p_value: float
    trials: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding by its words alone, as it is shown beside other translations.

    ``line`` and ``column`` are 1-based in ``file``, which is the name under which its story was read.
    """

    story: str
    line: int
    rule: str
    category: Category
    severity: Severity
    words: str
    message: str
    fingerprint: str
    file: str = ""
    column: int = 1


@dataclass(frozen=True, slots=True)
class Engine:
    """One translation of everything.

    ``score`` is that of all its stories together; ``categories`` counts the findings, most frequent first.
    ``unanswered`` units of the pivot have no sentence here, ``added`` sentences here have none in the pivot.
    ``metrics`` are sacrebleu's; there are none without a reference.
    """

    name: str
    score: Score
    categories: tuple[tuple[Category, int], ...]
    unanswered: int
    added: int
    metrics: tuple[Metric, ...] = ()


@dataclass(frozen=True, slots=True)
class Challenge:
    """Whether one engine differs from the baseline by more than chance.

    ``penalty`` tests the penalty points of each unit, the engine's less the baseline's; ``bootstrap`` and
    ``randomisation`` are sacrebleu's paired tests, empty without a reference.
    """

    engine: str
    penalty: PermutationTest
    bootstrap: tuple[MetricTest, ...] = ()
    randomisation: tuple[MetricTest, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """What one engine does in a bucket: penalty points per unit and, with a reference, chrF2++."""

    points: float
    chrf: float | None


@dataclass(frozen=True, slots=True)
class Bucket:
    """The units that have something in common, and each engine's share in the order of the engines."""

    name: str
    units: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one engine makes of a unit; ``text`` is empty where it says nothing."""

    text: str
    points: float
    chrf: float | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """A unit on which the engines differ, with their answers in the order of the engines.

    ``number`` counts the units of all stories from 1. ``source`` is None where no source was given.
    """

    number: int
    story: str
    pivot: str
    source: str | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """The second of two translations as a version of the first: what it fixed, kept and brought in.

    ``fixed`` are marks of the first, ``remaining`` and ``new`` of the second.
    """

    fixed: tuple[Mark, ...]
    remaining: tuple[Mark, ...]
    new: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """Translations side by side; the first engine is the baseline.

    ``units`` are the sentences of the pivot, some taken together: none of the translations crosses a unit's end.
    ``revision`` is given for exactly two engines. ``skipped`` did not run for every engine's every story.
    """

    pivot: Pivot
    stories: tuple[str, ...]
    units: int
    engines: tuple[Engine, ...]
    challenges: tuple[Challenge, ...]
    buckets: tuple[Bucket, ...]
    disputed: tuple[Disputed, ...]
    revision: Revision | None
    profile: str
    skipped: tuple[Skipped, ...]
