"""What several checks say of the same words becomes one finding, the same whatever the order."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.analysis import Analysis
from auditor.checks.base import Story
from auditor.checks.examples import example_document
from auditor.checks.merge import _same_defect, _strength, settle
from auditor.config import load_profile
from auditor.model import Anchor, Category, Confidence, Evidence, Finding, Severity, Span

TEXT = "The mayor opened the new bridge on Monday. The mayor left.\n\nNobody saw the the ferry again."


def story(text: str = TEXT, disabled: frozenset[str] = frozenset()) -> Story:
    document = example_document(text)
    profile = replace(load_profile("wire"), disabled=disabled)
    return Story(target=document, analysis=Analysis(document, ()), profile=profile)


def finding(
    words: str | Span,
    *,
    text: str = TEXT,
    check: str = "ours",
    rule: str = "a-rule",
    severity: Severity = Severity.MINOR,
    confidence: Confidence = Confidence.LOW,
    category: Category = Category.GRAMMAR,
    suggestions: tuple[str, ...] = (),
) -> Finding:
    span = words if isinstance(words, Span) else Span(text.index(words), text.index(words) + len(words))
    return Finding(
        check=check,
        rule=rule,
        message=f"{check} on {span.of(text)}",
        category=category,
        severity=severity,
        confidence=confidence,
        anchors=(Anchor(span, span.of(text)),),
        suggestions=suggestions,
    )


def test_two_checks_on_the_same_words_become_one_stronger_finding() -> None:
    grave = finding("new bridge", severity=Severity.MAJOR, suggestions=("bridge",))
    light = finding("new bridge", check="languagetool", rule="LT", suggestions=("span", "bridge"))
    (only,) = settle([light, grave], story())
    assert only.severity is Severity.MAJOR
    assert only.message == grave.message
    assert only.confidence is Confidence.MEDIUM
    assert only.suggestions == ("bridge", "span")
    assert only.evidence == (Evidence("languagetool", "LT: languagetool on new bridge"),)


def test_an_unproven_finding_leads_none_that_is_proven() -> None:
    grave = finding("new bridge", severity=Severity.MAJOR, confidence=Confidence.UNPROVEN)
    (only,) = settle([grave, finding("new bridge", rule="another-rule")], story())
    assert (only.rule, only.confidence) == ("another-rule", Confidence.LOW)


@pytest.mark.parametrize("engine", ["languagetool", "neural"])
def test_of_two_as_grave_and_sure_our_own_check_speaks_and_the_engine_is_evidence(engine: str) -> None:
    (only,) = settle([finding("new bridge", check=engine), finding("new bridge")], story())
    assert only.message == "ours on new bridge"
    assert only.evidence == (Evidence(engine, f"a-rule: {engine} on new bridge"),)


def test_two_rules_of_one_check_do_not_confirm_each_other() -> None:
    (only,) = settle([finding("bridge"), finding("bridge", rule="b-rule")], story())
    assert only.confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (finding("mayor"), finding("bridge", check="b"), "other words"),
        (
            finding("the the", category=Category.DUPLICATION),
            finding("the the", check="b", category=Category.WHITESPACE),
            "a stray space is not a doubled word",
        ),
        (finding("ferry"), finding("Nobody saw the the ferry again", check="b"), "a word and its sentence"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_different_defects_stay_apart(one: Finding, other: Finding, reason: str) -> None:
    assert len(settle([one, other], story())) == 2, reason


def test_a_defect_of_the_whole_story_is_not_merged_with_that_of_one_place() -> None:
    place = finding("mayor")
    both = (place.primary, finding(Span(47, 52)).primary)
    everywhere = replace(finding("mayor", check="b"), anchors=both)
    assert len(settle([place, everywhere], story())) == 2


@pytest.mark.parametrize("name", ["ours", "a-rule"], ids=["by its check", "by its rule"])
def test_a_disabled_finding_is_dropped(name: str) -> None:
    assert settle([finding("mayor")], story(disabled=frozenset({name}))) == ()


def test_a_fingerprint_survives_edits_elsewhere() -> None:
    (before,) = settle([finding("ferry")], story())
    edited = "A first paragraph.\n\n" + TEXT.replace("Monday", "Tuesday")
    (after,) = settle([finding("ferry", text=edited)], story(edited))
    assert before.fingerprint == after.fingerprint


def test_the_same_words_twice_in_a_sentence_have_two_fingerprints() -> None:
    first, second = settle([finding(Span(71, 74)), finding(Span(75, 78))], story())
    assert (first.primary.text, second.primary.text) == ("the", "the")
    assert first.fingerprint != second.fingerprint


def findings() -> st.SearchStrategy[list[Finding]]:
    span = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda pair: Span(pair[0], sum(pair)))
    one = st.builds(
        finding,
        span,
        check=st.sampled_from(["ours", "theirs", "languagetool", "neural"]),
        rule=st.sampled_from(["a-rule", "b-rule"]),
        severity=st.sampled_from(Severity),
        confidence=st.sampled_from(Confidence),
        category=st.sampled_from([Category.GRAMMAR, Category.SPELLING, Category.AWKWARD, Category.NUMBER_FORMAT]),
    )
    return st.lists(one, max_size=12)


@given(findings())
def test_nothing_said_is_lost(given_findings: list[Finding]) -> None:
    settled = settle(given_findings, story())
    said = {f.message for f in settled} | {e.detail.partition(": ")[2] for f in settled for e in f.evidence}
    assert {f.message for f in given_findings} == said


@given(findings(), st.randoms())
def test_the_order_in_which_checks_finish_does_not_matter(given_findings: list[Finding], random: object) -> None:
    shuffled = list(given_findings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert settle(shuffled, story()) == settle(given_findings, story())


@given(findings())
def test_settled_findings_are_settled(given_findings: list[Finding]) -> None:
    settled = settle(given_findings, story())
    assert [replace(f, fingerprint="") for f in settle(settled, story())] == [
        replace(f, fingerprint="") for f in settled
    ]
    starts = [f.primary.span for f in settled]
    assert starts == sorted(starts)
    assert len({f.fingerprint for f in settled}) == len(settled)


LONG = "word " * 60
PLACES = st.builds(
    lambda start, length: Span(start, min(start + length, len(LONG))), st.integers(0, 290), st.integers(0, 120)
)


def one_by_one(findings: set[Finding]) -> list[list[Finding]]:
    """Return the groups of the same defect, each led by its strongest, found by holding each against each."""
    groups: list[list[Finding]] = []
    for each in sorted(findings, key=_strength):
        group = next((group for group in groups if _same_defect(group[0], each)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return groups


@given(
    st.lists(
        st.builds(
            lambda places, category, severity: replace(
                finding(places[0], text=LONG, category=category, severity=severity),
                anchors=tuple(Anchor(place, place.of(LONG)) for place in places),
            ),
            st.lists(PLACES, min_size=1, max_size=2),
            st.sampled_from([Category.GRAMMAR, Category.PUNCTUATION, Category.MISTRANSLATION]),
            st.sampled_from(Severity),
        ),
        max_size=25,
    )
)
def test_findings_are_merged_as_if_each_were_held_against_each(found: list[Finding]) -> None:
    groups = one_by_one(set(found))
    expected = Counter((group[0].anchors, group[0].category, len(group) > 1) for group in groups)
    assert (
        Counter((each.anchors, each.category, bool(each.evidence)) for each in settle(found, story(LONG))) == expected
    )


def test_ten_times_as_many_findings_take_about_ten_times_as_long() -> None:
    def seconds(many: int) -> float:
        text = "the the " * many
        found = [finding(Span(8 * n, 8 * n + 7), text=text) for n in range(many)]
        told = replace(story(), target=example_document("Yes."))
        started = time.process_time()
        settle(found, told)
        return time.process_time() - started

    seconds(100)
    # A hundred times as long if each were held against each; the best of three is what a busy machine disturbs least.
    assert min(seconds(5_000) for _ in range(3)) < 50 * max(min(seconds(500) for _ in range(3)), 0.01)


def test_findings_on_the_same_words_of_the_source_are_one_defect() -> None:
    evidence = (Evidence("source", "12"),)
    lost = replace(
        finding("The mayor opened the new bridge", category=Category.NUMBER, check="lost"), evidence=evidence
    )
    grave = finding("new", category=Category.NUMBER, check="altered", severity=Severity.MAJOR)
    altered = replace(grave, evidence=evidence)
    (only,) = settle([lost, altered], story())
    assert only.message == altered.message
    other = replace(altered, evidence=(Evidence("source", "15"),))
    assert len(settle([lost, other], story())) == 2


def test_of_advice_that_contradicts_itself_the_stronger_alone_is_given() -> None:
    phrase = finding("the new bridge on Monday", severity=Severity.MAJOR, suggestions=("the bridge",))
    word = finding("on", category=Category.FUNCTION_WORDS, suggestions=("for",))
    assert [each.suggestions for each in settle([word, phrase], story())] == [("the bridge",), ()]


def test_a_safe_fix_stands_beside_other_advice() -> None:
    phrase = finding("the new bridge on Monday", severity=Severity.MAJOR, suggestions=("the bridge",))
    blank = replace(finding("w b", category=Category.WHITESPACE, suggestions=("w b",)), fix_is_safe=True)
    assert [each.suggestions for each in settle([blank, phrase], story())] == [("the bridge",), ("w b",)]


def test_what_changes_the_news_speaks_before_idiom_as_grave() -> None:
    idiom = finding("new bridge", severity=Severity.MAJOR, category=Category.OVERLY_LITERAL, confidence=Confidence.HIGH)
    name = finding("new bridge", severity=Severity.MAJOR, category=Category.ENTITY, check="name")
    (only,) = settle([idiom, name], story())
    assert only.message == name.message


def test_a_severity_of_the_desk_for_a_category_holds_for_all_its_rules() -> None:
    desk = story()
    desk = replace(desk, profile=replace(desk.profile, severities=(("fluency/grammar", Severity.NEUTRAL),)))
    grammar, name = finding("new", severity=Severity.MAJOR), finding("Monday", category=Category.ENTITY)
    assert [each.severity for each in settle([grammar, name], desk)] == [Severity.NEUTRAL, Severity.MINOR]


@pytest.mark.parametrize(
    ("words", "suggestions", "kept"),
    [
        ('in orbit" of', ("in orbit around",), ()),  # the quotation would never end
        ('in orbit" of', ('in orbit" around', "around"), ('in orbit" around',)),
        ("in “orbit” of", ("in orbit around",), ("in orbit around",)),  # both marks may go
        ("in orbit of", ("in orbit around",), ("in orbit around",)),
    ],
)
def test_no_suggestion_takes_one_mark_of_a_quotation_away(
    words: str, suggestions: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    text = f"The station is “now {words} the Moon."
    found = replace(finding(words, text=text, suggestions=suggestions), fix_is_safe=True)
    (only,) = settle([found], story(text))
    assert only.suggestions == kept
    assert only.fix_is_safe is (kept == suggestions)


def test_a_finding_on_the_mark_itself_may_take_it_away() -> None:
    (only,) = settle(
        [finding('bridge"', text='A bridge" shut.', category=Category.PUNCTUATION, suggestions=("",))],
        story('A bridge" shut.'),
    )
    assert only.suggestions == ("",)
