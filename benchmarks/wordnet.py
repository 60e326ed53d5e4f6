"""WordNet 3.0, as Debian's ``wordnet-base`` packs it: the synsets of a part of speech, and how common each is."""

from __future__ import annotations

import argparse
import lzma
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sense:
    """What WordNet calls a synset: its words, and its pointers as (symbol, offset, word here, word there)."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int, int], ...]


def senses_of(path: Path) -> Iterator[tuple[str, Sense]]:
    """Yield the senses of a ``data`` file by their offsets."""
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            continue
        fields = line.partition(" | ")[0].split()
        count = int(fields[3], 16)
        words = tuple(re.sub(r"\(\w+\)$", "", fields[4 + 2 * n]).lower() for n in range(count))
        rest = fields[4 + 2 * count :]
        pointers = (rest[1 + 4 * n : 5 + 4 * n] for n in range(int(rest[0])))
        yield (
            fields[0],
            Sense(words, tuple((sym, to, int(at[:2], 16), int(at[2:], 16)) for sym, to, _, at in pointers)),
        )


def ranks_of(path: Path) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield for each word of an ``index`` file and each of its senses how many are commoner."""
    for line in path.read_text(encoding="ascii").splitlines():
        if not line.startswith("  "):
            word, _, count, *rest = line.split()
            yield from (((word, offset), rank) for rank, offset in enumerate(rest[-int(count) :]))


def write(file: Path, rows: Callable[[Path], Iterable[str]], usage: str | None) -> None:
    """Make a table of ``rows`` from the folder that the command line names, and write it to ``file``."""
    parser = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    text = "\n".join(rows(parser.parse_args().folder)) + "\n"
    file.write_bytes(lzma.compress(text.encode("ascii"), preset=9))
    print(f"{file.name}: {text.count(chr(10)):,} words, {file.stat().st_size:,} bytes")
