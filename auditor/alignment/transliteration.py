"""Cyrillic and Greek letters in Latin ones, so that names are recognised across alphabets.

Source: the common core of the BGN/PCGN and ISO 843 romanisations; for matching, not for print.
"""

from __future__ import annotations

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


def latin(word: str) -> str:
    """Return ``word``, given in lower case without accents, in Latin letters; others are left alone."""
    return word.translate(_LATIN)
