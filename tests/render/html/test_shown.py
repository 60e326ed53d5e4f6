"""What stands on the page can be seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Edit
from auditor.render.html.shown import changes, shown, told


@pytest.mark.parametrize(
    ("text", "html", "reason"),
    [
        ("a < b & c", "a &lt; b &amp; c", "markup characters are text"),
        ("x\u202ey", 'x<span class="code">U+202E</span>y', "an override would turn the words around"),
        ("a\u200bb", 'a<span class="code">U+200B</span>b', "a zero-width space hides in a word"),
        ("a\u200db", 'a<span class="code">U+200D</span>b', "no English word has a joiner"),
        ("👩\u200d🚀", "👩\u200d🚀", "an emoji is made with one"),
        ("می\u200cخواهم", "می\u200cخواهم", "Persian is written with one"),
        ("a\0b", 'a<span class="code">U+0000</span>b', "HTML has no NUL"),
        ("a\ud800b", 'a<span class="code">U+D800</span>b', "half a surrogate pair cannot be encoded"),
        ("a\u00a0b", "a\u00a0b", "a no-break space is a space"),
        ("a\r\nb", "a  b", "line ends are white space"),
    ],
)
def test_text_from_outside_is_shown(text: str, html: str, reason: str) -> None:
    assert str(shown(text)) == html, reason


@given(st.text(st.characters(), max_size=80))
def test_nothing_shown_is_markup_or_invisible(text: str) -> None:
    html = str(shown(text)).replace('<span class="code">', "").replace("</span>", "")
    assert "<" not in html
    assert ">" not in html
    html.encode("utf-8")
    assert not {c for c in html if unicodedata.category(c) in {"Cc", "Cf", "Cs"}} - {"\u200c", "\u200d"}


@pytest.mark.parametrize(
    ("edits", "html", "reason"),
    [
        ((Edit("replace", "his ", "its "), Edit("equal", "birthday", "birthday")),
         "<del>his</del> <ins>its</ins> birthday", "spaces stand outside"),
        ((Edit("equal", "reopened", "reopened"), Edit("delete", " Monday", ""), Edit("equal", " it", " it")),
         "reopened <del>Monday</del> it", "a word that goes"),
        ((Edit("insert", "", " on Monday"),), " <ins>on Monday</ins>", "words that come"),
        ((Edit("replace", "<b>", "&"),), "<del>&lt;b&gt;</del> <ins>&amp;</ins>", "escaped on both sides"),
        ((Edit("equal", "on Sunday ", "on Sunday"), Edit("delete", "at noon", ""), Edit("equal", ".", ".")),
         "on Sunday <del>at noon</del>.", "a word never runs into the one before it"),
        ((Edit("equal", "in Namur. ", "in Namur."), Edit("delete", "He was late.", "")),
         "in Namur. <del>He was late.</del>", "nor into the stop before it"),
        ((Edit("delete", "  ", ""),), "  ", "white space alone is no change to show"),
    ],
)  # fmt: skip
def test_a_word_diff_marks_what_goes_and_what_comes(edits: tuple[Edit, ...], html: str, reason: str) -> None:
    assert " ".join(str(changes(edits)).split()) == " ".join(html.split()), reason


@pytest.mark.parametrize(
    ("message", "html", "reason"),
    [
        ("A word too many.", '<q class="words">a < b</q> A word too many.', "the words stand before it"),
        (
            "“a < b” is wrong.",
            '<b class="words">“a < b”</b> is wrong.',
            "a message that begins with them has them once",
        ),
        ("“a” is wrong.", '<q class="words">a < b</q> “a” is wrong.', "with others it does not"),
    ],
)
def test_the_words_of_a_finding_stand_before_its_message_once(message: str, html: str, reason: str) -> None:
    assert str(told(message, "a < b")) == html.replace(" < ", " &lt; "), reason
