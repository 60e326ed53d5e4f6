"""A model in a process of its own: what is asked, what is answered, and every way to get no answer."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from auditor.engines.neural import client, judge, licence, provision
from auditor.model import CheckUnavailable, Severity, Span
from tests.engines.neural.models import fake_model

PAIR = {"src": "Le pont est fermé.", "mt": "The bridge is closed."}


def gone(pid: int) -> bool:
    """Tell whether a process ends within ten seconds."""
    deadline = time.monotonic() + 10
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_a_model_tells_what_it_is(fakes: Path):
    traits = judge(fake_model(fakes / "house-model", segments=["mt", "src", "ref"])).traits

    assert (traits.name, traits.comet) == ("house-model", "2.2.7")
    assert len(traits.version) == 8
    assert (traits.needs, traits.uses) == ({"src"}, {"src", "ref"})


@pytest.mark.parametrize(
    ("plan", "needs", "uses", "reason"),
    [
        ({}, {"src"}, {"src"}, "quality estimation"),
        ({"reference": True}, {"src", "ref"}, {"src", "ref"}, "regression with a reference"),
        ({"segments": ["mt", "src"]}, {"src"}, {"src"}, "CometKiwi"),
        ({"segments": ["mt", "ref"], "reference": True}, {"ref"}, {"ref"}, "a unified model of references alone"),
    ],
)
def test_the_texts_that_a_model_takes_are_read_off_it(fakes: Path, plan, needs, uses, reason):
    traits = judge(fake_model(fakes / "model", **plan)).traits

    assert (traits.needs, traits.uses) == (needs, uses), reason


def test_any_number_of_pairs_is_scored_by_one_process(fakes: Path):
    model = fake_model(fakes / "model")
    process = judge(model)._process.pid

    scores = judge(model).scores([PAIR] * 19 + [{**PAIR, "ref": "The bridge is shut."}])

    assert [each.score for each in scores] == [2.0] * 19 + [3.0]
    assert judge(model)._process.pid == process


def test_marked_words_have_offsets_in_code_points_and_no_space_around_them(fakes: Path):
    text = "Ce\u0301line 🚢 sailed wrongly home."
    model = fake_model(fakes / "model", marks={"wrongly": "major"})

    (judged,) = judge(model).scores([{"src": "…", "mt": text}])

    (marked,) = judged.marked
    assert marked.span.of(text) == "wrongly"
    assert marked.span == Span(17, 24)
    assert (marked.severity, marked.confidence) == (Severity.MAJOR, 0.8)


def test_a_score_that_is_no_number_is_none(fakes: Path):
    (judged,) = judge(fake_model(fakes / "model", score="nan")).scores([PAIR])

    assert judged.score is None


@pytest.mark.parametrize(
    ("plan", "told", "advice"),
    [
        ({"loading": "memory"}, "not enough memory", "smaller model"),
        ({"asking": "gpu memory"}, "not enough memory", "smaller model"),
        ({"asking": "killed"}, "not enough memory", "smaller model"),
        ({"asking": "crash"}, "failed (Fatal Python error: Segmentation fault)", "another model"),
        ({"loading": "state_dict is missing"}, "failed (ValueError: state_dict is missing)", "auditor setup --neural"),
    ],
)
def test_a_model_that_fails_is_told_in_one_sentence_with_the_next_step(fakes: Path, plan, told, advice):
    model = fake_model(fakes / "model", **plan)

    with pytest.raises(CheckUnavailable) as failed:
        judge(model).scores([PAIR])

    assert told in failed.value.reason
    assert "\n" not in failed.value.reason
    assert advice in failed.value.hint


def test_after_a_failure_the_model_is_loaded_anew(fakes: Path):
    model = fake_model(fakes / "model", asking="killed")
    with pytest.raises(CheckUnavailable):
        judge(model).scores([PAIR])
    shutil.rmtree(model)
    fake_model(Path(model), score=0.5)

    assert judge(model).scores([PAIR])[0].score == 0.5


def test_a_model_that_is_not_here_is_told_and_not_fetched(fakes: Path):
    fake_model(fakes / "there" / "Desk" / "kiwi")

    with pytest.raises(CheckUnavailable, match=r"is not on this machine.*auditor setup --neural Desk/kiwi"):
        judge("Desk/kiwi")

    assert not (fakes / "here").exists()


def test_a_fetched_model_is_named_as_at_the_hub_with_its_revision(fakes: Path):
    fake_model(fakes / "there" / "Desk" / "kiwi")

    fetched = provision("Desk/kiwi")

    assert (fetched.name, fetched.version) == ("Desk/kiwi", "01234567")
    assert judge("Desk/kiwi").traits == fetched


def test_a_model_whose_terms_are_not_accepted_is_told_so(fakes: Path):
    fake_model(fakes / "there" / "Desk" / "gated")
    (fakes / "there" / "Desk" / "gated" / "gated").touch()

    with pytest.raises(CheckUnavailable, match=r"only to those who accept its terms.*HF_TOKEN"):
        provision("Desk/gated")


def test_a_model_that_is_nowhere_cannot_be_fetched(fakes: Path):
    with pytest.raises(CheckUnavailable, match=r"could not be fetched.*Check the name and the network"):
        provision("Desk/none")


def test_an_interpreter_without_the_package_is_told(fakes: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("PYTHONPATH")

    with pytest.raises(CheckUnavailable, match=r"unbabel-comet cannot be imported \(ModuleNotFoundError"):
        judge(fake_model(fakes / "model"))


def test_an_interpreter_that_is_not_there_is_told(fakes: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AUDITOR_NEURAL_PYTHON", str(fakes / "no-python"))

    with pytest.raises(CheckUnavailable, match=r"no-python.*cannot be run.*Correct AUDITOR_NEURAL_PYTHON"):
        judge(fake_model(fakes / "model"))


def test_without_an_environment_the_package_is_missing(fakes: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("AUDITOR_NEURAL_PYTHON")
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(fakes / "cache"))

    with pytest.raises(CheckUnavailable, match=r"unbabel-comet, which is not installed.*auditor setup --neural Desk/x"):
        judge("Desk/x")


def test_a_model_that_takes_too_long_is_ended(fakes: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(client, "ANSWER_SECONDS", 0.2)
    slow = judge(fake_model(fakes / "model", asking="sleep"))

    with pytest.raises(CheckUnavailable, match=r"gave no answer in 0\.2 seconds"):
        slow.scores([PAIR])

    assert not slow.alive


@pytest.mark.parametrize("signal_number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_no_worker_outlives_an_audit_that_is_ended(fakes: Path, signal_number: signal.Signals):
    model = fake_model(fakes / "model", asking="sleep")
    program = "import sys\nfrom auditor.engines.neural import judge\njudge(sys.argv[1]).scores([{'mt': '', 'src': ''}])"
    audit = subprocess.Popen([sys.executable, "-c", program, model], stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while not (fakes / "pid").is_file() or not (fakes / "pid").read_text(encoding="utf-8"):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    worker = int((fakes / "pid").read_text(encoding="utf-8"))

    os.kill(audit.pid, signal_number)
    audit.wait(10)

    assert gone(worker)


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("Unbabel/wmt22-comet-da", "Unbabel/wmt22-comet-da is under Apache-2.0."),
        ("Unbabel/wmt20-comet-qe-da", "Unbabel/wmt20-comet-qe-da is under Apache-2.0."),
        ("Unbabel/wmt22-cometkiwi-da", "under CC-BY-NC-SA-4.0: it may not be used commercially."),
        ("Unbabel/wmt23-cometkiwi-da-xl", "under CC-BY-NC-SA-4.0: it may not be used commercially."),
        ("Unbabel/XCOMET-XXL", "under CC-BY-NC-SA-4.0: it may not be used commercially."),
        ("models/ours", "The licence of models/ours is not known here"),
    ],
)
def test_the_licence_of_a_model_is_told(model: str, told: str):
    assert told in licence(model)
