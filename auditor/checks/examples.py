"""The examples of rules, tried: marked ones must be flagged on their marks, the others left alone."""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.analysis import Analysis, pattern_fault, plain
from auditor.bilingual.story import Beside, Story, story_of
from auditor.checks.base import Check, Rule
from auditor.checks.entry import MIN_FLAGS, MIN_PASSES, PackRule
from auditor.checks.pack import PackCheck
from auditor.checks.pattern import Expression, compiled, expanded, placeholders
from auditor.checks.rows import PhraseError, Row
from auditor.config import load_profile
from auditor.model import (
    Block,
    CheckUnavailable,
    Document,
    Example,
    Finding,
    Link,
    PackError,
    Place,
    Role,
    Run,
    Segment,
    Span,
)
from auditor.segmentation.sentences import sentences

if TYPE_CHECKING:
    from auditor.engines.reader.client import Reader

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")

SLOWEST = 0.2
"""Seconds that an expression may take on a line of 10,000 code points made to slow it down."""

_SIZES = (*range(10, 80, 3), 200, 700, 2_500, 10_000)
"""Lengths of the lines, in code points: in small steps at first, where exponential time shows."""

_PUMPS = ("a", "a ", "Aa ", " ", "1", "1,", '"', "of the ", "a, ", "-", "(a ")


@dataclass(frozen=True, slots=True)
class Trial:
    """One example of a rule, told apart from its marks: ``field`` and the 1-based ``number`` name it."""

    check: Check
    rule: Rule
    field: str
    number: int
    example: Example
    text: str
    marks: tuple[Span, ...]


MOST_TRIED = 100_000
"""Code points of the examples of one pack that are tried, ten times those of our largest."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rule: the field it lies in and a sentence that ends with the next step."""

    field: str
    what: str


def verify(check: Check) -> None:
    """Try every pattern and example of ``check``.

    Raises ``PackError`` for the first problem: one sentence that names file, rule and field.
    """
    origin = check.origin if isinstance(check, PackCheck) else check.id
    try:
        every = problems((check,), most=MOST_TRIED)
    except CheckUnavailable as slow:
        raise PackError(f"{origin} cannot be tried on its examples: {slow}") from None
    for rule_id, found in every.items():
        if found:
            raise PackError(f"{origin}, rule “{rule_id}”, field “{found[0].field}”: {found[0].what}")


def problems(
    checks: Iterable[Check], reader: Reader | None = None, *, most: int | None = None
) -> dict[str, tuple[Problem, ...]]:
    """Return what is wrong with each rule of ``checks``, by rule id; nothing where it keeps its word.

    All examples are parsed in one pass: hundreds of rules take seconds. ``reader`` decides where a rule asks one.
    Raises ``CheckUnavailable`` where the examples, or these with what is suggested put in, have more than ``most`` code
    points together.
    """
    given = tuple(checks)
    found: dict[str, list[Problem]] = {rule.id: [] for check in given for rule in check.rules}
    told = {e.rule.id for check in given if isinstance(check, PackCheck) for e in check.entries if e.rows}
    for check in given:
        for rule in check.rules:
            found[rule.id].extend(_counts(rule, rows=rule.id in told))
        if isinstance(check, PackCheck):
            for entry in check.entries:
                found[entry.rule.id].extend(_pattern_problems(entry))
    sound = [check for check in given if not any(found[rule.id] for rule in check.rules)]
    for check in sound:
        if isinstance(check, PackCheck):
            for entry in check.entries:
                found[entry.rule.id].extend(_unproven(entry))
    corrections: list[tuple[Trial, str, Span]] = []
    trials = tuple(_trials(sound))
    _hold(sum(len(trial.text) for trial in trials), most)
    for trial, story in zip(trials, stories([(t.text, t.example) for t in trials], reader), strict=True):
        hits = [finding for finding in trial.check.run(story) if finding.rule == trial.rule.id]
        found[trial.rule.id].extend(_compared(trial, hits))
        corrections.extend((trial, text, span) for text, span in _corrected(trial, hits))
    _hold(sum(len(text) for _, text, _ in corrections), most)
    for rule_id, later in _still_speaking(corrections, reader).items():
        found[rule_id].extend(later)
    return {rule_id: tuple(rule_problems) for rule_id, rule_problems in found.items()}


def _hold(length: int, most: int | None) -> None:
    if most is not None and length > most:
        raise CheckUnavailable(
            f"there are {length:,} characters to try, and {most:,} are the most.",
            "Shorten the examples or split the pack.",
        )


def unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """Return an example's text without its ``[[marks]]``, and the spans that they held."""
    spans: list[Span] = []
    pieces: list[str] = []
    end = length = 0
    for found in _MARK.finditer(text):
        before = text[end : found.start()]
        pieces += (before, found[1])
        length += len(before)
        spans.append(Span(length, length + len(found[1])))
        length += len(found[1])
        end = found.end()
    return "".join((*pieces, text[end:])), tuple(spans)


def example_document(text: str, language: str | None = None) -> Document:
    """Return ``text`` as a story whose paragraphs, parted by blank lines, are all body."""
    blocks: list[Block] = []
    segments: list[Segment] = []
    start = 0
    for end, following in _paragraph_ends(text):
        blocks.append(Block(Role.BODY, Span(start, end)))
        for span in sentences(text, Span(start, end), language):
            segments.append(Segment(len(segments) + 1, len(blocks), span))
        start = following
    runs = (Run(Span(0, len(text)), Place(1, 1)),)
    return Document("example", text, tuple(blocks), tuple(segments), runs, language)


def _paragraph_ends(text: str) -> Iterator[tuple[int, int]]:
    for found in _BLANK_LINE.finditer(text):
        yield found.span()
    yield len(text), len(text)


def stories(examples: Sequence[tuple[str, Example]], reader: Reader | None = None) -> Iterator[Story]:
    """Yield a story for each (unmarked text, example), all of them parsed in one pass."""
    told = [_story(text, example, reader) for text, example in examples]
    Analysis.parse_together([story.analysis for story in told])
    yield from told


def _story(text: str, example: Example, reader: Reader | None) -> Story:
    target = replace(example_document(text), metadata=example.metadata)
    source = None if example.source is None else example_document(example.source, example.source_language)
    return story_of(
        target,
        replace(load_profile("wire"), labels=frozenset(example.labels)),
        source=_beside(target, source),
        source_language=example.source_language,
        reference=_beside(target, None if example.reference is None else example_document(example.reference)),
        glossary=example.glossary,
        reader=reader,
    )


def _beside(target: Document, other: Document | None) -> Beside | None:
    """Answer sentence by sentence where the counts agree, else all by all."""
    if other is None:
        return None
    ours = tuple(segment.number for segment in target.segments)
    theirs = tuple(segment.number for segment in other.segments)
    if len(ours) == len(theirs):
        return Beside(other, tuple(Link((n,), (n,), 1.0) for n in ours))
    return Beside(other, (Link(ours, theirs, 1.0),))


def _trials(checks: Iterable[Check]) -> Iterator[Trial]:
    for check in checks:
        for rule in check.rules:
            for field, examples in (("flags", rule.flags), ("passes", rule.passes)):
                for number, example in enumerate(examples, start=1):
                    text, marks = unmarked(example.text)
                    spoken = _in_its_language(example, rule)
                    yield Trial(check, rule, field, number, spoken, text, marks)


def _in_its_language(example: Example, rule: Rule) -> Example:
    """Return ``example`` as translated from the rule's own language where it names none."""
    if example.source_language or not rule.source_languages:
        return example
    return replace(example, source_language=rule.source_languages[0])


def _counts(rule: Rule, *, rows: bool) -> Iterator[Problem]:
    """Yield what examples are lacking; a rule of ``rows`` has one for each of them."""
    for field, examples, least in (
        ("flags", rule.flags, 1 if rows else MIN_FLAGS),
        ("passes", rule.passes, MIN_PASSES),
    ):
        if len(examples) < least:
            yield Problem(field, f"{len(examples)} given; give at least {least} examples.")
    if len(rule.passes) <= len(rule.flags) and not rows:
        yield Problem("passes", f"give more examples than the {len(rule.flags)} in “flags”.")


def _unproven(entry: PackRule) -> Iterator[Problem]:
    """Yield what no example proves: a row or one of its words that none reaches, a phrase that never excuses."""
    for row in entry.rows:
        texts = [plain(unmarked(example.text)[0]) for example in row.flags]
        for text in texts:
            if row.expression.search(text) is None:
                yield Problem("rows", f"“{row.phrase}” is not in “{_short(text)}”; correct one of the two.")
        for choice, expression in row.branches():
            if not any(map(expression.search, texts)):
                yield Problem("rows", f"no flag reaches “{choice}” of “{row.phrase}”; add one or leave it out.")
    if entry.tokens or entry.dependency or (entry.foreign and not entry.rows):
        return
    patterns = [
        *(row.expression for row in entry.rows),
        *(compiled(text, foreign=entry.foreign) for text in entry.regex),
    ]
    passes = [plain(unmarked(example.text)[0]) for example in entry.rule.passes]
    phrases = [("unless", row.phrase, row.expression) for row in entry.unless]
    given = [text for text in entry.exceptions if isinstance(text, str)]
    expressions = [("exceptions", text, compiled(text, foreign=entry.foreign)) for text in given]
    for field, shown, exception in (*phrases, *expressions):
        if not any(_excused(exception, patterns, text) for text in passes):
            what = f"no pass needs “{_short(shown)}”"
            yield Problem(field, f"{what}; add one that is flagged without it, or leave it out.")


def _excused(exception: Expression, patterns: Iterable[Expression], text: str) -> bool:
    spans = [Span(*found.span()) for found in exception.finditer(text)]
    matches = [Span(*found.span()) for pattern in patterns for found in pattern.finditer(text)]
    return any(match.overlaps(span) for match in matches for span in spans)


def _compared(trial: Trial, hits: Iterable[Finding]) -> Iterator[Problem]:
    """Yield the difference between the marks of an example and what the rule flagged in it."""
    flagged = sorted({anchor.span for finding in hits for anchor in finding.anchors})
    if flagged == sorted(trial.marks):
        return
    where = f"example {trial.number} “{_short(trial.text)}”"
    said = _quoted(span.of(trial.text) for span in flagged)
    if trial.field == "passes":
        yield Problem(trial.field, f"{where} must pass, but {said} is flagged; narrow the pattern.")
    else:
        marked = _quoted(span.of(trial.text) for span in trial.marks)
        yield Problem(trial.field, f"{where} is marked at {marked}, but the rule flags {said}; correct one of the two.")


def _quoted(words: Iterable[str]) -> str:
    return " and ".join(f"“{word}”" for word in words) or "nothing"


def _short(text: str, limit: int = 70) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _corrected(trial: Trial, hits: Iterable[Finding]) -> Iterator[tuple[str, Span]]:
    """Yield the text with each suggestion in place of its words, and where it then stands."""
    for finding in hits:
        span = finding.primary.span
        for suggestion in finding.suggestions:
            text = trial.text[: span.start] + suggestion + trial.text[span.end :]
            yield text, Span(span.start, span.start + len(suggestion))


def _still_speaking(corrections: Sequence[tuple[Trial, str, Span]], reader: Reader | None) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    again = stories([(text, trial.example) for trial, text, _ in corrections], reader)
    for (trial, text, span), story in zip(corrections, again, strict=True):
        for finding in trial.check.run(story):
            if finding.rule == trial.rule.id and finding.primary.span.overlaps(span):
                what = f"“{span.of(text)}” in {trial.field} example {trial.number} is flagged again"
                found[trial.rule.id].append(Problem("suggestions", f"{what}; suggest words that pass."))
    return found


def _pattern_problems(entry: PackRule) -> Iterator[Problem]:
    """Yield what is wrong with the patterns of ``entry`` themselves: faults, then slowness."""
    conditions = (*entry.source.requires.values(), *entry.source.forbids.values())
    regexes = [("regex", text) for text in entry.regex]
    regexes += [("exceptions", text) for text in entry.exceptions if isinstance(text, str)]
    regexes += [("source_requires or source_forbids", text) for text in conditions]
    for field, row in (*(("rows", row) for row in entry.rows), *(("unless", row) for row in entry.unless)):
        if (what := _row_fault(row)) is not None:
            yield Problem(field, what)
    for field, regex in regexes:
        if (what := _regex_fault(regex, entry)) is not None:
            yield Problem(field, what)
    parsed = [("tokens", pattern) for pattern in entry.tokens]
    parsed += [("dependency", entry.dependency)] if entry.dependency else []
    parsed += [("exceptions", pattern) for pattern in entry.exceptions if not isinstance(pattern, str)]
    for field, pattern in parsed:
        try:
            fault = pattern_fault(expanded(pattern), dependency=field == "dependency")
        except (KeyError, FileNotFoundError) as error:
            fault = f"no such word list: {error}"
        if fault is not None:
            yield Problem(field, f"spaCy does not take the pattern ({fault}); correct it.")
    yield from _placeholder_problems(entry)


def _row_fault(row: Row) -> str | None:
    try:
        _ = row.slots, row.sought, row.expression
    except PhraseError as error:
        return f"“{row.phrase}” cannot be read: {error}"
    except (re.error, ValueError) as error:
        return f"“{row.phrase}” cannot be read ({error}); give each slot a name of its own."
    except (KeyError, FileNotFoundError) as error:
        return f"“{row.phrase}” names a word list that does not exist ({error}); correct its name."
    return None


def _placeholder_problems(entry: PackRule) -> Iterator[Problem]:
    known = {"match", *_part_names(entry)}
    written = (("rows", text) for row in entry.rows for text in row.write)
    suggested = (("suggestions", text) for text in entry.suggestions)
    for field, template in (("message", entry.message), *suggested, *written):
        for name in placeholders(template):
            if name not in known:
                yield Problem(field, f"the pattern has no part “{name}”; it has {', '.join(sorted(known))}.")


def _part_names(entry: PackRule) -> Iterator[str]:
    for regex in entry.regex:
        with suppress(re.error, KeyError, FileNotFoundError):  # told as a problem of the regex
            pattern = compiled(regex, foreign=entry.foreign)
            yield from (*pattern.groupindex, *map(str, range(1, pattern.groups + 1)))
    with suppress(PhraseError):
        yield from (slot.name for row in entry.rows for slot in row.slots)
    for tokens in entry.tokens:
        yield from map(str, range(len(tokens)))
    yield from (str(node.get("RIGHT_ID")) for node in entry.dependency)


def _regex_fault(regex: str, entry: PackRule) -> str | None:
    try:
        pattern = compiled(regex, foreign=entry.foreign)
    except re.error as error:
        return f"“{_short(regex)}” is not a regular expression ({error}); correct it."
    except (KeyError, FileNotFoundError) as error:
        return f"“{_short(regex)}” names a word list that does not exist ({error}); correct its name."
    if pattern.search("") is not None:
        return f"“{_short(regex)}” matches nothing at all; require at least one character."
    samples = [unmarked(example.text)[0] for example in entry.rule.flags]
    return _slowness(pattern, (*_PUMPS, *samples))


def _slowness(pattern: Expression, pumps: Iterable[str]) -> str | None:
    """Return a complaint if ``pattern`` is slow on a long line; lines grow, so that none takes for ever."""
    for pump in pumps:
        for size in _SIZES:
            line = (pump * (size // len(pump) + 1))[:size] + "!"
            # Timed again before it is blamed: a busy machine is no fault of the pattern.
            if _timed(pattern, line) > SLOWEST and (seconds := _timed(pattern, line)) > SLOWEST:
                return (
                    f"it takes {seconds:.1f} s on {len(line)} characters of “{_short(pump, 20)}” repeated; "
                    "bound its repetitions."
                )
    return None


def _timed(pattern: Expression, line: str) -> float:
    started = time.thread_time()
    with suppress(TimeoutError):
        for _ in pattern.finditer(line):
            pass
    return time.thread_time() - started
