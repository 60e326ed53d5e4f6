"""Measures of the auditor: run from the top of the repository, never shipped."""
