"""Whatever is given as a file is read at once and up to a size, or refused in one sentence that names it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.checks.desk_packs import load_pack
from auditor.cli import main
from auditor.cli.pages import earlier_reports
from auditor.config.file import load_config
from auditor.config.settings import settings_for
from auditor.files import LINES, MB, STORY, lines_of, parsed_toml, read_bytes
from auditor.model import AuditorError, InputError
from auditor.readers import find_stories, read, read_glossary
from auditor.silencing import load_baseline

SECONDS = 5.0


def _words(path: Path) -> None:
    settings_for("-", {"words-files": [str(path)]})


READERS: dict[str, Callable[[Path], object]] = {
    "a story": read,
    "a glossary": read_glossary,
    "a pack": load_pack,
    "settings": load_config,
    "a list of words": _words,
    "a baseline": load_baseline,
    "an earlier report": lambda path: earlier_reports([str(path)]),
}


def refused(reader: Callable[[Path], object], path: Path) -> str:
    """Return what ``reader`` says of ``path``; it must not wait."""
    said: list[str] = []

    def ask() -> None:
        try:
            reader(path)
        except AuditorError as error:
            said.append(str(error))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(SECONDS)
    assert not thread.is_alive(), "it waits"
    assert said, "it was read"
    assert "\n" not in said[0]
    return said[0]


@pytest.mark.parametrize("name", READERS)
def test_what_one_could_wait_for_is_refused_at_once(tmp_path: Path, name: str) -> None:
    pipe, plug = tmp_path / "pipe.toml", tmp_path / "plug"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(plug))
        for path, kind in ((pipe, "a named pipe"), (plug, "a socket"), (Path("/dev/zero"), "a device")):
            said = refused(READERS[name], path)
            assert f"{path} is {kind}, not a file" in said


@pytest.mark.parametrize("name", READERS)
def test_a_folder_and_a_missing_file_are_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    if name != "an earlier report":  # a folder of them may be given
        assert "is a folder" in refused(READERS[name], tmp_path)
    assert "does not exist" in refused(READERS[name], tmp_path / "none")


@pytest.mark.parametrize("name", READERS)
def test_a_file_above_its_limit_is_refused_with_its_size_and_the_limit(tmp_path: Path, name: str) -> None:
    path = tmp_path / "large.toml"
    with path.open("wb") as file:
        file.truncate(200 * MB)
    said = refused(READERS[name], path)
    assert str(path) in said
    assert "200.0 MB" in said
    assert "is larger than" in said


def test_a_process_substitution_may_be_a_story() -> None:
    taken, given = os.pipe()
    os.write(given, b"He left the valley on Monday.\n")
    os.close(given)
    try:
        assert read_bytes(Path(f"/dev/fd/{taken}"), STORY) == b"He left the valley on Monday.\n"
    finally:
        os.close(taken)


def test_a_link_to_a_story_may_be_named_and_one_out_of_a_folder_is_told_of(tmp_path: Path) -> None:
    folder, secret = tmp_path / "stories", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("The password was found on Monday.")
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("He left the valley on Monday.")
    (folder / "in.txt").symlink_to("a.txt")
    (folder / "out.txt").symlink_to(secret)
    (folder / "loop.txt").symlink_to("loop.txt")
    told: list[str] = []
    found = find_stories([folder], lambda left: told.append(left.reason))
    assert [path.name for path in found] == ["a.txt", "b.txt", "in.txt", "loop.txt"]
    assert told == [f"{folder}/out.txt is a link out of the folder {folder} and was not followed; name it by itself."]
    assert find_stories([folder / "out.txt"]) == (folder / "out.txt",)
    with pytest.raises(InputError, match="a link out of the folder"):
        find_stories([folder])


def test_the_command_says_which_links_it_did_not_follow(tmp_path: Path) -> None:
    folder, secret = tmp_path / "stories", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("The password was found on Monday.")
    (folder / "a.txt").write_text("He left the valley on Monday.")
    (folder / "out.txt").symlink_to(secret)
    result = CliRunner().invoke(main, ["check", "--no-languagetool", "--format", "json", str(folder)])
    assert "out.txt is a link out of the folder" in result.stderr
    assert "password" not in result.stdout
    assert result.exit_code == 2


def test_a_named_pipe_in_a_folder_is_told_of_and_the_rest_is_audited(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He left the valley on Monday.")
    os.mkfifo(tmp_path / "b.txt")
    command = [sys.executable, "-m", "auditor", "check", "--no-server", "--no-languagetool", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert "b.txt is a named pipe, not a file; name a story." in result.stderr
    assert "a.txt" in result.stdout
    assert result.returncode == 2


def test_a_line_without_end_is_cut_and_the_next_one_is_whole() -> None:
    file = BytesIO(b"one\n" + b"x" * (3 * MB) + b"\ntwo\n" + b"y" * (2 * MB))
    assert [len(line) for line in lines_of(file, 1)] == [4, MB + 1, 4, MB + 1]
    assert LINES.most == 10


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 100_000, "nested too deeply"),
        ("a" + ".a" * 100_000 + " = 1", "more than 32 parts"),
        ("a = {b" + ' . "c"' * 100_000 + " = 1}", "more than 32 parts"),
        ("a = " + "9" * 5000, "a number has thousands of digits"),
        ("[" + "a." * 50_000 + "a]", "more than 32 parts"),
    ],
)
def test_settings_that_no_person_writes_are_refused_at_once(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "auditor.toml"
    path.write_text(text)
    for name in ("settings", "a pack"):
        assert said in refused(READERS[name], path)


def test_dots_in_texts_and_remarks_are_no_keys() -> None:
    dots = "a." * 100
    assert parsed_toml(f'a = \'{dots}\'\nb = """\n{dots}\n""" # {dots}\nc = "\\"{dots}"')["a"] == dots
