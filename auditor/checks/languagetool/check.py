"""The check that asks LanguageTool about the body of a story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.checks.base import Rule, Story
from auditor.checks.languagetool.evidence import evidence
from auditor.checks.languagetool.explained import PREFIX
from auditor.checks.languagetool.families import family_of, rules
from auditor.checks.languagetool.guard import is_innocent
from auditor.checks.languagetool.mapping import Treatment, table
from auditor.checks.languagetool.unknown_words import UnknownWords
from auditor.checks.languagetool.variety import detect
from auditor.config import EngineSettings, Profile
from auditor.engines.languagetool import Match, Reply, check_text, check_texts
from auditor.model import Anchor, CheckUnavailable, Document, Finding, Role, Skipped

SPELLER = "MORFOLOGIK_RULE_"
"""How the ids of LanguageTool's dictionary rules begin, whatever the variety of English."""

_SUGGESTIONS = 3
_TOKEN = re.compile(r"\w+|[^\w\s]")
_VARIETIES = ("en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA")


@dataclass(frozen=True, slots=True)
class LanguageToolCheck:
    """What LanguageTool finds in a story, read by the table in ``mapping.toml``.

    Its dictionary's unknown words pass ``spelling.read`` first, as most of them are names. ``answer`` is what
    LanguageTool said of the story, or why it could not, where it was asked already.
    """

    settings: EngineSettings
    answer: Reply | Skipped | None = None
    id: str = "languagetool"
    background: bool = True

    @property
    def rules(self) -> tuple[Rule, ...]:
        """One rule for each family of findings; LanguageTool's own rules, some 3,000, stand behind them."""
        return rules()

    def run(self, story: Story) -> Iterator[Finding]:
        """Yield the findings in ``story``; raises ``CheckUnavailable`` where LanguageTool cannot run."""
        if isinstance(self.answer, Skipped):
            raise CheckUnavailable(self.answer.reason, self.answer.hint)
        yield from findings(self.answer or ask(story, self.settings), story)


def ask(story: Story, settings: EngineSettings) -> Reply:
    """Return all that LanguageTool says about the body of ``story``; raises ``CheckUnavailable``."""
    _require(settings)
    variety = _variety(story.target.text, story.profile)
    return check_text(pieces(story.target), variety, settings, disabled=_disabled(story.profile))


def ask_together(documents: Sequence[Document], profile: Profile, settings: EngineSettings) -> list[Reply | Skipped]:
    """Return all that LanguageTool says about the body of each of ``documents``, or why it cannot.

    The answers are those that each would get alone; asking together is faster for short ones, and a text that
    comes several times is asked about once. Raises ``CheckUnavailable``.
    """
    _require(settings)
    texts = [tuple(pieces(document)) for document in documents]
    by_variety: dict[str, list[tuple[tuple[str, bool], ...]]] = defaultdict(list)
    for text, document in dict(zip(texts, documents, strict=True)).items():
        by_variety[_variety(document.text, profile)].append(text)
    replies: dict[tuple[tuple[str, bool], ...], Reply | CheckUnavailable] = {}
    for variety, alike in by_variety.items():
        answered = check_texts(alike, variety, settings, disabled=_disabled(profile))
        replies |= zip(alike, answered, strict=True)
    return [_heard(replies[text]) for text in texts]


def _heard(answer: Reply | CheckUnavailable) -> Reply | Skipped:
    return Skipped("languagetool", answer.reason, answer.hint) if isinstance(answer, CheckUnavailable) else answer


def _require(settings: EngineSettings) -> None:
    if not settings.enabled:
        raise CheckUnavailable("LanguageTool was switched off for this audit.", "Run without --no-languagetool.")


def findings(reply: Reply, story: Story) -> Iterator[Finding]:
    """Yield what of ``reply`` is an error in wire copy, in its order."""
    words = UnknownWords(story)
    for match in reply.matches:
        if match.rule_id.startswith(SPELLER):
            found = words.finding(match, reply.software)
        else:
            found = _finding(match, reply.software, story)
        if found is not None:
            yield found


def pieces(document: Document) -> Iterator[tuple[str, bool]]:
    """Yield the whole text as ``(characters, is_markup)``: furniture and carriage returns are markup.

    LanguageTool counts markup and does not read it, so offsets hold for the document's text.
    """
    position = 0
    for block in (block for block in document.blocks if block.role is not Role.BODY):
        yield from _without_returns(document.text[position : block.span.start])
        yield block.span.of(document.text), True
        position = block.span.end
    yield from _without_returns(document.text[position:])


def _without_returns(text: str) -> Iterator[tuple[str, bool]]:
    first, *others = text.split("\r")
    yield first, False
    for line in others:
        yield "\r", True
        yield line, False


def _variety(text: str, profile: Profile) -> str:
    return profile.english if profile.english in _VARIETIES else detect(text)


def _disabled(profile: Profile) -> frozenset[str]:
    """Return the LanguageTool rules among the profile's disabled ids, which may be written with our prefix."""
    return frozenset(name for name in (entry.removeprefix(PREFIX) for entry in profile.disabled) if name.isupper())


def _finding(match: Match, software: str, story: Story) -> Finding | None:
    treatment = table().treatment(match.rule_id, match.category_id, match.issue_type)
    if treatment is None or is_innocent(match, story):
        return None
    return _as_finding(match, treatment, software, story)


def _only_takes_spaces(words: str, replacements: Sequence[str]) -> bool:
    """Tell whether the first replacement is ``words`` on one line with less white space and no words joined."""
    return any(
        len(new) < len(words) and len(words.splitlines()) == 1 and _TOKEN.findall(new) == _TOKEN.findall(words)
        for new in replacements[:1]
    )


def _as_finding(match: Match, treatment: Treatment, software: str, story: Story) -> Finding:
    family = family_of(match.category_id)
    return Finding(
        check="languagetool",
        rule=f"{PREFIX}{match.rule_id}",
        message=match.message,
        category=treatment.category,
        severity=treatment.severity,
        confidence=treatment.confidence,
        anchors=(Anchor(match.span, match.span.of(story.target.text)),),
        why=family.why if family else "",
        suggestions=match.replacements[:_SUGGESTIONS],
        fix_is_safe=_only_takes_spaces(match.span.of(story.target.text), match.replacements),
        evidence=(evidence(match, software),),
        in_quotation=story.analysis.in_quotation(match.span),
    )
