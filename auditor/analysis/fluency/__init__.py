"""How natural English is, by a small language model over words and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.analysis.fluency.model import Join, LanguageModel

__all__ = ["Join", "LanguageModel", "language_model"]


def language_model() -> LanguageModel:
    """Return the shipped model, loaded on first use; ``docs/fluency.md`` says how it was made."""
    from auditor.analysis.fluency.model import shipped  # brings numpy

    return shipped()
