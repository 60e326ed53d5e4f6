"""The MQM-style estimate: every number can be worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import CheckRun, Confidence, Severity, Skipped, Span
from auditor.scoring import score
from tests.scoring.samples import WIRE, finding, findings, profile, story, words


@pytest.mark.parametrize(
    ("count", "minor", "major", "critical", "points", "per_thousand", "quality", "origin"),
    [
        (1000, 0, 0, 0, 0, 0.0, 99.8969, "nothing found: near the top of the scale, which nobody reaches"),
        (1000, 20, 0, 0, 20, 20.0, 95.0, "exactly the acceptable points earn exactly the mark (MQM calibrated)"),
        (1000, 10, 2, 0, 20, 20.0, 95.0, "the same points from fewer, graver errors"),
        (500, 10, 0, 0, 10, 20.0, 95.0, "points are normed per 1,000 words"),
        (2000, 0, 0, 1, 25, 12.5, 96.797, "the score knows no veto; the verdict does"),
        (1000, 100, 50, 0, 350, 350.0, 52.5203, "r = 350.4 / 1.02; 100 * 95 * 20 / (95 * 20 + r * 5)"),
        (637, 57, 17, 4, 242, 379.9058, 50.7377, "a strict reviser's marks of one bad story: 38 points per 100 words"),
        (1000, 0, 0, 20, 500, 500.0, 43.6486, "never at the end of the scale"),
    ],
)
def test_golden_numbers(
    count: int,
    minor: int,
    major: int,
    critical: int,
    points: float,
    per_thousand: float,
    quality: float,
    origin: str,
) -> None:
    desk = profile(pass_mark=95.0, acceptable_points=20.0)
    estimate, _ = score(words(count), findings(minor, major, critical), (), (), desk)
    assert estimate.words == count
    assert estimate.points == points
    assert estimate.per_thousand == pytest.approx(per_thousand, abs=1e-3), origin
    assert estimate.quality == pytest.approx(quality, abs=1e-3), origin


def test_the_shipped_weights_are_those_of_mqm_2() -> None:
    assert [(severity.value, weight) for severity, weight in WIRE.weights] == [
        ("neutral", 0.0),
        ("minor", 1.0),
        ("major", 5.0),
        ("critical", 25.0),
    ]


def test_a_single_major_error_never_fails_a_story_by_its_score() -> None:
    assert WIRE.weight(Severity.MAJOR) <= WIRE.acceptable_points * WIRE.min_words / 1000
    estimate, _ = score(words(WIRE.min_words), findings(major=1), (), (), WIRE)
    assert estimate.quality == pytest.approx(WIRE.pass_mark)


def test_one_defect_in_two_places_costs_once_and_at_its_first_anchor() -> None:
    document = story("The station was named.", "Then the post was named.")
    spans = document.segments[1].span, document.segments[0].span
    twofold = finding(Severity.MAJOR, Span(spans[0].start, spans[0].start + 4), spans[1])
    estimate, sentences = score(document, [twofold], (), (), WIRE)
    assert estimate.points == 5
    assert [sentence.points for sentence in sentences] == [0, 5]


def test_a_neutral_remark_costs_nothing_and_is_counted() -> None:
    estimate, _ = score(words(200), findings(neutral=3), (), (), WIRE)
    assert (estimate.points, estimate.count(Severity.NEUTRAL)) == (0, 3)


def test_an_unsure_finding_costs_what_its_severity_costs() -> None:
    unsure, sure = (
        score(words(200), [finding(Severity.MINOR, confidence=c)], (), (), WIRE)[0].points
        for c in (Confidence.LOW, Confidence.HIGH)
    )
    assert unsure == sure == 1


@pytest.mark.parametrize(("count", "short"), [(1, True), (99, True), (100, False)])
def test_a_short_story_has_a_quality_that_says_how_sure_it_is(count: int, short: bool) -> None:
    estimate, _ = score(words(count), (), (), (), profile(min_words=100))
    assert estimate.short is short
    assert estimate.words == count
    assert estimate.quality_low is not None
    assert estimate.quality is not None
    assert estimate.quality_high is not None
    assert estimate.quality_low < estimate.quality < estimate.quality_high


def test_a_story_without_words_has_no_quality() -> None:
    assert score(words(0), (), (), (), WIRE)[0].quality is None


def test_the_longer_a_story_is_the_surer_is_its_quality() -> None:
    widths = []
    for count in (50, 200, 1000, 5000):
        estimate, _ = score(words(count), findings(minor=count // 50), (), (), WIRE)
        assert estimate.quality_low is not None
        assert estimate.quality_high is not None
        widths.append(estimate.quality_high - estimate.quality_low)
    assert widths == sorted(widths, reverse=True)


def test_no_story_is_at_an_end_of_the_scale_and_any_two_are_told_apart() -> None:
    counts = (0, 1, 2, 5, 10, 20, 50, 100, 1000)
    scores = [score(words(300), findings(critical=count), (), (), WIRE)[0].quality for count in counts]
    assert all(0 < (quality or 0) < 100 for quality in scores)
    assert len(set(scores)) == len(scores)
    assert scores == sorted(scores, key=lambda quality: -(quality or 0))


@pytest.mark.parametrize("acceptable", [5e-324, 1e-3, 1e308])
@pytest.mark.parametrize("weight", [0.0, 1e-300, 1e300])
def test_settings_that_nobody_means_give_numbers_all_the_same(acceptable: float, weight: float) -> None:
    odd = profile(acceptable_points=acceptable, weights=((Severity.MINOR, weight),))
    estimate, _ = score(words(300), findings(minor=3), (), (), odd)
    assert all(0 <= (value or 0) <= 100 for value in (estimate.quality_low, estimate.quality, estimate.quality_high))


@given(st.integers(1, 400), st.integers(20, 5000))
def test_who_reaches_the_mark_does_not_depend_on_the_words_lent(minor: int, count: int) -> None:
    estimate, _ = score(words(count), findings(minor=minor), (), (), WIRE)
    assert estimate.quality is not None
    reached = estimate.per_thousand <= WIRE.acceptable_points + 1e-9
    assert reached is (estimate.quality >= WIRE.pass_mark - 1e-9)


def test_a_finding_outside_the_sentences_costs_the_story_only() -> None:
    document = story("All is well.")
    estimate, sentences = score(document, [finding(Severity.MINOR, Span(12, 12))], (), (), WIRE)
    assert estimate.points == 1
    assert [sentence.points for sentence in sentences] == [0]


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(Severity)), max_size=30))
def test_sentences_add_up_to_the_story(marks: list[tuple[int, Severity]]) -> None:
    document = words(100)
    found = [finding(severity, Span(start, start + 1)) for start, severity in marks]
    inside = [f for f in found if document.segment_at(f.primary.span.start)]
    estimate, sentences = score(document, inside, (), (), WIRE)
    assert sum(sentence.points for sentence in sentences) == estimate.points
    assert sum(sentence.words for sentence in sentences) == estimate.words
    assert [sentence.number for sentence in sentences] == [segment.number for segment in document.segments]


@given(st.integers(0, 50), st.integers(0, 20), st.integers(0, 5))
def test_one_more_error_never_raises_the_quality(minor: int, major: int, critical: int) -> None:
    document = words(300)
    before = score(document, findings(minor, major, critical), (), (), WIRE)[0].quality
    after = score(document, findings(minor + 1, major, critical), (), (), WIRE)[0].quality
    assert before is not None
    assert after is not None
    assert after < before


def signature_of(**changes: object) -> dict[str, str]:
    runs = changes.pop("runs", (CheckRun("b-check", 0), CheckRun("a-check", 2)))
    skipped = changes.pop("skipped", ())
    estimate, _ = score(words(100), (), runs, skipped, profile(**changes))  # type: ignore[arg-type]
    return dict(part.split(":", 1) for part in estimate.signature.split("|"))


def test_the_signature_names_all_that_the_score_depends_on() -> None:
    parts = signature_of(skipped=(Skipped("languagetool", "No Java was found.", "Install one."),))
    assert list(parts) == ["auditor", "profile", "packs", "languagetool", "model", "ran", "skipped", "words"]
    assert parts["ran"] == "a-check,b-check"
    assert parts["skipped"] == "languagetool"
    assert parts["languagetool"] == "none"
    assert parts["words"] == "target"
    assert parts["profile"].startswith("wire#")


def test_the_signature_gives_the_release_of_languagetool_that_spoke() -> None:
    from auditor.engines.languagetool import version

    assert signature_of(runs=(CheckRun("languagetool", 3),))["languagetool"] == version()


@pytest.mark.parametrize(
    "change",
    [
        {"weights": ((Severity.NEUTRAL, 0.0), (Severity.MINOR, 2.0), (Severity.MAJOR, 5.0), (Severity.CRITICAL, 25.0))},
        {"pass_mark": 81.0},
        {"acceptable_points": 10.0},
        {"disabled": frozenset({"x"})},
        {"words": frozenset({"Quillon"})},
        {"fail_on": Severity.MAJOR},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_change_of_the_profile_changes_the_signature(change: dict[str, object]) -> None:
    assert signature_of(**change)["profile"] != signature_of()["profile"]


def test_equal_settings_have_equal_signatures_however_their_sets_are_ordered() -> None:
    one, other = frozenset({"a", "b", "c"}), frozenset({"c", "b", "a"})
    assert signature_of(words=one) == signature_of(words=other)
