"""What ``auditor stale`` says of stories that it was not made with, their sources changed by a program.

    python -m benchmarks.updates [FOLDER]

FOLDER is ``reference/planted`` or one like it. In each source a figure, a name, a day of the week and a sentence are
changed or taken out, one at a time, and held against the right translation; the reverse of the last is a source that
was updated as the story was already. A source that stays, or whose paragraphs change places, must leave all as it is.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from auditor.analysis import CalendarKind, calendar_words
from auditor.bilingual.names import held, known_names
from auditor.languages import language
from auditor.model import Document, Fact, Staleness, Standing
from auditor.readers import read
from auditor.segmentation import document_from_text
from auditor.stale import staleness
from benchmarks.gold import REFERENCE

SEED = 20261129
EACH = 3
"""Edits of a kind in one story."""

NAMES = {"ru": "Брагинцев", "uk": "Брагінцев"}
NAME = "Quentrevaux"
"""The name that takes the place of another."""

_FIGURE = re.compile(r"(?<![\d.,])[1-9]\d{0,3}(?![\d.,/:hH])")

Case = tuple[str, str, str]
"""The kind of an edit, the source before and the source after."""


def cases(text: str, spoken: str, target: Document, rng: random.Random) -> Iterator[Case]:
    """Yield the edits of a source."""
    body = text.index("\n\n")
    document = document_from_text("source", text, language=spoken)
    sentences = [segment.span.of(text) for segment in document.segments]
    yield "same", text, text
    head, lead, *paragraphs, last = text.split("\n\n")
    rng.shuffle(paragraphs)
    yield "paragraphs moved", text, "\n\n".join((head, lead, *paragraphs, last))
    figures = list(_FIGURE.finditer(text, body))
    for match in _some(figures, rng):
        value = int(match[0])
        now = value - 3 if 1900 <= value <= 2100 else value + 7
        yield "figure", text, f"{text[: match.start()]}{now}{text[match.end() :]}"
    words = [word for word in re.findall(r"\w+", target.text) if word[0].isupper()]
    names = [name for name in sorted(known_names(sentences, spoken)) if len(name) > 4 and text.count(name) == 1]
    for name in _some([name for name in names if text.index(name) > body and held(name, words)], rng):
        yield "name", text, text.replace(name, NAMES.get(spoken, NAME))
    days = [word for sentence in sentences for word in calendar_words(sentence, spoken)]
    for day in _some([day for day in days if day.kind is CalendarKind.WEEKDAY and text.count(day.text) == 1], rng):
        other = language(spoken).calendar.weekdays[(day.number + 1) % 7].split()[0]
        yield "day", text, text.replace(day.text, other.capitalize() if day.text[0].isupper() else other)
    for sentence in _some([sentence for sentence in sentences[2:-1] if 40 < len(sentence) < 200], rng):
        yield "sentence taken out", text, text.replace(sentence, "", 1)
        yield "sentence that the story has already", text.replace(sentence, "", 1), text


def _some(found: list, rng: random.Random) -> list:  # type: ignore[type-arg]
    return rng.sample(found, min(EACH, len(found)))


def is_right(kind: str, told: Staleness) -> bool:
    """Tell whether what is said of an edit is what an editor would want."""
    facts = {change.fact for passage in told.due for change in passage.changes}
    match kind:
        case "figure":
            return Fact.FIGURE in facts
        case "name":
            return Fact.NAME in facts
        case "day":
            return Fact.DATE in facts
        case "sentence taken out":
            return Fact.LESS in facts or any(passage.standing is Standing.REMOVE for passage in told.due)
    return not told.due


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=REFERENCE / "planted")
    rng = random.Random(SEED)
    right, made, wide = Counter[str](), Counter[str](), 0
    for folder in sorted(parser.parse_args().folder.iterdir()):
        (source,) = folder.glob("source.*.txt")
        spoken = source.name.split(".")[1]
        target = read(folder / "right.en.txt")
        for kind, before, after in cases(source.read_text(encoding="utf-8"), spoken, target, rng):
            old, new = (document_from_text(name, text, language=spoken) for name, text in (("a", before), ("b", after)))
            told = staleness(old, new, target, source_language=spoken)
            made[kind] += 1
            right[kind] += is_right(kind, told)
            wide += len(told.due) > 1
    for kind, number in made.items():
        print(f"{kind:<36} {right[kind]}/{number}")
    print(f"{'more than one passage due':<36} {wide}/{made.total()}")


if __name__ == "__main__":
    main()
