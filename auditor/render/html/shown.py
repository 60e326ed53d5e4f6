"""Text from outside as it may stand on the page: escaped, and nothing in it invisible."""

from __future__ import annotations

from markupsafe import Markup, escape

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


def _character(character: str, before: str) -> Markup:
    visible = visible_character(character)
    if character in _JOINERS and (not before or before.isascii()):
        visible = f"U+{ord(character):04X}"
    if len(visible) == 1:
        return escape(visible)
    return Markup('<span class="code">{}</span>').format(visible.strip("<>"))
