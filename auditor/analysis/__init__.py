"""What a sentence is made of: tokens, tags, dependencies, entities, quotations; never mutation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.analysis.clauses import (
    Tense,
    auxiliaries_of,
    finite_of,
    is_hypothetical,
    is_reported,
    reporting_verbs,
    subject_of,
    tense_of,
)
from auditor.analysis.language import model_signature, parse, plain
from auditor.analysis.language_id import identify, language_name
from auditor.analysis.matching import (
    DependencyPatterns,
    TokenMatch,
    TokenPattern,
    TokenPatterns,
    pattern_fault,
)
from auditor.analysis.mentions import Gender, Kind, gender_of, kind_of, persons
from auditor.analysis.quotation import quotations
from auditor.analysis.story import Analysis, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "Analysis",
    "DependencyPatterns",
    "Doc",
    "Gender",
    "Kind",
    "Sentence",
    "Tense",
    "Token",
    "TokenMatch",
    "TokenPattern",
    "TokenPatterns",
    "auxiliaries_of",
    "finite_of",
    "gender_of",
    "identify",
    "is_hypothetical",
    "is_reported",
    "kind_of",
    "language_name",
    "model_signature",
    "parse",
    "pattern_fault",
    "persons",
    "plain",
    "quotations",
    "reporting_verbs",
    "subject_of",
    "tense_of",
]
