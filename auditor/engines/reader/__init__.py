"""The reader, as an engine: a language model that weighs versions of a sentence, on the processor."""

from auditor.engines.reader.client import Reader, Surprise, close, connect, prompt
from auditor.engines.reader.places import installed

__all__ = ["Reader", "Surprise", "close", "connect", "installed", "prompt"]
