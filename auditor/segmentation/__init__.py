"""Where a story's parts and sentences begin and end."""

from auditor.segmentation.document import assemble, document_from_markup, document_from_text
from auditor.segmentation.sentences import sentences
from auditor.segmentation.words import count_words

__all__ = ["assemble", "count_words", "document_from_markup", "document_from_text", "sentences"]
