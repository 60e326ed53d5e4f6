"""The review page: one self-contained HTML file per story, an index of many, a comparison."""

from auditor.render.html.assets import files
from auditor.render.html.history import Earlier
from auditor.render.html.page import render, render_contest, render_index

__all__ = ["Earlier", "files", "render", "render_contest", "render_index"]
