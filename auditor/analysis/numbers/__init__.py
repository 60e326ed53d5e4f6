"""Numbers as values, whatever the language writes them in."""

from auditor.analysis.numbers.besides import in_hundred
from auditor.analysis.numbers.number import Firmness, Number
from auditor.analysis.numbers.reading import numbers

__all__ = ["Firmness", "Number", "in_hundred", "numbers"]
