"""The audit of one story, as a function: a desk for it alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.desk.desk import Desk
from auditor.desk.texts import Text

if TYPE_CHECKING:
    from auditor.checks.base import Check
    from auditor.config import EngineSettings, Profile
    from auditor.model import Report
    from auditor.silencing import Baseline


def audit(
    target: Text,
    *,
    source: Text | None = None,
    source_language: str | None = None,
    reference: Text | None = None,
    profile: Profile | str = "wire",
    engine: EngineSettings | None = None,
    packs: Iterable[Path] = (),
    glossary: Iterable[Path] = (),
    checks: Iterable[Check] | None = None,
    profile_checks: bool = False,
    baseline: Baseline | None = None,
    changed: frozenset[int] | None = None,
) -> Report:
    """Audit one translated story and return its report.

    Parameters:
        target: the English translation under audit.
        source: the story it translates; ``source_language`` is its BCP 47 tag, guessed if not given.
        reference: a trusted English translation to compare with.
        profile: the desk's settings, or the name of a shipped profile.
        engine: how LanguageTool may be reached, and the neural model that takes part, if any.
        packs: files of the desk's own rules, run beside the registered checks.
        glossary: files of terms that are required, forbidden or kept as they are.
        checks: the checks to run instead; by default all that apply to the source language.
        profile_checks: measure each check's seconds (the report is then not the same bytes twice).
        baseline: the decisions of earlier reviews; what they accept or dismiss does not count.
        changed: the 1-based lines that count; findings elsewhere do not, nor do the words there.

    For many stories make one ``Desk``. Raises ``InputError`` for a text that cannot be used and ``AuditorError`` where
    no audit is possible.
    """
    desk = Desk.of(profile, engine=engine, packs=packs, glossary=glossary, source_language=source_language)
    return desk.audit(
        target,
        source=source,
        reference=reference,
        checks=None if checks is None else tuple(checks),
        timed=profile_checks,
        baseline=baseline,
        changed=changed,
    )
