"""The finished audit of one story: all that a renderer may show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from auditor.model.document import Document, Segment
from auditor.model.finding import Finding, Severity, Silenced, Skipped
from auditor.model.rule import Rule


class Outcome(StrEnum):
    """What the gate says about a story."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    REVIEW = "review"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, and the reasons for it in words, weightiest first."""

    outcome: Outcome
    reasons: tuple[str, ...]


LENT_WORDS = 20
"""Words that just reach the mark and are read along with a story when its quality is reckoned: half a minor error where
25 points per 1,000 words earn the mark. What was found in few words says little (``auditor.scoring.quality``)."""


@dataclass(frozen=True, slots=True)
class Score:
    """An automatic MQM-style estimate of one story.

    ``points`` is the sum of the penalties that the findings cost, ``per_thousand`` the same per 1,000 target words;
    ``expected`` are the points that a reviewer is expected to give: those found, and those that a text like this has
    beside them; None in reports of an earlier version. The gate reads what was found.
    ``quality`` is the calibrated score, between 0 and 100, which lies between ``quality_low`` and ``quality_high`` with
    a probability of 95%; None without any words. ``short``: the story has too few words for it to decide. ``pass_mark``
    is the quality that ``acceptable_points`` per 1,000 words earn; None in reports of an earlier version.
    ``counts`` holds the number of findings of each severity. ``signature`` names all that the
    score depends on. ``weights`` are the penalty points of one finding of each severity.
    """

    points: float
    words: int
    per_thousand: float
    quality: float | None
    counts: tuple[tuple[Severity, int], ...]
    signature: str
    weights: tuple[tuple[Severity, float], ...] = ()
    expected: float | None = None
    quality_low: float | None = None
    quality_high: float | None = None
    short: bool = False
    pass_mark: float | None = None
    acceptable_points: float | None = None

    def count(self, severity: Severity) -> int:
        """Return how many findings have exactly this severity."""
        return dict(self.counts).get(severity, 0)


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """The penalty points of one sentence (``number`` is the segment's), its words and how natural it reads.

    ``fluency`` is in standard deviations from the mean of native news, higher is more natural; None where
    it was not measured. ``neural`` is the score that a neural model gives it, alone or together with the
    neighbours that answer the same text; higher is better, on a scale of the model's. ``problem_probability`` says how
    likely it holds a major error, 0 to 1, and ``clear`` whether that is a risk that the desk accepts. All of them order
    sentences, and cost nothing.
    """

    number: int
    points: float
    words: int
    fluency: float | None = None
    neural: float | None = None
    problem_probability: float | None = None
    clear: bool | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences that answer each other: 1-based numbers in the target and in the other text.

    Either side may be empty: an added target sentence, or one without an answer. ``confidence``
    is 0-1.
    """

    target: tuple[int, ...]
    other: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Metric:
    """One reference score as sacrebleu gives it, with its signature and 95% interval if computed."""

    name: str
    score: float
    signature: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of a word diff from target to reference: ``equal``, ``delete``, ``insert`` or ``replace``."""

    kind: str
    target: str
    reference: str


@dataclass(frozen=True, slots=True)
class PairScore:
    """Sentence-level scores of one aligned pair; they sort and point, they never gate."""

    link: Link
    bleu: float | None
    chrf: float
    ter: float
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The target beside a reference translation."""

    reference: Document
    metrics: tuple[Metric, ...]
    pairs: tuple[PairScore, ...]
    unanswered_target: tuple[int, ...]
    unanswered_reference: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Neural:
    """The neural model that scored sentences, with its version, and the mean of its scores.

    ``version`` is the model's own and, after a ``+``, unbabel-comet's. ``beside`` names the texts that the model
    was given with the translation: ``source``, ``reference``.
    """

    model: str
    version: str
    score: float
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckRun:
    """A check that ran: how many findings it gave and, when profiled, its seconds."""

    check: str
    findings: int
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The audit of one story; ``findings`` are in the order of the text, ``sentences`` of numbers.

    ``rules`` describes the rules that spoke, by id; an outside engine's rules may be missing from it.
    ``silenced`` are the findings that do not count, and why, in the order of the text. ``unsourced`` are the checks
    that were not run since they need a source and none was given; unlike ``skipped`` ones they leave no doubt.
    ``doubts`` are places that prove nothing by themselves and cost nothing, none of them inside a finding: what the
    expected points rest on.
    """

    document: Document
    findings: tuple[Finding, ...]
    checks: tuple[CheckRun, ...]
    skipped: tuple[Skipped, ...]
    score: Score
    sentences: tuple[SentenceScore, ...]
    verdict: Verdict
    profile: str
    source: Document | None = None
    source_language: str | None = None
    source_links: tuple[Link, ...] = ()
    comparison: Comparison | None = None
    rules: tuple[Rule, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    neural: Neural | None = None
    unsourced: tuple[str, ...] = ()
    doubts: tuple[Finding, ...] = ()

    def worst(self) -> tuple[SentenceScore, ...]:
        """Return the sentences that carry a penalty, those that change the news first, then by their points.

        Of two as bad, the one that a neural model scores lower; without such scores, the less fluent one.
        """
        marked = (sentence for sentence in self.sentences if sentence.points > 0)
        found = self.by_sentence()
        news = {number for number, (worst, *_) in found.items() if not worst.urgency[0]}
        return tuple(sorted(marked, key=lambda sentence: (sentence.number not in news, *_badness(sentence))))

    def by_sentence(self) -> dict[int, tuple[Finding, ...]]:
        """Return the findings by the number of the sentence where they start, worst first."""
        found: dict[int, list[Finding]] = {}
        for finding in self.findings:
            if segment := self.document.segment_at(finding.primary.span.start):
                found.setdefault(segment.number, []).append(finding)
        return {
            number: tuple(sorted(here, key=lambda f: (f.urgency, f.primary.span))) for number, here in found.items()
        }

    def sources_by_sentence(self) -> dict[int, tuple[Segment, ...]]:
        """Return the source's sentences by the number of the sentence that answers them; nothing without a source."""
        found: dict[int, list[Segment]] = {}
        segments = self.source.segments if self.source else ()
        for link in self.source_links if segments else ():
            for number in link.target:
                found.setdefault(number, []).extend(segments[other - 1] for other in link.other)
        return {number: tuple(answered) for number, answered in found.items()}


def _badness(sentence: SentenceScore) -> tuple[float, float, float, int]:
    neural = inf if sentence.neural is None else sentence.neural
    fluency = 0.0 if sentence.fluency is None else sentence.fluency
    return (-sentence.points, neural, fluency, sentence.number)
