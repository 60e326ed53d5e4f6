"""What the user hears while waiting."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

from auditor.cli.progress import conversation


def test_a_download_is_told_once_where_there_is_no_terminal(capsys):
    with conversation() as talk, ThreadPoolExecutor(4) as threads:
        for here in range(0, 97_000_000, 1_000_000):
            threads.submit(talk.fetching, here, 97_000_000)
    told = capsys.readouterr()
    assert told.err == "Fetching LanguageTool, once (97 MB)\n"
    assert told.out == ""


def test_nothing_is_told_of_an_audit_where_there_is_no_terminal(capsys):
    with conversation() as talk:
        talk.auditing("story.txt")
    assert capsys.readouterr() == ("", "")


def test_a_terminal_sees_the_bar_grow(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with conversation() as talk:
        talk.fetching(48_500_000, 97_000_000)
        time.sleep(0.3)  # it is drawn about twelve times a second
    assert "############............ 48 of 97 MB" in capsys.readouterr().err
