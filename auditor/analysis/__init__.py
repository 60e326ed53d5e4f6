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
    speaking_verbs,
    subject_of,
    tense_of,
)
from auditor.analysis.dates import CalendarKind, CalendarWord, calendar_words, month_edges
from auditor.analysis.durations import durations
from auditor.analysis.fluency import language_model
from auditor.analysis.inflection import every_form, inflected, kind_of_word, past_forms
from auditor.analysis.language import model_signature, parse, plain
from auditor.analysis.language_id import identify
from auditor.analysis.matching import (
    DependencyPatterns,
    TokenMatch,
    TokenPattern,
    TokenPatterns,
    pattern_fault,
)
from auditor.analysis.measures import Measure, Unit, measures, names_unit, units_of
from auditor.analysis.mentions import Gender, Kind, gender_of, given_gender, kind_of, persons
from auditor.analysis.numbers import Firmness, Number, in_hundred, numbers
from auditor.analysis.quotation import quotations
from auditor.analysis.story import Analysis, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from auditor.analysis.fluency import Join

__all__ = [
    "Analysis",
    "CalendarKind",
    "CalendarWord",
    "DependencyPatterns",
    "Doc",
    "Firmness",
    "Gender",
    "Join",
    "Kind",
    "Measure",
    "Number",
    "Sentence",
    "Tense",
    "Token",
    "TokenMatch",
    "TokenPattern",
    "TokenPatterns",
    "Unit",
    "auxiliaries_of",
    "calendar_words",
    "durations",
    "every_form",
    "finite_of",
    "gender_of",
    "given_gender",
    "identify",
    "in_hundred",
    "inflected",
    "is_hypothetical",
    "is_reported",
    "kind_of",
    "kind_of_word",
    "language_model",
    "measures",
    "model_signature",
    "month_edges",
    "names_unit",
    "numbers",
    "parse",
    "past_forms",
    "pattern_fault",
    "persons",
    "plain",
    "quotations",
    "reporting_verbs",
    "speaking_verbs",
    "subject_of",
    "tense_of",
    "units_of",
]
