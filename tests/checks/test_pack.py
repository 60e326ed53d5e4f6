"""A pack is data: what its fields do, and what is said when one of them is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.checks.base import Story
from auditor.checks.desk_packs import load_pack
from auditor.checks.examples import problems, stories
from auditor.checks.pack import PackCheck, read_pack, shipped_packs
from auditor.checks.registry import desk_packs
from auditor.config import EngineSettings
from auditor.desk import Desk
from auditor.model import Confidence, Example, Finding, PackError, Severity
from auditor.segmentation import document_from_text

HEAD = 'id = "desk"\nname = "Desk"\ndescription = "Our own rules."\n'
RULE = {
    "id": '"plain-words"',
    "message": '"Write “use”, not “{match}”."',
    "why": '"It is shorter."',
    "category": '"style/register"',
    "severity": '"minor"',
    "confidence": '"high"',
    "suggestions": '["use"]',
    "regex": r"'''\butili[sz]e\b'''",
    "flags": '["They [[utilise]] the hall.", "[[Utilize]] the hall."]',
    "passes": '["They use the hall.", "The use of it is free.", "Utility bills rose."]',
}


def toml(*, without: tuple[str, ...] = (), **fields: str) -> str:
    """Return a pack of one rule: ``RULE`` with ``fields``, as TOML, in place of its own."""
    entry = {name: value for name, value in (RULE | fields).items() if name not in without}
    return HEAD + "\n[[rule]]\n" + "\n".join(f"{name} = {value}" for name, value in entry.items()) + "\n"


def pack(*, without: tuple[str, ...] = (), **fields: str) -> PackCheck:
    return read_pack(toml(without=without, **fields), "desk.toml")


def story(text: str, source: str | None = None, language: str | None = None) -> Story:
    (one,) = stories([(text, Example(text, source, language))])
    return one


def said(check: PackCheck, text: str, source: str | None = None, language: str | None = None) -> list[Finding]:
    return list(check.run(story(text, source, language)))


def words(check: PackCheck, text: str) -> list[tuple[str, ...]]:
    return [tuple(anchor.text for anchor in finding.anchors) for finding in said(check, text)]


def parsed(pattern: str, kind: str = "tokens", **fields: str) -> PackCheck:
    return pack(without=("regex", "suggestions"), **{kind: pattern}, **fields)


class TestRegex:
    def test_a_match_is_flagged_with_its_message_and_its_suggestion(self) -> None:
        (finding,) = said(pack(), "They utilise the hall.")
        assert finding.message == "Write “use”, not “utilise”."
        assert finding.suggestions == ("use",)
        assert (finding.check, finding.rule, finding.severity) == ("desk", "plain-words", Severity.MINOR)

    def test_a_suggestion_keeps_the_capital(self) -> None:
        (finding,) = said(pack(), "Utilise the hall.")
        assert finding.suggestions == ("Use",)

    def test_the_group_x_marks_the_words(self) -> None:
        assert words(pack(regex=r"'''they (?P<x>utilise)'''"), "They utilise it.") == [("utilise",)]

    def test_curly_quotes_and_odd_spaces_are_read_as_plain_ones(self) -> None:
        check = pack(regex=r"""'''the mayor's "plan"'''""")
        assert words(check, "See the\u00a0mayor’s\n“plan” now.") == [("the\u00a0mayor’s\n“plan”",)]

    def test_a_word_list_is_spliced_in(self) -> None:
        assert words(pack(regex="'''next <<calendar.months>>'''"), "He left next March.") == [("next March",)]

    def test_groups_fill_the_templates(self) -> None:
        check = pack(regex=r"'''\bmake (?P<noun>use|sport) of\b'''", suggestions='["{noun}", "{1} up"]')
        (finding,) = said(check, "They make use of it.")
        assert finding.suggestions == ("use", "use up")

    def test_a_swap_replaces_a_form_by_the_same_form(self) -> None:
        check = pack(
            regex=r"'''\b(pretends?|pretended)\b'''",
            suggestions='["{1.swap}"]',
            swap='{ pretends = "claims", pretended = "claimed" }',
        )
        assert [f.suggestions for f in said(check, "She pretends. He pretended. I pretend.")] == [
            ("claims",),
            ("claimed",),
            (),
        ]


class TestParsedPatterns:
    def test_tokens_are_marked_between_two_parts(self) -> None:
        check = parsed(
            '[{LOWER = "considered"}, {LOWER = "as"}, {POS = "DET", OP = "?"}, {POS = "NOUN"}]', mark="[0, 1]"
        )
        assert words(check, "He is considered as a hero.") == [("considered as",)]

    def test_alternative_patterns_are_one_rule(self) -> None:
        check = parsed('[[{LEMMA = "utilize"}], [{LOWER = "make"}, {LOWER = "use"}]]')
        assert words(check, "They utilized it and make use of it.") == [("utilized",), ("make use",)]

    def test_a_word_list_stands_in_a_list_of_values(self) -> None:
        check = parsed('[{LOWER = "next"}, {LOWER = {IN = ["@calendar.months"]}}]')
        assert words(check, "He left next March.") == [("next March",)]

    def test_parts_and_lemmas_fill_the_templates(self) -> None:
        check = parsed('[{LEMMA = "go"}, {LOWER = "away"}]', message='"“{0}” of “{0.lemma}”, not “{1}”"')
        assert [f.message for f in said(check, "They went away.")] == ["“went” of “go”, not “away”"]

    def test_a_dependency_pattern_marks_its_parts(self) -> None:
        pattern = """[
          {RIGHT_ID = "verb", RIGHT_ATTRS = {LEMMA = "celebrate"}},
          {LEFT_ID = "verb", REL_OP = ">", RIGHT_ID = "what", RIGHT_ATTRS = {DEP = "dobj"}},
        ]"""
        check = parsed(pattern, "dependency", mark='["verb", "what"]', message='"{verb}: {what.lemma}"')
        (finding,) = said(check, "The town celebrated its famous birthdays.")
        assert finding.primary.text == "celebrated its famous birthdays"
        assert finding.message == "celebrated: birthday"


class TestWhatExcuses:
    @pytest.mark.parametrize(
        "exception",
        [r"'''utilise the dark'''", '[{LEMMA = "utilise"}, {LOWER = "the"}, {LOWER = "dark"}]'],
        ids=["a regular expression", "a token pattern"],
    )
    def test_an_exception_that_overlaps(self, exception: str) -> None:
        check = pack(exceptions=f"[{exception}]")
        assert words(check, "They utilise the dark.") == []
        assert words(check, "They utilise the hall.") == [("utilise",)]

    @pytest.mark.parametrize(
        ("choice", "expected"),
        [("flag", [Severity.MINOR]), ("lower", [Severity.NEUTRAL]), ("skip", [])],
    )
    def test_a_direct_quotation(self, choice: str, expected: list[Severity]) -> None:
        check = pack(in_quotes=f'"{choice}"')
        assert [f.severity for f in said(check, "“They utilise it,” he said.")] == expected
        assert [f.severity for f in said(check, "They utilise it, he said.")] == [Severity.MINOR]

    def test_another_source_language(self) -> None:
        check = pack(source_languages='["fr"]')
        assert said(check, "They utilise it.", language="fr-CA")
        assert not said(check, "They utilise it.", language="es")
        assert not said(check, "They utilise it.")


class TestDensity:
    TEXT = "They utilise it.\n\nWe utilise it. Some utilise it."

    def test_the_first_use_passes_and_the_others_are_told_once(self) -> None:
        assert words(pack(density="{ from = 2 }"), self.TEXT) == [("utilise", "utilise")]
        assert words(pack(density="{ from = 2 }"), "They utilise it.") == []

    def test_a_rate_is_told_once_with_every_use(self) -> None:
        assert words(pack(density="{ per_thousand = 300 }"), self.TEXT) == [("utilise",) * 3]
        assert words(pack(density="{ per_thousand = 400 }"), self.TEXT) == []


class TestSource:
    @staticmethod
    def check() -> PackCheck:
        return pack(
            source_requires=r"{ fr = '''\butilis''' }",
            source_forbids="{ de = '''nutz''' }",
            severity_with_source='"major"',
            confidence_with_source='"low"',
        )

    def test_without_a_source_the_words_speak_for_themselves(self) -> None:
        (finding,) = said(self.check(), "They utilise it.")
        assert (finding.severity, finding.confidence) == (Severity.MINOR, Confidence.HIGH)

    def test_a_source_that_bears_it_out_raises_it_and_is_shown(self) -> None:
        (finding,) = said(self.check(), "They utilise it.", "Ils l'utilisent.", "fr")
        assert (finding.severity, finding.confidence) == (Severity.MAJOR, Confidence.LOW)
        assert [evidence.detail for evidence in finding.evidence] == ["utilis"]

    def test_a_source_that_does_not_makes_it_silent(self) -> None:
        assert said(self.check(), "They utilise it.", "Ils le mangent.", "fr") == []

    def test_a_forbidden_word_in_the_source_makes_it_silent(self) -> None:
        assert said(self.check(), "They utilise it.", "Sie nutzen es.", "de") == []
        assert said(self.check(), "They utilise it.", "Sie haben es.", "de") != []

    def test_only_the_sentence_that_answers_counts(self) -> None:
        found = said(self.check(), "They utilise it. We utilise it.", "Ils l'utilisent. On le mange.", "fr")
        assert [finding.primary.span.start for finding in found] == [5]


def _faults() -> Iterator[object]:
    yield pytest.param({"severty": '"minor"'}, ("severty", "“severity”"), id="a misspelled field")
    yield pytest.param({"category": '"style/registr"'}, ("category", "“style/register”"), id="an unknown category")
    yield pytest.param({"severity": '"grave"'}, ("severity", "known are: neutral, minor"), id="an unknown severity")
    yield pytest.param({"id": '"Plain Words"'}, ("id", "hyphens"), id="an id with spaces")
    yield pytest.param({"flags": '["They [[utilise]] it."]'}, ("flags", "at least 2"), id="too few hits")
    yield pytest.param({"flags": '["They utilise it.", "a [[b]]"]'}, ("flags", "mark"), id="an unmarked hit")
    yield pytest.param({"passes": '["a", "b"]'}, ("passes", "at least 3"), id="too few guardrails")
    yield pytest.param({"passes": '["a", "b", "[[c]]"]'}, ("passes", "example 3"), id="a marked guardrail")
    yield pytest.param({"tokens": '[{LOWER = "a"}]'}, ("tokens", "give rows, or one of"), id="two patterns")
    yield pytest.param({"mark": "[0]"}, ("mark", "(?P<x>"), id="a mark on a regex")
    yield pytest.param({"density": "{ form = 2 }"}, ("form", "“from”"), id="a misspelled inner field")
    yield pytest.param({"density": "{ from = 0 }"}, ("density", "above zero"), id="a density from nothing")
    yield pytest.param({"fix_is_safe": "1"}, ("fix_is_safe", "true or false"), id="a number for a truth")
    yield pytest.param({"regex": "'''(utili'''"}, ("regex", "not a regular expression"), id="a broken regex")
    yield pytest.param({"regex": "'''(utilise)?'''"}, ("regex", "nothing"), id="a regex that matches nothing")
    yield pytest.param({"regex": "'''<<calendar.moths>>'''"}, ("regex", "word list"), id="an unknown word list")
    yield pytest.param({"regex": r"'''(?:\w|\w)+!\w'''"}, ("regex", "bound its repetitions"), id="a slow regex")
    yield pytest.param({"exceptions": "['''(''']"}, ("exceptions", "not a regular"), id="a broken exception")
    yield pytest.param({"regex": "'''utilise it'''"}, ("flags", "example 1"), id="a hit that is not flagged")
    yield pytest.param({"regex": r"'''utili[sz]e|use of'''"}, ("passes", "example 2"), id="a guardrail that is")
    yield pytest.param({"suggestions": '["utilise"]'}, ("suggestions", "flagged again"), id="a fix that fails")
    yield pytest.param({"suggestions": '["{stem}"]'}, ("suggestions", "stem"), id="an unknown placeholder")


@pytest.mark.parametrize(("fields", "named"), list(_faults()))
def test_a_wrong_pack_is_told_by_file_rule_and_field(
    fields: dict[str, str], named: tuple[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(toml(**fields), encoding="utf-8")
    with pytest.raises(PackError) as error:
        load_pack(path)
    message = str(error.value)
    assert message.startswith("desk.toml, rule ")
    assert f"field “{named[0]}”" in message
    assert named[1] in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("id = ", "is not TOML"),
        ('name = "x"', "field “id”"),
        (HEAD + 'rules = "x"', "field “rules”"),
        (toml() + toml().partition("\n\n")[2], "two rules have it"),
    ],
    ids=["not TOML", "no id", "no rule table", "one id twice"],
)
def test_a_wrong_head_is_told(text: str, named: str) -> None:
    with pytest.raises(PackError, match=named):
        read_pack(text, "desk.toml")


@pytest.mark.parametrize(("fields", "advice"), [({}, "add it"), ({"severty": '"minor"'}, "is “severty” meant for it?")])
def test_a_missing_field_is_told(fields: dict[str, str], advice: str) -> None:
    with pytest.raises(PackError, match="field “severity”: this is missing; " + re.escape(advice)):
        pack(without=("severity",), **fields)


def test_a_missing_pack_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="does not exist"):
        load_pack(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("old", "new"),
    [('"plain-words"', f'"{shipped_packs()[0].rules[0].id}"'), ('"desk"', f'"{shipped_packs()[0].id}"')],
    ids=["a rule", "a pack"],
)
def test_a_desk_may_not_take_a_shipped_id(old: str, new: str, tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(toml().replace(old, new), encoding="utf-8")
    with pytest.raises(PackError, match="rename yours"):
        desk_packs([path])


def test_a_sound_pack_has_no_problems() -> None:
    assert problems([pack()]) == {"plain-words": ()}


def test_a_broken_pattern_of_tokens_is_told() -> None:
    (found,) = problems([parsed('[{LOWR = "a"}]')])["plain-words"]
    assert found.field == "tokens"


def test_another_rule_or_term_of_the_desk_is_another_signature(tmp_path: Path) -> None:
    pack, terms = tmp_path / "own.toml", tmp_path / "terms.csv"

    def signature(phrase: str, term: str) -> str:
        pack.write_text(
            'id = "own"\nname = "Own"\ndescription = "The desk\'s."\ncategory = "style/unidiomatic"\n'
            f'[[rule]]\nid = "own-words"\nmessage = "No."\nseverity = "minor"\nconfidence = "high"\nwhy = "Not ours."\n'
            f'rows = [{{ phrase = "{phrase}", flag = "They [[{phrase}]] on Monday." }}]\n'
            'passes = ["They left.", "They came.", "They stayed."]\n',
            encoding="utf-8",
        )
        terms.write_text(f"source,target\nmairie,{term}\n", encoding="utf-8")
        desk = Desk.of(packs=[pack], glossary=[terms], engine=EngineSettings(enabled=False, reader=False))
        return desk.audit(document_from_text("story", "They met on Monday.")).score.signature

    told = signature("went thither", "town hall")
    assert "|desk:" in told
    assert signature("went thither", "town hall") == told
    assert signature("went hither", "town hall") != told
    assert signature("went thither", "city hall") != told
    alone = Desk.of(engine=EngineSettings(enabled=False, reader=False)).audit(
        document_from_text("story", "They met on Monday.")
    )
    assert "desk:" not in alone.score.signature
