"""Comparisons made by hand for the tests of the renderers."""

from __future__ import annotations

from auditor.model import (
    Answer,
    Bucket,
    Category,
    Challenge,
    Contest,
    Disputed,
    Engine,
    Mark,
    Metric,
    MetricTest,
    PermutationTest,
    Pivot,
    Revision,
    Score,
    Severity,
    Share,
    Skipped,
)

WEIGHTS = ((Severity.NEUTRAL, 0.0), (Severity.MINOR, 1.0), (Severity.MAJOR, 5.0), (Severity.CRITICAL, 25.0))
MARK = Mark("a.txt", 3, "words-repeated", Category.DUPLICATION, Severity.MINOR, "the <b>the", "Twice.", "f1")


def engine(name: str, minor: int) -> Engine:
    counts = tuple((severity, minor if severity is Severity.MINOR else 0) for severity in Severity)
    score = Score(minor * 1.0, 100, minor * 10.0, 99.99, counts, f"signature-{name}", WEIGHTS)
    kinds = ((Category.DUPLICATION, minor),) if minor else ()
    return Engine(name, score, kinds, 0, 1, (Metric("BLEU", 31.25, "bleu-signature", 30.0, 32.5),))


def sample(*names: str) -> Contest:
    """A comparison of engines so named, each with one more error than the one before."""
    tested = (MetricTest("BLEU", 31.25, 30.0, 0.0123, "bs-signature"),)
    return Contest(
        pivot=Pivot.REFERENCE,
        stories=("a.txt",),
        units=2,
        engines=tuple(engine(name, minor) for minor, name in enumerate(names)),
        challenges=tuple(Challenge(name, PermutationTest(0.5, 0.25, 4, True), tested, tested) for name in names[1:]),
        buckets=(Bucket("with a figure", 2, tuple(Share(float(n), 50.0) for n in range(len(names)))),),
        disputed=(
            Disputed(
                2, "a.txt", "The boat left.", "Le bateau.", tuple(Answer("x\x1b[2J", 1.0, 9.0, (MARK,)) for _ in names)
            ),
        ),
        revision=Revision((MARK,), (), ()) if len(names) == 2 else None,
        profile="wire",
        skipped=(Skipped("languagetool", "It is off.", "Turn it on."),),
    )


TWO = sample("old", "new")
