"""All that the checks of a reader propose, weighed at once: what is read of a paragraph by itself is read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from weakref import WeakKeyDictionary

from auditor.checks.base import Story
from auditor.checks.reader.cognates import cognates
from auditor.checks.reader.denials import denials
from auditor.checks.reader.parties import exchanged
from auditor.checks.reader.persons import persons, pronouns
from auditor.checks.reader.renderings import renderings
from auditor.checks.reader.weighing import Version, Weighed, weighed

Proposer = Callable[[Story], Iterable[Version]]

_PROPOSERS: tuple[Proposer, ...] = (pronouns, persons, denials, exchanged, cognates, renderings)
"""In the order in which their versions are weighed, where a story has too many."""

_lock = Lock()
_decided: WeakKeyDictionary[Story, Mapping[Proposer, list[Weighed]]] = WeakKeyDictionary()


def decided(story: Story, *proposers: Proposer) -> list[Weighed]:
    """Return what the reader says of the versions of ``proposers``; nothing without a reader or a source.

    Raises ``CheckUnavailable`` where the reader cannot read.
    """
    if story.reader is None or story.source is None or not story.reader.bilingual:
        return []
    with _lock:  # the checks run beside each other, and the first to ask works for all
        if story not in _decided:
            _decided[story] = _weighed(story)
        return [each for proposer in proposers for each in _decided[story][proposer]]


def _weighed(story: Story) -> Mapping[Proposer, list[Weighed]]:
    proposed = {proposer: tuple(dict.fromkeys(proposer(story))) for proposer in _PROPOSERS}
    found = {each.version: each for each in weighed(story, (v for some in proposed.values() for v in some))}
    return {
        proposer: [found[version] for version in versions if version in found]
        for proposer, versions in proposed.items()
    }
