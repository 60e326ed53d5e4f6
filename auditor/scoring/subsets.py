"""chrF2++ of single lines and of any choice among them, each line being counted once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.scoring.comparison import Counts, metrics


class ChrfLines:
    """The lines of a translation beside those of a reference, both as ``normalise`` gives them.

    ``counts`` as for ``metrics``.
    """

    def __init__(self, lines: Sequence[str], reference: Sequence[str], counts: Counts | None = None) -> None:
        _, self._metric, _ = metrics(counts)
        # sacrebleu's own paired tests score resampled lines in just this way.
        self._counts = self._metric._extract_corpus_statistics(lines, [list(reference)]) if lines else []

    def score(self, indices: Iterable[int]) -> float | None:
        """Return the corpus score (0-100) of the lines at ``indices``, or None where there are none."""
        chosen = [self._counts[index] for index in indices]
        return min(float(self._metric._aggregate_and_compute(chosen).score), 100.0) if chosen else None
