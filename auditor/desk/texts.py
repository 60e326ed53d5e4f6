"""The texts of a story: read by the rules of their languages, and matched sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.deadline import within
from auditor.model import ENGLISH, AuditorError, Document, InputError, Skipped

if TYPE_CHECKING:
    from auditor.bilingual.story import Beside
    from auditor.readers import Filed, Holding, Paired

STDIN = "-"

Text = Document | str | Path
"""A story as given: read already, or the path of its file (``-`` is standard input)."""


BASE_SECONDS = 60.0
SECONDS_PER_CHARACTER = 0.0005
"""What each step of an audit may take of the processor: some ten times what ordinary copy does on a slow machine."""


@contextmanager
def bounded(*texts: Document | None) -> Iterator[None]:
    """Give the block, which works on ``texts``, the first of them a translation, the time that copy may take.

    Raises ``AuditorError`` where it takes longer.
    """
    given = [text for text in texts if text is not None]
    seconds = BASE_SECONDS + SECONDS_PER_CHARACTER * sum(len(text.text) for text in given)

    def late(place: str) -> AuditorError:
        took = f"it took more than {seconds:.0f} seconds{place and f' in {place}'}"
        return AuditorError(
            f"{given[0].name} was not audited: {took}, as no ordinary copy does; split it or correct it."
        )

    with within(seconds, late):
        yield


def stories_in(path: str | Path, input_format: str | None = None) -> Holding:
    """Read the stories of a file that must be English, by the rules of English, as ``read_english`` does."""
    from auditor.readers import read_all

    holding = read_all(path, input_format=input_format)
    if str(path) != STDIN and any(_is_foreign(each.document) for each in holding.stories):
        return read_all(path, language=ENGLISH, input_format=input_format)
    return holding


def stories_of(name: str, data: bytes) -> Holding:
    """Read the stories in ``data``, which a file called ``name`` would hold, as ``stories_in`` does."""
    from auditor.readers import held

    holding = held(name, data)
    if any(_is_foreign(each.document) for each in holding.stories):
        return held(name, data, language=ENGLISH)
    return holding


def _is_foreign(document: Document) -> bool:
    return document.language is not None and document.language.partition("-")[0].lower() != ENGLISH


def read_english(text: Text) -> Document:
    """Read a text that must be English, by the rules of English: a page may name the language of its template."""
    from auditor.readers import read

    if isinstance(text, Document):
        return text
    document = read(text)
    return read(text, language=ENGLISH) if _is_foreign(document) and str(text) != STDIN else document


def read_source(source: Text, stated: str | None) -> Document:
    """Read the source by the rules of its language, which is guessed from a first reading if not stated."""
    from auditor.readers import read

    if isinstance(source, Document):
        return source
    if stated or str(source) == STDIN:
        return read(source, language=stated)
    document = read(source)
    spoken = _language_of(document)
    return document if spoken in (None, ENGLISH) else read(source, language=spoken)


def agreed_language(
    target: Document, source: Document | None, stated: str | None, reference: Document | None
) -> str | None:
    """Return the source's language; raises ``InputError`` where a text is in the wrong one."""
    from auditor.languages import language_name

    ours = _language_of(target)
    theirs = None if source is None else _language_of(source)
    if ours not in (None, ENGLISH):
        swapped = " Were the translation and its source swapped?" if theirs == ENGLISH else ""
        raise InputError(
            f"The translation “{target.name}” seems to be in {language_name(ours)}; give one in English.{swapped}"
        )
    if source is not None and theirs == ENGLISH:
        raise InputError(f"The source “{source.name}” seems to be in English; give the original.")
    if source is not None and stated and theirs and theirs != stated.partition("-")[0].lower():
        raise InputError(
            f"The source “{source.name}” seems to be in {language_name(theirs)}, not in "
            f"{language_name(stated)}; correct the language or the file."
        )
    if reference is not None and (spoken := _language_of(reference)) not in (None, ENGLISH):
        raise InputError(
            f"The reference “{reference.name}” seems to be in {language_name(spoken)}; give one in English."
        )
    return stated or theirs


def _language_of(document: Document) -> str | None:
    from auditor.analysis import identify

    return identify(" ".join(segment.span.of(document.text) for segment in document.segments))


def answered(story: Filed, other: Paired) -> Beside:
    """Return ``other``, which came in the story's file, with the sentences that answer each other unit by unit."""
    from auditor.alignment import align_units
    from auditor.bilingual.story import Beside

    return Beside(other.document, align_units(story.document, story.units, other.document, other.units))


def matched(target: Document, other: Document | None, role: str) -> tuple[Beside | None, Skipped | None]:
    """Return ``other`` with the sentences that answer each other, or why these cannot be told.

    ``role`` is ``source`` or ``reference``. Raises ``InputError`` for a text that cannot be what it is given as.
    """
    if other is None:
        return None, None
    from auditor.alignment import align, mismatch
    from auditor.bilingual.story import Beside

    links = align(target, other)
    fault = mismatch(target, other, links, role=role, same_language=role == "reference")
    if fault is None:
        return Beside(other, links), None
    if fault.fatal:
        raise InputError(f"{fault.reason} {fault.hint}")
    return Beside(other, ()), Skipped(f"{role}-comparison", fault.reason, fault.hint)
