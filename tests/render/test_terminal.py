"""The report that an editor reads at midnight."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from auditor.model import Anchor, Category, CheckRun, Confidence, Finding, Severity, Span
from auditor.render.terminal import render
from auditor.render.terminal.excerpt import ExcerptMark, excerpt
from tests.render import snapshot
from tests.render.samples import CLEAN, COMPARED, HEADLINE, JUDGED, REPORT, SILENCED, document

ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    ("name", "reports"),
    [
        ("failing-story", [REPORT]),
        ("story-with-source-and-reference", [COMPARED]),
        ("clean-short-story", [CLEAN]),
        ("two-stories", [REPORT, CLEAN]),
    ],
)
def test_the_report_looks_as_it_was_approved(name, reports, width):
    snapshot.check(f"{name}-{width}.txt", render(reports, width=width))


def test_the_coloured_report_looks_as_it_was_approved():
    snapshot.check("failing-story-80-colour.ansi", render([REPORT], width=80, colour=True))


def test_colour_changes_nothing_but_colour():
    plain, coloured = render([REPORT]), ANSI.sub("", render([REPORT], colour=True))
    assert coloured.replace(" FAIL  ", "FAIL").split() == plain.split()


@pytest.mark.parametrize("width", [72, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width):
    lines = render([COMPARED, CLEAN, JUDGED], width=width, level=Severity.NEUTRAL).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_no_line_ends_in_blanks():
    assert not [line for line in render([COMPARED, CLEAN]).splitlines() if line != line.rstrip()]


def test_the_verdict_and_the_score_come_first():
    first, second = render([REPORT]).splitlines()[:2]
    assert first == "FAIL  stories/ferry.en.txt"
    assert "quality 12 of 100" in second


def test_a_wrong_date_comes_before_grammar_as_grave_and_the_rest_by_their_points():
    assert re.findall(r"^Sentence (\d)", render([REPORT]), re.M) == ["4", "1", "2", "3"]


def test_the_words_are_marked_without_colour_too():
    lines = render([REPORT]).splitlines()
    at = next(number for number, line in enumerate(lines) if "he which last" in line)
    assert lines[at].index("he which") == lines[at + 1].index("^^^^^^^^")


def test_every_shown_finding_has_its_place_in_the_file():
    assert "stories/ferry.en.txt:3:27  stray-relative" in render([REPORT])


def test_a_neural_model_points_at_the_sentences_that_it_scores_lowest():
    told = " ".join(render([JUDGED]).split())
    lowest = "sentence 2 (line 4) 0.430, sentence 1 (line 3) 0.812, sentence 3 (line 5) 0.955"
    assert f"Neural 0.733 by Desk/kiwi; lowest: {lowest}" in told
    assert "stories/ferry.en.txt:4:1 neural 0.430" in told


def test_minor_findings_are_counted_and_shown_only_on_request():
    assert "Two spaces in a row." not in render([REPORT])
    assert "1 minor; see them with --level minor" in render([REPORT])
    assert "Two spaces in a row." in render([REPORT], level=Severity.MINOR)


def test_a_finding_with_two_places_is_shown_once_with_both():
    report = render([REPORT])
    assert report.count("The same court has two names") == 1
    assert "Also: “Appeals Court” at stories/ferry.en.txt:6:5" in report


def test_furniture_is_never_shown():
    assert HEADLINE not in render([COMPARED], level=Severity.NEUTRAL)


def test_a_check_that_did_not_run_is_named_with_its_reason_and_remedy():
    assert "languagetool  LanguageTool is not installed. Run: auditor setup" in render([REPORT])


def test_a_reason_is_given_once_for_a_rule_however_often_it_speaks():
    twice = replace(REPORT, findings=(*REPORT.findings, replace(REPORT.findings[0])))
    assert render([twice]).count("Readers cannot tell who is meant.") == 1


def test_a_quotation_is_marked_as_not_to_be_changed_blindly():
    assert "In a quotation: compare with the source before you change it." in render([REPORT])


def test_the_summary_fits_a_screen():
    lines = render([COMPARED]).splitlines()
    assert len(lines) - max(n for n, line in enumerate(lines) if line.startswith("FAIL")) <= 12


def test_signatures_are_shown_where_they_are_asked_for_and_nowhere_else():
    signatures = {REPORT.score.signature, *(metric.signature for metric in COMPARED.comparison.metrics)}
    bare, signed = ("".join(render([COMPARED], signature=asked).split()) for asked in (False, True))
    assert not [each for each in signatures if "".join(each.split()) in bare]
    assert not [each for each in signatures if "".join(each.split()) not in signed]


def test_a_signature_that_is_asked_for_is_whole():
    long = "|".join(f"ran-{number}:yes" for number in range(200))
    said = render([replace(REPORT, score=replace(REPORT.score, signature=long))], signature=True)
    assert long in "".join(said.split())


def test_all_that_is_found_is_shown_where_everything_is_asked_for():
    free = replace(REPORT.findings[1], severity=Severity.NEUTRAL, message="A remark that costs nothing.")
    report = replace(REPORT, findings=(free,), sentences=tuple(replace(each, points=0.0) for each in REPORT.sentences))
    assert "A remark that costs nothing." in render([report], level=Severity.NEUTRAL)
    assert "A remark that costs nothing." not in render([report], level=Severity.MINOR)


def test_nothing_is_to_be_fixed_first_where_only_hidden_findings_are():
    minor = next(finding for finding in REPORT.findings if finding.severity is Severity.MINOR)
    assert "Fix first" not in render([replace(REPORT, findings=(minor,))])


def test_a_finding_outside_the_sentences_is_not_lost():
    start = REPORT.document.text.index("Harbour")
    stray = replace(REPORT.findings[0], anchors=(Anchor(Span(start, start + 7), "Harbour"),), message="Stray words.")
    shown = render([replace(REPORT, findings=(stray,))])
    assert "Outside the sentences" in shown
    assert "Stray words." in shown


def test_the_same_report_gives_the_same_bytes():
    assert render([COMPARED], colour=True) == render([COMPARED], colour=True)


def _marked(text, *marks, width=60):
    return [line.plain for line in excerpt(text, Span(0, len(text)), marks, width)]


@pytest.mark.parametrize(
    ("text", "words", "mark", "reason"),
    [
        ("A 🚢 big ship", "big", "     ^^^", "an emoji takes two cells"),
        ("Re\u0301my left", "left", "     ^^^^", "a combining accent takes none"),
        ("a\tb c", "b", "  ^", "a tab is shown as one blank"),
        ("one\r\n  two", "two", "    ^^^", "a line end with its blanks is one blank"),
        ("had not  gone", "  ", "       ^^", "two blanks on one line stay two"),
        ("a\x1b[31mb", "b", "             ^", "an escape is spelled out, not obeyed"),
    ],
)
def test_marks_stand_below_their_words(text, words, mark, reason):
    start = text.index(words)
    shown = _marked(text, ExcerptMark(Span(start, start + len(words)), Severity.CRITICAL))
    assert shown[1] == mark, reason


def test_a_word_longer_than_the_line_is_broken_and_a_huge_sentence_takes_no_time():
    text = "x" * 300_000
    shown = _marked(text, ExcerptMark(Span(70, 75), Severity.MAJOR))
    assert shown[:3] == ["x" * 60, "x" * 60, " " * 10 + "~" * 5]


def test_a_mark_over_a_line_break_goes_on_below_the_next_line():
    text = "aaa bbb ccc ddd"
    shown = _marked(text, ExcerptMark(Span(4, 11), Severity.MAJOR), width=8)
    assert shown == ["aaa bbb", "    ~~~", "ccc ddd", "~~~"]


def test_overlapping_marks_stand_in_rows_of_their_own():
    text = "aaa bbb ccc"
    marks = ExcerptMark(Span(0, 7), Severity.MAJOR, "1"), ExcerptMark(Span(4, 11), Severity.MINOR, "2")
    assert _marked(text, *marks) == [text, "1~~~~~~", "    2------"]


def test_an_empty_mark_points_between_two_words():
    assert _marked("aaa bbb", ExcerptMark(Span(4, 4), Severity.MINOR)) == ["aaa bbb", "    -"]


@given(st.text(max_size=120), st.data())
@settings(deadline=None)
def test_any_copy_is_shown_without_a_control_character(text, data):
    text = f"x{text}"
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    story = document("any.txt", (text.replace("\n", " "),))
    finding = Finding(
        "any",
        "any",
        text,
        Category.GRAMMAR,
        Severity.CRITICAL,
        Confidence.HIGH,
        (Anchor(span, span.of(text)),),
        why=text,
        suggestions=(text,),
    )
    shown = render([replace(REPORT, document=story, findings=(finding,), sentences=REPORT.sentences[:1])])
    assert all(
        line.isprintable() or not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line) for line in shown.split("\n")
    )


def test_seconds_are_shown_where_they_were_measured_slowest_first():
    runs = (CheckRun("quick", 0, 0.0), CheckRun("slow", 2, 1.5), CheckRun("fair", 1, 0.25))
    shown = render([replace(REPORT, checks=runs)])
    assert re.findall(r"^ +(slow|fair|quick) +([\d.]+) s", shown, re.MULTILINE) == [
        ("slow", "1.500"),
        ("fair", "0.250"),
        ("quick", "0.000"),
    ]


def test_of_many_checks_the_slowest_are_shown_and_the_others_summed():
    runs = tuple(CheckRun(f"check-{n}", 0, n / 100) for n in range(13))
    shown = render([replace(REPORT, checks=runs)])
    assert "check-12  " in shown
    assert "check-2 " not in shown
    assert "3 other checks: 0.030 s together" in shown


def test_no_time_is_shown_where_none_was_measured():
    assert "words/s" not in render([REPORT])


def test_silenced_findings_are_listed_where_all_is_shown():
    shown = render([SILENCED], level=Severity.NEUTRAL)
    assert "Silenced\n" in shown
    assert "date-impossible: dismissed in the baseline: the agency's" in " ".join(shown.split())
    assert "Silenced" not in render([SILENCED], level=Severity.MINOR)


def test_what_is_expected_stands_beside_what_was_found():
    expecting = replace(REPORT, score=replace(REPORT.score, points=13.0, expected=21.4))
    shown = render([expecting])
    assert "; 13 points found, 21 expected of a reviewer" in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= 80
    assert "expected of a reviewer" not in render([REPORT])


def test_doubts_are_listed_where_all_is_shown_and_nowhere_else():
    doubtful = replace(REPORT, doubts=(replace(REPORT.findings[0], rule="strange-word"),))
    assert "strange-word: “he which”" in render([doubtful], level=Severity.NEUTRAL)
    assert "strange-word" not in render([doubtful], level=Severity.MINOR)
