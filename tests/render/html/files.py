"""Stories in files, and reports on them made by hand, for pages on which they are corrected."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from auditor.config import load_profile
from auditor.desk.original import original_of
from auditor.model import Category, Report, Severity
from auditor.readers import read
from auditor.render.html import render
from tests.render.html.samples import anchor, finding, report

SENTENCES = (
    "The ferries & trams of Port Alder left the quay on Tuesday, it which surprised the mayor.",
    "The council 😀 spent 12 million euros for to repair the pier.",
    "She said the works would end in May.",
)
HEADLINE = "Ferries come back to Port Alder"
TEXT = f"{HEADLINE}\r\n\r\n{SENTENCES[0]} {SENTENCES[1]}\r\n\r\n{SENTENCES[2]}\r\n"
PLAIN = b"\xef\xbb\xbf" + TEXT.encode()
HTML = (
    "<!DOCTYPE html><html lang=en><title>x</title><article>\n"
    f"<h1>{HEADLINE}</h1>\n<p>The ferries &amp; trams of Port Alder left the quay on <b>Tues</b>day, it which "
    f"surprised the mayor. {SENTENCES[1]}</p>\n<p>{SENTENCES[2]}</p></article></html>\n"
).encode()
NITF = (
    f'<?xml version="1.0"?><nitf><body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline></body.head><body.content>'
    f"<p>{SENTENCES[0].replace('&', '&amp;')} {SENTENCES[1]}</p><p>{SENTENCES[2]}</p></body.content></body></nitf>\n"
).encode()


def reported(path: Path) -> Report:
    """A report on the story in the file at ``path``, one of those above."""
    story = read(path)
    made = report(
        story,
        [
            finding(
                anchor(story, "it which"), "“it which” is no English.", Category.GRAMMAR, Severity.CRITICAL, "which"
            ),
            finding(
                anchor(story, "12 million"), "The source says 21.", Category.NUMBER, Severity.MAJOR, "21 million", "21m"
            ),
            finding(anchor(story, "for to repair"), "Two prepositions.", Category.GRAMMAR, Severity.MINOR, "to repair"),
            finding(
                anchor(story, "on Tuesday"),
                "The source says Thursday.",
                Category.DATE_TIME,
                Severity.MINOR,
                "on Thursday",
            ),
        ],
    )
    wire = load_profile("wire")
    marked = {"pass_mark": wire.pass_mark, "acceptable_points": wire.acceptable_points, "short": True}
    return dataclasses.replace(made, score=dataclasses.replace(made.score, **marked))


def page(path: Path) -> str:
    """The page on which the story in the file at ``path`` can be corrected."""
    made = reported(path)
    original = original_of(str(path), [made.document])
    assert original is not None
    return render(made, editing=original.editing(load_profile("wire")))
