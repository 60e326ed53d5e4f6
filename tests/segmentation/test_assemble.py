"""A structured format keeps its own places: the shape that its reader fills."""

from __future__ import annotations

import pytest

from auditor.model import Block, Place, Role, Run, Span
from auditor.render.region import Region, byte_columns, region
from auditor.segmentation import assemble, document_from_text

HEADLINE = "Bridges reopen"
FIRST = "The city reopened "
BOLD = "three bridges"
LAST = ". Two stay shut."


def test_places_name_the_element_and_the_offset_in_it() -> None:
    """As of ``<h1>Bridges reopen</h1><p>The city reopened <b>three bridges</b>. Two stay shut.</p>``."""
    text = f"{HEADLINE}\n\n{FIRST}{BOLD}{LAST}"
    body = len(HEADLINE) + 2
    bold, last = body + len(FIRST), body + len(FIRST) + len(BOLD)
    document = assemble(
        "story.xml",
        text,
        [Block(Role.HEADLINE, Span(0, len(HEADLINE))), Block(Role.BODY, Span(body, len(text)))],
        (
            Run(Span(0, body), Place(1, 5, "/doc/h1", 0)),
            Run(Span(body, bold), Place(1, 27, "/doc/p/text()[1]", 0)),
            Run(Span(bold, last), Place(1, 48, "/doc/p/b", 0)),
            Run(Span(last, len(text)), Place(1, 65, "/doc/p/text()[2]", 0)),
        ),
        "en",
    )
    assert [segment.span.of(text) for segment in document.segments] == [
        "The city reopened three bridges.",
        "Two stay shut.",
    ]
    assert document.place(text.index("bridges.")) == Place(1, 54, "/doc/p/b", 6)
    assert document.place(document.segments[1].span.start) == Place(1, 67, "/doc/p/text()[2]", 2)


def test_what_a_format_writes_in_other_characters_has_a_beginning_and_an_end() -> None:
    """As of ``<p>A café opens.</p>`` where the é is written ``&eacute;``, with an ü before it on the line."""
    text = "A café opens."
    document = assemble(
        "story.html",
        text,
        [Block(Role.BODY, Span(0, len(text)))],
        (
            Run(Span(0, 5), Place(1, 5, byte_column=6)),
            Run(Span(5, 6), Place(1, 10, byte_column=11), Place(1, 18, byte_column=19)),
            Run(Span(6, len(text)), Place(1, 18, byte_column=19)),
        ),
        None,
    )
    word = Span(2, 6)
    assert region(document, word) == Region(Place(1, 7), Place(1, 18, byte_column=19))
    assert byte_columns(document, word) == (8, 19)
    assert not document.is_verbatim(word)
    assert document.is_verbatim(Span(2, 5))
    assert document.is_verbatim(Span(6, 13))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_plain_text_stands_in_its_file_just_so(end: str) -> None:
    document = document_from_text("story.txt", f"He left{end}the port.{end}{end}She stayed.")
    assert document.is_verbatim(Span(0, len(document.text)))


def test_words_with_a_tag_between_them_do_not_stand_just_so() -> None:
    runs = (Run(Span(0, 3), Place(1, 4)), Run(Span(3, 8), Place(1, 10)))
    document = assemble("story.html", "He left.", [Block(Role.BODY, Span(0, 8))], runs, None)
    assert not document.is_verbatim(Span(0, 8))
    assert document.is_verbatim(Span(3, 8))
