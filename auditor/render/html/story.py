"""One report laid out as a page: the prose, the sentence cards, what to fix first, what to count."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.model import Block, Edit, Link, PairScore, Report, Role, Segment, SentenceScore, Severity, Span
from auditor.render.html.chart import Course, course
from auditor.render.html.heading import heading
from auditor.render.html.marks import MarkedPiece, NoteMark, cut
from auditor.render.html.notes import Note, marks, notes
from auditor.render.html.quoting import quotations
from auditor.render.wording import reckoning

FIRST_FIXES = 5
"""How many findings “Fix these first” names."""

LONG = 300
"""Sentences from which the browser is told to lay out only what is in sight."""

VAST = 2000
"""Sentences beyond which the page says less, so that it stays under 6 MB: only sentences with findings have a card, and
the reference is shown as it is, not word by word."""

NOTES_OPEN = 8
"""Notes a sentence shows at once; the rest are behind “and n more”."""

CONTEXT = 70
"""Characters of the sentence shown on either side of the words to fix first."""


@dataclass(frozen=True, slots=True)
class MarkedStretch:
    """A sentence, or what stands between two, as marked pieces."""

    sentence: int | None
    pieces: tuple[MarkedPiece, ...]


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """One block of the story as prose."""

    role: Role
    stretches: tuple[MarkedStretch, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What answers a sentence in another text.

    ``group`` are the target sentences that it answers together; ``home`` is the first of them, whose
    card shows the ``text`` or, word for word against the target, the ``edits``. Of a source, the words that notes
    quote are marked in ``pieces``.
    """

    group: tuple[int, ...]
    home: int
    text: str
    edits: tuple[Edit, ...] = ()
    pair: PairScore | None = None
    pieces: tuple[MarkedPiece, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One sentence with its notes; ``source`` and ``reference`` are None where nothing answers it.

    ``neural`` is the score of a neural model, None where it gave none; ``risk`` how likely a major error is, in words,
    where the desk does not accept it.
    """

    number: int
    line: int
    points: float
    neural: float | None
    risk: str
    pieces: tuple[MarkedPiece, ...]
    notes: tuple[Note, ...]
    visitors: tuple[Note, ...]
    source: Beside | None
    reference: Beside | None

    @property
    def open(self) -> tuple[Note, ...]:
        """The notes shown at once."""
        return self.notes[:NOTES_OPEN]

    @property
    def folded(self) -> tuple[Note, ...]:
        """The notes behind “and n more”."""
        return self.notes[NOTES_OPEN:]


@dataclass(frozen=True, slots=True)
class FirstNote:
    """A note to begin with, and its words in their sentence."""

    note: Note
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that prove nothing by themselves, or a whole sentence that may hold a major error; and what of them."""

    sentence: int
    words: str
    message: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings a category, a rule or a check has, by severity from critical to neutral."""

    name: str
    counts: tuple[tuple[Severity, int], ...]

    @property
    def errors(self) -> int:
        """All but the neutral ones, which accuse of nothing."""
        return sum(count for severity, count in self.counts if severity is not Severity.NEUTRAL)


@dataclass(frozen=True, slots=True)
class StoryPage:
    """All that the template shows of one report."""

    report: Report
    title: str
    notes: tuple[Note, ...]
    passages: tuple[ProseBlock, ...]
    cards: tuple[Card, ...]
    strays: tuple[Note, ...]
    remarks: tuple[Note, ...]
    urgent: tuple[Note, ...]
    fixes: tuple[FirstNote, ...]
    doubts: tuple[Doubt, ...]
    course: Course
    categories: tuple[Tally, ...]
    rules: tuple[Tally, ...]
    checks: tuple[Tally, ...]
    unanswered_source: tuple[str, ...]
    unanswered_reference: tuple[str, ...]

    @property
    def reckoning(self) -> str:
        """How the quality is reckoned, with its numbers; nothing where the report does not hold them."""
        return reckoning(self.report.score)

    @property
    def held(self) -> frozenset[int]:
        """The sentences that may hold a major error, by a risk that the desk does not take."""
        return frozenset(doubt.sentence for doubt in self.doubts if not doubt.words)

    @property
    def long(self) -> bool:
        """Whether the story is so long that the page is laid out piece by piece."""
        return len(self.report.document.segments) > LONG

    @property
    def vast(self) -> bool:
        """Whether the story is so long that the page leaves out what can be seen elsewhere."""
        return _vast(self.report)


def _vast(report: Report) -> bool:
    return len(report.document.segments) > VAST


def story_page(report: Report) -> StoryPage:
    """Return ``report`` laid out."""
    document = report.document
    all_notes = notes(report)
    index = _MarkIndex(marks(all_notes))
    urgent = _urgent(all_notes)
    cards = tuple(_cards(report, all_notes, index))
    return StoryPage(
        report=report,
        title=heading(document),
        notes=all_notes,
        passages=tuple(_passage(report, block, index) for block in document.blocks),
        cards=cards,
        strays=tuple(note for note in all_notes if note.sentence is None and not note.neutral),
        remarks=tuple(note for note in all_notes if note.neutral),
        urgent=urgent,
        fixes=tuple(_fix(report, note) for note in urgent[:FIRST_FIXES]),
        doubts=tuple(_doubts(report)),
        course=course(report),
        categories=_tallies((note.finding.category.value, note) for note in all_notes),
        rules=_tallies((note.finding.rule, note) for note in all_notes),
        checks=_tallies((note.finding.check, note) for note in all_notes),
        unanswered_source=tuple(_unanswered_source(report)),
        unanswered_reference=tuple(_unanswered_reference(report)),
    )


class _MarkIndex:
    """The marks of a story, found by place without looking at all of them."""

    def __init__(self, marks: Iterable[NoteMark]) -> None:
        self._marks = tuple(marks)
        self._by_start = sorted((mark.span.start, mark.span.end, order) for order, mark in enumerate(self._marks))
        self._starts = [start for start, _, _ in self._by_start]
        self._longest = max((len(mark.span) for mark in self._marks), default=0)

    def touching(self, span: Span) -> tuple[NoteMark, ...]:
        """Return the marks that may touch ``span``, worst first."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end + 1)
        return tuple(self._marks[order] for order in sorted(o for _, _, o in self._by_start[first:last]))


def _passage(report: Report, block: Block, index: _MarkIndex) -> ProseBlock:
    document = report.document
    first = bisect_left(document.segments, block.span.start, key=lambda segment: segment.span.start)
    stretches: list[MarkedStretch] = []
    at = block.span.start
    last = bisect_left(document.segments, block.span.end, key=lambda segment: segment.span.start)
    for segment in document.segments[first:last]:
        if at < segment.span.start:
            stretches.append(_stretch(report, Span(at, segment.span.start), None, index))
        stretches.append(_stretch(report, segment.span, segment.number, index))
        at = segment.span.end
    if at < block.span.end:
        stretches.append(_stretch(report, Span(at, block.span.end), None, index))
    return ProseBlock(block.role, tuple(stretches))


def _stretch(report: Report, span: Span, sentence: int | None, index: _MarkIndex) -> MarkedStretch:
    return MarkedStretch(sentence, cut(report.document.text, span, index.touching(span)))


def _cards(report: Report, all_notes: tuple[Note, ...], index: _MarkIndex) -> Iterator[Card]:
    """Yield a card per sentence that has notes, or per sentence where there is a text to lay beside it."""
    own: defaultdict[int, list[Note]] = defaultdict(list)
    visiting: defaultdict[int, list[Note]] = defaultdict(list)
    for note in (note for note in all_notes if not note.neutral):
        if note.sentence is not None:
            own[note.sentence].append(note)
        for number in {place.sentence for place in note.places} - {None, note.sentence}:
            assert number is not None
            visiting[number].append(note)
    sources, references = _sources(report, own), _references(report)
    scores = {score.number: score for score in report.sentences}
    everything = bool(report.source or report.comparison) and not _vast(report)
    for segment in report.document.segments:
        number = segment.number
        if not (everything or own[number] or visiting[number]):
            continue
        score = scores.get(number, SentenceScore(number, 0.0, 0))
        yield Card(
            number=number,
            line=report.document.place(segment.span.start).line,
            points=score.points,
            neural=score.neural,
            risk=_risk(score),
            pieces=_stretch(report, segment.span, number, index).pieces,
            notes=tuple(sorted(own[number], key=lambda n: (-n.finding.severity.rank, n.index))),
            visitors=tuple(visiting[number]),
            source=sources.get(number),
            reference=references.get(number),
        )


def _risk(score: SentenceScore) -> str:
    if score.problem_probability is None or score.clear:
        return ""
    return f"major error: {score.problem_probability:.0%}"


def _doubts(report: Report) -> Iterator[Doubt]:
    """Yield what is to be cleared or held: sentences at risk, and doubtful words, in the order of the text."""
    words: dict[int, list[Doubt]] = defaultdict(list)
    for each in report.doubts:
        if home := report.document.segment_at(each.primary.span.start):
            words[home.number].append(Doubt(home.number, each.primary.text, each.message))
    for score in report.sentences:
        if told := _risk(score):
            yield Doubt(score.number, "", told)
        yield from words[score.number]


def _sources(report: Report, own: dict[int, list[Note]]) -> dict[int, Beside]:
    if report.source is None:
        return {}
    answers: dict[int, Beside] = {}
    for link in report.source_links:
        if link.target and link.other:
            text = _words(report.source.segments, link, report.source.text)
            quoting = (note for number in link.target for note in own.get(number, ()))
            pieces = cut(text, Span(0, len(text)), quotations(text, quoting))
            answers |= dict.fromkeys(link.target, Beside(link.target, link.target[0], text, pieces=pieces))
    return answers


def _references(report: Report) -> dict[int, Beside]:
    if report.comparison is None:
        return {}
    answers: dict[int, Beside] = {}
    for pair in report.comparison.pairs:
        reference = report.comparison.reference
        text = _words(reference.segments, pair.link, reference.text)
        edits = () if _vast(report) else pair.edits
        beside = Beside(pair.link.target, pair.link.target[0], text, edits, pair)
        answers |= dict.fromkeys(pair.link.target, beside)
    return answers


def _words(segments: tuple[Segment, ...], link: Link, text: str) -> str:
    return " ".join(segments[number - 1].span.of(text) for number in link.other)


def _unanswered_source(report: Report) -> Iterator[str]:
    if report.source is not None:
        for link in report.source_links:
            if link.other and not link.target:
                yield _words(report.source.segments, link, report.source.text)


def _unanswered_reference(report: Report) -> Iterator[str]:
    if report.comparison is not None:
        reference = report.comparison.reference
        for number in report.comparison.unanswered_reference:
            yield reference.segments[number - 1].span.of(reference.text)


def _urgent(all_notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Return the worst and surest findings, what changes the news before idiom, one of each sentence before a second.

    Minor ones are named only where nothing is worse: they can wait.
    """
    grave = [note for note in all_notes if note.finding.severity.rank >= Severity.MAJOR.rank]
    accusing = grave or [note for note in all_notes if not note.neutral]
    ranked = sorted(accusing, key=lambda n: (n.finding.urgency, n.index))
    earlier: Counter[int | None] = Counter()
    rounds = []
    for note in ranked:
        rounds.append((earlier[note.sentence], note))
        earlier[note.sentence] += 1
    rounds.sort(key=lambda item: (item[1].finding.urgency[:2], item[0]))
    return tuple(note for _, note in rounds)


def _fix(report: Report, note: Note) -> FirstNote:
    document, span = report.document, note.finding.primary.span
    home = document.segment_at(span.start)
    limits = home.span if home else Span(max(span.start - CONTEXT, 0), min(span.end + CONTEXT, len(document.text)))
    before = document.text[limits.start : span.start]
    after = document.text[span.end : max(limits.end, span.end)]
    return FirstNote(note, _tail(before), span.of(document.text), _head(after))


def _tail(text: str) -> str:
    if len(text) <= CONTEXT:
        return text
    _, space, rest = text[-CONTEXT:].partition(" ")
    return f"… {rest}" if space else f"…{text[-CONTEXT:]}"


def _head(text: str) -> str:
    if len(text) <= CONTEXT:
        return text
    rest, space, _ = text[:CONTEXT].rpartition(" ")
    return f"{rest} …" if space else f"{text[:CONTEXT]}…"


def _tallies(named: Iterable[tuple[str, Note]]) -> tuple[Tally, ...]:
    """Count by name, the heaviest name first."""
    counts: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
    for name, note in named:
        counts[name][note.finding.severity] += 1
    tallies = (
        Tally(name, tuple((severity, of[severity]) for severity in reversed(Severity))) for name, of in counts.items()
    )
    return tuple(sorted(tallies, key=lambda t: (tuple(-count for _, count in t.counts), t.name)))
