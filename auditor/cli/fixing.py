"""Safe suggestions, shown as a diff or written into the story."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.options import Fixing
from auditor.cli.output import STDOUT, write
from auditor.cli.stories import STDIN
from auditor.model import InputError, Report, Span
from auditor.text.visible import visible
from auditor.whole import ChangedMeanwhileError, amend_file

if TYPE_CHECKING:
    from auditor.readers.encoding import Decoded


@dataclass(frozen=True, slots=True)
class _Original:
    """A story as it stands in its file: its bytes, the text in them, and how words are written in its format."""

    data: bytes
    written: Decoded
    escape: Callable[[str], str]


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
    original = _from_standard_input(report, asked) if story == STDIN else _original(story, report)
    text = original.written.text
    fixes = in_file(report.document, every, text, original.escape)
    if left := len(every) - len(fixes):
        say(f"{story}: {_counted(left)} left out, for tags or entities stand among the words")
    if asked.diff_fixes or not fixes:
        write(STDOUT, _diff(story, text, apply(text, fixes), say))
        return False
    _rewrite(story, original, apply(text, fixes))
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


def _from_standard_input(report: Report, asked: Fixing) -> _Original:
    """Return the text that was read, which only plain text still shows as it was."""
    from auditor.readers.encoding import Decoded

    if asked.fix:
        raise InputError("The standard input cannot be fixed; give a file, or look at --diff-fixes.")
    if not report.document.is_verbatim(Span(0, len(report.document.text))):
        raise InputError("Fixes can be shown for HTML in a file only; give the file instead of the standard input.")
    return _Original(b"", Decoded(report.document.text, "utf-8"), str)


def _original(story: str, report: Report) -> _Original:
    """Return the file as it is; it must be as it was audited."""
    from auditor.readers.formats import format_of

    path = Path(story)
    try:
        data = path.read_bytes()
        known = format_of(path.suffix, data)
        written = known.decode(story, data)
        same = known.parse(story, written.text, None).text == report.document.text
    except (OSError, InputError):
        same = False
    if not same:
        raise _changed(story)
    return _Original(data, written, known.escape)


def _rewrite(story: str, original: _Original, after: str) -> None:
    """Write ``after`` into the file; what stays the same must come back as it was read."""
    written = original.written
    try:
        if written.encoded(written.text) != original.data:
            raise InputError(f"{story} is in an encoding that cannot be written back exactly; save it as UTF-8 first.")
        amend_file(Path(story), original.data, written.encoded(after))
    except ChangedMeanwhileError:
        raise _changed(story) from None
    except UnicodeEncodeError:
        raise InputError(
            f"{story} is in an encoding without all letters of the fixes; save it as UTF-8 first."
        ) from None
    except OSError as error:
        raise InputError(f"{story} could not be fixed: {error.strerror}; mend that and run it again.") from None


def _changed(story: str) -> InputError:
    return InputError(f"{story} was changed just now, so it was not fixed; run it again.")
