"""Safe suggestions, shown as a diff or written into the story."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.options import Fixing
from auditor.cli.output import STDOUT, write
from auditor.cli.stories import STDIN
from auditor.model import InputError, Report
from auditor.text.visible import visible
from auditor.whole import ChangedMeanwhileError, amend_file

if TYPE_CHECKING:
    from auditor.desk.original import Corrected, Original


def mended(
    file: str, reports: Sequence[Report], asked: Fixing, input_format: str | None, say: Callable[[str], None]
) -> bool:
    """Show or make the safe fixes of ``reports``, of stories in ``file``, as ``asked``; return whether it was written.

    What stays the same keeps its bytes: encoding, byte order mark and line ends. Raises ``InputError`` where the file
    cannot be written back so.
    """
    if not (asked.fix or asked.diff_fixes):
        return False
    from auditor.fixing import safe_fixes

    wanted = [(report.document, safe_fixes(report.document, report.findings)) for report in reports]
    every = sum(len(fixes) for _, fixes in wanted)
    if not every:
        return False
    original = _from_standard_input(reports, asked) if file == STDIN else _original(file, reports, input_format)
    done = original.corrected(wanted)
    if done.left:
        among = "several runs of text, or signs, stand" if original.format.amend else "tags or entities stand"
        say(f"{file}: {_counted(done.left)} left out, for {among} among the words, or belong there")
    if asked.diff_fixes or not done.fixes:
        write(STDOUT, _diff(file, original.written.text, done.text, say))
        return False
    _rewrite(file, done)
    say(f"{file}: {_counted(len(done.fixes))} made")
    return True


def _counted(fixes: int) -> str:
    return f"{fixes} fix{'es' if fixes > 1 else ''}"


def _diff(story: str, before: str, after: str, say: Callable[[str], None]) -> str:
    """Return a unified diff that ``patch`` takes.

    Where it would act on a terminal or a log, it is one to look at, and ``say`` is told so.
    """
    then, now = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (before, after))
    lines = list(difflib.unified_diff(then, now, fromfile=f"a/{story}", tofile=f"b/{story}"))
    if not all(map(_harmless, lines)):
        say(f"{story}: this diff is only to look at, for it would act on a terminal or a log as it is; use --fix")
        lines = [visible(line.removesuffix("\n")) + "\n" for line in lines]
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _harmless(line: str) -> bool:
    """Tell whether a line of a diff does nothing but be read; it may end as lines do elsewhere, and hold tabs."""
    plain = line.removesuffix("\n").removesuffix("\r").replace("\t", " ")
    return visible(plain) == plain


def _from_standard_input(reports: Sequence[Report], asked: Fixing) -> Original:
    """Return the text that was read, which only plain text still shows as it was."""
    from auditor.desk.original import original_from_stream

    if asked.fix:
        raise InputError("The standard input cannot be fixed; give a file, or look at --diff-fixes.")
    original = original_from_stream([report.document for report in reports])
    if original is None:
        raise InputError("Fixes of this format can be shown in a file only; give it instead of the standard input.")
    return original


def _original(file: str, reports: Sequence[Report], input_format: str | None) -> Original:
    """Return the file as it is; it must be as it was audited."""
    from auditor.desk.original import original_of

    original = original_of(file, [report.document for report in reports], input_format)
    if original is None:
        raise _changed(file)
    return original


def _rewrite(story: str, done: Corrected) -> None:
    """Write the corrected file in the place of the original."""
    try:
        amend_file(Path(story), done.original.data, done.data())
    except ChangedMeanwhileError:
        raise _changed(story) from None
    except OSError as error:
        raise InputError(f"{story} could not be fixed: {error.strerror}; mend that and run it again.") from None


def _changed(story: str) -> InputError:
    return InputError(f"{story} was changed just now, so it was not fixed; run it again.")
