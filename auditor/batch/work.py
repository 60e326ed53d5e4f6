"""The audit of one chunk: its stories go over the desk together, and what is said of them goes back to their items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.analysis import identify, parse
from auditor.batch.bundle import Bundle, Chunk, Joined, is_whole, joined, links
from auditor.batch.item import Item
from auditor.batch.result import Result, Sentence
from auditor.bilingual.story import Beside, Story
from auditor.checks.completeness.empty_translation import empty_translation
from auditor.config import EngineSettings, Profile
from auditor.desk import Desk, Examined
from auditor.desk.desk import doubts_beside
from auditor.desk.expecting import Part, counted, learn, problem, problems
from auditor.desk.texts import bounded
from auditor.model import AuditorError, Finding, Link, Skipped, Span, Term
from auditor.scoring import unseen_points
from auditor.scoring.problem import is_clear
from auditor.segmentation import count_words

if TYPE_CHECKING:
    from auditor.engines.languagetool import Reply

NOTHING = Skipped("all", "There is no text to audit.", "Give the translation in “target”.")
"""Said of an item with neither target nor source."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What each process makes its desk of: see ``batch``. ``sentences``: the results tell of each sentence, too."""

    profile: Profile
    packs: tuple[Path, ...]
    source_language: str | None
    glossary: tuple[Term, ...] = ()
    reader: bool = True
    sentences: bool = False


@cache
def desk_of(settings: Settings) -> Desk:
    """Return the desk of ``settings``, made once in a process."""
    from auditor.checks.registry import desk_packs

    return Desk(
        settings.profile,
        engine=EngineSettings(reader=settings.reader),
        packs=desk_packs(settings.packs),
        glossary=settings.glossary,
        source_language=settings.source_language,
    )


def ready(settings: Settings) -> None:
    """Load what the first chunk will need."""
    desk_of(settings)
    next(parse(["Ready."]))


def audit_chunk(chunk: Chunk, heard: Sequence[Reply | Skipped] | Skipped, settings: Settings) -> list[Result]:
    """Return the results of all items of ``chunk``, in order.

    ``heard`` is what LanguageTool said of each of its stories, or the reason why it said nothing. A story whose audit
    breaks off takes no other with it: the results of its items say so.
    """
    try:
        return _audited(chunk, heard, settings)
    except Exception:  # noqa: BLE001 - whatever a line may hold, the others are audited
        return [result for one, said in parted(chunk, heard) for result in _alone(one, said, settings)]


def parted(
    chunk: Chunk, heard: Sequence[Reply | Skipped] | Skipped
) -> Iterator[tuple[Chunk, Sequence[Reply | Skipped] | Skipped]]:
    """Yield each story of ``chunk`` as one by itself, with what was heard of it."""
    for index, bundle in enumerate(chunk):
        yield (bundle,), heard if isinstance(heard, Skipped) else (heard[index],)


def not_audited(chunk: Chunk, reason: str, hint: str) -> list[Result]:
    """Return the results of all items of ``chunk``, which was not audited; those that are at fault say that."""
    return [Result.without(item.id, item.fault or Skipped("all", reason, hint)) for bundle in chunk for item in bundle]


def _alone(chunk: Chunk, heard: Sequence[Reply | Skipped] | Skipped, settings: Settings) -> list[Result]:
    try:
        return _audited(chunk, heard, settings)
    except AuditorError as error:
        return not_audited(chunk, str(error), "Correct the line and begin anew with --restart.")
    except Exception as error:  # noqa: BLE001
        reason = f"The audit of this story broke off ({type(error).__name__}: {error})."
        return not_audited(chunk, reason, "This is a bug: please report it, with the line.")


def _audited(chunk: Chunk, heard: Sequence[Reply | Skipped] | Skipped, settings: Settings) -> list[Result]:
    desk = desk_of(settings)
    told = [_Told.of(bundle, desk) for bundle in chunk]
    learn((each.story, part) for each in told for part in each.parts())
    found = desk.examine([each.story for each in told], heard=heard)
    return [
        result
        for each, examined in zip(told, found, strict=True)
        for result in each.results(examined, desk, sentences=settings.sentences)
    ]


def target_of(bundle: Bundle) -> Joined:
    """Return the translations of ``bundle`` as one story."""
    return Joined.of([item.target for item in bundle], whole=is_whole(bundle))


@dataclass(frozen=True, slots=True)
class _Told:
    """A bundle as a story; ``source_links`` and ``reference_links`` are those of each item."""

    items: Bundle
    target: Joined
    story: Story
    source_links: tuple[tuple[Link, ...], ...]
    reference_links: tuple[tuple[Link, ...], ...]

    @classmethod
    def of(cls, bundle: Bundle, desk: Desk) -> _Told:
        target = target_of(bundle)
        given = joined(item.source or "" for item in bundle)
        trusted = [item.reference for item in bundle]
        stated = bundle[0].source_language or desk.source_language
        with bounded(target.document):
            language = stated or (identify(given) if given.strip() else None)
            source, source_links = _beside(target, [item.source for item in bundle], language, whole=is_whole(bundle))
            reference, reference_links = _beside(target, trusted, None, whole=is_whole(bundle))
        return cls(
            bundle, target, desk.told(target.document, source, language, reference), source_links, reference_links
        )

    def parts(self) -> Iterator[Part]:
        """Yield the sentences of each item."""
        for each in zip(self.target.segments(), self.source_links, self.reference_links, strict=True):
            segments, source_links, reference_links = each
            yield Part(frozenset(segment.number for segment in segments), source_links, reference_links)

    def results(self, found: Examined, desk: Desk, *, sentences: bool) -> Iterator[Result]:
        """Yield what ``found`` says of each item, with or without its ``sentences``."""
        heard = desk.sifted(self.story, found).findings
        likelihoods = problems(self.story, found, heard) if sentences else None
        each = zip(
            self.items,
            self.target.segments(),
            self.parts(),
            self.target.findings(heard),
            self.target.findings(doubts_beside(heard, found.doubts)),
            strict=True,
        )
        for index, (item, segments, part, findings, doubts) in enumerate(each):
            likely = () if likelihoods is None else tuple(islice(likelihoods, len(segments)))
            if item.fault:
                yield Result.without(item.id, item.fault)
            elif item.target.strip():
                spans = [self.target.place(segment.span, index) for segment in segments] if likely else []
                told = tuple(sentences_of(item.target, spans, likely, findings, desk))
                yield replace(
                    result_of(self.story, found, heard, part, findings, doubts, desk), id=item.id, sentences=told
                )
            else:
                yield _empty(item, desk)


def result_of(
    story: Story,
    found: Examined,
    heard: tuple[Finding, ...],
    part: Part,
    findings: tuple[Finding, ...],
    doubts: tuple[Finding, ...],
    desk: Desk,
) -> Result:
    """Return the result of a ``part`` of ``story``, as yet without id and sentences.

    ``heard`` are the findings of the whole story, ``findings`` and ``doubts`` those of the part.
    """
    points = desk.points(findings)
    signs = counted(story, found, heard, part)
    likely = problem(story, signs, findings, part)
    clear = is_clear(likely, findings, desk.profile.risk)
    return Result(None, findings, doubts, points, points + unseen_points(signs), found.skipped, likely, clear)


def sentences_of(
    text: str, spans: Iterable[Span], likelihoods: Iterable[float], findings: Iterable[Finding], desk: Desk
) -> Iterator[Sentence]:
    """Yield the sentences at ``spans`` of ``text``, for each of which there is one of ``likelihoods``."""
    told = sorted(findings, key=lambda finding: finding.primary.span.start)
    for span, likely in zip(spans, likelihoods, strict=False):
        mine = [finding for finding in told if span.start <= finding.primary.span.start < span.end]
        yield Sentence(span, count_words(span.of(text)), desk.points(mine), likely)


def _beside(
    target: Joined, texts: Sequence[str | None], language: str | None, *, whole: bool
) -> tuple[Beside | None, tuple[tuple[Link, ...], ...]]:
    """Return the ``texts`` beside the items, if there are any, and the links of each item."""
    if not any(texts):
        return None, tuple(() for _ in texts)
    other = Joined.of([text or "" for text in texts], language, whole=whole)
    each = links(target, other)
    return Beside(other.document, tuple(link for here in each for link in here)), each


def _empty(item: Item, desk: Desk) -> Result:
    """Return the result of an item without a translation, which is a defect where there is a source."""
    target = Joined.of([""]).document
    source = Beside(Joined.of([item.source or ""]).document, ())
    found: tuple[Finding, ...] = tuple(empty_translation.run(desk.told(target, source, None, None)))
    points = desk.points(found)
    if not found:
        return Result(item.id, (), (), points, points, (NOTHING,))
    return Result(item.id, found, (), points, points, (), problem_probability=1.0, clear=False)
