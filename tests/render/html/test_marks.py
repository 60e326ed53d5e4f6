"""Text cut at the boundaries of what is marked in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Span
from auditor.render.html.marks import MarkedPiece, NoteMark, cut

TEXT = "The tram, it which last winter lost a wheel, runs."
WHOLE = Span(0, len(TEXT))


def _mark(words: str, note: int) -> NoteMark:
    start = TEXT.index(words)
    return NoteMark(Span(start, start + len(words)), note)


def test_an_unmarked_text_is_one_piece() -> None:
    assert cut(TEXT, WHOLE, []) == (MarkedPiece(TEXT),)


def test_an_overlap_is_a_piece_of_its_own_under_both_notes() -> None:
    marks = [_mark("it which last", 0), _mark("last winter", 1)]
    assert [(p.text, p.notes, p.ends) for p in cut(TEXT, WHOLE, marks) if p.notes] == [
        ("it which ", (0,), ()),
        ("last", (0, 1), (0,)),
        (" winter", (1,), (1,)),
    ]


def test_a_mark_that_reaches_over_the_span_is_cut_at_its_edge() -> None:
    pieces = cut(TEXT, Span(0, 8), [NoteMark(Span(4, 20), 7)])
    assert [(p.text, p.notes, p.ends) for p in pieces] == [("The ", (), ()), ("tram", (7,), ())]


def test_a_mark_between_two_characters_is_an_empty_piece() -> None:
    pieces = cut(TEXT, WHOLE, [NoteMark(Span(8, 8), 2)])
    assert [(p.text, p.notes) for p in pieces] == [("The tram", ()), ("", (2,)), (TEXT[8:], ())]


@given(st.text(max_size=60), st.data())
def test_pieces_put_end_to_end_are_the_text_and_know_every_mark_over_them(text: str, data: st.DataObject) -> None:
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    marks = [NoteMark(Span(a, b), note) for note, (a, b) in enumerate(data.draw(st.lists(edges, max_size=6)))]
    start, end = data.draw(edges)
    pieces = cut(text, Span(start, end), marks)
    assert "".join(piece.text for piece in pieces) == text[start:end]
    at = start
    for piece in pieces:
        for mark in marks:
            if piece.text and mark.span:
                covered = mark.span.start < at + len(piece.text) and at < mark.span.end
                assert covered == (mark.note in piece.notes)
        at += len(piece.text)
