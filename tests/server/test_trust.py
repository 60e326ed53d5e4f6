"""What is not ours in our place is never believed: it is told in one sentence, and the work is done without it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server.conftest import Desk, eventually

NOBODY = 65534
root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")

ANSWER = """
import os, socket, sys
folder, user = sys.argv[1], int(sys.argv[2])
os.chdir(folder)
listener = socket.socket(socket.AF_UNIX)
listener.bind("socket")
if user:
    os.setresuid(user, user, user)
listener.listen()
print("ready", flush=True)
connection, _ = listener.accept()
got = connection.recv(1 << 16)
print("got" if got else "nothing", flush=True)
"""


def _file(desk: Desk) -> None:
    (desk.folder / "socket").write_text("{}", encoding="utf-8")


def _link(desk: Desk) -> None:
    elsewhere = desk.state / "elsewhere"
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(elsewhere))
    (desk.folder / "socket").symlink_to(elsewhere)


def _foreign_socket(desk: Desk) -> None:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(desk.folder / "socket"))
    os.chown(desk.folder / "socket", NOBODY, NOBODY)


def _open_folder(desk: Desk) -> None:
    desk.folder.chmod(0o777)


def _foreign_folder(desk: Desk) -> None:
    os.chown(desk.folder, NOBODY, NOBODY)


def _linked_folder(desk: Desk) -> None:
    other = desk.state / "other"
    other.mkdir(mode=0o700)
    desk.folder.rmdir()
    desk.folder.symlink_to(other)


def _no_folder(desk: Desk) -> None:
    desk.folder.rmdir()
    desk.folder.write_text("", encoding="utf-8")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "story.txt"
    path.write_text("PORT ALDER - The ferry captain walked free.\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def own(story: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, bytes]:
    """How the story is audited without a warm process."""
    said = Desk(tmp_path_factory.mktemp("own")).check(str(story), "--no-server")
    return said.returncode, said.stdout


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_file, "is no socket"),
        (_link, "is no socket"),
        pytest.param(_foreign_socket, "belongs to another user", marks=root),
        (_open_folder, "is open to other users"),
        pytest.param(_foreign_folder, "belongs to another user", marks=root),
        (_linked_folder, "is no folder of its own"),
        (_no_folder, "is no folder of its own"),
    ],
)
def test_what_is_not_ours_is_told_and_done_without(
    desk: Desk, story: Path, own: tuple[int, bytes], spoil: Callable[[Desk], None], told: str
) -> None:
    desk.folder.mkdir(mode=0o700, parents=True)
    spoil(desk)
    said = desk.check(str(story))
    assert (said.returncode, said.stdout) == own
    assert told in said.stderr.decode()
    assert len(said.stderr.splitlines()) == 1
    asked = desk.run("server", "status")
    assert asked.returncode == 3
    assert told in asked.stderr.decode()


@root
def test_another_users_process_that_answers_hears_nothing(desk: Desk, story: Path) -> None:
    desk.folder.mkdir(mode=0o700, parents=True)
    command = [sys.executable, "-c", ANSWER, str(desk.folder), str(NOBODY)]
    foreign = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert foreign.stdout
    assert foreign.stdout.readline() == "ready\n"
    said = desk.check(str(story))
    assert said.stdout
    assert "the process that answers" in said.stderr.decode()
    assert foreign.communicate(timeout=10)[0] == "nothing\n"


def test_a_process_that_answers_nonsense_is_done_without(desk: Desk, story: Path, own: tuple[int, bytes]) -> None:
    desk.folder.mkdir(mode=0o700, parents=True)
    command = [sys.executable, "-c", ANSWER, str(desk.folder), "0"]
    foreign = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert foreign.stdout
    assert foreign.stdout.readline() == "ready\n"
    said = desk.check(str(story))
    assert (said.returncode, said.stdout) == own
    foreign.communicate(timeout=10)


@root
def test_another_user_cannot_ask_it(desk: Desk, story: Path) -> None:
    desk.check(str(story))
    assert desk.folder.stat().st_mode & 0o777 == 0o700
    assert (desk.folder / "socket").stat().st_mode & 0o777 == 0o600
    # Even one that finds the way past the folder's and the socket's permissions is not heard.
    here = os.open(desk.folder, os.O_RDONLY)
    (desk.folder / "socket").chmod(0o666)
    desk.folder.chmod(0o755)
    code = "import os, socket; os.fchdir({}); os.setresuid({n}, {n}, {n}); c = socket.socket(socket.AF_UNIX)\n"
    code = code.format(here, n=NOBODY) + "c.connect('socket'); print(c.recv(10))"
    heard = subprocess.run([sys.executable, "-c", code], pass_fds=[here], capture_output=True, text=True, timeout=30)
    os.close(here)
    desk.folder.chmod(0o700)
    assert heard.stdout == "b''\n", heard.stderr


def test_messages_that_make_no_sense_do_not_harm_it(shared: Desk) -> None:
    for nonsense in (b"\xff\xff\xff\xff", b"\0\0\0\2[]", b"\0\0\0\2{}", b"\0\0\0\1x", b"\0"):
        client = socket.socket(socket.AF_UNIX)
        here = os.open(shared.folder, os.O_RDONLY)
        client.connect(f"/proc/self/fd/{here}/socket")
        client.sendall(nonsense)
        client.close()
        os.close(here)
    assert eventually(shared.server)


_ODD = """
import json, sys
from auditor.client.place import connected, opened
from auditor.client.surroundings import key
from auditor.client.wire import Inbox, receive, send
with opened() as place, connected(place) as connection:
    send(connection, {"do": "run", "key": key(), **json.loads(sys.argv[1])}, (0, 1, 2, 0)[: int(sys.argv[2])])
    print(receive(connection, Inbox()))
"""


@pytest.mark.parametrize(
    ("request_", "descriptors"),
    [
        ("{}", 4),
        ('{"arguments": null}', 4),
        ('{"arguments": [1, {}]}', 4),
        ('{"arguments": ["setup"]}', 4),
        ('{"arguments": ["check"]}', 3),
        ('{"arguments": ["check"]}', 4),
    ],
)
def test_a_request_that_lacks_something_does_not_harm_it(shared: Desk, request_: str, descriptors: int) -> None:
    process = shared.running()
    command = [sys.executable, "-c", _ODD, request_, str(descriptors)]
    subprocess.run(command, env=shared.environment, check=True, capture_output=True, timeout=60)
    assert shared.running() == process
