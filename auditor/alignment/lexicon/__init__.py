"""Bilingual lexicons: with which English words the words of another language are rendered."""

from auditor.alignment.lexicon.coverage import Coverage, coverage
from auditor.alignment.lexicon.lexicon import LANGUAGES, Lexicon, lexicon
from auditor.alignment.lexicon.words import english_stem

__all__ = ["LANGUAGES", "Coverage", "Lexicon", "coverage", "english_stem", "lexicon"]
