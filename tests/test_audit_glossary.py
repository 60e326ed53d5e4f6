"""An audit with glossaries: files are read, terms are told, and their words are nobody's mistake."""

from __future__ import annotations

from pathlib import Path

from auditor import audit
from auditor.config import EngineSettings, load_profile
from auditor.model import Term, TermKind

WITHOUT = EngineSettings(enabled=False)


def test_the_terms_of_several_files_are_held_against_the_story(tmp_path: Path) -> None:
    files = {
        "story.txt": "The mayoralty of Vernel will sell the quarry. The Harbour Mail said so on Monday.\n",
        "source.txt": "La mairie de Vernel va vendre la carrière. Le journal Le Courrier du Port l'a dit lundi.\n",
        "desk.csv": "source,target,kind\nmairie,town hall,required\nmairie,mayoralty,forbidden\n",
        "names.txt": "[keep]\nLe Courrier du Port\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = audit(
        tmp_path / "story.txt",
        source=tmp_path / "source.txt",
        source_language="fr",
        engine=WITHOUT,
        glossary=[tmp_path / "desk.csv", tmp_path / "names.txt"],
    )
    told = {finding.rule for finding in report.findings}
    assert {"glossary-term-forbidden", "glossary-term-altered"} <= told
    assert "glossary-term-missing" not in told


def test_accepted_words_are_the_desk_s_own_and_forbidden_ones_are_not() -> None:
    terms = (
        Term(TermKind.KEEP, "Le Courrier", ("Le Courrier",)),
        Term(TermKind.FORBIDDEN, None, ("mayoralty",)),
    )
    assert load_profile("wire").knowing(terms).words >= {"Le", "Courrier"}
    assert "mayoralty" not in load_profile("wire").knowing(terms).words
