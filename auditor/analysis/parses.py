"""Parses that were made before, by their text, for as long as a process stays warm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from auditor.memory import Memory

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MOST = 200_000
"""Tokens of all the sentences that are kept."""

_CHARACTERS = 40_000
"""Code points that are parsed at once; twice what 128 sentences of copy have."""

_memory: Memory[str, Doc] = Memory(MOST, weigh=len)
_ATTRIBUTES = (
    *("ORTH", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START"),
    *("ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID", "NORM"),
)
"""All that the pipeline says of a token."""


def wake() -> None:
    """Begin to keep parses."""
    _memory.wake()


def parsed(texts: Iterable[str], pipeline: Language, size: int) -> Iterator[Doc]:
    """Yield the parse of each text, in order; those that are not known are made ``size`` at a time.

    A sentence is parsed the same in any company, so that it does not matter which one a parse was made in.
    """
    if not _memory.in_use:
        yield from _piped(texts, pipeline, size)
        return
    wanted = list(texts)
    docs = {text: doc for text in wanted if (doc := _memory.get(text)) is not None}
    unknown = [text for text in dict.fromkeys(wanted) if text not in docs]
    for text, doc in zip(unknown, _piped(unknown, pipeline, size), strict=True):
        docs[text] = doc
        _memory.put(text, doc)
    yield from (docs[text] for text in wanted)


def _piped(texts: Iterable[str], pipeline: Language, size: int) -> Iterator[Doc]:
    """Yield the parse of each text, made ``size`` at a time, fewer where they are long: each mark takes 10 kB."""
    held: list[str] = []
    characters = 0
    for text in texts:
        if len(held) == size or characters + len(text) > _CHARACTERS:
            yield from pipeline.pipe(held, batch_size=size)
            held, characters = [], 0
        held.append(text)
        characters += len(text)
    yield from pipeline.pipe(held, batch_size=size)


def news() -> bytes:
    """Return the parses that were made since the last call, with their notes, for ``learn`` in another process."""
    from spacy.tokens import DocBin

    fresh = _memory.news()
    return DocBin(attrs=_ATTRIBUTES, docs=fresh.values(), store_user_data=True).to_bytes() if fresh else b""


def learn(told: bytes, pipeline: Language) -> None:
    """Keep the parses that another process made with the same pipeline."""
    from spacy.tokens import DocBin

    if told:
        docs = DocBin().from_bytes(told).get_docs(pipeline.vocab)
        _memory.learn({doc.text: doc for doc in docs})
