"""The processes that share the work of a batch, from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

ENDLESS = """
from itertools import count
from auditor import batch
from auditor.batch import Item
from auditor.config import EngineSettings

if __name__ == "__main__":
    items = (Item(n, "The harbour council met on Monday to to discuss the ferry. " * 20) for n in count())
    for result in batch(items, engine=EngineSettings(enabled=False), jobs=2):
        print(result.id, flush=True)
"""


@pytest.mark.slow
def test_the_processes_of_a_batch_that_is_killed_end_with_it(tmp_path):
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, encoding="utf-8")
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "0\n"
        parent.kill()
        parent.communicate(timeout=20)  # each process of the batch holds the pipe open until it ends
    finally:
        with suppress(ProcessLookupError):
            os.killpg(parent.pid, signal.SIGKILL)
