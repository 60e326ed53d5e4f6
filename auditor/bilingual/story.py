"""The story under audit, with the texts given beside it."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.analysis import Analysis
from auditor.config import Profile
from auditor.model import Document, Link, Term


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """All a check may look at: the target with its analysis, and what was given beside it.

    ``source_links`` and ``reference_links`` say which sentences answer which; they are empty where
    there is no such text. ``glossary`` holds the desk's terms.
    """

    target: Document
    analysis: Analysis
    profile: Profile
    source: Document | None = None
    source_language: str | None = None
    source_links: tuple[Link, ...] = ()
    reference: Document | None = None
    reference_links: tuple[Link, ...] = ()
    glossary: tuple[Term, ...] = ()
