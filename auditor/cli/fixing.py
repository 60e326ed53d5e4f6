"""Safe suggestions, shown as a diff or written into the story."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.options import Fixing
from auditor.cli.output import STDOUT, replace_file, write
from auditor.cli.stories import STDIN
from auditor.model import InputError, Report, Span
from auditor.text.visible import visible

if TYPE_CHECKING:
    from auditor.readers.encoding import Decoded


def mended(story: str, report: Report, asked: Fixing, say: Callable[[str], None]) -> bool:
    """Show or make the safe fixes of ``report`` in the file ``story``, as ``asked``; return whether it was written.

    What stays the same keeps its bytes: encoding, byte order mark and line ends. Raises ``InputError`` where the file
    cannot be written back so.
    """
    if not (asked.fix or asked.diff_fixes):
        return False
    from auditor.fixing import apply, in_file, safe_fixes

    every = safe_fixes(report.document, report.findings)
    if not every:
        return False
    written, escape = _from_standard_input(report, asked) if story == STDIN else _written(story, report)
    fixes = in_file(report.document, every, written.text, escape)
    if left := len(every) - len(fixes):
        say(f"{story}: {_counted(left)} left out, for tags or entities stand among the words")
    if asked.diff_fixes or not fixes:
        write(STDOUT, _diff(story, written.text, apply(written.text, fixes), say))
        return False
    _rewrite(story, written, apply(written.text, fixes))
    say(f"{story}: {_counted(len(fixes))} made")
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


def _from_standard_input(report: Report, asked: Fixing) -> tuple[Decoded, Callable[[str], str]]:
    """Return the text that was read, which only plain text still shows as it was."""
    from auditor.readers.encoding import Decoded

    if asked.fix:
        raise InputError("The standard input cannot be fixed; give a file, or look at --diff-fixes.")
    if not report.document.is_verbatim(Span(0, len(report.document.text))):
        raise InputError("Fixes can be shown for HTML in a file only; give the file instead of the standard input.")
    return Decoded(report.document.text, "utf-8"), str


def _written(story: str, report: Report) -> tuple[Decoded, Callable[[str], str]]:
    """Return the text of the file and how words are written in its format; the file must be as it was audited."""
    from auditor.readers.formats import format_of

    path = Path(story)
    data = path.read_bytes()
    known = format_of(path.suffix, data)
    written = known.decode(story, data)
    if known.parse(story, written.text, None).text != report.document.text:
        raise InputError(f"{story} was changed just now, so it was not fixed; run it again.")
    return written, known.escape


def _rewrite(story: str, written: Decoded, after: str) -> None:
    """Write ``after`` into the file, in one step; its bytes must come back as they were read."""
    path = Path(story).resolve()
    try:
        if written.encoded(written.text) != path.read_bytes():
            raise InputError(f"{story} is in an encoding that cannot be written back exactly; save it as UTF-8 first.")
        replace_file(path, written.encoded(after))
    except UnicodeEncodeError:
        raise InputError(
            f"{story} is in an encoding without all letters of the fixes; save it as UTF-8 first."
        ) from None
    except OSError as error:
        raise InputError(f"{story} could not be fixed: {error.strerror}; change its permissions.") from None
