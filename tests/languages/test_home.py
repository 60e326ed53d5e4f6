"""A language has one home: no module outside ``auditor/languages`` knows one by its name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.languages import languages

PACKAGE = Path(__file__).parents[2] / "auditor"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "languages")
CODES = frozenset(each.code for each in languages())

ENGLISH_WORDS = frozenset({"am", "as", "be", "he", "hi", "id", "it", "my", "no", "or", "so", "te", "ti"})
"""Codes that are words or parts of words in checks of English: these alone tell no language."""

MEANT_OTHERWISE = {
    "analysis/vocabulary.py": {"es"},
    "bilingual/persons.py": {"mr"},
    "bilingual/spelling.py": {"zh"},
    "cli/fixing.py": {"es"},
    "checks/reader/denials.py": {"ca"},
    "checks/terms/wording.py": {"es"},
    "model/language.py": {"en"},
    "readers/html/page.py": {"tr", "th"},
    "render/figures.py": {"ar"},
    "scoring/significance.py": {"ar"},
    "text/folding.py": {"ps", "th", "zh"},
}
"""Where such letters are something else: an ending, an element of HTML, a title, a name of a test, what “can't” leaves,
a transcription.
"""


def codes_in(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the codes of languages in quotes, with their line; examples of checks and lists of words are left out."""
    for node in ast.walk(_Without().visit(ast.parse(path.read_text(encoding="utf-8")))):
        if isinstance(node, ast.Constant) and node.value in CODES - ENGLISH_WORDS:
            yield node.lineno, str(node.value)


class _Without(ast.NodeTransformer):
    """Leaves out the examples of a check, and collections in which most strings are no codes at all."""

    def visit_Call(self, node: ast.Call) -> ast.AST | None:
        return None if getattr(node.func, "id", "") in {"Example", "Term"} else self.generic_visit(node)

    def visit_Set(self, node: ast.Set) -> ast.AST | None:
        return self._unless_words(node)

    def visit_Tuple(self, node: ast.Tuple) -> ast.AST | None:
        return self._unless_words(node)

    def visit_List(self, node: ast.List) -> ast.AST | None:
        return self._unless_words(node)

    def _unless_words(self, node: ast.Set | ast.Tuple | ast.List) -> ast.AST | None:
        words = [each.value for each in node.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        return None if sum(word in CODES for word in words) * 2 < len(words) else self.generic_visit(node)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_branches_on_a_language(path: Path) -> None:
    place = path.relative_to(PACKAGE)
    meant = MEANT_OTHERWISE.get(str(place), MEANT_OTHERWISE.get(str(place.parent), frozenset()))
    assert [f"{place}:{line}: {code}" for line, code in codes_in(path) if code not in meant] == []


@pytest.mark.parametrize("place", [place for place in MEANT_OTHERWISE if place.endswith(".py")])
def test_no_exception_is_idle(place: str) -> None:
    assert {code for _, code in codes_in(PACKAGE / place)} == MEANT_OTHERWISE[place]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('if language == "fr": pass', ["fr"]),
        ('if language in {"zh", "ja"}: pass', ["zh", "ja"]),
        ('FORMS = {"pl": "x", "cs": "y"}', ["pl", "cs"]),
        ('pronouns = {"he", "she", "it"}', []),
        ('small = {"de", "von", "van", "der", "den"}', []),
        ('Example("Elle part.", "She leaves.", "fr")', []),
    ],
)
def test_a_branch_is_told_from_a_list_of_words(tmp_path: Path, line: str, found: list[str]) -> None:
    module = tmp_path / "module.py"
    module.write_text(line)
    assert sorted(code for _, code in codes_in(module)) == sorted(found)
