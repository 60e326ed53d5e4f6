"""``content-unrelated``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.alignment.sketch import Sketch, sketch
from auditor.checks.accuracy.figures import differences
from auditor.checks.accuracy.linked import language, source_pairs
from auditor.checks.accuracy.name_altered import lost_names
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity

_COGNATE = frozenset({"fr", "es", "it", "pt", "de", "nl", "ro", "ca"})
"""Languages of which hardly a long sentence shares no stretch of letters with its English translation."""

_LETTERS = 80
"""Letters of a sentence that is long enough to share some."""

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

    Told where a long sentence shares neither number, name nor a stretch of letters with its source, in languages that
    share much of their vocabulary with English; neutral unless a name or a number of the source is missing too.
    """
    spoken = language(story)
    if spoken not in _COGNATE:
        return
    for pair in source_pairs(story):
        ours, theirs = sketch(pair.text), sketch(pair.other)
        if min(ours.length, theirs.length) < _LETTERS or _common(ours, theirs):
            continue
        found = differences(pair, spoken)
        proven = bool(found.altered or found.missing or lost_names(pair, spoken))
        yield Hit(
            spans=(pair.span,),
            message="This has nothing in common with the source sentence in its place.",
            evidence=(Evidence("source", pair.other),),
            confidence=Confidence.MEDIUM if proven else None,
            severity=None if proven else Severity.NEUTRAL,
        )


def _common(ours: Sketch, theirs: Sketch) -> bool:
    return any(len(key) >= _STRETCH and key[0] not in _MARKS for key in ours.anchors.keys() & theirs.anchors.keys())
