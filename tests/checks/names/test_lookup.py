"""Gazetteer forms are found as whole words, and what is part of a longer name is told."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from auditor.analysis import Analysis, Sentence
from auditor.checks.examples import example_document
from auditor.checks.names.lookup import in_longer_name, lookup, table
from auditor.config import gazetteer
from auditor.languages import everywhere

FORMS = {"Genève": "Geneva", "La Haye": "The Hague", "EE.UU.": "US"}


def sentence(text: str) -> Sentence:
    return Analysis(example_document(text)).sentences[0]


@pytest.mark.parametrize(
    ("text", "forms", "why"),
    [
        ("Talks in Genève failed.", ["Genève"], "a word by itself"),
        ("Genève's mayor spoke.", ["Genève"], "a possessive belongs to the name"),
        ("Talks in La Haye failed.", ["La Haye"], "a form of two words"),
        ("The EE.UU. sent ships.", ["EE.UU."], "full stops inside the form"),
        ("The Genèves are few.", [], "a longer word"),
        ("The Genève-Servette team won.", [], "joined by a hyphen"),
        ("Talks in genève failed.", [], "names have capitals"),
    ],
)
def test_a_form_is_found_only_as_a_whole_word(text: str, forms: list[str], why: str) -> None:
    assert [found.form for found in lookup(sentence(text), FORMS)] == forms, why


@pytest.mark.parametrize(
    ("text", "longer", "why"),
    [
        ("Talks in Genève failed.", False, "lower-case English around it"),
        ("Talks in Genève Monday failed.", False, "a weekday is no part of a name"),
        ("In Genève, Swiss envoys met.", False, "a comma ends the name"),
        ("The Bibliothèque de Genève is shut.", True, "after a foreign particle"),
        ("She met Anna Genève there.", True, "after a given name"),
        ("The Genève Open began.", True, "before another capital"),
    ],
)
def test_a_part_of_a_longer_name_is_told(text: str, longer: bool, why: str) -> None:
    here = sentence(text)
    assert in_longer_name(here, next(lookup(here, FORMS))) is longer, why


@pytest.mark.parametrize(
    "forms",
    [
        *map(everywhere, ("exonyms", "acronyms", "persons", "given_names", "bodies", "leftovers")),
        table("ghosts", "words"),
        table("glosses", "seats"),
    ],
)
def test_no_form_is_its_own_english(forms: Mapping[str, str]) -> None:
    assert [form for form, english in forms.items() if form == english] == []
    assert [form for form, english in forms.items() if english in forms] == []


def test_no_foreign_place_is_an_english_one() -> None:
    english = {place for key in ("countries", "capitals") for place in gazetteer("places")[key]}
    assert sorted(english & everywhere("exonyms").keys()) == []
