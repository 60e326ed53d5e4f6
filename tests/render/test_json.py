"""The whole report as JSON, and back."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import model
from auditor.model import InputError, Report, Skipped
from auditor.render.json import SCHEMA_VERSION, load, render, schema
from tests.render.samples import CLEAN, COMPARED, FINDINGS, JUDGED, REPORT, SILENCED

EVERY = [REPORT, CLEAN, COMPARED, SILENCED, JUDGED]


def closed(node):
    """Return the schema with every object closed to fields that it does not name."""
    if isinstance(node, list):
        return [closed(each) for each in node]
    if not isinstance(node, dict):
        return node
    shut = {key: closed(value) for key, value in node.items()}
    return {**shut, "additionalProperties": False} if "properties" in shut and "type" in shut else shut


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_every_report_is_valid_and_holds_no_field_that_the_schema_lacks():
    jsonschema.Draft202012Validator(closed(schema())).validate(json.loads(render(EVERY)))


def test_the_schema_accepts_fields_of_a_later_minor_version():
    page = json.loads(render(EVERY)) | {"later": 1}
    jsonschema.Draft202012Validator(schema()).validate(page)


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("reports", 0, "findings", 0, "severity"), "fatal", "a severity is one of four"),
        (("reports", 0, "findings", 0, "anchors"), [], "a finding has a place"),
        (("reports", 0, "score", "quality"), 101, "quality ends at 100"),
        (("schema_version",), "2.0", "another version has another schema"),
    ],
)
def test_the_schema_refuses_what_a_report_cannot_be(path, value, reason):
    page = json.loads(render([REPORT]))
    node = page
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    assert not jsonschema.Draft202012Validator(schema()).is_valid(page), reason


@pytest.mark.parametrize("kind", ["Category", "Severity", "Confidence", "Role", "Outcome", "SilencedBy"])
def test_the_schema_knows_every_wire_name(kind):
    assert schema()["$defs"][kind]["enum"] == [member.value for member in getattr(model, kind)]


def test_lines_and_columns_stand_beside_the_offsets():
    page = json.loads(render([REPORT]))
    anchor = page["reports"][0]["findings"][0]["anchors"][0]
    assert (anchor["line"], anchor["column"], anchor["end_line"], anchor["end_column"]) == (3, 27, 3, 35)
    assert anchor["sentence"] == 1
    text = page["reports"][0]["document"]["text"]
    assert text[anchor["span"]["start"] : anchor["span"]["end"]] == anchor["text"] == "he which"


def test_a_report_comes_back_as_it_went():
    assert load(render(EVERY)) == tuple(EVERY)


@given(st.lists(st.sampled_from(FINDINGS)), st.text(), st.floats(allow_nan=False, allow_infinity=False))
def test_any_report_comes_back_as_it_went(findings, text, number):
    report: Report = replace(
        COMPARED,
        findings=tuple(replace(finding, message=text, suggestions=(text,)) for finding in findings),
        skipped=(Skipped(text, text, text),),
        score=replace(COMPARED.score, points=number),
    )
    assert load(render([report])) == (report,)


def test_a_report_of_an_earlier_minor_version_is_read():
    page = json.loads(render([REPORT])) | {"schema_version": "1.0"}
    for report in page["reports"]:
        del report["silenced"], report["neural"], report["unsourced"], report["doubts"], report["score"]["expected"]
        for sentence in report["sentences"]:
            del sentence["neural"]
    assert load(json.dumps(page)) == (REPORT,)


def test_the_same_report_gives_the_same_bytes():
    assert render(EVERY) == render(load(render(EVERY)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing"),
        ("{", "broken JSON"),
        ("[]", "a list"),
        ('{"schema_version": "2.0", "reports": []}', "another version"),
        ('{"schema_version": "1.0", "reports": [{}]}', "a report without its fields"),
        ('{"schema_version": "1.0", "reports": 3}', "a number for the reports"),
    ],
)
def test_what_is_no_report_is_refused_in_one_sentence(text, reason):
    with pytest.raises(InputError) as refused:
        load(text)
    assert "\n" not in str(refused.value), reason


def test_the_version_is_told():
    assert json.loads(render([]))["schema_version"] == SCHEMA_VERSION
