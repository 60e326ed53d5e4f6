"""Our Java: what is shipped is what its source compiles to."""

import pytest

from auditor.config import EngineSettings
from auditor.engines.languagetool import guard
from auditor.engines.languagetool.guard.compile import compiled


@pytest.mark.languagetool
@pytest.mark.slow
def test_the_shipped_classes_are_those_of_the_source_byte_for_byte(languagetool: EngineSettings) -> None:
    assert compiled(languagetool) == guard.JAR.read_bytes()
