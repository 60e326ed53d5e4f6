"""Freely licensed dictionaries, read as pairs of a foreign word and an English one."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

Pair = tuple[str, str]
"""What a dictionary translates, and one of its English renderings, both as printed."""

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_SOUND = re.compile(r"\s*/[^/\n]*/\s*")
_TAGS = re.compile(r"<[^>]*>")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\{[^}]*\}")
_NUMBER = re.compile(r"^\s*(?:(?:[IVX]+\.|\d+\.)\s*)+")
_NOTES = ('"', "- ", "see:", "See", "Syn", "Note", "Ant")
_CEDICT = re.compile(r"(\S+) (\S+) \[[^\]]*\] /(.*)/")
_CEDICT_NOTES = re.compile(r"CL:|variant of|surname|see ")


def pairs(folder: Path, language: str) -> Iterator[Pair]:
    """Yield what the dictionaries in ``folder`` say of ``language``.

    Known are FreeDict's in the format of dictd (``freedict-fra-eng.index`` and ``.dict.dz``, either direction), the
    German Ding list (``de-en``), CC-CEDICT (``cedict.txt``), and tables of two columns (``es.tsv``).
    """
    code = FREEDICT[language]
    yield from _freedict(folder, f"freedict-{code}-eng")
    yield from ((foreign, english) for english, foreign in _freedict(folder, f"freedict-eng-{code}"))
    if language == "de":
        yield from _ding(folder / "de-en")
    if language == "zh":
        yield from _cedict(folder / "cedict.txt")
    if (table := folder / f"{language}.tsv").exists():
        rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
        yield from ((foreign, english) for foreign, english in rows)


FREEDICT = {
    "ar": "ara",
    "cs": "ces",
    "de": "deu",
    "es": "spa",
    "fr": "fra",
    "hi": "hin",
    "it": "ita",
    "ja": "jpn",
    "nl": "nld",
    "pl": "pol",
    "pt": "por",
    "ru": "rus",
    "sv": "swe",
    "zh": "zho",
}
"""How FreeDict names each language."""


def _freedict(folder: Path, name: str) -> Iterator[Pair]:
    index = folder / f"{name}.index"
    if not index.exists():
        return
    data = gzip.decompress((folder / f"{name}.dict.dz").read_bytes())
    for line in index.read_text(encoding="utf-8").splitlines():
        head, start, size = line.split("\t")[:3]
        if not head.startswith("00"):
            entry = data[_number(start) : _number(start) + _number(size)].decode("utf-8", "replace")
            yield from _entry(entry)


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 64 + _BASE64.index(digit)
    return value


def _entry(text: str) -> Iterator[Pair]:
    first, *lines = text.split("\n")
    head = _bare(_SOUND.split(first)[0])
    for line in lines:
        if head and not line.strip().startswith(_NOTES):
            for rendering in re.split("[,;]", _bare(_NUMBER.sub("", line)).replace("~", " ")):
                yield head, rendering


def _bare(text: str) -> str:
    return _BRACKETS.sub("", _TAGS.sub("", text)).strip()


def _ding(path: Path) -> Iterator[Pair]:
    for line in path.read_text(encoding="utf-8").splitlines():
        german, _, english = line.partition("::")
        for ours, theirs in zip(german.split("|"), english.split("|"), strict=False):
            for word in re.split("[;/]", _bare(ours)):
                for rendering in re.split("[;/]", _bare(theirs)):
                    yield word.strip(), rendering.strip()


def _cedict(path: Path) -> Iterator[Pair]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if (found := _CEDICT.match(line)) is None:
            continue
        for gloss in found.group(3).split("/"):
            if _CEDICT_NOTES.search(gloss):
                continue
            for rendering in re.split("[;,]", _bare(gloss)):
                for word in {found.group(1), found.group(2)}:
                    yield word, rendering
