"""Every file says what it may say, and the languages that stories come from say enough."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from auditor.config import word_list
from auditor.languages import Capitals, Language, language, languages

FULL = ("ar", "cs", "de", "es", "fa", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")
"""Languages that a desk in English translates from most."""

MAY_BE_EMPTY = ("inflection.links", "inflection.endings.forms", "lexicon.compounds")
"""Where nothing is something: no word joins a term, no letter a compound, no ending follows."""

CODES = [each.code for each in languages()]


def given(code: str) -> dict[str, Any]:
    """Return the file of a language as it stands."""
    return tomllib.loads((resources.files("auditor.languages") / f"{code}.toml").read_text(encoding="utf-8"))


def leaves(value: object, where: str = "") -> Iterator[tuple[str, object]]:
    """Yield every list, table and value below ``value`` with its place, such as ``clock.forms``."""
    yield where, value
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, f"{where}.{key}".lstrip("."))
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each, where)


def expressions(spoken: Language) -> Iterator[tuple[str, str]]:
    """Yield the expressions of a language, each with its place."""
    yield from (("writing.letters", spoken.writing.letters), ("writing.asks", spoken.writing.asks))
    for form in spoken.clock.forms:
        yield "clock", rf"(?<![\d.,:]){form}"
    negation, rumour, duty, gender = spoken.negation, spoken.rumour, spoken.duty, spoken.gender
    told = (*negation.denied.values(), *negation.affirmed.values())
    for form in (*negation.firm, *negation.not_denying, *negation.loose, *negation.hints, *told):
        yield "negation", form
    for form in (rumour.conditional, rumour.perfect, rumour.wishes, rumour.unless):
        yield "rumour", form
    yield from (("duty", duty.expects), ("duty", duty.obliges), ("transcriptions", spoken.transcriptions))
    yield from turning(spoken)
    told = spoken.attribution
    for form in (told.verbs, told.pronouns, told.prepositions, told.that):
        yield "attribution", form
    told_by = (gender.she, gender.he, gender.her, gender.him, gender.she_shows, gender.he_shows, gender.woman)
    for form in (*told_by, gender.man, gender.office, gender.impersonal, gender.not_showing, gender.determiners):
        yield "gender", form
    yield from (("gender", form) for form in gender.nouns.values())
    for relation in spoken.times.relations:
        for form in (relation.cue, relation.wrong, relation.not_followed, relation.not_after):
            yield "times", form
    for endings in spoken.inflection.endings:
        yield from (("inflection", endings.of), ("inflection", endings.forms))
    yield from (("inflection", spoken.inflection.before), ("inflection", spoken.inflection.links or ""))
    for friend in spoken.false_friends:
        yield from (("false_friends", friend.english), ("false_friends", friend.word))
    for form in spoken.units.values():
        yield "units", form
    for form in spoken.qualifiers.values():
        yield "qualifiers", form


def turning(spoken: Language) -> Iterator[tuple[str, str]]:
    """Yield the expressions for bounds and opposites."""
    bounds, opposites = spoken.bounds, spoken.opposites
    for form in (bounds.lower, bounds.upper, bounds.nearly, bounds.lower_after, bounds.upper_after):
        yield "bounds", form
    for table in (opposites.words, opposites.before, opposites.hints):
        yield from (("opposites", form) for sides in table.values() for form in sides)


@pytest.mark.parametrize("code", CODES)
def test_no_table_and_no_entry_is_empty(code: str) -> None:
    empty = [where for where, value in leaves(given(code)) if value in ("", [], {}) and where not in MAY_BE_EMPTY]
    assert empty == []


@pytest.mark.parametrize("code", CODES)
def test_every_expression_compiles_and_finds_nothing_in_nothing(code: str) -> None:
    for where, form in expressions(language(code)):
        found = re.compile(form)
        if form and where not in {"inflection", "rumour"}:
            assert not found.search(""), (where, form)


@pytest.mark.parametrize("code", CODES)
def test_every_table_says_where_its_facts_are_from(code: str) -> None:
    text = (resources.files("auditor.languages") / f"{code}.toml").read_text(encoding="utf-8")
    bare = re.findall(r"^(?!#)[^\n]*\n\[(\w+)\]$", text, re.MULTILINE)
    assert bare == []
    assert "by hand" not in text


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_a_name_a_script_and_signs(code: str) -> None:
    spoken = language(code)
    assert spoken.name[0].isupper()
    assert re.fullmatch("[A-Z][a-z]{3}", spoken.writing.script)
    assert spoken.writing.decimal not in spoken.writing.thousands
    assert all(len(pair) == 2 for pair in spoken.writing.quotation)
    assert spoken.writing.cased or spoken.writing.capitals is Capitals.UNKNOWN


@pytest.mark.parametrize("code", FULL)
def test_a_language_that_stories_come_from_has_what_the_checks_need(code: str) -> None:
    spoken = language(code)
    assert {"script"} <= given(code)["writing"].keys() or spoken.writing.script == "Latn"
    assert spoken.writing.thousands
    assert spoken.writing.quotation
    assert len(spoken.calendar.months) == 12
    assert len(spoken.calendar.weekdays) == 7
    assert spoken.clock.forms
    assert spoken.negation.firm
    assert spoken.negation.not_denying
    assert spoken.bounds.lower
    assert spoken.bounds.upper
    assert spoken.opposites.words
    assert spoken.function_words or spoken.writing.letters, "nothing tells it from other languages"


@pytest.mark.parametrize("code", CODES)
def test_a_form_of_the_calendar_is_no_two_months_and_no_two_days(code: str) -> None:
    for names in (language(code).calendar.months, language(code).calendar.weekdays):
        forms = [form for name in names for form in name.split()]
        assert len(forms) == len(set(forms))
        assert all(form == form.lower() for form in forms)


@pytest.mark.parametrize("code", CODES)
def test_what_is_expected_is_told_from_what_obliges(code: str) -> None:
    assert bool(language(code).duty.expects) == bool(language(code).duty.obliges)


@pytest.mark.parametrize("code", CODES)
def test_what_names_speakers_and_rumours_is_known_whole(code: str) -> None:
    attribution, rumour = language(code).attribution, language(code).rumour
    assert bool(attribution.verbs) == bool(attribution.prepositions) == bool(attribution.that)
    assert bool(rumour.perfect) == bool(rumour.unless)


@pytest.mark.parametrize("code", CODES)
def test_what_shows_a_woman_is_known_as_well_as_what_shows_a_man(code: str) -> None:
    gender = language(code).gender
    assert bool(gender.she) == bool(gender.he)
    assert bool(gender.her) == bool(gender.him)
    assert bool(gender.woman) == bool(gender.man)
    couples = [couple.replace("+", "").split() for couple in word_list("people.couples")]
    paired = [couple for couple in couples if gender.nouns.keys() >= set(couple)]
    assert gender.nouns.keys() == {noun for couple in paired for noun in couple}


@pytest.mark.parametrize("code", CODES)
def test_a_time_of_day_has_an_hour(code: str) -> None:
    assert all("(?P<h>" in form for form in language(code).clock.forms)


def test_a_key_that_no_facet_has_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from auditor.languages import reading

    with pytest.raises(ValueError, match=r"fr\.calendar has an unknown key 'moons'"):
        reading.value_of(Language, {"code": "fr", "name": "French", "calendar": {"moons": []}}, "fr")
    with pytest.raises(ValueError, match=r"fr\.length is no <class 'float'>"):
        reading.value_of(Language, {"code": "fr", "name": "French", "length": "long"}, "fr")
