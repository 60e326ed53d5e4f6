"""Tables with a translation and its source in each row: CSV, TSV, and the TSV of MQM annotations (WMT, Marot)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from auditor.model import ENGLISH, InputError, Metadata
from auditor.readers.bilingual.rows import Row, stories_of
from auditor.readers.filed import Holding, Unit
from auditor.readers.pieces import Part, Piece, joined
from auditor.readers.sample import Sample

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "target": ("target", "mt", "translation", "tgt", "hypothesis", "target_text"),
    "source": ("source", "src", "original", "source_text"),
    "reference": ("reference", "ref"),
    "id": ("id", "globalsegid", "seg_id", "segment_id", "segid", "docsegid"),
    "document": ("document", "doc", "doc_id", "docid", "story"),
    "system": ("system", "sys"),
    "language": ("source_lang", "source_language", "src_lang"),
}
"""The names of columns that are known, in lower case."""

_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?")
_QUOTED = re.compile(r'"(?P<text>(?:[^"]|"")*+)"')
_MARK = re.compile(r"</?v>")
"""What marks the words of an error in MQM annotations."""


def columns(fields: Sequence[str]) -> dict[str, int]:
    """Return where the columns that are known stand in a header; columns may be named by their languages."""
    found = {
        meaning: fields.index(next(name for name in names if name in fields))
        for meaning, names in COLUMNS.items()
        if any(name in fields for name in names)
    }
    spoken = [index for index, each in enumerate(fields) if _LANGUAGE.fullmatch(each)]
    if len(spoken) == 2 and "target" not in found:
        english = [index for index in spoken if fields[index][:2] == ENGLISH]
        if len(english) == 1:
            found |= {"target": english[0], "source": next(index for index in spoken if index != english[0])}
    return found


def is_table(sample: Sample) -> bool:
    """Tell whether the first line of a file names the columns of translations."""
    found = columns(sample.fields)
    return "target" in found and ("source" in found or "reference" in found or "id" in found)


def read_table(name: str, text: str, stated: str | None) -> Holding:
    """Return the rows of each document, and of each system where that is told, as a story.

    Rows that repeat a segment, as annotations do, count once. Raises ``InputError`` for a table without a column of
    translations, for a quotation mark without end, and where nothing is translated.
    """
    first = text.partition("\n")[0].rstrip("\r")
    mark = max("\t,;", key=first.count)
    rows = _rows(name, text, mark)
    header = [Part(None, tuple(cell)).text.strip().lower() for cell in next(rows, [])]
    where = columns(header)
    if "target" not in where:
        raise InputError(f"{name} has no column of translations; name one “target”, and the source’s “source”.")
    annotated = "system" in where and "severity" in header
    kind = "MQM annotations" if annotated else "TSV" if mark == "\t" else "CSV"
    spoken = header[where["source"]].replace("_", "-") if "source" in where else ""
    language = spoken if _LANGUAGE.fullmatch(spoken.replace("-", "_")) else None
    return stories_of(name, text, _units(rows, where, language), Metadata(format=kind), stated)


def _units(rows: Iterator[list[list[Piece]]], where: Mapping[str, int], language: str | None) -> Iterator[Row]:
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows, 2):

        def cell(meaning: str, row: list[list[Piece]] = row) -> list[Piece]:
            return row[where[meaning]] if meaning in where and where[meaning] < len(row) else []

        def said(meaning: str) -> str:
            return Part(None, tuple(cell(meaning))).text.strip()

        document = ", ".join(each for each in (said("system"), said("document")) if each)
        segment = said("id")
        if segment and "system" in where:
            if (document, segment) in seen:
                continue
            seen.add((document, segment))
        named = segment or f"row {number}"
        unit = Unit(
            *(
                Part(None, joined(_unmarked(cell(side)))).at(named) if side in where else Part(None, ())
                for side in ("target", "source", "reference")
            )
        )
        yield Row(unit, document, (ENGLISH, said("language") or language))


def _unmarked(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield ``pieces`` without the tags that mark words."""
    for piece in pieces:
        at = 0
        for match in _MARK.finditer(piece.text) if piece.whole else ():
            yield piece.cut(at, match.start())
            at = match.end()
        yield piece.cut(at, len(piece.text))


def _rows(name: str, text: str, mark: str) -> Iterator[list[list[Piece]]]:
    """Yield the cells of each row; in tables parted by tabs, quotation marks are what they are."""
    at = 0
    while at < len(text):
        row: list[list[Piece]] = []
        while True:
            cell, at = _quoted(name, text, at) if mark != "\t" and text.startswith('"', at) else _bare(text, at, mark)
            row.append(cell)
            if text.startswith(mark, at):
                at += 1
            else:
                break
        if at < len(text) and text[at] not in "\r\n":
            line = text.count("\n", 0, at) + 1
            raise InputError(f"{name}, line {line}: something follows a closing quotation mark; export it anew.")
        at += 2 if text.startswith("\r\n", at) else 1
        if any(cell for cell in row):
            yield row


def _bare(text: str, at: int, mark: str) -> tuple[list[Piece], int]:
    match = re.compile(f"[^{mark}\r\n]*").match(text, at)
    assert match
    return ([Piece(match[0], at, match.end())] if match[0] else []), match.end()


def _quoted(name: str, text: str, at: int) -> tuple[list[Piece], int]:
    match = _QUOTED.match(text, at)
    if not match:
        line = text.count("\n", 0, at) + 1
        raise InputError(f"{name}, line {line}: a quotation mark has no end; export it anew.")
    pieces: list[Piece] = []
    start, end = match.span("text")
    for double in re.finditer('""', match["text"]):
        here = match.start("text") + double.start()
        if start < here:
            pieces.append(Piece(text[start:here], start, here))
        pieces.append(Piece('"', here, here + 2))
        start = here + 2
    if start < end:
        pieces.append(Piece(text[start:end], start, end))
    return pieces, match.end()
