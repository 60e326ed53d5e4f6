"""TMX 1.4: translation units whose English is the translation."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model import ENGLISH, Metadata, primary_language
from auditor.readers.bilingual.rows import Row, stories_of
from auditor.readers.filed import Holding, Unit
from auditor.readers.pieces import Part, joined
from auditor.readers.xml import Element, Paths, parse

_CODES = frozenset(["bpt", "ept", "it", "ph", "ut", "sub"])


def read_tmx(name: str, text: str, stated: str | None) -> Holding:
    """Return the units as one story; raises ``InputError`` where none has English."""
    root = parse(name, text)
    rows = list(_rows(root))
    root.dismantle()
    return stories_of(name, text, rows, Metadata(format="TMX"), stated)


def _rows(root: Element) -> Iterator[Row]:
    header = root.first("header")
    spoken = header.attributes.get("srclang", "*all*") if header is not None else "*all*"
    paths = Paths()
    for unit in root.every("tu"):
        own = (unit.attributes.get("srclang") or spoken).lower()
        variants = [
            (each.attributes.get("xml:lang") or each.attributes.get("lang") or "", each)
            for each in unit.elements("tuv")
        ]
        target = next((each for each in variants if _is_english(each[0])), None)
        others = [each for each in variants if not _is_english(each[0])]
        source = next((each for each in others if each[0].lower() == own), others[0] if others else None)
        name = unit.attributes.get("tuid") or paths.of(unit)
        if source is not None:
            yield Row(
                Unit(_part(target[1], name) if target else Part(None, ()), _part(source[1], name)),
                languages=(ENGLISH, source[0] or None),
            )
        unit.dismantle()


def _is_english(language: str) -> bool:
    return primary_language(language) == ENGLISH


def _part(variant: Element, name: str) -> Part:
    segment = variant.first("seg")
    return Part(None, joined(segment.pieces(name, left_out=_CODES)) if segment is not None else ())
