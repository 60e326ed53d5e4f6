"""Letters and words, whatever the language."""

from auditor.text.folding import fold, skeleton

__all__ = ["fold", "skeleton"]
