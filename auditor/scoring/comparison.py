"""The target beside a reference translation, by sacrebleu's metrics. They sort and point; they never gate.

Both sides are normalised alike before they are scored (``auditor.scoring.normal``) and never
tokenised by us; sacrebleu's own command gives the same scores and signatures on ``aligned_lines``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from auditor.model import Comparison, Document, Link, Metric, PairScore
from auditor.scoring.edits import word_edits
from auditor.scoring.normal import normalise

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as SacrebleuMetric

Counts: TypeAlias = dict[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], Any]
"""What sacrebleu counts in each line, by metric, lines and references."""

BOOTSTRAP_LINES = 50
"""Aligned lines from which a bootstrap interval is given; from fewer it says nothing of use.

Koehn (2004), "Statistical significance tests for machine translation evaluation", resamples test sets
of 100 and more sentences; below about 50 the interval is wider than any difference of interest.
"""

BOOTSTRAP_SAMPLES = 1000
"""sacrebleu's default number of resamples (``--confidence-n``)."""

BLEU_WORDS = 5
"""Words a sentence needs on both sides before BLEU, which counts stretches of four, says anything."""


def compare(target: Document, reference: Document, links: Iterable[Link]) -> Comparison:
    """Return the document's and the sentences' scores against ``reference``.

    Sentences without an answer count in the document's scores as lines whose other side is empty, so
    that omissions and additions cost; they have no sentence scores.
    """
    links = tuple(links)
    pairs = tuple(_pairs(target, reference, (link for link in links if link.target and link.other)))
    unanswered_target = tuple(number for link in links if not link.other for number in link.target)
    unanswered_reference = tuple(number for link in links if not link.target for number in link.other)
    unscored = Comparison(reference, (), pairs, unanswered_target, unanswered_reference)
    metrics = tuple(document_metrics(*aligned_lines(target, unscored)))
    return Comparison(reference, metrics, pairs, unanswered_target, unanswered_reference)


def aligned_lines(target: Document, comparison: Comparison) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that the document's scores are computed on: the target's, the reference's.

    One line per aligned pair, and one per unanswered sentence with an empty line on the other side, in
    the order of the text. Written to files, they give the same scores with ``sacrebleu``.
    """
    rows = tuple(_rows(comparison))
    return (
        tuple(normalise(joined(target, numbers)) for numbers, _ in rows),
        tuple(normalise(joined(comparison.reference, numbers)) for _, numbers in rows),
    )


def joined(document: Document, numbers: tuple[int, ...]) -> str:
    """Return the text of the sentences with these numbers, a space between them."""
    return " ".join(document.segments[number - 1].span.of(document.text) for number in numbers)


def _rows(comparison: Comparison) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    ours, theirs = list(comparison.unanswered_target), list(comparison.unanswered_reference)
    for pair in comparison.pairs:
        while ours and ours[0] < pair.link.target[0]:
            yield (ours.pop(0),), ()
        while theirs and theirs[0] < pair.link.other[0]:
            yield (), (theirs.pop(0),)
        yield pair.link.target, pair.link.other
    yield from (((number,), ()) for number in ours)
    yield from (((), (number,)) for number in theirs)


def metrics(counts: Counts | None = None) -> tuple[SacrebleuMetric, SacrebleuMetric, SacrebleuMetric]:
    """Return fresh document-level BLEU, chrF2++ and TER with sacrebleu's own defaults.

    Metrics that share ``counts``, empty at first, count the same lines only once: TER takes its time.
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    fresh = BLEU(), CHRF(word_order=2), TER()
    if counts is not None:
        for metric in fresh:
            _share(metric, counts)
    return fresh


def _share(metric: SacrebleuMetric, counts: Counts) -> None:
    name, count = type(metric).__name__, metric._extract_corpus_statistics

    def once(target: Sequence[str], references: Sequence[Sequence[str]]) -> Any:
        key = (name, tuple(target), tuple(map(tuple, references)))
        if key not in counts:
            counts[key] = count(target, references)
        metric.num_refs = len(references)  # as counting sets it, for the signature
        return counts[key]

    metric._extract_corpus_statistics = once  # type: ignore[method-assign, assignment]


def document_metrics(
    target: tuple[str, ...], reference: tuple[str, ...], counts: Counts | None = None
) -> Iterator[Metric]:
    """Yield BLEU, chrF2++ and TER of the lines of ``target``, with a bootstrap interval where there are enough."""
    if not target or not any(reference):
        return
    samples = BOOTSTRAP_SAMPLES if len(target) >= BOOTSTRAP_LINES else 1
    for metric in metrics(counts):
        result = metric.corpus_score(target, [reference], n_bootstrap=samples)
        low = high = None
        if samples > 1:
            low, high = float(result._mean - result._ci), float(result._mean + result._ci)
        yield Metric(result.name, float(result.score), str(metric.get_signature()), low, high)


def _pairs(target: Document, reference: Document, links: Iterable[Link]) -> Iterator[PairScore]:
    from sacrebleu.metrics.bleu import BLEU

    bleu, (_, chrf, ter) = BLEU(effective_order=True), metrics()
    for link in links:
        ours, theirs = joined(target, link.target), joined(reference, link.other)
        line, answer = normalise(ours), normalise(theirs)
        long_enough = min(len(line.split()), len(answer.split())) >= BLEU_WORDS
        yield PairScore(
            link=link,
            bleu=_percent(bleu.sentence_score(line, [answer]).score) if long_enough else None,
            chrf=_percent(chrf.sentence_score(line, [answer]).score),
            ter=float(ter.sentence_score(line, [answer]).score),
            edits=word_edits(ours, theirs),
        )


def _percent(score: float) -> float:
    """Clamp: sacrebleu gives 100.00000000000004 for two equal short sentences."""
    return min(float(score), 100.0)
