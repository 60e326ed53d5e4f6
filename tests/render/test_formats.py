"""The contracts of the formats that other programs read."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from auditor.model import InputError, Place, Severity, Skipped
from auditor.render import FORMATS, Stability, render
from auditor.render.tool import DOCUMENTATION
from auditor.render.uri import path, uri
from auditor.render.wording import NOT_RUN
from tests.render import contracts
from tests.render.samples import CLEAN, COMPARED, FINDINGS, REPORT, SILENCED, STRAY_RELATIVE, document

BOTH = [COMPARED, CLEAN]
RULES = [finding.rule for finding in FINDINGS]
TEXTUAL = [name for name in FORMATS if name != "html"]


# -- the registry


def test_every_format_says_what_it_is_for_and_what_may_be_relied_on():
    assert all(each.summary and each.stability in Stability for each in FORMATS.values())


def test_an_unknown_format_is_refused_with_the_known_ones():
    with pytest.raises(InputError, match="sarif"):
        render("serif", [])


@pytest.mark.parametrize("name", TEXTUAL)
def test_the_same_reports_give_the_same_bytes(name):
    assert render(name, BOTH) == render(name, BOTH)


@pytest.mark.parametrize("name", TEXTUAL)
def test_no_format_fails_without_reports(name):
    assert isinstance(render(name, []), str)


@pytest.mark.parametrize("name", ["json", "sarif", "github", "junit", "markdown"])
def test_a_check_that_did_not_run_is_told(name):
    assert "LanguageTool is not installed." in render(name, [REPORT])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("stories/a b.txt", "stories/a%20b.txt"),
        ("./a.txt", "a.txt"),
        ("été/#1?.txt", "%C3%A9t%C3%A9/%231%3F.txt"),
        ("/tmp/a.txt", "file:///tmp/a.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("dir\\a.txt", "dir/a.txt"),
    ],
)
def test_names_become_uri_references(name, expected):
    assert uri(name) == expected


def test_a_path_stays_readable():
    assert path("./été/a b.txt") == "été/a b.txt"


# -- SARIF


def sarif(reports=BOTH):
    return json.loads(render("sarif", reports))["runs"][0]


def test_sarif_is_valid_against_the_published_schema():
    jsonschema.Draft4Validator(contracts.sarif()).validate(json.loads(render("sarif", [*BOTH, SILENCED])))


def test_sarif_holds_what_github_requires():
    page = json.loads(render("sarif", BOTH))
    assert page["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json"
    assert page["version"] == "2.1.0"
    driver = page["runs"][0]["tool"]["driver"]
    assert driver["name"] == "auditor"
    for rule in driver["rules"]:
        assert rule["id"]
        for part in ("shortDescription", "fullDescription", "help"):
            assert len(rule[part]["text"]) > 0
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert rule["properties"]["precision"] in {"high", "medium", "low"}
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}
    for result in page["runs"][0]["results"]:
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith("/")
        assert place["region"].keys() >= {"startLine", "startColumn", "endLine", "endColumn"}
        assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_sarif_declares_that_its_columns_are_code_points():
    assert sarif()["columnKind"] == "unicodeCodePoints"


def test_sarif_names_only_rules_that_spoke_by_id_and_results_point_to_them():
    run = sarif()
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == sorted({finding.rule for finding in FINDINGS})
    assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_sarif_describes_a_rule_of_ours_by_its_page():
    rules = {rule["id"]: rule for rule in sarif()["tool"]["driver"]["rules"]}
    assert rules["stray-relative"]["shortDescription"]["text"] == STRAY_RELATIVE.summary


def test_sarif_gives_the_other_words_and_the_source_sentence_as_related_places():
    result = next(r for r in sarif()["results"] if r["ruleId"] == "term-variant")
    other, source = result["relatedLocations"]
    assert other["physicalLocation"]["region"]["startLine"] == 6
    assert source["physicalLocation"]["artifactLocation"]["uri"] == "stories/ferry.fr.txt"
    assert source["physicalLocation"]["region"]["startLine"] == 2


def test_sarif_tells_two_findings_of_one_fingerprint_apart():
    twice = replace(REPORT, findings=(FINDINGS[0], FINDINGS[0]))
    hashes = [r["partialFingerprints"]["primaryLocationLineHash"] for r in sarif([twice])["results"]]
    assert len(set(hashes)) == 2


def test_sarif_gives_every_rule_the_address_of_its_page():
    rules = {rule["id"]: rule["helpUri"] for rule in sarif([*BOTH, SILENCED])["tool"]["driver"]["rules"]}
    assert rules["stray-relative"] == f"{DOCUMENTATION}rules/agreement.md#stray-relative"
    assert all(page.startswith("https://") for page in rules.values())


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("languagetool/EN_A_VS_AN", "https://community.languagetool.org/rule/show/EN_A_VS_AN?lang=en"),
        ("languagetool/ABOUT_ITS_NN[2]", "https://community.languagetool.org/rule/show/ABOUT_ITS_NN?lang=en"),
        ("a rule of nobody", f"{DOCUMENTATION}rules.md"),
    ],
)
def test_a_rule_that_is_not_described_has_the_page_of_its_engine_or_the_index(rule, expected):
    report = replace(REPORT, findings=(replace(FINDINGS[0], rule=rule),))
    assert sarif([report])["tool"]["driver"]["rules"][0]["helpUri"] == expected


def test_the_documentation_is_where_the_project_says():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["urls"]["Documentation"] == DOCUMENTATION


def test_sarif_fixes_put_each_suggestion_in_the_place_of_exactly_the_words():
    result = next(r for r in sarif([REPORT])["results"] if r["ruleId"] == "stray-relative")
    first, second = result["fixes"]
    (change,) = first["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "stories/ferry.en.txt"}
    (replacement,) = change["replacements"]
    there = result["locations"][0]["physicalLocation"]["region"]
    assert replacement["deletedRegion"] == {name: value for name, value in there.items() if name != "snippet"}
    assert replacement["insertedContent"] == {"text": "which"}
    assert second["description"] == {"text": "Try: “who”."}


@pytest.mark.parametrize("suggestions", [(), ("he\u202ewho",), ("a\nb",)])
def test_sarif_has_no_fix_without_a_suggestion_that_can_be_shown(suggestions):
    report = replace(REPORT, findings=(replace(FINDINGS[0], suggestions=suggestions),))
    assert "fixes" not in sarif([report])["results"][0]


def test_sarif_has_no_fix_where_the_words_stand_otherwise_in_the_file():
    entity = replace(REPORT.document.runs[2], end=Place(3, 400))
    story = replace(REPORT.document, runs=(*REPORT.document.runs[:2], entity, *REPORT.document.runs[3:]))
    assert "fixes" not in sarif([replace(REPORT, document=story)])["results"][0]


# -- GitHub


def test_github_annotations_come_worst_first():
    commands = re.findall(r"^::(\w+)", render("github", [replace(REPORT, skipped=())]), re.M)
    assert commands == ["error", "error", "warning", "warning", "notice"]


def test_github_shows_only_ten_of_a_kind_so_a_check_that_was_down_comes_first():
    assert render("github", [REPORT]).startswith("::error file=stories/ferry.en.txt,title=not run::languagetool did")


def crowd(**kinds):
    """Return a report with so many findings of each severity, the mildest first, each with its number."""
    findings = [
        replace(FINDINGS[1], severity=Severity(severity), message=f"{severity} {number}", suggestions=())
        for severity in ("neutral", "minor", "major", "critical")
        for number in range(kinds.get(severity, 0))
    ]
    return replace(REPORT, findings=tuple(findings), skipped=())


def test_github_gets_no_more_annotations_of_a_kind_than_it_shows_the_worst_of_each():
    lines = render("github", [crowd(critical=12, major=3, minor=9, neutral=8)]).splitlines()
    shown = [line for line in lines if line.startswith("::")]
    assert [sum(line.startswith(f"::{kind}") for line in shown) for kind in ("error", "warning", "notice")] == [
        10,
        3,
        10,
    ]
    assert sum("::minor" in line for line in shown) == 9
    assert len(shown) <= 50


def test_github_is_told_in_one_line_what_is_not_annotated():
    lines = render("github", [crowd(critical=12, major=11, minor=9)]).splitlines()
    (told,) = [line for line in lines if line.startswith("Not annotated")]
    assert told.startswith("Not annotated: 2 errors, 1 warning, for GitHub shows 10 of a kind in a step")


def test_github_hears_nothing_of_limits_where_all_is_annotated():
    assert "Not annotated" not in render("github", [crowd(critical=10, major=10, minor=10)])


def test_github_annotations_escape_what_would_end_them():
    finding = replace(FINDINGS[0], message="50%\n::error::x", rule="a:b,c")
    line = render("github", [replace(REPORT, findings=(finding,), skipped=())]).splitlines()[0]
    assert "title=critical%3A a%3Ab%2Cc::" in line
    assert "::50%25 ::error::x" in line


def test_github_gives_no_columns_for_words_over_two_lines():
    text = REPORT.document.text
    start, end = text.index("Tuesday"), text.index("found")
    finding = replace(
        FINDINGS[0], anchors=(replace(FINDINGS[0].primary, span=type(FINDINGS[0].primary.span)(start, end)),)
    )
    line = render("github", [replace(REPORT, findings=(finding,), skipped=())]).splitlines()[0]
    assert "line=3,endLine=4," in line
    assert "col=" not in line


# -- GitLab


def test_gitlab_issues_hold_what_it_documents():
    issues = json.loads(render("gitlab", BOTH))
    jsonschema.validate(issues, contracts.GITLAB)
    assert [issue["check_name"] for issue in issues] == [*RULES, NOT_RUN]
    for issue in issues:
        assert issue["description"].startswith(f"{issue['check_name']}: ")


def test_gitlab_fingerprints_are_unique_and_survive_lines_added_above():
    twice = replace(REPORT, findings=(*FINDINGS, FINDINGS[0]))
    prints = [issue["fingerprint"] for issue in json.loads(render("gitlab", [twice]))]
    assert len(set(prints)) == len(prints)
    moved = replace(REPORT, document=replace(REPORT.document, runs=REPORT.document.runs[1:]))
    assert [i["fingerprint"] for i in json.loads(render("gitlab", [moved]))] == [*prints[:-2], prints[-1]]


# -- JUnit and Checkstyle


@pytest.mark.slow
def test_junit_is_valid_against_the_published_schema():
    schema = etree.XMLSchema(etree.fromstring(contracts.junit()))
    schema.assertValid(etree.fromstring(render("junit", [*BOTH, SILENCED]).encode()))


def test_junit_counts_what_it_holds_and_fails_for_major_and_worse():
    root = ElementTree.fromstring(render("junit", BOTH).encode())
    for suite in root:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
    assert int(root.get("failures")) == sum(f.severity.rank >= Severity.MAJOR.rank for f in FINDINGS)


def test_junit_has_a_passing_case_for_a_clean_story():
    suite = ElementTree.fromstring(render("junit", [CLEAN]).encode())[0]
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


def test_checkstyle_is_what_checkstyle_itself_writes():
    contract = etree.DTD(contracts.CHECKSTYLE)
    assert contract.validate(etree.fromstring(render("checkstyle", BOTH).encode())), contract.error_log
    root = ElementTree.fromstring(render("checkstyle", BOTH).encode())
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    assert [file.get("name") for file in root] == ["stories/ferry.en.txt", "stories/calm.en.txt"]
    for error in root.iter("error"):
        assert int(error.get("line")) > 0 < int(error.get("column"))
        assert error.get("message")
        assert error.get("source").startswith("auditor.")


# -- reviewdog, tables, Markdown, Marot


def test_rdjson_is_what_reviewdog_defines():
    jsonschema.validate(json.loads(render("rdjson", BOTH)), contracts.RDJSON)


@pytest.mark.slow
def test_rdjson_is_valid_against_the_published_schema():
    jsonschema.Draft4Validator(contracts.rdjson()).validate(json.loads(render("rdjson", BOTH)))


def test_rdjson_links_every_rule_to_its_page():
    codes = [each["code"] for each in json.loads(render("rdjson", BOTH))["diagnostics"]]
    assert codes[0] == {"value": "stray-relative", "url": f"{DOCUMENTATION}rules/agreement.md#stray-relative"}
    assert all("url" in code for code in codes if code["value"] != NOT_RUN)


def test_rdjson_suggestions_replace_exactly_the_words():
    diagnostic = json.loads(render("rdjson", [REPORT]))["diagnostics"][2]
    assert diagnostic["suggestions"] == [{"range": diagnostic["location"]["range"], "text": " "}]
    assert diagnostic["severity"] == "INFO"


def test_csv_is_one_row_a_finding_under_a_header():
    rows = list(csv.DictReader(io.StringIO(render("csv", BOTH))))
    assert [row["rule"] for row in rows] == [*RULES, NOT_RUN]
    assert rows[0]["words"] == "he which"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_spreadsheet_takes_no_words_for_a_formula(words):
    finding = replace(FINDINGS[0], message=words)
    row = next(csv.DictReader(io.StringIO(render("csv", [replace(REPORT, findings=(finding,))]))))
    assert row["message"] == f"'{words}"


def test_jsonl_is_one_finding_a_line_with_its_story():
    lines = [json.loads(line) for line in render("jsonl", BOTH).splitlines()]
    assert [line["rule"] for line in lines if "rule" in line] == RULES
    assert [line["not_run"]["check"] for line in lines if "not_run" in line] == ["languagetool"]
    assert {line["file"] for line in lines} == {"stories/ferry.en.txt"}


def test_markdown_lists_major_and_worse_and_counts_the_rest():
    page = render("markdown", [REPORT])
    assert "## FAIL: stories/ferry.en.txt" in page
    assert "| critical | 3 | he which |" in page
    assert "Two spaces" not in page
    assert "1 minor" in page


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<script>", "\\<script\\>"),
        ("a|b", "a\\|b"),
        ("[x](y)", "\\[x\\](y)"),
        ("@team", "\\@team"),
        ("https://x", "https\\://x"),
        ("*b* `c`", "\\*b\\* \\`c\\`"),
    ],
)
def test_markdown_takes_copy_as_it_stands(words, shown):
    finding = replace(FINDINGS[0], message=words, suggestions=())
    assert f"| {shown} |" in render("markdown", [replace(REPORT, findings=(finding,))])


def test_marot_has_ten_columns_and_marks_the_words():
    header, *rows = (line.split("\t") for line in render("marot", BOTH).splitlines())
    assert header[:2] == ["system", "doc"]
    assert {len(row) for row in rows} == {10}
    assert "<v>he which</v>" in rows[0][6]
    assert rows[0][5].startswith("Le capitaine")
    assert all(isinstance(json.loads(row[9]), dict) for row in rows)


def test_marot_has_a_row_for_a_sentence_without_a_finding():
    rows = [line.split("\t") for line in render("marot", [CLEAN]).splitlines()[1:]]
    assert [row[7:9] for row in rows] == [["no-error", "no-error"]] * 2


# -- hostile copy

HOSTILE = st.text(max_size=60) | st.sampled_from(
    [
        "\x1b]0;x\x07",
        "‮evil‬",
        "::error::x",
        "]]>",
        "</failure>",
        '<img src="x" onerror="run()"> <v>',
        "\x00",
        "\ufffe",
        "\ud800",
        "a\tb\r\nc",
        "a b",
    ]
)
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def hostile(text):
    finding = replace(
        FINDINGS[0],
        rule=text or "x",
        message=text,
        why=text,
        suggestions=(text,),
        anchors=tuple(replace(anchor, text=text) for anchor in FINDINGS[1].anchors),
        fingerprint=text,
    )
    story = replace(document(text or "x", (text.replace("\n", " ") * 9 + REPORT.document.text,)), name=text or "x")
    verdict = replace(REPORT.verdict, reasons=(text,))
    skipped = (replace(REPORT.skipped[0], reason=text, hint=text),)
    return replace(COMPARED, document=story, findings=(finding,), verdict=verdict, skipped=skipped, rules=())


@given(HOSTILE)
@settings(max_examples=60, deadline=None)
def test_the_xml_formats_stay_well_formed_whatever_the_copy(text):
    for name in ("junit", "checkstyle"):
        ElementTree.fromstring(render(name, [hostile(text)]).encode())


@given(HOSTILE)
@settings(max_examples=60, deadline=None)
def test_the_json_formats_stay_json_whatever_the_copy(text):
    report = hostile(text)
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(render(name, [report]))
    assert all(json.loads(line) for line in render("jsonl", [report]).split("\n") if line)


@given(HOSTILE)
@settings(max_examples=60, deadline=None)
def test_each_finding_stays_on_one_line_without_controls_whatever_the_copy(text):
    report = hostile(text)
    for name in ("github", "csv", "markdown", "marot"):
        assert not CONTROLS.search(render(name, [report]))
    assert len(render("github", [report]).splitlines()) == 3  # the finding, the skipped check, the verdict
    assert {len(row) for row in csv.reader(io.StringIO(render("csv", [report])))} == {15}


@given(HOSTILE)
@settings(max_examples=60, deadline=None)
def test_marots_viewer_finds_no_tag_but_our_marks_whatever_the_copy(text):
    rows = [line.split("\t") for line in render("marot", [hostile(text)]).splitlines()[1:]]
    assert not [cell for row in rows for cell in row if re.search("[<>]", re.sub("</?v>", "", cell))]
    assert not [cell for row in rows for cell in row[:2] if '"' in cell]


@given(HOSTILE)
@settings(max_examples=60, deadline=None)
def test_only_our_own_lines_are_workflow_commands(text):
    commands = [line for line in render("github", [hostile(text)]).splitlines() if line.startswith("::")]
    assert len(commands) == 2


# -- silenced findings


def test_sarif_shows_silenced_findings_as_suppressed():
    results = json.loads(render("sarif", [SILENCED]))["runs"][0]["results"]
    given = {result["ruleId"]: result.get("suppressions") for result in results}
    assert given["stray-relative"] is None
    assert given["progressive-state"] == [
        {
            "kind": "inSource",
            "justification": "ignored by line 6 of the story: the lawyer's own words",
        }
    ]
    assert given["date-impossible"][0]["kind"] == "external"


def test_junit_shows_silenced_findings_as_skipped():
    suite = ElementTree.fromstring(render("junit", [SILENCED]))[0]
    assert suite.get("skipped") == "2"
    reasons = [case.get("message") for case in suite.findall("testcase/skipped")]
    assert "dismissed in the baseline: the agency's <date>" in reasons
    assert suite.get("failures") == "2"


@pytest.mark.parametrize("name", ["csv", "jsonl", "github", "gitlab", "checkstyle", "rdjson", "marot", "markdown"])
def test_other_formats_leave_silenced_findings_out(name):
    assert "31 April" in render(name, [REPORT])
    assert "There is no 31 April" not in render(name, [SILENCED])


@pytest.mark.parametrize("name", TEXTUAL)
def test_every_format_says_which_check_did_not_run(name):
    skipped = Skipped("languagetool", "LanguageTool is not installed here.", "Run “auditor setup”.")
    page = render(name, [replace(CLEAN, skipped=(skipped,))])
    assert "languagetool" in page
    assert "auditor setup" in page
