"""``content-unrelated``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.alignment.lexicon import TRANSLATED
from auditor.alignment.sketch import Sketch
from auditor.bilingual.pairs import Pair
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity

_LETTERS = 80
"""Letters of a sentence that is long enough to share some."""

_KNOWN = 16
"""Words of a sentence and its source in the lexicon from which it says whether they have anything in common."""

_CERTAIN = {True: 20, False: 30}
"""From which it says so for sure, by whether spaces part the words: signs in a row make words that nobody meant."""

_ANSWERED = 0.1
"""The share of them that answer each other up to which they do not.

Of 5,000 human translations from French and 4,300 from German, Japanese and Russian none has so little in common, of
4,000 from Chinese 19, nearly all of a text made strange by replacing words; of other sentences put in their place five
to nine in ten.
"""

_MARKS = '?!":;('
_STRETCH = 4


@code_check(
    "content-unrelated",
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    confidence=Confidence.LOW,
    flags=(
        Example(
            "[[Heavy showers are likely over the northern hills tonight, with gusty winds and thunder, they said.]]",
            "Le maire de Montbrison a démissionné lundi après la publication de documents sur ses dettes privées.",
            "fr",
        ),
        Example(
            "[[Heavy showers will reach the northern hills tonight.]]",
            "Мэр города отказался от должности после того, как газета напечатала документы о его долгах перед банком.",
            "ru",
        ),
        Example(
            "[[Heavy showers are likely over the northern hills tonight, with gusty winds and thunder, they said.]]",
            "El alcalde de Valdemora dimitió el lunes tras publicarse documentos sobre sus deudas con una empresa.",
            "es",
        ),
    ),
    passes=(
        Example(
            "The mayor of Montbrison resigned on Monday after documents on his private debts were published.",
            "Le maire de Montbrison a démissionné lundi après la publication de documents sur ses dettes privées.",
            "fr",
        ),
        Example(
            "Heavy showers will reach the hills in 12 hours.",
            "12 heures plus tard, le maire et ses amis quittaient leur maison par la porte du jardin sans un regret.",
            "fr",
        ),
        Example("Heavy showers are likely tonight.", "De fortes averses sont attendues cette nuit.", "fr"),
        Example(
            "Heavy showers are likely over the hills tonight, with thunder.",
            "今夜，北部山区可能有大雨。",
            "zh",
        ),
    ),
)
def content_unrelated(story: Story) -> Iterator[Hit]:
    """A sentence seems to translate another one.

    Sentences slip when segments are put together again; engines hallucinate.

    Told where hardly any of the words that the lexicon knows in a sentence and its source answer each other, and where
    few do, or no lexicon knows, and a long sentence shares neither number, name nor a stretch of letters with a source
    whose language shares much of its vocabulary with English. Major where the lexicon knows many, minor where it knows
    some or a name or a number of the source is missing too, else neutral.
    """
    spoken = story.spoken
    certain = _CERTAIN[language_of(spoken).writing.spaced]
    for pair in story.source_pairs:
        unanswered = _unanswered(pair, spoken)
        if not unanswered and not _shares_nothing(pair, spoken):
            continue
        found = pair.figures
        proven = unanswered or found.altered or found.missing or pair.lost_names
        severity = None if proven else Severity.NEUTRAL
        yield Hit(
            spans=(pair.span,),
            message="This has nothing in common with the source sentence in its place.",
            evidence=(Evidence("source", pair.theirs.text),),
            confidence=Confidence.MEDIUM if proven else None,
            severity=Severity.MAJOR if unanswered >= certain else severity,
        )


def _shares_nothing(pair: Pair, spoken: str) -> bool:
    if not language_of(spoken).cognate:
        return False
    covered = pair.coverage
    if covered and covered.share > TRANSLATED:
        return False
    ours, theirs = pair.ours.sketch, pair.theirs.sketch
    return min(ours.length, theirs.length) >= _LETTERS and not _common(ours, theirs, _STRETCH)


def _unanswered(pair: Pair, spoken: str) -> int:
    """Return how many words the lexicon knows in two sentences that have nothing in common, 0 for any others."""
    covered = None if language_of(spoken).lexicon.thin else pair.coverage
    if covered is None or covered.known < _KNOWN or covered.share > _ANSWERED:
        return 0
    return 0 if _common(pair.ours.sketch, pair.theirs.sketch, 1) else covered.known


def _common(ours: Sketch, theirs: Sketch, least: int) -> bool:
    return any(len(key) >= least and key[0] not in _MARKS for key in ours.anchors.keys() & theirs.anchors.keys())
