"""What the page's script needs to know of the findings, as JSON that no text can break out of."""

from __future__ import annotations

import json

from markupsafe import Markup

from auditor.model import Category
from auditor.render.html.notes import Note
from auditor.render.html.story import StoryPage
from auditor.render.wording import plain


def embedded(page: StoryPage) -> Markup:
    """Return the page's data for a ``script`` element of type ``application/json``.

    ASCII only; ``<``, ``>`` and ``&`` are written as escapes, so that ``</script>`` in a story is
    no end of the element.
    """
    data = {
        "name": page.report.document.name,
        "kinds": {tally.name: plain(Category(tally.name)) for tally in page.categories},
        "weights": {severity.value: weight for severity, weight in page.report.score.weights},
        "findings": [_finding(note) for note in page.notes],
    }
    text = json.dumps(data, separators=(",", ":"))
    return Markup(  # noqa: S704 - escaped here, for a place where HTML escapes do not apply
        text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    )


def _finding(note: Note) -> dict[str, object]:
    finding = note.finding
    fields = {
        "key": note.key,
        "fingerprint": finding.fingerprint,
        "sentence": note.sentence,
        "line": note.line,
        "check": finding.check,
        "rule": finding.rule,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "source": note.from_source,
        "text": finding.primary.text,
        "elsewhere": [[place.text, place.sentence] for place in note.places],
        "suggestion": finding.suggestions[0] if finding.suggestions else None,
        "message": finding.message,
    }
    return {name: value for name, value in fields.items() if value not in (None, False, [])}
