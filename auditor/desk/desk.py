"""The desk: all settings, made usable; every story of every command goes over it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.config import EngineSettings, Profile, load_profile
from auditor.desk.examining import Examined, examined
from auditor.desk.expecting import Part, expected_beside, has_vectors, problems
from auditor.desk.texts import Text, agreed_language, answered, bounded, matched, read_english, read_source
from auditor.model import Comparison, Document, Finding, InputError, Report, Skipped, Span, Term

if TYPE_CHECKING:
    from auditor.bilingual.story import Beside, Story
    from auditor.checks.base import Check
    from auditor.checks.pack import PackCheck
    from auditor.engines.languagetool import Reply
    from auditor.readers import Filed
    from auditor.silencing import Baseline, Sifted


@dataclass(frozen=True, slots=True)
class Desk:
    """What holds for all stories of a desk; see ``Desk.of`` for how to make one.

    ``source_language`` is the BCP 47 tag of sources that nobody names another for; None: it is guessed.
    """

    profile: Profile
    engine: EngineSettings = field(default_factory=EngineSettings)
    packs: tuple[PackCheck, ...] = ()
    glossary: tuple[Term, ...] = ()
    source_language: str | None = None

    @classmethod
    def of(
        cls,
        profile: Profile | str = "wire",
        *,
        engine: EngineSettings | None = None,
        packs: Iterable[Path] = (),
        glossary: Iterable[Path] = (),
        source_language: str | None = None,
    ) -> Desk:
        """Return a desk with its files read: the parameters are those of ``audit``.

        Raises ``InputError`` for a profile or a glossary, ``PackError`` for a pack that cannot be used.
        """
        from auditor.checks.registry import desk_packs
        from auditor.readers import read_glossary

        terms = tuple(term for file in glossary for term in read_glossary(file))
        known = (load_profile(profile) if isinstance(profile, str) else profile).knowing(terms)
        return cls(known, engine or EngineSettings(), desk_packs(packs), terms, source_language)

    def audit(
        self,
        target: Text | Filed,
        *,
        source: Text | None = None,
        reference: Text | None = None,
        checks: Sequence[Check] | None = None,
        timed: bool = False,
        baseline: Baseline | None = None,
        changed: frozenset[int] | None = None,
    ) -> Report:
        """Return the report of one story, as a file held it perhaps; the parameters are those of ``audit``."""
        story = self.story(target, source, reference)
        (found,) = self.examine((story,), checks=checks, timed=timed)
        return self.report(story, found, baseline=baseline, changed=changed)

    def story(self, target: Text | Filed, source: Text | None = None, reference: Text | None = None) -> Story:
        """Return the story with what was given beside it, read and matched sentence by sentence.

        What a bilingual file brings is matched unit by unit. Raises ``InputError`` for texts that cannot be read, are
        in the wrong language or do not belong together, and for a source of a story that brings its own.
        """
        from auditor.readers import Filed

        if isinstance(target, Filed):
            if target.source is not None or target.reference is not None:
                return self._filed(target, source, reference)
            target = target.document
        ours = read_english(target)
        theirs = None if source is None else read_source(source, self.source_language)
        trusted = None if reference is None else read_english(reference)
        with bounded(ours, theirs, trusted):
            language = agreed_language(ours, theirs, self.source_language, trusted)
            original, no_source = matched(ours, theirs, "source")
            translation, no_reference = matched(ours, trusted, "reference")
        unmatched = tuple(skip for skip in (no_source, no_reference) if skip)
        return self.told(ours, original, language, translation, unmatched)

    def _filed(self, filed: Filed, source: Text | None, reference: Text | None) -> Story:
        """Return the story of a bilingual file; what it does not bring may be given beside it."""
        ours = filed.document
        if (source and filed.source) or (reference and filed.reference):
            given = "source" if source and filed.source else "reference"
            raise InputError(f"{ours.label} brings a {given} of its own; leave out --{given}.")
        theirs = read_source(source, self.source_language) if source is not None else None
        trusted = read_english(reference) if reference is not None else None
        own = filed.source.document if filed.source else theirs
        with bounded(ours, own, trusted):
            language = agreed_language(ours, own, self.source_language, trusted) or (own.language if own else None)
            beside, no_source = (
                (answered(filed, filed.source), None) if filed.source else matched(ours, theirs, "source")
            )
            better, no_reference = (
                (answered(filed, filed.reference), None) if filed.reference else matched(ours, trusted, "reference")
            )
        return self.told(ours, beside, language, better, tuple(skip for skip in (no_source, no_reference) if skip))

    def told(
        self,
        target: Document,
        source: Beside | None,
        source_language: str | None,
        reference: Beside | None,
        unmatched: tuple[Skipped, ...] = (),
    ) -> Story:
        """Return a story of texts that are read and matched already."""
        from auditor.bilingual.story import story_of
        from auditor.engines.reader import connect

        return story_of(
            target,
            self.profile,
            source=source,
            source_language=source_language,
            reference=reference,
            glossary=self.glossary,
            unmatched=unmatched,
            reader=connect(self.engine),
        )

    def examine(
        self,
        stories: Sequence[Story],
        *,
        checks: Sequence[Check] | None = None,
        heard: Sequence[Reply | Skipped] | Skipped | None = None,
        timed: bool = False,
    ) -> tuple[Examined, ...]:
        """Run the checks on each of ``stories``, all sentences parsed in one go, and settle what they find.

        ``checks`` run instead of those that apply to the source's language. ``heard`` is what LanguageTool said of
        each story, or why it could not, where it was asked already. ``timed`` measures the seconds of each check.
        Raises ``AuditorError`` where the stories take far longer than copy does.
        """
        with bounded(*(text for story in stories for text in (story.target, story.source, story.reference))):
            return tuple(examined(stories, self.engine, self.packs, checks, heard, timed))

    def report(
        self,
        story: Story,
        found: Examined,
        *,
        baseline: Baseline | None = None,
        changed: frozenset[int] | None = None,
    ) -> Report:
        """Return the report: what counts of ``found``, the score and the verdict."""
        from auditor import scoring

        skipped = tuple(map(self._excused, (*story.unmatched, *found.skipped)))
        sifted = self.sifted(story, found, baseline=baseline, changed=changed)
        findings, silenced = sifted.findings, sifted.silenced
        within = _sentences_on(story.target, changed)
        neural = found.judgement.neural if found.judgement else None
        score, sentences = scoring.score(
            story.target,
            findings,
            found.runs,
            skipped,
            self.profile,
            story.analysis.fluency,
            within=within,
            silenced=silenced,
            reader=story.reader,
            neural=neural,
            neural_scores=found.judgement.scores if found.judgement else (),
            unseen=expected_beside(story, found, findings, Part.of(story, within)),
            problems=problems(story, found, findings),
            vectors=has_vectors(story),
            own=self._own(),
        )
        return Report(
            document=story.target,
            findings=findings,
            checks=found.runs,
            skipped=skipped,
            score=score,
            sentences=sentences,
            verdict=scoring.judge(score, findings, skipped, self.profile, silenced),
            profile=self.profile.name,
            source=story.source,
            source_language=story.source_language,
            source_links=story.source_links,
            comparison=_comparison(story),
            rules=found.rules_of((*findings, *(each.finding for each in silenced))),
            silenced=silenced,
            neural=neural,
            unsourced=found.unsourced,
            doubts=doubts_beside(findings, found.doubts),
        )

    def _own(self) -> str:
        """Return what stands for the rules and terms that are the desk's own; nothing where it has none."""
        return "\0".join(
            (*(pack.digest for pack in self.packs), *(repr(replace(term, origin="")) for term in self.glossary))
        )

    def sifted(
        self,
        story: Story,
        found: Examined,
        *,
        baseline: Baseline | None = None,
        changed: frozenset[int] | None = None,
    ) -> Sifted:
        """Part the findings that count from the silent ones; add what is wrong with the directives in the story."""
        from auditor.silencing import directives, doubts, sift

        orders = directives(story.target)
        rules = self._rule_ids(found.checks) if orders else frozenset()
        every = (*found.findings, *doubts(orders, found.findings, story.target, rules))
        return sift(
            sorted(every, key=lambda finding: finding.primary.span),
            story.target,
            directives=orders,
            baseline=baseline,
            least=self.profile.min_confidence,
            changed=changed,
        )

    def points(self, findings: Iterable[Finding]) -> float:
        """Return what ``findings`` cost, in MQM points."""
        return float(sum(self.profile.weight(finding.severity) for finding in findings))

    def _excused(self, skipped: Skipped) -> Skipped:
        """Return ``skipped``, allowed where the profile or whoever switched LanguageTool off says so."""
        from auditor.scoring.signature import LANGUAGETOOL

        switched_off = skipped.check == LANGUAGETOOL and not self.engine.enabled
        return replace(skipped, allowed=switched_off or skipped.check in self.profile.allow_skipped)

    def _rule_ids(self, active: Sequence[Check]) -> frozenset[str]:
        from auditor.checks.registry import checks

        return frozenset(rule.id for check in (*checks(self.engine, self.packs), *active) for rule in check.rules)


def doubts_beside(findings: Iterable[Finding], doubts: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the ``doubts`` that lie in none of the ``findings``."""
    said = sorted(finding.primary.span for finding in findings)
    farthest = list(accumulate((span.end for span in said), max))

    def is_said(span: Span) -> bool:
        begun = bisect_right(said, span.start, key=lambda each: each.start)
        return begun > 0 and farthest[begun - 1] >= span.end

    return tuple(doubt for doubt in doubts if not is_said(doubt.primary.span))


def _comparison(story: Story) -> Comparison | None:
    from auditor.scoring import compare

    if story.reference is None or not story.reference_links:
        return None
    return compare(story.target, story.reference, story.reference_links)


def _sentences_on(target: Document, lines: frozenset[int] | None) -> frozenset[int] | None:
    """Return the numbers of the sentences that touch one of ``lines``; None where all lines count."""
    from auditor.silencing import touches

    if lines is None:
        return None
    return frozenset(segment.number for segment in target.segments if touches(segment.span, target, lines))
