"""``auditor lsp`` in a real editor: Neovim, without a screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("neovim.lua")
TEXT = "Valmont (IWN) - The 😀 mayor said that the the bridge would stay closed.\n"
NEOVIM = shutil.which("nvim")


@pytest.mark.skipif(NEOVIM is None and not os.environ.get("AUDITOR_REQUIRE_NEOVIM"), reason="Neovim is not installed")
def test_neovim_shows_findings_explains_them_and_takes_a_fix(tmp_path: Path) -> None:
    assert NEOVIM, "CI must have Neovim"
    story, out = tmp_path / "story.en.txt", tmp_path / "told.json"
    story.write_text(TEXT, encoding="utf-8")
    told = {"AUDITOR_PYTHON": sys.executable, "AUDITOR_STORY": str(story), "AUDITOR_OUT": str(out)}

    subprocess.run(
        [NEOVIM, "--headless", "-u", "NONE", "-n", "-S", SCRIPT],
        env={**os.environ, **told, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)},
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=True,
    )

    found = json.loads(out.read_text(encoding="utf-8"))
    byte, warning = TEXT.encode().index(b"the the"), 2
    assert found["before"] == [{"line": 0, "column": byte, "severity": warning, "code": "unlikely-join"}]
    assert found["titles"] == [
        "Write “the”",
        "Ignore unlikely-join here",
        "Ignore unlikely-join everywhere",
        "Explain unlikely-join",
    ]
    assert "the the" in found["explained"]
    assert found["after"] == 0
    assert story.read_text(encoding="utf-8") == TEXT.replace("the the", "the")
