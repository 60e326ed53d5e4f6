"""The points to be expected that no finding names, from unlikely, strange and unanswered words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log1p

from auditor.alignment.lexicon import TRANSLATED
from auditor.scoring.normal import normalise


@dataclass(frozen=True, slots=True)
class Signs:
    """What was counted in one text.

    ``fluency`` holds a value per sentence as ``Analysis.fluency`` gives it, None counting nothing. ``strange`` counts
    the words in lower case that are not English as far as is known, ``names`` those with a capital, which are counted
    where the source spells names in other letters; none that the source has too. ``lost`` and
    ``unfounded`` count the words of the source and of the target that do not answer each other, see
    ``auditor.alignment.lexicon``. ``apart`` is the ``distance`` from a reference.
    ``inaccuracies`` counts the minor findings of accuracy, and ``denials`` by how many denials the source and the
    translation differ. ``answered`` is the share of the words of source and target
    that answer each other, 1 where nobody knows.
    """

    fluency: tuple[float | None, ...] = ()
    strange: int = 0
    names: int = 0
    lost: int = 0
    unfounded: int = 0
    apart: float = 0.0
    inaccuracies: int = 0
    denials: int = 0
    answered: float = 1.0


STRAIN = 0.8
STRANGE_WORD = 1.0
STRANGE_NAME = 0.6
LOST_WORD = 0.3
UNFOUNDED_WORD = 0.2
WORD_APART = 0.5
INACCURACY = 2.0
DENIAL = 0.3
ASTRAY = 5.0
"""Points for the strain of one sentence of average native news, for each word, for each minor inaccuracy, for each
denial too many or too few, and for a text that has nothing in common with its source.

Between what least squares give on reviewers' points (newstest 2020 and WMT 2023, zh-en), what ranks French-English
output as judges did (WMT 2013, LIG) and what tells spoilt sentences from sound ones best; ``docs/batch.md`` has the
figures. Reviewers call two errors of accuracy in three major,
so that one in doubt is worth more than the one point of its finding.
"""


def unseen_points(signs: Signs) -> float:
    """Return the MQM points that a text like this has beside those of its findings.

    More signs never cost less. The estimate sorts texts; it is no part of a story's score or verdict.
    """
    strange = STRANGE_WORD * signs.strange + STRANGE_NAME * signs.names
    unanswered = LOST_WORD * signs.lost + UNFOUNDED_WORD * signs.unfounded
    beside = WORD_APART * signs.apart + INACCURACY * signs.inaccuracies + DENIAL * signs.denials
    astray = ASTRAY * max(0.0, 1 - signs.answered / TRANSLATED)
    return STRAIN * strain(signs.fluency) + strange + unanswered + beside + astray


def distance(target: str, reference: str) -> float:
    """Return how far ``target`` is from ``reference``, in words of the reference: 0 where they are the same.

    The share of the reference that chrF (Popović 2015, at sacrebleu's defaults) does not find in the target. A
    paraphrase is far away too: like chrF, it sorts, and proves nothing.
    """
    from sacrebleu.metrics.chrf import CHRF

    score: float = CHRF().sentence_score(normalise(target), [normalise(reference)]).score
    return (1 - score / 100) * len(reference.split())


def strain(fluency: Iterable[float | None]) -> float:
    """Return the sum of ln(1 + e^-fluency) over sentences, in units of an average one (ln 2)."""
    return sum(_strain(value) for value in fluency if value is not None) / log1p(1)


def _strain(value: float) -> float:
    return log1p(exp(-value)) if value > 0 else log1p(exp(value)) - value
