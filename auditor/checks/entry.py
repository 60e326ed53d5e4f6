"""One rule of a pack as its TOML entry gives it, checked field by field."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from auditor.checks.base import Rule
from auditor.checks.rows import Row
from auditor.config import nearest
from auditor.model import Category, Confidence, Example, PackError, Severity

MIN_FLAGS = 2
MIN_PASSES = 3
"""Examples a rule needs; the ones it must leave alone also outnumber the others."""

LONGEST_EXAMPLE = 2_000
"""Code points of an example, as of a sentence: every one is parsed before a pack is used."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{[\w.-]+\}")

Choice = TypeVar("Choice", bound=StrEnum)


class InQuotes(StrEnum):
    """What a rule does with words that stand in a direct quotation."""

    FLAG = "flag"
    LOWER = "lower"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Density:
    """When a pattern that is native in small doses is reported, once per story.

    From the use numbered ``first`` on; with ``per_thousand``, only above that many uses per 1,000 words,
    and then with every use.
    """

    first: int
    per_thousand: float | None = None


@dataclass(frozen=True, slots=True)
class SourceTest:
    """Regular expressions, by source language, that the aligned source sentence must or must not match."""

    requires: Mapping[str, str]
    forbids: Mapping[str, str]
    severity: Severity | None
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class PackRule:
    """A pack's rule: what is said (``rule``, ``message``, ``suggestions``) and when (the rest).

    There are ``rows``, or one of ``regex`` (expressions), ``tokens`` (patterns, alternatives both) and ``dependency``
    is set, or both.
    ``mark`` names the pattern's first and last part to be marked; ``unless`` are phrases that excuse a match, and
    ``exceptions`` regular expressions or token patterns.
    ``swap`` gives the replacement of a lower-case word, for ``{part.swap}`` in a suggestion. ``foreign``: it is none
    of ours, so that its patterns may be meant to take for ever.
    """

    rule: Rule
    message: str
    suggestions: tuple[str, ...]
    regex: tuple[str, ...]
    tokens: tuple[tuple[Mapping[str, Any], ...], ...]
    dependency: tuple[Mapping[str, Any], ...]
    mark: tuple[str, ...]
    exceptions: tuple[str | tuple[Mapping[str, Any], ...], ...]
    in_quotes: InQuotes
    density: Density | None
    source: SourceTest
    swap: Mapping[str, str]
    fix_is_safe: bool
    rows: tuple[Row, ...] = ()
    unless: tuple[Row, ...] = ()
    foreign: bool = False


class Fields:
    """A TOML table that is read field by field and knows how to say what is wrong with it."""

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, dict):
            raise PackError(f"{where} is not a table; write its fields as name = value.")
        self.where = where
        self._data: dict[str, Any] = data
        self._read: set[str] = set()

    def wrong(self, field: str, what: str) -> PackError:
        """Return the error that says ``what`` is wrong with ``field``, for the caller to raise."""
        return PackError(f"{self.where}, field “{field}”: {what}")

    def close(self) -> None:
        """Raise ``PackError`` for the first field that nobody asked for."""
        for field in self._data:
            if field not in self._read:
                raise self.wrong(field, f"there is no such field; {nearest(field, sorted(self._read))}")

    def has(self, field: str) -> bool:
        """Tell whether ``field`` is given."""
        return field in self._data

    def get(self, field: str, kind: type | tuple[type, ...], default: Any, called: str) -> Any:
        """Return ``field``, which must be of ``kind``, or ``default``."""
        self._read.add(field)
        value = self._data.get(field, default)
        if value is not default and (not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)):
            raise self.wrong(field, f"this must be {called}.")
        return value

    def text(self, field: str, default: str | None = None) -> str:
        """Return a non-empty text; required where there is no default."""
        value = self.get(field, str, default, "a text in quotes")
        if value is None or (not value.strip() and default is None):
            near = difflib.get_close_matches(field, self._data.keys() - self._read, n=1)
            advice = f"is “{near[0]}” meant for it?" if near else "add it."
            raise self.wrong(field, f"this is missing; {advice}")
        return str(value)

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of texts, empty by default."""
        values = self.get(field, list, [], 'a list of texts, such as ["one", "two"]')
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(field, 'this must be a list of texts, such as ["one", "two"].')
        return tuple(values)

    def choice(self, field: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """Return a member of ``choices``; required where there is no default."""
        value = self.text(field, None if default is None else default.value)
        try:
            return choices(value)
        except ValueError:
            known = (choice.value for choice in choices)
            raise self.wrong(field, f"“{value}” is not known; {nearest(value, known)}") from None

    def table(self, field: str) -> Fields:
        """Return a table within this one, empty by default."""
        return Fields(self.get(field, dict, {}, "a table"), f"{self.where}, field “{field}”")

    def mapping(self, field: str) -> dict[str, str]:
        """Return a table of texts by name, empty by default."""
        values: dict[str, str] = self.get(field, dict, {}, "a table of texts")
        if not all(isinstance(value, str) for value in values.values()):
            raise self.wrong(field, "every value in this table must be a text.")
        return values


def read_entry(data: object, where: str, number: int, languages: tuple[str, ...], *, foreign: bool = False) -> PackRule:
    """Return the rule that one ``[[rule]]`` table describes.

    ``where`` names the file, ``number`` is the entry's 1-based place in it and ``languages`` are the
    pack's source languages; ``foreign``: it is none of ours.
    Raises ``PackError`` with one sentence naming file, entry and field.
    """
    given = data.get("id") if isinstance(data, dict) else None
    table = Fields(data, f"{where}, rule " + (f"“{given}”" if given else f"number {number}"))
    message = table.text("message")
    rows = _rows(table)
    flags = (*(example for row in rows for example in row.flags), *_examples(table, "flags"))
    passes = (*(example for row in rows for example in row.passes), *_examples(table, "passes"))
    _enough(table, flags, passes, rows)
    entry = PackRule(
        rule=Rule(
            id=_identifier(table),
            summary=table.text("summary", "") or _summary(message, flags),
            why=" ".join(table.text("why").split()),
            category=table.choice("category", Category),
            severity=table.choice("severity", Severity),
            confidence=table.choice("confidence", Confidence),
            flags=flags,
            passes=passes,
            source_languages=table.texts("source_languages") or languages,
            origin="; ".join(dict.fromkeys(filter(None, (table.text("from", ""), *(row.origin for row in rows))))),
        ),
        message=message,
        suggestions=table.texts("suggestions"),
        regex=_expressions(table),
        tokens=_token_patterns(table),
        dependency=_pattern(table, "dependency", table.get("dependency", list, [], "a list of tables")),
        mark=tuple(map(str, table.get("mark", list, [], "a list such as [0, 1]"))),
        exceptions=_exceptions(table),
        in_quotes=table.choice("in_quotes", InQuotes, InQuotes.FLAG),
        density=_density(table),
        source=_source(table),
        swap=table.mapping("swap"),
        fix_is_safe=table.get("fix_is_safe", bool, False, "true or false"),
        rows=rows,
        unless=tuple(Row(phrase, "", (), (), ()) for phrase in table.texts("unless")),
        foreign=foreign,
    )
    table.close()
    _one_pattern(table, entry)
    return entry


def marked_words(text: str) -> list[str]:
    """Return what stands in ``[[marks]]`` in an example."""
    return _MARKED.findall(text)


def _identifier(table: Fields) -> str:
    value = table.text("id")
    if not _ID.fullmatch(value):
        raise table.wrong("id", "use lower-case words joined by hyphens, such as “stray-space”.")
    return value


def _summary(message: str, flags: tuple[Example, ...]) -> str:
    """Return the message as it reads on the first example."""
    return _PLACEHOLDER.sub("…", message.replace("{match}", marked_words(flags[0].text)[0]))


def _examples(table: Fields, field: str) -> tuple[Example, ...]:
    return tuple(
        _example(table, field, index, value)
        for index, value in enumerate(table.get(field, list, [], "a list of example texts"), start=1)
    )


def _example(table: Fields, field: str, number: int, value: object) -> Example:
    if isinstance(value, str):
        example = Example(value)
    else:
        inner = Fields(value, f"{table.where}, field “{field}”, example {number}")
        example = Example(
            inner.text("text"), inner.text("source", "") or None, inner.text("source_language", "") or None
        )
        inner.close()
    if max(len(example.text), len(example.source or "")) > LONGEST_EXAMPLE:
        raise table.wrong(field, f"example {number} is longer than {LONGEST_EXAMPLE:,} characters; shorten it.")
    marks = bool(marked_words(example.text))
    if marks != (field == "flags"):
        need = "mark the words at fault [[so]]" if field == "flags" else "take the [[marks]] out"
        raise table.wrong(field, f"in example {number}, {need}.")
    return example


def _expressions(table: Fields) -> tuple[str, ...]:
    value = table.get("regex", (str, list), [], "an expression, or a list of them")
    return (value,) if isinstance(value, str) else table.texts("regex")


def _rows(table: Fields) -> tuple[Row, ...]:
    values = table.get("rows", list, [], "a list of rows, such as { phrase = …, write = …, flag = … }")
    return tuple(_told_row(table, number, value) for number, value in enumerate(values, start=1))


def _told_row(table: Fields, number: int, value: object) -> Row:
    inner = Fields(value, f"{table.where}, row {number}")
    write = inner.get("write", (str, list), [], "a text or a list of texts")
    flags = [each for field in ("flag", "flags") if inner.has(field) for each in _listed(inner, field)]
    row = Row(
        phrase=inner.text("phrase"),
        origin=inner.text("from", ""),
        write=(write,) if isinstance(write, str) else tuple(write),
        flags=tuple(_example(inner, "flags", n, each) for n, each in enumerate(flags, start=1)),
        passes=_examples(inner, "passes"),
    )
    inner.close()
    if not row.flags:
        raise inner.wrong("flag", "give a text in which the phrase is marked [[so]].")
    return row


def _listed(table: Fields, field: str) -> list[object]:
    value = table.get(field, (str, dict, list), [], "an example text")
    return value if isinstance(value, list) else [value]


def _enough(table: Fields, flags: tuple[Example, ...], passes: tuple[Example, ...], rows: tuple[Row, ...]) -> None:
    for field, examples, least in (("flags", flags, 1 if rows else MIN_FLAGS), ("passes", passes, MIN_PASSES)):
        if len(examples) < least:
            raise table.wrong(field, f"{len(examples)} given; give at least {least} examples.")
    if len(passes) <= len(flags) and not rows:
        raise table.wrong("passes", f"give more examples than the {len(flags)} in “flags”.")


def _pattern(table: Fields, field: str, values: Iterable[object]) -> tuple[Mapping[str, Any], ...]:
    tokens = tuple(values)
    if not all(isinstance(token, dict) for token in tokens):
        raise table.wrong(field, 'every part of the pattern must be a table, such as {LOWER = "of"}.')
    return tokens  # type: ignore[return-value]


def _token_patterns(table: Fields) -> tuple[tuple[Mapping[str, Any], ...], ...]:
    values = table.get("tokens", list, [], "a list of token tables, or a list of such lists")
    if values and all(isinstance(value, list) for value in values):
        return tuple(_pattern(table, "tokens", value) for value in values)
    return (_pattern(table, "tokens", values),) if values else ()


def _exceptions(table: Fields) -> tuple[str | tuple[Mapping[str, Any], ...], ...]:
    kind = "a list of regular expressions and token patterns"
    values = table.get("exceptions", list, [], kind)
    if not all(isinstance(value, (str, list)) for value in values):
        raise table.wrong("exceptions", f"this must be {kind}.")
    return tuple(v if isinstance(v, str) else _pattern(table, "exceptions", v) for v in values)


def _density(table: Fields) -> Density | None:
    inner = table.table("density")
    if not table.has("density"):
        return None
    first = inner.get("from", int, 2, "a whole number")
    rate = inner.get("per_thousand", (int, float), None, "a number")
    inner.close()
    if first < 1 or (rate is not None and rate <= 0):
        raise table.wrong("density", "use numbers above zero.")
    return Density(first, rate)


def _source(table: Fields) -> SourceTest:
    raised = table.has("severity_with_source"), table.has("confidence_with_source")
    return SourceTest(
        requires=table.mapping("source_requires"),
        forbids=table.mapping("source_forbids"),
        severity=table.choice("severity_with_source", Severity, Severity.NEUTRAL) if raised[0] else None,
        confidence=table.choice("confidence_with_source", Confidence, Confidence.LOW) if raised[1] else None,
    )


def _one_pattern(table: Fields, entry: PackRule) -> None:
    given = [f for f in ("regex", "tokens", "dependency") if getattr(entry, f)]
    if len(given) > 1 or not (given or entry.rows):
        raise table.wrong(given[1] if given else "rows", "give rows, or one of regex, tokens and dependency.")
    if entry.mark and entry.regex:
        raise table.wrong("mark", "a regex marks its group “x”: write (?P<x>…) around the words instead.")
    if entry.mark:
        _check_mark(table, entry)


def _check_mark(table: Fields, entry: PackRule) -> None:
    if entry.dependency:
        known = {str(node.get("RIGHT_ID")) for node in entry.dependency}
    else:
        known = {str(index) for index in range(min(map(len, entry.tokens), default=0))}
    if strange := [part for part in entry.mark if part not in known]:
        raise table.wrong("mark", f"the pattern has no part “{strange[0]}”; it has {', '.join(sorted(known))}.")
