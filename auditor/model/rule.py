"""One thing that can be wrong, as it is described to an editor and defined by its examples."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.document import Metadata
from auditor.model.finding import Category, Confidence, Severity
from auditor.model.term import Term

_STORY = 1500
"""Code points from which an example is a whole story, whose last paragraph is the point."""


@dataclass(frozen=True, slots=True)
class Example:
    """A short text for a rule: marked ``[[so]]`` where the rule must speak, unmarked where it must not.

    ``source`` is the sentence it translates, in ``source_language``, and ``reference`` a trusted translation of it,
    where the rule needs them; ``glossary`` are the desk's terms beside it, ``labels``
    those it asks for, ``metadata`` what the file says of the story.
    """

    text: str
    source: str | None = None
    source_language: str | None = None
    reference: str | None = None
    glossary: tuple[Term, ...] = ()
    labels: tuple[str, ...] = ()
    metadata: Metadata | None = None

    def shown(self) -> str:
        """Return the text on one line, “¶” between paragraphs; of a whole story only the last one."""
        paragraphs = [" ".join(part.split()) for part in self.text.split("\n\n")]
        whole = " ¶ ".join(paragraphs)
        return whole if len(whole) <= _STORY else f"[{len(paragraphs) - 1} paragraphs] ¶ {paragraphs[-1]}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong, described for an editor, with the examples that define it.

    ``summary`` is one line on what is wrong; ``why`` the rest of its page: why it matters and what the
    rule lets pass on purpose. ``source_languages`` are the languages whose translations show it; empty
    means any; ``origin`` what a translation has it from, in the words of the source. ``page`` is the one of the
    documentation that describes it, seen from its folder, such as ``rules/code.md``; empty where that is not known.
    """

    id: str
    summary: str
    why: str
    category: Category
    severity: Severity
    confidence: Confidence
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    source_languages: tuple[str, ...] = ()
    origin: str = ""
    page: str = ""
