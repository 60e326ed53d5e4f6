"""``auditor lsp``, spoken to by a client of the protocol as an editor does."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from auditor.live.diagnostics import DISABLE, EXPLAIN

STORY = (
    "Valmont (IWN) - The 😀 mayor, Denis Ravel, said that the the bridge would stay closed.\n"
    "\n"
    "A second bridge is open.\n"
)


class Editor:
    """A client that keeps what it is shown, and makes the changes that it is asked to make."""

    def __init__(self) -> None:
        self.client = LanguageClient("editor", "1")
        self.shown: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.told: list[str] = []
        self.edits: list[types.ApplyWorkspaceEditParams] = []
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda given: self.shown.put_nowait(given))
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(lambda given: self.told.append(given.message))
        self.client.feature(types.WORKSPACE_APPLY_EDIT)(lambda given: self._apply(given))

    def _apply(self, given: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        self.edits.append(given)
        return types.ApplyWorkspaceEditResult(applied=True)

    async def start(self, *options: str) -> None:
        arguments = ("-m", "auditor", "lsp", "--no-languagetool", "--no-reader", "--no-server", *options)
        await self.client.start_io(sys.executable, *arguments)
        await self.client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
        self.client.initialized(types.InitializedParams())

    async def open(self, path: Path, text: str) -> list[types.Diagnostic]:
        item = types.TextDocumentItem(path.as_uri(), "plaintext", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics()

    async def change(self, path: Path, text: str, version: int = 2) -> None:
        there = types.VersionedTextDocumentIdentifier(uri=path.as_uri(), version=version)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(there, [whole]))

    async def diagnostics(self) -> list[types.Diagnostic]:
        return list((await asyncio.wait_for(self.shown.get(), 60)).diagnostics)

    async def actions(self, path: Path, *given: types.Diagnostic) -> dict[str, types.CodeAction | types.Command]:
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(path.as_uri()), given[0].range, types.CodeActionContext(list(given))
            )
        )
        return {action.title: action for action in found or []}  # lsprotocol takes those with a command for commands

    async def command(self, name: str, *arguments: str) -> object:
        asked = types.ExecuteCommandParams(name, list(arguments))
        return await self.client.workspace_execute_command_async(asked)

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


def spoken(talk: Callable[[Editor], Awaitable[None]], *options: str) -> None:
    """Let ``talk`` speak with a server."""

    async def run() -> None:
        editor = Editor()
        await editor.start(*options)
        try:
            await talk(editor)
        finally:
            await editor.stop()

    with ThreadPoolExecutor(1) as pool:  # in a thread, for a browser's test may have left its loop in this one
        pool.submit(asyncio.run, run()).result()


def of_rule(found: list[types.Diagnostic], rule: str) -> types.Diagnostic:
    return next(diagnostic for diagnostic in found if diagnostic.code == rule)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.en.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def sourced(tmp_path: Path) -> Path:
    """A story with its source beside it."""
    source = tmp_path / "a.fr.txt"
    source.write_text("Le pont a coûté 12 millions d'euros à la ville de Valmont, a dit le maire.\n", encoding="utf-8")
    return tmp_path / "a.en.txt"


def test_an_editor_is_shown_what_is_found_and_what_may_be_done(story: Path, sourced: Path) -> None:
    """One conversation, since a server takes a while to start."""

    async def talk(editor: Editor) -> None:
        found = await editor.open(story, STORY)
        repeated = of_rule(found, "unlikely-join")
        assert repeated.severity is types.DiagnosticSeverity.Warning
        start, end = repeated.range.start, repeated.range.end
        units = STORY.splitlines()[0].encode("utf-16-le")
        assert units[2 * start.character : 2 * end.character].decode("utf-16-le") == "the the"

        actions = await editor.actions(story, repeated)
        fix = next(action for title, action in actions.items() if title.startswith("Write"))
        assert fix.is_preferred
        (edit,) = fix.edit.changes[story.as_uri()]
        assert edit.range == repeated.range
        assert edit.new_text == "the"

        here = actions["Ignore unlikely-join here"]
        (edit,) = here.edit.changes[story.as_uri()]
        ignored = f"{edit.new_text}{STORY}"
        assert edit.range.start == edit.range.end == types.Position(0, 0)

        assert "Explain unlikely-join" in actions
        told = await editor.command(EXPLAIN, story.as_uri(), str(repeated.data))
        assert told == editor.told[-1]
        assert "grammar" in told

        assert "Ignore unlikely-join everywhere" in actions
        assert await editor.command(DISABLE, story.as_uri(), "unlikely-join")
        made, changed = editor.edits[-1].edit.document_changes
        assert made == types.CreateFile((story.parent / "auditor.toml").as_uri())
        assert changed.edits[0].new_text == 'disable = ["unlikely-join"]\n'

        await editor.change(story, STORY.replace("mayor", "reeve"))
        await editor.change(story, ignored, 3)
        left = await editor.diagnostics()
        assert "unlikely-join" not in {diagnostic.code for diagnostic in left}, "the last text alone is audited"

        await editor.change(story, "", 4)
        (fault,) = await editor.diagnostics()
        assert (fault.code, fault.severity) == ("not-audited", types.DiagnosticSeverity.Error)

        editor.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(story.as_uri()))
        )
        assert await editor.diagnostics() == []

        found = await editor.open(sourced, "The bridge cost the city of Valmont 21 million euros, the mayor said.\n")
        assert of_rule(found, "number-altered").severity is types.DiagnosticSeverity.Warning

    spoken(talk, "--source-lang", "fr")
