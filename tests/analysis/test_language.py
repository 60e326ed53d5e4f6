"""The door to spaCy: what it leaves out of the import, and that nobody else misses it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from auditor.analysis import parse
from auditor.analysis.language import language

_PROGRAM = """
import sys
from auditor.analysis.language import language
language()
print([name for name in ("spacy.cli", "typer", "weasel", "langcodes") if name in sys.modules])
from spacy.cli import info
from spacy.cli.info import info as same
print(info is same, callable(info))
from spacy.util import find_matching_language, get_lang_class
print(find_matching_language("pt-BR"), get_lang_class("no").__name__)
"""


def test_the_model_is_loaded_without_what_it_does_not_need_which_others_still_find() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "True True", "pt Norwegian"]


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="spaCy 3.8.7 is not made for it; docs/ci.md")
@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The bank was fined 3 million euros.", "fined", "fine"),
        ("The minister hopes for a quick answer.", "hopes", "hope"),
        ("She was riding her bicycle to work.", "riding", "ride"),
        ("The police routed the protesters.", "routed", "route"),
    ],
)
def test_a_verb_that_ends_in_e_keeps_it(text: str, word: str, lemma: str) -> None:
    (doc,) = parse([text])
    assert [token.lemma_ for token in doc if token.text == word] == [lemma]


def test_known_forms_are_looked_up_and_not_gone_through() -> None:
    known = language().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    assert {type(forms) for forms in known.values()} == {frozenset}
