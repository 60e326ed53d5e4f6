"""Checks on whether the whole story was translated."""
