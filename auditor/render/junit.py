"""JUnit XML for test reports: a story is a suite, a finding of major or worse a failure, a silenced one skipped.

A check that did not run is an error, or skipped where the desk lets it be missing.

Source: the dialect that Jenkins and GitLab read (jenkinsci/xunit-plugin, junit-10.xsd).
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from auditor.model import Finding, Report, Severity
from auditor.render import wording
from auditor.render.region import region
from auditor.render.tool import NAME
from auditor.render.xml import document
from auditor.text.visible import visible


def render(reports: Sequence[Report]) -> str:
    """Return one suite per story; each has a case, as a suite without one reads as “no tests”."""
    root = Element("testsuites", name=NAME)
    for report in reports:
        _suite(root, report)
    totals = {name: str(sum(int(suite.get(name, "0")) for suite in root)) for name in ("tests", "failures", "errors")}
    root.attrib.update(totals, time="0")
    return document(root)


def _suite(root: Element, report: Report) -> None:
    name = report.document.label
    suite = SubElement(root, "testsuite", name=name, package=NAME)
    for finding in report.findings:
        _case(suite, report, finding)
    for silenced in report.silenced:
        case = _named_case(suite, report, silenced.finding)
        SubElement(case, "skipped", message=silenced.reason)
    for skipped in report.skipped:
        case = SubElement(suite, "testcase", name=skipped.check, classname=name, time="0")
        outcome = ("skipped", {}) if skipped.allowed else ("error", {"type": wording.NOT_RUN})
        SubElement(case, *outcome, message=f"{skipped.reason} {skipped.hint}")
    if not len(suite):
        SubElement(suite, "testcase", name="no findings", classname=name, time="0")
    suite.attrib.update(
        tests=str(len(suite)),
        failures=str(len(suite.findall("testcase/failure"))),
        errors=str(len(suite.findall("testcase/error"))),
        skipped=str(len(suite.findall("testcase/skipped"))),
        time="0",
    )


def _case(suite: Element, report: Report, finding: Finding) -> None:
    case = _named_case(suite, report, finding)
    text = f"{_place(report, finding)}: “{visible(finding.primary.text)}”\n{wording.sentence(finding)}"
    if finding.severity.rank >= Severity.MAJOR.rank:
        failure = SubElement(case, "failure", message=finding.message, type=finding.severity.value)
        failure.text = text
    else:
        SubElement(case, "system-out").text = text


def _named_case(suite: Element, report: Report, finding: Finding) -> Element:
    start = region(report.document, finding.primary.span).start
    name = f"{finding.rule} (line {start.line}, column {start.column})"
    return SubElement(suite, "testcase", name=name, classname=report.document.label, time="0")


def _place(report: Report, finding: Finding) -> str:
    start = region(report.document, finding.primary.span).start
    return f"{visible(report.document.name)}, line {start.line}, column {start.column}"
