"""A copy of a story with what was found in it, in the format it came in, so that an editor sees it in any tool."""

from auditor.annotating.copying import ANNOTATED, annotated

__all__ = ["ANNOTATED", "annotated"]
