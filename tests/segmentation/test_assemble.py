"""A structured format keeps its own places: the shape that its reader fills."""

from __future__ import annotations

from auditor.model import Block, Place, Role, Run, Span
from auditor.segmentation import assemble

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
