"""Reports for people and for machines, from finished ``Report`` values alone."""

from auditor.render.formats import FORMATS, Format, Stability, render

__all__ = ["FORMATS", "Format", "Stability", "render"]
