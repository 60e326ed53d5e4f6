"""The ``auditor`` group: commands found late, and every way to fail told in one sentence."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from auditor.cli.saying import say, show_lines, show_traceback
from auditor.exits import INTERRUPTED, NOT_AUDITED, PIPE_CLOSED

_SPACE, _RIGHTS = "free some space, or choose another place", "change its permissions, or choose another place"
_LOAD = "end other programs, or give fewer --jobs"
_REMEDIES = {
    errno.ENOSPC: _SPACE,
    errno.EDQUOT: _SPACE,
    errno.EFBIG: _SPACE,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: _RIGHTS,
    errno.ENOENT: "check that its folder exists",
    errno.ENOTDIR: "check that its folder is one",
    errno.EMFILE: _LOAD,
    errno.ENFILE: _LOAD,
    errno.EAGAIN: _LOAD,
    errno.ENOMEM: _LOAD,
}
"""What a user can do where the system refuses something."""

EPILOG = """\
\b
Exit codes:
  0  every story passes
  1  the gate failed: a story is not fit to publish
  2  a file or an option cannot be used
  3  the audit could not be done
"""


class Auditor(click.Group):
    """The top-level command; ``table`` maps each name to ``module:function``, ``summaries`` to a line."""

    def __init__(self, table: Mapping[str, str], summaries: Mapping[str, str]) -> None:
        super().__init__(
            name="auditor",
            help="Audit the quality of machine-translated news copy in English.",
            epilog=EPILOG,
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
            params=[
                click.Option(
                    ["--version"],
                    is_flag=True,
                    is_eager=True,
                    expose_value=False,
                    callback=_version,
                    help="Show the version and exit.",
                ),
                click.Option(
                    ["--debug"],
                    is_flag=True,
                    expose_value=False,
                    envvar="AUDITOR_DEBUG",
                    callback=_debug,
                    is_eager=True,
                    help="Show the whole traceback of an unexpected error.",
                ),
            ],
        )
        self._table = dict(table)
        self._summaries = dict(summaries)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the table."""
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return the command called ``cmd_name``, or None where there is none."""
        if cmd_name not in self._table:
            return None
        module, _, function = self._table[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands with a line on each."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the chosen command; a reader of our output that went away ends it quietly."""
        try:
            with _nothing_of_the_working_folder():
                code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _let_go_of_the_output()
            sys.exit(PIPE_CLOSED)
        return code

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command line and end the process with the exit code of the design."""
        extra["standalone_mode"] = False
        _open_what_is_closed()
        output = sys.stdout
        try:
            code = super().main(*args, **extra)
        except SystemExit:
            if sys.stdout is not output:  # click has replaced what nobody reads, and would end with 1
                sys.exit(PIPE_CLOSED)
            raise
        except click.exceptions.Abort:
            _end("", INTERRUPTED)
        except click.ClickException as error:
            _end(_usage(error), error.exit_code)
        except Exception as error:  # noqa: BLE001 - the last resort, so that no user meets a traceback
            from auditor.model import AuditorError

            if isinstance(error, AuditorError):
                _end(str(error), error.exit_code)
            if _debugging():
                show_traceback(error)
                sys.exit(NOT_AUDITED)
            if isinstance(error, OSError):
                _let_go_of_the_output()
                _end(_refusal(error), NOT_AUDITED)
            _end(f"{_summary(error)}. This is a bug: run auditor --debug … and report what it prints", NOT_AUDITED)
        sys.exit(code if isinstance(code, int) else 0)


@contextmanager
def _nothing_of_the_working_folder() -> Iterator[None]:
    """Keep each Python that we start, a batch's workers above all, from importing what lies in the working folder.

    That is often a repository of strangers; ``python -c``, as which multiprocessing starts a worker, looks there first.
    """
    name = "PYTHONSAFEPATH"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def _debug(_ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        os.environ["AUDITOR_DEBUG"] = "1"


def _debugging() -> bool:
    return os.environ.get("AUDITOR_DEBUG", "") not in {"", "0"}


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from auditor import __version__

        show_lines(f"auditor {__version__}")
        ctx.exit()


def _usage(error: click.ClickException) -> str:
    message = error.format_message().rstrip(".")
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    where = ctx.command_path if ctx else "auditor"
    return f"{message}. See: {where} --help"


def _summary(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".rstrip(". ")


def _end(message: str, code: int) -> NoReturn:
    if message:
        say(" ".join(message.split()))
    sys.exit(code)


def _refusal(error: OSError) -> str:
    """Say in a sentence what the system refused, which is no fault of ours."""
    named = isinstance(error.filename, str | bytes)
    what = f"{os.fsdecode(error.filename)} cannot be used" if named else "The command cannot go on"
    remedy = _REMEDIES.get(error.errno or 0, "look after it and run the command again")
    return f"{what} ({error.strerror or type(error).__name__}); {remedy}"


def _open_what_is_closed() -> None:
    """Let no file that is opened later stand where a standard stream is closed; the output itself must be there."""
    silent = sys.stdout is None
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):  # in the order of their descriptors
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for as long as we live
    if silent:
        _end("The standard output is closed, so there is nowhere to report to; send it to a file or to /dev/null.", 2)


def _let_go_of_the_output() -> None:
    """Give what is left in the output a place to go: Python flushes it once more at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
