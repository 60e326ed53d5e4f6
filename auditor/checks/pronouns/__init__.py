"""Pronouns at odds with what they stand for."""
