"""Every place where text leaves the program is known, and what comes from outside is visible there.

A new one fails here until it is made to go through ``auditor.cli.saying``, ``auditor.cli.output`` or a renderer, or is
listed with the reason why nothing from outside can act on whoever reads it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import auditor

ROOT = Path(auditor.__file__).parent

SHOWN = {
    "cli/saying.py say": "passes visible",
    "cli/saying.py show_lines": "passes visible",
    "cli/saying.py show_traceback": "passes visible",
    "cli/progress.py Conversation.say": "passes visible",
    "cli/progress.py conversation": "our own word",
    "client/delegation.py _say": "passes visible",
    "server/__main__.py main": "passes visible",
    "__main__.py main": "an exit code",
    "server/child.py _show": "passes visible",
    "render/terminal/page.py page": "passes visible, line by line",
    "render/terminal/sheets.py render": "passes visible, cell by cell",
}
"""Where words for people go out."""

REPORTS = {
    "cli/output.py write": "what a renderer, json_text or a diff gives; test_way_out and test_formats look into each",
    "cli/output.py append_job_summary": "Markdown of the renderer",
    "cli/batch.py _written": "a result's line, which json_text gives",
    "live/loopback.py Handler._send": "JSON of json_text, a page of the renderer, or our own sentence",
    "cli/run.py Run.once": "hands reports on to cli/output.py",
}
"""Where reports go out, made by what ``RENDERED`` tells."""

FILES = {
    "archive/kept.py Kept.begun": "a point for each time",
    "whole.py replace_file": "the bytes of a report, or what we keep",
    "whole.py _draft": "the bytes of a report or a story",
    "live/http.py token": "a secret, for this user's programs",
    "engines/languagetool/relock.py ": "our own list of jars",
    "engines/neural/worker.py main": "to our own client",
    "engines/reader/worker.py _tell": "to our own client",
    "engines/reader/provisioning.py _download": "a list of packages for pip",
    "engines/languagetool/guard/compile.py ": "our own class",
}
"""What is written that nobody reads as text."""

OTHERS = {
    "engines/reader/provisioning.py _download": "pip's own words, while it fetches",
    "engines/neural/provisioning.py _make_environment": "pip's own words, while it installs",
    "engines/neural/client.py Judge._start": "the hub's own words, while it downloads",
    "engines/languagetool/guard/compile.py compiled": "the compiler's, for us alone",
}
"""Programs that speak for themselves."""


def sinks(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the function of each call that puts text out, and what it calls."""
    yield from _within(tree, "")


def _within(node: ast.AST, scope: str) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        named = isinstance(child, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef))
        inner = f"{scope}.{child.name}".lstrip(".") if named else scope
        if isinstance(child, ast.Call) and (what := _sink(child)):
            yield scope, what
        yield from _within(child, inner)


_WRITES = {
    "write",
    "writelines",
    "write_text",
    "write_bytes",
    "echo",
    "secho",
    "print_exc",
    "print_exception",
    "excepthook",
}
_LOGS = {"debug", "info", "warning", "error", "exception", "critical", "log", "warn"}
_STARTS = {"run", "Popen", "call", "check_call", "system"}


def _sink(call: ast.Call) -> str | None:
    called = call.func
    if isinstance(called, ast.Name):
        return called.id if called.id in {"print", "echo", "secho", "excepthook"} else None
    if not isinstance(called, ast.Attribute):
        return None
    home = ast.unparse(called.value)
    if home.endswith("stdin"):
        return None  # to a program that we started
    if called.attr in _WRITES or (called.attr == "print" and "console" in home):
        return f"{home}.{called.attr}"
    if called.attr in {"status"} and home == "console":
        return "console.status"
    if called.attr in _LOGS and home in {"logging", "logger", "log", "_log", "warnings"}:
        return f"{home}.{called.attr}"
    if called.attr == "exit" and home == "sys" and call.args and isinstance(call.args[0], (ast.JoinedStr, ast.Call)):
        return "sys.exit"
    if home in {"subprocess", "os"} and called.attr in _STARTS and not _kept(call):
        return f"{home}.{called.attr}"
    return None


def _kept(call: ast.Call) -> bool:
    """Tell whether what a started program says stays with us."""
    given = {word.arg: ast.unparse(word.value) for word in call.keywords}
    return given.get("capture_output") == "True" or (
        "stdout" in given and given.get("stderr") in {"log", "subprocess.DEVNULL", "subprocess.PIPE"}
    )


def modules() -> dict[str, ast.Module]:
    return {str(file.relative_to(ROOT)): ast.parse(file.read_text("utf-8")) for file in sorted(ROOT.rglob("*.py"))}


def test_every_way_out_is_known_and_none_is_listed_that_is_gone() -> None:
    found = {f"{name} {scope}" for name, tree in modules().items() for scope, _ in sinks(tree)}
    known = SHOWN.keys() | REPORTS.keys() | FILES.keys() | OTHERS.keys()
    assert found - known == set(), "text goes out where nothing makes it visible"
    assert known - found == set(), "these ways out are gone"


def test_a_new_way_out_would_be_noticed() -> None:
    for line in (
        "print(name)",
        "click.echo(f'{name}')",
        "sys.stderr.write(name)",
        "Path(name).write_text(text)",
        "console.print(name)",
        "logging.warning(name)",
        "sys.exit(f'no {name}')",
        "subprocess.run([name])",
        "sys.excepthook(*sys.exc_info())",
    ):
        assert list(sinks(ast.parse(f"def f():\n    {line}"))), line


def test_all_json_that_is_shown_is_made_in_one_place() -> None:
    """``ensure_ascii=False`` lets bidi marks and C1 controls through; ``json_text`` alone knows how to hold them."""
    calls = {
        name
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "ensure_ascii"
    }
    assert calls == {"text/visible.py"}
