"""The roles that a passage has by its place: headline, slug and byline at the head, tables and cross-heads below.

A headline is taken only where nothing else is likely: unfinished and short, before the dateline or before
the first paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.model import Role, Span
from auditor.segmentation.dateline import dateline_end
from auditor.segmentation.furniture import is_slug
from auditor.segmentation.layout import end_of_words, is_finished, is_list_item
from auditor.segmentation.words import count_words

_HEAD = 8
"""How many passages may stand before the dateline."""

_LONGEST_HEADLINE = 15
"""Words of a headline that nothing but its shape betrays; a lead sentence is seldom so short."""

_LONGEST_HEADLINE_BEFORE_DATELINE = 30

_HEADLINES = 2
"""Headline and sub-headline."""

_LONGEST_CROSS_HEAD = 6
_ROWS = 3
"""So many short unfinished lines in a row are a table."""

_NUMERIC = re.compile(r"[.,:;%+()/–-]*+\d[\d.,:;%+()/–-]*+")
_ENDS_STATEMENT = re.compile(r"(?<!\b[A-Z])[.。…:]")
"""A full stop, behind the last word, unless it is an acronym's; headlines may ask and shout."""

_COLUMNS = re.compile(r"\S(?:\t+| {3,})\S")


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines that belong together: their span, their role if their shape tells it, None for text.

    ``dateline`` is the length in code points of the dateline that it begins with, 0 for none;
    ``gap`` says that a blank line stands before it.
    """

    span: Span
    text: str
    role: Role | None
    gap: bool
    dateline: int = 0

    @classmethod
    def of(cls, text: str, span: Span, role: Role | None, gap: bool) -> LineGroup:
        """Return the passage at ``span`` of ``text``."""
        return cls(span, span.of(text), role, gap)

    def is_short(self, limit: int) -> bool:
        """Tell whether it has at most ``limit`` words (three times as many characters without spaces)."""
        return count_words(self.text) <= (limit if " " in self.text else limit * 3)


def settle_roles(passages: Sequence[LineGroup]) -> list[LineGroup]:
    """Return the passages with the roles and datelines that their places in the story give them."""
    settled = _with_datelines(passages)
    _name_head(settled)
    _name_fragments(settled)
    return settled


def _with_datelines(passages: Sequence[LineGroup]) -> list[LineGroup]:
    """Mark datelines: the first may lack an agency, later ones (of a round-up) are taken with one only."""
    settled: list[LineGroup] = []
    opening = True
    for index, passage in enumerate(passages):
        end = dateline_end(passage.text, opening=opening and index < _HEAD) if passage.role is None else None
        if end is None:
            settled.append(passage)
            continue
        opening = False
        alone = end >= len(passage.text)
        settled.append(replace(passage, role=Role.DATELINE) if alone else replace(passage, dateline=end))
    return settled


def _name_head(passages: list[LineGroup]) -> None:
    """Give slug and headline their roles, in place."""
    dated = next((i for i, p in enumerate(passages[:_HEAD]) if p.dateline or p.role is Role.DATELINE), None)
    texts = [i for i, p in enumerate(passages) if p.role is None and (dated is None or i < dated)]
    headlines = 0
    for place, index in enumerate(texts):
        passage = passages[index]
        if is_slug(passage.text):
            passages[index] = replace(passage, role=Role.SLUG)
            continue
        if dated is not None:
            taken = _is_headline_before_dateline(passage)
        else:
            after = passages[texts[place + 1]] if place + 1 < len(texts) else None
            taken = headlines < _HEADLINES and after is not None and _is_headline(passage, after)
        if not taken:
            break
        headlines += 1
        passages[index] = replace(passage, role=Role.HEADLINE)


def _is_headline_before_dateline(passage: LineGroup) -> bool:
    finished = _ENDS_STATEMENT.search(passage.text, end_of_words(passage.text))
    return not finished and passage.is_short(_LONGEST_HEADLINE_BEFORE_DATELINE)


def _is_headline(passage: LineGroup, after: LineGroup) -> bool:
    return (
        not is_finished(passage.text)
        and passage.is_short(_LONGEST_HEADLINE)
        and not is_list_item(passage.text)
        and not passage.text[0].islower()
        and not after.text[0].islower()
        and not passage.text.endswith((",", ";", "-", "–", "—"))
    )


def _name_fragments(passages: list[LineGroup]) -> None:
    """Give tables and cross-heads without dashes their roles, in place."""
    run: list[int] = []
    for index, passage in enumerate([*passages, None]):
        if passage is not None and passage.role is None and not passage.dateline and _is_fragment(passage):
            run.append(index)
            continue
        _name_run(passages, run)
        run = []


def _name_run(passages: list[LineGroup], run: list[int]) -> None:
    if len(run) >= _ROWS:
        for index in run:
            passages[index] = replace(passages[index], role=Role.NOTE)
        return
    for index in run:
        if _is_row(passages[index]):
            passages[index] = replace(passages[index], role=Role.NOTE)
        elif len(run) == 1 and _is_cross_head(passages, index):
            passages[index] = replace(passages[index], role=Role.CROSS_HEAD)


def _is_fragment(passage: LineGroup) -> bool:
    if is_finished(passage.text) or passage.text[0].islower():
        return False
    return _is_row(passage) or (passage.is_short(_LONGEST_CROSS_HEAD) and not is_list_item(passage.text))


def _is_row(passage: LineGroup) -> bool:
    """Tell whether the passage is a row of figures or columns."""
    tokens = passage.text.split()
    numeric = sum(1 for token in tokens if _NUMERIC.fullmatch(token))
    return len(_COLUMNS.findall(passage.text)) >= 1 or (len(tokens) > 1 and numeric * 3 > len(tokens))


def _is_cross_head(passages: Sequence[LineGroup], index: int) -> bool:
    if index == 0 or index + 1 >= len(passages):
        return False
    before, after = passages[index - 1], passages[index + 1]
    return (
        before.role is None
        and after.role is None
        and is_finished(before.text)
        and not after.text[0].islower()
        and is_finished(after.text)
        and '"' not in passages[index].text
    )
