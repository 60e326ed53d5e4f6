"""An editor is served by a fork of the warm process, for as long as it stays, and nobody waits for it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.server.conftest import GONE_SECONDS, Desk, eventually, gone

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="the warm process is for Linux")


def say(server: subprocess.Popen[bytes], method: str, number: int | None = None, **params: Any) -> None:
    asked = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number else {})
    body = json.dumps(asked).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    server.stdin.flush()


def hear(server: subprocess.Popen[bytes]) -> dict[str, Any]:
    length = 0
    while (line := server.stdout.readline().strip()) or not length:
        name, _, value = line.partition(b":")
        length = int(value) if name == b"Content-Length" else length
    return json.loads(server.stdout.read(length))


def test_an_editor_keeps_its_fork_and_others_are_served_beside_it(shared: Desk, story: Path) -> None:
    editor = shared.start("lsp", "--no-languagetool", "--no-reader", stdin=subprocess.PIPE, cwd=story.parent)
    say(editor, "initialize", 1, capabilities={}, processId=None, rootUri=None)
    assert "result" in hear(editor)
    say(editor, "initialized")
    item = {"uri": story.as_uri(), "languageId": "plaintext", "version": 1, "text": story.read_text(encoding="utf-8")}
    say(editor, "textDocument/didOpen", textDocument=item)
    assert hear(editor)["method"] == "textDocument/publishDiagnostics"

    (fork,) = shared.children()
    assert shared.check(str(story)).stdout
    assert eventually(lambda: shared.reserve()), "the next audit is prepared for, editor or none"
    assert shared.children() == [fork]

    say(editor, "shutdown", 2)
    assert hear(editor)["id"] == 2
    say(editor, "exit")
    assert editor.wait(GONE_SECONDS) == 0, editor.stderr.read().decode()
    assert eventually(lambda: gone(fork))
    editor.communicate()
