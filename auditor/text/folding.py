"""Letters made even, so that words are recognised across spellings and alphabets; for matching, not for print."""

from __future__ import annotations

import re
import unicodedata

_SINGLE = (
    ("абвгдезийклмнопрстуфыэіґўј", "abvgdeziiklmnoprstufyeiguj"),
    ("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo"),
    ("øłđ", "old"),
)
_LATIN = str.maketrans(
    {plain: latin for plains, latins in _SINGLE for plain, latin in zip(plains, latins, strict=True)}
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": ""}
    | {"ю": "yu", "я": "ya", "є": "ye", "љ": "lj", "њ": "nj", "ђ": "dj"}
    | {"θ": "th", "χ": "ch", "ψ": "ps", "ß": "ss", "æ": "ae", "œ": "oe"}
)

"""Cyrillic and Greek letters in Latin ones: the common core of the BGN/PCGN and ISO 843 romanisations."""

# Letters and groups that transcriptions of one foreign name render in several ways, to one form each.
# Sources: the romanisation tables of the BGN/PCGN and ISO 9 for Cyrillic, and everyday French and German use.
_SAME_SOUND = (
    (r"^[yj]e", "e"),
    (r"tsch|tch|cz", "ch"),
    (r"sch", "sh"),
    (r"kh", "h"),
    (r"ou|oo", "u"),
    (r"ph|ff", "f"),
    (r"w", "v"),
    (r"ks", "x"),
    (r"(?:iy|yi|ii|ij|yj|yy|j|y)", "i"),
    (r"ck|k|q", "c"),
    (r"(.)\1+", r"\1"),
)
_VOICED = re.compile("[\u3040-\u30ff][\u3099\u309a]")
"""Kana with the mark that makes another sound of it, apart."""


def fold(word: str) -> str:
    """Return ``word`` in lower case, in Latin letters, without accents; the marks of kana are none: バ is not パ."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.lower())
    decomposed = _VOICED.sub(lambda kana: unicodedata.normalize("NFC", kana.group()), decomposed)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_LATIN)


def skeleton(word: str) -> str:
    """Return the form that all transcriptions of one name share: folded, no hyphens or doubled letters."""
    plain = "".join(filter(str.isalnum, fold(word)))
    for pattern, form in _SAME_SOUND:
        plain = re.sub(pattern, form, plain)
    return plain
