"""``attribution-tense``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import Kind, Tense, finite_of, kind_of, reporting_verbs, subject_of, tense_of
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_MOST_OF_THEM = 2
"""How many times as often as the other the story's own tense must stand."""

_ENOUGH = 3
"""How often the story's own tense must stand."""

_SPEAKERS = {Kind.PERSON, Kind.COUNTRY, Kind.BODY, Kind.GROUP}
_TEXTS = {"statement", "communique", "release", "spokesman", "spokeswoman", "ministry", "agency"}
_SWINGING = {
    "add", "affirm", "announce", "assure", "confirm", "conclude", "declare", "deplore", "explain", "indicate", "note",
    "regret", "reiterate", "specify", "stress", "underline", "underscore",
}  # fmt: skip
"""Verbs that native copy, unlike "says" or "warns", hardly ever has in the present in a story told in the past."""


_STORY = "The ministry said the port was shut. The mayor announced a strike. The union told them no."


@code_check(
    "attribution-tense",
    category=Category.TENSE,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        f"{_STORY} The ministry [[adds]] that the port will open in May.",
        f"{_STORY} She confirmed it. The unit [[stresses]] that the valley is safe. The mayor [[does]] not specify it.",
    ),
    passes=(
        f"{_STORY} The ministry added that the port would open in May.",
        "The ministry says that the port is closed. The mayor adds that it will open. The union told us no.",
        f"The law states that ports must close. {_STORY}",
        "The mayor says that she will stay. The union says that she must go.",
        f"{_STORY} Whatever the mayor declares now, the strike is on.",
    ),
)
def attribution_tense(story: Story) -> Iterator[Hit]:
    """A story that says “said” all along says “adds” or “stresses” here and there.

    French and Spanish copy tells who spoke in the present and in the past by turns. An English story keeps to one; the
    swing reads as if another hour or text were meant. Reported once for a story, at each verb of the rarer tense.

    Speaks where one tense is at least twice as frequent as the other. “Says” and “warns” pass,
    as native copy mixes them in, and so do laws that “state”, quotations and subordinate clauses.
    """
    spans: dict[Tense, list[Span]] = {Tense.PRESENT: [], Tense.PAST: []}
    for sentence in story.analysis.sentences:
        for verb in sentence.tokens:
            tense = _tense(verb)
            if tense is not None and not story.analysis.in_quotation(span := sentence.span_of(finite_of(verb))):
                spans[tense].append(span)
    fewer, more = sorted(spans, key=lambda tense: len(spans[tense]))
    if (
        fewer is not Tense.PRESENT
        or not spans[fewer]
        or len(spans[more]) < max(_ENOUGH, _MOST_OF_THEM * len(spans[fewer]))
    ):
        return
    words = ", ".join(f"“{span.of(story.target.text)}”" for span in spans[fewer])
    yield Hit(
        spans=tuple(spans[fewer]),
        message=f"The story reports in the past tense, but here in the present: {words}.",
        evidence=(
            Evidence("story", f"{len(spans[more])} verbs of saying in the past, {len(spans[fewer])} in the present"),
        ),
    )


def _tense(verb: Token) -> Tense | None:
    """Return the tense of a main verb that attributes words to somebody, None for any other."""
    if verb.lemma_ not in reporting_verbs() or verb.pos_ != "VERB" or any(t.dep_ == "auxpass" for t in verb.children):
        return None
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"} or (verb.dep_ == "ccomp" and verb.i > verb.head.i):
        return None
    subject = subject_of(verb)
    if (
        subject is None
        or not (kind_of(subject) in _SPEAKERS or subject.lower_ in _TEXTS)
        or subject.lower_ in {"i", "you"}
    ):
        return None
    tense = tense_of(verb)
    if tense is Tense.PRESENT and verb.lemma_ not in _SWINGING:
        return None
    return tense if tense in {Tense.PRESENT, Tense.PAST} else None
