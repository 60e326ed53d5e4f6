"""What the user hears while waiting."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from auditor.cli.progress import Conversation, conversation


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
        talk.auditing("desk/story.txt", 3, 9)
    assert capsys.readouterr() == ("", "")


class Line:
    """A line of a terminal 120 cells wide, and what was last written on it."""

    width = 120
    shown = ""

    def update(self, text):
        self.shown = text.plain


def talk_at(*seconds):
    """Return a conversation whose clock tells ``seconds`` one after the other, and its line."""
    line, clock = Line(), iter(seconds)
    return Conversation(line, line, lambda: next(clock)), line


def test_one_story_is_told_by_its_name():
    talk, line = talk_at()
    talk.auditing("story.txt")
    assert line.shown == "Auditing story.txt"


def test_of_a_folder_is_told_how_many_are_done_how_fast_it_goes_and_what_is_left():
    talk, line = talk_at(0.0, 30.0, 60.0)
    talk.auditing("desk/a.txt", 0, 40)
    assert line.shown == "........................ 0 of 40 stories  desk/a.txt"
    talk.auditing("desk/b.txt", 10, 40)
    assert line.shown == "######.................. 10 of 40 stories, 20 a minute, 2 min left  desk/b.txt"
    talk.auditing("desk/c.txt", 39, 40)
    assert line.shown == "#######################. 39 of 40 stories, 39 a minute, 2 s left  desk/c.txt"


def test_a_batch_that_goes_on_is_timed_from_where_it_began():
    talk, line = talk_at(0.0, 6.0)
    talk.counting(5_000, 9_000)
    talk.counting(6_000, 9_000)
    assert line.shown.endswith("6,000 of 9,000 lines, 10,000 a minute, 18 s left")


def test_of_a_stream_nobody_knows_what_is_left():
    talk, line = talk_at(0.0, 60.0)
    talk.counting(1, None)
    talk.counting(101, None)
    assert line.shown == "101 lines, 100 a minute"


@pytest.mark.parametrize(("seconds", "told"), [(7, "7 s"), (90, "2 min"), (3_590, "1 h 0 min"), (9_000, "2 h 30 min")])
def test_time_is_told_as_exactly_as_anybody_needs_who_waits(seconds, told):
    talk, line = talk_at(0.0, float(seconds))
    talk.counting(0, 2)
    talk.counting(1, 2)
    assert line.shown.endswith(f"{told} left")


def test_a_terminal_sees_the_bar_grow(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with conversation() as talk:
        talk.fetching(48_500_000, 97_000_000)
        time.sleep(0.3)  # it is drawn about twelve times a second
    assert "############............ 48 of 97 MB" in capsys.readouterr().err


def test_of_an_archive_is_told_once_a_minute_where_there_is_no_terminal():
    said = []

    class Log(Line):
        is_terminal = False

        def print(self, text, **_):
            said.append(text.plain)

    clock = iter((0.0, 30.0, 61.0))
    talk = Conversation(Log(), Log(), lambda: next(clock))
    for done in (10, 20, 50):
        talk.archiving(done, 100, 2_000, 950.4, 7_260)
    assert said == [
        "##...................... 10%  2,000 rows, 950 words/s, 2 h 1 min left",
        "############............ 50%  2,000 rows, 950 words/s, 2 h 1 min left",
    ]
