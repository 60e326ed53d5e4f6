"""Differences between translations are tested as sacrebleu tests them, and by permutation of sentences."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.scoring import ChrfLines, Counts, document_metrics
from auditor.scoring.significance import Method, metric_tests, permutation_test

REFERENCE = [f"The crew of ship number {n} left the port of Gull Island on day {n % 7}." for n in range(40)]
GOOD = [line.replace("left", "sailed from") if n % 3 else line for n, line in enumerate(REFERENCE)]
POOR = [line.replace("left the port", "quit harbour") if n % 2 else line for n, line in enumerate(REFERENCE)]


@pytest.mark.parametrize("method", Method)
def test_the_p_values_are_those_of_the_sacrebleu_command(method: Method, tmp_path: Path) -> None:
    files = {"reference": REFERENCE, "good": GOOD, "poor": POOR}
    for name, lines in files.items():
        (tmp_path / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    command = [sys.executable, "-m", "sacrebleu", "reference", "-i", "good", "poor", f"--paired-{method.value}"]
    command += ["-m", "bleu", "chrf", "ter", "--chrf-word-order", "2", "-w", "8", "-f", "text", "--no-color"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    # JSON would be easier to read, but sacrebleu 2.6 cannot write the bootstrap's numbers (float32) as JSON.
    p_values = [float(value) for value in re.findall(r"p = ([\d.]+)", printed)]
    (tests,) = metric_tests(GOOD, [POOR], REFERENCE, method)
    assert [test.p_value for test in tests] == pytest.approx(p_values, abs=1e-4)
    assert all(f"{test.challenger:.8f}" in printed for test in tests)


def test_a_paired_test_of_unequal_files_is_refused() -> None:
    with pytest.raises(ValueError, match="same number of lines"):
        metric_tests(GOOD, [POOR[1:]], REFERENCE, Method.BOOTSTRAP)


@pytest.mark.parametrize(
    ("first", "second", "difference", "p_value", "reason"),
    [
        ([], [], 0.0, 1.0, "nothing to compare"),
        ([1, 2, 3], [1, 2, 3], 0.0, 1.0, "no sentence differs"),
        ([5], [0], 5.0, 1.0, "one sentence proves nothing: both signs are as extreme"),
        ([1, 1, 1, 1, 1], [0, 0, 0, 0, 0], 1.0, 2 / 32, "5 of 5 in one direction: 2 of 32 sign patterns"),
        ([5, 0, 0, 0], [0, 5, 0, 0], 0.0, 1.0, "as much one way as the other"),
        ([1] * 8 + [0] * 4, [0] * 12, 8 / 12, 2 / 256, "sentences that do not differ say nothing"),
    ],
)
def test_few_sentences_are_tested_exactly(
    first: list[float], second: list[float], difference: float, p_value: float, reason: str
) -> None:
    test = permutation_test(first, second)
    assert test.exact
    assert test.difference == pytest.approx(difference), reason
    assert test.p_value == pytest.approx(p_value), reason


def test_many_sentences_are_tested_at_random_but_always_the_same() -> None:
    first, second = [float(n % 5) for n in range(200)], [float(n % 3) for n in range(200)]
    one, other = permutation_test(first, second, trials=500), permutation_test(first, second, trials=500)
    assert one == other
    assert not one.exact
    assert one.p_value == 1 / 501, "so clear a difference is never reached by chance"


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=20))
@settings(max_examples=50, deadline=None)
def test_the_test_does_not_care_which_side_is_first(pairs: list[tuple[int, int]]) -> None:
    first, second = [float(a) for a, _ in pairs], [float(b) for _, b in pairs]
    one, other = permutation_test(first, second, trials=200), permutation_test(second, first, trials=200)
    assert one.difference == pytest.approx(-other.difference)
    assert one.p_value == pytest.approx(other.p_value)
    assert 0 < one.p_value <= 1


def test_lines_counted_once_for_several_scores_give_the_same_scores_and_signatures() -> None:
    counts: Counts = {}
    shared = [metric_tests(GOOD, [POOR], REFERENCE, method, counts) for method in Method]
    assert shared == [metric_tests(GOOD, [POOR], REFERENCE, method) for method in Method]
    told = [tuple(document_metrics(tuple(lines), tuple(REFERENCE), counts)) for lines in (GOOD, POOR)]
    assert told == [tuple(document_metrics(tuple(lines), tuple(REFERENCE))) for lines in (GOOD, POOR)]
    assert len(counts) == 3 * 2


def test_chrf_of_all_lines_is_the_document_s() -> None:
    _, chrf, _ = document_metrics(tuple(POOR), tuple(REFERENCE))
    lines = ChrfLines(POOR, REFERENCE)
    assert lines.score(range(len(POOR))) == pytest.approx(chrf.score)
    assert lines.score([]) is None
