"""``name-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.linked import Pair, language, source_pairs
from auditor.checks.accuracy.name_words import CASED, Name, held, is_place, is_telling, names, words
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
    words pass, as do languages without letters for sounds. Where the source has a name there that is lost, and both
    are surely names, the finding is major.
    """
    spoken = language(story)
    if spoken not in _ALPHABETIC:
        return
    for pair in source_pairs(story):
        source = words(pair.other_around)
        lost = [name for name in lost_names(pair, spoken) if any(map(is_place, name.words)) or len(name.words) > 1]
        for name in names(pair.text):
            telling = [word for word in name.words if is_telling(word)]
            if not telling or any(held(word, source) or _from(word, source) for word in name.words):
                continue
            here = " ".join(lost[0].words) if lost else ""
            instead = f"; it has “{here}”" if here else ""
            yield Hit(
                spans=(pair.place(name.span),),
                message=f"The source does not have “{' '.join(name.words)}” here{instead}.",
                evidence=(Evidence("source", here),) if here else (),
            )


def _from(english: str, source: tuple[str, ...]) -> bool:
    """Tell whether a word of the source has ``english`` as its English name."""
    return any(held(word, (english,)) for word in source if word[0].isupper())


def lost_names(pair: Pair, spoken: str) -> list[Name]:
    """Return the names of the source of which no word is in the translation."""
    ours = words(pair.around)
    if spoken not in CASED:
        found = [name for name in names(pair.other) if any(map(is_place, name.words))]
    else:
        found = list(names(pair.other))
    return [name for name in found if not any(held(word, ours) for word in name.words)]
