"""The words by which stories are measured."""

from __future__ import annotations

import re

_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")


def count_words(text: str) -> int:
    """Return how many words ``text`` has: the evaluation word count of MQM scores.

    A word is what stands between white space and holds at least one letter or digit, so that dashes and
    bullets do not count. Scripts written without spaces (Chinese characters, kana) count by the character.
    """
    spaced, ideographs = _IDEOGRAPH.subn(" ", text)
    return ideographs + sum(1 for token in spaced.split() if any(map(str.isalnum, token)))
