"""The loop of the warm process: takes requests, lets each in when there is room, forks, and sees its children off.

One thread does all of it, since a process with threads cannot be forked safely, and nothing in it waits.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import socket
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from auditor.client.place import is_ours
from auditor.client.surroundings import key
from auditor.client.wire import BrokenWireError, Inbox, Message, send, send_bytes
from auditor.exits import INTERRUPTED
from auditor.server import child, knowledge, warming
from auditor.server.installation import installation
from auditor.server.languagetool import Lender, borrow
from auditor.server.own import Own

IDLE_SECONDS = 600.0
"""How long the process waits for work before it ends; ``AUDITOR_IDLE_SECONDS`` changes it."""

PATIENCE_SECONDS = 5.0
"""After how long the next one is let in though there is no room.

A child may wait for something that is not ours to see, such as a pager that reads its report or another command of ours
in the same pipe, which must not hold up the others for good.
"""

_MOST_SERVING = 32
"""Editors and browsers that are served at once; the next one waits a moment, as in any lane."""

_TICK_SECONDS = 1.0
"""Between two looks at a LanguageTool that is starting."""

_HANDING_OVER_SECONDS = 1.0
"""How long a fork in reserve may take to take a request on."""

_DONE = object()
_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


@dataclass(eq=False, slots=True)
class Client:
    """A connection, and what became of its request."""

    socket: socket.socket
    inbox: Inbox = field(default_factory=Inbox)
    request: Message | None = None
    child: Child | None = None

    def tell(self, message: Message) -> None:
        """Send ``message``, if it is still there to take it."""
        with suppress(OSError):  # one that went away is noticed where it is read
            send(self.socket, message)


@dataclass(eq=False, slots=True)
class Child:
    """A fork at work; ``lane`` is where it takes room, ``client`` whom it answers, until it has.

    The one in reserve has neither yet. It is ``ready`` from when it has rehearsed until it has taken a request on.
    """

    process: int
    end: socket.socket
    lane: Lane | None = None
    client: Client | None = None
    inbox: Inbox = field(default_factory=Inbox)
    ready: bool = False

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to it, and with SIGKILL to all that it has started."""
        with suppress(ProcessLookupError):
            if number == signal.SIGKILL:
                os.killpg(self.process, number)
            else:
                os.kill(self.process, number)


@dataclass(eq=False, slots=True)
class Lane:
    """Requests that wait in the order in which they came, and how many are worked on at once."""

    room: int
    waiting: deque[Client] = field(default_factory=deque)
    running: int = 0
    last: float = 0.0

    def due(self, now: float) -> bool:
        """Tell whether the next one is let in."""
        return bool(self.waiting) and (self.running < self.room or now >= self.last + PATIENCE_SECONDS)

    def rest(self, now: float) -> float:
        """Return the seconds until the next one is let in whatever happens."""
        return max(self.last + PATIENCE_SECONDS - now, 0) if self.waiting else float("inf")


class Host:
    """The warm process of a user; ``own`` is its place, ``lender`` has its LanguageTool."""

    def __init__(self, own: Own, lender: Lender) -> None:
        self._own = own
        self._languagetool = lender
        self._key = key()
        self._installation = installation()
        self._idle_seconds = float(os.environ.get("AUDITOR_IDLE_SECONDS") or IDLE_SECONDS)
        self._since = time.time()
        self._served = 0
        self._used = time.monotonic()
        self._ends = 0
        audits = Lane(len(os.sched_getaffinity(0)))
        # A batch works in as many processes as there are cores for minutes or hours: it takes no room from audits.
        # Those that serve an editor wait most of the time, for hours: they take no room, and nothing waits for them.
        self._serving = Lane(_MOST_SERVING)
        self._lanes = {"check": audits, "compare": audits, "stale": audits, "batch": Lane(1)}
        self._lanes |= dict.fromkeys(("lsp", "serve", "review"), self._serving)
        self._clients: dict[int, Client] = {}
        self._children: dict[int, Child] = {}
        self._reserve: Child | None = None
        self._wants_reserve = True
        self._poll = select.poll()
        self._wake, self._woken = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._leisure: Iterator[None] | None = warming.at_leisure()

    def work(self) -> None:
        """Load everything, then answer until there is nothing left to wait for."""
        signal.set_wakeup_fd(self._woken, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in _ENDING:
            signal.signal(number, self._told_to_end)
        warming.one_thread()
        warming.load()
        self._used = time.monotonic()
        self._poll.register(self._wake, select.POLLIN)
        self._poll.register(self._own.listener, select.POLLIN)
        try:
            while not self._finished():
                self._turn()
        finally:
            for each in self._all_children():
                each.kill()
            self._languagetool.close()

    def _told_to_end(self, *_: object) -> None:
        """Finish what runs, then end; a second time, end at once."""
        self._ends += 1
        if self._ends > 1:
            sys.exit(1)

    def _finished(self) -> bool:
        busy = self._children or any(client.request for client in self._clients.values())
        if busy:
            self._used = time.monotonic()
        elif time.monotonic() >= self._used + self._idle_seconds:
            self._ends += 1
        if self._ends:
            self._leave()
        return bool(self._ends) and not busy

    def _leave(self) -> None:
        if self._own.lock >= 0:
            self._poll.unregister(self._own.listener)
            self._own.leave()

    def _turn(self) -> None:
        now = time.monotonic()
        lanes = set(self._lanes.values())
        rest = min(self._used + self._idle_seconds - now, *(lane.rest(now) for lane in lanes))
        at_rest = len(self._clients) == self._serving.running
        if at_rest and (self._leisure or (self._wants_reserve and not self._at_work())):
            rest = 0
        starting = self._languagetool.starting()
        if starting is not None:
            self._poll.register(starting, select.POLLIN)
            rest = min(rest, _TICK_SECONDS)
        events = self._poll.poll(max(rest, 0) * 1000 + 1)
        for descriptor, _ in events:
            self._attend(descriptor)
        if not events and at_rest:
            self._use_leisure()
            self._keep_reserve()
        if starting is not None:
            self._poll.unregister(starting)
            self._languagetool.attend()
        self._reap()
        for lane in lanes:
            while lane.due(time.monotonic()):
                self._begin(lane.waiting.popleft(), lane)

    def _attend(self, descriptor: int) -> None:
        if descriptor == self._wake:
            with suppress(BlockingIOError):
                os.read(self._wake, 1024)
        elif self._own.lock >= 0 and descriptor == self._own.listener.fileno():
            self._accept()
        elif client := self._clients.get(descriptor):
            self._hear_client(client)
        elif each := next((c for c in self._all_children() if c.end.fileno() == descriptor), None):
            self._hear_child(each)

    def _use_leisure(self) -> None:
        """Do a step of what makes it ready, which is no idleness, however long it takes on a slow machine."""
        if not self._leisure:
            return
        if next(self._leisure, _DONE) is _DONE:
            self._leisure = None
            self._languagetool.warm_up()
        self._used = time.monotonic()

    # -- clients

    def _accept(self) -> None:
        try:
            connection, _ = self._own.listener.accept()
        except OSError:  # it went away again
            return
        if not is_ours(connection):
            connection.close()
            return
        connection.setblocking(False)
        self._clients[connection.fileno()] = Client(connection)
        self._poll.register(connection, select.POLLIN)

    def _hear_client(self, client: Client) -> None:
        try:
            more = client.inbox.take(client.socket)
            for message in client.inbox.messages():
                self._obey(client, message)
        except BlockingIOError:
            return
        except (OSError, BrokenWireError):
            more = False
        if not more:
            self._drop(client)

    def _obey(self, client: Client, message: Message) -> None:
        match message.get("do"):
            case "run" if client.request is None:
                self._ask_in(client, message)
            case "interrupt" if client.child:
                client.child.kill(signal.SIGINT)
            case "interrupt":
                client.tell({"exit": INTERRUPTED})
                self._drop(client)
            case "status":
                client.tell(self._status())
            case "stop":
                client.tell({"running": len(self._children), "process": os.getpid()})
                self._ends += 1
            case _:
                self._drop(client)

    def _ask_in(self, client: Client, request: Message) -> None:
        """Put a request into its lane, unless another process must do it: one of its own code and surroundings."""
        if request.get("key") != self._key or installation() != self._installation:
            self._ends += 1
            self._leave()
            client.tell({"elsewhere": True})
            self._drop(client)
            return
        lane = self._lanes.get(_command(request))
        if lane is None or len(client.inbox.descriptors) != child.DESCRIPTORS:
            self._drop(client)
            return
        client.request = request
        lane.waiting.append(client)
        client.tell({"waiting": True})

    def _drop(self, client: Client) -> None:
        """Forget a client, and end what is done for it."""
        if self._clients.pop(client.socket.fileno(), None) is None:
            return
        for lane in self._lanes.values():
            with suppress(ValueError):
                lane.waiting.remove(client)
        if client.child:
            client.child.client = None
            client.child.kill()
        self._poll.unregister(client.socket)
        client.socket.close()
        for descriptor in client.inbox.descriptors:
            os.close(descriptor)

    # -- children

    def _at_work(self) -> bool:
        """Tell whether a fork audits, those apart that serve an editor."""
        return any(each.lane is not self._serving for each in self._children.values())

    def _all_children(self) -> list[Child]:
        return [*self._children.values(), *([self._reserve] if self._reserve else [])]

    def _begin(self, client: Client, lane: Lane) -> None:
        """Let a fork work for a client whose turn it is: the one in reserve if it may, or a new one."""
        if lane is self._lanes["batch"]:
            each = self._forked(client, borrow)
        else:
            each = self._called_up(client) or self._forked(client, _prepare)
        if each is None:  # no memory or no room for another process: the client does it
            self._drop(client)
            return
        each.lane, each.client = lane, client
        client.child = self._children[each.process] = each
        lane.running += 1
        lane.last = time.monotonic()
        self._served += 1
        client.tell({"begun": each.process})

    def _forked(self, client: Client | None, prepare: Callable[[child.Channel], None]) -> Child | None:
        """Return a fork that works for ``client``, or one to keep in reserve; None where there can be none."""
        ours, theirs = socket.socketpair()
        here = os.getpid()
        signal.pthread_sigmask(signal.SIG_BLOCK, (*_ENDING, signal.SIGCHLD))
        try:
            process = os.fork()
        except OSError:
            signal.pthread_sigmask(signal.SIG_SETMASK, ())
            ours.close()
            theirs.close()
            return None
        if process == 0:
            request, descriptors = (client.request, client.inbox.descriptors) if client else (None, ())
            child.work(request, descriptors, theirs, here, prepare, knowledge.news, warming.rehearse)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        with suppress(OSError):  # whichever of the two is first
            os.setpgid(process, process)
        theirs.close()
        ours.setblocking(False)
        self._poll.register(ours, select.POLLIN)
        return Child(process, ours)

    # -- the one in reserve

    def _keep_reserve(self) -> None:
        """Fork ahead: a fork that has rehearsed has made its own what it shares with us, which takes half an audit."""
        if self._wants_reserve and not self._leisure and not self._at_work():
            self._dismiss()
            self._reserve = self._forked(None, _prepare)
            self._wants_reserve = False

    def _called_up(self, client: Client) -> Child | None:
        """Return the fork in reserve with the request of ``client`` handed over to it, or None."""
        each = self._reserve
        self._wants_reserve = True
        if each is None or not each.ready:
            self._dismiss()
            return None
        each.end.settimeout(_HANDING_OVER_SECONDS)
        try:
            send_bytes(each.end, pickle.dumps(client.request), client.inbox.descriptors)
        except OSError:
            self._dismiss()
            return None
        each.end.setblocking(False)
        self._reserve = None
        return each

    def _dismiss(self) -> None:
        """End the fork in reserve, if there is one."""
        each, self._reserve = self._reserve, None
        if each:
            each.kill()
            os.waitpid(each.process, 0)
            if each.end.fileno() >= 0:
                self._poll.unregister(each.end)
                each.end.close()

    # -- what children say

    def _hear_child(self, each: Child) -> None:
        try:
            more = each.inbox.take(each.end)
            for body in each.inbox.bodies():
                self._learn(each, pickle.loads(body))  # noqa: S301 - from our own child
        except BlockingIOError:
            return
        except OSError:
            more = False
        if not more:
            self._poll.unregister(each.end)
            each.end.close()

    def _learn(self, each: Child, message: dict[str, Any]) -> None:
        if "exit" in message:
            self._answer(each, message["exit"])
        elif "news" in message:
            knowledge.learn(message["news"])
            self._wants_reserve = True
        elif "languagetool" in message:
            self._languagetool.lend(message["languagetool"], each.end)
        elif "ready" in message:
            each.ready = message["ready"]

    def _answer(self, each: Child, code: int) -> None:
        client, each.client = each.client, None
        if client:
            client.child = None
            client.tell({"exit": code})
            self._drop(client)

    def _reap(self) -> None:
        for each in list(self._children.values()):
            state = os.waitid(os.P_PID, each.process, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if state is None:
                continue
            each.kill()  # whatever it has left behind, while its number is still its own
            os.waitpid(each.process, 0)
            while each.end.fileno() >= 0 and select.select([each.end], [], [], 0)[0]:
                self._hear_child(each)
            assert each.lane
            each.lane.running -= 1
            del self._children[each.process]
            if each.ready and each.client:  # it was on its way out when it was called up
                each.client.child = None
                each.lane.waiting.appendleft(each.client)
            else:
                self._answer(each, state.si_status if state.si_code == os.CLD_EXITED else 128 + state.si_status)
        if self._reserve and os.waitid(os.P_PID, self._reserve.process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            self._dismiss()

    def _status(self) -> Message:
        return {
            "process": os.getpid(),
            "since": self._since,
            "served": self._served,
            "running": len(self._children),
            "waiting": sum(len(lane.waiting) for lane in set(self._lanes.values())),
            "rest": max(self._used + self._idle_seconds - time.monotonic(), 0),
            "memory": sum(map(megabytes, (os.getpid(), *([self._reserve.process] if self._reserve else [])))),
            "languagetool": megabytes(java) if (java := self._languagetool.process()) else None,
        }


def _command(request: Message) -> str:
    """Return the command that ``request`` asks for, or an empty word where it asks for none."""
    arguments = request.get("arguments")
    words = arguments if isinstance(arguments, list) else []
    return next((word for word in words if isinstance(word, str) and not word.startswith("-")), "")


def megabytes(process: int) -> int:
    """Return the memory of a process, its share of what it has in common with others counted."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
        name, _, size = line.partition(":")
        if name == "Pss":
            return int(size.split()[0]) // 1000
    return 0


def _prepare(channel: child.Channel) -> None:
    knowledge.wake()
    borrow(channel)
