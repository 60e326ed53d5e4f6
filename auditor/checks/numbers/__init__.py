"""Checks of dates, ages and figures against each other."""
