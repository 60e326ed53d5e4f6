"""How a story is read sentence by sentence; the reader here says what the test tells it."""

from __future__ import annotations

from auditor.checks.reader.passages import Read, readings
from auditor.desk.expecting import with_readings
from auditor.scoring import Signs, unseen_points
from tests.checks.reader.test_weighing import Told, story


def nats(prompt: str, word: str) -> float:
    """A word costs a nat for each letter alone, and one more beside the source."""
    return -float(len(word) + prompt.startswith("French"))


def test_each_sentence_has_the_nats_of_its_words_alone_and_beside_the_source():
    assert readings(story(Told(nats))) == {
        1: Read(4, 3 + 5 + 4 + 2, 3 + 5 + 4 + 2 + 4),
        2: Read(3, 3 + 3 + 4, 3 + 3 + 4 + 3),
        3: Read(3, 3 + 3 + 6, 3 + 3 + 6 + 3),
    }


def test_without_a_source_or_a_reader_of_it_the_english_is_read_alone():
    for reader, source in ((Told(nats), None), (Told(nats, bilingual=False), "La maire entra.")):
        assert {each.beside for each in readings(story(reader, source=source)).values()} == {None}


def test_without_a_reader_nothing_is_read():
    assert readings(story(None)) == {}


def test_a_passage_is_read_by_itself():
    reader = Told(nats)
    readings(story(reader))
    prompts = {("French: " + source + "\nEnglish:") for source in ("La maire entra. Elle s'assit.", "Son chien aboya.")}
    assert {prompt for prompt, _ in reader.read} == {"", *prompts}


def test_the_more_a_text_surprises_the_more_it_is_expected_to_cost():
    found = [Read(4, alone, beside) for alone, beside in ((8.0, 6.0), (12.0, 6.0), (12.0, 9.0), (40.0, 36.0))]
    costs = [unseen_points(with_readings(Signs(), [each])) for each in found]
    assert costs == sorted(set(costs))


def test_a_text_that_nobody_read_is_no_surprise():
    assert with_readings(Signs(words=4), []) == Signs(words=4)
