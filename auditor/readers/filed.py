"""What a file holds: one story or several, each perhaps with the text it translates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import Document, InputError, Metadata, Role, Span
from auditor.readers.pieces import Part, document_of, spans_of


@dataclass(frozen=True, slots=True)
class Paired:
    """The other text of a bilingual file; ``units`` are where it answers the story's, one of each, perhaps empty."""

    document: Document
    units: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """A story as it was filed; a bilingual file gives its source, perhaps a reference, and the ``units`` they share."""

    document: Document
    units: tuple[Span, ...] = ()
    source: Paired | None = None
    reference: Paired | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """All that a file holds: its stories, and a sentence on whatever in it is none or is not translated yet."""

    stories: tuple[Filed, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """What a bilingual file says in one place: a translation, the source and perhaps a reference."""

    target: Part
    source: Part | None = None
    reference: Part | None = None


def filed(
    name: str,
    file: str,
    parts: Sequence[Part],
    language: str | None,
    metadata: Metadata,
    part: str | None = None,
) -> Filed:
    """Return the story of ``parts``, which stand in the text ``file``."""
    return Filed(document_of(name, file, parts, language, part=part, metadata=metadata))


def paired(
    name: str,
    file: str,
    units: Sequence[Unit],
    languages: tuple[str | None, str | None],
    metadata: Metadata,
    part: str | None = None,
) -> Filed:
    """Return the story of ``units``; ``languages`` are the translation's and the source's."""
    target, source = languages
    parts = [unit.target for unit in units]
    document = document_of(name, file, parts, target, part=part, metadata=metadata)

    spans = spans_of(parts)
    roles = [_role(document, span) for span in spans]

    def other(others: Sequence[Part | None], language: str | None) -> Paired | None:
        known = [Part(role, each.pieces) if each else _NOTHING for each, role in zip(others, roles, strict=True)]
        if not any(each.text.strip() for each in known):
            return None
        return Paired(document_of(name, file, known, language, part=part), spans_of(known))

    return Filed(
        document,
        spans,
        other([unit.source for unit in units], source),
        other([unit.reference for unit in units], target),
    )


_NOTHING = Part(None, ())


def _role(document: Document, span: Span) -> Role | None:
    """Return the role that the text beside the unit at ``span`` has, as both say the same; None: by its words."""
    if not span:
        return None
    first = bisect_right(document.blocks, span.start, key=lambda block: block.span.end)
    last = bisect_left(document.blocks, span.end, key=lambda block: block.span.start)
    roles = {block.role for block in document.blocks[first:last]}
    return roles.pop() if len(roles) == 1 else None


def told(name: str, holding: Holding, nothing: str) -> Holding:
    """Return ``holding`` where it has a story of words; raises ``InputError``, which says ``nothing``, elsewhere."""
    if not any(each.document.segments for each in holding.stories):
        raise InputError(f"{name} {nothing}")
    return holding


def counted(number: int, one: str, many: str) -> str:
    """Return ``number`` with the noun that goes with it."""
    return f"{number} {one if number == 1 else many}"
