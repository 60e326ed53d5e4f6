"""The dateline: place, date and agency before a story's first words, in the forms that agencies use.

Forms in which a known agency signs hold anywhere; those without one (``LONDON —``, ``Paris, March 3 -``)
only where a story begins, since a sentence may begin so too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from auditor.config import word_list

_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽА-ЯЁІЇЄҐ]"
_NOT_LOWER = r"[^\W\d_a-zß-öø-ÿа-яё]"
_LINK = r"de|del|di|da|do|la|le|les|al|el|of|the|and|am|an|der|en|sur|sous|au|aux|upon|ad"
_CITY = rf"{_NOT_LOWER}[\w'’.]*(?:[ \-/,]+(?:{_NOT_LOWER}[\w'’.]*|{_LINK})){{0,7}}"
_CAPITALS = rf"{_UPPER}{{2,}}[.'’]?(?:[ \-/,'’]+{_UPPER}+[.'’]?){{0,4}}(?:,\s[A-Z][A-Za-z.]+(?:\s[A-Z][a-z]+)?)?"
_MONTH = r"[^\W\d_]{3,12}"
_DATE = (
    rf"(?:{_MONTH},?\s)?(?:{_MONTH}\.?\s\d{{1,2}}|\d{{1,2}}\.?\s(?:de\s)?{_MONTH}\.?)"
    r"(?:,?\s(?:de\s)?\d{4})?"
)
_DASH = r"\s?\.?\s?[-–—_]{1,2}"
_WIRED = r"[（(]?[\u4e00-\u9fff]{2,16}\d{1,2}月\d{1,2}日[电電讯訊][）)]?(?:（[^）]{1,40}）)?(?:\s?[-–—─]{1,2})?"
"""A place or an agency of any name, the date, and “by wire”, as Chinese copy opens."""

_BREAK = r"(?=\s|\Z)"
_CAPITAL_NEXT = rf"\s+(?=[\"'“‘«„¿¡(\[]*\s?(?:{_NOT_LOWER}|\d))"


@dataclass(frozen=True, slots=True)
class _Forms:
    signed: tuple[re.Pattern[str], ...]
    unsigned: tuple[re.Pattern[str], ...]


@cache
def _forms() -> _Forms:
    known = "|".join(re.escape(a) for a in sorted(word_list("furniture.agencies"), key=len, reverse=True))
    asian = "|".join(map(re.escape, word_list("furniture.asian_agencies")))
    signed = rf"[(\[/](?i:{known})(?:\s?[-/|,]\s?[\w .-]{{1,30}})?[)\]/]"
    anyone = r"[(\[][A-Z][\w .&/-]{1,30}[)\]]"
    where = rf"{_CITY}(?:\s\({_CITY}\))?(?:[,.]\s{_DATE})?[,.]?"
    shouted = rf"{_CAPITALS}(?:[,.]\s{_DATE})?[,.]?"
    return _Forms(
        signed=_compiled(
            rf"{where}\s{signed}(?:{_DASH}{_BREAK}|\.?{_CAPITAL_NEXT}|\.?:?\Z)",
            rf"{_DATE}\s{signed}{_DASH}{_BREAK}",
            rf"{signed}{_DASH}\s{where}{_DASH}{_BREAK}",
            rf"{signed}{_DASH}{_BREAK}",
            rf"{_CITY}[,.]\s{_DATE}[,.]\s(?i:{known})(?:\.RU)?{_DASH}{_BREAK}",
            rf"[（(]?(?:{asian})\S{{0,20}}?[日]?[电電][）)]?(?:（[^）]{{1,40}}）)?",
        ),
        unsigned=_compiled(
            rf"{shouted}\s{anyone}{_DASH}{_CAPITAL_NEXT}",
            rf"{where}\s[(\[][A-Z]{{2,8}}[)\]]{_DASH}{_CAPITAL_NEXT}",
            rf"{_CITY},\s{_DATE}\s{anyone}{_DASH}{_CAPITAL_NEXT}",
            rf"{_CITY},\s{_DATE}\s[-–—_]{{1,2}}{_CAPITAL_NEXT}",
            rf"(?!(?:{_UPPER}|\d){{1,3}}\s[-–—_]){shouted}\s[-–—_]{{1,2}}{_CAPITAL_NEXT}",
            rf"{_CAPITALS},\s{_DATE}\.?\Z",
            _WIRED,
        ),
    )


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def dateline_end(paragraph: str, *, opening: bool) -> int | None:
    """Return where the dateline at the start of ``paragraph`` ends (code points), or None if there is none.

    ``opening`` says that the story may begin here, so that forms without an agency are taken too.
    """
    forms = _forms()
    for pattern in (*forms.signed, *(forms.unsigned if opening else ())):
        if match := pattern.match(paragraph):
            return len(match.group().rstrip())
    return None
