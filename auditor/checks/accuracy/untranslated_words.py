"""``untranslated-words``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from auditor.alignment.lexicon import lexicon, senses
from auditor.analysis.loans import borrowed
from auditor.analysis.vocabulary import is_english
from auditor.bilingual.copied import copied
from auditor.bilingual.names import renderings
from auditor.bilingual.pairs import Pair
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.config import word_list
from auditor.languages import Capitals, language_name
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Category, Confidence, Evidence, Severity, Span, Term, TermKind
from auditor.text import WORD, fold, in_brackets, likeness

_LATIN = re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_ALPHABETS = "\u2e80"
"""Where alphabets and syllabaries end, and signs that are words begin (Unicode)."""

_SHORTEST = 4
"""Letters from which a word that both texts hold is no coincidence."""

_RELATED = 0.75
"""Likeness of a word that is not English to one of the source from which it is a form of it."""

_GLUED = re.compile(r"[*@#_]|\w[./]\w")
"""Marks inside addresses, hashtags and words written with stars."""

_ARTICLE = re.compile(r"\b(?:an?|the|this|that|these|those) (?:[a-z]+(?:ed|ing|al|ic|ous|ive) )?$")
_BARE = re.compile(r"\b(?:in|aus|nach|vor|auf|bei|von|bis|um|über) $", re.IGNORECASE)
"""Prepositions behind which a noun without an article is the name of a place."""

_APPOSED = re.compile(r"[a-zäöüß] [A-ZÄÖÜ][a-zäöüß]+ $")
"""A noun before another, which is a name then: „an den Flüssen Böhme und Soltau“."""

_COMMON = re.compile(
    r"\b(?:(?:[ks]?ein|ihr|unser|dies|jed)(?:e[nrms]?)?|zwei|drei|vier|fünf|mehrere|viele|\d+)"
    r" (?:[a-zäöüß]+e[nrms]? )?$",
    re.IGNORECASE,
)
"""What stands before a common noun of a language that gives these capitals: „mit einem gestohlenen Lieferwagen“."""

_GAP = re.compile(r"[\s,]{1,2}")
_WIDE_GAP = re.compile(r"[\W\d_]{1,16}")
"""What may part words in another script: what stands between them went with them."""


@code_check(
    "untranslated-words",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example("The mayor promised [[logements sociaux]] by June.", "Le maire a promis des logements sociaux.", "fr"),
        Example("The team [[победила]] on Sunday.", "Команда победила в воскресенье.", "ru"),
        Example("The [[huelga indefinida]] ended.", "La huelga indefinida terminó.", "es"),
        Example("It helps towns after the [[Hochwasser]].", "Es hilft Städten nach dem Hochwasser.", "de"),
        Example("He got away in a stolen [[Lieferwagen]].", "Er entkam mit einem gestohlenen Lieferwagen.", "de"),
        Example("He said: [[в 3 часа, не раньше]].", "Он сказал: в 3 часа, не раньше.", "ru"),
        Example("[[Pavodok]] washed the road away.", "Паводок размыл дорогу.", "ru"),
        Example("The [[nongmingong]] protested on Monday.", "农民工周一举行抗议。", "zh"),
        Example("[[Bomberos]] fought the blaze in the forest.", "Les pompiers luttaient contre l'incendie.", "fr"),
    ),
    passes=(
        Example("The mayor promised flats by June.", "Le maire a promis des logements sociaux.", "fr"),
        Example("The festival of Pont-en-Royans opened.", "Le festival de Pont-en-Royans s'est ouvert.", "fr"),
        Example("Only the crème de la crème sang.", "Seule la crème de la crème a chanté.", "fr"),
        Example("The total is final.", "Le total est final.", "fr"),
        Example("The village lies on the river Böhme.", "Das Dorf liegt am Fluss Böhme.", "de"),
        Example("The Bundestag passed the law.", "Der Bundestag hat das Gesetz verabschiedet.", "de"),
        Example("She read “Les logements perdus” aloud.", "Elle a lu « Les logements perdus ».", "fr"),
        Example("The son of Arisuke (有佐) died.", "Le fils d'Arisuke (有佐) est mort.", "fr"),
        Example("The son of Arisuke (有佐) died.", "आरिसुके (有佐) के बेटे की मृत्यु हो गई।", "hi"),
        Example("She named it phiale.", "Она назвала это phiale.", "ru"),
        Example(
            "The mayor promised logements sociaux by June.",
            "Le maire a promis des logements sociaux.",
            "fr",
            glossary=(Term(TermKind.KEEP, "logements sociaux", ("logements sociaux",)),),
        ),
    ),
)
def untranslated_words(story: Story) -> Iterator[Hit]:
    """Words of the source stand untranslated in the English.

    The engine gave up on a word, copied it, spelled it in Latin letters or took it for one of a language like it.
    Readers stumble; the desk has to go back to the source.

    Names, words that English has as well, what the glossary accepts, and what stands in quotation marks, as titles do,
    pass, and so do words that the source has in another script than its own: they are foreign there too. A single word
    is minor without accents, for it may be English that is rarely met, and behind the capitalised word that it follows
    in the source, for it may be a part of a name.
    """
    spoken = story.spoken
    accepted = _accepted(story)
    for pair in story.source_pairs:
        source = {word.group().lower() for word in WORD.finditer(pair.theirs.text)}
        capitals = {word.group() for word in WORD.finditer(pair.theirs.text) if word.group()[0].isupper()}
        found = [word for word in WORD.finditer(pair.ours.text) if _untranslated(word, pair, source, capitals, spoken)]
        told = {Span(*word.span()) for word in found}
        for other in copied(pair):
            span, word = pair.place(other.span), other.source.of(pair.theirs.text)
            text = span.of(story.target.text)
            if text in accepted or story.analysis.in_quotation(span) or other.span in told:
                continue
            name = language_name(other.language)
            yield Hit(
                spans=(span,),
                message=f"“{text}” is no English ({name}); the source has “{word}”.",
                evidence=(Evidence("source", word),),
                severity=Severity.MINOR if other.language != spoken and text.isascii() and text.islower() else None,
            )
        for first, last in _runs(found, pair):
            span = pair.place(Span(first.start(), last.end()))
            words = span.of(story.target.text)
            if words in accepted or (_LATIN.search(words) and story.analysis.in_quotation(span)):
                continue
            if not _LATIN.search(words) and in_brackets(pair.ours.text, first.start()):
                continue  # behind a name, as it writes itself
            if len(words) == 1 and words < _ALPHABETS:
                continue  # “λ” stands for itself
            if first is last and _may_be_name(first, pair) and not _are_known([first.group()], spoken):
                continue  # foreign in the source as well, in a name
            name = language_name(spoken) if spoken else "source"
            coined = first is last and words.isascii() and not _are_known([words], spoken)
            yield Hit(
                spans=(span,),
                message=f"“{words}” is still in the language of the source ({name}).",
                evidence=(Evidence("source", words),),
                severity=_severity(words, spoken, coined=coined, named=_may_be_name(first, pair)),
            )


def _severity(words: str, spoken: str, *, coined: bool, named: bool) -> Severity | None:
    """Return how grave ``words`` are: what neither language has was coined, most likely, and is only noted (“mpox”)."""
    if coined:
        return Severity.NEUTRAL
    return None if _certain(words, spoken) and not named else Severity.MINOR


def _accepted(story: Story) -> str:
    """Return the glossary's English that the story has, one on a line: a part of it is no copied word."""
    return "\n".join(target for term in story.glossary for target in term.accepted if target in story.target.text)


def _untranslated(word: re.Match[str], pair: Pair, source: set[str], capitals: set[str], spoken: str) -> bool:
    text = word.group()
    if bool(_LATIN.search(text)) is not _is_latin(spoken) and text in pair.theirs.text:
        return False
    if not _LATIN.search(text):
        return True
    if _is_foreign_noun(word, pair, capitals, spoken):
        return True
    if not text[0].islower() or not text.rsplit("'", 1)[-1].islower():
        return False
    lower = text.lower()
    if lower in _function_words(spoken):
        return lower in source and not _in_name(word, pair)
    if len(lower) < _SHORTEST or is_english(lower) or all(is_english(part) for part in re.split("['-]", lower)):
        return False
    if borrowed(lower) or _GLUED.search(pair.ours.text, max(word.start() - 2, 0), word.end() + 2):
        return False
    if text in capitals or text.capitalize() in capitals:
        return False
    return lower in source or (not text.isascii() and _related(lower, source))


def _is_foreign_noun(word: re.Match[str], pair: Pair, capitals: set[str], spoken: str) -> bool:
    """Tell whether a word is a common noun of a language that gives these capitals: the article or an umlaut shows it.

    Only one that the lexicon renders by other words and English does not have, and that is no part of a name.
    """
    text = word.group()
    if language_of(spoken).writing.capitals is not Capitals.NOUNS or text not in capitals or not text.istitle():
        return False
    lower = text.lower()
    ways = language_of(spoken).names.ways
    if is_english(lower) or borrowed(lower) or (ways and re.search(f"(?:{ways})$", lower)):
        return False  # “on Lindenstraße”
    theirs = re.search(rf"\b{re.escape(text)}\b", pair.theirs.text)
    before = pair.theirs.text[: theirs.start()] if theirs else ""
    if _APPOSED.search(before):
        return False
    if not (_COMMON.search(before) or _ARTICLE.search(pair.ours.text, 0, word.start())) and (
        _BARE.search(before) or lower.isascii() or not senses(text, spoken, "n")
    ):
        return False
    known = renderings(text, spoken)
    return bool(known) and not any(likeness(lower, each) >= _RELATED for each in known) and not _in_name(word, pair)


def _certain(words: str, spoken: str) -> bool:
    """Tell whether ``words`` cannot be English that the vocabulary lacks: a single plain word could."""
    if not _LATIN.search(words):
        return True
    if len(several := [word for word in WORD.findall(words) if len(word) > 1]) > 1:
        return _are_known(several, spoken)
    return not words.isascii() and not is_english(fold(words)) and words.lower() not in _function_words(spoken)


def _are_known(words: list[str], spoken: str) -> bool:
    """Tell whether the source's language has any of ``words``, as far as is known: else they are foreign there too."""
    entries, own = lexicon(spoken), language_of(spoken).function_words
    if entries is None:
        return True
    parts = (part for word in words for part in (word, *re.split("['’-]", word)))
    return any(
        len(part) > 1 and (part.lower() in own or part.lower() in entries.lines or renderings(part, spoken))
        for part in parts
    )


def _is_latin(spoken: str) -> bool:
    """Tell whether the language ``spoken`` is written with Latin letters, or not known."""
    return not spoken or language_of(spoken).writing.script == "Latn"


def _may_be_name(word: re.Match[str], pair: Pair) -> bool:
    """Tell whether ``word`` follows the same capitalised word, or one much like it, in both texts."""
    before = pair.ours.text[: word.start()].split(" ")[-2:-1]
    theirs = pairwise(re.split("[ '’]", pair.theirs.text))
    return (
        bool(before)
        and before[0][:1].isupper()
        and any(
            other[:1].isupper()
            and likeness(fold(other), fold(before[0])) >= _RELATED
            and after.strip(".,;:)") == word.group()
            for other, after in theirs
        )
    )


def _related(word: str, source: set[str]) -> bool:
    return any(other[:2] == word[:2] and likeness(word, other) >= _RELATED for other in source)


@cache
def _function_words(spoken: str) -> frozenset[str]:
    """Return the function words of the source's language that are no English word at all."""
    words, english = (language_of(each).function_words for each in (spoken, ENGLISH))
    return frozenset(words) - frozenset(english) - _ALSO_ENGLISH


_ALSO_ENGLISH = frozenset(word_list("foreign.also_english"))
"""Words of other languages that are English words too, or that stand inside names in English copy."""


def _in_name(word: re.Match[str], pair: Pair) -> bool:
    """Tell whether a capitalised word stands next to ``word``, which is then a part of a name."""
    before = pair.ours.text[: word.start()].split()
    after = pair.ours.text[word.end() :].split()
    return bool((before and before[-1][:1].isupper()) or (after and after[0][:1].isupper()))


def _runs(found: list[re.Match[str]], pair: Pair) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the first and the last word of each stretch of neighbouring words."""
    start = 0
    for index, word in enumerate(found):
        last = index + 1 == len(found)
        gap = _GAP if _LATIN.search(word.group()) else _WIDE_GAP
        if last or not gap.fullmatch(pair.ours.text, word.end(), found[index + 1].start()):
            yield found[start], word
            start = index + 1
