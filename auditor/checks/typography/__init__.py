"""Checks of marks, spaces and capitals that need more than one sentence or more than a pattern."""
