"""``name-missing``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis.vocabulary import is_english
from auditor.checks.accuracy.linked import language, source_pairs
from auditor.checks.accuracy.name_altered import lost_names
from auditor.checks.accuracy.name_words import CASED, Name, is_place
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "name-missing",
    category=Category.ENTITY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("[[The ferry left at noon.]]", "Le ferry est parti de Gdynia à midi.", "fr"),
        Example("[[Talks began on Monday.]]", "Las conversaciones en Colombia empezaron el lunes.", "es"),
    ),
    passes=(
        Example("The ferry left for Munich at noon.", "Le ferry est parti pour Munich à midi.", "fr"),
        Example("The German talks began on Monday.", "Les négociations en Allemagne ont débuté lundi.", "fr"),
        Example("The state will pay.", "Selon le ministre, l'État paiera.", "fr"),
        Example("The UN will meet.", "Selon lui, l'ONU se réunira.", "fr"),
    ),
)
def name_missing(story: Story) -> Iterator[Hit]:
    """A name of the source is not in the translation.

    Who, or where, is gone from the sentence.

    Names are compared without accents, across alphabets and with the English names of places. A capitalised word of
    the source that its own text also writes small is no name, and neither is the first word of a sentence. In German,
    where every noun has a capital, places alone are looked for.
    """
    spoken = language(story)
    small = {word for word in (story.source.text.split() if story.source else ()) if word.islower()}
    for pair in source_pairs(story):
        missing = [name for name in lost_names(pair, spoken) if _is_name(name, small, spoken)]
        if missing:
            told = ", ".join(f"“{' '.join(name.words)}”" for name in missing)
            yield Hit(
                spans=(pair.span,),
                message=f"The source has {told} here; the translation does not.",
                evidence=tuple(Evidence("source", " ".join(name.words)) for name in missing),
            )


def _is_name(name: Name, small: set[str], spoken: str) -> bool:
    if any(map(is_place, name.words)):
        return True
    if spoken not in CASED or any(word.isupper() for word in name.words):
        return False
    return not any(word.lower() in small or is_common(word, spoken) for word in name.words)


def is_common(word: str, spoken: str) -> bool:
    """Tell whether a capitalised word is a common noun that official style or piety capitalises."""
    from auditor.config import gazetteer

    return word.rsplit("'", 1)[-1].lower() in gazetteer("foreign")["capitalised"].get(spoken, ()) or is_english(word)
