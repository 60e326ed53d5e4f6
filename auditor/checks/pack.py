"""Packs: data files of rules, each file one check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib import resources

from auditor.analysis import Sentence
from auditor.checks.base import Hit, Rule, Story, finding, speaks_for
from auditor.checks.entry import Density, Fields, InQuotes, PackRule, read_entry
from auditor.checks.pattern import (
    SEARCH_SECONDS,
    Exceptions,
    PatternMatch,
    Patterns,
    SlowPatternError,
    fill,
    recased,
    row_matches,
)
from auditor.checks.rows import Row, RowIndex
from auditor.checks.sources import Testimony, testimony_of
from auditor.deadline import within
from auditor.files import parsed_toml
from auditor.model import CheckUnavailable, Evidence, Finding, PackError, Severity, Span

_BASE_SECONDS = 10.0
_SECONDS_PER_CHARACTER = 0.0001
"""What a desk's own pack may take for a story, in all: some ten times what ours do."""

_SHARED = ("category", "severity", "confidence")
"""Fields that a pack may give for those of its rules that do not say otherwise."""

_BOUND = "Bound the repetitions in its patterns, or leave it out."


@dataclass(frozen=True, eq=False)
class PackCheck:
    """The rules of one pack file, run as one check; patterns are compiled when first needed.

    ``origin`` names the file, for error messages; ``digest`` is the SHA-256 of its text.
    """

    id: str
    name: str
    description: str
    entries: tuple[PackRule, ...]
    origin: str
    digest: str
    background: bool = False

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Its rules, in the order of the file."""
        return tuple(entry.rule for entry in self.entries)

    def run(self, story: Story) -> Iterator[Finding]:
        """Yield the findings in ``story`` of the rules that apply to its source language.

        Raises ``CheckUnavailable`` where a desk's own patterns take too long.
        """
        if not self._foreign:
            yield from self._run(story)
            return
        seconds = _BASE_SECONDS + len(story.target.text) * _SECONDS_PER_CHARACTER
        reason = f"The pack {self.origin} takes more than {seconds:.0f} s on this story."
        with within(seconds, lambda _: CheckUnavailable(reason, _BOUND)):
            found = tuple(self._run(story))
        yield from found

    def _run(self, story: Story) -> Iterator[Finding]:
        dense: dict[str, list[_Use]] = defaultdict(list)
        for use in self._uses(story):
            if use.entry.density is None:
                yield use.finding(self.id, story, (use.span,))
            else:
                dense[use.entry.rule.id].append(use)
        for uses in dense.values():
            yield from self._dense(uses, story)

    def ready(self) -> None:
        """Make ready now what is otherwise made when it is first needed, for a process that stays."""
        _ = self._patterns, self._exceptions, self._row_index, [row.expression for _, row in self._rows]

    def _uses(self, story: Story) -> Iterator[_Use]:
        spoken = {rule.id for rule in self.rules if speaks_for(rule, story.source_language)}
        for sentence in story.analysis.sentences:
            taken: dict[str, list[Span]] = defaultdict(list)
            for entry, match in self._matches(sentence, spoken, story):
                marked = taken[entry.rule.id]
                if any(match.marked.overlaps(span) for span in marked):
                    continue
                if (use := self._judged(entry, match, sentence, story)) is not None:
                    marked.append(match.marked)
                    yield use

    def _matches(self, sentence: Sentence, spoken: Set[str], story: Story) -> Iterator[tuple[PackRule, PatternMatch]]:
        for number in self._row_index.possible(sentence.words):
            entry, row = self._rows[number]
            if entry.rule.id in spoken:
                for match in row_matches(row, sentence.plain):
                    yield entry, match
        try:
            for entry, match in self._patterns.matches(sentence):
                if entry.rule.id in spoken:
                    yield entry, match
        except SlowPatternError as slow:
            raise self._overdue(slow.entry, sentence, story) from None

    def _overdue(self, entry: PackRule, sentence: Sentence, story: Story) -> CheckUnavailable:
        line = story.target.place(sentence.segment.span.start).line
        took = f"takes more than {SEARCH_SECONDS:g} s on the sentence that begins in line {line}"
        return CheckUnavailable(f"The rule “{entry.rule.id}” of {self.origin} {took}.", _BOUND)

    def _judged(self, entry: PackRule, match: PatternMatch, sentence: Sentence, story: Story) -> _Use | None:
        """Return the use that ``match`` is, or None where an exception, a quotation or the source excuses it."""
        span = sentence.span_at(match.marked.start, match.marked.end)
        quoted = entry.in_quotes is not InQuotes.FLAG and story.analysis.in_quotation(span)
        if quoted and entry.in_quotes is InQuotes.SKIP:
            return None
        try:
            if (entry.exceptions or entry.unless) and self._exceptions[entry.rule.id].excuse(match, sentence):
                return None
            testimony = testimony_of(entry, story.source_of(sentence.segment.number), story)
        except TimeoutError:
            raise self._overdue(entry, sentence, story) from None
        if testimony.silent:
            return None
        return _Use(entry, match, span, quoted, testimony)

    def _dense(self, uses: list[_Use], story: Story) -> Iterator[Finding]:
        density = uses[0].entry.density
        assert density is not None
        if spans := _dense_spans([use.span for use in uses], density, _words(story)):
            first = next(use for use in uses if use.span == spans[0])
            yield first.finding(self.id, story, spans)

    @cached_property
    def _foreign(self) -> bool:
        return any(entry.foreign for entry in self.entries)

    @cached_property
    def _patterns(self) -> Patterns:
        return Patterns(self.entries)

    @cached_property
    def _rows(self) -> tuple[tuple[PackRule, Row], ...]:
        return tuple((entry, row) for entry in self.entries for row in entry.rows)

    @cached_property
    def _row_index(self) -> RowIndex:
        return RowIndex([row for _, row in self._rows])

    @cached_property
    def _exceptions(self) -> dict[str, Exceptions]:
        return {entry.rule.id: Exceptions(entry) for entry in self.entries if entry.exceptions or entry.unless}


@dataclass(frozen=True, slots=True)
class _Use:
    """A match that counts: one use of the words that a rule is about."""

    entry: PackRule
    match: PatternMatch
    span: Span
    softened: bool
    testimony: Testimony

    def finding(self, check: str, story: Story, spans: tuple[Span, ...]) -> Finding:
        """Return the finding at ``spans``, of which this use is the first."""
        entry, words = self.entry, self.span.of(story.target.text)
        filled = (fill(text, self.match, words, entry.swap) for text in (*self.match.write, *entry.suggestions))
        hit = Hit(
            spans=spans,
            message=fill(entry.message, self.match, words, entry.swap) or entry.message,
            suggestions=tuple(dict.fromkeys(recased(text, words) for text in filled if text is not None)),
            fix_is_safe=entry.fix_is_safe,
            evidence=self._evidence(len(spans)),
            severity=self._severity(),
            confidence=entry.source.confidence if self.testimony.met else None,
        )
        return finding(check, entry.rule, hit, story)

    def _severity(self) -> Severity:
        raised = self.entry.source.severity if self.testimony.met else None
        severity = raised or self.entry.rule.severity
        return _lower(severity) if self.softened else severity

    def _evidence(self, uses: int) -> tuple[Evidence, ...]:
        density = self.entry.density
        counted = (Evidence("density", f"{uses} uses reported in this story"),) if density else ()
        return (*counted, *((Evidence("source", self.testimony.met),) if self.testimony.met else ()))


def _lower(severity: Severity) -> Severity:
    order = tuple(Severity)
    return order[max(severity.rank - 1, 0)]


def _words(story: Story) -> int:
    return sum(len(sentence.text.split()) for sentence in story.analysis.sentences)


def _dense_spans(spans: list[Span], density: Density, words: int) -> tuple[Span, ...]:
    """Return the uses to report, in the order of the text."""
    ordered = tuple(sorted(spans))
    if density.per_thousand is None:
        return ordered[density.first - 1 :]
    enough = len(ordered) >= density.first and len(ordered) * 1000 > density.per_thousand * words
    return ordered if enough else ()


def read_pack(text: str, origin: str, *, foreign: bool = False) -> PackCheck:
    """Return the pack that a TOML ``text`` describes; ``origin`` names its file in errors.

    ``foreign``: it is a desk's own, whose patterns are given a time.

    Raises ``PackError`` for the first thing wrong with its structure; the patterns are not compiled.
    """
    try:
        data = parsed_toml(text)
    except ValueError as error:
        raise PackError(f"{origin} is not TOML: {error}; correct that line.") from None
    head = Fields(data, origin)
    languages = head.texts("source_languages")
    entries = head.get("rule", list, [], "a list of [[rule]] tables")
    shared = {field: head.text(field) for field in _SHARED if head.has(field)}
    pack = PackCheck(
        id=head.text("id"),
        name=head.text("name"),
        description=" ".join(head.text("description").split()),
        entries=tuple(
            read_entry({**shared, **entry} if isinstance(entry, dict) else entry, origin, n, languages, foreign=foreign)
            for n, entry in enumerate(entries, start=1)
        ),
        origin=origin,
        digest=sha256(text.encode()).hexdigest(),
    )
    head.close()
    seen: set[str] = set()
    for rule in pack.rules:
        if rule.id in seen:
            raise PackError(f"{origin}, rule “{rule.id}”, field “id”: two rules have it; rename one.")
        seen.add(rule.id)
    return pack


@cache
def shipped_packs() -> tuple[PackCheck, ...]:
    """Return the packs that come with the auditor, in the order of their file names."""
    folder = resources.files("auditor") / "packs"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda file: file.name)
    return tuple(read_pack(file.read_text(encoding="utf-8"), f"packs/{file.name}") for file in files)
