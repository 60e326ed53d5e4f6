"""Lines in a story that keep a rule silent: read, held to their paragraph, reported where they are idle."""

from __future__ import annotations

import pytest

from auditor.model import Anchor, Category, Confidence, Finding, Role, Severity, Span
from auditor.segmentation import document_from_text
from auditor.silencing import directives, doubts, sift

COPY = "The ferry left the the port on Monday.\n\nThe pier the the harbour master built is closed.\n"
RULES = frozenset({"words-repeated", "who-its"})


def story(*lines):
    return document_from_text("story.txt", "\n".join(lines))


def finding(document, nth, rule="words-repeated"):
    start = -1
    for _ in range(nth):
        start = document.text.index("the the", start + 1)
    span = Span(start, start + 7)
    return Finding(
        "words-repeated",
        rule,
        "Twice.",
        Category.DUPLICATION,
        Severity.MINOR,
        Confidence.HIGH,
        (Anchor(span, "the the"),),
    )


def silent(document):
    found = [finding(document, 1), finding(document, 2)]
    gone = sift(found, document, directives=directives(document)).silenced
    return [each in [one.finding for one in gone] for each in found]


@pytest.mark.parametrize(
    ("line", "expected", "reason"),
    [
        ("[auditor: ignore words-repeated]", [True, False], "it holds for the next paragraph"),
        ("[auditor:ignore  words-repeated ]", [True, False], "spaces do not matter"),
        ("[auditor: ignore who-its, words-repeated]", [True, False], "it may name several rules"),
        ("[auditor: ignore words-repeated -- so in the original]", [True, False], "it may give a reason"),
        ("[auditor: ignore words-repeated in story]", [True, True], "it may hold for the story"),
        ("[auditor: ignore words-repeated in the story -- a song]", [True, True], "in these words too"),
        ("[auditor: ignore who-its]", [False, False], "it holds for the rules it names only"),
        ("[auditor: ignore]", [False, False], "it must name a rule"),
        ("[auditor: ignore all rules]", [False, False], "it must name a rule by its id"),
        ("[auditor: silence words-repeated]", [False, False], "there is no such order"),
    ],
)
def test_a_directive_holds_where_it_says(line, expected, reason):
    document = story("PORT ALDER - It was late.", "", line, COPY)
    assert silent(document) == expected, reason


def test_a_directive_is_no_copy():
    document = story("Ferry comes home", "", "[auditor: ignore words-repeated]", "", COPY)
    assert Role.NOTE in {block.role for block in document.blocks}
    assert not any("auditor" in segment.span.of(document.text) for segment in document.segments)
    assert document.headline() == "Ferry comes home"


def test_words_in_brackets_within_copy_are_no_directive():
    document = story("The note said [auditor: ignore words-repeated] and no more.", "", COPY)
    assert not directives(document)
    assert len(document.segments) == 3


def test_the_last_line_silences_nothing():
    document = story(COPY, "[auditor: ignore words-repeated]")
    assert silent(document) == [False, False]


def told(line):
    document = story(line, COPY)
    return [(each.rule, each.message) for each in doubts(directives(document), [finding(document, 1)], document, RULES)]


@pytest.mark.parametrize(
    ("line", "rule", "words"),
    [
        ("[auditor: ignore who-its]", "directive-unused", "“who-its”"),
        ("[auditor: ignore languagetool/SPACEX]", "directive-unused", "“languagetool/SPACEX”"),
        ("[auditor: ignore words-repaeted]", "directive-unknown", "did you mean “words-repeated”?"),
        ("[auditor: ignore everything]", "directive-unknown", "see: auditor rules"),
        ("[auditor: please be kind]", "directive-unknown", "[auditor: ignore RULE-ID]"),
    ],
)
def test_an_idle_directive_is_told(line, rule, words):
    ((found, message),) = told(line)
    assert found == rule
    assert words in message


def test_a_directive_that_works_is_not_told():
    assert not told("[auditor: ignore words-repeated]")
