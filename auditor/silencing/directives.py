"""Lines in a story that keep a rule silent: ``[auditor: ignore RULE-ID]``, in HTML a comment with the same words.

A directive stands on a line of its own, which segmentation tells from copy, and holds for the paragraph that follows
it, or with ``in story`` for the whole story. After ``--`` stands the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from auditor.config import nearest
from auditor.model import Anchor, Category, Confidence, Document, Finding, Role, Severity, Span

CHECK = "directives"
"""The check that findings about directives belong to."""

_ORDER = (
    r"auditor:\s*ignore\s+(?P<rules>[\w./-]+(?:\s*,\s*[\w./-]+)*)(?P<story>\s+in\s+(?:the\s+)?story)?"
    r"(?:\s+--\s+(?P<reason>{}*?))?\s*"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to write a directive: how it begins, the whole of it, and an example."""

    opening: re.Pattern[str]
    whole: re.Pattern[str]
    example: str


_FORMS = (
    _Form(re.compile(r"\[auditor:"), re.compile(rf"\[{_ORDER.format('[^]]')}\]"), "[auditor: ignore RULE-ID]"),
    _Form(
        re.compile(r"<!--\s*auditor:"),
        re.compile(rf"<!--\s*{_ORDER.format('.')}-->"),
        "<!-- auditor: ignore RULE-ID -->",
    ),
)


@dataclass(frozen=True, slots=True)
class Directive:
    """One rule kept silent within ``scope``; ``span`` is the line that says so.

    ``rule`` is None for a line that begins like a directive and is none.
    """

    span: Span
    scope: Span
    rule: str | None
    reason: str = ""


def scopes(finding: Finding, document: Document) -> tuple[tuple[str, Span], ...]:
    """Return rule and scope of what keeps ``finding`` silent: directives for its block, and for the whole story."""
    span = finding.primary.span
    index = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    near = (document.blocks[index].span,) if index >= 0 else ()
    return tuple((finding.rule, scope) for scope in (*near, _whole(document)) if scope.covers(span))


def _whole(document: Document) -> Span:
    return Span(0, len(document.text))


def directives(document: Document) -> tuple[Directive, ...]:
    """Return the directives in ``document``, in the order of the text, one for each rule named."""
    return tuple(
        directive
        for index, block in enumerate(document.blocks)
        if block.role is Role.NOTE and (form := _form_of(block.span.of(document.text)))
        for directive in _read(document, index, form)
    )


def doubts(
    found: Iterable[Directive], findings: Iterable[Finding], document: Document, known: frozenset[str]
) -> Iterator[Finding]:
    """Yield a neutral finding for each directive that is none, names no rule of ``known`` or silences nothing."""
    silenced = {place for finding in findings for place in scopes(finding, document)}
    for directive in found:
        if directive.rule is None:
            form = _form_of(directive.span.of(document.text)) or _FORMS[0]
            yield _doubt(directive, document, "directive-unknown", f"This is no directive: write {form.example}.")
        elif directive.rule not in known and not directive.rule.startswith("languagetool/"):
            advice = nearest(directive.rule, sorted(known))
            near = advice if advice.startswith("did you") else "see: auditor rules"
            message = f"This directive names “{directive.rule}”, which is no rule; {near}"
            yield _doubt(directive, document, "directive-unknown", message)
        elif (directive.rule, directive.scope) not in silenced:
            message = f"There is nothing here that “{directive.rule}” would say; take the directive out."
            yield _doubt(directive, document, "directive-unused", message)


def _form_of(line: str) -> _Form | None:
    """Return the form that ``line`` begins as a directive of, if it does."""
    return next((form for form in _FORMS if form.opening.match(line)), None)


def _read(document: Document, index: int, form: _Form) -> Iterator[Directive]:
    line = document.blocks[index].span
    order = form.whole.fullmatch(line.of(document.text))
    if order is None:
        yield Directive(line, line, None)
        return
    scope = _whole(document) if order["story"] else _paragraph_after(document, index)
    for rule in re.split(r"\s*,\s*", order["rules"]):
        yield Directive(line, scope, rule, (order["reason"] or "").strip())


def _paragraph_after(document: Document, index: int) -> Span:
    following = (block.span for block in islice(document.blocks, index + 1, None) if block.role is Role.BODY)
    return next(following, document.blocks[index].span)


def _doubt(directive: Directive, document: Document, rule: str, message: str) -> Finding:
    text = directive.span.of(document.text)
    return Finding(
        check=CHECK,
        rule=rule,
        message=message,
        category=Category.MARKUP,
        severity=Severity.NEUTRAL,
        confidence=Confidence.HIGH,
        anchors=(Anchor(directive.span, text),),
        fingerprint=sha256(f"{rule}\x1f{directive.rule}\x1f{text}".encode()).hexdigest()[:16],
    )
