"""Whether the probability of a major error is what it says, and how many sentences it clears.

    python -m benchmarks.problem DATA_DIR --cache DIR

Measured on the documents that ``benchmarks.train_problem`` did not learn from, which shares the cache. Writes
``benchmarks/problem.md`` and the diagram ``docs/images/reliability.svg``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from auditor.config import load_profile
from auditor.scoring.problem import probability
from benchmarks.measures import roc_auc
from benchmarks.problem_rows import Counted, JudgedSet, every_set
from benchmarks.train_problem import TABLES

PAGE = Path(__file__).with_name("problem.md")
DIAGRAM = Path(__file__).parents[1] / "docs" / "images" / "reliability.svg"

READER = "gemma-3-270m"

BINS = 10
RISKS = (0.02, 0.05, 0.10)
DRAWS = 100

HEAD = f"""\
# Whether the probability of a major error is what it says

Written by `python -m benchmarks.problem DATA_DIR --cache DIR`, on documents that the weights were not fitted on. A
translation is a problem where most of those who judged it marked a major or critical error (wmt22-ced: a critical one).
DEMETR, whose errors were put in, is learned from and not measured. LanguageTool takes no part,
and a reader where that is said, of the first translations of each set: it reads, and decides nothing.

No weight saw these documents. But a handful of choices (that strain is no sign of its own, that critical findings count
with major ones of meaning, that DEMETR teaches only beside a source) were made with such tables in view: they flatter.

- **learned**: whether other documents of the set were learned from; of the others no licence allows it.
- **rate**: how many are problems. **AUC**: how often a problem has the higher probability.
- **ECE**: expected calibration error in {BINS} equal bins. *As told*: the probabilities as they come. *Moved*: by
  `told` and `found` of `[clear]` in `auditor.toml`, both from the other half of the set's documents. *By chance*: what
  so few translations leave, were each probability right.
- **cleared**: how many translations a desk clears at the risk, moved; behind it how many of them are problems.
  **Held**: how many of the others are problems.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """Probabilities, whether each translation is a problem, and whether a major finding accuses it."""

    likely: Sequence[float]
    problem: Sequence[bool]
    accused: Sequence[bool] = ()

    @classmethod
    def of(cls, rows: Sequence[Counted], table: str, shift: float = 0.0) -> Told:
        """Return what is told of ``rows`` where ``table`` says what is beside them."""
        found = [row.of(table) for row in rows]
        accused = [bool(each["grave-findings"] or each["major-findings-of-form"]) for each in found]
        return cls([probability(each, table, shift) for each in found], [row.problem for row in rows], accused)

    @property
    def mean(self) -> float:
        """The mean of the probabilities."""
        return sum(self.likely) / len(self.likely)

    @property
    def rate(self) -> float:
        """How many are problems."""
        return sum(self.problem) / len(self.problem)

    def bins(self) -> Iterator[tuple[float, float, int]]:
        """Yield, for each bin that has some, the mean probability, how many are problems, and how many there are."""
        for number in range(BINS):
            here = [
                (likely, problem)
                for likely, problem in zip(self.likely, self.problem, strict=True)
                if min(int(likely * BINS), BINS - 1) == number
            ]
            if here:
                yield sum(p for p, _ in here) / len(here), sum(problem for _, problem in here) / len(here), len(here)

    def ece(self) -> float:
        """Return the expected calibration error.

        Source: M. Pakdaman Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning" (AAAI 2015).
        """
        return sum(abs(told - found) * count for told, found, count in self.bins()) / len(self.likely)

    def chance(self) -> float:
        """Return the calibration error that is left to chance, were each probability right."""
        dice = Random(0)
        draws = (Told(self.likely, [dice.random() < likely for likely in self.likely]).ece() for _ in range(DRAWS))
        return sum(draws) / DRAWS

    def held(self, risk: float) -> list[bool]:
        """Return whether each is held at ``risk``."""
        return [likely > risk or accused for likely, accused in zip(self.likely, self.accused, strict=True)]

    def cleared(self, risk: float) -> tuple[float, float]:
        """Return how many are cleared at ``risk``, and how many of them are problems."""
        clear = [problem for problem, held in zip(self.problem, self.held(risk), strict=True) if not held]
        return len(clear) / len(self.likely), sum(clear) / len(clear) if clear else 0.0


def moved(rows: Sequence[Counted], table: str) -> float:
    """Return the shift that a desk has from judgements of ``rows``."""
    told = Told.of(rows, table)
    return replace(load_profile("wire"), told=told.mean, found=told.rate).shift if 0 < told.rate < 1 else 0.0


def measured(sets: Mapping[JudgedSet, Sequence[Counted]], table: str) -> Iterator[tuple[JudgedSet, Told, Told]]:
    """Yield each set with what is told of its held-out documents, as it comes and moved."""
    for chosen, rows in sets.items():
        known = [row for row in rows if row.serves(table)]
        held = [row for row in known if row.held_out]
        if len(held) >= LEAST and not chosen.planted:
            shift = moved([row for row in known if not row.held_out], table)
            yield chosen, Told.of(held, table), Told.of(held, table, shift)


def report(sets: Mapping[JudgedSet, Sequence[Counted]]) -> Iterator[str]:
    """Yield the lines of the page."""
    risks = " | ".join(f"cleared at {risk:.0%}" for risk in RISKS)
    for table in TABLES:
        found = list(measured(sets, table))
        yield f"## {_given(table)}"
        yield ""
        yield f"| set | learned | held out | rate | AUC | ECE as told | moved | by chance | {risks} | held at 5% |"
        yield f"|---|---|---:|---:|---:|---:|---:|---:|{'---:|' * (len(RISKS) + 1)}"
        for chosen, plain, told in found:
            learned = "yes" if chosen.learned else "no"
            yield f"| {chosen.name} | {learned} | {len(plain.likely)} | {' | '.join(_cells(plain, told))} |"
        yield ""
        yield from _reliability([told for _, _, told in found])


LEAST = 100
"""Translations from which a set is measured."""


def _given(table: str) -> str:
    beside, _, _ = table.partition("+reading")
    given = "From the English alone" if beside == "alone" else f"Beside the {beside.replace('+', ' and the ')}"
    return f"{given}, read by {READER}" if "reading" in table else given


def _cells(plain: Told, told: Told) -> Iterator[str]:
    yield f"{plain.rate:.2f}"
    yield f"{roc_auc(plain.likely, plain.problem):.3f}"
    yield f"{plain.ece():.3f}"
    yield f"{told.ece():.3f}"
    yield f"{told.chance():.3f}"
    for risk in RISKS:
        share, problems = told.cleared(risk)
        yield f"{share:.0%} ({problems:.1%})" if share else "–"
    held = [problem for problem, held in zip(told.problem, told.held(RISKS[1]), strict=True) if held]
    yield f"{sum(held) / len(held):.0%}" if held else "–"


def pooled(every: Sequence[Told]) -> Told:
    """Return what was told of all sets together."""
    return Told([p for told in every for p in told.likely], [y for told in every for y in told.problem])


def _reliability(every: Sequence[Told]) -> Iterator[str]:
    bins = list(pooled(every).bins())
    yield f"| all sets | {' | '.join(f'{told:.2f}' for told, _, _ in bins)} |"
    yield f"|---|{'---:|' * len(bins)}"
    yield f"| problems | {' | '.join(f'{found:.2f}' for _, found, _ in bins)} |"
    yield f"| translations | {' | '.join(str(count) for _, _, count in bins)} |"
    yield ""


SIDE, EDGE = 300, 40
FONT = 'font-family="sans-serif" font-size="11"'
COLOURS = {"alone": "#a05a00", "source": "#1f5fae", "source+reference": "#2c7a3f"}


def diagram(sets: Mapping[JudgedSet, Sequence[Counted]]) -> str:
    """Return the reliability diagram as SVG: how many are problems against the probability told, over all sets."""

    def place(told: float, found: float) -> str:
        return f"{EDGE + SIDE * told:.0f},{EDGE + SIDE * (1 - found):.0f}"

    width, height = SIDE + 2 * EDGE, SIDE + 2 * EDGE
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {FONT}>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>',
        f'<polyline points="{place(0, 0)} {place(1, 1)}" fill="none" stroke="#999" stroke-dasharray="4"/>',
        f'<text x="{width / 2:.0f}" y="{height - 8}" text-anchor="middle">problem_probability told, 0 to 1</text>',
        f'<text x="{EDGE}" y="{EDGE - 8}">share with a major error, 0 to 1</text>',
    ]
    for number, (table, colour) in enumerate(COLOURS.items()):
        every = [told for _, _, told in measured(sets, table)]
        points = [place(told, found) for told, found, count in pooled(every).bins() if count >= FEW]
        lines.append(f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for point in points:
            x, y = point.split(",")
            lines.append(f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>')
        lines.append(f'<text x="{EDGE + 10}" y="{EDGE + 18 + 14 * number}" fill="{colour}">{_given(table)}</text>')
    return "\n".join((*lines, "</svg>")) + "\n"


FEW = 20
"""Translations from which a bin stands in the diagram."""


def main() -> None:
    """Measure, and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the evaluation data")
    parser.add_argument("--cache", type=Path, required=True, help="folder for what is counted, outside the repository")
    options = parser.parse_args()
    sets = every_set(options.data, options.cache)
    page = "\n".join((HEAD, *report(sets)))
    print(page)
    PAGE.write_text(page, encoding="utf-8")
    DIAGRAM.write_text(diagram(sets), encoding="utf-8")
    print(f"Written: {PAGE}, {DIAGRAM}")


if __name__ == "__main__":
    main()
