"""Ask a COMET model, which a worker in an interpreter of its own holds in memory."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import tempfile
import textwrap
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from auditor.engines.neural import worker
from auditor.engines.neural.places import PYTHON, SET_UP, python
from auditor.model import CheckUnavailable, Severity, Span

LOAD_SECONDS = 900.0
"""The largest models are 40 GB on disk."""

ANSWER_SECONDS = 600.0
"""For ``BATCH`` pairs: the largest models take up to a minute a sentence without a GPU."""

BATCH = 8
"""Pairs that the model scores at once: few enough to keep memory small, enough to keep a GPU busy."""

SMALL = "Unbabel/wmt22-cometkiwi-da"
"""A small model that needs no reference."""

_STOP_SECONDS = 5.0
_DETAIL = 200
"""Characters of what a library says of its failure that are passed on; they run to pages."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a loaded model is: its name and version, unbabel-comet's, and the texts that it takes.

    ``needs`` are those without which it cannot score, ``uses`` all that it can use: ``src``, ``ref``.
    """

    name: str
    version: str
    comet: str
    needs: frozenset[str]
    uses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that the model marks as an error; ``span`` is in code points of the text it was given."""

    span: Span
    severity: Severity
    confidence: float


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model says of one pair: a score, higher is better (None: it gave no number), and marked words."""

    score: float | None
    marked: tuple[Marked, ...]


_guard = threading.Lock()
_open: dict[tuple[Path, str], Judge] = {}


def judge(model: str) -> Judge:
    """Return the model of this name or path, loaded once in this process. Raises ``CheckUnavailable``."""
    with _guard:
        key = (python(model), model)
        if key not in _open or not _open[key].alive:
            _open[key] = Judge(*key)
        return _open[key]


def close() -> None:
    """End every worker of this process."""
    with _guard:
        while _open:
            _open.popitem()[1].close()


class Judge:
    """A model in a process of its own.

    The process ends with us, however we end: its standard input is its lifeline.
    """

    def __init__(self, interpreter: Path, model: str, *, fetch: bool = False) -> None:
        """Start ``interpreter`` and load ``model``; ``fetch`` it first, telling so on the standard error."""
        self._model = model
        self._log: IO[bytes] = tempfile.TemporaryFile("w+b")  # noqa: SIM115 - open as long as the process
        self._process = self._start(interpreter, fetch)
        self._answers: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        told = self._ask({"model": model, "fetch": fetch}, None if fetch else LOAD_SECONDS)
        needs, uses = frozenset(told["needs"]), frozenset(told["uses"])
        self.traits = Traits(told["name"], told["version"], told["comet"], needs, uses)

    @property
    def alive(self) -> bool:
        """Whether the process is running."""
        return self._process.poll() is None

    def scores(self, pairs: Sequence[Mapping[str, str]]) -> tuple[Judged, ...]:
        """Return what the model says of each of ``pairs``: ``mt`` and the texts that it uses.

        Raises ``CheckUnavailable``; the process is then gone.
        """
        judged: list[Judged] = []
        with _guard:  # one question at a time
            for start in range(0, len(pairs), BATCH):
                batch = [dict(pair) for pair in pairs[start : start + BATCH]]
                judged += map(_judged, self._ask({"pairs": batch}, ANSWER_SECONDS)["scores"])
        return tuple(judged)

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def _start(self, interpreter: Path, fetch: bool) -> subprocess.Popen[bytes]:
        settings = {"TOKENIZERS_PARALLELISM": "false", "PYTHONSAFEPATH": "1"}
        if not fetch:
            settings["HF_HUB_OFFLINE"] = "1"
        try:
            return subprocess.Popen(  # noqa: S603 - our own file
                [str(interpreter), worker.__file__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if fetch else self._log,
                env=os.environ | settings,
                start_new_session=True,
            )
        except OSError as error:
            raise CheckUnavailable(
                f"The interpreter {interpreter} of the neural model cannot be run ({error.strerror}).",
                f"Correct {PYTHON}, or unset it. {SET_UP.format(model=self._model)}",
            ) from None

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._answers.put(line)
        self._answers.put(b"")

    def _ask(self, question: Mapping[str, object], seconds: float | None) -> dict[str, Any]:
        assert self._process.stdin
        try:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.write(json.dumps(question).encode() + b"\n")
                self._process.stdin.flush()
            line = self._answers.get(timeout=seconds)
        except queue.Empty:
            self._kill()
            raise CheckUnavailable(
                f"The neural model {self._model} gave no answer in {seconds:g} seconds.",
                f"Take a smaller model, such as {SMALL}, or a machine with a GPU.",
            ) from None
        except BaseException:
            self._kill()
            raise
        answer: dict[str, Any] = json.loads(line) if line else self._last_words()
        if "problem" in answer:
            self._kill()
            raise _unavailable(self._model, answer["problem"], answer["detail"])
        return answer

    def _last_words(self) -> dict[str, str]:
        """Return the problem of a process that ended without an answer."""
        code = self._process.wait()
        if code == -9:  # how Linux ends what asks for more memory than there is
            return {"problem": worker.MEMORY, "detail": "the system ended it"}
        self._log.seek(0)
        lines = [line.strip() for line in self._log.read().decode(errors="replace").splitlines() if line.strip()]
        return {"problem": worker.BROKEN, "detail": lines[-1] if lines else f"it ended with status {code}"}

    def _kill(self) -> None:
        self._process.kill()
        self._process.wait()


def _judged(plain: Mapping[str, Any]) -> Judged:
    marked = (Marked(Span(s["start"], s["end"]), Severity(s["severity"]), s["confidence"]) for s in plain["spans"])
    return Judged(plain["score"], tuple(marked))


def _unavailable(model: str, problem: str, detail: str) -> CheckUnavailable:
    """Return what is missing in one sentence, and the next step."""
    set_up = SET_UP.format(model=model)
    first, *_ = detail.split(". ")
    said = f" ({textwrap.shorten(first.rstrip('.'), _DETAIL, placeholder=' …')})" if detail else ""
    return {
        worker.PACKAGE: CheckUnavailable(f"unbabel-comet cannot be imported{said}.", set_up),
        worker.GATED: CheckUnavailable(
            f"The model {model} is given only to those who accept its terms.",
            f"Accept them on its page at the Hugging Face hub and set HF_TOKEN to a token of yours. {set_up}",
        ),
        worker.UNFETCHED: CheckUnavailable(
            f"The neural model {model} could not be fetched{said}.",
            f"Check the name and the network. {set_up}",
        ),
        worker.ABSENT: CheckUnavailable(
            f"The neural model {model} is not on this machine.", f"Check its name or path. {set_up}"
        ),
        worker.MEMORY: CheckUnavailable(
            f"There is not enough memory for the neural model {model}{said}.",
            f"Close other programs, or take a smaller model, such as {SMALL}.",
        ),
        worker.BROKEN: CheckUnavailable(
            f"The neural model {model} failed{said}.", f"Fetch what it may lack, or take another model. {set_up}"
        ),
    }[problem]
