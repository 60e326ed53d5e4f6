"""Checks on whether the story is all there: its translation, its label."""
