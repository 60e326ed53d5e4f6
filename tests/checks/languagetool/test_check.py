"""The real LanguageTool on short stories of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.analysis import Analysis
from auditor.checks.base import Rule, Story
from auditor.checks.examples import stories, unmarked
from auditor.checks.languagetool import LanguageToolCheck
from auditor.checks.languagetool.check import _only_takes_spaces, pieces
from auditor.checks.languagetool.families import rules
from auditor.config import EngineSettings, load_profile
from auditor.model import CheckUnavailable, Finding, Severity
from auditor.segmentation import document_from_text

STORY = """\
Ferry bridge reopens affter long repairs

by Miro Vask and Ilse Marnholt

KESTROVA, Feb 3 (AFP) - Engineers from Vlorbek reopened the Kestrova bridge on Monday,
three weeks after a barge of the Drovik line had struck it.

- Reopned at dawn -

"We worked day and night," said Anselm Drovik, the mayor. "Nobody was hurt, and not one
ship was turned away," he said.

The Vlorbek-based firm Tresmanka & Sons, which built the bridge, organised the repairs
and analysed the damage. It said the colour of the towers would not change.

mv-im/az
© Agence Vlorbekk
"""


def story(text: str, *, furniture: bool = False, source: str | None = None) -> Story:
    document = document_from_text("story", text, furniture=furniture)
    other = document_from_text("source", source, furniture=False) if source else None
    return Story(document, Analysis(document), load_profile("wire"), source=other)


def found(engine: EngineSettings, given: Story) -> list[Finding]:
    return list(LanguageToolCheck(engine).run(given))


def errors(engine: EngineSettings, given: Story) -> list[Finding]:
    return [finding for finding in found(engine, given) if finding.severity is not Severity.NEUTRAL]


@pytest.mark.languagetool
def test_clean_copy_full_of_names_is_left_alone(languagetool: EngineSettings) -> None:
    assert errors(languagetool, story(STORY, furniture=True)) == []


@pytest.mark.languagetool
def test_furniture_is_never_flagged(languagetool: EngineSettings) -> None:
    given = story(STORY, furniture=True)
    furniture = [block.span for block in given.target.furniture()]
    assert any("affter" in span.of(STORY) for span in furniture)
    assert not any(f.primary.span.overlaps(span) for f in found(languagetool, given) for span in furniture)


@pytest.mark.languagetool
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_typo_is_placed_by_line_and_column(languagetool: EngineSettings, line_end: str) -> None:
    lines = (
        "The ferry “Côte” 😀 and the cafe\u0301 reopened.",
        "",
        "A 🚢 sailed at dawn.",
        "Nobody in the 😀 harbour had been warned by the goverment, he said.",
    )
    given = story(line_end.join(lines))
    (finding,) = errors(languagetool, given)
    assert (finding.primary.text, finding.suggestions) == ("goverment", ("government",))
    place = given.target.place(finding.primary.span.start)
    assert (place.line, place.column) == (4, lines[3].index("goverment") + 1)


@pytest.mark.languagetool
def test_a_finding_says_what_who_and_how_grave(languagetool: EngineSettings) -> None:
    (finding,) = errors(languagetool, story('"She have a plan for the harbour," the mayor said.'))
    assert (finding.check, finding.rule) == ("languagetool", "languagetool/HE_VERB_AGR")
    assert finding.severity is Severity.MAJOR
    assert finding.suggestions[0] == "has"
    assert finding.in_quotation
    assert finding.evidence[0].origin.startswith("LanguageTool ")
    assert finding.evidence[0].detail.startswith("HE_VERB_AGR[")


@pytest.mark.languagetool
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The organisation's centre was analysed; its labour costs rose 4 per cent.", "British throughout"),
        ("The organization's center was analyzed; its labor costs rose 4 percent.", "American throughout"),
        ("The organization analyzed the colour of the centre.", "mixed is no misspelling"),
        ('"The bridge is open," he said. "It is safe."', "straight quotes"),
        ("Rescuers brought food, water and blankets.", "no serial comma"),
        ("Shares in Vlorbek Lines (VLBK.N) and DRVK.O fell on Friday.", "stock symbols"),
        ("Officials in Drung Drung said the road was open.", "a doubled name"),
        ('"We will build.\n\n"We will build it here," he said.', "a quotation reopened"),
        ("A cafe near the chateau served saute potatoes.", "no accents"),
    ],
)
def test_what_native_news_does_is_no_error(languagetool: EngineSettings, text: str, why: str) -> None:
    assert [(f.rule, f.primary.text) for f in errors(languagetool, story(text))] == [], why


@pytest.mark.languagetool
@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The ship left left the harbour.", "left left"),
        ("The envoy flew to Italy Italy on Monday.", "Italy Italy"),
        ("The envoy of the UN UN flew home.", "UN UN"),
        ("Mayor Drovik resigned. Asked why, Drovik Drovik declined to answer.", "Drovik Drovik"),
    ],
)
def test_a_doubled_word_is_flagged_though_it_be_a_name(languagetool: EngineSettings, text: str, pair: str) -> None:
    assert [finding.primary.text for finding in errors(languagetool, story(text))] == [pair]


@pytest.mark.languagetool
def test_the_desk_decides_words_and_rules(languagetool: EngineSettings) -> None:
    given = story("The wrimplo was lost. She have a plan.")
    assert {f.primary.text for f in errors(languagetool, given)} == {"wrimplo", "have"}
    desk = replace(given.profile, words=frozenset({"wrimplo"}), disabled=frozenset({"languagetool/HE_VERB_AGR"}))
    assert errors(languagetool, replace(given, profile=desk)) == []


@pytest.mark.languagetool
def test_a_word_of_the_source_is_said_to_be_copied(languagetool: EngineSettings) -> None:
    given = story("The mayor met the wilaya council.", source="Le maire a rencontré le conseil de la wilaya.")
    (finding,) = errors(languagetool, given)
    assert "source" in finding.message


@pytest.mark.languagetool
@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_family_flags_its_marked_examples_and_nothing_else(languagetool: EngineSettings, rule: Rule) -> None:
    examples = (*rule.flags, *rule.passes)
    texts = [unmarked(example.text) for example in examples]
    given = stories([(text, example) for (text, _), example in zip(texts, examples, strict=True)])
    for one, (text, marks) in zip(given, texts, strict=True):
        said = found(languagetool, one)
        assert {finding.primary.span for finding in said} == set(marks), text
        assert all(finding.why == rule.why for finding in said), text


def test_furniture_and_carriage_returns_are_markup_and_no_character_is_lost() -> None:
    given = story(STORY.replace("\n", "\r\n"), furniture=True).target
    sent = list(pieces(given))
    assert "".join(text for text, _ in sent) == given.text
    read = "".join(text for text, is_markup in sent if not is_markup)
    assert "\r" not in read
    assert "Reopned" not in read
    assert "colour of the towers" in read


def test_switched_off_it_says_so_and_starts_nothing() -> None:
    with pytest.raises(CheckUnavailable, match="switched off"):
        found(EngineSettings(enabled=False), story("The ship sailed at dawn."))


@pytest.mark.parametrize(
    ("words", "replacements", "safe", "reason"),
    [
        ("  ", (" ",), True, "one space too many"),
        (" ,", (",",), True, "a space before a comma"),
        ("( x", ("(x",), True, "a space in a bracket"),
        ("every day", ("everyday",), False, "two words become one"),
        ("Space X", ("SpaceX",), False, "a name is for an editor"),
        ("\n,", (",",), False, "lines are joined"),
        (",", (", ",), False, "a space is added: it may stand in a number"),
        ("the the", ("the",), False, "a word goes"),
        (" ,", (), False, "nothing is suggested"),
    ],
)
def test_a_fix_is_safe_where_only_spaces_go(words, replacements, safe, reason):
    assert _only_takes_spaces(words, replacements) is safe, reason
