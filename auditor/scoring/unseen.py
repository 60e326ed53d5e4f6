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

    ``words`` are those of the text. ``fluency`` holds a value per sentence as ``Analysis.fluency`` gives it, None
    counting nothing. ``strange`` counts the words in lower case that are not English as far as is known, ``names``
    those with a capital, counted where the source spells names in other letters; none that the source has too.
    ``unlikely`` counts the stretches that English hardly has. ``lost`` and ``unfounded`` count the words of the source
    and of the target that do not answer each other, see ``auditor.alignment.lexicon``, ``lost_names`` and ``new_names``
    the names. ``inaccuracies`` counts the minor findings of accuracy,
    and ``denials`` by how many denials the source and the translation differ.

    None where nobody knows: ``answered`` is the share of the words of source and target that answer each other;
    ``excess`` how much longer than usual the text is against its source, as a logarithm; ``far`` how much farther from
    the source than usual by its vector, as a cosine, less than 0 where it is nearer; ``apart`` the ``distance`` from
    a reference and ``alike`` the cosine with it; ``alone`` and ``beside`` the nats by which the ``read`` words surprise
    a reader, in English alone and beside the source.
    """

    words: int = 0
    fluency: tuple[float | None, ...] = ()
    strange: int = 0
    names: int = 0
    unlikely: int = 0
    lost: int = 0
    unfounded: int = 0
    lost_names: int = 0
    new_names: int = 0
    inaccuracies: int = 0
    denials: int = 0
    answered: float | None = None
    excess: float | None = None
    apart: float | None = None
    far: float | None = None
    alike: float | None = None
    read: int = 0
    alone: float | None = None
    beside: float | None = None


STRAIN = 0.8
STRANGE_WORD = 1.0
STRANGE_NAME = 0.6
LOST_WORD = 0.3
UNFOUNDED_WORD = 0.2
WORD_APART = 0.6
INACCURACY = 2.0
DENIAL = 0.3
ASTRAY = 5.0
FAR = 10.0
UNLIKE = 5.0
"""Points for the strain of one sentence of average native news, for each word, for each minor inaccuracy, for each
denial too many or too few, for a text that has nothing in common with its source, for a vector that has nothing in
common with the source's beyond what is usual, and for one that has nothing in common with the reference's.

Between what least squares give on reviewers' points (newstest 2020 and WMT 2023, zh-en), what ranks French-English
output as judges did (WMT 2013, LIG) and what tells spoilt sentences from sound ones best; ``docs/batch.md`` has the
figures. Reviewers call two errors of accuracy in three major,
so that one in doubt is worth more than the one point of its finding.
"""


BESIDE_REFERENCE = 0.05
"""What all other signs count where there is a reference, which has most of what they tell.

Of 0.05, 0.1, 0.25, 0.5 and 1 the first orders translations of one sentence best, the last those of different ones
(newstest 2020 and WMT 2023, zh-en).
"""


BESIDE_READING = 0.5
"""What all other signs count where a reader has read the text."""

READ_ALONE, READ_BESIDE, READ_IN_ALL = 1.0, 1.5, 0.01
"""Points for a surprise of one nat for each word above the usual, in English alone and beside the source, and for each
nat in all."""

USUAL_ALONE, USUAL_BESIDE = 3.5, 2.5
"""Nats for each word from which a text is surprising, in English alone and beside its source."""

_WORDS_MORE = 2
"""Words more by which a sum of nats is divided: of few words nothing is sure."""


def unseen_points(signs: Signs) -> float:
    """Return the MQM points that a text like this has beside those of its findings.

    More signs never cost less. The estimate sorts texts; it is no part of a story's score or verdict.
    """
    strange = STRANGE_WORD * signs.strange + STRANGE_NAME * signs.names
    unanswered = LOST_WORD * signs.lost + UNFOUNDED_WORD * signs.unfounded
    beside = INACCURACY * signs.inaccuracies + DENIAL * signs.denials
    astray = 0.0 if signs.answered is None else ASTRAY * max(0.0, 1 - signs.answered / TRANSLATED)
    far = FAR * max(0.0, signs.far or 0.0)
    own = STRAIN * strain(signs.fluency) + strange + unanswered + beside + astray + far
    if signs.alone is not None:
        own = BESIDE_READING * own + _surprising(signs)
    if signs.apart is None:
        return own
    unlike = 0.0 if signs.alike is None else UNLIKE * max(0.0, 1 - signs.alike)
    return BESIDE_REFERENCE * own + WORD_APART * signs.apart + unlike


def _surprising(signs: Signs) -> float:
    alone, beside = surprise(signs)
    points = 0.0 if alone is None else READ_ALONE * _strain(USUAL_ALONE - alone)
    points += 0.0 if beside is None else READ_BESIDE * _strain(USUAL_BESIDE - beside)
    in_all = signs.alone if signs.beside is None else signs.beside
    return points + READ_IN_ALL * (in_all or 0.0)


def surprise(signs: Signs) -> tuple[float | None, float | None]:
    """Return the nats for each word by which a reader is surprised, in English alone and beside the source."""
    return _for_each_word(signs.alone, signs), _for_each_word(signs.beside, signs)


def _for_each_word(nats: float | None, signs: Signs) -> float | None:
    return None if nats is None else nats / (signs.read + _WORDS_MORE)


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
