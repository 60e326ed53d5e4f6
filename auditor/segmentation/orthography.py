"""What each language writes with a full stop that ends no sentence."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from auditor.config import gazetteer


@dataclass(frozen=True, slots=True)
class Orthography:
    """The lists of one language; ``gazetteers/abbreviations.toml`` says what each is for."""

    titles: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    ordinals: bool = False


@cache
def orthography(language: str | None) -> Orthography:
    """Return the lists for a BCP 47 tag: English for ``None``, empty ones for a language without lists."""
    subtag = "en" if language is None else language.partition("-")[0].casefold()
    lists = dict(gazetteer("abbreviations").get(subtag, {}))
    if unknown := sorted(set(lists) - {field.name for field in fields(Orthography)}):
        raise ValueError(f"abbreviations.toml: [{subtag}] has an unknown list {unknown[0]!r}")
    exact = {key: frozenset(lists.pop(key)) for key in ("inner", "openers", "particles") if key in lists}
    ordinals = bool(lists.pop("ordinals", False))
    return Orthography(**exact, **{key: _with_capitals(lists[key]) for key in lists}, ordinals=ordinals)


def _with_capitals(entries: list[str]) -> frozenset[str]:
    return frozenset(entries) | {entry[:1].upper() + entry[1:] for entry in entries if entry.islower()}
