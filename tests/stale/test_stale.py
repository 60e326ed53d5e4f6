"""A story beside two versions of its source: what holds, what does not, what is to be added or to go."""

from __future__ import annotations

import pytest

from auditor.model import Document, InputError, Passage, Staleness, Standing
from auditor.segmentation import document_from_text
from auditor.stale import staleness

SOURCE = (
    "Huit morts dans un incendie à Valmont\n\n"
    "Valmont (IWN) - Huit personnes sont mortes mardi dans l'incendie d'un entrepôt de Valmont, a "
    "annoncé le préfet, Denis Ravel.\n\n"
    "Le feu s'est déclaré vers midi dans un atelier de peinture. "
    "Une trentaine de pompiers sont sur place, et l'autoroute voisine a été fermée.\n\n"
    '"Nous ne connaissons pas encore la cause du sinistre", a déclaré M. '
    "Ravel devant la presse. "
    "Une enquête a été ouverte par le parquet de Valmont.\n\n"
    "L'entreprise Morel, à qui appartient l'entrepôt, emploie 120 salariés dans la région. "
    "Son directeur n'était pas joignable mardi soir.\n"
)

STORY = (
    "Eight die in fire at French warehouse\n\n"
    "Valmont (IWN) - Eight people died on Tuesday in a fire at a warehouse in Valmont, the prefect, "
    "Denis Ravel, said.\n\n"
    "The fire broke out around noon in a paint shop. "
    "Some 30 firefighters are at the scene, and the nearby motorway has been closed.\n\n"
    '"We do not yet know the cause of the disaster," Ravel told the press. '
    "Prosecutors in Valmont have opened an investigation.\n\n"
    "The company Morel, which owns the warehouse, employs 120 people in the region. "
    "Its director could not be reached on Tuesday evening.\n"
)


def french(text: str, name: str = "source.fr.txt") -> Document:
    return document_from_text(name, text, language="fr")


def english(text: str = STORY) -> Document:
    return document_from_text("story.en.txt", text)


def told(new: str, story: str = STORY) -> Staleness:
    return staleness(french(SOURCE), french(new, "new.fr.txt"), english(story), source_language="fr")


def updated(*edits: tuple[str, str]) -> str:
    text = SOURCE
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def due(found: Staleness) -> list[tuple[Standing, tuple[int, ...]]]:
    return [(passage.standing, passage.target) for passage in found.due]


def at(found: Staleness, number: int) -> Passage:
    return next(passage for passage in found.passages if number in passage.target)


def test_the_same_source_leaves_everything_as_it_is() -> None:
    assert {passage.standing for passage in told(SOURCE).passages} == {Standing.HOLDS}


def test_a_figure_that_changed_is_told_where_the_story_says_it() -> None:
    found = told(updated(("emploie 120 salariés", "emploie 140 salariés")))
    assert due(found) == [(Standing.STALE, (6,))]
    (change,) = at(found, 6).changes
    assert change.told is not None
    assert (change.before, change.after, change.told.of(STORY)) == ("120", "140", "120")


def test_a_figure_in_the_headline_is_told_there_too() -> None:
    found = told(updated(("Huit morts", "Neuf morts"), ("Huit personnes", "Neuf personnes")))
    assert [passage.headline for passage in found.due] == [True, False]


def test_a_headline_that_repeats_what_changed_in_the_body_alone_is_told() -> None:
    found = told(updated(("Huit morts dans un incendie", "Incendie mortel"), ("Huit personnes", "Neuf personnes")))
    assert [passage.headline for passage in found.due] == [True, False]


def test_a_sentence_that_came_is_to_be_added_behind_the_one_it_follows() -> None:
    found = told(updated(("par le parquet de Valmont.", "par le parquet de Valmont. Deux témoins ont été entendus.")))
    (passage,) = found.due
    assert (passage.standing, passage.new) == (Standing.ADD, "Deux témoins ont été entendus.")
    assert 5 in found.passages[found.passages.index(passage) - 1].target


def test_a_sentence_that_went_is_to_go() -> None:
    assert due(told(updated((" Son directeur n'était pas joignable mardi soir.", "")))) == [(Standing.REMOVE, (7,))]


def test_mere_rewording_is_left_alone() -> None:
    found = told(
        updated(("Une enquête a été ouverte par le parquet de Valmont.", "Le parquet de Valmont a ouvert une enquête."))
    )
    assert due(found) == []
    assert at(found, 5).standing is Standing.REWORDED


def test_paragraphs_that_changed_places_hold() -> None:
    head, *body = SOURCE.split("\n\n")
    lead, *rest = body
    assert due(told("\n\n".join((head, lead, *reversed(rest))))) == []


def test_a_sentence_that_was_parted_holds() -> None:
    found = told(updated(("sont sur place, et l'autoroute voisine", "sont sur place. L'autoroute voisine")))
    assert due(found) == []


def test_two_sentences_that_were_joined_hold() -> None:
    edit = ("devant la presse. Une enquête a été ouverte", "devant la presse, et une enquête a été ouverte")
    assert due(told(updated(edit))) == []


def test_what_the_story_has_already_is_not_to_be_added() -> None:
    new = updated(
        ("par le parquet de Valmont.", "par le parquet de Valmont. Deux témoins ont été entendus par les gendarmes.")
    )
    story = STORY.replace("an investigation.", "an investigation. Two witnesses have been heard by the gendarmes.")
    assert due(told(new, story)) == []


def test_a_story_that_was_updated_by_hand_is_not_stale() -> None:
    new = updated(("emploie 120 salariés", "emploie 140 salariés"))
    assert due(told(new, STORY.replace("employs 120", "employs 140"))) == []


def test_everything_is_in_the_order_of_the_story() -> None:
    found = told(updated(("Denis Ravel", "Denis Rouvier"), ("emploie 120 salariés", "emploie 140 salariés")))
    numbers = [passage.target[0] for passage in found.passages if passage.target]
    assert numbers == sorted(numbers)


def test_another_story_is_refused() -> None:
    other = "Tokyo (IWN) - Der Yen hat am Freitag deutlich nachgegeben, wie Händler in Tokio berichteten.\n"
    with pytest.raises(InputError):
        staleness(document_from_text("a.de.txt", other * 3, language="de"), french(SOURCE), english())
