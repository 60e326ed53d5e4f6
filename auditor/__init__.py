"""Audits the quality of machine-translated news wire copy in English.

``audit(target, source=…, reference=…)`` returns the report that the renderers take;
``batch(items)`` yields the findings in many segments or stories.
"""

from auditor.audit import audit
from auditor.batch import batch

__all__ = ["audit", "batch"]
__version__ = "0.1.0"
