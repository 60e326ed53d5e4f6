"""Suggestions that may be applied unseen: which they are, and the text with them."""

from auditor.fixing.fixes import Fix, apply, in_file, safe_fixes

__all__ = ["Fix", "apply", "in_file", "safe_fixes"]
