"""What several checks ask of a story's texts together is worked out once and kept with the story."""

from __future__ import annotations

import pytest

from auditor.analysis import Analysis, Number
from auditor.bilingual import side
from auditor.bilingual.story import Story
from auditor.checks.registry import CODE_CHECKS, DOUBTS
from auditor.config import load_profile
from auditor.model import Link
from auditor.segmentation import document_from_text

ENGLISH = (
    "The mayor resigned on 3 May.",
    "Nobody in Arles had asked for it.",
    "“I am tired of it all,” she said.",
)
FRENCH = ("La maire a démissionné le 4 mai.", "Personne à Nice ne l'avait demandé.", "« Je suis lasse », a-t-elle dit.")


def story() -> Story:
    target = document_from_text("target", "\n\n".join(ENGLISH), furniture=False)
    source = document_from_text("source", "\n\n".join(FRENCH), furniture=False, language="fr")
    links = tuple(Link((number,), (number,), 1.0) for number in (1, 2, 3))
    return Story(
        target, Analysis(target), load_profile("wire"), source=source, source_language="fr-FR", source_links=links
    )


def test_all_checks_share_one_reading_of_the_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[str, str]] = []
    numbers = side.numbers

    def noted(text: str, language: str) -> tuple[Number, ...]:
        read.append((text, language))
        return numbers(text, language)

    monkeypatch.setattr(side, "numbers", noted)
    given = story()
    for check in (*CODE_CHECKS, *DOUBTS):
        list(check.run(given))
    assert (ENGLISH[0], "en") in read
    assert (FRENCH[0], "fr") in read
    assert len(read) == len(set(read))


def test_pairs_are_built_once() -> None:
    given = story()
    assert given.source_pairs is given.source_pairs
    assert [pair.theirs.text for pair in given.source_pairs] == [*FRENCH]
    assert given.reference_pairs == ()


def test_a_pair_knows_the_sentence_on_each_side() -> None:
    second = story().source_pairs[1]
    assert second.ours_around.text == "  ".join(ENGLISH).replace("“", '"').replace("”", '"')
    assert second.theirs.language == "fr"


def test_the_source_of_a_sentence_is_joined_from_all_that_it_answers() -> None:
    target = document_from_text("target", "They left and came back.", furniture=False)
    source = document_from_text("source", "Ils partirent.\n\nIls revinrent.", furniture=False, language="fr")
    given = Story(target, Analysis(target), load_profile("wire"), source, "fr", (Link((1,), (1, 2), 1.0),))
    assert given.source_of(1) == "Ils partirent. Ils revinrent."
    assert given.source_of(2) is None
