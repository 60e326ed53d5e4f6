"""Safe suggestions, shown as a diff or written into the story."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
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
    from auditor.readers.office.amending import Amended, Change


@dataclass(frozen=True, slots=True)
class _Original:
    """A file as it stands: its bytes, the text in them, and how its format writes words, and itself."""

    data: bytes
    written: Decoded
    escape: Callable[[str], str | None]
    amend: Callable[[str, bytes, Sequence[Change]], Amended] | None = None


def mended(
    file: str, reports: Sequence[Report], asked: Fixing, input_format: str | None, say: Callable[[str], None]
) -> bool:
    """Show or make the safe fixes of ``reports``, of stories in ``file``, as ``asked``; return whether it was written.

    What stays the same keeps its bytes: encoding, byte order mark and line ends. Raises ``InputError`` where the file
    cannot be written back so.
    """
    if not (asked.fix or asked.diff_fixes):
        return False
    from auditor.fixing import Fix, apply, in_file, safe_fixes

    wanted = [(report.document, safe_fixes(report.document, report.findings)) for report in reports]
    every = sum(len(fixes) for _, fixes in wanted)
    if not every:
        return False
    original = _from_standard_input(reports, asked) if file == STDIN else _original(file, reports, input_format)
    text = original.written.text
    fixes: list[Fix] = []
    for document, safe in wanted:
        fixes += in_file(document, safe, text, original.escape)
    fixes.sort(key=lambda fix: fix.span)
    data: bytes | None = None
    among = "tags or entities stand"
    if original.amend:
        done = original.amend(file, original.data, [(fix.span, fix.replacement) for fix in fixes])
        fixes, data = [Fix(*change) for change in done.made], done.data
        among = "several runs of text, or signs, stand"
    if left := every - len(fixes):
        say(f"{file}: {_counted(left)} left out, for {among} among the words, or belong there")
    after = apply(text, fixes)
    if asked.diff_fixes or not fixes:
        write(STDOUT, _diff(file, text, after, say))
        return False
    _rewrite(file, original, after, data)
    say(f"{file}: {_counted(len(fixes))} made")
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


def _from_standard_input(reports: Sequence[Report], asked: Fixing) -> _Original:
    """Return the text that was read, which only plain text still shows as it was."""
    from auditor.readers.encoding import Decoded

    if asked.fix:
        raise InputError("The standard input cannot be fixed; give a file, or look at --diff-fixes.")
    document = reports[0].document
    if len(reports) > 1 or document.metadata or not document.is_verbatim(Span(0, len(document.text))):
        raise InputError("Fixes of this format can be shown in a file only; give it instead of the standard input.")
    return _Original(b"", Decoded(document.text, "utf-8"), str)


def _original(file: str, reports: Sequence[Report], input_format: str | None) -> _Original:
    """Return the file as it is; it must be as it was audited."""
    from auditor.readers.formats import format_of

    try:
        data = Path(file).read_bytes()
        known = format_of(file, data, input_format)
        written = known.decode(file, data)
        now = {each.document.label: each.document.text for each in known.read(file, data, None).stories}
        same = all(now.get(report.document.label) == report.document.text for report in reports)
    except (OSError, InputError):
        same = False
    if not same:
        raise _changed(file)
    return _Original(data, written, known.escape, known.amend)


def _rewrite(story: str, original: _Original, after: str, data: bytes | None) -> None:
    """Write ``after`` into the file, or ``data`` where it is more than its text; the rest must come back as it was."""
    written = original.written
    try:
        if data is None and written.encoded(written.text) != original.data:
            raise InputError(f"{story} is in an encoding that cannot be written back exactly; save it as UTF-8 first.")
        amend_file(Path(story), original.data, written.encoded(after) if data is None else data)
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
