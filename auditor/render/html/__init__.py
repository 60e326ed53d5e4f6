"""The review page: one self-contained HTML file per story, and an index of many."""

from auditor.render.html.page import render, render_index

__all__ = ["render", "render_index"]
