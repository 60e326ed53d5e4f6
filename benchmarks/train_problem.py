"""Fit the weights of the probability of a major error and write them as data.

    python -m benchmarks.train_problem DATA_DIR --cache DIR

Learned from half of the documents of the sets whose licence allows it (Google's MQM and Amazon's bio-MQM, Apache-2.0;
DEMETR, MIT); ``benchmarks.problem`` measures on the others. What is written are numbers alone. Each set weighs the same
and has its own start, so that no weight learns which set a sentence is from. No sign speaks for a translation, its
length and its nearness apart: more signs never make a sentence safer.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.scoring import problem
from benchmarks.problem_rows import Counted, JudgedSet, every_set

FILE = Path(problem.__file__).with_name(problem.FILE)

TABLES = ("alone", "source", "reference", "source+reference", "alone+reading", "source+reading")
FREE = "words"
"""The sign that may have any weight."""

RIDGE = 30.0
"""What holds the weights of scaled signs near to 0: the translations of a document are not independent.

Of 3, 30, 100, 200, 400 and 800, tried once on learned documents with each set left out in turn, the first three were
equally well calibrated and the others worse; some signs were changed afterwards.
"""

STEPS = 40

HEAD = """\
# What each sign adds to the log-odds of a major error; written by `python -m benchmarks.train_problem`. `usual` stands
# for a sign that nobody knows; `start` are the log-odds without any.
# Learned from {rows:,} translations of half of the documents of
{sets}
"""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Learned:
    """Translations to learn from: their signs by name in columns, whether each is a problem, and its set's number.

    ``usual`` are the medians of the signs, ``weight`` is what each translation counts, ``judged`` whether people judged
    it.
    """

    names: Sequence[str]
    signs: Floats
    problem: Floats
    group: NDArray[np.int64]
    usual: Floats
    weight: Floats
    judged: NDArray[np.bool_]

    @classmethod
    def of(cls, sets: Mapping[JudgedSet, Sequence[Counted]], table: str) -> Learned:
        """Return what ``table`` is learned from: half of the documents of the sets that allow it.

        Planted errors are of fact, most of them, and show beside a source alone.
        """
        taken = [
            (chosen, each)
            for chosen, rows in sets.items()
            if chosen.learned and ("source" in table or not chosen.planted)
            for each in rows
            if not each.held_out and each.serves(table)
        ]
        order = list(dict.fromkeys(chosen for chosen, _ in taken))
        group = np.array([order.index(chosen) for chosen, _ in taken])
        found = [each.of(table) for _, each in taken]
        columns = {name: np.array([each[name] for each in found], float) for name in found[0]}  # None becomes nan
        known = {name: values for name, values in columns.items() if np.nanstd(values) > 0}
        usual = np.array([np.nanmedian(values) for values in known.values()])
        signs = np.column_stack(list(known.values()))
        sizes = np.bincount(group)
        return cls(
            names=list(known),
            signs=np.where(np.isnan(signs), usual, signs),
            problem=np.array([each.problem for _, each in taken], float),
            group=group,
            usual=usual,
            weight=(len(group) / len(order) / sizes)[group],
            judged=np.array([not chosen.planted for chosen, _ in taken]),
        )


def probabilities(scores: Floats) -> Floats:
    """Return the probabilities of log-odds."""
    return 1 / (1 + np.exp(-scores))


def start(scores: Floats, wanted: float, weight: Floats | None = None) -> float:
    """Return what to add to log-odds so that their mean probability is the one wanted."""
    low, high = -40.0, 40.0
    for _ in range(60):
        middle = (low + high) / 2
        mean = float(np.average(probabilities(scores + middle), weights=weight))
        low, high = (low, middle) if mean > wanted else (middle, high)
    return (low + high) / 2


def fitted(learned: Learned) -> Floats:
    """Return the weight of each sign; those that would speak for a translation are left out one by one."""
    kept = list(range(len(learned.names)))
    while True:
        weights = _newton(learned, kept)
        scaled = {column: weights[column] * learned.signs[:, column].std() for column in kept}
        wrong = [column for column in kept if scaled[column] < 0 and learned.names[column] != FREE]
        if not wrong:
            return weights
        kept.remove(min(wrong, key=lambda column: scaled[column]))


def _newton(learned: Learned, kept: Sequence[int]) -> Floats:
    """Return the ridge logistic regression on the columns ``kept``, with a start for each set; 0 for the others."""
    mean, spread = learned.signs[:, kept].mean(0), learned.signs[:, kept].std(0)
    matrix = np.hstack([(learned.signs[:, kept] - mean) / spread, np.eye(learned.group.max() + 1)[learned.group]])
    ridge = np.where(np.arange(matrix.shape[1]) < len(kept), RIDGE, 1e-3)
    found = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        likely = probabilities(matrix @ found)
        slope = matrix.T @ (learned.weight * (likely - learned.problem)) + ridge * found
        bend = (matrix * (learned.weight * likely * (1 - likely))[:, None]).T @ matrix + np.diag(ridge)
        found -= np.linalg.solve(bend, slope)
    weights = np.zeros(learned.signs.shape[1])
    weights[kept] = found[: len(kept)] / spread
    return weights


def table(learned: Learned, name: str) -> str:
    """Return the weights as a table of TOML."""
    weights = fitted(learned)
    judged = learned.judged
    rate = float(np.average(learned.problem[judged], weights=learned.weight[judged]))
    begins = start((learned.signs @ weights)[judged], rate, learned.weight[judged])
    lines = [f'["{name}"]', f"start = {begins:.3f}", "", f'["{name}".signs]']
    for sign, weight, usual in zip(learned.names, weights, learned.usual, strict=True):
        if weight:
            lines.append(f"{sign} = {{ weight = {weight:.3f}, usual = {usual:.3f} }}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Fit, and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the evaluation data")
    parser.add_argument("--cache", type=Path, required=True, help="folder for what is counted, outside the repository")
    options = parser.parse_args()
    sets = every_set(options.data, options.cache)
    found = {name: Learned.of(sets, name) for name in TABLES}
    names = "\n".join(f"# - {chosen.name}" for chosen in sets if chosen.learned)
    head = HEAD.format(rows=len(found["source"].problem), sets=names)
    FILE.write_text("\n".join((head, *(table(each, name) for name, each in found.items()))), encoding="utf-8")
    print(f"Written: {FILE}")


if __name__ == "__main__":
    main()
