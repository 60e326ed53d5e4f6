"""Which suggestions are applied unseen, and what the text becomes."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.fixing import Fix, apply, in_file, safe_fixes
from auditor.model import Anchor, Category, Confidence, Finding, Severity, Span
from auditor.readers.html import read_html
from auditor.segmentation import document_from_text

TEXT = 'The ferry left on Monday . She said: "Who will pay for it ?" The pier ( new ) is closed .'


def finding(words, suggestion="x", *, safe=True, more=()):
    spans = [Span(TEXT.index(each), TEXT.index(each) + len(each)) for each in (words, *more)]
    return Finding(
        "a",
        "a-rule",
        "Wrong.",
        Category.WHITESPACE,
        Severity.MINOR,
        Confidence.HIGH,
        tuple(Anchor(span, span.of(TEXT)) for span in spans),
        suggestions=(suggestion,) if suggestion is not None else (),
        fix_is_safe=safe,
    )


@pytest.mark.parametrize(
    ("findings", "words", "reason"),
    [
        ([finding("Monday ."), finding("closed .")], ["Monday .", "closed ."], "safe fixes apart"),
        ([finding("closed ."), finding("Monday .")], ["Monday .", "closed ."], "in the order of the text"),
        ([finding("Monday .", safe=False)], [], "an editor must look"),
        ([finding("Monday .", None)], [], "nothing is suggested"),
        ([finding("it ?")], [], "inside a quotation nobody changes a word"),
        ([finding('?" The')], [], "nor across its end"),
        ([finding("Monday .", more=("closed .",))], [], "a suggestion is for one place"),
        ([finding("( new"), finding("new )")], ["( new"], "of two that overlap the first wins"),
        ([finding("( new"), finding(" )")], ["( new"], "of two that touch too"),
    ],
)
def test_what_is_fixed(findings, words, reason):
    fixes = safe_fixes(document_from_text("story.txt", TEXT), findings)
    assert [fix.span.of(TEXT) for fix in fixes] == words, reason


def test_the_text_is_changed_at_the_fixes_only():
    fixes = safe_fixes(
        document_from_text("story.txt", TEXT), [finding("Monday .", "Monday."), finding("( new", "(new")]
    )
    assert apply(TEXT, fixes) == TEXT.replace("Monday .", "Monday.").replace("( new", "(new")


@given(st.text(min_size=6), st.lists(st.integers(0, 5), min_size=2, max_size=2), st.text())
def test_without_changes_in_the_fixes_the_text_stays(text, ends, new):
    start, end = sorted(ends)
    assert apply(text, [Fix(Span(start, end), text[start:end])]) == text
    assert apply(text, [Fix(Span(start, end), new)]) == text[:start] + new + text[end:]


def test_fixes_of_a_page_are_made_in_its_file_where_no_tag_stands_among_the_words():
    file = "<h1>Ferry</h1>\r\n<p>caf&eacute; It <b>left</b> A B, <i>then</i> left.</p>"
    document = read_html("story.html", file, None)
    words = {"A B": "A & B", "left A": "x", "caf\u00e9": "y", "then": ""}
    fixes = [Fix(Span(at := document.text.index(old), at + len(old)), new) for old, new in words.items()]
    found = in_file(document, fixes, file, html.escape)
    assert [(fix.span.of(file), fix.replacement) for fix in found] == [("A B", "A &amp; B"), ("then", "")]
