"""What a sentence is made of: tokens, tags, dependencies, entities, quotations; never mutation."""

from auditor.analysis.language import model_signature, parse
from auditor.analysis.quotation import quotations
from auditor.analysis.story import Analysis, Sentence

__all__ = ["Analysis", "Sentence", "model_signature", "parse", "quotations"]
