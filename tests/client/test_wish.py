"""Which commands go to the warm process."""

from __future__ import annotations

import sys

import pytest

from auditor.client import wish


class Terminal:
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("CI", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "a.txt"),
        ("--debug", "batch", "a.jsonl"),
        ("compare", "a.txt", "b.txt"),
        ("check", "-"),
        ("stale", "old.txt", "new.txt", "a.txt"),
        ("review", "a.txt"),
        ("lsp",),
        ("serve", "--port", "0"),
    ],
)
def test_commands_that_audit_go_there(arguments: tuple[str, ...]) -> None:
    assert wish.wanted(arguments)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "it shows the help"),
        (("rules",), "it does not audit"),
        (("--version",), "it does not audit"),
        (("check", "a.txt", "--no-server"), "that is not wished for"),
        (("check", "a.txt", "--watch"), "it goes on for hours"),
        (("check", "--help"), "it does not audit"),
        (("check", "/dev/fd/63"), "the descriptor is the shell's"),
        (("check", "a.txt", "--json=/dev/stderr"), "descriptors may not be the same there"),
    ],
)
def test_others_do_their_work_themselves(arguments: tuple[str, ...], why: str) -> None:
    assert not wish.wanted(arguments), why


def test_none_goes_there_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert not wish.wanted(["check", "a.txt"])


def test_none_goes_there_while_a_shell_asks_what_can_be_completed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_AUDITOR_COMPLETE", "bash_complete")
    assert not wish.wanted(["check", "a.txt"])


def test_a_terminal_is_read_by_the_process_that_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    assert not wish.wanted(["check", "-"])
    assert wish.wanted(["check", "a.txt"])


def test_a_stream_that_is_closed_is_not_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert not wish.wanted(["check", "a.txt"])
