"""What an unknown word is taken for. The suggestions are LanguageTool's, in its order."""

from __future__ import annotations

import pytest

from auditor.checks.languagetool.spelling import Unknown, Vocabulary, WordKind, read

STORY = "Divers from Vlorbek met Captain Orsk. The tidemeter failed; a new tidemeter came. Vlorbek is small."


def reading(word: str, *suggestions: str, desk: tuple[str, ...] = (), source: str = "", **place: object) -> WordKind:
    vocabulary = Vocabulary.of(f"{STORY} {word}", desk, source)
    return read(Unknown(word, suggestions, **place), vocabulary)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "suggestions", "why"),
    [
        ("probaly", ("probably",), "a letter dropped"),
        ("goverment", ("government",), "a letter dropped"),
        ("beteen", ("between", "be teen"), "the first suggestion is one word, whatever else would part it"),
        ("sattelite", ("satellite", "safelight"), "two slips in a long word"),
        ("teh", ("the", "tea"), "letters of a very common word swapped"),
        ("wih", ("WIH", "with"), "a letter of a very common word dropped"),
        ("reched", ("reached", "ruched"), "re- is no prefix here"),
        ("colleage", ("college", "colleague"), "no British spelling"),
    ],
)
def test_a_lower_case_word_one_slip_from_an_english_one_is_a_slip(
    word: str, suggestions: tuple[str, ...], why: str
) -> None:
    assert reading(word, *suggestions) is WordKind.SLIP, why


@pytest.mark.parametrize(
    ("word", "suggestions", "why"),
    [
        ("Drovik", ("Drohik", "Dravid"), "a person"),
        ("Vlorbek", ("Lübeck",), "the story has it twice"),
        ("Boddy", ("Body", "Buddy"), "one letter from a common word, as names are"),
        ("Lydney", ("Sydney",), "another first letter: another town"),
        ("VKTO", ("VETO",), "an acronym"),
        ("eTidal", ("Tidal",), "a brand"),
        ("Moen-Guidon", ("Men-Guidon",), "a double name"),
        ("Koreas", ("Korean",), "both of them"),
    ],
)
def test_an_unknown_word_with_a_capital_is_a_name(word: str, suggestions: tuple[str, ...], why: str) -> None:
    assert reading(word, *suggestions) is WordKind.NAME, why


@pytest.mark.parametrize(
    ("word", "suggestions"),
    [
        ("Afganistan", ("Afghanistan",)),
        ("Feburary", ("February",)),
        ("Wendesday", ("Wednesday",)),
        ("Presidnet", ("President",)),
        ("Eurpoean", ("European",)),
    ],
)
def test_a_name_one_slip_from_one_that_all_the_world_writes_is_misspelt(
    word: str, suggestions: tuple[str, ...]
) -> None:
    assert reading(word, *suggestions) is WordKind.NAME_SLIP
    assert reading(word, *suggestions, entity="PERSON") is WordKind.NAME
    assert reading(word, *suggestions, source=f"… {word} …") is WordKind.NAME


def test_a_sentence_may_open_with_a_slip() -> None:
    assert reading("Altough", "Although", "Alto ugh", opens=True) is WordKind.SLIP
    assert reading("Altough", "Although", "Alto ugh") is WordKind.NAME
    assert reading("Altough", "Although", opens=True, entity="ORG") is WordKind.NAME


@pytest.mark.parametrize(
    ("word", "suggestions", "expected", "why"),
    [
        ("saidthat", ("said that",), WordKind.JOINED, "a function word is one of the two"),
        ("speedskating", ("speed skating",), WordKind.COINAGE, "two nouns"),
        ("standoff", ("stand off",), WordKind.COINAGE, "a particle makes nouns"),
        ("protocluster", (), WordKind.COINAGE, "a prefix"),
        ("destocked", ("restocked",), WordKind.COINAGE, "another prefix on the same word"),
        ("promulguèrent", (), WordKind.FOREIGN, "letters of a prefix before what is no English word"),
        ("dlrs", ("DLR",), WordKind.COINAGE, "nothing near, nothing foreign"),
        ("rb", ("Rb", "Lb"), WordKind.COINAGE, "an abbreviation"),
        ("tunisia", ("Tunisia",), WordKind.LOWERED, "the dictionary has it with a capital"),
        ("organised", ("organized",), WordKind.VARIETY, "British"),
        ("appliques", ("appliqués",), WordKind.VARIETY, "agencies write no accents"),
        ("plötzlich", (), WordKind.FOREIGN, "letters that English lacks"),
        ("wilaya", ("Malaya", "wily"), WordKind.FOREIGN, "no English word is near"),
        ("tidemeter", ("tide meter",), WordKind.KNOWN, "the story has it again"),
    ],
)
def test_other_lower_case_words(word: str, suggestions: tuple[str, ...], expected: WordKind, why: str) -> None:
    assert reading(word, *suggestions) is expected, why


def test_the_desk_knows_its_words() -> None:
    assert reading("probaly", "probably", desk=("Probaly",)) is WordKind.KNOWN
    assert reading("Afganistan's", "Afghanistan's", desk=("Afganistan",)) is WordKind.KNOWN


def test_a_word_alone_in_quotation_marks_is_odd_on_purpose() -> None:
    assert reading("wrimplo", "wimple", quoted=True) is WordKind.QUOTED


def test_a_word_that_the_source_has_was_copied() -> None:
    assert reading("wilaya", "wily", source="Le wali de la wilaya a répondu.") is WordKind.COPIED


def test_a_lower_case_part_of_a_name_is_left_alone() -> None:
    assert reading("bint", "bin", "hint", entity="PERSON") is WordKind.NAME


def test_suggestions_that_are_not_near_are_not_passed_on() -> None:
    unknown = Unknown("probaly", ("probably", "Proba", "paroxysm"))
    assert read(unknown, Vocabulary.of(STORY))[1] == ("probably",)
