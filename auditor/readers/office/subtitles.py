"""Subtitles: SubRip (SRT) and WebVTT. Cues that share a sentence make one paragraph."""

from __future__ import annotations

import re

from auditor.model import Metadata, Role
from auditor.readers.filed import Holding, filed, told
from auditor.readers.html.characters import characters
from auditor.readers.pieces import Part, Piece, bounded, joined
from auditor.readers.sample import Sample
from auditor.segmentation.layout import is_finished

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]+-->[ \t]+{_TIME}[^\r\n]*")
_LINE = re.compile(r"(?P<text>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
_BEGINS = re.compile(rf"\s*(?:WEBVTT\b|(?:\d+[ \t]*\r?\n)?{_TIMES.pattern})")
_TAG = re.compile(r"</?[^<>\n]*>|\{\\[^{}\n]*\}")
_MOST_CUES = 12
"""Cues of one paragraph, where none of them ends a sentence."""


def is_subtitles(sample: Sample) -> bool:
    """Tell whether a file begins with a cue, or as WebVTT does."""
    return bool(_BEGINS.match(sample.head[:2000]))


def read_subtitles(name: str, text: str, stated: str | None) -> Holding:
    """Return what is said, as one story; raises ``InputError`` where nothing is."""
    parts: list[Part] = []
    held: list[Piece] = []
    cues = begun = 0
    lines = [match for match in _LINE.finditer(text) if match[0]]
    index = 0
    while index < len(lines):
        if not _TIMES.match(lines[index]["text"]):
            index += 1
            continue
        before = lines[index - 1]["text"].strip() if index else ""
        index, cues = index + 1, cues + 1
        named = f"cue {before or cues}"
        while index < len(lines) and lines[index]["text"].strip():
            if held:
                held.append(Piece(" ", held[-1].end, lines[index].start()))
            held += _shown(text, *lines[index].span("text"), named)
            index += 1
        said = "".join(piece.text for piece in bounded(held))
        if is_finished(said) or cues - begun > _MOST_CUES:
            parts.append(Part(Role.BODY, joined(held)))
            held, begun = [], cues
    if held:
        parts.append(Part(Role.BODY, joined(held)))
    kind = "WebVTT" if text.lstrip().startswith("WEBVTT") else "SubRip"
    holding = Holding((filed(name, text, parts, stated, Metadata(format=kind)),))
    return told(name, holding, "holds no cue with words; give a file that has some.")


def _shown(text: str, start: int, end: int, locator: str) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for match in [*_TAG.finditer(text, start, end), None]:
        stop = match.start() if match else end
        pieces += (Piece(each.text, each.start, each.end, locator) for each in characters(text, at, stop))
        at = match.end() if match else end
    return pieces
