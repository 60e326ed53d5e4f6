"""From files to stories; each format has its own module, chosen by the file's first bytes or its name."""

from auditor.readers.filed import Filed, Holding, Paired
from auditor.readers.glossary import read_glossary
from auditor.readers.reader import held, read, read_all
from auditor.readers.stories import LeftOut, find_stories

__all__ = ["Filed", "Holding", "LeftOut", "Paired", "find_stories", "held", "read", "read_all", "read_glossary"]
