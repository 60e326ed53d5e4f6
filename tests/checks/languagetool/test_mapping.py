"""The table of mapping.toml is total for the LanguageTool that is really installed, and says why."""

from __future__ import annotations

import re
import struct
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources
from pathlib import Path
from zipfile import ZipFile

import pytest

from auditor.checks.languagetool.families import family_of, rules, words_rule
from auditor.checks.languagetool.mapping import table
from auditor.checks.languagetool.spelling import WordKind
from auditor.config import EngineSettings
from auditor.engines.languagetool.places import installation
from auditor.model import Category, Confidence, Severity

RULE_FILES = re.compile(r"org/languagetool/rules/en/(?:[^/]+/)?[^/]+\.xml")


def archive(artifact: str) -> ZipFile:
    found: list[Path] = sorted((installation() / "libs").glob(f"{artifact}*.jar"))
    assert found, f"{artifact} is not installed"
    return ZipFile(found[0])


def string_constants(java_class: bytes) -> Iterator[str]:
    """Yield the string literals of a class file: its constant pool, by the Java virtual machine's specification."""
    texts: dict[int, str] = {}
    literals: list[int] = []
    (count,) = struct.unpack_from(">H", java_class, 8)
    offset, index = 10, 1
    while index < count:
        tag = java_class[offset]
        if tag == 1:
            (length,) = struct.unpack_from(">H", java_class, offset + 1)
            texts[index] = java_class[offset + 3 : offset + 3 + length].decode(errors="replace")
            offset += 3 + length
        else:
            if tag == 8:
                literals.append(struct.unpack_from(">H", java_class, offset + 1)[0])
            offset += {3: 5, 4: 5, 5: 9, 6: 9, 15: 4}.get(tag, 3 if tag in {7, 8, 16, 19, 20} else 5)
        index += 2 if tag in {5, 6} else 1
    yield from (texts[literal] for literal in literals)


def constants_of(jar: ZipFile, name: str) -> list[str]:
    return list(string_constants(jar.read(f"org/languagetool/rules/{name}.class")))


def rule_files() -> Iterator[str]:
    english = archive("language-en")
    for name in english.namelist():
        if RULE_FILES.fullmatch(name):
            yield english.read(name).decode()


@cache
def categories() -> frozenset[str]:
    """The ids of categories: of English rule files, and of the enumerations that rules in Java use."""
    found = {
        category
        for text in rule_files()
        for attributes in re.findall(r"<category\s([^>]*)>", text)
        for category in re.findall(r'\bid="([^"]+)"', attributes)
    }
    core = archive("languagetool-core")
    in_java = [*constants_of(core, "Categories"), *constants_of(core, "CategoryIds")]
    return frozenset(found) | {constant for constant in in_java if constant.isupper()}


@cache
def issue_types() -> frozenset[str]:
    """The ITS 2.0 issue types as the server writes them: in lower case, with hyphens."""
    constants = constants_of(archive("languagetool-core"), "ITSIssueType")
    named = {constant for constant in constants if re.fullmatch(r"[A-Z][a-z]+|[a-z]+-[a-z-]+", constant)}
    in_files = {t for text in rule_files() for t in re.findall(r'<(?:category|rule\w*)\s[^>]*?\btype="([^"]+)"', text)}
    return frozenset(name.lower() for name in named | in_files)


@cache
def rule_ids() -> frozenset[str]:
    found = {i for text in rule_files() for i in re.findall(r'<rule(?:group)?\s[^>]*?\bid="([^"]+)"', text)}
    for jar in (archive("languagetool-core"), archive("language-en")):
        for name in jar.namelist():
            if name.endswith(".class"):
                found.update(c for c in string_constants(jar.read(name)) if re.fullmatch(r"[A-Z][A-Z0-9_]{2,}", c))
    return frozenset(found)


@pytest.mark.languagetool
def test_every_category_of_the_installed_languagetool_is_mapped(languagetool: EngineSettings) -> None:
    assert len(categories()) > 20
    assert categories() - table().categories.keys() == set()


@pytest.mark.languagetool
def test_every_issue_type_of_the_installed_languagetool_is_mapped(languagetool: EngineSettings) -> None:
    assert len(issue_types()) > 20
    assert issue_types() - table().issue_types.keys() == set()


@pytest.mark.languagetool
def test_every_override_names_a_rule_that_languagetool_has(languagetool: EngineSettings) -> None:
    named = [name for entry in table().rules for name in entry["ids"]]
    assert [name for name in named if not any(fnmatchcase(rule, name) for rule in rule_ids())] == []


def test_every_reading_of_an_unknown_word_is_mapped() -> None:
    assert table().readings.keys() == {reading.value for reading in WordKind}


def test_every_entry_is_a_whole_treatment_or_silence_with_its_reason() -> None:
    families = (*table().readings.values(), *table().issue_types.values(), *table().categories.values())
    for entry in families:
        if "silent" in entry:
            assert entry["silent"]
        elif not entry.get("deferred"):
            Category(entry["category"]), Severity(entry["severity"]), Confidence(entry["confidence"])


def test_every_override_says_why() -> None:
    for entry in table().rules:
        assert entry.get("silent") or entry.get("reason"), entry["ids"]
        assert set(entry) <= {"ids", "silent", "reason", "category", "severity", "confidence"}, entry["ids"]


def test_no_override_names_a_rule_twice() -> None:
    named = [name for entry in table().rules for name in entry["ids"]]
    assert len(named) == len(set(named))


def test_what_is_not_silent_is_described_by_a_rule() -> None:
    for reading in WordKind:
        if table().treatment_of_word(reading):
            assert words_rule(reading)
    shown = (category for category, entry in table().categories.items() if "silent" not in entry)
    assert [category for category in shown if family_of(category) is None] == []


def test_the_families_name_only_what_the_table_has() -> None:
    text = (resources.files("auditor.checks.languagetool") / "families.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)["family"]
    assert {c for entry in entries for c in entry.get("categories", ())} <= table().categories.keys()
    assert {r for entry in entries for r in entry.get("readings", ())} <= table().readings.keys()


def test_a_category_of_a_later_languagetool_is_information_only() -> None:
    treatment = table().treatment("NEW_RULE", "NEW_CATEGORY", "new-type")
    assert treatment is not None
    assert treatment.severity is Severity.NEUTRAL


@pytest.mark.parametrize(
    ("rule", "category", "issue_type", "why"),
    [
        ("EN_QUOTES", "TYPOGRAPHY", "typographical", "wire copy uses straight quotes"),
        ("SERIAL_COMMA_ON", "PUNCTUATION", "typographical", "agencies do without"),
        ("TOO_LONG_SENTENCE", "STYLE", "style", "length is no error"),
        ("PROFANITY", "STYLE", "style", "acronyms look alike"),
        ("EN_DATE_WEEKDAY_CURRENTYEAR", "SEMANTICS", "inconsistency", "depends on today"),
        ("EN_DIACRITICS_REPLACE_ORTHOGRAPHY_SAUTE", "TYPOS", "misspelling", "agencies write no accents"),
        ("EN_MULTITOKEN_SPELLING_TWO", "MULTITOKEN_SPELLING", "misspelling", "unknown people"),
    ],
)
def test_what_is_no_error_in_wire_copy_is_silent(rule: str, category: str, issue_type: str, why: str) -> None:
    assert table().treatment(rule, category, issue_type) is None, why


def test_style_costs_nothing_and_grammar_is_grave() -> None:
    style = table().treatment("ALL_OF_THE", "REDUNDANCY", "style")
    grammar = table().treatment("DT_DT", "GRAMMAR", "grammar")
    assert style is not None
    assert grammar is not None
    assert (style.severity, grammar.severity) == (Severity.NEUTRAL, Severity.MAJOR)
    assert grammar.confidence is Confidence.HIGH


def test_there_are_rules_to_list() -> None:
    assert len({rule.id for rule in rules()}) == len(rules()) > 10
    assert all(rule.id.startswith("languagetool/") for rule in rules())
    assert all(len(rule.passes) > len(rule.flags) for rule in rules())
