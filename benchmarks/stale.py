"""What ``auditor stale`` says of the stories of ``reference/`` after three updates of each source, as a table.

    python -m benchmarks.stale

writes ``reports/stale.md``. An update is a list of edits: facts that change, sentences that come or go, and mere
rewording, which is to be left alone. Both the machine translation and the human one are held against it.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from auditor.model import DUE, Document, Fact, Passage, Staleness, Standing
from auditor.readers import read
from auditor.segmentation import document_from_text
from auditor.stale import staleness
from benchmarks.gold import REFERENCE, ReferenceStory, stories

PAGE = REFERENCE.parent / "reports" / "stale.md"
ADDED, REMOVED, REWORDED = "added", "removed", "reworded"
KINDS = ("figure", "date", "name", "bound", "denial", "direction", "word", ADDED, REMOVED)

_EITHER = {Fact.DIRECTION.value: (Fact.WORD,)}
"""What a change may be called as well: “doubled” that became “fell” is another word and turns the sentence round."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a source: the words that go and those that come, and where either translation tells what went.

    ``after`` is the sentence that an added one follows.
    """

    kind: str
    old: str
    new: str
    after: str = ""
    told: str = ""
    human: str = ""

    def applied(self, text: str) -> str:
        """Return the source ``text`` with the edit made; raises ``ValueError`` unless its words stand there once."""
        there = self.after or self.old
        if text.count(there) != 1:
            raise ValueError(f"“{there}” stands {text.count(there)} times in the source, not once.")
        return text.replace(there, f"{there} {self.new}" if self.after else self.new)


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of one update: the edits pointed at, those missed, rewordings told, and what else was told."""

    found: tuple[Edit, ...]
    missed: tuple[Edit, ...]
    quiet: tuple[Edit, ...]
    nagged: tuple[Edit, ...]
    beside: tuple[Passage, ...]


def updates(story: ReferenceStory) -> tuple[tuple[Edit, ...], ...]:
    """Return the updates of a story's source, each as its edits."""
    page = tomllib.loads((story.source.parent / "updates.toml").read_text(encoding="utf-8"))
    return tuple(tuple(Edit(**edit) for edit in update["edit"]) for update in page["update"])


def judged(story: ReferenceStory, edits: Sequence[Edit], *, human: bool) -> Judged:
    """Hold one of the translations of ``story`` against its updated source."""
    old = _named(story.source)
    text = story.source.read_text(encoding="utf-8")
    for edit in edits:
        text = edit.applied(text)
    new = document_from_text(f"{old.name}, updated", text, language=story.source_language)
    told = staleness(old, new, _named(story.human if human else story.target), source_language=story.source_language)
    facts = [edit for edit in edits if edit.kind != REWORDED and (edit.kind == ADDED or _words(edit, human))]
    worded = [edit for edit in edits if edit.kind == REWORDED]
    found = [edit for edit in facts if _is_pointed_at(edit, told, human)]
    nagged = [edit for edit in worded if _is_nagged(edit, told, facts, human)]
    known = [passage for edit in (*facts, *worded) for passage in _passages(edit, told, human)]
    return Judged(
        tuple(found),
        tuple(edit for edit in facts if edit not in found),
        tuple(edit for edit in worded if edit not in nagged),
        tuple(nagged),
        tuple(passage for passage in told.due if passage not in known),
    )


def _named(path: Path) -> Document:
    return replace(read(path), name=path.relative_to(REFERENCE.parent).as_posix())


def _words(edit: Edit, human: bool) -> str:
    return edit.human if human else edit.told


def _passages(edit: Edit, told: Staleness, human: bool) -> list[Passage]:
    """Return the passages that an edit is about."""
    words = _words(edit, human)
    return [
        passage
        for passage in told.passages
        if (words and words in passage.ours)
        or (edit.kind in {ADDED, REWORDED} and edit.new in passage.new)
        or (edit.kind == REMOVED and edit.old.strip() in passage.old)
    ]


def _is_pointed_at(edit: Edit, told: Staleness, human: bool) -> bool:
    """Tell whether a passage is due for an edit, and names what it is."""
    due = [passage for passage in _passages(edit, told, human) if passage.standing in DUE]
    if edit.kind == ADDED:
        return any(p.standing is Standing.ADD or _has(p, Fact.MORE) for p in due)
    if edit.kind == REMOVED:
        return any(p.standing is Standing.REMOVE or _has(p, Fact.LESS) for p in due)
    kinds = {Fact(edit.kind), *_EITHER.get(edit.kind, ())}
    return any(_has(passage, kind) for passage in due for kind in kinds)


def _has(passage: Passage, fact: Fact) -> bool:
    return any(change.fact is fact for change in passage.changes)


def _is_nagged(edit: Edit, told: Staleness, facts: Sequence[Edit], human: bool) -> bool:
    """Tell whether a passage that was reworded is due for anything but the facts that changed in it."""
    for passage in _passages(edit, told, human):
        expected = {fact.kind for fact in facts if passage in _passages(fact, told, human)}
        expected |= {Fact.LESS.value} if REMOVED in expected else set()
        expected |= {Fact.MORE.value} if ADDED in expected else set()
        if any(change.fact.value not in expected for change in passage.changes):
            return True
    return False


def page() -> str:
    """Return the table as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    every = {
        human: [(story, judged(story, edits, human=human)) for story in stories() for edits in updates(story)]
        for human in (False, True)
    }
    yield "# Stale translations"
    yield ""
    yield "Three updates of the source of each story of `reference/`, held against its machine and human"
    yield "translation by `auditor stale`. Written by `python -m benchmarks.stale`; the edits stand in"
    yield "`reference/STORY/updates.toml`. A fact counts as pointed at where the passage that tells it is due and the"
    yield "kind of the fact is named; what a translation left out before is not counted. The edits are our own, and the"
    yield "checks were mended for what they showed: this is what is kept, not what to expect of strangers' copy."
    yield ""
    yield "| what changed in the source | machine translation | human translation |"
    yield "|---|---:|---:|"
    for kind in KINDS:
        yield f"| {kind} | {' | '.join(_share(every[human], kind) for human in (False, True))} |"
    yield f"| **all that changed** | {' | '.join(f'**{_share(every[human])}**' for human in (False, True))} |"
    yield f"| mere rewording, left alone | {' | '.join(_left(every[human]) for human in (False, True))} |"
    yield f"| other passages said to be due | {' | '.join(_beside(every[human]) for human in (False, True))} |"
    yield ""
    yield "## By story"
    yield ""
    yield "| story | from | pointed at: machine | human | rewording left alone: machine | human |"
    yield "|---|---|---:|---:|---:|---:|"
    for story in stories():
        own = [[each for each in every[human] if each[0].name == story.name] for human in (False, True)]
        cells = " | ".join((*map(_share, own), *map(_left, own)))
        yield f"| {story.name} | {story.source_language} | {cells} |"
    yield ""
    yield "## What was said wrongly, and what was missed"
    yield ""
    lines = [line for human in (False, True) for story, result in every[human] for line in _wrong(story, result, human)]
    yield from lines or ["Nothing."]


Results = Sequence[tuple[ReferenceStory, Judged]]


def _share(results: Results, kind: str | None = None) -> str:
    counts: Counter[bool] = Counter()
    for _, result in results:
        for edits, found in ((result.found, True), (result.missed, False)):
            counts[found] += sum(kind in (None, edit.kind) for edit in edits)
    return f"{counts[True]}/{counts.total()}"


def _left(results: Results) -> str:
    quiet = sum(len(result.quiet) for _, result in results)
    return f"{quiet}/{quiet + sum(len(result.nagged) for _, result in results)}"


def _beside(results: Results) -> str:
    return str(sum(len(result.beside) for _, result in results))


def _wrong(story: ReferenceStory, result: Judged, human: bool) -> Iterator[str]:
    where = f"{story.name}, {'human' if human else 'machine'}"
    for edit in result.missed:
        yield f"- {where}: missed the {edit.kind} “{edit.new or edit.old.strip()}”"
    for edit in result.nagged:
        yield f"- {where}: rewording said to be a change: “{edit.new}”"
    for passage in result.beside:
        told = ", ".join(f"{c.fact} “{c.before}” → “{c.after}”" for c in passage.changes)
        yield f"- {where}: {passage.standing}: “{(passage.ours or passage.new)[:60]}” {told}".rstrip()


def main() -> int:
    """Write the table."""
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
