"""Time what an editor waits for: from an edit of one sentence to the findings, in an editor and on the review page.

    python -m benchmarks.editing [--edits N]

Two human translations of ``reference/`` make a story of some 600 words. A client of the protocol opens it and changes
a sentence again and again, each time to what was never there before. LanguageTool takes part; the pause after the last
key (``auditor.live.lsp.PAUSE``) is counted. Of ``auditor review`` the answer to the page is timed.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from auditor.config import EngineSettings
from auditor.live.bench import Bench
from auditor.live.lsp import PAUSE
from auditor.live.record import digest
from auditor.live.review import Review
from benchmarks.gold import read, stories

EDITS = 10


def story() -> str:
    first, second, *_ = stories()
    return "\n\n".join((read(first.human).strip(), *read(second.human).strip().split("\n\n")[1:])) + "\n"


async def seconds(edits: int) -> list[float]:
    """Return how long each of ``edits`` took, the opening before them."""
    shown: asyncio.Queue[object] = asyncio.Queue()
    client = LanguageClient("editor", "1")
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda given: shown.put_nowait(given))
    await client.start_io(sys.executable, "-m", "auditor", "lsp", "--no-server", "--no-reader", "--offline")
    await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    text, taken = story(), []
    with tempfile.TemporaryDirectory() as folder:
        uri = (Path(folder) / "story.en.txt").as_uri()
        started = time.perf_counter()
        client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "plaintext", 0, text))
        )
        await shown.get()
        taken.append(time.perf_counter() - started)
        last = text.rstrip().rpartition("\n")[2]
        for number in range(1, edits + 1):
            changed = text.replace(last, f"{last} The inquiry began {number} days later.")
            there = types.VersionedTextDocumentIdentifier(uri=uri, version=number)
            whole = types.TextDocumentContentChangeWholeDocument(changed)
            started = time.perf_counter()
            client.text_document_did_change(types.DidChangeTextDocumentParams(there, [whole]))
            await shown.get()
            taken.append(time.perf_counter() - started)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return taken


def reviewing(edits: int) -> list[float]:
    """Return how long the audit of each of ``edits`` on the review page took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.en.txt"
        path.write_text(story(), encoding="utf-8")
        data = path.read_bytes()
        review = Review(str(path), Bench(EngineSettings(offline=True), {"reader": False}, None, lambda *_: None))
        end = len(story().rstrip())
        asked = {"base": digest(data), "decisions": []}
        return [
            float(review.audit({**asked, "changes": [_change(end, number)]})["seconds"])
            for number in range(1, edits + 1)
        ]


def _change(end: int, number: int) -> dict[str, object]:
    return {"start": end - 1, "end": end, "text": f". The inquiry began {number} days later."}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=EDITS, help=f"how many edits (default {EDITS})")
    edits = parser.parse_args().edits
    opened, *taken = asyncio.run(seconds(edits))
    print(f"{len(story().split())} words; opened in {opened:.1f} s, LanguageTool's start included")
    print(
        f"an edit in an editor: median {median(taken):.2f} s, longest {max(taken):.2f} s, {PAUSE} s of each the pause"
    )
    answered = reviewing(edits)
    print(f"an edit on the review page: median {median(answered):.2f} s, longest {max(answered):.2f} s")


if __name__ == "__main__":
    main()
