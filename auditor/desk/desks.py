"""The desks of a process that audits stories of different settings."""

from __future__ import annotations

from dataclasses import replace

from auditor.config import EngineSettings, Settings
from auditor.desk.desk import Desk


class Desks:
    """One desk for all stories of the same settings, made when the first of them comes."""

    def __init__(self, engine: EngineSettings) -> None:
        self._engine = engine
        self._made: list[tuple[Settings, Desk]] = []

    def of(self, settings: Settings) -> Desk:
        """Return the desk of ``settings``; raises ``InputError`` for a glossary, ``PackError`` for a pack of theirs."""
        for known, desk in self._made:
            if known == settings:
                return desk
        desk = Desk.of(
            settings.profile,
            engine=replace(self._engine, reader=settings.reader),
            packs=settings.packs,
            glossary=settings.glossary,
            source_language=settings.source_language,
        )
        self._made.append((settings, desk))
        return desk
