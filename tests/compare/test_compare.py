"""Translations are compared on the same units, with sacrebleu's own tests, and the same way every time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from auditor import compare
from auditor.config import EngineSettings
from auditor.model import Contest, InputError, Pivot
from tests.compare.stories import GOOD, MERGED, POOR, REFERENCE, SOURCE, write

NO_ENGINE = EngineSettings(enabled=False)


def contest(*translations: Path, **given: object) -> Contest:
    return compare(translations, engine=NO_ENGINE, **given)  # type: ignore[arg-type]


@pytest.fixture
def story(tmp_path: Path) -> dict[str, Path]:
    texts = {"good": GOOD, "poor": POOR, "merged": MERGED, "reference": REFERENCE, "source": SOURCE}
    return dict(zip(texts, write(tmp_path, **texts), strict=True))


def test_the_worse_translation_costs_more(story: dict[str, Path]) -> None:
    good, poor = contest(story["good"], story["poor"], source=story["source"]).engines
    assert (good.name, poor.name) == ("good", "poor")
    assert good.score.points < poor.score.points
    assert dict(poor.categories)["accuracy/number"] == 1


@pytest.mark.parametrize(
    ("given", "pivot", "reason"),
    [
        (("reference", "source"), Pivot.REFERENCE, "the reference is in English and scores are taken on its lines"),
        (("source",), Pivot.SOURCE, "without a reference the source"),
        ((), Pivot.BASELINE, "with neither the first translation"),
    ],
)
def test_the_pivot_is_the_best_text_at_hand(
    story: dict[str, Path], given: tuple[str, ...], pivot: Pivot, reason: str
) -> None:
    told = contest(story["good"], story["poor"], **{role: story[role] for role in given})
    assert (told.pivot, told.units) == (pivot, 7), reason
    assert bool(told.engines[0].metrics) is ("reference" in given)
    assert all((each.source is not None) is (given == ("reference", "source")) for each in told.disputed)


def test_a_sentence_run_into_the_next_is_one_unit_for_all(story: dict[str, Path]) -> None:
    told = contest(story["poor"], story["merged"], reference=story["reference"])
    assert told.units == 6
    assert [engine.unanswered for engine in told.engines] == [0, 0]


def test_a_dropped_sentence_is_an_unanswered_unit(story: dict[str, Path], tmp_path: Path) -> None:
    text = GOOD.replace("Fishermen fear that the waves will damage their nets.\n\n", "")
    (short,) = write(tmp_path / "short", short=text)
    told = contest(story["good"], short, reference=story["reference"])
    assert [engine.unanswered for engine in told.engines] == [0, 1]


def test_the_p_values_are_those_of_the_sacrebleu_command(story: dict[str, Path], tmp_path: Path) -> None:
    told = contest(story["good"], story["poor"], reference=story["reference"])
    for name, text in {"ref": REFERENCE, "good": GOOD, "poor": POOR}.items():
        (tmp_path / name).write_text(text.replace("\n\n", "\n"), encoding="utf-8")
    (challenge,) = told.challenges
    for method, tests in (("bs", challenge.bootstrap), ("ar", challenge.randomisation)):
        command = [sys.executable, "-m", "sacrebleu", "ref", "-i", "good", "poor", f"--paired-{method}"]
        command += ["-m", "bleu", "chrf", "ter", "--chrf-word-order", "2", "-w", "8", "-f", "text", "--no-color"]
        printed = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
        assert [test.p_value for test in tests] == pytest.approx(
            [float(value) for value in re.findall(r"p = ([\d.]+)", printed)], abs=1e-4
        )


def test_three_engines_are_each_tested_with_the_first(story: dict[str, Path]) -> None:
    three = contest(story["good"], story["poor"], story["merged"], reference=story["reference"])
    assert [each.engine for each in three.challenges] == ["poor", "merged"]
    assert three.revision is None


def test_the_units_on_which_they_differ_come_widest_first(story: dict[str, Path]) -> None:
    told = contest(story["good"], story["poor"], source=story["source"])
    ranges = [abs(first.points - second.points) for first, second in (each.answers for each in told.disputed)]
    assert ranges == sorted(ranges, reverse=True)
    assert "210 passengers" in told.disputed[0].answers[1].text


def test_each_kind_of_bucket_holds_every_unit_once(story: dict[str, Path]) -> None:
    told = contest(story["good"], story["poor"], reference=story["reference"])
    units = {bucket.name: bucket.units for bucket in told.buckets}
    assert units["with a figure"] == 1
    assert units["with quotation marks"] == 1
    for what in ("a name", "a figure", "quotation marks"):
        assert units[f"with {what}"] + units[f"without {what}"] == told.units
    assert sum(count for name, count in units.items() if name.endswith("characters")) == told.units


def test_points_in_buckets_add_up_to_the_estimate(story: dict[str, Path]) -> None:
    told = contest(story["good"], story["poor"], reference=story["reference"], source=story["source"])
    for index, engine in enumerate(told.engines):
        whole = sum(b.shares[index].points * b.units for b in told.buckets if "a figure" in b.name)
        assert whole == pytest.approx(engine.score.points)


def test_a_version_before_and_after_editing_tells_what_was_fixed(story: dict[str, Path]) -> None:
    revision = contest(story["poor"], story["good"]).revision
    assert revision is not None
    assert {mark.words for mark in revision.fixed} == {"to to", "the the"}
    assert revision.new == ()


def test_a_set_is_a_folder_with_the_same_names(tmp_path: Path) -> None:
    for engine, text in {"one": GOOD, "two": POOR, "trusted": REFERENCE}.items():
        write(tmp_path / engine, ferry=text, again=text.replace("Monday", "Friday"))
    told = contest(tmp_path / "one", tmp_path / "two", reference=tmp_path / "trusted")
    assert told.stories == ("again.en.txt", "ferry.en.txt")
    assert (told.units, [engine.name for engine in told.engines]) == (14, ["one", "two"])


def test_the_same_files_give_the_same_comparison(story: dict[str, Path]) -> None:
    first, second = (contest(story["good"], story["poor"], reference=story["reference"]) for _ in range(2))
    assert first == second


def test_engines_of_one_name_are_numbered(tmp_path: Path) -> None:
    (one,), (two,) = write(tmp_path / "x", out=GOOD), write(tmp_path / "y", out=POOR)
    assert [engine.name for engine in contest(one, two).engines] == ["out (1)", "out (2)"]


def test_every_step_is_told(story: dict[str, Path]) -> None:
    steps: list[tuple[str, int, int]] = []
    contest(story["good"], story["poor"], progress=lambda *step: steps.append(step))
    assert [(done, total) for _, done, total in steps] == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert steps[0][0] == "Auditing good"


OTHER = """\
The central bank of Norland kept its key rate at 3.5 percent on Thursday.

Analysts had expected a cut after prices fell for three months.

Governor Olan Reke said wages were still rising too fast.

The currency gained half a percent against the dollar.

Shares in the big lenders climbed in early trading.

Unions called the decision a blow for families with loans.
"""


def test_another_story_is_refused(story: dict[str, Path], tmp_path: Path) -> None:
    (other,) = write(tmp_path / "o", other=OTHER)
    for given in ({}, {"reference": story["reference"]}):
        with pytest.raises(InputError, match="another story"):
            contest(story["good"], other, **given)


def test_inputs_that_do_not_go_together_are_refused_in_a_sentence(story: dict[str, Path], tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    write(one, ferry=GOOD, again=GOOD)
    write(two, ferry=POOR)
    cases = [
        ((story["good"],), "give two or more"),
        ((story["good"], story["good"]), "is given twice"),
        ((one, story["good"]), "is a file, but"),
        ((one, two), "has no “again.en.txt”"),
        ((two, one), "which .* has not"),
        ((one, tmp_path / "none"), "none does not exist"),
        ((story["good"], tmp_path / "none.txt"), "none.txt"),
    ]
    for paths, said in cases:
        with pytest.raises(InputError, match=said):
            contest(*paths)
    with pytest.raises(InputError, match="give one in English"):
        contest(story["good"], story["source"])
    with pytest.raises(InputError, match="same text as the translation"):
        contest(story["good"], story["reference"], reference=story["reference"])


def test_a_story_told_in_another_order_is_refused(story: dict[str, Path], tmp_path: Path) -> None:
    (turned,) = write(tmp_path / "t", turned="\n\n".join(reversed(GOOD.strip().split("\n\n"))))
    for given in ({}, {"reference": story["reference"]}):
        with pytest.raises(InputError, match="another order"):
            contest(story["good"], turned, **given)
