"""What looks wrong in a paragraph by itself, and the text before or after it explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.engines.languagetool.annotation import Paragraph
from auditor.engines.languagetool.reply import Match

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_GOES_ON = ",;"
_ENDS = ".?!…"
_QUOTES = "\"'„«»‘’“”"
_END_WITHIN = re.compile(r"[.?!…][\"'”’»)]*\s")


def explained(found: Sequence[tuple[Paragraph, Match]], asked: Sequence[Paragraph]) -> set[tuple[Paragraph, Match]]:
    """Return those of ``found``, remarks on the paragraphs ``asked`` in reading order, that the whole text explains.

    They are brackets that are opened in one paragraph and closed in a later one, and small letters at the start of a
    paragraph that goes on from the one before, as the items of a list do: LanguageTool lets them pass in a whole text.
    """
    return {*_paired(found), *_going_on(found, asked)}


def _paired(found: Sequence[tuple[Paragraph, Match]]) -> set[tuple[Paragraph, Match]]:
    paired: set[tuple[Paragraph, Match]] = set()
    unpaired: list[tuple[str, tuple[Paragraph, Match]]] = []
    for paragraph, match in found:
        if match.rule_id == "EN_UNPAIRED_BRACKETS":
            mark = match.span.of(_text(paragraph))
            if unpaired and _CLOSING.get(unpaired[-1][0]) == mark:
                paired |= {unpaired.pop()[1], (paragraph, match)}
            else:
                unpaired.append((mark, (paragraph, match)))
    return paired


def _going_on(found: Sequence[tuple[Paragraph, Match]], asked: Sequence[Paragraph]) -> set[tuple[Paragraph, Match]]:
    before = dict(zip(asked[1:], asked, strict=False))
    return {
        (paragraph, match)
        for paragraph, match in found
        if match.rule_id == "UPPERCASE_SENTENCE_START"
        and paragraph in before
        and not _text(paragraph)[: match.span.start].strip().strip(_QUOTES)
        and _goes_on(_body(before[paragraph]), _body(paragraph))
    }


def _goes_on(before: str, text: str) -> bool:
    """Tell whether ``text`` goes on from the paragraph ``before``, or neither ends as a sentence does."""
    last = before.rstrip().rstrip(_QUOTES)[-1:]
    if last in _ENDS:
        return False
    ended = bool(_END_WITHIN.search(text)) or text.rstrip().rstrip(_QUOTES)[-1:] in _ENDS
    return last in _GOES_ON or not ended


def _text(paragraph: Paragraph) -> str:
    return "".join(run for run, _ in paragraph.pieces)


def _body(paragraph: Paragraph) -> str:
    return "".join(run for run, is_markup in paragraph.pieces if not is_markup)
