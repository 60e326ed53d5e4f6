"""What the page's script needs to know of the findings, as JSON that no text can break out of."""

from __future__ import annotations

import json
from collections.abc import Sequence

from markupsafe import Markup

from auditor.model import Category
from auditor.render.html.notes import Note
from auditor.render.html.story import StoryPage, Tally
from auditor.render.wording import plain


def embedded(page: StoryPage) -> Markup:
    """Return the page's data for a ``script`` element of type ``application/json``.

    ASCII only; ``<``, ``>`` and ``&`` are written as escapes, so that ``</script>`` in a story is
    no end of the element. What the notes say already is not said again, and the category, rule and check of a
    finding are their places in the lists of these: a long story has thousands of findings.
    """
    lists = {name: _names(tallies) for name, tallies in _tallied(page).items()}
    data = {
        "name": page.report.document.label,
        "kinds": [plain(Category(name)) for name in lists["category"]],
        "weights": {severity.value: weight for severity, weight in page.report.score.weights},
        **{name: list(places) for name, places in lists.items()},
        "findings": [_finding(note, lists) for note in page.notes],
    }
    text = json.dumps(data, separators=(",", ":"))
    return Markup(  # noqa: S704 - escaped here, for a place where HTML escapes do not apply
        text.replace("##", "#\\u0023").replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    )


def _tallied(page: StoryPage) -> dict[str, Sequence[Tally]]:
    return {"category": page.categories, "rule": page.rules, "check": page.checks}


def _names(tallies: Sequence[Tally]) -> dict[str, int]:
    return {tally.name: index for index, tally in enumerate(tallies)}


def _finding(note: Note, lists: dict[str, dict[str, int]]) -> dict[str, object]:
    finding = note.finding
    fields = {
        "key": note.key if note.key != finding.fingerprint else None,
        "fingerprint": finding.fingerprint,
        "sentence": note.sentence,
        "line": note.line if note.sentence is None else None,
        "check": lists["check"][finding.check],
        "rule": lists["rule"][finding.rule],
        "category": lists["category"][finding.category.value],
        "severity": finding.severity.value,
        "source": bool(note.from_source) or None,
        "text": finding.primary.text,
        "elsewhere": [[place.text, place.sentence] for place in note.places] or None,
        "suggestion": finding.suggestions[0] if finding.suggestions else None,
    }
    return {name: value for name, value in fields.items() if value is not None}
