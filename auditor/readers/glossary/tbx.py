"""Glossaries in TermBase eXchange, ISO 30042: TBX-Basic and TBX 3 in both styles, and the older martif files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from auditor.model import ENGLISH, InputError, Term, TermKind
from auditor.readers.glossary.entry import entry

_ROOTS = {"tbx", "martif"}
_CONCEPTS = {"conceptEntry", "termEntry"}
_LANGUAGES = {"langSec", "langSet"}
_TERMS = {"termSec", "tig", "ntig"}
_STATUSES = {"administrativeStatus", "normativeAuthorization"}
_NOTES = {"note", "definition"}

_EMPHASIS = "hi"
"""Marks words inside a text; what is around it goes on."""

_FORBIDDEN = ("deprecated", "superseded", "obsolete", "forbidden", "rejected")
"""How the values of a status that advise against a term begin, such as ``deprecatedTerm-admn-sts``."""

_DEEPEST = 100
_MOST_WORDS = 1_000
"""Elements within each other, and terms of one concept, beyond which a file is no glossary: its work would grow faster
than it does."""

_LANG = "http://www.w3.org/XML/1998/namespace lang"


@dataclass(slots=True)
class _Word:
    """A term of a concept in one language, as collected while the file is read."""

    language: str
    line: int
    text: str = ""
    status: str = ""


@dataclass(slots=True)
class _Concept:
    words: list[_Word] = field(default_factory=list)
    note: str = ""


def read_tbx(name: str, data: bytes) -> tuple[Term, ...]:
    """Return the terms of every concept that has English words.

    English terms that are preferred, admitted or without a status are accepted translations of the concept's other
    languages; deprecated and superseded ones are forbidden where the source holds the concept, or everywhere if
    it has no other language. A DTD that the file names is not read, and nothing is fetched.
    Raises ``InputError`` with file, line and element where the file is no TBX or declares entities.
    """
    reading = _Reading(name)
    reading.parse(data)
    return tuple(term for concept in reading.concepts for term in _terms(name, concept))


def _terms(name: str, concept: _Concept) -> Iterator[Term]:
    english = [word for word in concept.words if _is_english(word)]
    sources = [word for word in concept.words if not _is_english(word)]
    accepted = sorted((word for word in english if not _is_forbidden(word)), key=lambda word: not _is_preferred(word))
    forbidden = tuple(word.text for word in english if _is_forbidden(word))
    for source in sources:
        given = {"source_language": source.language, "note": concept.note, "origin": f"{name}, line {source.line}"}
        if accepted:
            yield entry(TermKind.REQUIRED, source.text, (word.text for word in accepted), **given)
        if forbidden:
            yield entry(TermKind.FORBIDDEN, source.text, forbidden, **given)
    if forbidden and not sources:
        yield entry(TermKind.FORBIDDEN, "", forbidden, note=concept.note, origin=f"{name}, line {english[0].line}")


def _is_english(word: _Word) -> bool:
    return word.language.lower().replace("_", "-").split("-")[0] == ENGLISH


def _is_forbidden(word: _Word) -> bool:
    return word.status.lower().startswith(_FORBIDDEN)


def _is_preferred(word: _Word) -> bool:
    return word.status.lower().startswith("preferred")


class _Reading:
    """One pass over a file, element by element; the words of each concept are collected."""

    def __init__(self, name: str) -> None:
        self.concepts: list[_Concept] = []
        self._name = name
        self._path: list[str] = []
        self._concept: _Concept | None = None
        self._word: _Word | None = None
        self._language = ""
        self._text: list[str] = []
        self._said = ""
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append
        self._parser.EntityDeclHandler = self._entity
        self._parser.SkippedEntityHandler = self._entity

    def parse(self, data: bytes) -> None:
        try:
            self._parser.Parse(data, True)
        except (LookupError, ValueError):  # raised by Python where it is asked for an encoding that expat lacks
            raise InputError(f"{self._name}: its encoding is not known; save it again as UTF-8.") from None
        except expat.ExpatError as error:
            what = expat.errors.messages.get(error.code, "") or str(error)
            raise InputError(f"{self._name}, line {error.lineno}: this is not XML ({what}); export it anew.") from None

    def _entity(self, name: str, *_: object) -> None:
        raise InputError(f"{self._where()}: the entity “{name}” is not allowed; write its text instead.")

    def _where(self) -> str:
        return f"{self._name}, line {self._parser.CurrentLineNumber}"

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        tag = qualified.rpartition(" ")[2]
        if not self._path and tag not in _ROOTS:
            raise InputError(f"{self._where()}, <{tag}>: this is no TBX file; export the glossary as TBX or CSV.")
        if len(self._path) == _DEEPEST:
            raise InputError(f"{self._where()}, <{tag}>: it lies in {_DEEPEST} others; export the glossary anew.")
        self._path.append(tag)
        if tag != _EMPHASIS:
            self._text.clear()
            self._said = attributes.get("type", tag)
        if tag in _CONCEPTS:
            self._concept, self._word = _Concept(), None
            self.concepts.append(self._concept)
        elif tag in _LANGUAGES:
            self._language = attributes.get(_LANG, "")
            if not self._language:
                raise InputError(f"{self._where()}, <{tag}>: xml:lang is missing; say the language.")
        elif tag in _TERMS and self._concept:
            if len(self._concept.words) == _MOST_WORDS:
                raise InputError(f"{self._where()}: a concept has more than {_MOST_WORDS} terms; part it.")
            self._word = _Word(self._language, self._parser.CurrentLineNumber)
            self._concept.words.append(self._word)

    def _end(self, _: str) -> None:
        tag = self._path.pop()
        text = " ".join("".join(self._text).split())
        if self._concept and not _CONCEPTS.isdisjoint(self._path):
            self._collect(tag, text, self._concept, self._word)
        if tag != _EMPHASIS:
            self._text.clear()
            self._said = ""

    def _collect(self, tag: str, text: str, concept: _Concept, word: _Word | None) -> None:
        inside = word is not None and not _TERMS.isdisjoint(self._path)
        if tag == "term" and inside and word:
            if not text:
                raise InputError(f"{self._where()}, <term>: the term is empty; fill it in.")
            word.text = text
        elif inside and word and self._said in _STATUSES:
            word.status = text
        elif not inside and self._said in _NOTES:
            concept.note = concept.note or text
        elif tag in _TERMS and not (word and word.text):
            raise InputError(f"{self._where()}, <{tag}>: there is no <term> in it; add one.")
