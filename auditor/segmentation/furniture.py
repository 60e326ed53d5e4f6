"""What stands around a story: which lines are furniture, and of which role.

A line is furniture by its own shape (``- Text -``, ``(more)``, ``abc/de``, ``© 2021 Agency``) or by its shape
and its place (a headline stands before the story, a byline too). Whatever is in doubt stays body.
List items are body: they are written in words and translated. Rows of results and tables (runs of short
lines without a stop, or lines of columns) are notes: kept, not audited.
"""

from __future__ import annotations

import re
from functools import cache

from auditor.config import word_list
from auditor.model import Role

_LONGEST_CROSS_HEAD = 60
_LONGEST_BYLINE = 80


def _any_of(reference: str, *, anycase: bool = False) -> str:
    listed = "|".join(re.escape(entry) for entry in sorted(word_list(reference), key=len, reverse=True))
    return f"(?i:{listed})" if anycase else f"(?:{listed})"


@cache
def _lines() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    """Return the shapes of a whole line that tell its role anywhere in a story."""
    endings, takes = _any_of("furniture.endings"), _any_of("furniture.takes")
    agencies = _any_of("furniture.agencies", anycase=True)
    credit = r"(?i:reporting|writing|editing|additional\sreporting|compiled)\sby"
    return tuple(
        (role, re.compile(pattern, re.VERBOSE))
        for role, pattern in (
            (Role.SIGN_OFF, r"//|\#{1,5}|\#\s\#\s\#|-\s?30\s?-"),
            (Role.PAGE_MARK, rf"[-(\[]*\s?{takes}\s?[-)\]]*"),
            (Role.PAGE_MARK, r"/{3}|(?:[*_.~=–—-]\s?){3,}|-\s?\d{1,2}\s?-|\d{1,2}/\d{1,2}"),
            (Role.PAGE_MARK, r"[-(\[]*\s?(?i:page|take|pg|add|part)\s\#?\d{1,2}(?:\s?(?:of|/)\s?\d{1,2})?\s?[-)\]]*"),
            (Role.PAGE_MARK, r"\d(?i:st|nd|rd|th)\s(?i:take|add|lead|ld)\b.{0,40}"),
            (Role.SIGN_OFF, rf"[-(\[*/\s]*{endings}[-)\]*/\s]*"),
            (Role.SIGN_OFF, r"[a-z]{2,6}(?:-[a-z]{1,6})*(?:/[a-z]{1,6}(?:-[a-z]{1,6})*){1,6}"),
            (Role.SIGN_OFF, rf"\({credit}\s[^()]{{1,300}}\)|{credit}\s[^.]{{1,160}}[;,]\s?{credit}\s[^.]{{1,120}}\.?"),
            (Role.SIGN_OFF, rf"{credit}\s[^.,]{{1,80}}"),
            (Role.SIGN_OFF, r"(?:_+\s?)?\S.{0,120}\scontributed\sto\sthis\s(?:report|story)\.?"),
            (Role.SIGN_OFF, rf"[-–—(\[]\s?{agencies}(?:/.{{1,20}})?\s?[)\]]?"),
            (Role.NOTE, r"(?:--\s?)?(?i:eds?|editors?|note\sto\seditors|notes?\sfor\seditors)\s?:.{0,300}"),
            (Role.NOTE, r"\[auditor:[^\[\]]{0,300}\]"),
            (
                Role.CROSS_HEAD,
                rf"(?P<rule>[-–—*=_]{{1,3}})\s?[^\s\d-].{{0,{_LONGEST_CROSS_HEAD}}}?[^\s.:;,]\s?(?P=rule)",
            ),
        )
    )


@cache
def _openings() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    """Return the beginnings that tell the role of a whole paragraph."""
    desk = _any_of("furniture.desk_openers")
    return (
        (Role.TRAILER, re.compile(r"©|\((?:c|C)\)\s|(?:Copyright|COPYRIGHT)\b\s?(?:©|\(|\d|[A-Z])")),
        (Role.TRAILER, re.compile(r".{0,200}\b(?i:all rights reserved)\b", re.DOTALL)),
        (
            Role.NOTE,
            re.compile(rf"[-*=(\[/\s]*{desk}(?:\s\d+)?(?:\s?[-–—:,.=/)\]*]|\s(?:[a-z]|UNTIL\b|FOR\b|AGAINST\b)|\Z)"),
        ),
    )


@cache
def _byline() -> re.Pattern[str]:
    opener = _any_of("furniture.byline")
    name = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|de|van|von|der|la|el|al|bin)"
    return re.compile(rf"{opener}\s{name}(?:,?\s(?:and|et|y|und|e|in|à|en|{name})|,|\s?[|/&]\s?|\s[–—-]\s)*")


_SLUG = re.compile(r"[A-Za-z0-9]+(?:[-/_][A-Za-z0-9]+){1,8}/?(?:\s\([A-Z0-9, ]+\))?(?:\s?=)?")


def role_of_line(line: str) -> Role | None:
    """Return the role that ``line`` has by its shape alone, wherever it stands; None if it may be text."""
    if len(line) > 320:
        return None
    return next((role for role, pattern in _lines() if pattern.fullmatch(line)), None)


def role_of_opening(paragraph: str) -> Role | None:
    """Return the role that the beginning of ``paragraph`` gives to all of it; None if it may be text."""
    return next((role for role, pattern in _openings() if pattern.match(paragraph)), None)


def is_byline(line: str) -> bool:
    """Tell whether ``line``, before or right after the beginning of a story, names its authors."""
    return len(line) <= _LONGEST_BYLINE and bool(_byline().fullmatch(line))


def is_slug(line: str) -> bool:
    """Tell whether ``line``, at the head of a story, is its keyword line, such as ``flood-valley-rescue``."""
    return " " not in line.partition(" (")[0].rstrip(" =") and bool(_SLUG.fullmatch(line))
