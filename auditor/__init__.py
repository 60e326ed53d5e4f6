"""Audits the quality of machine-translated news wire copy in English.

``audit(target, source=…, reference=…)`` returns the report that the renderers take;
``batch(items)`` yields the findings in many segments or stories;
``compare(translations, source=…, reference=…)`` holds several translations against each other.
"""

from auditor.batch import batch
from auditor.compare import compare
from auditor.desk import audit

__all__ = ["audit", "batch", "compare"]
__version__ = "0.1.0"
