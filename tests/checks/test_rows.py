"""A row is a phrase told word by word, and nothing stands in it that no example proves."""

from __future__ import annotations

import re

import pytest

from auditor.analysis import plain
from auditor.checks.examples import example_document, problems, unmarked
from auditor.checks.pack import PackCheck, read_pack, shipped_packs
from auditor.checks.rows import PhraseError, Row, RowIndex
from auditor.model import Example

HEAD = """
id = "desk"
name = "Desk"
description = "Our own rules."

[[rule]]
id = "make-with-noun"
message = "“{match}” is no English; write “{0}”."
why = "The verb comes along from the source."
category = "style/unidiomatic"
severity = "minor"
confidence = "high"
passes = ["The deal is in doubt.", "They made a scandal of it.", "She made it."]
"""


def found(phrase: str, text: str, *write: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the words at fault in ``text``, and what to write for them."""
    row = Row(phrase, "", write, (), ())
    return [(span.of(text), written) for _, span, written in row.matches(text)]


def words(phrase: str, text: str) -> list[str]:
    return [word for word, _ in found(phrase, text)]


def pack(rows: str, **fields: str) -> PackCheck:
    more = "".join(f"{name} = {value}\n" for name, value in fields.items())
    return read_pack(HEAD.replace("; write “{0}”", "") + more + f"rows = [{rows}]\n", "desk.toml")


def told(rows: str, **fields: str) -> list[str]:
    return [problem.what for problem in problems([pack(rows, **fields)])["make-with-noun"]]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("assist to the", "Many assist to the match.", ["assist to the"]),
        ("assist to the", "Many assist to their matches.", []),
        ("~make proof of", "She made proof of courage, making proof of it.", ["made proof of", "making proof of"]),
        ("~organise the flight", "It organizes the flight.", ["organizes the flight"]),
        ("~be in strike", "They were in strike.", ["were in strike"]),
        ("put (the|a) term to", "He put term to it and put a term to that.", ["put term to", "put a term to"]),
        ("(very) big match", "A big match, a very big match.", ["big match", "very big match"]),
        ("the [drama] left #", "The drama left 1,200 dead.", ["drama"]),
        ("was [(the) object of] *", "It was the object of talk.", ["the object of"]),
        ("~put in cause !of|for", "It puts in cause two. It puts in cause for two.", ["puts in cause"]),
        ("!to put in cause", "To put in cause. They put in cause.", ["put in cause"]),
        ("<start> to note that", "To note that he said to note that.", ["To note that"]),
        ("said , that", "He said, that it was.", ["said, that"]),
        (
            "take *0-2 photos",
            "They take photos, take a lot photos, take a lot of photos.",
            ["take photos", "take a lot photos"],
        ),
        ("in <calendar.months> last", "It was in March last.", ["in March last"]),
        ("the Hexagon", "The Hexagon has a hexagon, the hexagon.", ["The Hexagon"]),
        ("the lawyer <names>", "the lawyer Anna Lind, the lawyer was", ["the lawyer Anna Lind"]),
        ("politolog*", "Three politologists.", ["politologists"]),
        ("at_least|some dead", "There were at least dead.", ["at least dead"]),
        ("in the [wake]", "in the\u0020wake", ["wake"]),
    ],
)
def test_a_phrase_is_read_word_by_word(phrase: str, text: str, expected: list[str]) -> None:
    assert words(phrase, text) == expected


def test_a_correction_takes_the_form_of_the_word_at_fault() -> None:
    assert found("[~commence] the trial", "They commence the trial.", "~begin") == [("commence", ("begin",))]
    assert found("[~commence] the trial", "It commences the trial.", "~set off") == [("commences", ("sets off",))]
    assert found("~commence", "commenced", "~begin") == [("commenced", ("began", "begun"))]
    assert found("in cause", "in cause", "~doubt", "in doubt") == [("in cause", ("doubt", "in doubt"))]


@pytest.mark.parametrize("phrase", ["(a) (b)", "a [b", "[a] [b]", "a|", "|".join("abcdefghijklm"), "(a"])
def test_a_phrase_that_cannot_be_read_says_why(phrase: str) -> None:
    with pytest.raises(PhraseError):
        _ = Row(phrase, "", (), (), ()).expression


def test_only_rows_whose_words_are_there_are_tried() -> None:
    index = RowIndex([Row(phrase, "", (), (), ()) for phrase in ("~make proof of", "* of *", "(a) proof|proofs given")])
    assert index.possible(frozenset({"proofs", "given"})) == [2]
    assert index.possible(frozenset({"proof", "of"})) == [0, 1]


def test_a_row_flags_with_its_own_correction() -> None:
    row = '{ phrase = "~make face to", write = "~face", flag = "He [[makes face to]] it.", from = "fr faire face à" }'
    assert told(row) == []


@pytest.mark.parametrize(
    ("rows", "fields", "what"),
    [
        ('{ phrase = "a proof", flag = "[[The proof]]." }', {}, "“a proof” is not in “The proof.”"),
        ('{ phrase = "a proof|face", flag = "[[a proof]]." }', {}, "no flag reaches “face”"),
        ('{ phrase = "a (big|small) proof", flag = "[[a big proof]]." }', {}, "no flag reaches “small”"),
        ('{ phrase = "a proof", write = "a proof", flag = "[[a proof]]." }', {}, "flagged again"),
        ('{ phrase = "a proof", flag = "[[a proof]]." }', {"unless": '["a proof of"]'}, "no pass needs “a proof of”"),
        ('{ phrase = "a <no.list>", flag = "[[a b]]." }', {}, "names a word list that does not exist"),
        ('{ phrase = "a=b a=c", flag = "[[b c]]." }', {}, "give each slot a name of its own"),
        ('{ phrase = "a proof", write = "{thing}", flag = "[[a proof]]." }', {}, "has no part “thing”"),
        ('{ phrase = "made it", flag = "[[made it]]." }', {}, "must pass, but “made it” is flagged"),
    ],
)
def test_what_no_example_proves_is_told(rows: str, fields: dict[str, str], what: str) -> None:
    assert what in told(rows, **fields)[0]


def test_a_phrase_that_excuses_is_proven_by_a_pass() -> None:
    row = '{ phrase = "made it", flag = "[[made it]]." }'
    assert told(row, unless='["she made it"]') == []


SHORTEST = 4
"""Words of a flag: fewer are no copy."""


def test_a_flag_is_a_sentence_in_which_more_is_said_than_the_phrase() -> None:
    flags = [example.text for p in shipped_packs() for e in p.entries for row in e.rows for example in row.flags]
    paragraphs = [(flag, paragraph) for flag in flags for paragraph in unmarked(flag)[0].split("\n\n")]
    assert [flag for flag in flags if not re.sub(r"\[\[.*?\]\]|\W", "", flag)] == []
    assert [flag for flag, text in paragraphs if len(text.split()) < SHORTEST] == []
    assert [flag for flag, text in paragraphs if not re.match(r"[“\"]?[A-Z0-9]", text)] == []
    assert [flag for flag, text in paragraphs if not re.search(r"[.!?][”\"]?$", text)] == []


def seen(row: Row, flag: Example) -> list[str]:
    """Return the words at fault that ``row`` alone finds in ``flag``, sentence by sentence."""
    text, _ = unmarked(flag.text)
    sentences = [plain(segment.span.of(text)) for segment in example_document(text).segments]
    return [span.of(sentence) for sentence in sentences for _, span, _ in row.matches(sentence)]


def test_a_flag_needs_no_row_but_its_own() -> None:
    entries = [(entry, row) for each in shipped_packs() for entry in each.entries for row in entry.rows]
    flags = [(entry.density, flag, seen(row, flag)) for entry, row in entries for flag in row.flags]
    marks = [
        (flag.text, found, [plain(word) for word in re.findall(r"\[\[(.*?)\]\]", flag.text)])
        for _, flag, found in flags
    ]
    assert [text for text, found, marked in marks if not set(marked) <= set(found)] == []
    assert [flag.text for density, flag, found in flags if density and len(found) < density.first] == []
