"""Text from outside as it may stand on the page: escaped, and nothing in it invisible."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from auditor.model import Edit
from auditor.text.visible import COMMAND, visible_character

_JOINERS = frozenset("\u200c\u200d")


def shown(text: str) -> Markup:
    """Return ``text`` escaped, with each control and formatting character as a visible token.

    U+202E becomes a token that reads ``U+202E``. Joiners stay between letters of scripts that need them
    and within emoji; in English words they are tokens too. White space becomes plain spaces, save
    no-break ones.
    """
    if text.isprintable():
        return _quiet(escape(text))
    before = ["", *text]
    return _quiet(Markup("").join(map(_character, text, before)))


def _quiet(html: Markup) -> Markup:
    """Return ``html`` unchanged to a browser, and without commands to a log that it is printed into."""
    return Markup(COMMAND.sub(lambda found: f"{found[0][:-1]}&#{ord(found[0][-1])};", html))  # noqa: S704 - escaped


def told(message: str, words: str) -> Markup:
    """Return ``message`` behind the ``words`` it is about; a message that begins with them does not have them twice."""
    quoted = f"“{words}”"
    if message.startswith(quoted):
        return Markup('<b class="words">{}</b>{}').format(shown(quoted), shown(message.removeprefix(quoted)))
    return Markup('<q class="words">{}</q> {}').format(shown(words), shown(message))


def changes(edits: Iterable[Edit]) -> Markup:
    """Return a word diff with what goes in ``del`` and what comes in ``ins``; spaces stand outside both.

    An equal step is shown as in the reference, and a word never runs into the one before it.
    """
    parts: list[Markup] = []
    last, parted = "", False
    for edit in edits:
        texts = [edit.reference] if edit.kind == "equal" else [edit.target, edit.reference]
        words = "".join(texts)
        goes_on = edit.kind != "equal" and parted  # the target has a space here that the reference has not
        if words[:1].isalnum() and (last.isalnum() or (goes_on and not last.isspace())):
            parts.append(escape(" "))
        parts.append(shown(words) if edit.kind == "equal" else _change(edit.target, edit.reference))
        last = words[-1:] or last
        parted = edit.target[-1:].isspace()
    return Markup("").join(parts)


def _change(before: str, after: str) -> Markup:
    gone, new = shown(before.strip()), shown(after.strip())
    marked = [Markup("<del>{}</del>").format(gone)] if gone else []
    marked += [Markup("<ins>{}</ins>").format(new)] if new else []
    lead, trail = (" " if (before[at] + after[at]).isspace() else "" for at in (slice(1), slice(-1, None)))
    return escape(lead) + Markup(" ").join(marked) + escape(trail)


def _character(character: str, before: str) -> Markup:
    visible = visible_character(character)
    if character in _JOINERS and (not before or before.isascii()):
        visible = f"U+{ord(character):04X}"
    if len(visible) == 1:
        return escape(visible)
    return Markup('<span class="code">{}</span>').format(visible.strip("<>"))
