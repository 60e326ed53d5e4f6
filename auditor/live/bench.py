"""Where copy is audited while it is worked on: one process, many audits, each of what stands there now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from auditor.analysis import identify, parses
from auditor.config import EngineSettings, Settings, settings_for
from auditor.desk import Desks, stories_of
from auditor.engines.languagetool import answers, start
from auditor.model import ENGLISH, Document, Report
from auditor.segmentation import document_from_text
from auditor.silencing import Baseline, BaselineEntry, load_baseline

_NAMELESS = "the copy"

SourceOf = Callable[[str, Settings], str | None]
"""Returns the path of a story's source by the path and the settings of the story; None where there is none."""


class Bench:
    """The audits of one process; what it has worked out of a sentence it keeps, so that only what changed takes time.

    ``asked`` are the settings that the command line makes, ``config`` is the desk's file; without, it is the nearest.
    """

    def __init__(
        self, engine: EngineSettings, asked: Mapping[str, object], config: Path | None, source_of: SourceOf
    ) -> None:
        parses.wake()
        answers.wake()
        start(engine)
        self._asked = asked
        self._config = config
        self._source_of = source_of
        self._desks = Desks(engine)

    def settings(self, path: str) -> Settings:
        """Return what is in force for the story at ``path``; raises ``InputError`` where a setting is wrong."""
        return settings_for(path, self._asked, self._config)

    def audit(self, path: str, text: str, source: Document | None = None) -> tuple[Report, ...]:
        """Return the reports on the stories of the file at ``path``, as if ``text`` stood in it.

        Its source is ``source``, else the one that the file brings, else what lies beside it. Raises ``AuditorError``.
        """
        return self.reports(path, text.encode("utf-8", "surrogatepass"), source)

    def reports(
        self, path: str, data: bytes, source: Document | None = None, decisions: Iterable[BaselineEntry] = ()
    ) -> tuple[Report, ...]:
        """Return the reports on the stories of the file at ``path``, as if ``data`` were in it; the rest as ``audit``.

        ``decisions`` silence findings beside those of the desk's baseline.
        """
        settings = self.settings(path)
        holding = stories_of(path, data)
        alone = source is None and len(holding.stories) == 1  # several stories have no one source beside them
        found = self._source_of(path, settings) if alone else None
        known = load_baseline(settings.baseline).entries if settings.baseline else ()
        desk = self._desks.of(settings)
        return tuple(
            desk.audit(story, source=None if story.source else source or found, baseline=Baseline((*known, *decisions)))
            for story in holding.stories
        )

    def plain(self, text: str, source: str | None, source_language: str | None) -> tuple[str | None, Report | None]:
        """Return the language of a plain ``text`` without a file, and the report on it; None where it is not English.

        The settings are those of the working folder. Raises ``AuditorError``.
        """
        document = document_from_text(_NAMELESS, text)
        spoken = identify(text)
        if spoken not in (None, ENGLISH):
            return spoken, None
        settings = self.settings("-")
        beside = document_from_text(f"{_NAMELESS}, source", source, language=source_language) if source else None
        desk = self._desks.of(replace(settings, source_language=source_language or settings.source_language))
        baseline = load_baseline(settings.baseline) if settings.baseline else None
        return spoken, desk.audit(document, source=beside, baseline=baseline)
