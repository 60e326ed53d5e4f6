"""Bilingual lexicons: with which English words the words of another language are rendered."""

from auditor.alignment.lexicon.coverage import TRANSLATED, Coverage, coverage
from auditor.alignment.lexicon.lexicon import LANGUAGES, Lexicon, lexicon, may_render, stemmed_words
from auditor.alignment.lexicon.senses import KINDS, senses
from auditor.alignment.lexicon.words import Stemmed, english_stem, english_words, foreign_words, stem

__all__ = [
    "KINDS",
    "LANGUAGES",
    "TRANSLATED",
    "Coverage",
    "Lexicon",
    "Stemmed",
    "coverage",
    "english_stem",
    "english_words",
    "foreign_words",
    "lexicon",
    "may_render",
    "senses",
    "stem",
    "stemmed_words",
]
