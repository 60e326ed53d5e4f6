"""What of a page is the story, and which part of it each passage is."""

from __future__ import annotations

import pytest

from auditor.model import Role
from tests.readers.html.pages import EXPORT, SAVED, blocks, read

HEADING = "<h1>Ferry strike <em>ends</em></h1>"


def test_an_export_gives_each_passage_its_role() -> None:
    document = read(EXPORT)
    assert [(block.role, block.span.of(document.text)) for block in document.blocks] == [
        (Role.HEADLINE, "Ferry strike ends in Port Alder"),
        (Role.BYLINE, "By Jane Doe"),
        (Role.DATELINE, "PORT ALDER (Wire) -"),
        (Role.BODY, "Ferries left the port again on Monday."),
        (Role.BODY, "“We are glad,” said the harbour master, who had waited for weeks."),
        (Role.CROSS_HEAD, "Long queues"),
        (Role.BODY, "Nobody told us anything, a driver wrote."),
        (Role.BODY, "The pier opens at noon."),
        (Role.BODY, "tickets from the kiosk"),
        *((Role.NOTE, cell) for cell in ("Line", "Ships", "North", "3")),
        (Role.SIGN_OFF, "abc/de"),
    ]


def test_a_saved_page_gives_its_story_and_nothing_around_it() -> None:
    document = read(SAVED.replace("TITLE", HEADING))
    assert document.headline() == "Ferry strike ends"
    assert blocks(document, Role.BODY) == [
        "Ferries left the port again on Monday.",
        "The strike had lasted three weeks.",
        "The mayor, who called for talks, was glad.",
    ]
    assert blocks(document, Role.NOTE) == [
        "3 March 2026",
        "A ferry leaves the port.",
        "Ferries carry a million people a year.",
        "READ MORE: Who pays for the strike?",
    ]
    assert document.language == "en-GB"


def test_the_language_that_is_stated_counts() -> None:
    assert read(SAVED, "fr").language == "fr"
    assert read('<html lang="no such tag"><p>He left.</p>').language is None
    assert read(EXPORT).language is None


LINKED = SAVED.replace("TITLE", "")
OPEN_GRAPH = LINKED.replace("application/ld+json", "text/plain")
TITLED = OPEN_GRAPH.replace("og:title", "og:site")


@pytest.mark.parametrize(
    ("file", "headline", "reason"),
    [
        (SAVED.replace("TITLE", HEADING), "Ferry strike ends", "the heading comes first"),
        (SAVED.replace("TITLE", "").replace("<main>", f"<main>{HEADING}"), "Ferry strike ends", "it may stand before"),
        (LINKED, "Strike of ferries ends", "then JSON-LD, of the article"),
        (LINKED.replace('"@graph": [', "[").replace("ends", "[", 9), "Ferry strike [ & ships sail", "if it is JSON"),
        (OPEN_GRAPH, "Ferry strike ends & ships sail", "then og:title"),
        (TITLED, "Ferry strike ends - The Alder Gazette", "then the title"),
        ("<p>He left.</p><p>She stayed.</p>", None, "a page may have none"),
        ("<h2>Ferry strike ends</h2><p>He left.</p>", "Ferry strike ends", "a lower heading before the text"),
        ("<p>Ferry strike ends</p><p>He left it on Monday.</p>", "Ferry strike ends", "a paragraph as in plain text"),
        ("<header><h1>Ferry strike ends</h1></header><p>He left.</p>", "Ferry strike ends", "in the page's header"),
    ],
)
def test_the_headline_is_taken_from_the_best_place(file: str, headline: str | None, reason: str) -> None:
    assert read(file).headline() == headline, reason


@pytest.mark.parametrize(
    ("file", "body", "reason"),
    [
        ("<p>He left.<p>She stayed.", ["He left.", "She stayed."], "end tags may be missing"),
        ("<ul><li>He left.<li>She stayed.</ul>", ["He left.", "She stayed."], "in lists too"),
        ("<div>He left.<br>She stayed.</div>", ["He left.", "She stayed."], "a line to a paragraph"),
        ("<p>He left<br>\nher.</p>", ["He left\nher."], "that goes on over the line"),
        ("He left.<br><br>She stayed.", ["He left.", "She stayed."], "blank lines part paragraphs"),
        ("<article><p>He left.<br>She stayed.<br>abc/de</article>", ["He left.", "She stayed."], "a sign-off ends it"),
        ("<p>He <b>le</b>ft   \n her.</p>", ["He left her."], "white space is one space, tags are none"),
        ("<p>&nbsp;</p><p>He left.</p><p> </p>", ["He left."], "empty paragraphs are none"),
        ("<p>He left.</p><!-- <p>No.</p> -->", ["He left."], "comments are not shown"),
        ("<p>He <q>left</q> her.</p>", ["He “left” her."], "a browser quotes"),
        ("<p>An inter&shy;national<wbr> port.</p>", ["An international port."], "breaks inside words are none"),
        ("<p>He left.</p>***<p>She stayed.</p>", ["He left.", "She stayed."], "stars are furniture as in plain text"),
        ("<p>He left.</p><p>.</p><p>She stayed.</p>", ["He left.", ".", "She stayed."], "a lost sentence is seen"),
        ("<table><tr><td>He left.<td><p>Alone", ["He left.", "Alone"], "tables may hold the layout"),
        ("<pre>He left\nthe port.\n\nShe stayed.</pre>", ["He left\nthe port.", "She stayed."], "lines as they are"),
        ("<p>5 < 6, he said. A&B & <3 it.", ["5 < 6, he said. A&B & <3 it."], "loose brackets are text"),
        ("<p>He left.</p><p>She <a hre", ["He left.", "She"], "a file cut short in a tag"),
        ("<p>He left.</p><script>x = 1", ["He left."], "a script without end"),
        ("<nav>Menu.</div><p>No.</nav><p>He left.", ["He left."], "end tags without a start"),
        ("<div><nav>Menu.</div><p>He left.", ["He left."], "a menu ends with what it stands in"),
        ('<p title="a > b">He left.', ["He left."], "a bracket in an attribute"),
        ("<P>He left.</P><SCRIPT>No.</script>", ["He left."], "names in capitals"),
        ('<div role="navigation">Menu.</div><div role="main"><p>He left.</div>', ["He left."], "by role"),
        ("<form><p>He left.</form>", ["He left."], "a form around the whole page"),
        ("<p>He left. <span hidden>No <span>more</span>.</span>She stayed.", ["He left. She stayed."], "hidden words"),
        ("<p>We use cookies.</p><h1>Ferry ends</h1><p>He left it.", ["He left it."], "nothing before the heading"),
        (
            "<p>He left it there.</p><h1>More</h1><p>No.",
            ["He left it there.", "No."],
            "but where the text is before it",
        ),
    ],
)
def test_the_body_is_what_a_browser_shows(file: str, body: list[str], reason: str) -> None:
    document = read(file)
    assert blocks(document, Role.BODY) == body, reason


POST = "<article><p>He left the port at {}.</p></article>"
COMMENT = "<article><p>I would have left at {}.</p></article>"
LEAD = "<p>The strike of the ferries ended on Monday after weeks of talks and letters.</p>"


def test_a_story_told_in_parts_is_read_whole() -> None:
    page = "<main><article><h1>As it happened</h1>" + "".join(POST.format(hour) for hour in "234") + "</article></main>"
    assert len(read(page).segments) == 3


def test_comments_below_a_story_are_not_read() -> None:
    page = f"<main><article><h1>Strike ends</h1>{LEAD}{LEAD}{COMMENT.format(2)}{COMMENT.format(3)}</article></main>"
    assert blocks(read(page), Role.BODY) == [LEAD[3:-4]] * 2
    beside = f"<main><article><h1>Strike ends</h1>{LEAD}</article>{COMMENT.format(2)}{COMMENT.format(3)}</main>"
    assert blocks(read(beside), Role.BODY) == [LEAD[3:-4]]
