"""The reference comparison gives sacrebleu's own numbers, and avoids the traps of sentence scores."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.alignment import align
from auditor.model import Comparison, Document, Link
from auditor.readers import read
from auditor.scoring import aligned_lines, compare
from auditor.scoring.comparison import BOOTSTRAP_LINES
from auditor.scoring.edits import word_edits
from auditor.scoring.normal import normalise
from benchmarks.gold import stories
from tests.scoring.samples import story

STORIES = stories()


def one_to_one(target: Document, reference: Document) -> Comparison:
    links = [Link((n,), (n,), 1.0) for n in range(1, len(target.segments) + 1)]
    return compare(target, reference, links)


def sacrebleu_command(
    target: tuple[str, ...], reference: tuple[str, ...], folder: Path, *options: str
) -> list[dict[str, object]]:
    """Return what the command ``sacrebleu`` prints for the same lines, read from files."""
    (folder / "target.txt").write_text("".join(f"{line}\n" for line in target), encoding="utf-8")
    (folder / "reference.txt").write_text("".join(f"{line}\n" for line in reference), encoding="utf-8")
    command = [sys.executable, "-m", "sacrebleu", str(folder / "reference.txt"), "-i", str(folder / "target.txt")]
    command += ["-m", "bleu", "chrf", "ter", "--chrf-word-order", "2", "-w", "10", *options]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    answer = json.loads(printed)
    assert isinstance(answer, list)
    return answer


@pytest.mark.parametrize("name", ["court", "disaster", "economy"])
def test_sacrebleu_gives_the_same_scores_and_signatures_on_the_aligned_lines(name: str, tmp_path: Path) -> None:
    chosen = next(story for story in STORIES if story.name == name)
    target, reference = read(chosen.target), read(chosen.human)
    comparison = compare(target, reference, align(target, reference))
    theirs = sacrebleu_command(*aligned_lines(target, comparison), tmp_path)
    assert [(m.name, m.signature) for m in comparison.metrics] == [(m["name"], m["signature"]) for m in theirs]
    assert [m.score for m in comparison.metrics] == pytest.approx([m["score"] for m in theirs], abs=1e-9)
    assert {m.low for m in comparison.metrics} == {None}, "one story is too little for an interval"


def test_from_enough_lines_the_interval_is_that_of_sacrebleu(tmp_path: Path) -> None:
    texts = [(read(each.target), read(each.human), each.human_pairs) for each in STORIES]
    ours = [
        " ".join(t.segments[n - 1].span.of(t.text) for n in a) for t, _, pairs in texts for a, b in pairs if a and b
    ]
    theirs = [
        " ".join(r.segments[n - 1].span.of(r.text) for n in b) for _, r, pairs in texts for a, b in pairs if a and b
    ]
    target, reference = story(*map(_one_sentence, ours)), story(*map(_one_sentence, theirs))
    assert len(target.segments) == len(reference.segments) >= BOOTSTRAP_LINES
    comparison = one_to_one(target, reference)
    command = sacrebleu_command(*aligned_lines(target, comparison), tmp_path, "--confidence")
    for metric, printed in zip(comparison.metrics, command, strict=True):
        assert metric.signature == printed["signature"]
        assert metric.low is not None
        assert metric.high is not None
        assert (metric.low + metric.high) / 2 == pytest.approx(printed["confidence_mean"], abs=1e-6)
        assert (metric.high - metric.low) / 2 == pytest.approx(printed["confidence_var"], abs=1e-6)


def _one_sentence(text: str) -> str:
    """Return ``text`` so that it is surely read as one sentence."""
    return (
        "".join(character if character.isalpha() or character == " " else "," for character in text).strip(" ,") + "."
    )


def test_sentences_without_an_answer_are_listed_and_cost_the_document() -> None:
    target = story("The ferry left the port.", "Shares rose in Oslo.", "Nobody was hurt in the accident.")
    reference = story("The ferry left the port.", "Nobody was hurt in the accident.", "An inquiry will open.")
    links = [Link((1,), (1,), 1.0), Link((2,), (), 0.9), Link((3,), (2,), 1.0), Link((), (3,), 0.9)]
    comparison = compare(target, reference, links)
    assert comparison.unanswered_target == (2,)
    assert comparison.unanswered_reference == (3,)
    assert aligned_lines(target, comparison) == (
        ("The ferry left the port.", "Shares rose in Oslo.", "Nobody was hurt in the accident.", ""),
        ("The ferry left the port.", "", "Nobody was hurt in the accident.", "An inquiry will open."),
    )
    bleu, chrf, ter = (metric.score for metric in comparison.metrics)
    assert bleu < 100
    assert chrf < 100
    assert ter > 0


def test_a_merged_pair_is_one_line() -> None:
    target = story("The ferry left the port and nobody was hurt.")
    reference = story("The ferry left the port.", "Nobody was hurt.")
    comparison = compare(target, reference, [Link((1,), (1, 2), 1.0)])
    assert aligned_lines(target, comparison)[1] == ("The ferry left the port. Nobody was hurt.",)


def test_metrics_are_named_with_their_signatures() -> None:
    comparison = one_to_one(story("The ferry left the port."), story("The ferry sailed from the port."))
    assert [metric.name for metric in comparison.metrics] == ["BLEU", "chrF2++", "TER"]
    assert all("version:" in metric.signature and "nrefs:1" in metric.signature for metric in comparison.metrics)


@pytest.mark.parametrize(
    ("target", "reference", "bleu", "chrf", "ter", "trap"),
    [
        (
            "The ferry left the port on Monday.",
            "The ferry left the port on Monday.",
            100.0,
            100.0,
            0.0,
            "clamped to 100",
        ),
        ("Paris talks.", "Paris talks.", None, 100.0, 0.0, "BLEU without effective order gives 0 for two equal words"),
        ("“We won,” she said, again.", '"We won," she said, again.', 100.0, 100.0, 0.0, "13a keeps “We as one token"),
        (
            "The talks… were long and hard.",
            "The talks... were long and hard.",
            100.0,
            100.0,
            0.0,
            "one ellipsis or three points",
        ),
        (
            "It rose 7\u00a0percent in the week.",
            "It rose 7 percent in the week.",
            100.0,
            100.0,
            0.0,
            "a no-break space",
        ),
        (
            "The cafe\u0301 was closed on Monday.",
            "The café was closed on Monday.",
            100.0,
            100.0,
            0.0,
            "decomposed accents",
        ),
        ("No.", "Yes.", None, None, 100.0, "too short for BLEU; TER counts the one word"),
        ("One two three four.", "Five.", None, None, 400.0, "TER has no upper limit"),
    ],
)
def test_traps_of_sentence_scores(
    target: str, reference: str, bleu: float | None, chrf: float | None, ter: float, trap: str
) -> None:
    (pair,) = one_to_one(story(target), story(reference)).pairs
    assert pair.bleu == bleu, trap
    assert chrf is None or pair.chrf == chrf, trap
    assert pair.ter == pytest.approx(ter), trap


def test_the_document_score_is_not_the_mean_of_its_sentences() -> None:
    target = story("The ferry left the port on Monday.", "Nobody on board the ship was hurt.")
    reference = story("The ferry left the port on Monday.", "There were no injuries at all on it.")
    comparison = one_to_one(target, reference)
    mean = sum(pair.bleu or 0.0 for pair in comparison.pairs) / 2
    assert comparison.metrics[0].score != pytest.approx(mean, abs=1.0)


def test_two_texts_without_an_answer_have_no_scores() -> None:
    comparison = compare(story("It rained."), story(), [Link((1,), (), 0.5)])
    assert comparison.metrics == ()
    assert comparison.pairs == ()


@pytest.mark.parametrize(
    ("target", "reference", "steps"),
    [
        (
            "He left.",
            "He left.",
            [("equal", "He left.", "He left.")],
        ),
        (
            "She was also condemned to a fine.",
            "She was also fined.",
            [
                ("equal", "She was also ", "She was also "),
                ("replace", "condemned to a fine", "fined"),
                ("equal", ".", "."),
            ],
        ),
        ("“Yes,” he said.", '"Yes," he said.', [("equal", "“Yes,” he said.", '"Yes," he said.')]),
        (
            "It rose 1,200 points.",
            "It rose points.",
            [("equal", "It rose ", "It rose "), ("delete", "1,200 ", ""), ("equal", "points.", "points.")],
        ),
        ("", "New.", [("insert", "", "New.")]),
    ],
)
def test_the_word_diff_is_what_an_editor_would_mark(
    target: str, reference: str, steps: list[tuple[str, str, str]]
) -> None:
    assert [(edit.kind, edit.target, edit.reference) for edit in word_edits(target, reference)] == steps


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_steps_of_a_diff_put_end_to_end_are_the_two_sentences(target: str, reference: str) -> None:
    edits = word_edits(target, reference)
    assert "".join(edit.target for edit in edits) == target
    assert "".join(edit.reference for edit in edits) == reference
    assert {edit.kind for edit in edits} <= {"equal", "delete", "insert", "replace"}


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert "\n" not in normalise(text)
