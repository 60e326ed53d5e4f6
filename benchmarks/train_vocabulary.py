"""Make the list of English words from SCOWL and write it as package data.

    python -m benchmarks.train_vocabulary SCOWL_FOLDER

SCOWL_FOLDER is the ``final`` folder of SCOWL (wordlist.aspell.net), on Debian ``/usr/share/dict/scowl`` of the package
``scowl``. Taken are the plain words of all varieties of English, names and abbreviations apart.
"""

from __future__ import annotations

import argparse
import gzip
from pathlib import Path

FILE = Path(__file__).parent.parent / "auditor" / "analysis" / "english_words.txt.gz"

RAREST = 70
"""SCOWL's size up to which a word is taken: "large", the words of a big dictionary; beyond are those of word games."""


def words(folder: Path) -> set[str]:
    """Return the words in lower case, of letters only, that the lists in ``folder`` hold."""
    found: set[str] = set()
    for path in folder.glob("*-words.*"):
        if int(path.suffix.removeprefix(".")) <= RAREST:
            found.update(path.read_text(encoding="latin-1").split())
    return {word for word in found if word.isalpha() and word.islower()}


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("scowl", type=Path, help="folder of SCOWL's lists")
    found = words(parser.parse_args().scowl)
    text = "".join(f"{word}\n" for word in sorted(found))
    FILE.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{len(found):,} words, {FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
