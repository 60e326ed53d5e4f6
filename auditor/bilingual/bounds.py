"""What bounds the numbers of a text: "at least 30", "up to 30", "nearly 30", "30 or more"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from auditor.languages import language as language_of
from auditor.model import Span

_REACH = 48
"""Code points before and behind a number in which its bound is sought."""


_HEDGES = re.compile(
    r"\b(?:estimated|over|more|most|least|minimum|maximum|up|plus|beyond|further"
    r"|another|older|younger|longer|exceed\w*|top(?:s|ped|ping)|pass(?:es|ed)|reach\w*|limit\w*|cap(?:ped)?"
    r"|allow\w*|full|even|total|altogether|ceiling|floor|only|just|no|not|within|under|below|above|fewer|less|low|high)\b"
    r"|\bas (?:little|few|much|many) as\b",
    re.IGNORECASE,
)
"""English words that may tell a bound in another way: where one stands near, none is missed."""

_SPARING = re.compile(
    r"\b(?:no|not|none|nothing|nobody|never|neither|without|single|sole|lone|few|little|small\w*|low\w*|slight\w*"
    r"|brief|scant|hardly|barely|scarcely|limit\w*|restrict\w*|capped|within|under|below|at most|up to|maximum"
    r"|down to|short|shy|left|remain\w*|still|already|so far|late|first|all|total|altogether|overall|enough)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
"""English words that may say of a number that it is but that: in a sentence with one, no “only” is missed."""


JOINS = "and|or|but|et|ou|mais|und|oder|aber|y|o|pero|e|mas|ma|и|а|или|но"
"""Words that join two things: beyond them nothing is compared ("388 against and 12 abstentions")."""

_BESIDE = 24
"""Code points before and behind a number in which another word may say the same."""


class BoundKind(Enum):
    """On which side of what there is a number stands."""

    LOWER = "lower"
    UPPER = "upper"
    NEARLY = "nearly"

    BARELY = "barely"
    FAR = "far"
    ONLY = "only"

    def contradicts(self, other: BoundKind) -> bool:
        """Tell whether a number cannot be bounded both ways: "nearly 30" may be "up to 30", but not "over 30".

        "Barely more than 30" may be no more than 30, but not well over 30. "Only 30" may be barely more.
        """
        if {self, other} == {BoundKind.BARELY, BoundKind.UPPER}:
            return self is BoundKind.UPPER
        if BoundKind.ONLY in {self, other}:
            return bool({self, other} & {BoundKind.LOWER, BoundKind.FAR})
        above = {BoundKind.LOWER, BoundKind.BARELY, BoundKind.FAR}
        return (self in above) != (other in above) or {self, other} == {BoundKind.BARELY, BoundKind.FAR}


class Change(Enum):
    """Where a number stands in a change: what there was, what there is now, or how much lies between."""

    FROM = "origin"
    TO = "goal"
    BY = "step"


@dataclass(frozen=True, slots=True)
class Bound:
    """A bounded number; ``span`` takes in both."""

    kind: BoundKind
    span: Span


def bound(text: str, language: str, span: Span) -> Bound | None:
    """Return what bounds the number, the fraction or the day at ``span`` of ``text``.

    None where nothing does, or words on either side of it disagree.
    """
    found = {one.kind: one for one in _bounds(text, language, span)}
    return next(iter(found.values())) if len(found) == 1 else None


def must_be_kept(text: str, language: str, bounded: Bound) -> bool:
    """Tell whether ``bounded`` is a bound that no translator leaves out: "at least 30"."""
    kept = language_of(language).bounds.kept
    return bool(kept) and re.match(kept, bounded.span.of(text), re.IGNORECASE) is not None


def is_hedged(text: str, span: Span) -> bool:
    """Tell whether other English words beside the number at ``span`` may say on which side of it the truth lies."""
    return _HEDGES.search(text, max(span.start - _BESIDE, 0), min(span.end + _BESIDE, len(text))) is not None


def is_spared(text: str) -> bool:
    """Tell whether English words other than “only” may say that a number of ``text`` is small, or is all."""
    return _SPARING.search(text) is not None


def change(text: str, language: str, span: Span) -> Change | None:
    """Return whether a change goes from, to or by the number at ``span``; None where no word before it says so."""
    finds = _changes(language)
    match = finds.search(text, max(span.start - _REACH, 0), span.start) if finds else None
    return Change(match.lastgroup) if match else None


def is_apart(text: str, language: str, span: Span, *, time: bool) -> bool:
    """Tell whether the number at ``span``, perhaps of a ``time``, says how far apart two others are.

    “Two years later”, “40 more”.
    """
    before, behind = _distances(language, time)
    if before and before.search(text, max(span.start - _REACH, 0), span.start):
        return True
    return behind is not None and behind.match(text, span.end, span.end + _REACH) is not None


def is_compared_with(text: str, language: str, span: Span) -> bool:
    """Tell whether a word before the number at ``span`` says that another is compared with it: "against 10"."""
    finds = _comparisons(language)
    return finds is not None and finds.search(text, max(span.start - _REACH, 0), span.start) is not None


def _bounds(text: str, language: str, span: Span) -> Iterator[Bound]:
    before, behind = _expressions(language)
    if before and (match := before.search(text, max(span.start - _REACH, 0), span.start)):
        yield Bound(BoundKind(match.lastgroup), Span(match.start(), span.end))
    if behind and (match := behind.match(text, span.end, span.end + _REACH)):
        yield Bound(BoundKind(match.lastgroup), Span(span.start, match.end()))


@cache
def _expressions(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return what finds a bound that ends at the number, and one that begins behind it; the first to begin is meant."""
    told = language_of(language).bounds
    opens, gap, onwards = _edges(language)
    before = {
        "barely": told.barely,
        "far": told.far,
        "lower": told.lower,
        "upper": told.upper,
        "nearly": told.nearly,
        "only": told.only,
    }
    behind = {"lower": told.lower_after, "upper": told.upper_after, "only": told.only_after}
    return _either(before, opens, gap), _either(behind, onwards, "" if not onwards else r"(?!\w)")


@cache
def _changes(language: str) -> re.Pattern[str] | None:
    told = language_of(language).bounds
    opens, gap, _ = _edges(language)
    return _either({"origin": told.origin, "goal": told.goal, "step": told.step}, opens, gap)


@cache
def _comparisons(language: str) -> re.Pattern[str] | None:
    told = language_of(language)
    if not told.bounds.against:
        return None
    if not told.writing.spaced:
        return re.compile(rf"(?:{told.bounds.against})[^\d，。；]{{0,10}}$")
    words = rf"(?:[\s'’-]{{1,2}}(?!(?:{JOINS})\b)[^\W\d]+){{0,5}}"
    return re.compile(rf"(?<!\w)(?:{told.bounds.against}){words}[\s'’]{{1,2}}[$€£]?$", re.IGNORECASE)


@cache
def _distances(language: str, time: bool) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return what finds a word for a distance that ends at the number, and one behind what the number counts."""
    told = language_of(language)
    opens, gap, _ = _edges(language)
    between = r"(?:[\s%-]{1,2}[^\W\d]+){0,3}?[\s%-]{1,2}" if told.writing.spaced else r"[^\d，。；、]{0,4}?"
    ends = r"(?!\w)" if told.writing.spaced else ""
    before = {"apart": told.bounds.apart, "later": told.bounds.later if time else ""}
    behind = {"apart": told.bounds.apart_after, "later": told.bounds.later_after if time else ""}
    return _either(before, opens, gap), _either(behind, between, ends)


def _edges(language: str) -> tuple[str, str, str]:
    """Return what a bound begins with, what parts it from a number behind it, and from one before it."""
    if language_of(language).writing.spaced:
        return r"(?<!\w)", r"(?:(?<=['’])|,?\s)(?:[^\W\d]+\s)?\W{0,3}$", r"[\s%]{0,2}(?:[^\W\d]+\s)?"
    return "", r"\D{0,2}(?:\d{1,2}月)?$", ""


def _either(forms: dict[str, str], opens: str, closes: str) -> re.Pattern[str] | None:
    groups = "|".join(f"(?P<{kind}>{form})" for kind, form in forms.items() if form)
    return re.compile(f"{opens}(?:{groups}){closes}", re.IGNORECASE) if groups else None
