"""A language server: any editor that speaks the protocol shows the findings of the stories that are open in it.

Source: Language Server Protocol 3.17. Audits are made one after the other where they are asked for, a moment after the
last key; only what was changed takes time.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from auditor.config.file import OWN_NAME, PROJECT_NAME
from auditor.config.writing import with_disabled
from auditor.live.bench import Bench
from auditor.live.diagnostics import DISABLE, EXPLAIN, Audited, explanation
from auditor.live.positions import Positions
from auditor.model import AuditorError, tool_version
from auditor.render.tool import NAME
from auditor.text.visible import visible_lines

PAUSE = 0.25
"""Seconds without a key after which a story is audited anew."""

_IN, _OUT, _ERR = 0, 1, 2


class AuditServer(LanguageServer):
    """The open stories of one editor, audited at ``bench``."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(NAME, tool_version(), text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.bench = bench
        self.audited: dict[str, Audited] = {}
        self.due: dict[str, asyncio.TimerHandle] = {}

    def audit(self, uri: str) -> None:
        """Audit the story as it stands in the editor, and show what is found; what cannot be audited is said there."""
        self.wait_no_more(uri)
        document = self.workspace.get_text_document(uri)
        text = document.source or ""
        positions = Positions(text, self.workspace.position_encoding or types.PositionEncodingKind.Utf16)
        try:
            reports = self.bench.audit(_path(document), text)
        except AuditorError as error:
            self.audited.pop(uri, None)
            self.show(uri, [_fault(error, positions)], document.version)
            return
        self.audited[uri] = Audited(uri, positions, reports)
        self.show(uri, self.audited[uri].diagnostics(), document.version)

    def show(self, uri: str, found: Iterable[types.Diagnostic], version: int | None = None) -> None:
        """Have the editor show ``found``, and nothing else, in a story."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, list(found), version))

    def wait_no_more(self, uri: str) -> None:
        """Let no audit of a story be due."""
        if due := self.due.pop(uri, None):
            due.cancel()


def server_at(bench: Bench) -> AuditServer:
    """Return a server that has not begun to speak."""
    server = AuditServer(bench)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_actions)
    server.command(EXPLAIN)(_explain)
    server.command(DISABLE)(_disable)
    return server


def _opened(ls: AuditServer, given: types.DidOpenTextDocumentParams) -> None:
    ls.audit(given.text_document.uri)


def _saved(ls: AuditServer, given: types.DidSaveTextDocumentParams) -> None:
    ls.audit(given.text_document.uri)


def _changed(ls: AuditServer, given: types.DidChangeTextDocumentParams) -> None:
    uri = given.text_document.uri
    ls.wait_no_more(uri)
    ls.due[uri] = asyncio.get_running_loop().call_later(PAUSE, ls.audit, uri)


def _closed(ls: AuditServer, given: types.DidCloseTextDocumentParams) -> None:
    uri = given.text_document.uri
    ls.wait_no_more(uri)
    ls.audited.pop(uri, None)
    ls.show(uri, ())


def _actions(ls: AuditServer, given: types.CodeActionParams) -> list[types.CodeAction]:
    uri = given.text_document.uri
    if uri in ls.due:  # the places are those of the text before the last key
        ls.audit(uri)
    audited = ls.audited.get(uri)
    return audited.actions(given.context.diagnostics, given.range) if audited else []


def _explain(ls: AuditServer, uri: str, fingerprint: str) -> str | None:
    """Show why a finding is one, and return it."""
    audited = ls.audited.get(uri)
    found = audited.finding(fingerprint) if audited else None
    if found is None:
        return None
    told = visible_lines(explanation(*found))
    ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, told))
    return told


async def _disable(ls: AuditServer, uri: str, rule: str) -> bool:
    """Have the editor disable ``rule`` in the desk's settings; return whether it did."""
    story = Path(_path(ls.workspace.get_text_document(uri)))
    place = ls.bench.settings(str(story)).config or story.parent / OWN_NAME
    edit = _settings_edit(place, rule)
    if edit is None:
        told = f"{place} could not be changed; add “{rule}” to disable there."
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, told))
        return False
    asked = types.ApplyWorkspaceEditParams(edit, f"Ignore {rule} everywhere")
    return (await ls.workspace_apply_edit_async(asked)).applied


def _settings_edit(place: Path, rule: str) -> types.WorkspaceEdit | None:
    """Return what disables ``rule`` in the desk's file at ``place``, which is made where there is none."""
    uri = place.absolute().as_uri()
    before = place.read_text(encoding="utf-8") if place.is_file() else ""
    after = with_disabled(before, rule, project=place.name == PROJECT_NAME)
    if after is None:
        return None
    edit = types.TextDocumentEdit(
        types.OptionalVersionedTextDocumentIdentifier(uri), [types.TextEdit(Positions(before).whole(), after)]
    )
    made = [] if place.is_file() else [types.CreateFile(uri)]
    return types.WorkspaceEdit(document_changes=[*made, edit])


def _path(document: TextDocument) -> str:
    """Return the path of a document; one that is no file yet has its name, and the settings of the working folder."""
    path = to_fs_path(document.uri)
    return path if urlsplit(document.uri).scheme == "file" and path else "untitled.txt"


def _fault(error: AuditorError, positions: Positions) -> types.Diagnostic:
    start = types.Position(0, 0)
    whole = positions.whole()
    line = types.Range(start, min(whole.end, types.Position(1, 0), key=lambda place: (place.line, place.character)))
    return types.Diagnostic(line, str(error), types.DiagnosticSeverity.Error, code="not-audited", source=NAME)


def serve(bench: Bench) -> None:
    """Speak with one editor over the standard streams until it says goodbye.

    The streams of the protocol are its own: it closes them, and what anything else prints goes to the standard error.
    """
    heard, said = os.fdopen(os.dup(_IN), "rb"), os.fdopen(os.dup(_OUT), "wb")
    os.dup2(_ERR, _OUT)
    server_at(bench).start_io(heard, said)
