"""``wrong-pronoun``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis import Gender
from auditor.bilingual.persons import is_known
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.reader.deciding import decided
from auditor.checks.reader.persons import Change, gender_shown, persons, pronouns
from auditor.checks.reader.weighing import Version, Weighed, best_by_place, said
from auditor.model import Category, Confidence, Severity

_ALONE = {Change.GENDER: 0.25, Change.KIND: 1.0, Change.RELATIVE: 1.0}
"""What a nat in English alone counts beside one beside the source: of a gender English guesses “he” without it."""

_PROVED = 0.5
_LEAST = {Change.GENDER: 5.0, Change.KIND: 6.0, Change.RELATIVE: 9.0}
_SURE = {Change.GENDER: 7.0, Change.KIND: 9.0, Change.RELATIVE: 12.0}
"""Nats from which a version is told (``_PROVED`` where words of the source show its gender alone), and is told with
high confidence: chosen on the learned documents of human translations from fr, de, ru and zh and of our planted
stories, where no right pronoun reaches them, and of MT-GenEval, where a word in one of 70 right sentences does
(``python -m benchmarks.deciding DATA_DIR --part learn``)."""

_BESIDE = 1.2
"""Nats that “it” for a person, or the other way round, gains at least beside the source: English alone knows none."""

_HOPELESS = -5.0
"""Nats in English alone below which no version of the learned half of MT-GenEval was worth telling."""


@code_check(
    "wrong-pronoun",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("Mrs Ferrand sold [[his]] house.", "Mme Ferrand a vendu sa maison.", "fr"),
        Example("The nurse said [[he]] had finished.", "L'infirmière a dit qu'elle avait terminé.", "fr"),
        Example(
            "The road is closed. [[She]] will open again in May.", "La route est fermée. Elle rouvrira en mai.", "fr"
        ),
        Example("The bridge was closed after [[he]] fell down.", "Le pont a été fermé après s'être effondré.", "fr"),
    ),
    passes=(
        Example("Mrs Ferrand sold her house.", "Mme Ferrand a vendu sa maison.", "fr"),
        Example("Mr Ferrand sold his house.", "M. Ferrand a vendu sa maison.", "fr"),
        Example("The nurse said she had finished.", "L'infirmière a dit qu'elle avait terminé.", "fr"),
        Example("The company said it would close the plant.", "La société a dit qu'elle fermerait l'usine.", "fr"),
        Example("The queen thanked the king, and he smiled.", "La reine a remercié le roi, et il a souri.", "fr"),
        Example("The nurse said he had finished."),
    ),
    background=True,
)
def wrong_pronoun(story: Story) -> Iterator[Hit]:
    """A pronoun stands for somebody else: he for a woman, she for a road, it for a man.

    Many languages leave open whether “his” or “her” is meant, or call a road “she”; an engine guesses, and the guess
    changes who did it.

    Speaks only beside a source, where a reader takes part that reads its language. Each pronoun is replaced by its
    rivals, and all words for men in a paragraph by those for women, or the other way round. Told where the reader
    finds that by far the likelier, above all beside the source; the end of the paragraph before is read with it. A
    gender is told only where it is known how the source's language shows one, and never against what it shows.
    """
    told = [each for each in decided(story, pronouns, persons) if _is_told(story, each)]
    for each in best_by_place(told, _worth):
        span, other = each.version.edits[0]
        kind = Change(each.version.kind)
        yield Hit(
            spans=(span,),
            message=f"“{span.of(story.target.text)}” hardly fits what the source says here; “{other}” does.",
            suggestions=(other,) if len(each.version.edits) == 1 else (),
            evidence=(said(story, each),),
            severity=Severity.MINOR if kind is Change.RELATIVE else None,
            confidence=Confidence.HIGH if _worth(each) >= _SURE[kind] else None,
        )


def _is_told(story: Story, each: Weighed) -> bool:
    if each.beside is None or each.alone < _HOPELESS:
        return False
    least = _LEAST[Change(each.version.kind)]
    if each.version.kind == Change.GENDER:
        shown = _shown(story, each.version)
        written = _written(story, each.version)
        if shown == {written} or not is_known(story.spoken):
            return False
        least = _PROVED if shown and written not in shown else least
    elif each.beside < _BESIDE:
        return False
    return _worth(each) >= least


def _written(story: Story, version: Version) -> Gender:
    """Return the gender that the words which ``version`` replaces show."""
    return gender_shown(version.edits[0][0].of(story.target.text))


def _shown(story: Story, version: Version) -> frozenset[Gender]:
    """Return the genders that the source shows by the forms of its words in the sentence of ``version``."""
    span = version.edits[0][0]
    pair = next((pair for pair in story.source_pairs if pair.span.covers(span)), None)
    return frozenset(mark.gender for mark in pair.theirs.persons) if pair else frozenset()


def _worth(each: Weighed) -> float:
    return (each.beside or 0.0) + _ALONE[Change(each.version.kind)] * each.alone
