"""Where a story's parts and sentences begin and end."""

from auditor.segmentation.document import assemble, document_from_markup, document_from_text
from auditor.segmentation.sentences import sentences
from auditor.segmentation.words import words

__all__ = ["assemble", "document_from_markup", "document_from_text", "sentences", "words"]
