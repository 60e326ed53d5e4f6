"""The real unbabel-comet, in an environment of its own, with tiny checkpoints of its own classes made here.

Every start of COMET takes seconds, so the models are made by one process and asked by one each.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor import audit
from auditor.config import EngineSettings
from auditor.engines import neural
from auditor.model import CheckUnavailable, Report
from tests.engines.neural.models import real_python

TINY = Path(__file__).with_name("tiny.py")

SAMPLES = (
    {
        "src": "Le ferry a repris la mer lundi.",
        "mt": "The ferry 🚢 wrongly sailed again on Monday.",
        "ref": "The ferry set sail again on Monday.",
    },
    {
        "src": "Le capitaine a félicité l’équipage.",
        "mt": "The captain oddly praised the cre\u0301w’s work.",
        "ref": "The captain praised the crew for its work.",
    },
    {
        "src": "Son propriétaire a payé la réparation du vieux quai.",
        "mt": "Its owner fatally paid for the repairs of the old pier.",
        "ref": "The owner paid for the repairs of the old pier.",
    },
)
STORY = "{headline}\n\nPORT ALDER (AFP) - {0} {1}\n\n{2}\n"
HEADLINES = {"mt": "Ferry returns to the bay", "src": "Le ferry retrouve la baie", "ref": "Ferry is back in the bay"}

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Tiny:
    """Tiny models in ``folder`` and the scores that COMET itself gives ``SAMPLES`` by them."""

    folder: Path
    scores: dict[str, dict[str, list[float]]]

    def audited(self, kind: str, *beside: str) -> Report:
        """Audit the story of ``SAMPLES`` with the model of ``kind`` and the texts ``beside`` it."""
        files = {}
        for text in HEADLINES:
            files[text] = self.folder / f"{text}.txt"
            lines = [sample[text] for sample in SAMPLES]
            files[text].write_text(STORY.format(*lines, headline=HEADLINES[text]), encoding="utf-8")
        given = {name: files[text] for name, text in (("source", "src"), ("reference", "ref")) if name in beside}
        engine = EngineSettings(enabled=False, neural=str(self.folder / f"tiny-{kind}"))
        return audit(files["mt"], **given, engine=engine, checks=())


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiny]:
    folder = tmp_path_factory.mktemp("models")
    command = [real_python(), TINY, folder]
    made = subprocess.run(command, input=json.dumps(SAMPLES), capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    yield Tiny(folder, json.loads(made.stdout.splitlines()[-1]))
    neural.close()


@pytest.mark.parametrize(
    ("kind", "beside"),
    [
        ("xcomet", ("source",)),
        ("xcomet", ("source", "reference")),
        ("estimation", ("source",)),
        ("estimation", ("source", "reference")),
        ("regression", ("source", "reference")),
    ],
)
def test_each_sentence_has_the_score_that_comet_itself_gives(tiny: Tiny, kind: str, beside: tuple[str, ...]):
    report = tiny.audited(kind, *beside)

    used = ("source",) if kind == "estimation" else beside
    theirs = tiny.scores[kind]["both" if len(used) == 2 else "source"]
    assert report.neural is not None
    assert report.neural.beside == used
    assert [each.neural for each in report.sentences] == pytest.approx(theirs, abs=1e-4)
    assert report.neural.score == pytest.approx(sum(theirs) / len(theirs), abs=1e-4)
    assert re.search(rf"\|neural:tiny-{kind}@[0-9a-f]{{8}}\+comet-2\.2\.7$", report.score.signature)


def test_xcomet_marks_exactly_its_words_whatever_characters_stand_before_them(tiny: Tiny):
    found = tiny.audited("xcomet", "source", "reference").findings

    assert [finding.primary.text for finding in found] == ["wrongly", "oddly", "fatally"]
    assert [finding.message for finding in found] == [
        "tiny-xcomet sees a major error here.",
        "tiny-xcomet sees a minor error here.",
        "tiny-xcomet sees a critical error here.",
    ]
    assert [finding.severity for finding in found] == ["major", "minor", "major"]


def test_a_model_of_references_names_what_it_lacks(tiny: Tiny):
    (skipped,) = tiny.audited("regression", "source").skipped

    assert skipped.reason == "The neural model tiny-regression needs the reference of the story."


def test_a_file_that_is_no_checkpoint_is_told_in_one_sentence(tiny: Tiny, tmp_path: Path):
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "checkpoints" / "model.ckpt").write_bytes(b"no model")
    (tmp_path / "hparams.yaml").write_bytes((tiny.folder / "tiny-xcomet" / "hparams.yaml").read_bytes())

    with pytest.raises(CheckUnavailable) as failed:
        neural.judge(str(tmp_path))

    assert failed.value.reason.startswith(f"The neural model {tmp_path} failed (")
    assert "\n" not in failed.value.reason


def test_a_model_that_is_not_here_is_not_fetched(tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HF_HOME", str(tmp_path))

    with pytest.raises(CheckUnavailable, match="The neural model Desk/kiwi is not on this machine"):
        neural.judge("Desk/kiwi")

    assert not list(tmp_path.rglob("*kiwi*"))


def test_setup_tries_a_checkpoint_of_ones_own(tiny: Tiny):
    command = [sys.executable, "-m", "auditor", "setup", "--neural", str(tiny.folder / "tiny-estimation")]

    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    assert "is not known here; read what comes with it before you use it." in run.stderr
    assert re.fullmatch(
        r"tiny-estimation [0-9a-f]{8} is ready, with unbabel-comet 2\.2\.7; it needs --source\n", run.stdout
    )
