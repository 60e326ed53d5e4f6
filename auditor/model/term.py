"""One entry of a desk's glossary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """What a glossary asks: one of the targets, none of them, or the source's own words unchanged."""

    REQUIRED = "required"
    FORBIDDEN = "forbidden"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Term:
    """What the desk wants of one term.

    ``source`` is the term in the source, None where the entry holds whatever the source says. ``targets`` are the
    accepted translations, best first; of a forbidden entry, the words that must not stand. ``source_language`` is a
    BCP 47 tag, None for any. ``note`` is told with a finding; ``origin`` is the file and the line, for messages.
    """

    kind: TermKind
    source: str | None
    targets: tuple[str, ...]
    note: str = ""
    source_language: str | None = None
    origin: str = ""

    @property
    def accepted(self) -> tuple[str, ...]:
        """The English words that the desk wants; none of a forbidden entry."""
        return () if self.kind is TermKind.FORBIDDEN else self.targets
