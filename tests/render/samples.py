"""Reports built by hand, so that what a renderer shows depends on nothing but the renderer."""

from __future__ import annotations

from dataclasses import replace

from auditor.model import (
    Anchor,
    Block,
    Category,
    CheckRun,
    Comparison,
    Confidence,
    Document,
    Edit,
    Evidence,
    Example,
    Finding,
    Link,
    Metric,
    Neural,
    Outcome,
    PairScore,
    Place,
    Report,
    Role,
    Rule,
    Run,
    Score,
    Segment,
    SentenceScore,
    Severity,
    Silenced,
    SilencedBy,
    Skipped,
    Span,
    Verdict,
)

HEADLINE = "Harbour court frees ferry captain"
SENTENCES = (
    "The captain of the ferry, he which last spring struck the pier, left the court of Port Alder free on Tuesday.",
    "The Court of Appeal found that the company of ferries had not  trained him.",
    "“We are being happy,” said his lawyer, Ms. Iris Quillon 🚢, at the exit of the tribunal.",
    "The Appeals Court will make known its decision on the costs on the 31 April.",
)
SOURCE = (
    "Le capitaine du ferry, qui avait heurté la jetée, est sorti libre mardi du tribunal de Port Alder.",
    "La cour d’appel a estimé que la compagnie de ferries ne l’avait pas formé.",
    "« Nous sommes heureux », a dit son avocate, Me Iris Quillon, à la sortie du tribunal.",
    "La cour d’appel fera connaître sa décision sur les dépens le 30 avril.",
)
REFERENCE = (
    "The ferry captain who hit the pier last spring walked free from court in Port Alder on Tuesday.",
    "The appeals court found that the ferry company had not trained him.",
    "“We are happy,” his lawyer Iris Quillon said as she left the court.",
    "It will rule on costs on April 30.",
    "The company declined to comment.",
)


def document(
    name: str, sentences: tuple[str, ...], headline: str = "", language: str | None = None, end: str = "\n"
) -> Document:
    """Return a story with one sentence a paragraph, one line each, ended by ``end``."""
    lines = [headline, "", *sentences] if headline else list(sentences)
    blocks, segments, runs, text = [], [], [], ""
    for number, line in enumerate(lines, 1):
        span = Span(len(text), len(text) + len(line))
        text += line + end
        runs.append(Run(Span(span.start, len(text)), Place(number, 1)))
        if headline and number == 1:
            blocks.append(Block(Role.HEADLINE, span))
        elif line:
            blocks.append(Block(Role.BODY, span))
            segments.append(Segment(len(segments) + 1, len(segments) + 1, span))
    return Document(name, text, tuple(blocks), tuple(segments), tuple(runs), language)


TARGET = document("stories/ferry.en.txt", SENTENCES, HEADLINE, "en")


def anchors(*words: str, story: Document = TARGET) -> tuple[Anchor, ...]:
    """Return anchors on the first occurrence of each of ``words``."""
    starts = [story.text.index(each) for each in words]
    return tuple(Anchor(Span(s, s + len(w)), w) for s, w in zip(starts, words, strict=True))


STRAY_RELATIVE = Rule(
    id="stray-relative",
    summary="A relative pronoun that follows a pronoun with nothing to stand on.",
    why="Readers cannot tell who is meant. French «qui» and «lequel» often leave this trace.",
    category=Category.GRAMMAR,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    flags=(Example("The mayor, [[he which]] lost, left."),),
    passes=(Example("The mayor, who lost, left."), Example("He who waits wins.")),
    page="rules/agreement.md",
)

FINDINGS = (
    Finding(
        check="stray-relative",
        rule="stray-relative",
        message="“he which” has no place in an English sentence.",
        category=Category.GRAMMAR,
        severity=Severity.CRITICAL,
        confidence=Confidence.HIGH,
        anchors=anchors("he which"),
        why=STRAY_RELATIVE.why,
        suggestions=("which", "who"),
        evidence=(Evidence("pattern", "pronoun + relative pronoun"),),
        fingerprint="a1b2c3d4e5f60718",
    ),
    Finding(
        check="term-variant",
        rule="term-variant",
        message="The same court has two names in this story.",
        category=Category.TERM_INCONSISTENCY,
        severity=Severity.MAJOR,
        confidence=Confidence.MEDIUM,
        anchors=anchors("Court of Appeal", "Appeals Court"),
        why="A reader takes two names for two courts.",
        suggestions=("Appeals Court",),
        fingerprint="0f1e2d3c4b5a6978",
    ),
    Finding(
        check="languagetool",
        rule="WHITESPACE_RULE",
        message="Two spaces in a row.",
        category=Category.WHITESPACE,
        severity=Severity.MINOR,
        confidence=Confidence.HIGH,
        anchors=(Anchor(Span(TARGET.text.index("  trained"), TARGET.text.index("trained")), "  "),),
        suggestions=(" ",),
        fix_is_safe=True,
        fingerprint="1111222233334444",
    ),
    Finding(
        check="progressive-state",
        rule="progressive-state",
        message="A state does not take the progressive.",
        category=Category.TENSE,
        severity=Severity.MAJOR,
        confidence=Confidence.LOW,
        anchors=anchors("are being happy"),
        suggestions=("are happy",),
        in_quotation=True,
        fingerprint="5555666677778888",
    ),
    Finding(
        check="date-impossible",
        rule="date-impossible",
        message="There is no 31 April.",
        category=Category.DATE_TIME,
        severity=Severity.CRITICAL,
        confidence=Confidence.HIGH,
        anchors=anchors("31 April"),
        why="The date is wrong for every reader.\n\nThe source has the day.",
        suggestions=("30 April",),
        fingerprint="9999aaaabbbbcccc",
    ),
)

SIGNATURE = "auditor:0.1.0|profile:wire#0a1b2c3d|packs:4e5f6071|model:none|ran:all|skipped:languagetool"

SCORE = Score(
    points=61.0,
    words=59,
    per_thousand=1033.898,
    quality=12.5,
    counts=((Severity.NEUTRAL, 0), (Severity.MINOR, 1), (Severity.MAJOR, 2), (Severity.CRITICAL, 2)),
    signature=SIGNATURE,
)

REPORT = Report(
    document=TARGET,
    findings=FINDINGS,
    checks=(CheckRun("stray-relative", 1), CheckRun("term-variant", 1), CheckRun("date-impossible", 1)),
    skipped=(Skipped("languagetool", "LanguageTool is not installed.", "Run: auditor setup"),),
    score=SCORE,
    sentences=(
        SentenceScore(1, 25.0, 19),
        SentenceScore(2, 6.0, 14),
        SentenceScore(3, 5.0, 15),
        SentenceScore(4, 25.0, 15),
    ),
    verdict=Verdict(
        Outcome.FAIL,
        (
            "2 critical errors; none is allowed",
            "quality 12 is under the pass mark of 80",
            "languagetool did not run: LanguageTool is not installed.",
        ),
    ),
    profile="wire",
    rules=(STRAY_RELATIVE,),
)

CLEAN = Report(
    document=document("stories/calm.en.txt", ("The council met on Monday.", "It agreed on a budget.")),
    findings=(),
    checks=(CheckRun("stray-relative", 0), CheckRun("languagetool", 0)),
    skipped=(),
    score=Score(0.0, 10, 0.0, None, (), SIGNATURE),
    sentences=(SentenceScore(1, 0.0, 5), SentenceScore(2, 0.0, 5)),
    verdict=Verdict(Outcome.PASS, ("too short to score: 10 words, 100 are needed",)),
    profile="wire",
    unsourced=("number-altered", "number-missing"),
)

_REFERENCE = document("stories/ferry.ref.txt", REFERENCE, language="en")

COMPARED = replace(
    REPORT,
    source=document("stories/ferry.fr.txt", SOURCE, language="fr"),
    source_language="fr",
    source_links=tuple(Link((number,), (number,), 0.9) for number in (1, 2, 3, 4)),
    comparison=Comparison(
        reference=_REFERENCE,
        metrics=(
            Metric("BLEU", 21.37, "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0", 14.2, 29.9),
            Metric("chrF2++", 48.02, "nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no|version:2.6.0"),
            Metric("TER", 71.05, "nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:2.6.0"),
        ),
        pairs=(
            PairScore(
                Link((4,), (4,), 0.7),
                9.8,
                31.2,
                88.0,
                (
                    Edit("replace", "The Appeals Court ", "It "),
                    Edit("equal", "will ", "will "),
                    Edit("replace", "make known its decision ", "rule "),
                    Edit("equal", "on ", "on "),
                    Edit("delete", "the ", ""),
                    Edit("equal", "costs on ", "costs on "),
                    Edit("replace", "the 31 April.", "April 30."),
                ),
            ),
            PairScore(
                Link((2,), (2,), 0.9),
                44.1,
                70.5,
                30.0,
                (
                    Edit("equal", "The ", "The "),
                    Edit("replace", "Court of Appeal ", "appeals court "),
                    Edit("equal", "found that the ", "found that the "),
                    Edit("replace", "company of ferries ", "ferry company "),
                    Edit("equal", "had not trained him.", "had not trained him."),
                ),
            ),
        ),
        unanswered_target=(3,),
        unanswered_reference=(5,),
    ),
)

JUDGED = replace(
    COMPARED,
    sentences=tuple(
        replace(sentence, neural=score)
        for sentence, score in zip(COMPARED.sentences, (0.812, 0.4305, 0.955, None), strict=True)
    ),
    neural=Neural("Desk/kiwi", "0a1b2c3d+comet-2.2.7", 0.7325, ("source", "reference")),
)

SILENCED = replace(
    REPORT,
    findings=FINDINGS[:3],
    silenced=(
        Silenced(FINDINGS[3], SilencedBy.DIRECTIVE, "ignored by line 6 of the story: the lawyer's own words"),
        Silenced(FINDINGS[4], SilencedBy.BASELINE, "dismissed in the baseline: the agency's <date>"),
    ),
)
