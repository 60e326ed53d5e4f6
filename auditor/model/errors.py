"""What can go wrong, each in one sentence that ends with the next step."""

from __future__ import annotations

from auditor.exits import NOT_AUDITED


class AuditorError(Exception):
    """Anything the auditor reports to its user instead of a traceback.

    ``exit_code`` is what the command ends with: 2 for a usage or input error,
    3 when the audit could not be done.
    """

    exit_code = NOT_AUDITED


class InputError(AuditorError):
    """A file, an option or a piece of data that cannot be used as given."""

    exit_code = 2


class PackError(InputError):
    """A rule pack that is wrong: names the file, the entry and the field."""


class CheckUnavailable(AuditorError):  # noqa: N818 - a state of the world, reported as skipped, not a bug
    """A check cannot run here; the audit goes on and the report says so.

    Parameters: ``reason`` is one sentence on what is missing, ``hint`` the next step.
    """

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(f"{reason} {hint}")
        self.reason = reason
        self.hint = hint
