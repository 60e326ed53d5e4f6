"""One defect, with what is needed to show it, weigh it and find it again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.span import Span


class Severity(StrEnum):
    """MQM severity: how much the defect harms the story."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Return 0 for neutral up to 3 for critical."""
        return _SEVERITY_ORDER.index(self)


_SEVERITY_ORDER = tuple(Severity)


class Confidence(StrEnum):
    """How often a finding of this rule is right, as measured on clean and on translated news.

    Unproven: no translation that we have seen ever woke the rule, so that nobody hears it who does not ask.
    """

    UNPROVEN = "unproven"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """Return 0 for unproven up to 3 for high."""
        return _CONFIDENCE_ORDER.index(self)


_CONFIDENCE_ORDER = tuple(Confidence)


class Category(StrEnum):
    """MQM error types used here, as ``dimension/type``.

    Source: MQM Core typology (themqm.org); the descriptions in the documentation are ours.
    """

    WRONG_TERM = "terminology/wrong-term"
    TERM_INCONSISTENCY = "terminology/term-inconsistency"
    TERMBASE = "terminology/termbase"
    MISTRANSLATION = "accuracy/mistranslation"
    NUMBER = "accuracy/number"
    DATE_TIME = "accuracy/date-time"
    ENTITY = "accuracy/entity"
    FALSE_FRIEND = "accuracy/false-friend"
    OVERLY_LITERAL = "accuracy/overly-literal"
    ADDITION = "accuracy/addition"
    OMISSION = "accuracy/omission"
    UNTRANSLATED = "accuracy/untranslated"
    GRAMMAR = "fluency/grammar"
    WORD_ORDER = "fluency/word-order"
    AGREEMENT = "fluency/agreement"
    FUNCTION_WORDS = "fluency/function-words"
    TENSE = "fluency/tense-mood-aspect"
    PUNCTUATION = "fluency/punctuation"
    WHITESPACE = "fluency/whitespace"
    SPELLING = "fluency/spelling"
    CAPITALIZATION = "fluency/capitalization"
    DUPLICATION = "fluency/duplication"
    UNINTELLIGIBLE = "fluency/unintelligible"
    CHARACTER_ENCODING = "fluency/character-encoding"
    COHESION = "fluency/cohesion"
    THIRD_PARTY_STYLE = "style/third-party-style"
    REGISTER = "style/register"
    AWKWARD = "style/awkward"
    UNIDIOMATIC = "style/unidiomatic"
    INCONSISTENT_STYLE = "style/inconsistent-style"
    NUMBER_FORMAT = "locale-convention/number-format"
    CURRENCY_FORMAT = "locale-convention/currency-format"
    MEASUREMENT_FORMAT = "locale-convention/measurement-format"
    TIME_FORMAT = "locale-convention/time-format"
    DATE_FORMAT = "locale-convention/date-format"
    CULTURE_SPECIFIC = "verity/culture-specific"
    OFFENSIVE = "verity/offensive"
    MARKUP = "design/markup"

    @property
    def dimension(self) -> str:
        """Return the top level of the typology, such as ``accuracy``."""
        return self.value.partition("/")[0]


_NEWS = {
    Category.NUMBER,
    Category.DATE_TIME,
    Category.ENTITY,
    Category.MISTRANSLATION,
    Category.ADDITION,
    Category.OMISSION,
}
"""What a story tells: a defect in it is worse than any of wording (docs/scoring.md)."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of the target that a finding is about: their span in the document's text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to believe a finding: who says so (a check, an engine, the source) and what."""

    origin: str
    detail: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect.

    ``anchors[0]`` is the primary place; ``suggestions`` are replacements for exactly its words, best
    first, and ``fix_is_safe`` says that the first may be applied unseen. ``in_quotation``: the words
    stand in a direct quotation. ``fingerprint`` identifies the defect across edits elsewhere in the
    file; the audit fills it in.
    """

    check: str
    rule: str
    message: str
    category: Category
    severity: Severity
    confidence: Confidence
    anchors: tuple[Anchor, ...]
    why: str = ""
    suggestions: tuple[str, ...] = ()
    fix_is_safe: bool = False
    evidence: tuple[Evidence, ...] = ()
    in_quotation: bool = False
    fingerprint: str = ""

    def __post_init__(self) -> None:
        if not self.anchors:
            raise ValueError(f"{self.rule}: a finding needs at least one anchor")

    @property
    def primary(self) -> Anchor:
        """Return the first anchor, where the finding is shown."""
        return self.anchors[0]

    @property
    def urgency(self) -> tuple[bool, int, int]:
        """Return what sorts findings, what to mend first: what changes the news, then the gravest, then the surest."""
        changes_news = self.severity.rank >= Severity.MAJOR.rank and self.category in _NEWS
        return (not changes_news, -self.severity.rank, -self.confidence.rank)


class SilencedBy(StrEnum):
    """What keeps a finding from counting."""

    DIRECTIVE = "directive"
    BASELINE = "baseline"
    CONFIDENCE = "confidence"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that is kept but neither shown among the others nor scored; ``reason`` says why in words."""

    finding: Finding
    by: SilencedBy
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A check that did not run: why, and what to do about it. Never to be read as clean.

    ``allowed``: the desk lets it be missing, or the user left it out for this run; the gate does not close for it.
    """

    check: str
    reason: str
    hint: str
    allowed: bool = False
