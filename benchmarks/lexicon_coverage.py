"""How many of the running words of sources the lexicons can render.

    python -m benchmarks.lexicon_coverage DATA_DIR [--language CODE]... [--missing N]

Counted are the words that name things: no function words, figures or names. Names are told by capitals; where nouns
have them too, by one that the English keeps; “of” and the like, and Latin letters among others, are parts of foreign
names. The first word of a sentence tells nothing and is passed over. Only documents that no lexicon was counted over
(``held_out`` in ``benchmarks/train_lexicon.py``) are read. Printed are the share of words with at least one rendering,
by language and set, and the commonest that have none.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from auditor.alignment.lexicon import Lexicon, foreign_words, lexicon
from auditor.config import word_list
from auditor.languages import Capitals
from auditor.languages import language as language_of
from auditor.text import LETTERS, cognate
from benchmarks.rows import rows_of
from benchmarks.train_lexicon import SETS as COUNTED
from benchmarks.train_lexicon import held_out

SETS = (
    "newstest_fr-en_src_ref",
    "wmt23_system_outputs_xx-en",
    "dev/wmt13_da_xx-en",
    "dev/demetr_xx-en",
    "dev/wmt22-ced_pt-en",
    "dev/mlqe-pe_xx-en",
    "dev/mt-geneval_xx-en",
    "dev/mqm_bio2021_xx-en",
)
"""News first, then encyclopedias and medicine."""

_ENGLISH = frozenset(word_list("grammatical_words.en"))

LANGUAGES = ("fr", "es", "de", "it", "pt", "ru")


def content_words(source: str, english: str, entries: Lexicon) -> Iterator[tuple[str, bool]]:
    """Yield the words of ``source`` that count, as written, with whether the lexicon renders them."""
    spoken = language_of(entries.language)
    words = LETTERS.findall(english)
    kept = {word for word in words if word[0].isupper()}
    titles = _ENGLISH.intersection(words)
    for index, word in enumerate(foreign_words(source, entries.language, entries.lines)):
        text = word.span.of(source)
        if index == 0 or text.isupper() or text in titles or (text.isascii() and spoken.writing.script != "Latn"):
            continue
        if text[0].isupper() and _is_name(text, kept, spoken.writing.capitals):
            continue
        yield text, bool(entries.tokens(word.stem))


def _is_name(text: str, kept: set[str], capitals: Capitals) -> bool:
    return capitals is not Capitals.NOUNS or any(cognate(text.lower(), word.lower()) for word in kept)


def counted(data: Path) -> set[str]:
    """Return the sources that the lexicons were counted over; some stand in several sets."""
    return {row["src"] for name in COUNTED for row in rows_of(data / f"{name}.jsonl.gz") if not held_out(name, row)}


def sentences(data: Path, name: str, without: set[str]) -> Iterator[tuple[str, str, str]]:
    """Yield language, source and English of each source sentence of a set that was held out, once."""
    seen = set(without)
    for row in rows_of(data / f"{name}.jsonl.gz"):
        if row["src"] and row["src"] not in seen and held_out(name, row):
            seen.add(row["src"])
            yield row["lp"].partition("-")[0], row["src"], row.get("ref") or row.get("mt") or ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--language", action="append", default=[], choices=LANGUAGES)
    parser.add_argument("--missing", type=int, default=0, help="how many words without a rendering to print")
    options = parser.parse_args()
    languages = options.language or LANGUAGES
    counts: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    missing: defaultdict[str, Counter[str]] = defaultdict(Counter)
    known_before = counted(options.data)
    for name in SETS:
        for language, source, english in sentences(options.data, name, known_before):
            entries = lexicon(language) if language in languages else None
            for word, rendered in content_words(source, english, entries) if entries else ():
                counts[language, name][0] += 1
                counts[language, name][1] += rendered
                if not rendered:
                    missing[language][word.lower()] += 1
    for (language, name), (words, known) in sorted(counts.items()):
        print(f"{language}  {name:28} {words:7,} words  {known / words:6.1%}")
    for language in languages if options.missing else ():
        print(f"{language}: " + ", ".join(f"{word} {n}" for word, n in missing[language].most_common(options.missing)))


if __name__ == "__main__":
    main()
