"""Packs in the old form: expressions that only list words, made into rows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.analysis import plain
from auditor.checks.entry import PackRule
from auditor.checks.examples import unmarked
from auditor.checks.pack import read_pack
from auditor.checks.rows import Row

MOST_ROWS = 40
"""Phrases that an expression may be taken apart into; one that lists more is better told anew."""

_WORDS_ALONE = re.compile(r"(?:\\b|\\s\+?|\(\?:|[\w' ()|?-])+")
_MARKED = re.compile(r"(?P<before>(?:\\b)?)\(\?P<x>(?P<list>(?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)(?P<after>(?:\\b)?)")
"""A list that is marked as a whole, brackets in it two deep: the mark of a row, too, is the whole phrase."""

_PIECE = re.compile(r"\\b|\\s\+?|\(\?:|.")
_FIELD = r"^regex\s*=\s*(?:'''{0}'''|'{0}'|\"{1}\")[ \t]*(?P<remark>#[^\n]*)?$"


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A pack's ``text`` with rows in it, the ids of the rules that were ``moved``, and of those left as patterns."""

    text: str
    moved: tuple[str, ...]
    left: tuple[str, ...]


def movable(rule: PackRule) -> tuple[str, ...]:
    """Return the rows that ``rule`` could be told in, as they are written; none where it is a pattern."""
    phrases = _phrases(rule.regex[0]) if len(rule.regex) == 1 else ()
    return tuple(_row(phrase, rule) for phrase in phrases)


def upgraded(text: str, origin: str) -> Upgraded:
    """Return the pack ``text`` with the expressions that only list words told as rows; nothing else is touched.

    Raises ``PackError`` where it is no pack.
    """
    pack = read_pack(text, origin, foreign=True)
    moved: list[str] = []
    for rule in pack.entries:
        if not (rows := movable(rule)):
            continue
        told = "rows = [\n" + "".join(f"  {row},\n" for row in rows) + "]"
        (regex,) = rule.regex
        field = re.compile(_FIELD.format(re.escape(regex), re.escape(regex.replace("\\", "\\\\"))), re.MULTILINE)
        text, changed = field.subn(lambda found, told=told: _after(told, found["remark"]), text, count=1)  # type: ignore[misc]
        moved += [rule.rule.id] * changed
    left = (rule.rule.id for rule in pack.entries if rule.regex and rule.rule.id not in moved)
    return Upgraded(text, tuple(moved), tuple(left))


def _after(told: str, remark: str | None) -> str:
    return f"{told}  {remark}" if remark else told


def _row(phrase: str, rule: PackRule) -> str:
    """Return ``phrase`` as a row, with the first flag of ``rule`` that has it or, where none does, by itself."""
    expression = Row(phrase, "", (), (), ()).expression
    flags = (example.text for example in rule.rule.flags if example.source is None)
    shown = next((text for text in flags if expression.search(plain(unmarked(text)[0]))), f"[[{phrase}]]")
    return f"{{ phrase = {_quoted(phrase)}, flag = {_quoted(shown)} }}"


def _quoted(text: str) -> str:
    """Return ``text`` as TOML writes it."""
    for plain_form, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n")):
        text = text.replace(plain_form, escaped)
    return f'"{text}"'


def _phrases(regex: str) -> tuple[str, ...]:
    """Return the phrases that ``regex`` lists, none where it is more than words or they are too many."""
    if marked := _MARKED.fullmatch(regex):
        regex = f"{marked['before']}(?:{marked['list']}){marked['after']}"
    if not _WORDS_ALONE.fullmatch(regex):
        return ()
    pieces = [found[0] for found in _PIECE.finditer(regex)]
    phrases = tuple(dict.fromkeys(" ".join(text.split()) for text in _choices(pieces)))
    return phrases if all(phrases) and len(phrases) <= MOST_ROWS else ()


def _choices(pieces: list[str]) -> list[str]:
    """Return all texts of an alternation; takes its ``pieces`` up to the bracket that closes it."""
    every: list[str] = []
    texts, last = [""], [""]
    while pieces and pieces[0] != ")":
        piece = pieces.pop(0)
        if piece == "|":
            every += _joined(texts, last)
            texts, last = [""], [""]
        elif piece == "?":
            last = [*last, ""]
        else:
            texts, last = _joined(texts, last), _single(piece, pieces)
    if pieces:
        pieces.pop(0)
    return every + _joined(texts, last)


def _single(piece: str, pieces: list[str]) -> list[str]:
    if piece in {"(?:", "("}:
        return _choices(pieces)
    return [""] if piece == r"\b" else [" "] if piece.startswith(r"\s") else [piece]


def _joined(texts: list[str], last: list[str]) -> list[str]:
    joined = [text + end for text in texts for end in last]
    return joined[: MOST_ROWS + 1]
