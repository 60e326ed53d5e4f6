"""Reports made by hand: a story that a machine translated badly, and hostile and huge ones."""

from __future__ import annotations

import dataclasses
import hashlib
import re

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
    Skipped,
    Span,
    Verdict,
)
from auditor.render.html import Earlier

WEIGHTS = (
    (Severity.NEUTRAL, 0.0),
    (Severity.MINOR, 1.0),
    (Severity.MAJOR, 5.0),
    (Severity.CRITICAL, 25.0),
)


def document(name: str, *parts: tuple[Role, list[str]], language: str | None = "en") -> Document:
    """A story of blocks, each a list of sentences, an empty line between them."""
    text, blocks, segments, paragraph = "", [], [], 0
    for role, sentences in parts:
        start = len(text)
        paragraph += role is Role.BODY
        for index, sentence in enumerate(sentences):
            text += " " if index else ""
            if role is Role.BODY:
                span = Span(len(text), len(text) + len(sentence))
                segments.append(Segment(len(segments) + 1, paragraph, span))
            text += sentence
        blocks.append(Block(role, Span(start, len(text))))
        text += "\n\n"
    runs, at = [], 0
    for number, line in enumerate(re.split("(?<=\n)", text), 1):
        runs.append(Run(Span(at, at + len(line)), Place(number, 1)))
        at += len(line)
    return Document(name, text, tuple(blocks), tuple(segments), tuple(runs), language)


def anchor(story: Document, words: str, nth: int = 0) -> Anchor:
    """The ``nth`` place of ``words`` in ``story``."""
    start = -1
    for _ in range(nth + 1):
        start = story.text.index(words, start + 1)
    return Anchor(Span(start, start + len(words)), words)


def finding(
    anchors: Anchor | list[Anchor],
    message: str,
    category: Category,
    severity: Severity,
    *suggestions: str,
    rule: str = "grammar/sample",
    check: str = "grammar",
    confidence: Confidence = Confidence.HIGH,
    why: str = "",
    evidence: tuple[Evidence, ...] = (),
    in_quotation: bool = False,
) -> Finding:
    """A finding whose fingerprint follows from its rule, its words and its message."""
    places = tuple(anchors if isinstance(anchors, list) else [anchors])
    identity = f"{rule}\0{places[0].text}\0{message}".encode("utf-8", "surrogatepass")
    return Finding(
        check=check,
        rule=rule,
        message=message,
        category=category,
        severity=severity,
        confidence=confidence,
        anchors=places,
        why=why,
        suggestions=suggestions,
        evidence=evidence,
        in_quotation=in_quotation,
        fingerprint=hashlib.sha256(identity).hexdigest()[:16],
    )


def report(
    story: Document,
    findings: list[Finding],
    *,
    outcome: Outcome = Outcome.REVIEW,
    reasons: tuple[str, ...] = ("made for a test",),
    quality: float | None = 71.6,
    skipped: tuple[Skipped, ...] = (),
    checks: tuple[CheckRun, ...] = (CheckRun("grammar", 1),),
    **more: object,
) -> Report:
    """A report whose sums are those of ``findings``."""
    weights = dict(WEIGHTS)
    words = [len(s.span.of(story.text).split()) for s in story.segments]
    points = [0.0] * len(words)
    for each in findings:
        if home := story.segment_at(each.primary.span.start):
            points[home.number - 1] += weights[each.severity]
    total = sum(weights[each.severity] for each in findings)
    return Report(
        document=story,
        findings=tuple(sorted(findings, key=lambda f: f.primary.span)),
        checks=checks,
        skipped=skipped,
        score=Score(
            points=total,
            words=sum(words),
            per_thousand=total * 1000 / max(sum(words), 1),
            quality=quality,
            counts=tuple((s, sum(f.severity is s for f in findings)) for s in Severity),
            signature="auditor:0.1.0|profile:wire#1a2b3c4d|packs:9f8e7d6c|skipped:none|words:target",
            weights=WEIGHTS,
        ),
        sentences=tuple(SentenceScore(s.number, p, w) for s, p, w in zip(story.segments, points, words, strict=True)),
        verdict=Verdict(outcome, reasons),
        profile="wire",
        **more,  # type: ignore[arg-type]
    )


HARBOUR = document(
    "harbour-tram.en.txt",
    (Role.HEADLINE, ["Port Calder puts its harbour tram back on the rails"]),
    (Role.DATELINE, ["PORT CALDER (Wire) -"]),
    (
        Role.BODY,
        [
            (
                "The city of Port Calder reopened Monday the harbour tram, closed since the storm of 2019, at "
                "the end of a construction site of 84 million euros."
            ),
        ],
    ),
    (
        Role.BODY,
        [
            (
                "The line, it which last winter lost a third of its rails, will carry 12,000 passengers per day "
                "according to the town hall."
            ),
            (
                'The mayor, Ilse Maren, declared that she was "very content of to give back the harbour to the '
                'inhabitants".'
            ),
        ],
    ),
    (Role.CROSS_HEAD, ["- Doubts -"]),
    (
        Role.BODY,
        [
            (
                "The opposition, for its part, denounced the cost of the works, which have exceeded by 30 "
                "percent the budget planned."
            ),
            '"We will be vigilant on the accounts of the Port Authority", warned the councillor Jon Abel.',
        ],
    ),
    (
        Role.BODY,
        [
            (
                "The Harbor Authority celebrates this year his 150th birthday and counts on the tram for to "
                "attract cruise passengers."
            ),
            "The first convoys have circulated without incident. since Monday morning.",
            "A second section is planned for 2027.",
        ],
    ),
    (Role.TRAILER, ["(c) Wire 2026"]),
)

HARBOUR_SOURCE = document(
    "harbour-tram.fr.txt",
    (
        Role.BODY,
        [
            (
                "La ville de Port Calder a rouvert lundi le tram du port, fermé depuis la tempête de 2019, au "
                "terme d'un chantier de 84 millions d'euros."
            ),
            (
                "La ligne, qui avait perdu l'hiver dernier un tiers de ses rails, transportera 12.000 voyageurs "
                "par jour selon la mairie."
            ),
            'La maire, Ilse Maren, s\'est dite "très contente de rendre le port aux habitants".',
            "L'opposition a pour sa part dénoncé le coût des travaux, qui ont dépassé de 30% le budget prévu.",
            '"Nous serons vigilants sur les comptes de l\'Autorité portuaire", a averti le conseiller Jon Abel.',
            (
                "L'Autorité portuaire fête cette année son 150e anniversaire et compte sur le tram pour attirer "
                "les croisiéristes."
            ),
            "Les premières rames ont circulé sans incident depuis lundi matin.",
            "Un second tronçon est prévu pour 2027.",
            "Son coût n'a pas été précisé.",
        ],
    ),
    language="fr",
)

HARBOUR_REFERENCE = document(
    "harbour-tram.ref.txt",
    (
        Role.BODY,
        [
            "Port Calder reopened its harbour tram on Monday after repairs costing 84 million euros.",
            (
                "The line, which lost a third of its rails last winter, will carry 12,000 passengers a day, city "
                "hall said."
            ),
            'Mayor Ilse Maren said she was "very happy to give the harbour back to its residents".',
            "The opposition criticised the cost of the works, which ran 30 percent over budget.",
            (
                "The Port Authority, which marks its 150th anniversary this year, is counting on the tram to "
                "attract cruise passengers."
            ),
        ],
    ),
)

_ONE_TO_ONE = tuple(Link((n,), (n,), 0.9) for n in range(1, 9))


def _edits(ours: str, theirs: str) -> tuple[Edit, ...]:
    from difflib import SequenceMatcher

    old, new = re.findall(r"\S+\s*", ours), re.findall(r"\S+\s*", theirs)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(Edit(kind, "".join(old[a:b]), "".join(new[c:d])) for kind, a, b, c, d in codes)


def _pair(target: int, other: int) -> PairScore:
    ours = HARBOUR.segments[target - 1].span.of(HARBOUR.text)
    theirs = HARBOUR_REFERENCE.segments[other - 1].span.of(HARBOUR_REFERENCE.text)
    return PairScore(Link((target,), (other,), 0.8), 31.0, 58.4, 47.0, _edits(ours, theirs))


def harbour() -> Report:
    """The sample story with its source and its reference, every kind of finding in it."""
    story = HARBOUR
    relative_why = (
        "A stray pronoun before the relative one is what an engine leaves when it carries a "
        "foreign relative clause over word by word.\n\nThe sentence cannot be read as English; no "
        "reader can tell who lost what. A pronoun that ends its own clause is let pass."
    )
    findings = [
        finding(
            anchor(story, "it which last winter lost"),
            "“it which” is not English: the relative clause was carried over word by word.",
            Category.GRAMMAR,
            Severity.CRITICAL,
            "which last winter lost",
            "having last winter lost",
            rule="pronouns/stray-before-relative",
            check="pronouns",
            why=relative_why,
            evidence=(Evidence("source", "qui avait perdu l'hiver dernier"),),
        ),
        finding(
            anchor(story, "which last winter lost a third"),
            "The time stands between the subject and its verb; English puts it at the end.",
            Category.WORD_ORDER,
            Severity.MAJOR,
            "which lost a third",
            rule="order/adverb-before-verb",
            check="order",
        ),
        finding(
            anchor(story, "reopened Monday the harbour tram"),
            "The day stands between the verb and its object.",
            Category.WORD_ORDER,
            Severity.MAJOR,
            "reopened the harbour tram on Monday",
            rule="order/time-before-object",
            check="order",
            why="English keeps a verb and its object together; wire style puts the day after the verb phrase.",
        ),
        finding(
            anchor(story, "at the end of a construction site"),
            "A “chantier” that ends is a project, not a place.",
            Category.FALSE_FRIEND,
            Severity.MINOR,
            "after works",
            rule="terms/construction-site",
            check="terms",
            confidence=Confidence.MEDIUM,
            evidence=(Evidence("source", "au terme d'un chantier"),),
        ),
        finding(
            anchor(story, "content of to give back"),
            "“of to” runs two prepositions into a verb.",
            Category.GRAMMAR,
            Severity.MAJOR,
            "happy to give back",
            rule="grammar/preposition-before-verb",
            in_quotation=True,
            evidence=(Evidence("source", "très contente de rendre"),),
        ),
        finding(
            anchor(story, "have exceeded by 30 percent the budget planned"),
            "The amount stands between the verb and its object, and the adjective after its noun.",
            Category.WORD_ORDER,
            Severity.MINOR,
            "have exceeded the planned budget by 30 percent",
            rule="order/amount-before-object",
            check="order",
        ),
        finding(
            [anchor(story, "Port Authority"), anchor(story, "Harbor Authority")],
            "One body has two names in this story.",
            Category.TERM_INCONSISTENCY,
            Severity.MAJOR,
            rule="consistency/two-names",
            check="consistency",
            why="A reader takes two names for two bodies.",
        ),
        finding(
            anchor(story, "his 150th birthday"),
            "An organisation is “it”, and has an anniversary, not a birthday.",
            Category.AGREEMENT,
            Severity.CRITICAL,
            "its 150th anniversary",
            rule="pronouns/person-for-thing",
            check="pronouns",
            evidence=(Evidence("source", "son 150e anniversaire"),),
        ),
        finding(
            anchor(story, "for to attract"),
            "“for to” is two prepositions before a verb.",
            Category.FUNCTION_WORDS,
            Severity.MINOR,
            "to attract",
            rule="grammar/preposition-before-verb",
        ),
        finding(
            anchor(story, "incident. since"),
            "The sentence was cut in two at a full stop that does not belong there.",
            Category.PUNCTUATION,
            Severity.CRITICAL,
            "incident since",
            rule="grammar/sentence-cut-in-two",
        ),
        finding(
            [anchor(story, "per day"), anchor(story, "according to the town hall"), anchor(story, "for its part")],
            "12 “of” in 100 words; edited wire copy has about 6.",
            Category.UNIDIOMATIC,
            Severity.NEUTRAL,
            rule="density/of",
            check="density",
            confidence=Confidence.LOW,
            why="Romance languages chain nouns with “de”; English stacks them or uses the genitive.",
        ),
    ]
    return report(
        story,
        findings,
        outcome=Outcome.FAIL,
        reasons=(
            "3 critical errors; none is allowed",
            "quality 24 is under the pass mark of 80",
            "languagetool did not run: its files are not installed",
        ),
        quality=24.7,
        skipped=(
            Skipped("languagetool", "Its files are not installed.", "Run “auditor setup” once."),
            Skipped("glossary", "The desk has no glossary.", "Name one in auditor.toml."),
        ),
        checks=tuple(
            CheckRun(name, sum(f.check == name for f in findings))
            for name in ("consistency", "density", "grammar", "order", "pronouns", "terms", "numbers", "quotes")
        ),
        source=HARBOUR_SOURCE,
        source_language="fr",
        source_links=(*_ONE_TO_ONE, Link((), (9,), 1.0)),
        comparison=Comparison(
            HARBOUR_REFERENCE,
            (
                Metric("BLEU", 24.3, "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.5.1"),
                Metric("chrF2++", 52.9, "nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no|version:2.5.1", 49.0, 56.8),
                Metric("TER", 58.1, "nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:2.5.1"),
            ),
            (_pair(1, 1), _pair(2, 2), _pair(3, 3), _pair(4, 4), _pair(6, 5)),
            (5, 7, 8),
            (),
        ),
        rules=(
            Rule(
                id="pronouns/stray-before-relative",
                summary="A pronoun stands before “which” or “who” where no pronoun can.",
                why=relative_why,
                category=Category.GRAMMAR,
                severity=Severity.CRITICAL,
                confidence=Confidence.HIGH,
                flags=(Example("The team, [[it which]] lost, left."),),
                passes=(Example("The team, which lost, left."), Example("He saw it, which was enough.")),
            ),
        ),
    )


def clean() -> Report:
    """A story with nothing wrong in it."""
    story = document(
        "library.en.txt",
        (Role.HEADLINE, ["Lisbrook library opens at night"]),
        (Role.BODY, ["The library in Lisbrook will stay open until midnight.", "Students had asked for it."]),
    )
    return report(story, [], outcome=Outcome.PASS, reasons=("quality 100 reaches the pass mark of 80",), quality=100.0)


def earlier(name: str, **qualities: float | None) -> Earlier:
    """An earlier report with these qualities of its stories."""
    return Earlier(name, {story: dataclasses.replace(clean().score, quality=q) for story, q in qualities.items()})


def _many(name: str, language: str | None, template: str, sentences: int) -> Document:
    """A story of as many sentences as asked for, two to a paragraph."""
    lines = [template.format(n=n, votes=n % 40 + 12) for n in range(sentences)]
    return document(name, *((Role.BODY, lines[i : i + 2]) for i in range(0, sentences, 2)), language=language)


def _beside(story: Document, sentences: int) -> dict[str, object]:
    """The source and the reference of ``story``, sentence for sentence, as a report holds them."""
    links = tuple(Link((n,), (n,), 0.9) for n in range(1, sentences + 1))
    source = _many(
        "proces-verbal.fr.txt",
        "fr",
        "Le conseil de l'arrondissement {n} a voté le budget, qui avait été refusé au printemps, par {votes} voix "
        "contre onze, et se réunira de nouveau avant la fin du mois.",
        sentences,
    )
    reference = _many(
        "council-minutes.ref.txt",
        None,
        "The district {n} council voted by {votes} to eleven for the budget it had refused in the spring, and will sit "
        "again by the end of the month.",
        sentences,
    )
    pairs = tuple(
        PairScore(link, 31.0, 58.4, 47.0, _edits(ours.span.of(story.text), theirs.span.of(reference.text)))
        for link, ours, theirs in zip(links, story.segments, reference.segments, strict=True)
    )
    comparison = Comparison(reference, (), pairs, (), ())
    return {"source": source, "source_language": "fr", "source_links": links, "comparison": comparison}


def huge(sentences: int = 5000, *, beside: bool = False) -> Report:
    """A story of many sentences, a finding in every second one; ``beside`` adds its source and its reference."""
    story = _many(
        "council-minutes.en.txt",
        "en",
        "The council of district {n} has voted the budget, it which had been refused in spring, "
        "by {votes} votes against eleven, and will meet again before the end of the month.",
        sentences,
    )
    severities = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.MINOR)
    findings = []
    for index, segment in enumerate(story.segments[::2]):
        start = story.text.index("it which had been refused", segment.span.start)
        words = "it which had been refused"
        findings.append(
            finding(
                Anchor(Span(start, start + len(words)), words),
                f"“it which” is not English: clause {index} was carried over word by word.",
                Category.GRAMMAR,
                severities[index % 4],
                "which had been refused",
                rule="pronouns/stray-before-relative",
                why="A stray pronoun before the relative one is what an engine leaves when it carries a "
                "foreign relative clause over word by word. No reader can tell who lost what.",
            )
        )
    return report(
        story,
        findings,
        outcome=Outcome.FAIL,
        reasons=("625 critical errors; none is allowed",),
        **(_beside(story, sentences) if beside else {}),
    )
