"""Freely licensed dictionaries, read as entries of a foreign word and an English one, and as forms of words."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Entry(NamedTuple):
    """What a dictionary translates and one of its English renderings, as printed.

    ``kind`` is ``n`` for a noun, ``v`` for a verb, ``a`` for an adjective, ``r`` for an adverb, empty where not told.
    """

    foreign: str
    english: str
    kind: str = ""


KINDS = {"n": "n", "m": "n", "f": "n", "mf": "n", "pl": "n", "adj": "a", "adv": "r"} | dict.fromkeys(
    ("v", "vt", "vi", "vr"), "v"
)
"""Our kinds of words by the marks of the dictionaries; a gender makes a noun."""

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_SOUND = re.compile(r"\s*/[^/\n]*/\s*")
_TAGS = re.compile(r"<[^>]*>")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\{[^}]*\}")
_NUMBER = re.compile(r"^\s*(?:(?:[IVX]+\.|\d+\.)\s*)+")
_NOTES = ('"', "- ", "see:", "See", "Syn", "Note", "Ant")
_KIND = re.compile(r"\{(\w+)\}")
_NAME = re.compile(r"\{(?:prop|proverb|phrase|letter|initialism|abbr|acronym)\}")
_VERB = re.compile(r"\s*\w+ \{v[a-z]*\}")
_SUBJECT = re.compile(
    r"^\s*(?:(?:ich|du|er|sie|es|wir|ihr|man)(?:/(?:er|sie|es))*|(?:I|you|he|she|it|we|they)(?:/(?:he|she|it))*)\s+"
)
_BODY = re.compile(r"\b(?:sb|sth|so|oneself)\b\.?(?:'s)?")
_FORM = re.compile(
    r"(?:(?:feminine|masculine|plural|singular|(?:past|present) participle|gerund|(?:alternative|obsolete) (?:form"
    r"|spelling)|superseded spelling|inflection)\b[\w ,-]*?|superlative|diminutive) of (\w+)"
)
_DSL_TAGS = re.compile(r"\[c gray\].*?\[/c\]|\[/?(?:[a-z!*']|m\d|c[^\]]*)\]")
_MUELLER_KIND = re.compile(r"_(n|v|a|adv)\.")
_MUELLER_NOTES = re.compile(r"\[[^\]]*\]|_\w+\.?|\d+[.)]|[IVX]+\s|\([^)]*\)")
_MUELLER_KINDS = {"n": "n", "v": "v", "a": "a", "adv": "r"}
_CEDICT = re.compile(r"(\S+) (\S+) \[[^\]]*\] /(.*)/")
_CEDICT_NOTES = re.compile(r"CL:|variant of|surname|see ")


def entries(folder: Path, language: str) -> Iterator[Entry]:
    """Yield what the dictionaries in ``folder`` say of ``language``.

    Known are FreeDict's in the format of dictd (``freedict-fra-eng.index`` and ``.dict.dz``, either direction),
    extracts of Wiktionary (``fr-en-enwiktionary.txt`` or ``.dsl.dz``, either direction), the German Ding list
    (``de-en``), the English-Russian dictionary of Mueller (``mueller7.dict.dz``), CC-CEDICT (``cedict.txt``), and the
    tables that ``benchmarks/apertium.py`` writes (``es.tsv``).
    """
    for line in _wiktionary(folder, f"{language}-en"):
        yield from _extract(line)
    for line in _wiktionary(folder, f"en-{language}"):
        yield from (Entry(english, foreign, kind) for foreign, english, kind in _extract(line))
    if code := FREEDICT.get(language):
        yield from _freedict(folder, f"freedict-{code}-eng")
        yield from (Entry(foreign, english) for english, foreign, _ in _freedict(folder, f"freedict-eng-{code}"))
    if language == "de":
        yield from _ding(folder / "de-en")
    if language == "ru":
        yield from _mueller(folder / "mueller7.dict.dz")
    if language == "zh":
        yield from _cedict(folder / "cedict.txt")
    yield from (Entry(*row) for row in _table(folder / f"{language}.tsv"))


def forms(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of words that the dictionaries in ``folder`` tell, each with its base form."""
    for line in _wiktionary(folder, f"{language}-en"):
        head, _, said = line.partition("::")
        if not _NAME.search(head) and (found := _FORM.match(said.strip())):
            yield _bare(head), found.group(1)
    if language == "de":
        yield from _ding_forms(folder / "de-en")
    yield from ((form, whole) for form, whole in _table(folder / f"{language}.forms.tsv"))


FREEDICT = {
    "ar": "ara",
    "cs": "ces",
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
"""How FreeDict names each language; its German dictionary is the Ding list."""


def _table(path: Path) -> Iterator[list[str]]:
    if path.exists():
        yield from (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())


def _wiktionary(folder: Path, name: str) -> Iterator[str]:
    """Yield the lines of an extract of Wiktionary, as “head {kind} (gloss) :: renderings”."""
    if (path := folder / f"{name}-enwiktionary.txt").exists():
        yield from path.read_text(encoding="utf-8").splitlines()
    elif (path := folder / f"{name}-enwiktionary.dsl.dz").exists():
        head = about = ""
        for line in gzip.decompress(path.read_bytes()).decode("utf-16").splitlines():
            if not line.startswith("\t"):
                head = line
                continue
            plain = _DSL_TAGS.sub("", line.replace("\\", "")).replace("<", "{").replace(">", "}").strip()
            if plain.startswith("~"):
                about = plain.removeprefix("~")
            else:
                yield f"{head}{about} :: {plain}"


def _extract(line: str) -> Iterator[Entry]:
    about, _, said = line.partition("::")
    if _NAME.search(about) or "SEE:" in line or _FORM.match(said.strip()):
        return
    kinds = [KINDS[mark] for mark in _KIND.findall(about) if mark in KINDS]
    head = _bare(_SOUND.sub(" ", about))
    for rendering in re.split("[,;]", _bare(said)):
        if head and rendering.strip():
            yield Entry(head, rendering.strip(), kinds[0] if kinds else "")


def _mueller(path: Path) -> Iterator[Entry]:
    english = kind = ""
    lines: list[str] = []
    for line in (*gzip.decompress(path.read_bytes()).decode("utf-8", "replace").splitlines(), "."):
        if line[:1].strip():
            for found in re.split(r"(?=_(?:n|v|a|adv)\.)", " ".join(lines)):
                mark = _MUELLER_KIND.match(found)
                kind = _MUELLER_KINDS[mark.group(1)] if mark else ""
                for each in re.split("[,;]", _MUELLER_NOTES.sub(" ", found)):
                    if (russian := each.strip().rstrip(".")) and not re.search("[A-Za-z]", russian):
                        yield Entry(russian, english, kind)
            english, lines = line.strip(), []
        else:
            lines.append(line.strip())


def _freedict(folder: Path, name: str) -> Iterator[Entry]:
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


def _entry(text: str) -> Iterator[Entry]:
    first, *lines = text.split("\n")
    head = _bare(_SOUND.split(first)[0])
    for line in lines:
        if head and not line.strip().startswith(_NOTES):
            for rendering in re.split("[,;]", _bare(_NUMBER.sub("", line)).replace("~", " ")):
                yield Entry(head, rendering)


def _bare(text: str) -> str:
    return _BRACKETS.sub("", _TAGS.sub("", text)).strip()


def _ding(path: Path) -> Iterator[Entry]:
    for line in path.read_text(encoding="utf-8").splitlines():
        german, _, english = line.partition("::")
        parts = list(zip(german.split("|"), english.split("|"), strict=False))
        for number, (ours, theirs) in enumerate(parts):
            if number and _inflects(german, ours):
                continue
            kinds = [KINDS[mark] for mark in _KIND.findall(ours) if mark in KINDS]
            for word in re.split("[;/]", _SUBJECT.sub("", _bare(ours))):
                for rendering in re.split("[;/]", _SUBJECT.sub("", _BODY.sub("", _bare(theirs)))):
                    yield Entry(word.strip(), rendering.strip(), kinds[0] if kinds else "")


def _ding_forms(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        german = line.partition("::")[0]
        first, *others = german.split("|")
        whole = _bare(first).partition(";")[0].strip()
        for other in others:
            if _inflects(german, other):
                yield from ((form.strip(), whole) for form in re.split("[;/]", _SUBJECT.sub("", _bare(other))))


def _inflects(german: str, part: str) -> bool:
    """Tell whether a later part of a line of the Ding list is but a form of what stands first in it."""
    return bool(_VERB.match(german)) or "{pl}" in part


def _cedict(path: Path) -> Iterator[Entry]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if (found := _CEDICT.match(line)) is None:
            continue
        for gloss in found.group(3).split("/"):
            if _CEDICT_NOTES.search(gloss):
                continue
            for rendering in re.split("[;,]", _bare(gloss)):
                for word in {found.group(1), found.group(2)}:
                    yield Entry(word, rendering)
