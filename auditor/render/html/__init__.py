"""The review page: one self-contained HTML file per story; an index, a comparison, what is stale, an archive."""

from auditor.render.html.assets import files
from auditor.render.html.editing import Editing, Gate
from auditor.render.html.history import Earlier
from auditor.render.html.page import render, render_archive, render_contest, render_index, render_stale

__all__ = [
    "Earlier",
    "Editing",
    "Gate",
    "files",
    "render",
    "render_archive",
    "render_contest",
    "render_index",
    "render_stale",
]
