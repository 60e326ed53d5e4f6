"""Audits the quality of machine-translated news wire copy in English.

``audit(target, source=…, reference=…)`` returns the report that the renderers take.
"""

from auditor.audit import audit

__all__ = ["audit"]
__version__ = "0.1.0"
