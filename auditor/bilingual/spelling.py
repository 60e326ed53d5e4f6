"""Whether a surname is that of the source but for letters that nothing explains."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from auditor.bilingual.names import DIFFERENT, sounds
from auditor.languages import language as language_of
from auditor.text import fold, likeness

_SHORTEST = 4
"""Letters of the shortest surname that is compared letter by letter."""

_LATIN = "\u0250"
"""Where the Latin alphabet and its letters with accents end (Unicode)."""

_TRANSCRIBED = (
    (r"tsch|tch|tsj", "ch"),
    (r"sch|[czs]h|sj|ts|[zs]+", "s"),
    (r"dzh|dj|ds(?=[aeiou])", "j"),
    (r"kh|q", "k"),
    (r"gu?h?(?=[ei])", "g"),
    (r"o[ue]|[uo]", "o"),
    (r"[wv]", "v"),
    (r"[yije]+", "i"),
    (r"i$", ""),
)
"""How the languages of Europe transcribe names from other alphabets, to one writing of all."""

_SPELLED_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"}
"""Letters that copy without them writes as two."""

_UMLAUTS = frozenset("äöüß")
"""Letters of names that no language transcribes from another alphabet."""

_ADDED = 3
"""Letters more than the source has from which an English surname is another one."""

_MUTE = re.compile(r"^j|g(?!h)|h")
"""Letters that transcriptions from Cyrillic take for one another, or leave out."""


def misspelled(ours: str, theirs: str, spoken: str, *, beside_kept: bool) -> bool:
    """Tell whether the English surname ``ours`` is like ``theirs``, of the language ``spoken``, and another name.

    Between two Latin alphabets names keep their letters. What sounds the same may be a transcription; where it is none
    of those in use, and a name beside it keeps all its letters (``beside_kept``), it is a slip. Of declined names the
    consonants stay, but for those of the ending; so much is asked of surnames that end as English copy has them from
    that language.
    """
    one, other = fold(ours), fold(theirs)
    if min(len(one), len(other)) < _SHORTEST or not (one[0] == other[0] or {one[0], other[0]} == {"g", "h"}):
        return False
    if language_of(spoken).names.declined:
        endings = _endings(spoken)
        if one.startswith(other) and len(one) >= len(other) + _ADDED and sounds(one) != sounds(other):
            return True  # a case form is longer than the name, not shorter
        return bool(endings.search(one)) and not _stem_sounds(other).startswith(_stem_sounds(one))
    short, long = sorted((one, other), key=len)
    if theirs[0] > _LATIN or one == spelled_out(theirs):
        return False
    if beside_kept and one != other and likeness(short, long) >= DIFFERENT and _UMLAUTS & set(theirs.lower()):
        return True
    if long == f"{short}s" or likeness(short, long) < DIFFERENT:
        return False
    return not _sound_alike(ours, theirs) or (beside_kept and _transcribed(one) != _transcribed(other))


def ends_as_surname(name: str, spoken: str) -> bool:
    """Tell whether ``name`` ends as English copy has surnames of the language ``spoken``."""
    return _endings(spoken).search(fold(name)) is not None


def spelled_out(name: str) -> str:
    """Return ``name`` folded, with umlauts and the like as two letters: “kuehnel” for Kühnel."""
    return fold("".join(_SPELLED_OUT.get(letter, letter) for letter in name.lower()))


def same_in_writing(one: str, other: str) -> bool:
    """Tell whether two folded names sound the same, or differ as transcriptions of one do."""
    return (
        sounds(one) == sounds(other) or _transcribed(one) == _transcribed(other) or one in {f"{other}s", f"{other}'s"}
    )


def _sound_alike(one: str, other: str) -> bool:
    """Tell whether two names sound the same; “j” may be what others write “zh”: Loujkov and Luzhkov."""
    return not {sounds(one), sounds(fold(one).replace("j", "zh"))}.isdisjoint(
        {sounds(other), sounds(fold(other).replace("j", "zh"))}
    )


def _stem_sounds(plain: str) -> str:
    return sounds(_MUTE.sub("", plain.replace("c", "k") if "ch" not in plain else plain))


@cache
def _endings(spoken: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{language_of(spoken).names.surnames})$" if language_of(spoken).names.surnames else r"(?!)")


@lru_cache(maxsize=10_000)
def _transcribed(word: str) -> str:
    plain = fold(word)
    for pattern, form in _TRANSCRIBED:
        plain = re.sub(pattern, form, plain)
    return plain
