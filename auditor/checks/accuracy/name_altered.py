"""``name-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.linked import Pair, language, source_pairs
from auditor.checks.accuracy.name_words import (
    CASED,
    Name,
    english_forms,
    held,
    is_place,
    is_telling,
    names,
    rendered,
    words,
)
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity

_ALPHABETIC = CASED | {"de"}


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
    spoken = language(story)
    if spoken not in _ALPHABETIC:
        return
    for pair in source_pairs(story):
        source = words(pair.other_around)
        gone = lost_names(pair, spoken)
        lost = [name for name in gone if any(map(is_place, name.words)) or len(name.words) > 1]
        for name in new_names(pair, source):
            here = " ".join(lost[0].words) if lost else ""
            instead = f"; it has “{here}”" if here else ""
            yield Hit(
                spans=(pair.place(name.span),),
                message=f"The source does not have “{' '.join(name.words)}” here{instead}.",
                evidence=(Evidence("source", here),) if here else (),
                severity=None if (gone and not _is_acronym(name)) or _is_certain(name) else Severity.NEUTRAL,
            )


def new_names(pair: Pair, source: tuple[str, ...]) -> Iterator[Name]:
    """Yield the names of the translation of which no word is among those of the source."""
    for name in names(pair.text):
        telling = any(map(is_telling, name.words))
        if telling and not any(held(word, source) or _from(word, source) for word in name.words):
            yield name


def _is_acronym(name: Name) -> bool:
    """Tell whether ``name`` is made of initials, which each language forms from its own words."""
    return all(sum(map(str.isupper, word)) > 1 for word in name.words)


def _is_certain(name: Name) -> bool:
    """Tell whether a name is a place, or of several words, none of them an English one."""
    full = len(name.words) > 1 and all(is_telling(word) and not word.isupper() for word in name.words)
    return full or any(map(is_place, name.words))


def _from(english: str, source: tuple[str, ...]) -> bool:
    """Tell whether a word of the source has ``english`` as its English name."""
    return any(held(word, (english,)) if word[0].isupper() else english in english_forms(word) for word in source)


def lost_names(pair: Pair, spoken: str) -> list[Name]:
    """Return the names of the source of which no word is in the translation, in whatever form or rendering."""
    ours = words(pair.around)
    if spoken not in CASED:
        found = [name for name in names(pair.other) if any(map(is_place, name.words))]
    else:
        found = list(names(pair.other))
    lost = [name for name in found if not any(held(word, ours) for word in name.words)]
    return [name for name in lost if not rendered(name, ours, spoken)]
