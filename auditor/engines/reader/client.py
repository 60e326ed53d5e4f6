"""The reader: a language model that says how likely versions of a sentence are, alone or beside their source.

The model lives in processes of its own. Its threads would not survive the fork by which the warm process answers, what
it takes of the processor is no fault of the copy, whose time is bounded, and a library in C that breaks off takes no
audit along. A process is ready in half a second, since the system maps the file and keeps it in memory; so each audit
that reads what is not kept starts its own, and nothing is left behind when it ends.
"""

from __future__ import annotations

import contextlib
import json
import math
import multiprocessing
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.engines.reader import worker
from auditor.engines.reader.kept import Kept
from auditor.engines.reader.places import verify
from auditor.languages import language_name
from auditor.model import CheckUnavailable, Span
from auditor.text.words import TOKEN

if TYPE_CHECKING:
    from auditor.engines.reader.places import Installed

WORKER = worker.__name__
"""The module that is run as the process."""

ANSWER_SECONDS = 120.0
"""For a sentence, and again for every ten versions of it: some hundred times what they take."""

PROCESSES = 2
"""In how many processes a reader reads at once at most: each has one thread and takes 0.3 GB beside the model."""

_DIGITS = 4
_WAY = "english"
"""Another word for each way of reading by which the same text comes to other nats."""

_ROOT = Path(__file__).parents[3]
"""Where our package lies, so that the new process finds the same."""


@dataclass(frozen=True, slots=True)
class Surprise:
    """How unexpected a word is.

    ``span`` is in code points of the text; ``nats`` is minus the word's log probability; ``gap`` is by how many nats
    the likeliest token was likelier than the one that stands there, where that is most in the word.
    """

    span: Span
    nats: float
    gap: float


def prompt(source: str, language: str, *, source_before: str = "", before: str = "") -> str:
    """Return the prompt for reading a translation beside its ``source``, in the language of a BCP 47 tag.

    ``source_before`` and ``before`` are the paragraph or sentence before, in both languages. English alone is read
    behind what stands before it in English, or nothing.
    """
    told = f"{language_name(language)}: {_line(source_before, source)}\nEnglish:"
    return f"{told} {_line(before)}" if before else told


def _line(*texts: str) -> str:
    return " ".join(" ".join(texts).split())


class Reader:
    """The language model that is set up. Safe to share between threads: two calls are worked on at once.

    ``name`` and ``digest``, the SHA-256 of its file, say which one it is. ``bilingual``: it reads other languages than
    English, so that a prompt may hold the source. Nothing is started before something is read that is not kept.
    """

    def __init__(self, model: Installed) -> None:
        self.name = model.name
        self.digest = model.digest
        self.bilingual = model.bilingual
        self._model = model
        self._verified = False
        self._kept = Kept(f"{model.digest} {_library()} {_WAY}")
        self._guard = threading.Condition()
        self._idle: list[_Process] = []
        self._room = 1 if multiprocessing.parent_process() else min(PROCESSES, os.cpu_count() or 1)
        self._owner = os.getpid()

    def score(self, prompt: str, versions: Sequence[str]) -> tuple[float, ...]:
        """Return the log probability, in nats, of each of ``versions`` whole, behind ``prompt`` ("": English alone).

        The first version is best the text as it stands: of the others only what comes from the first difference on
        is read. Raises ``CheckUnavailable``.
        """
        if not versions:
            return ()
        key = self._kept.key("versions", prompt, *versions)
        known = self._kept.get(key)
        if known is not None and len(known) == len(versions) and all(map(math.isfinite, known)):
            return known
        answer = self._ask({"prompt": prompt, "versions": list(versions)})
        nats = tuple(round(each, _DIGITS) for each in answer["nats"])
        self._kept.put(key, nats)
        return nats

    def surprise(self, prompt: str, text: str) -> tuple[Surprise, ...]:
        """Return how unexpected each word and figure of ``text`` is behind ``prompt``. Raises ``CheckUnavailable``."""
        key = self._kept.key("text", prompt, text)
        known = self._kept.get(key)
        if known is not None and (words := _kept_words(known, len(text))) is not None:
            return words
        words = tuple(_words(text, self._ask({"prompt": prompt, "text": text})["tokens"]))
        self._kept.put(key, [number for word in words for number in _numbers(word)])
        return words

    def try_out(self) -> None:
        """Read a word, whatever is kept; raises ``CheckUnavailable`` where the model cannot be read."""
        self._ask({"prompt": "", "versions": ["Ready."]})

    def close(self) -> None:
        """End the processes that are idle, and let go of the file of readings."""
        self._kept.close()
        with self._guard:
            while self._idle:
                self._idle.pop().close()
                self._room += 1

    def _ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        process = self._taken(question)
        try:
            answer = process.ask(question)
        except BaseException:
            process.kill()
            with self._guard:
                self._room += 1
                self._guard.notify()
            raise
        with self._guard:
            self._idle.append(process)
            self._guard.notify()
        return answer

    def _taken(self, question: Mapping[str, Any]) -> _Process:
        """Return a process that is free, best the one that read last behind the same prompt."""
        with self._guard:
            self._forget_of_parent()
            while not self._idle and not self._room:
                self._guard.wait()
            if not self._idle:
                if not self._verified:
                    verify(self._model)
                    self._verified = True
                process = _Process(self.name, self._model.path)
                self._room -= 1
                return process
            fitting = [process for process in self._idle if process.prompt == question["prompt"]]
            process = (fitting or self._idle)[-1]
            self._idle.remove(process)
            return process

    def _forget_of_parent(self) -> None:
        """Let go, in a fork, of the processes of its parent."""
        if self._owner != os.getpid():
            self._owner = os.getpid()
            self._room += len(self._idle)
            self._idle = []


class _Process:
    """A process with the model in it; it ends with us, however we end: its standard input is its lifeline."""

    def __init__(self, name: str, path: str) -> None:
        self._name = name
        self.prompt: object = None
        options = subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined]
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, *options, "-m", WORKER, path],
                cwd=_ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
                start_new_session=True,
            )
        except OSError as error:
            raise CheckUnavailable(
                f"The reader {name} cannot be started ({error.strerror}).",
                "Close other programs, or audit with --no-reader.",
            ) from None
        self._answers: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answer to ``question``; raises ``CheckUnavailable``."""
        assert self._process.stdin
        self.prompt = question["prompt"]
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(question).encode() + b"\n")
            self._process.stdin.flush()
        seconds = ANSWER_SECONDS * (1 + len(question.get("versions", ())) // 10)
        try:
            line = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise CheckUnavailable(
                f"The reader {self._name} gave no answer in {seconds:g} seconds.",
                "Try again when the machine is less busy, or set up a smaller one.",
            ) from None
        answer: dict[str, Any] = json.loads(line) if line else self._last_words()
        if "problem" in answer:
            raise _unavailable(self._name, answer["problem"])
        return answer

    def close(self) -> None:
        """Cut the lifeline."""
        assert self._process.stdin
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        self._process.wait()

    def kill(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self.close()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._answers.put(line)
        self._answers.put(b"")

    def _last_words(self) -> dict[str, str]:
        """Return the problem of a process that ended without an answer."""
        code = self._process.wait()
        return {"problem": worker.MEMORY if code == -9 else worker.MODEL}  # so Linux ends what asks for too much


NO_BINDING = CheckUnavailable(
    "The reader needs ik-llama-cpp-python or llama-cpp-python, and neither can be imported.",
    "Install the auditor with its extra “reader”, or audit with --no-reader.",
)


def _library() -> str:
    """Return which library reads: each rounds in its own way."""
    for package in ("ik-llama-cpp-python", "llama-cpp-python"):  # in the order in which they are preferred
        with contextlib.suppress(PackageNotFoundError):
            return f"{package} {version(package)}"
    return "none"


def _unavailable(name: str, problem: str) -> CheckUnavailable:
    return {
        worker.BINDING: NO_BINDING,
        worker.MODEL: CheckUnavailable(
            f"The reader {name} cannot be read: its file is no model that llama.cpp knows.",
            "Set up another one with “auditor setup --reader”, or audit with --no-reader.",
        ),
        worker.MEMORY: CheckUnavailable(
            f"There is not enough memory for the reader {name}.",
            "Close other programs, set up a smaller one, or audit with --no-reader.",
        ),
    }[problem]


def _words(text: str, tokens: Sequence[Sequence[float]]) -> Iterator[Surprise]:
    """Yield the words of ``text`` with what was read of them; ``tokens`` are those of the worker."""
    for word in TOKEN.finditer(text):
        inside = [each for each in tokens if each[0] < word.end() and word.start() < each[1]]
        if inside:
            nats = -math.fsum(own for _, _, own, _ in inside)
            gap = max(best - own for _, _, own, best in inside)
            yield Surprise(Span(*word.span()), round(nats, _DIGITS), round(gap, _DIGITS))


def _numbers(word: Surprise) -> tuple[float, ...]:
    return word.span.start, word.span.end, word.nats, word.gap


def _kept_words(numbers: Sequence[float], end: int) -> tuple[Surprise, ...] | None:
    """Return the words that were kept as ``numbers``, or None where they cannot be those of a text of this length."""
    if len(numbers) % 4 or not all(map(math.isfinite, numbers)):
        return None
    places = [each for index, each in enumerate(numbers) if index % 4 < 2]
    if places != sorted(places) or not all(0 <= each <= end for each in places):
        return None
    rows = (numbers[index : index + 4] for index in range(0, len(numbers), 4))
    return tuple(Surprise(Span(int(row[0]), int(row[1])), row[2], row[3]) for row in rows)


_guard = threading.Lock()
_connected: dict[Installed, Reader] = {}


def connected(model: Installed) -> Reader:
    """Return the reader of this process for ``model``."""
    with _guard:
        if model not in _connected:
            _connected[model] = Reader(model)
        return _connected[model]


def close() -> None:
    """End every process that reads for this one."""
    with _guard:
        for reader in _connected.values():
            reader.close()
        _connected.clear()
