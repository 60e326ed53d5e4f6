"""Furniture is told apart from the story, kept, and never a sentence."""

from __future__ import annotations

import pytest

from auditor.model import Role
from auditor.segmentation import document_from_text

LEAD = "Rescue teams reached the flooded valley on Monday, officials said."
SECOND = "Three bridges were destroyed and two roads stayed closed."


def blocks(text: str) -> list[tuple[str, str]]:
    document = document_from_text("story", text)
    return [(block.role.value, block.span.of(text)) for block in document.blocks]


def sentences(text: str, language: str | None = None) -> list[str]:
    document = document_from_text("story", text, language=language)
    return [segment.span.of(text) for segment in document.segments]


@pytest.mark.parametrize(
    ("dateline", "reason"),
    [
        ("Paris, March 3, 2024 (AFP) -", "AFP, with the full date"),
        ("Moscow, Aug 29, 2014 (AFP) –", "AFP, abbreviated month and en dash"),
        ("Lima (AFP) -", "AFP on the web, without a date"),
        ("LONDON (Reuters) -", "Reuters"),
        ("LONDON, March 3 (Reuters) -", "Reuters with a date"),
        ("PARIS/BRUSSELS (Reuters) -", "Reuters, two places"),
        ("SAO PAULO (Reuters) -", "two words"),
        ("March 3 (Reuters) -", "Reuters company news, date alone"),
        ("(Reuters) -", "no place"),
        ("OSLO, Norway (AP) _", "AP over the wire, underscore for dash"),
        ("NEW YORK (AP) —", "AP, em dash"),
        ("Berlin (dpa) -", "dpa"),
        ("Berlin (dpa/tmn) -", "dpa with a desk"),
        ("Frankfurt (dpa-AFX) -", "dpa's finance service"),
        ("Madrid, Mar 3 (EFE).-", "EFE: full stop and dash"),
        ("Madrid, 3 mar (EFE).-", "EFE in Spanish"),
        ("MOSCOW, March 3. /TASS/.", "TASS between slashes"),
        ("MOSCOW. March 3 (Interfax) -", "Interfax"),
        ("BEIJING, March 3 (Xinhua) --", "Xinhua"),
        ("SEOUL, March 3 (Yonhap) --", "Yonhap"),
        ("TOKYO (Kyodo) --", "Kyodo"),
        ("(ANSA) - ROME, MARCH 3 -", "ANSA signs first"),
        ("Nov. 3 (UPI) --", "UPI, date alone"),
        ("New Delhi, Mar 3 (PTI)", "PTI writes no dash"),
        ("KYIV (Ukrinform) –", "known agency, en dash"),
        ("TIRANA (Shekulli) -", "unknown agency after a place in capitals"),
        ("WASHINGTON —", "a newspaper's: capitals and a dash"),
        ("DENVER, Colo. —", "capitals, state, dash"),
        ("SAN FRANCISCO, July 3 --", "capitals, date, dashes"),
        ("Geneva, 3 March 2024 –", "the UN's form"),
        ("RIO DE JANEIRO (AP) —", "a particle inside the place"),
        ("Strasbourg, 10 juil 2024 (AFP) -", "AFP in French"),
        ("ST. PETERSBURG, Russia (AP) —", "an abbreviation inside the place"),
        ("Port-au-Prince (AFP) -", "hyphens inside the place"),
        ("XI'AN, March 3 (Xinhua) --", "an apostrophe inside the place"),
    ],
)
def test_a_dateline_is_never_part_of_the_first_sentence(dateline: str, reason: str) -> None:
    text = f"{dateline} {LEAD}\n\n{SECOND}\n"
    assert blocks(text) == [("dateline", dateline), ("body", LEAD), ("body", SECOND)], reason


@pytest.mark.parametrize(
    "dateline",
    ["Moscow (AFP)", "Moscow (AFP) -", "LONDON (Reuters)", "PARIS, March 3, 2024", "Paris, March 3, 2024 (AFP)"],
)
def test_a_dateline_may_stand_alone_on_its_line(dateline: str) -> None:
    assert blocks(f"{dateline}\n\n{LEAD}\n\n{SECOND}") == [
        ("dateline", dateline),
        ("body", LEAD),
        ("body", SECOND),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("新华社北京3月3日电（记者王明）救援人员周一抵达山谷。道路仍然关闭。", "zh"),
        ("云湾6月7日电 救援人员周一抵达山谷。道路仍然关闭。", "zh"),
        ("新闻社江州4月17日电——救援人员周一抵达山谷。道路仍然关闭。", "zh"),
        ("МОСКВА, 3 марта. /ТАСС/. Спасатели достигли долины. Дороги закрыты.", "ru"),
        ("باريس (أ ف ب) - وصل رجال الإنقاذ إلى الوادي. الطرق مغلقة.", "ar"),
        ("Lyon (France), 3 mars 2024 (AFP) - Les secours sont arrivés. Les routes sont fermées.", "fr"),
    ],
)
def test_datelines_of_source_languages_are_told_apart(text: str, language: str) -> None:
    document = document_from_text("source", text, language=language)
    assert [block.role for block in document.blocks] == [Role.DATELINE, Role.BODY]
    assert len(document.segments) == 2


@pytest.mark.parametrize(
    ("opening", "reason"),
    [
        ("The minister (left) - who resigned - said nothing.", "a caption's bracket in a sentence"),
        ("NATO - which met on Monday - said nothing.", "capitals, but the sentence goes on in lower case"),
        ("The Press Agency (AP) said the talks had failed.", "an agency as subject"),
        ("Paris, March 3 was the date that all had agreed on.", "a place and a date without a dash"),
        ("In May, 12 people (aged 9 to 80) were hurt.", "a date and a bracket"),
        ("US - China trade talks ended on Monday.", "capitals too short for a place"),
        ("Angela Smith (CDU) - the party's leader - left early.", "a politician and her party"),
    ],
)
def test_a_sentence_that_only_resembles_a_dateline_stays_whole(opening: str, reason: str) -> None:
    assert blocks(f"{opening}\n\n{SECOND}") == [("body", opening), ("body", SECOND)], reason


@pytest.mark.parametrize(
    ("line", "role", "reason"),
    [
        ("- Competition -", "cross-head", "AFP"),
        ("- 'No way back' -", "cross-head", "quotes inside"),
        ("-- Second thoughts --", "cross-head", "double hyphens"),
        ("– Growing pains –", "cross-head", "en dashes"),
        ("*** Reactions ***", "cross-head", "asterisks"),
        ("- Why now? -", "cross-head", "a question"),
        ("(more)", "page-mark", "a take goes on"),
        ("(MORE)", "page-mark", "in capitals"),
        ("MORE TO FOLLOW", "page-mark", "in words"),
        ("///", "page-mark", "slashes"),
        ("Page 2", "page-mark", "page"),
        ("Page 2 of 3", "page-mark", "page of pages"),
        ("Take 2", "page-mark", "take"),
        ("- 2 -", "page-mark", "a page number between dashes"),
        ("* * *", "page-mark", "a divider"),
        ("___", "page-mark", "AP's divider"),
        ("2nd Take", "page-mark", "ordinal take"),
        ("abc/def/gh", "sign-off", "initials of desk and editors"),
        ("burs-kb/tgb", "sign-off", "AFP's combined bureaus"),
        ("ENDS", "sign-off", "the end"),
        ("(ENDS)", "sign-off", "in brackets"),
        ("-END-", "sign-off", "between hyphens"),
        ("###", "sign-off", "press release"),
        ("# # #", "sign-off", "press release, spaced"),
        ("-30-", "sign-off", "the old mark"),
        ("//", "sign-off", "slashes"),
        ("(AFP)", "sign-off", "the agency's credit"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "sign-off", "Reuters credits"),
        ("Reporting by Jane Doe in Lima; Editing by John Roe.", "sign-off", "without brackets"),
        ("Editing by John Roe", "sign-off", "the editor alone"),
        ("Jane Doe contributed to this report.", "sign-off", "AP credits"),
        ("-- Eds: APNewsNow. Corrects the name of the valley.", "note", "to editors"),
        ("© 2021 AFP", "trailer", "copyright sign"),
        ("(c) 2021 The Valley Times", "trailer", "copyright in letters"),
        ("Copyright 2021 The Valley Times. All rights reserved.", "trailer", "in words"),
        ("The Valley Times. All rights reserved.", "trailer", "rights alone"),
        ("EMBARGOED UNTIL 0001 GMT MONDAY", "note", "embargo"),
        ("ATTENTION - UPDATES with quotes", "note", "AFP's desk line"),
        ("RECASTS, adds details", "note", "to desks"),
        ("UPDATES with minister's comment", "note", "to desks"),
        ("(UPDATES toll, adds quotes)", "note", "in brackets"),
        ("LEAD", "note", "a new lead"),
        ("URGENT", "note", "priority"),
    ],
)
def test_a_line_of_furniture_is_kept_with_its_role_and_never_audited(line: str, role: str, reason: str) -> None:
    text = f"{LEAD}\n\n{line}\n\n{SECOND}\n"
    assert blocks(text) == [("body", LEAD), (role, line), ("body", SECOND)], reason
    assert sentences(text) == [LEAD, SECOND]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("- The first bridge fell at dawn.", "a list item is text"),
        ("1. The first bridge fell at dawn.", "so is a numbered one"),
        ('"We have lost everything," she said.', "a quotation"),
        ("Leading officials met on Monday.", "Lead inside a word"),
        ("Attention turned to the bridges.", "a keyword in ordinary case"),
        ("Updates will follow, the mayor said.", "likewise"),
        ("More than 100 people were hurt.", "more, but a sentence"),
        ("Page 2 of the report was missing.", "a page, but a sentence"),
        ("By Monday the water had gone.", "By, but no name alone"),
        ("Copyright law was changed last year.", "copyright as a subject"),
        ("And/or was the word they argued about.", "a slash between words"),
        ("Compiled by the city's engineers, the plan names forty bridges.", "a participle, not a credit"),
        ("Yes.", "short but finished"),
    ],
)
def test_a_sentence_that_only_resembles_furniture_is_audited(line: str, reason: str) -> None:
    assert sentences(f"{LEAD}\n\n{line}\n\n{SECOND}")[1] == line, reason


def test_headline_slug_byline_and_dateline_stand_before_the_story() -> None:
    text = (
        "flood-valley-rescue\n\nRescue teams reach flooded valley\n\nBy Jane Doe\n\n"
        f"LONDON (Reuters) - {LEAD}\n\n{SECOND}\n"
    )
    assert blocks(text) == [
        ("slug", "flood-valley-rescue"),
        ("headline", "Rescue teams reach flooded valley"),
        ("byline", "By Jane Doe"),
        ("dateline", "LONDON (Reuters) -"),
        ("body", LEAD),
        ("body", SECOND),
    ]


def test_a_head_without_blank_lines_is_told_apart() -> None:
    head = "Rescue teams reach flooded valley\nBy Jane Doe and John Roe, Valley Times\n"
    text = f"{head}LONDON (Reuters) - {LEAD}\n{SECOND}\n"
    assert [role for role, _ in blocks(text)] == ["headline", "byline", "dateline", "body", "body"]


@pytest.mark.parametrize(
    ("first", "reason"),
    [
        (LEAD, "it ends as a sentence does"),
        (
            (
                "Rescue teams that had waited for three days at the foot of the mountains reached the flooded "
                "valley on Monday, officials said"
            ),
            "a lead that lost its full stop is too long for a headline",
        ),
        ("the water is still rising", "it begins in lower case"),
        ("The teams came by road,", "it goes on after a comma"),
    ],
)
def test_a_first_paragraph_in_doubt_is_body(first: str, reason: str) -> None:
    assert blocks(f"{first}\n\n{SECOND}\n\n{LEAD}")[0] == ("body", first), reason


def test_a_text_of_one_line_is_body_though_it_looks_like_a_headline() -> None:
    assert blocks("Rescue teams reach flooded valley") == [("body", "Rescue teams reach flooded valley")]


@pytest.mark.parametrize("headline", ["Is the valley safe?", "Floods spread to the U.S."])
def test_a_headline_before_the_dateline_may_ask_or_end_in_an_acronym(headline: str) -> None:
    assert blocks(f"{headline}\n\nParis (AFP) - {LEAD}")[0] == ("headline", headline)


def test_a_cross_head_without_dashes_stands_between_finished_paragraphs() -> None:
    assert blocks(f"{LEAD}\n\nGrowing anger\n\n{SECOND}")[1] == ("cross-head", "Growing anger")


def test_rows_of_results_are_notes() -> None:
    rows = ["Northford 2 Southbury 1", "Eastham 0 Westley 0", "Highgate 3 Lowmoor 3"]
    text = "\n".join([LEAD, "", *rows, "", SECOND])
    assert [role for role, _ in blocks(text)] == ["body", "note", "note", "note", "body"]


def test_list_items_are_body() -> None:
    items = ["- clean water for a week", "- two hundred tents", "- medicine"]
    text = "\n".join([LEAD, "", *items, "", SECOND])
    assert [role for role, _ in blocks(text)] == ["body"] * 5


def test_a_trailer_on_the_line_after_the_story_is_told_apart() -> None:
    assert blocks(f"{LEAD}\n{SECOND}\n© 2021 AFP")[-1] == ("trailer", "© 2021 AFP")


def test_a_trailer_inside_the_last_paragraph_is_told_apart() -> None:
    assert blocks(f"{LEAD} © 2021 AFP") == [("body", LEAD), ("trailer", "© 2021 AFP")]


def test_without_furniture_all_is_body() -> None:
    document = document_from_text("example", "Moscow (AFP)\n\n- Competition -\n\nHe left.", furniture=False)
    assert [block.role for block in document.blocks] == [Role.BODY] * 3
