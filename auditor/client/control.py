"""Ask the warm process how it is, or to end."""

from __future__ import annotations

from auditor.client.place import connected, opened
from auditor.client.wire import BrokenWireError, Inbox, Message, receive, send

_SECONDS = 60.0
"""How long an answer may take: the process may be loading everything first."""


def status() -> Message | None:
    """Return what the warm process says of itself, or None where none is running.

    Raises ``ForeignError`` where what is there is not ours.
    """
    return _told({"do": "status"})


def stop() -> Message | None:
    """Ask the warm process to end, and wait for that unless audits are running; None where none is running.

    The answer says how many are ``running``. Raises ``ForeignError`` where what is there is not ours.
    """
    return _told({"do": "stop"})


def _told(question: Message) -> Message | None:
    try:
        with opened() as place:
            connection = connected(place)
            if connection is None:
                return None
            with connection:
                connection.settimeout(_SECONDS)
                send(connection, question)
                inbox = Inbox()
                answer = receive(connection, inbox)
                if answer and question["do"] == "stop" and not answer["running"]:
                    receive(connection, inbox)  # the end of the process, which says no more
                return answer
    except (OSError, BrokenWireError):
        return None
