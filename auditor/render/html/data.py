"""What the page's script needs to know of the findings, as JSON that no text can break out of."""

from __future__ import annotations

import json
from collections.abc import Sequence

from markupsafe import Markup

from auditor.model import LENT_WORDS, Category, Report, Span, tool_version
from auditor.render.html.editing import Editing, stretches
from auditor.render.html.notes import SUGGESTIONS_SHOWN, Note
from auditor.render.html.story import StoryPage, Tally
from auditor.render.wording import plain
from auditor.text.utf16 import Units


def embedded(page: StoryPage, editing: Editing | None) -> Markup:
    """Return the page's data for a ``script`` element of type ``application/json``.

    ASCII only; ``<``, ``>`` and ``&`` are written as escapes, so that ``</script>`` in a story is
    no end of the element. What the notes say already is not said again, and the category, rule and check of a
    finding are their places in the lists of these: a long story has thousands of findings. Offsets are UTF-16 units.
    """
    report = page.report
    units = Units(report.document.text)
    lists = {name: _names(tallies) for name, tallies in _tallied(page).items()}
    data: dict[str, object] = {
        "name": report.document.label,
        "kinds": [plain(Category(name)) for name in lists["category"]],
        "weights": {severity.value: weight for severity, weight in report.score.weights},
        **{name: list(places) for name, places in lists.items()},
        "findings": [finding_data(note, lists, units) for note in page.notes],
        "first": [note.index for note in page.urgent],
    }
    if editing:
        data["edit"] = _edit(report, editing, units)
    if not page.vast:
        data["blocks"] = [units.of(block.span.start) for block in report.document.blocks]
        data["sentences"] = [_span(segment.span, units) for segment in report.document.segments]
        data["text"] = report.document.text
        data["doubts"] = [_span(doubt.primary.span, units) for doubt in report.doubts]
    text = json.dumps(data, separators=(",", ":"))
    return Markup(  # noqa: S704 - escaped here, for a place where HTML escapes do not apply
        text.replace("##", "#\\u0023").replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    )


def _edit(report: Report, editing: Editing, units: Units) -> dict[str, object]:
    """Return what the script needs to reckon the score, to ask the gate and to write the file."""
    score, document, file = report.score, report.document, editing.text
    return {
        "words": score.words,
        "mark": score.pass_mark,
        "acceptable": score.acceptable_points,
        "lent": LENT_WORDS,
        "short": score.short or score.quality is None,
        "gate": {
            "fail": editing.gate.fail_on.value,
            "mark": editing.gate.mark,
            "budgets": dict(editing.gate.budgets),
            "missing": len(report.skipped),
        },
        "furniture": [_span(block.span, units) for block in document.furniture()],
        "file": None if file == document.text else file,
        "stretches": None if file is None else list(stretches(document, file)),
        "format": editing.format,
        "refused": editing.refused,
        "entities": editing.entities,
        "bom": editing.mark,
        "served": editing.served,
        "digest": editing.digest,
        "report": {
            "tool": tool_version(),
            "profile": report.profile,
            "verdict": report.verdict.outcome.value,
            "points": score.points,
            "quality": score.quality,
            "signature": score.signature,
        },
        "label": document.metadata.digital_source_type if document.metadata else None,
    }


def _span(span: Span, units: Units) -> tuple[int, int]:
    return units.of(span.start), units.of(span.end)


def _tallied(page: StoryPage) -> dict[str, Sequence[Tally]]:
    return {"category": page.categories, "rule": page.rules, "check": page.checks}


def _names(tallies: Sequence[Tally]) -> dict[str, int]:
    return {tally.name: index for index, tally in enumerate(tallies)}


def finding_data(note: Note, lists: dict[str, dict[str, int]], units: Units) -> dict[str, object]:
    """Return what the script needs of the finding of ``note``; absent is what is none or empty."""
    finding = note.finding
    fields = {
        "key": note.key if note.key != finding.fingerprint else None,
        "fingerprint": finding.fingerprint,
        "at": _span(finding.primary.span, units),
        "sentence": note.sentence,
        "line": note.line if note.sentence is None else None,
        "check": lists["check"][finding.check],
        "rule": lists["rule"][finding.rule],
        "category": lists["category"][finding.category.value],
        "severity": finding.severity.value,
        "source": bool(note.from_source) or None,
        "text": finding.primary.text,
        "elsewhere": [[place.text, place.sentence] for place in note.places] or None,
        "suggestions": list(finding.suggestions[:SUGGESTIONS_SHOWN]) or None,
    }
    return {name: value for name, value in fields.items() if value is not None}
