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
from auditor.model import InputError, Report

if TYPE_CHECKING:
    from auditor.readers.encoding import Decoded


def mended(story: str, report: Report, asked: Fixing, say: Callable[[str], None]) -> bool:
    """Show or make the safe fixes of ``report`` in the file ``story``, as ``asked``; return whether it was written.

    What stays the same keeps its bytes: encoding, byte order mark and line ends. Raises ``InputError`` where the file
    cannot be written back so.
    """
    if not (asked.fix or asked.diff_fixes):
        return False
    from auditor.fixing import apply, safe_fixes

    fixes = safe_fixes(report.document, report.findings)
    if not fixes:
        return False
    if asked.diff_fixes:
        write(STDOUT, _diff(story, report.document.text, apply(report.document.text, fixes)))
        return False
    _rewrite(story, report.document.text, apply(report.document.text, fixes))
    say(f"{story}: {len(fixes)} fix{'es' if len(fixes) > 1 else ''} made")
    return True


def _diff(story: str, before: str, after: str) -> str:
    """Return a unified diff that ``patch`` takes."""
    then, now = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (before, after))
    lines = difflib.unified_diff(then, now, fromfile=f"a/{story}", tofile=f"b/{story}")
    whole = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(whole)


def _rewrite(story: str, before: str, after: str) -> None:
    if story == STDIN:
        raise InputError("The standard input cannot be fixed; give a file, or look at --diff-fixes.")
    path = Path(story).resolve()
    known = _decoded(story, path)
    if known.text != before:
        raise InputError(f"{story} is not plain text, or was changed just now, so it was not fixed; fix it by hand.")
    try:
        replace_file(path, known.encoded(after))
    except OSError as error:
        raise InputError(f"{story} could not be fixed: {error.strerror}; change its permissions.") from None


def _decoded(story: str, path: Path) -> Decoded:
    from auditor.readers.encoding import decoded

    data = path.read_bytes()
    known = decoded(story, data)
    if known.encoded(known.text) != data:
        raise InputError(f"{story} is in an encoding that cannot be written back exactly; save it as UTF-8 first.")
    return known
