"""Ask Apertium's dictionaries (apertium.org) for the words of a language, and write what they say as tables.

    apt-get install lttoolbox apertium-{eng-cat,spa-cat,spa-ita,fra-cat,cat-ita,por-cat}
    pip install wordfreq pymorphy3
    python -m benchmarks.apertium DICTIONARIES [--language CODE]...

Asked are the words that wordfreq counts at least once in ten million. ``fr.tsv`` gets a base form, its English and the
kind of word in a row, ``fr.forms.tsv`` a form and its base form. All go by way of Catalan, of which the first word and
its first English one are taken. The forms of Russian are those of OpenCorpora, by pymorphy3.
"""

from __future__ import annotations

import argparse
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.text import LETTERS

FOLDER = Path("/usr/share/apertium")

FORMS = {
    "es": "apertium-spa-ita/spa-ita",
    "fr": "apertium-fra-cat/fra-cat",
    "it": "apertium-cat-ita/ita-cat",
    "pt": "apertium-por-cat/por-cat",
}
"""The compiled dictionary of the forms of each language."""

PAIRS = {
    "es": "apertium-spa-cat/spa-cat",
    "fr": "apertium-fra-cat/fra-cat",
    "it": "apertium-cat-ita/ita-cat",
    "pt": "apertium-por-cat/por-cat",
}
"""The compiled dictionary from each language to Catalan; that from Spanish to English is under GPL-2.0 alone."""

ENGLISH = "apertium-eng-cat/cat-eng"

OTHERS = ("ru",)
"""Languages of which only the forms are asked, elsewhere."""

LEAST = 1e-7
"""The share of a word in running text from which it is asked for."""

KINDS = {"n": "n", "adj": "a", "adv": "r", "vblex": "v", "vbmod": "v", "vbser": "v", "vbhaver": "v"}
"""Our kinds of words by Apertium's first tag; names (``np``) are left out."""

_READING = re.compile(r"\^([^/$]*)/([^$]*)\$")
_LEMMA = re.compile(r"([^<]+)<([^>]+)>")
_NAME = "np"


def words(language: str) -> list[str]:
    """Return the words of the language that are not too rare."""
    import wordfreq

    counted = wordfreq.get_frequency_dict(language)
    return sorted(word for word, share in counted.items() if share >= LEAST and LETTERS.fullmatch(word))


def readings(asked: Iterable[str], dictionary: Path, *, tagged: bool = False) -> Iterator[tuple[str, list[str]]]:
    """Yield what each of ``asked`` is in the compiled ``dictionary``: nothing where it is unknown."""
    lines = "".join(f"^{each}$\n" if tagged else f"{each}\n" for each in asked)
    command = ["lt-proc", *(["-b"] if tagged else []), str(dictionary)]
    told = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    for asked_, answers in _READING.findall(told):
        yield asked_, [each for each in answers.split("/") if each[:1] not in "*@"]


def analyses(language: str) -> dict[str, set[str]]:
    """Return the readings (base form and tags) of each known word, names left out."""
    dictionary = FOLDER / f"{FORMS[language]}.automorf.bin"
    found: dict[str, set[str]] = {}
    for word, known in readings(words(language), dictionary):
        plain = {each for each in known if "+" not in each and (head := _LEMMA.match(each)) and head.group(2) != _NAME}
        if plain:
            found[word] = plain
    return found


def english(asked: set[str], language: str) -> Iterator[tuple[str, str, str]]:
    """Yield base form, English and kind of word for the readings ``asked``."""
    catalan = {
        reading: answers[0]
        for reading, answers in readings(sorted(asked), FOLDER / f"{PAIRS[language]}.autobil.bin", tagged=True)
        if answers
    }
    known = dict(readings(sorted(set(catalan.values())), FOLDER / f"{ENGLISH}.autobil.bin", tagged=True))
    for reading, between in catalan.items():
        lemma = _LEMMA.match(reading)
        rendering = _LEMMA.match(next(iter(known.get(between, ())), ""))
        if lemma and rendering and rendering.group(2) != _NAME:
            yield lemma.group(1), rendering.group(1), KINDS.get(rendering.group(2), "")


def russian(asked: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the Russian words ``asked`` with each base form that OpenCorpora knows for them."""
    import pymorphy3

    analyser = pymorphy3.MorphAnalyzer()
    for word in asked:
        for reading in analyser.parse(word):
            if reading.is_known and "Name" not in reading.tag and "Surn" not in reading.tag:
                yield word, reading.normal_form


def write(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    kept = sorted(set(rows))
    path.write_text("".join("\t".join(row) + "\n" for row in kept), encoding="utf-8")
    print(f"{path.name}: {len(kept):,} rows")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionaries", type=Path)
    parser.add_argument("--language", action="append", default=[], choices=(*PAIRS, *OTHERS))
    options = parser.parse_args()
    for language in options.language or (*PAIRS, *OTHERS):
        forms = options.dictionaries / f"{language}.forms.tsv"
        if language not in PAIRS:
            write(forms, russian(words(language)))
            continue
        known = analyses(language)
        write(forms, ((word, each.partition("<")[0]) for word, readings_ in known.items() for each in readings_))
        write(options.dictionaries / f"{language}.tsv", english(set().union(*known.values()), language))


if __name__ == "__main__":
    main()
