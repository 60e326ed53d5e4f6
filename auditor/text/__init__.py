"""Letters and words, whatever the language."""

from auditor.text.folding import fold, skeleton
from auditor.text.likeness import cognate, likeness, slips
from auditor.text.words import LETTERS, SIGNS, TOKEN, WORD, Word, in_brackets, words

__all__ = [
    "LETTERS",
    "SIGNS",
    "TOKEN",
    "WORD",
    "Word",
    "cognate",
    "fold",
    "in_brackets",
    "likeness",
    "skeleton",
    "slips",
    "words",
]
