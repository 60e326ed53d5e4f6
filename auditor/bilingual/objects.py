"""Pronouns that are objects, where the source's stands for others: “him” for « leur », “her” for «nos»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.bilingual.pairs import Pair
from auditor.bilingual.parties import FIRST, OBJECTS, TURNING, is_quoted, objects_of, renders, the_one
from auditor.bilingual.side import clause_around
from auditor.languages import language as language_of
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_WHO = {word: who for word, who in OBJECTS.items() if who != "nobody"}
_OF_SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves", "both", "each", "all"})

_OTHER_CLITIC = r"(?:l[aeo]s?|en)\s"
"""What stands behind a pronoun for a person in the same languages: «nos la quitaron»."""

_HAVE = r"(?:a|ont|av[aie]\w+|aur\w+|eu\w*|ha|han|hab\w+|hanno|t[eê]m|tinham?)\s"
"""What stands between a pronoun and the participle of its verb, in the languages whose pronouns look like articles."""


@dataclass(frozen=True, slots=True)
class Other:
    """An English pronoun, and the one of the source that stands for others."""

    pronoun: Token
    source: Span


def others_meant(pair: Pair) -> Iterator[Other]:
    """Yield the only pronoun that is the object of a verb, where the source's verb has one that cannot be it.

    One person for several, or somebody else for who speaks, within a quotation: outside of one, what was said is told
    in the third person.
    """
    if len(pair.sentences) != 1 or pair.coverage is None or not pair.coverage.is_translation:
        return
    [sentence] = pair.sentences
    several = any(token.lower_ in _OF_SEVERAL for token in sentence.tokens)
    for verb in sentence.tokens:
        pronouns = [token for token in objects_of(verb) if token.lower_ in _WHO and token.tag_ == "PRP"]
        if verb.pos_ != "VERB" or verb.lemma_ in TURNING or len(pronouns) != 1:
            continue
        action = the_one({place for place in renders(verb, pair) if not _is_pronoun(place, pair)})
        found = _pronouns_at(action, pair) if action else {}
        if len(found) != 1:
            continue
        [(who, place)] = found.items()
        ours = _WHO[pronouns[0].lower_]
        one_for_several = who == "they" and not several and ours not in FIRST
        speaker = (who in FIRST) is not (ours in FIRST) and is_quoted(pronouns[0])
        if ours != who and (one_for_several or speaker):
            yield Other(pronouns[0], place)


def _pronouns_at(action: Span, pair: Pair) -> dict[str, Span]:
    """Return the pronouns that are objects of the verb at ``action``, by the English subject.

    Those that look like articles are known by standing right before the verb; others anywhere in its clause.
    """
    like_articles = bool(language_of(pair.theirs.language).roles.clitic)
    clause = clause_around(pair.theirs.text, action)
    end = action.start if like_articles else clause.end
    found = {
        who: form.search(pair.theirs.text, clause.start, end)
        for who, form in _forms(pair.theirs.language, right_before=like_articles).items()
    }
    return {who: Span(*match.span()) for who, match in found.items() if match}


def _is_pronoun(place: Span, pair: Pair) -> bool:
    forms = _forms(pair.theirs.language, right_before=False).values()
    return any(form.fullmatch(pair.theirs.text, place.start, place.end) for form in forms)


@cache
def _forms(language: str, *, right_before: bool) -> dict[str, re.Pattern[str]]:
    """Return the pronouns that are objects, perhaps ``right_before`` a verb or its auxiliary: « leur a promis »."""
    behind = rf"(?=\s?(?:{_OTHER_CLITIC})?(?:{_HAVE})?$)" if right_before else ""
    objects = language_of(language).roles.objects
    return {who: re.compile(f"(?:{objects[who]}){behind}", re.IGNORECASE) for who in _WHO.values() if who in objects}
