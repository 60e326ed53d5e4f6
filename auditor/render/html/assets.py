"""The page's own files: templates, style sheet and script, and the policy that lets only these run."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from markupsafe import Markup

from auditor.languages import language_name
from auditor.model import Category, Severity
from auditor.render.figures import points
from auditor.render.html.shown import changes, shown, told
from auditor.render.wording import origin, plain, shown_quality
from auditor.text.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = {
    "story": ("base.css", "story.css", "editing.css", "print.css"),
    "index": ("base.css", "index.css", "print.css"),
    "contest": ("base.css", "contest.css", "print.css"),
    "stale": ("base.css", "stale.css", "print.css"),
    "archive": ("base.css", "archive.css", "print.css"),
}
"""The style sheets of each page, in the order of the cascade."""

SCRIPTS = {
    "story": (
        "memory.js",
        "story/findings.js",
        "story/text.js",
        "story/address.js",
        "story/filters.js",
        "story/selection.js",
        "story/copying.js",
        "story/decisions.js",
        "story/surface.js",
        "story/editing.js",
        "story/standing.js",
        "story/delivery.js",
        "story/review.js",
        "theme.js",
        "story/views.js",
        "story/keys.js",
        "story/start.js",
    ),
    "index": ("memory.js", "theme.js", "index/sorting.js"),
    "contest": ("memory.js", "theme.js", "contest.js"),
    "stale": ("memory.js", "theme.js", "contest.js"),
    "archive": ("memory.js", "theme.js", "contest.js"),
}
"""The scripts of each page, in the order in which they build on each other."""


PLACES_SHOWN = 12
"""Places of one finding that its note names; the story marks them all."""


@cache
def style(page: str) -> str:
    """Return the whole style sheet of ``page``, one of ``STYLES``."""
    return "\n".join(map(_asset, STYLES[page]))


@cache
def script(page: str) -> str:
    """Return the whole script of ``page``: its files in one block, so that nothing becomes global."""
    return '"use strict";\n{\n' + "\n".join(map(_asset, SCRIPTS[page])) + "}\n"


def dress(page: str, folder: str | None, *, served: bool = False) -> dict[str, str]:
    """Return the style and the script of ``page`` as elements, and the policy under which only these two apply.

    ``folder`` is the address of the folder with the page's files; None: all is in the page. ``served``: the page may
    ask the process that it comes from.
    """
    if folder is None:
        looks, works = f"'{_digest(style(page))}'", f"'{_digest(script(page))}'"
        elements = (f"<style>{style(page)}</style>", f"<script>{script(page)}</script>")
    else:
        looks = works = "'self'"
        address = Markup.escape(f"{folder}/{page}")
        elements = (f'<link rel="stylesheet" href="{address}.css">', f'<script src="{address}.js"></script>')
    rest = "img-src data:; base-uri 'none'; form-action 'none'" + ("; connect-src 'self'" if served else "")
    return {
        "style": Markup(elements[0]),  # noqa: S704 - our own file
        "script": Markup(elements[1]),  # noqa: S704 - our own file
        "policy": f"default-src 'none'; style-src {looks}; script-src {works}; {rest}",
    }


def files(page: str) -> dict[str, str]:
    """Return the files of ``page`` for the folder that ``dress`` names: their names and their text."""
    return {f"{page}.css": style(page), f"{page}.js": script(page)}


@cache
def environment() -> Environment:
    """Return the Jinja environment: all is visible and escaped, and a name that is not there is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    surroundings = Environment(
        loader=PackageLoader("auditor.render.html"),
        autoescape=True,
        finalize=_seen,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    surroundings.filters |= {
        "shown": shown,
        "told": told,
        "changes": changes,
        "line": visible,
        "kind": _kind,
        "language": language_name,
        "number": _number,
        "points": points,
        "quality": shown_quality,
        "signed": _signed,
        "grouped": "{:,}".format,
        "origin": origin,
    }
    surroundings.globals |= {"severities": tuple(reversed(Severity)), "places_shown": PLACES_SHOWN}
    return surroundings


def _seen(value: object) -> object:
    """Return a value as it is put into a page: no text from outside gets there unseen, even where none was expected."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _kind(category: str) -> str:
    return plain(Category(category))


def _signed(signature: str, name: str) -> str:
    """Return what a score's signature says of ``name``; empty where it says nothing."""
    return dict(part.partition(":")[::2] for part in signature.split("|")).get(name, "")


def _number(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")


def _asset(name: str) -> str:
    return (resources.files("auditor.render.html") / "assets" / name).read_text(encoding="utf-8")


def _digest(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
