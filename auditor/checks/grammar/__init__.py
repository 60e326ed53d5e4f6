"""Sentences that English does not build."""
