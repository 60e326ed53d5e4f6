"""``name-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.names import Name, is_place, is_telling
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import Capitals
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "name-altered",
    category=Category.ENTITY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("The ferry left for [[Gdynia]] at noon.", "Le ferry est parti pour Bari à midi.", "fr"),
        Example("Talks began in [[Venezuela]] on Monday.", "Las conversaciones en Colombia empezaron el lunes.", "es"),
    ),
    passes=(
        Example("The ferry left for Munich at noon.", "Le ferry est parti pour Munich à midi.", "fr"),
        Example("Talks began in Germany on Monday.", "Les négociations en Allemagne ont débuté lundi.", "fr"),
        Example("The lawyer, Sergei Ivanov, left.", "Адвокат Сергей Иванов ушел.", "ru"),
        Example("Talks began at the White House.", "Les négociations à la Maison Blanche ont débuté.", "fr"),
    ),
)
def name_altered(story: Story) -> Iterator[Hit]:
    """A name of the translation is not in the source.

    A wrong name is a wrong story, and often a legal matter.

    Names are compared without accents, across alphabets and with the English names of places; names made of English
    words pass, as do languages without letters for sounds. Where no name of the source is gone, a single word
    that is no place is neutral: it may be an English short form. So are acronyms.
    """
    if language_of(story.spoken).writing.capitals is Capitals.UNKNOWN:
        return
    for pair in story.source_pairs:
        lost = [name for name in pair.lost_names if any(map(is_place, name.words)) or len(name.words) > 1]
        for name in pair.new_names:
            here = " ".join(lost[0].words) if lost else ""
            instead = f"; it has “{here}”" if here else ""
            yield Hit(
                spans=(pair.place(name.span),),
                message=f"The source does not have “{' '.join(name.words)}” here{instead}.",
                evidence=(Evidence("source", here),) if here else (),
                severity=None if (pair.lost_names and not _is_acronym(name)) or _is_certain(name) else Severity.NEUTRAL,
            )


def _is_acronym(name: Name) -> bool:
    """Tell whether ``name`` is made of initials, which each language forms from its own words."""
    return all(sum(map(str.isupper, word)) > 1 for word in name.words)


def _is_certain(name: Name) -> bool:
    """Tell whether a name is a place, or of several words, none of them an English one."""
    full = len(name.words) > 1 and all(is_telling(word) and not word.isupper() for word in name.words)
    return full or any(map(is_place, name.words))
