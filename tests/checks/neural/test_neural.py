"""A neural model in an audit: its scores beside the sentences, its marked words among the findings."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from auditor import audit
from auditor.config import EngineSettings
from auditor.engines import neural
from auditor.model import Category, Confidence, Finding, Report, Severity
from tests.engines.neural.models import fake_model, use_fakes

TARGET = """\
Ferry returns to the bay

PORT ALDER (AFP) - The ferry 🚢 sailed again on Monday. The captain wrongly praised the crew.

Its owner fatally paid the repairs. They cost two million euros.
"""
SOURCE = """\
Le ferry retrouve la baie

PORT ALDER (AFP) - Le ferry a repris la mer lundi. Le capitaine a félicité l’équipage.

Son propriétaire a payé les réparations, qui ont coûté deux millions d’euros.
"""
REFERENCE = """\
Ferry is back in the bay

PORT ALDER (AFP) - The ferry set sail again on Monday. The captain praised the crew.

The owner paid for the repairs. They cost two million euros.
"""
MARKS = {"wrongly": "minor", "fatally": "critical"}


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the story's texts, in a world where the stand-in of unbabel-comet is installed."""
    use_fakes(monkeypatch, tmp_path)
    for name, text in (("target", TARGET), ("source", SOURCE), ("reference", REFERENCE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    yield tmp_path
    neural.close()


def audited(story: Path, model: str | None, *beside: str) -> Report:
    texts = {name: str(story / f"{name}.txt") for name in beside}
    return audit(str(story / "target.txt"), engine=EngineSettings(enabled=False, neural=model), checks=(), **texts)


def marked(report: Report) -> dict[str, Finding]:
    return {finding.primary.text: finding for finding in report.findings}


def test_marked_words_are_findings_at_their_place_in_the_story(story: Path):
    report = audited(story, fake_model(story / "house", segments=["mt", "src"], marks=MARKS), "source")

    found = marked(report)
    assert list(found) == ["wrongly", "fatally"]
    for words, finding in found.items():
        assert finding.primary.span.of(report.document.text) == words
        assert (finding.check, finding.rule) == ("neural", "neural")
        assert finding.evidence[0].origin == "house"


def test_a_severe_error_without_a_reason_is_major_and_never_sure(story: Path):
    report = audited(story, fake_model(story / "house", segments=["mt", "src"], marks=MARKS), "source")

    minor, grave = marked(report).values()
    assert (minor.severity, minor.category) == (Severity.MINOR, Category.AWKWARD)
    assert (grave.severity, grave.category) == (Severity.MAJOR, Category.MISTRANSLATION)
    assert grave.message == "house sees a critical error here."
    assert {minor.confidence, grave.confidence} == {Confidence.MEDIUM}


def test_sentences_that_answer_the_same_text_share_a_score(story: Path):
    report = audited(story, fake_model(story / "house", marks=MARKS), "source")

    assert report.neural is not None
    assert (report.neural.model, report.neural.beside, report.neural.score) == ("house", ("source",), 2.0)
    assert [sentence.neural for sentence in report.sentences] == [2.0, 2.0, 2.0, 2.0]
    assert report.source_links[-1].target == (3, 4)


def test_a_model_is_given_the_reference_where_it_can_use_one(story: Path):
    model = fake_model(story / "house", segments=["mt", "src", "ref"])

    assert audited(story, model, "source", "reference").neural.beside == ("source", "reference")
    assert {each.neural for each in audited(story, model, "source", "reference").sentences} == {3.0}
    assert {each.neural for each in audited(story, model, "source").sentences} == {2.0}


@pytest.mark.parametrize(
    ("plan", "beside", "told"),
    [
        ({}, (), "The neural model house needs the source of the story. Give it with --source FILE."),
        (
            {"reference": True},
            ("source",),
            "The neural model house needs the reference of the story. Give it with --reference FILE.",
        ),
        (
            {"reference": True},
            (),
            (
                "The neural model house needs the source and the reference of the story. "
                "Give it with --source FILE and --reference FILE."
            ),
        ),
    ],
)
def test_a_text_that_is_missing_is_named(story: Path, plan, beside, told):
    report = audited(story, fake_model(story / "house", **plan), *beside)

    (skipped,) = report.skipped
    assert (skipped.check, f"{skipped.reason} {skipped.hint}") == ("neural", told)
    assert report.neural is None
    assert all(sentence.neural is None for sentence in report.sentences)


def test_the_signature_names_the_model_and_the_versions(story: Path):
    report = audited(story, fake_model(story / "a|house, model"), "source")

    assert report.neural is not None
    assert report.score.signature.endswith(f"|neural:a_house__model@{report.neural.version}")
    assert report.neural.version.endswith("+comet-2.2.7")


def test_scores_of_sentences_never_gate(story: Path):
    dreadful = audited(story, fake_model(story / "house", score=-9.0), "source")
    none = audited(story, None, "source")

    assert dreadful.verdict == none.verdict
    assert dreadful.score.points == none.score.points == 0


def test_of_two_sentences_as_bad_the_one_that_the_model_likes_less_comes_first(story: Path):
    report = audited(story, fake_model(story / "house", marks={"sailed": "major", "fatally": "major"}), "source")
    scores = {1: 0.9, 2: 0.1, 3: 0.2, 4: None}
    sentences = tuple(replace(sentence, neural=scores[sentence.number]) for sentence in report.sentences)

    assert [sentence.number for sentence in replace(report, sentences=sentences).worst()] == [3, 1]


def test_without_being_asked_nothing_of_it_is_imported(story: Path):
    program = (
        "import sys\nfrom auditor import audit\n"
        "report = audit(sys.argv[1], source=sys.argv[2], checks=())\n"
        "assert report.neural is None and 'neural' not in report.score.signature\n"
        "print({'comet', 'huggingface_hub'} & sys.modules.keys())"
    )
    texts = [str(story / "target.txt"), str(story / "source.txt")]

    run = subprocess.run([sys.executable, "-c", program, *texts], capture_output=True, text=True, check=True)

    assert run.stdout == "set()\n"
