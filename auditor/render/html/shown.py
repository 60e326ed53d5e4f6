"""Text from outside as it may stand on the page: escaped, and nothing in it invisible."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from auditor.model import Edit
from auditor.render.visible import visible_character

_JOINERS = frozenset("\u200c\u200d")


def shown(text: str) -> Markup:
    """Return ``text`` escaped, with each control and formatting character as a visible token.

    U+202E becomes a token that reads ``U+202E``. Joiners stay between letters of scripts that need them
    and within emoji; in English words they are tokens too. White space becomes plain spaces, save
    no-break ones.
    """
    if text.isprintable():
        return escape(text)
    before = ["", *text]
    return Markup("").join(map(_character, text, before))


def changes(edits: Iterable[Edit]) -> Markup:
    """Return a word diff with what goes in ``del`` and what comes in ``ins``; spaces stand outside both."""
    return Markup("").join(
        shown(edit.reference) if edit.kind == "equal" else _change(edit.target, edit.reference) for edit in edits
    )


def _change(before: str, after: str) -> Markup:
    gone = Markup("<del>{}</del>").format(shown(before.strip())) if before.strip() else Markup()
    new = Markup("<ins>{}</ins>").format(shown(after.strip())) if after.strip() else Markup()
    lead = " " if (before[:1] + after[:1]).strip() != before[:1] + after[:1] else ""
    trail = " " if (before[-1:] + after[-1:]).strip() != before[-1:] + after[-1:] else ""
    return escape(lead) + Markup(" ").join(part for part in (gone, new) if part) + escape(trail)


def _character(character: str, before: str) -> Markup:
    visible = visible_character(character)
    if character in _JOINERS and (not before or before.isascii()):
        visible = f"U+{ord(character):04X}"
    if len(visible) == 1:
        return escape(visible)
    return Markup('<span class="code">{}</span>').format(visible.strip("<>"))
