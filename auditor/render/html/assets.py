"""The page's own files: templates, style sheet and script, and the policy that lets only these run."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from auditor.model import Category, Severity
from auditor.render.figures import points
from auditor.render.html.shown import changes, shown
from auditor.render.visible import visible
from auditor.render.wording import plain

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = {
    "story": ("base.css", "story.css", "print.css"),
    "index": ("base.css", "index.css", "print.css"),
    "contest": ("base.css", "contest.css", "print.css"),
}
"""The style sheets of each page, in the order of the cascade."""

SCRIPTS = {
    "story": (
        "memory.js",
        "story/findings.js",
        "story/address.js",
        "story/filters.js",
        "story/selection.js",
        "story/copying.js",
        "story/decisions.js",
        "theme.js",
        "story/views.js",
        "story/keys.js",
        "story/start.js",
    ),
    "index": ("memory.js", "theme.js", "index/sorting.js"),
    "contest": ("memory.js", "theme.js", "contest.js"),
}
"""The scripts of each page, in the order in which they build on each other."""


PLACES_SHOWN = 12
"""Places of one finding that its note names; the story marks them all."""

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""Names of the languages that agencies most often translate from; others are shown by their tag."""


@cache
def style(page: str) -> str:
    """Return the whole style sheet of ``page``, which is ``story``, ``index`` or ``contest``."""
    return "\n".join(map(_asset, STYLES[page]))


@cache
def script(page: str) -> str:
    """Return the whole script of ``page``: its files in one block, so that nothing becomes global."""
    return '"use strict";\n{\n' + "\n".join(map(_asset, SCRIPTS[page])) + "}\n"


def policy(page: str) -> str:
    """Return the Content-Security-Policy under which only the page's own style and script apply."""
    return (
        "default-src 'none'; "
        f"style-src '{_digest(style(page))}'; script-src '{_digest(script(page))}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def environment() -> Environment:
    """Return the Jinja environment: everything is escaped, and a name that is not there is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    surroundings = Environment(
        loader=PackageLoader("auditor.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    surroundings.filters |= {
        "shown": shown,
        "changes": changes,
        "line": visible,
        "kind": _kind,
        "language": _language,
        "number": _number,
        "points": points,
        "signed": _signed,
        "grouped": "{:,}".format,
    }
    surroundings.globals |= {"severities": tuple(reversed(Severity)), "places_shown": PLACES_SHOWN}
    return surroundings


def _kind(category: str) -> str:
    return plain(Category(category))


def _language(tag: str) -> str:
    return LANGUAGES.get(tag.partition("-")[0].lower(), tag)


def _signed(signature: str, name: str) -> str:
    """Return what a score's signature says of ``name``; empty where it says nothing."""
    return dict(part.partition(":")[::2] for part in signature.split("|")).get(name, "")


def _number(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")


def _asset(name: str) -> str:
    return (resources.files("auditor.render.html") / "assets" / name).read_text(encoding="utf-8")


def _digest(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
