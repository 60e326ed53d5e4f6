"""Audits of copy as it is written, for the tools that are open already: editors and checkers of spelling."""
