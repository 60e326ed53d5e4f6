"""``direction-reversed``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.lengths import is_close
from auditor.bilingual.opposites import reversals
from auditor.bilingual.pairs import Pair
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity

_SHORT = 60
"""Code points of a sentence of a single clause."""


@code_check(
    "direction-reversed",
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    flags=(
        Example(
            "The train [[from]] Toulouse to Bordeaux was late.",
            "Le train de Bordeaux pour Toulouse avait du retard.",
            "fr",
        ),
        Example("He flew [[from]] Shanghai to Beijing.", "他从北京飞往上海。", "zh"),
        Example(
            "The mayor was re-elected [[because]] he is under investigation.",
            "Le maire a été réélu bien qu'il soit visé par une enquête.",
            "fr",
        ),
        Example("Women are promoted [[more often than]] men.", "Frauen werden weniger oft befördert als Männer.", "de"),
        Example(
            "Asked by the press, the coach [[confirmed]] that he was leaving the bench.",
            "Preguntado por la prensa, el técnico negó que vaya a dejar el banquillo.",
            "es",
        ),
        Example("Prices [[fell]] by 3 percent in May.", "Die Preise stiegen im Mai um 3 Prozent.", "de"),
        Example("The group [[bought]] its factory in Lyon.", "Le groupe a vendu son usine de Lyon.", "fr"),
        Example("Exports [[fell]] by 8 percent this year.", "今年出口增长了8%。", "zh"),
        Example("The law was signed [[before]] the summit.", "La ley se firmó después de la cumbre.", "es"),
    ),
    passes=(
        Example(
            "The train to Toulouse from Bordeaux was late.", "Le train de Bordeaux pour Toulouse avait du retard.", "fr"
        ),
        Example(
            "The mayor was re-elected even though he is under investigation because of a tender.",
            "Le maire a été réélu bien qu'il soit visé par une enquête.",
            "fr",
        ),
        Example(
            "The coach declined to confirm that he was leaving.", "El técnico se negó a confirmar que se iba.", "es"
        ),
        Example(
            "Annual inflation quickened from 11.3% in May to 11.8% in June.",
            "Годовая инфляция ускорилась с 11,3% в мае до 11,8% в июне.",
            "ru",
        ),
        Example("Prices rose by 3 percent in May.", "Die Preise stiegen im Mai um 3 Prozent.", "de"),
        Example("Prices were up 3 percent in May.", "Die Preise stiegen im Mai um 3 Prozent.", "de"),
        Example("The group sold its factory in Lyon.", "Le groupe a vendu son usine de Lyon.", "fr"),
        Example("The group did not keep its factory in Lyon.", "Le groupe a vendu son usine de Lyon.", "fr"),
        Example("Exports grew by 8 percent this year.", "今年出口增长了8%。", "zh"),
        Example("The law was signed after the summit.", "La ley se firmó después de la cumbre.", "es"),
    ),
)
def direction_reversed(story: Story) -> Iterator[Hit]:
    """A word says the opposite of the source's: fell for rose, sold for bought, before for after, south for north.

    The figures are right and the news is the other way round; no reader can see it.

    Speaks only where the source has one of two opposites and the translation the other alone, as much is denied in
    the clause of either, no other word of the source answers the translation's, and the sentences are about as long.
    What governs other words (before, with, two days later) must govern the same ones, and where a sentence has both
    opposites, the number in the clause must be the same. A deal or a match may be told from either side: of two such
    verbs the subject must be the same party. The words are in ``auditor/languages``, and further ones are
    those that WordNet names the opposite of what the lexicon gives for a word of the source that has no other answer.
    """
    for pair in story.source_pairs:
        if not is_close(pair) and not _is_short(pair):
            continue
        for found in reversals(pair):
            said = found.theirs.of(pair.theirs.text)
            yield Hit(
                spans=(pair.place(found.ours),),
                message=f"The source says “{said}” here; “{found.ours.of(pair.ours.text)}” is the opposite.",
                evidence=(Evidence("source", said),),
            )


def _is_short(pair: Pair) -> bool:
    """Tell whether one short sentence answers one: their lengths say little, and there is no other clause to mean."""
    one = len(pair.sentences) == len(pair.link.other) == 1
    return one and max(len(pair.ours.text), len(pair.theirs.text)) <= _SHORT
