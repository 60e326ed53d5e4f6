"""Time what an editor waits for: from a key in one sentence to the findings, through the language server.

    python -m benchmarks.editing [--edits N]

Two human translations of ``reference/`` make a story of some 600 words. A client of the protocol opens it and changes
a sentence again and again, each time to what was never there before. LanguageTool takes part; the pause after the last
key (``auditor.live.lsp.PAUSE``) is counted.
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

from auditor.live.lsp import PAUSE
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=EDITS, help=f"how many edits (default {EDITS})")
    opened, *taken = asyncio.run(seconds(parser.parse_args().edits))
    print(f"{len(story().split())} words; opened in {opened:.1f} s, LanguageTool's start included")
    print(f"an edit: median {median(taken):.2f} s, longest {max(taken):.2f} s, {PAUSE} s of each the pause")


if __name__ == "__main__":
    main()
