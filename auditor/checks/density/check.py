"""One check for each measure: it speaks once per story, and only to inform."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import CodeCheck, Hit, Story
from auditor.checks.density.baseline import MIN_WORDS, Norm, baseline
from auditor.checks.density.measures import MEASURES, size
from auditor.checks.density.rules import RULES, DensityRule
from auditor.model import Evidence, Span


def _check(density: DensityRule) -> CodeCheck:
    def detect(story: Story) -> Iterator[Hit]:
        length = size(story.analysis)
        if length < MIN_WORDS:
            return
        uses = tuple(MEASURES[density.measure](story.analysis))
        native = baseline(density.measure)
        if native.exceeded(len(uses), length):
            yield _hit(density, uses, length, native)

    return CodeCheck(density.rule, detect)


def _hit(density: DensityRule, uses: tuple[Span, ...], length: int, native: Norm) -> Hit:
    rate = len(uses) * 1000 / length
    return Hit(
        spans=uses,
        message=f"{len(uses)} {density.what} in {length} words, {rate:.1f} per 1,000; native news has "
        f"{native.mean:.1f}.",
        evidence=(
            Evidence(
                "density",
                f"native stories of this length hardly ever have more than {native.limit(length):.1f} per 1,000 words",
            ),
        ),
    )


densities = tuple(map(_check, RULES))
"""Every density check, in the order of the measures."""
