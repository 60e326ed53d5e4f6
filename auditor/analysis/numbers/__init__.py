"""Numbers as values, whatever the language writes them in."""

from auditor.analysis.numbers.reading import Firmness, Number, numbers

__all__ = ["Firmness", "Number", "numbers"]
