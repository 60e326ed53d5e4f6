"""A translation beside an older and a newer version of its source: all that a renderer may show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.document import Document
from auditor.model.span import Span


class Fact(StrEnum):
    """What a new version of a sentence says otherwise."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    BOUND = "bound"
    DENIAL = "denial"
    DIRECTION = "direction"
    WORD = "word"
    MORE = "more"
    LESS = "less"


class Standing(StrEnum):
    """What becomes of a sentence of the translation, or of one of the source that has none there."""

    HOLDS = "holds"
    REWORDED = "reworded"
    STALE = "stale"
    ADD = "add"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that the two versions tell otherwise: words of the older and of the newer, empty where it says nothing.

    ``told`` is where the translation says what the older one does; None where no words of it can be pointed at.
    """

    fact: Fact
    before: str
    after: str
    told: Span | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of the translation with those of either version that they answer, by their numbers; any may be empty.

    ``headline`` says that it is the headline, which has no number. ``ours``, ``old`` and ``new`` are the texts.
    """

    standing: Standing
    target: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    ours: str
    old: str
    new: str
    changes: tuple[Change, ...] = ()
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Staleness:
    """What of a translation still holds after its source was updated; the passages are in the order of the story."""

    target: Document
    old: Document
    new: Document
    language: str | None
    passages: tuple[Passage, ...]

    @property
    def due(self) -> tuple[Passage, ...]:
        """The passages that are to be worked on."""
        return tuple(passage for passage in self.passages if passage.standing in DUE)

    def count(self, standing: Standing) -> int:
        """Return how many passages stand so."""
        return sum(passage.standing is standing for passage in self.passages)


DUE = frozenset({Standing.STALE, Standing.ADD, Standing.REMOVE})
"""How a passage stands that is to be worked on."""
