"""The program in which the model lives: a process of its own, that reads for one audit and ends with it.

Its argument is the model's file. Each line of its standard input is a question, ``{"prompt": …, "versions": […]}`` or
``{"prompt": …, "text": …}``; the answer is a line ``{"nats": […]}`` or ``{"tokens": [[start, end, own, best], …]}``, in
code points and nats, or ``{"problem": …}`` with one of ``PROBLEMS``.

Its standard input is the lifeline: when it ends, the audit is gone, however it went, and so are we at once.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from typing import Any

BINDING, MODEL, MEMORY = PROBLEMS = ("binding", "model", "memory")
"""What may be wrong: no binding of llama.cpp can be imported, the file is no model, there is not enough memory."""


def main() -> None:
    """Answer until the standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever the library prints is no answer
    questions: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_listen, args=(questions,), daemon=True).start()
    try:
        from auditor.engines.reader.binding import UnreadableModelError
        from auditor.engines.reader.reading import Reading

        try:
            reading = Reading(sys.argv[1])
        except UnreadableModelError:
            _tell(answers, {"problem": MODEL})
            return
        while True:
            _tell(answers, _answer(reading, json.loads(questions.get())))
    except ImportError:
        _tell(answers, {"problem": BINDING})
    except MemoryError:
        _tell(answers, {"problem": MEMORY})


def _answer(reading: Any, question: dict[str, Any]) -> dict[str, Any]:
    if "versions" in question:
        return {"nats": reading.versions(question["prompt"], question["versions"])}
    tokens = reading.text(question["prompt"], question["text"])
    return {"tokens": [(start, end, token.own, token.best) for start, end, token in tokens]}


def _tell(answers: Any, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _listen(questions: queue.Queue[bytes]) -> None:
    for line in sys.stdin.buffer:
        questions.put(line)
    os._exit(0)


if __name__ == "__main__":
    main()
