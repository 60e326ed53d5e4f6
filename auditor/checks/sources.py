"""What the source says about a rule's candidate: the aligned sentences, tried against its conditions."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.checks.base import Story
from auditor.checks.entry import PackRule
from auditor.checks.pattern import compiled
from auditor.model import Confidence, primary_language


@dataclass(frozen=True, slots=True)
class Testimony:
    """Whether the source makes a candidate fall silent, or the source words that bear it out."""

    silent: bool = False
    met: str = ""


def testimony_of(entry: PackRule, sentence: str | None, story: Story) -> Testimony:
    """Return what ``sentence``, the aligned source, says under the test of a rule for its language.

    Without a source sentence, or where the rule has no test for the language, it says nothing, and a rule that is
    unproven without it is silent.
    """
    language = primary_language(story.source_language)
    test = entry.source
    unheard = Testimony(silent=bool(test.requires) and entry.rule.confidence is Confidence.UNPROVEN)
    if sentence is None or language is None:
        return unheard
    if (forbidden := test.forbids.get(language)) and compiled(forbidden, foreign=entry.foreign).search(sentence):
        return Testimony(silent=True)
    if not (required := test.requires.get(language)):
        return unheard
    found = compiled(required, foreign=entry.foreign).search(sentence)
    return Testimony(met=found.group()) if found else Testimony(silent=True)
