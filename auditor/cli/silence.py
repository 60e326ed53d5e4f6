"""What is not to count in a run: baselines read once and written back, lines that did not change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.options import Silence
from auditor.cli.output import Output, ready, write
from auditor.cli.saying import say
from auditor.cli.stories import STDIN
from auditor.config import Settings
from auditor.files import STORY, read_bytes
from auditor.model import InputError, Report

if TYPE_CHECKING:
    from auditor.silencing import Baseline, BaselineEntry


@dataclass(frozen=True, slots=True)
class Silencer:
    """The baselines of a run by their file, and the revision that changes count from; ``redact``: quote no copy."""

    asked: Silence
    redact: bool = False
    baselines: dict[Path, Baseline] = field(default_factory=dict)

    def baseline(self, settings: Settings) -> Baseline | None:
        """Return the decisions that count for a story; raises ``InputError`` where their file is wrong."""
        from auditor.silencing import load_baseline

        path = self._path(settings)
        if path is None:
            return None
        if path not in self.baselines:
            self.baselines[path] = load_baseline(path)
        return self.baselines[path]

    def changed(self, story: str, input_format: str | None = None) -> frozenset[int] | None:
        """Return the numbers of the lines of the file ``story`` that count, None for all."""
        if self.asked.diff is None:
            return None
        if story == STDIN:
            raise InputError("The standard input has no git history; leave out --diff, or give files.")
        from auditor.engines.git import earlier
        from auditor.readers.formats import format_of
        from auditor.silencing import changed_lines

        path = Path(story)
        before = earlier(path, self.asked.diff)
        try:
            now = read_bytes(path, STORY)
        except InputError:
            return None  # reading the story says what is wrong
        texts = [
            None if data is None else format_of(story, data, input_format).decode(name, data).text
            for name, data in ((f"{story} in git", before), (story, now))
        ]
        return changed_lines(texts[0], texts[1] or "")

    def settle(self, reports: Sequence[Report], settings: Iterable[Settings]) -> None:
        """Write the baseline that is asked for; tell of stale decisions, or take them out of their file."""
        paths = [self._path(each) for each in settings]
        for path, baseline in self.baselines.items():
            mine = [report for report, place in zip(reports, paths, strict=True) if place == path]
            stale = baseline.stale(mine)
            if stale and self.asked.prune_baseline:
                write(str(path), baseline.without(stale).dump())
            if stale:
                say(self._told(path, stale))
        if self.asked.write_baseline:
            from auditor.silencing import Baseline

            known = tuple(entry for baseline in self.baselines.values() for entry in baseline.entries)
            write(self.asked.write_baseline, Baseline(known).accepting(reports).dump())

    def _path(self, settings: Settings) -> Path | None:
        return Path(self.asked.baseline) if self.asked.baseline else settings.baseline

    def _told(self, path: Path, stale: Sequence[BaselineEntry]) -> str:
        many = f"{len(stale)} decision{'s' if len(stale) > 1 else ''} in {path}"
        does = "match" if len(stale) > 1 else "matches"
        if self.asked.prune_baseline:
            return f"{many} matched nothing and {'were' if len(stale) > 1 else 'was'} taken out."
        return f"{many} {does} nothing any more, such as {self._named(stale[0])}; take them out with --prune-baseline."

    def _named(self, entry: BaselineEntry) -> str:
        if not entry.rule:
            return entry.fingerprint
        return entry.rule if self.redact else f"{entry.rule} on “{' '.join(entry.text.split())}”"


def silencer(asked: Silence, *, redact: bool) -> Silencer:
    """Return what does not count, as ``asked``; raises ``InputError`` where a baseline cannot be written."""
    if asked.write_baseline:
        ready([Output("baseline", asked.write_baseline)])
    return Silencer(asked, redact)
