"""Checks of the desk's glossary."""
