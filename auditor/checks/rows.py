"""Rows: phrases of a pack, written word by word; ``docs/writing-a-pack.md`` says how they read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from auditor.analysis import every_form
from auditor.config import word_list
from auditor.model import Example, Span

MOST_WORDS = 12
"""Alternatives of one slot: more are a word list or rows of their own."""

_TOKEN = re.compile(r"(?P<open>\[?)(?P<body>\((?P<may>[^()\s]+)\)|[^\s()\[\]]+)(?P<close>\]?)")
_NAMED = re.compile(r"(?P<name>[a-z]+)=(?P<rest>.+)")
_LIST = re.compile(r"<(\w+\.\w+)>")
_FEW = re.compile(r"\*(\d)?-(\d)")
_MARKS = frozenset(",.:;!?")
_WORD = r"\w(?:[\w'.-]*\w)?"
_START = "<start>"
_QUOTE = "<quote>"
_PAUSE = "<pause>"
_BARE = frozenset({_START, _PAUSE, "<end>"})
"""What stands for no word: the start and the end of a sentence, and where something stops."""

_KINDS = {
    "*": rf"\b{_WORD}",
    "#": r"\b\d+(?:[.,]\d+)*\b",
    "<name>": r"(?-i:\b[A-Z])(?:[\w'.-]*\w)?",
    "<names>": r"(?-i:\b[A-Z])[\w'.-]*(?: (?-i:[A-Z])[\w'.-]*){0,3}\b",
    _PAUSE: r"(?=[,.;:!?)\"]|$)",
    _QUOTE: r"[,.!?…]?[\"»]+,?",
    "<end>": r"(?=[.!?\"']*$)",
    _START: "^",
}
"""What stands for words that are not named: any word, a figure, one word with a capital, up to four of them,
the end of a quotation, a stop of any kind or none."""
_SPACE = '"? "?'
"""Between two words: a quotation mark there makes no difference."""

_NO_GENITIVE = "(?!'(?:s\\b| ))"
"""A phrase ends where a word ends: in “these last months' figures” there is no “these last months”."""

_SOUGHT = re.compile(r"[^\W_]+")


class PhraseError(ValueError):
    """What is wrong with a phrase, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a phrase: its ``choices`` as they are written, what it is called, and what it is there for.

    ``name`` is its number from 1 where it has none of its own; ``optional``: it may be missing; ``marked``: it belongs
    to the words at fault; ``barred``: none of its words may stand there.
    """

    choices: tuple[str, ...]
    name: str
    optional: bool = False
    marked: bool = False
    barred: bool = False

    @property
    def body(self) -> str:
        """The expression that finds one of its choices, whole words only."""
        return "|".join(map(_expression, self.choices))

    @property
    def few(self) -> tuple[int, int]:
        """How many words it stands for, at least and at most, where it is written like ``*0-3``."""
        found = _FEW.fullmatch(self.choices[0])
        return (int(found[1] or 0), int(found[2])) if found else (1, 1)

    @property
    def is_few(self) -> bool:
        """Whether it stands for a number of words."""
        return _FEW.fullmatch(self.choices[0]) is not None

    @property
    def is_mark(self) -> bool:
        """Whether it stands for punctuation, which follows a word without a space."""
        return self.choices in {(_QUOTE,), (_PAUSE,), ("<end>",)} or _MARKS.issuperset(self.choices)

    @property
    def words(self) -> frozenset[str]:
        """The first words of its choices in small letters, none where any word may stand there."""
        if self.optional or self.barred or self.is_mark:
            return frozenset()
        found = [word for choice in self.choices for word in _wordings(choice)]
        firsts = [_SOUGHT.match(word.lower()) for word in found]
        return frozenset(first[0] for first in firsts if first) if found and all(firsts) else frozenset()


@dataclass(frozen=True)
class Row:
    """One phrase of a rule.

    ``phrase`` is told word by word, ``origin`` what it comes from, ``write`` what to put in its place, best first;
    ``flags`` and ``passes`` prove it.
    """

    phrase: str
    origin: str
    write: tuple[str, ...]
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Its places in order; raises ``PhraseError`` where they cannot be read."""
        return tuple(_read(self.phrase))

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """What finds it in a sentence; the words at fault are group ``x``, each slot is a group ``_NAME``."""
        return re.compile(_whole(self.slots), re.IGNORECASE)

    @cached_property
    def sought(self) -> frozenset[str]:
        """The words, in small letters, one of which stands in every match; empty where nothing says so."""
        return max((slot.words for slot in self.slots), key=_telling, default=frozenset())

    def matches(self, text: str) -> Iterator[tuple[re.Match[str], Span, tuple[str, ...]]]:
        """Yield its matches in a sentence's plain ``text``: the words at fault, and what to write for them."""
        for found in self.expression.finditer(text):
            yield found, Span(*found.span("x")), tuple(self._written(found))

    def _written(self, found: re.Match[str]) -> Iterator[str]:
        for text in self.write:
            verb, space, rest = text.removeprefix("~").partition(" ")
            if text.startswith("~"):
                yield from (form + space + rest for form in self._alike(verb, found))
            else:
                yield text

    def _alike(self, word: str, found: re.Match[str]) -> Iterator[str]:
        """Yield ``word`` in the forms that the first word at fault may be in; in its base form where it has none."""
        forms = every_form(word)
        slot = next(slot for slot in self.slots if slot.marked and not slot.optional)
        there, alike = found[f"_{slot.name}"].lower(), []
        for choice in slot.choices:
            known = every_form(choice.removeprefix("~")) if choice.startswith("~") else {}
            alike += [forms.get(tag.partition("-")[0], word) for tag, form in known.items() if form == there]
        yield from dict.fromkeys(alike or (word,))

    def branches(self) -> Iterator[tuple[str, re.Pattern[str]]]:
        """Yield each choice that is written in it, with the expression of the phrase in which it is the only one."""
        for at, slot in enumerate(self.slots):
            if slot.barred or (len(slot.choices) == 1 and not slot.optional):
                continue
            for choice in slot.choices:
                only = replace(slot, choices=(choice,), optional=False)
                yield choice, re.compile(_whole((*self.slots[:at], only, *self.slots[at + 1 :])), re.IGNORECASE)


class RowIndex:
    """Rows by the words that they need: of thousands, the few that a sentence may hold."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        for number, row in enumerate(rows):
            for word in row.sought:
                self._by_word[word].append(number)
            if not row.sought:
                self._always.append(number)

    def possible(self, words: frozenset[str]) -> list[int]:
        """Return the numbers of the rows that a sentence of ``words``, in small letters, may hold, in order."""
        found = set(self._always)
        for word in self._by_word.keys() & words:
            found.update(self._by_word[word])
        return sorted(found)


def _telling(words: frozenset[str]) -> tuple[int, int]:
    """Sort sets of words by how much they tell: the length of the shortest one, then how few they are."""
    return min((min(len(word), 7) for word in words), default=0), -len(words)


def _read(phrase: str) -> Iterator[Slot]:
    marked = "[" not in phrase
    if phrase.count("[") != phrase.count("]") or phrase.count("[") > 1:
        raise PhraseError("mark one stretch of it [like this].")
    for number, found in enumerate(_tokens(phrase), start=1):
        marked = marked or bool(found["open"])
        yield _slot(found["may"] or found["body"], str(number), optional=bool(found["may"]), marked=marked)
        if found["close"]:
            marked = False


def _tokens(phrase: str) -> Iterator[re.Match[str]]:
    for text in phrase.split():
        if (found := _TOKEN.fullmatch(text)) is None:
            raise PhraseError(f"“{text}” is no slot; write “a|b”, “(a|b)”, “~verb”, “*”, “#” or “<list.name>”.")
        yield found


def _slot(text: str, number: str, *, optional: bool, marked: bool) -> Slot:
    named = _NAMED.fullmatch(text)
    barred = text.startswith("!")
    choices = tuple((named["rest"] if named else text.removeprefix("!")).split("|"))
    if len(choices) > MOST_WORDS:
        raise PhraseError(f"a slot has {len(choices)} words; {MOST_WORDS} are the most: part it, or name a word list.")
    if not all(choices):
        raise PhraseError("a slot has an empty word; put what may be missing (in brackets).")
    marked = marked and not barred and choices[0] not in _BARE
    return Slot(choices, named["name"] if named else number, optional, marked, barred)


def _wordings(choice: str) -> Iterator[str]:
    """Yield the words that a choice stands for, an empty one where it may be any."""
    if choice in _KINDS or _FEW.fullmatch(choice) or "*" in choice:
        yield ""
    elif listed := _LIST.fullmatch(choice):
        yield from word_list(listed[1])
    elif choice.startswith("~"):
        first, *rest = choice[1:].split("_")
        yield from (" ".join((form, *rest)) for form in every_form(first).values())
    else:
        yield choice.replace("_", " ")


def _expression(choice: str) -> str:
    if choice in _KINDS:
        return _KINDS[choice]
    if choice.startswith(("~", "<")):
        found = sorted(_wordings(choice), key=lambda word: (-len(word), word))
        return rf"\b(?:{'|'.join(map(_spelt, found))})\b"
    return _literal(choice.replace("_", " "))


def _literal(word: str) -> str:
    """Return the expression of a whole word."""
    start = r"\b" if word[:1].isalnum() else ""
    return start + _spelt(word) + (r"\b" if word[-1:].isalnum() else "")


def _spelt(word: str) -> str:
    """Return the expression of a word: one with a capital is sought with it, ``*`` is any part of a word."""
    text = re.escape(word).replace(r"\*", r"[\w-]*").replace(r"\ ", " ")
    return f"(?-i:{text})" if word != word.lower() else text


def _whole(slots: Sequence[Slot]) -> str:
    """Return the expression of a phrase: a space between words, the group ``x`` around what is marked."""
    if all(slot.optional or slot.barred for slot in slots):
        raise PhraseError("no word of it must be there; leave one slot out of brackets.")
    pieces: list[str] = []
    spaced = False
    for at, slot in enumerate(slots):
        opens = slot.marked and not (at and slots[at - 1].marked)
        if at and slots[at - 1].marked and not slot.marked:
            pieces.append(")")
        if opens and spaced and not slot.is_mark:
            pieces.append(_gap(slots[at - 1]))
            spaced = False
        pieces.append(("(?P<x>" if opens else "") + _piece(slot, _gap(slots[at - 1]) if spaced else "", first=not at))
        spaced = spaced or not (slot.optional or slot.barred or slot.is_few or slot.choices == (_START,))
    return "".join((*pieces, ")" if slots[-1].marked else "", _NO_GENITIVE))


def _gap(before: Slot) -> str:
    """Return what parts a word from the slot ``before``; a quotation may begin or end there, not after a mark."""
    return " " if before.is_mark else _SPACE


def _piece(slot: Slot, gap: str, *, first: bool) -> str:
    """Return the expression of one slot after a ``gap``, which is empty where no word stands before it."""
    before = "" if slot.is_mark else gap
    if slot.barred:
        if first:
            return "".join(rf"(?<!{_literal(choice.replace('_', ' '))} )" for choice in slot.choices)
        return f"(?!{before}(?:{slot.body}))"
    if slot.is_few:
        least, most = slot.few
        return f"(?:{_SPACE}\\(?{_WORD}\\)?,?){{{least},{most}}}" if gap else f"(?:{_WORD},? ){{{least},{most}}}"
    body = f"(?P<_{slot.name}>{slot.body})"
    if slot.optional:
        return f"(?:{before}{body})?" if gap or slot.is_mark else f"(?:{body} )?"
    return before + body
