"""What is stale, as text, page and JSON: nothing from outside acts on the reader."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.model import Change, Fact, Passage, Span, Staleness, Standing
from auditor.render import stale as as_json
from auditor.render.html import render_stale
from auditor.render.terminal.stale import render as as_text
from auditor.segmentation import document_from_text
from tests.render.html.parsing import parse

TEXT = "The <b>boat</b> left with 12 \x1b[2Jpeople.\n"
STORY = document_from_text("a\u202eb.txt", TEXT)
CHANGE = Change(Fact.FIGURE, "12\x1b[2J", "<b>14", Span(TEXT.index("12"), TEXT.index("12") + 2))
TOLD = Staleness(
    STORY,
    document_from_text("old.txt", "Le bateau.\n", language="fr"),
    document_from_text("new.txt", "Le <b>bateau.\n", language="fr"),
    "fr",
    (
        Passage(Standing.STALE, (1,), (1,), (1,), TEXT.strip(), "Le bateau.", "Le <b>bateau.", (CHANGE,)),
        Passage(Standing.ADD, (), (), (2,), "", "", "Deux\x1b.", ()),
    ),
)


def test_the_text_has_no_control_character() -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", as_text(TOLD))


def test_colours_only_where_they_are_asked_for() -> None:
    plain = replace(TOLD, target=document_from_text("a.txt", TEXT))
    assert "\x1b[" in as_text(plain, colour=True)


def test_what_is_to_be_added_is_said_with_its_place() -> None:
    assert "behind S1  Deux" in as_text(TOLD)


def test_the_page_is_well_formed_and_escapes_what_comes_from_outside() -> None:
    page = render_stale(TOLD)
    assert parse(page).find("table")
    assert "&lt;b&gt;boat" in page
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_a_story_that_holds_says_so() -> None:
    holds = Staleness(STORY, TOLD.old, TOLD.old, "fr", (Passage(Standing.HOLDS, (1,), (1,), (1,), "a", "b", "b"),))
    assert as_json.summary(holds) == "Everything holds: the source is the same."
