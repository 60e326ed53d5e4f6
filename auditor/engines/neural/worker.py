"""The program that runs COMET, by path, in an interpreter of its own: the one that has unbabel-comet.

It imports nothing of the auditor, as unbabel-comet needs another numpy than we do. The first line of its standard
input is a job, ``{"model": …, "fetch": …}``; it answers with one line, what the loaded model is, or
``{"problem": …, "detail": …}`` with one of ``PROBLEMS``. Each later line is a question, ``{"pairs": [{"mt": …, "src":
…, "ref": …}, …]}``, with the texts that the model asks for; the answer is ``{"scores": [{"score": …, "spans": […]},
…]}`` with offsets in code points of ``mt``, white space cut off.

Its standard input is the lifeline: when it ends, the audit is gone, however it went, and so are we at once.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import os
import queue
import sys
import threading
from pathlib import Path
from typing import Any

PACKAGE, GATED, UNFETCHED, ABSENT, MEMORY, BROKEN = PROBLEMS = (
    "package",
    "gated",
    "unfetched",
    "absent",
    "memory",
    "broken",
)
"""What may be wrong: the package, leave to fetch the model, fetching it, the model, the memory, something else."""

_CHECKPOINT = Path("checkpoints") / "model.ckpt"
"""Where a model's folder has its weights; COMET expects ``hparams.yaml`` beside ``checkpoints``."""

_VERSION_DIGITS = 8
_SCORE_DIGITS = 4
_CHUNK_BYTES = 1 << 20


class WorkerProblem(Exception):  # noqa: N818 - what the audit is told, not a fault of ours
    """Why there is no answer: one of ``PROBLEMS`` and what the libraries say."""

    def __init__(self, kind: str, detail: object = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.detail = " ".join(str(detail).split())


class Model:
    """A COMET model in memory."""

    def __init__(self, name: str, fetch: bool) -> None:
        place, self.version = _place(name, fetch)
        self.name = name if not Path(name).exists() else place.absolute().parents[1].name
        import comet  # which takes seconds: only for a model that is here

        self._model = comet.load_from_checkpoint(str(place), local_files_only=not fetch)

    def told(self) -> dict[str, object]:
        """Return what the model is: name, versions, the texts it ``needs`` and those it can use."""
        needs, uses = self._inputs()
        return {"name": self.name, "version": self.version, "comet": _comet_version(), "needs": needs, "uses": uses}

    def _inputs(self) -> tuple[list[str], list[str]]:
        takes = set(getattr(self._model.hparams, "input_segments", None) or ()) - {"mt"}
        if takes:  # a unified model, which works with less than all that it can take
            return ["ref" if self._model.requires_references() else "src"], sorted(takes)
        needs = ["ref", "src"] if self._model.requires_references() else ["src"]
        return needs, needs

    def scores(self, pairs: list[dict[str, str]]) -> list[dict[str, object]]:
        """Return the score of each of ``pairs`` and the spans that the model marks in it, if it marks any."""
        torch = sys.modules["torch"]  # which comet has imported
        found = self._model.predict(
            pairs, batch_size=len(pairs), gpus=int(torch.cuda.is_available()), num_workers=0, progress_bar=False
        )
        metadata = found.get("metadata") or {}
        spans = metadata.get("error_spans") or [[] for _ in pairs]
        return [
            {"score": _finite(score), "spans": [cut for span in each if (cut := _cut(span, pair["mt"]))]}
            for pair, score, each in zip(pairs, found["scores"], spans)  # noqa: B905 - Python 3.9 has no strict
        ]


def _place(name: str, fetch: bool) -> tuple[Path, str]:
    """Return the model's file and its version: of a hub's model the revision, of a file its checksum."""
    path = Path(name)
    if path.is_dir():
        path = path / _CHECKPOINT
    if path.is_file():
        return path, _checksum(path)
    from huggingface_hub import snapshot_download
    from huggingface_hub.utils import GatedRepoError

    try:
        folder = Path(snapshot_download(repo_id=name, local_files_only=not fetch))
    except GatedRepoError as error:
        raise WorkerProblem(GATED, error) from None
    except Exception as error:  # noqa: BLE001 - the hub's client has many ways to say that it is not there
        raise WorkerProblem(UNFETCHED if fetch else ABSENT, error) from None
    if not (folder / _CHECKPOINT).is_file():
        raise WorkerProblem(ABSENT, f"{name} holds no {_CHECKPOINT}")
    return folder / _CHECKPOINT, folder.name[:_VERSION_DIGITS]


def _checksum(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()[:_VERSION_DIGITS]


def _comet_version() -> str:
    from importlib.metadata import version

    return version("unbabel-comet")


def _finite(score: float) -> float | None:
    return round(score, _SCORE_DIGITS) if math.isfinite(score) else None


def _cut(span: dict[str, Any], text: str) -> dict[str, object] | None:
    """Return ``span`` without white space at its ends, which COMET counts (its issue 179), or None if nothing is left.

    A span of nothing but the marks around a sentence has no place in the text either.
    """
    words = text[span["start"] : span["end"]]
    start = span["start"] + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start >= end:
        return None
    return {"start": start, "end": end, "severity": span["severity"], "confidence": _finite(span["confidence"])}


def _problem(error: Exception) -> WorkerProblem:
    if isinstance(error, WorkerProblem):
        return error
    said = f"{type(error).__name__}: {error}"
    if isinstance(error, ImportError):
        return WorkerProblem(PACKAGE, said)
    short = isinstance(error, MemoryError) or any(
        sign in said.lower() for sign in ("out of memory", "outofmemory", "allocate memory", "not enough memory")
    )
    return WorkerProblem(MEMORY if short else BROKEN, said)


def _lines() -> queue.Queue[bytes]:
    """Return the lines of the standard input as they come; its end ends the process, whatever it is doing."""
    lines: queue.Queue[bytes] = queue.Queue()

    def read() -> None:
        for line in sys.stdin.buffer:
            lines.put(line)
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return lines


def main() -> None:
    """Do the job on standard input."""
    lines = _lines()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print belongs to the log
    model = None
    with contextlib.suppress(BrokenPipeError):
        while True:
            asked = json.loads(lines.get())
            try:
                if model is None:
                    model = Model(asked["model"], asked["fetch"])
                    answer = model.told()
                else:
                    answer = {"scores": model.scores(asked["pairs"])}
            except Exception as error:  # noqa: BLE001 - whatever it is, the audit is told in one sentence
                problem = _problem(error)
                answer = {"problem": problem.kind, "detail": problem.detail}
            answers.write(json.dumps(answer) + "\n")
            answers.flush()


if __name__ == "__main__":
    main()
