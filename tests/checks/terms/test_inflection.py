"""A term of the source is found in its plain inflections, and in no other word."""

from __future__ import annotations

import pytest

from auditor.checks.terms.inflection import even, source_pattern


def found(term: str, text: str, language: str) -> bool:
    return source_pattern(term, language).search(even(text)) is not None


@pytest.mark.parametrize(
    ("language", "term", "text", "reason"),
    [
        ("fr", "taux directeur", "les taux directeurs", "a plural"),
        ("fr", "tribunal", "deux tribunaux", "a plural in -aux"),
        ("fr", "candidat local", "une candidate locale", "a feminine"),
        ("fr", "état d'urgence", "L’État d’urgence", "capitals, and a curly apostrophe"),
        ("fr", "état-major", "Etat-major", "an accent that the capital lost"),
        ("fr", "École navale", "l'Ecole navale", "the same, in a name"),
        ("fr", "l'État", "selon l'État", "an elided article"),
        ("es", "alcalde mayor", "los alcaldes mayores", "a plural"),
        ("es", "nación", "NACIÓN", "all in capitals"),
        ("it", "sindaco", "i sindaci", "a plural in -i"),
        ("pt", "acordo", "os acordos", "a plural"),
        ("de", "Rechnungshof", "des Rechnungshofs", "a genitive"),
        ("de", "Haushalt", "den Haushalten", "a dative plural"),
        ("ru", "ключевая ставка", "ключевой ставки", "a genitive"),
        ("pl", "premier", "premiera", "a genitive"),
        ("ar", "الحكومة", "والحكومة", "a conjunction written with it"),
        ("zh", "央行", "中国央行宣布", "no spaces between words"),
        ("xx", "harbor", "harbors", "a language without rules of its own"),
        ("fr", "cafe\u0301", "café", "an accent written apart"),
    ],
)
def test_a_term_is_found(language: str, term: str, text: str, reason: str) -> None:
    assert found(term, text, language), reason


@pytest.mark.parametrize(
    ("language", "term", "text", "reason"),
    [
        ("fr", "loi", "loin d'ici", "a short word takes no ending"),
        ("fr", "Orange", "une orange", "a name has its capital"),
        ("fr", "pêche", "un péché", "another accent is another word"),
        ("fr", "taux", "un taxi", "another word"),
        ("fr", "port", "le transport", "a word inside a word"),
        ("de", "Rat", "Vaterrat", "a compound is another word"),
        ("es", "banco central", "banco y central", "the words stand together"),
        ("ru", "ставка", "стабильно", "another word"),
    ],
)
def test_another_word_is_not_the_term(language: str, term: str, text: str, reason: str) -> None:
    assert not found(term, text, language), reason
