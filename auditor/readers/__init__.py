"""From files to documents; each format has its own module, chosen by the file's name or its first bytes."""

from auditor.readers.glossary import read_glossary
from auditor.readers.reader import read
from auditor.readers.stories import find_stories

__all__ = ["find_stories", "read", "read_glossary"]
