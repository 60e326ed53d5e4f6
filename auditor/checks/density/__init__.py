"""Turns of phrase that native news uses as well, only less often."""
