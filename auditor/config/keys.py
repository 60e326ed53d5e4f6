"""Every setting a desk can make: the one definition behind files, profiles, the JSON Schema and the docs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.config.kinds import ValueKind, choice, flag, number, table, text, texts, whole
from auditor.model import Category, Confidence, Severity

NEVER = "never"
"""The value of ``fail-on`` by which the gate never fails: the verdict is given, the exit code is 0."""

SEVERITIES = tuple(severity.value for severity in Severity)
KINDS = (
    *dict.fromkeys(category.dimension for category in Category),
    *(category.value for category in Category),
)
"""The dimensions of MQM, such as ``accuracy``, and its categories, such as ``accuracy/number``."""

BUDGETS = (*SEVERITIES, *KINDS)
"""What a budget can be set for: a severity, a dimension of MQM, a category."""


@dataclass(frozen=True, slots=True)
class Key:
    """One setting: its name in a file, its kind, and what it does in a sentence.

    ``path``: its values name files, relative to the file they stand in. ``in_profile``: a profile may set it.
    """

    name: str
    kind: ValueKind
    summary: str
    path: bool = False
    in_profile: bool = True


KEYS = {
    key.name: key
    for key in (
        Key("profile", text(), "The profile to start from: a shipped one or one of this file.", in_profile=False),
        Key("fail-on", choice("critical", "major", "minor", NEVER), "A finding this bad or worse fails the story."),
        Key("min-score", number(0, 100), "The quality a story must reach; the pass mark if not set."),
        Key("min-confidence", choice(*(each.value for each in Confidence)), "Findings less sure are set aside."),
        Key("budgets", table(whole(), BUDGETS), "How many findings of a severity, dimension or category may pass."),
        Key(
            "clear",
            table(number(0, 1), ("risk", "told", "found")),
            "The risk of a major error up to which a sentence is clear, and what was told and found of some.",
        ),
        Key("allow-skipped", texts(), "Checks that may be missing without the gate closing (exit code 3)."),
        Key("disable", texts(), "Checks and rules that stay silent."),
        Key(
            "severity",
            table(choice(*SEVERITIES)),
            "The severity of a rule, category or dimension, seen otherwise by the desk.",
        ),
        Key(
            "labels",
            texts(),
            "IPTC's digital source types of which a story must have one, so that all know a machine's.",
        ),
        Key("words", texts(), "The desk's own names and terms, never misspellings."),
        Key("words-files", texts(), "Files of such words, one on a line.", path=True),
        Key("packs", texts(), "Files of the desk's own rules.", path=True),
        Key("glossary", texts(), "Files of terms that are required, forbidden or kept.", path=True),
        Key("baseline", text(), "The file of decisions that silence findings.", path=True, in_profile=False),
        Key("source-lang", text(), "The language of the source, such as fr; guessed if not set."),
        Key(
            "sources",
            text(),
            "Where the source of a story lies, seen from its folder, such as ../fr/{stem}.docx; {name} has its ending.",
            in_profile=False,
        ),
        Key(
            "reader",
            flag(),
            "Whether the reader takes part where one is set up.",
            in_profile=False,
        ),
        Key("english", choice("auto", "en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA"), "The spelling in use."),
        Key("weights", table(number(), SEVERITIES), "Penalty points of one finding of each severity."),
        Key("pass-mark", number(0, 100), "The quality that the acceptable points earn: it sets the scale."),
        Key("acceptable-points", number(), "Penalty points per 1,000 words that earn exactly the pass mark."),
        Key("min-words", whole(), "Words below which the quality of a story does not decide."),
    )
}
"""Every setting by its name, in the order in which they are shown."""

INHERITS, PROFILES, FILES, MATCH = "inherits", "profiles", "files", "match"

SETTINGS: Mapping[str, ValueKind] = {key.name: key.kind for key in KEYS.values()}
"""What may stand in a file."""

IN_PROFILE: Mapping[str, ValueKind] = {
    INHERITS: text(),
    **{key.name: key.kind for key in KEYS.values() if key.in_profile},
}
"""What may stand in a profile."""

PER_FILE: Mapping[str, ValueKind] = {MATCH: texts(), **SETTINGS}
"""What may stand in the settings for some files."""
