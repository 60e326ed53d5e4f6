"""XLIFF 1.2 (and 1.0, 1.1) and 2.x: a story for each ``file``, a paragraph for each unit."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model import Metadata
from auditor.readers.bilingual.rows import Row, stories_of
from auditor.readers.filed import Holding, Unit
from auditor.readers.pieces import Part, Piece, joined
from auditor.readers.xml import Element, parse

_CODES = frozenset(["x", "bx", "ex", "bpt", "ept", "it", "ph", "sc", "ec", "cp", "sub"])
"""Inline elements that stand for markup, in one version or the other; what is in them is no text."""

_UNTRANSLATED = frozenset(("new", "needs-translation"))


def read_xliff(name: str, text: str, stated: str | None) -> Holding:
    """Return the stories of the files in an XLIFF; raises ``InputError`` where nothing is translated."""
    root = parse(name, text)
    rows = list(_rows(root))
    root.dismantle()
    about = Metadata(format=f"XLIFF {root.attributes.get('version', '')}".strip())
    return stories_of(name, text, rows, about, stated)


def _rows(root: Element) -> Iterator[Row]:
    files = list(root.every("file"))
    new = root.attributes.get("version", "").startswith("2")
    for number, file in enumerate(files, 1):
        given = root.attributes if new else file.attributes
        source, target = ("srcLang", "trgLang") if new else ("source-language", "target-language")
        languages = given.get(target), given.get(source)
        name = file.attributes.get("original") or file.attributes.get("id") or str(number)
        for unit in file.every("unit" if new else "trans-unit"):
            if unit.attributes.get("translate") != "no":
                yield Row(_unit(unit) if new else _old_unit(unit), name, languages)
            unit.dismantle()


def unit_name(unit: Element) -> str:
    """Return what names ``unit`` within its file."""
    return unit.attributes.get("id") or unit.attributes.get("resname") or "?"


def _old_unit(unit: Element) -> Unit:
    name = unit_name(unit)
    source, target = unit.first("source"), unit.first("target")
    untranslated = target is None or target.attributes.get("state") in _UNTRANSLATED
    return Unit(
        Part(None, () if target is None or untranslated else joined(target.pieces(name, left_out=_CODES))),
        Part(None, joined(source.pieces(name, left_out=_CODES))) if source is not None else None,
    )


def _unit(unit: Element) -> Unit:
    """Return a unit of XLIFF 2: its segments, and what is between them, one after the other."""
    name = unit_name(unit)
    sides: dict[str, list[Piece]] = {"source": [], "target": []}
    for segment in unit.elements("segment", "ignorable"):
        own = segment.attributes.get("id")
        for side, held in sides.items():
            found = segment.first(side)
            if found is None:
                continue
            if held and not held[-1].text[-1:].isspace():
                held.append(Piece(" ", held[-1].end, held[-1].end, held[-1].locator))
            held += found.pieces(f"{name}/{own}" if own else name, left_out=_CODES)
    return Unit(Part(None, joined(sides["target"])), Part(None, joined(sides["source"])))
