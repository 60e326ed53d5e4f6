"""Stands in for unbabel-comet at the border of the package: a "checkpoint" is JSON that says how the model behaves.

``segments`` are its input segments and ``reference`` whether it requires one; ``score`` is what it gives a pair (by
default the number of its texts, which shows what it was asked); ``marks`` are words and the severity with which they
are marked; ``loading`` and ``asking`` name what goes wrong then.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import torch  # noqa: F401 - as the real one does


def load_from_checkpoint(path, local_files_only):
    sys.stdout.write("Encoder model frozen.\n")
    if local_files_only != (os.environ.get("HF_HUB_OFFLINE") == "1"):
        raise RuntimeError("an audit must not download, a setup must")
    model = Model(json.loads(Path(path).read_text(encoding="utf-8")))
    _happen(model.plan.get("loading"))
    return model


class Model:
    def __init__(self, plan):
        self.plan = plan
        self.hparams = SimpleNamespace(**({"input_segments": plan["segments"]} if "segments" in plan else {}))

    def requires_references(self):
        return self.plan.get("reference", False)

    def predict(self, samples, batch_size, gpus, num_workers, progress_bar):
        sys.stdout.write("GPU available: False\n")
        assert batch_size == len(samples)
        assert (gpus, num_workers, progress_bar) == (0, 0, False)
        _happen(self.plan.get("asking"))
        found = {"scores": [float(self.plan.get("score", len(sample))) for sample in samples]}
        if "marks" in self.plan:
            found["metadata"] = {"error_spans": [list(self._marked(sample["mt"])) for sample in samples]}
        return found

    def _marked(self, text):
        for word, severity in self.plan["marks"].items():
            if (at := text.find(f" {word}")) >= 0:
                # As the real one does, with the space before the word (COMET's issue 179).
                yield {"start": at, "end": at + 1 + len(word), "severity": severity, "confidence": 0.8, "text": word}
        yield {"start": 0, "end": 0, "severity": "minor", "confidence": 0.3, "text": "<s>"}


def _happen(what):
    if what == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif what == "crash":
        sys.stderr.write("Fatal Python error: Segmentation fault\n")
        os._exit(139)
    elif what == "memory":
        raise MemoryError
    elif what == "gpu memory":
        raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB")
    elif what == "sleep":
        Path(os.environ["FAKE_PID"]).write_text(str(os.getpid()), encoding="utf-8")
        time.sleep(600)
    elif what:
        raise ValueError(what)
