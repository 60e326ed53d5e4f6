"""LanguageTool's rules as its own files describe them: what `auditor explain` can say of an id without Java.

Rules that are written in Java are in none of these files.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from auditor.engines.languagetool.lock import lock
from auditor.engines.languagetool.places import library

_FILES = ("grammar.xml", "style.xml", "en-US/grammar.xml", "en-US/style.xml", "en-GB/grammar.xml", "en-GB/style.xml")
_FOLDER = "org/languagetool/rules/en/"


@dataclass(frozen=True, slots=True)
class Description:
    """One rule, or of a group of rules its first: ``issue_type`` is ITS 2.0's, ``example`` has its words ``[[so]]``.

    What the file does not say is empty.
    """

    name: str
    category_id: str
    category: str
    issue_type: str
    message: str
    example: str
    url: str


def described(rule_id: str) -> Description | None:
    """Return what LanguageTool's files in the cache say of ``rule_id``; None where they do not, or are not there."""
    for path in _jars():
        with zipfile.ZipFile(path) as jar:
            there = set(jar.namelist())
            for name in _FILES:
                if f"{_FOLDER}{name}" in there:
                    with jar.open(f"{_FOLDER}{name}") as file:
                        if found := _found(file, rule_id):
                            return found
    return None


def _jars() -> Iterator[Path]:
    for jar in lock().jars:
        if jar.name.startswith("language-en-") and (path := library(jar)).is_file() and jar.kept.is_in(path):
            yield path


def _found(file: IO[bytes], rule_id: str) -> Description | None:
    for _, category in ElementTree.iterparse(file):  # noqa: S314 - the jar is what the lock says, byte for byte
        if category.tag != "category":
            continue
        for rule in (*category.iterfind("rule"), *category.iterfind("rulegroup")):
            if rule.get("id") == rule_id:
                return _described(category, rule)
        category.clear()
    return None


def _described(category: ElementTree.Element, rule: ElementTree.Element) -> Description:
    first = next(rule.iterfind("rule"), rule)
    example = next((each for each in first.iterfind("example") if each.find("marker") is not None), None)
    kinds = (each.get("type", "") for each in (first, rule, category))
    return Description(
        name=rule.get("name", ""),
        category_id=category.get("id", ""),
        category=category.get("name", ""),
        issue_type=next(filter(None, kinds), ""),
        message=_words(first.find("message")),
        example=_words(example, marks=("[[", "]]")),
        url=_words(first.find("url") if first.find("url") is not None else rule.find("url")),
    )


def _words(element: ElementTree.Element | None, marks: tuple[str, str] = ("“", "”")) -> str:
    """Return the words of ``element`` on one line, those of the elements within it between ``marks``."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for inner in element:
        words = "".join(inner.itertext())
        parts += [f"{marks[0]}{words}{marks[1]}" if words else "…", inner.tail or ""]
    return " ".join("".join(parts).split())
