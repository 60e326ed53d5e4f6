"""Plain text for programs that put it into a page or a comment: nothing in it is a tag, a link or a call."""

from __future__ import annotations

import re

_TAGS = str.maketrans("<>", "‹›")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"\](?=[(\[])")
_MENTION = re.compile(r"(?<!\w)@(?=\w)")


def without_tags(text: str) -> str:
    """Return ``text`` with look-alikes where HTML would see a tag or an entity."""
    return _ENTITY.sub("＆", text.translate(_TAGS))


def inert(text: str) -> str:
    """Return ``text`` without tags, and without what Markdown would make a link or a call to somebody.

    Escapes would be seen where the same text is shown as it is, which these programs do too.
    """
    return _MENTION.sub("＠", _LINK.sub("] ", without_tags(text)))
