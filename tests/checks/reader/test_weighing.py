"""How versions are put to a reader, and what is made of its numbers; the reader here says what the test tells it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from auditor.bilingual.story import Story
from auditor.checks.examples import stories
from auditor.checks.reader.weighing import MOST, Version, Weighed, best_by_place, weighed
from auditor.engines.reader.client import Surprise
from auditor.model import Example, Span
from auditor.text.words import TOKEN

TEXT = "The mayor came in. She sat down.\n\nHis dog barked."
SOURCE = "La maire entra. Elle s'assit.\n\nSon chien aboya."


class Told:
    """A reader whose numbers come from the test; it notes what it was asked."""

    name = "told"

    def __init__(self, nats: Callable[[str, str], float], *, bilingual: bool = True, gap: float = 9.0) -> None:
        self.bilingual = bilingual
        self._gap = gap
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self._nats = nats
        self.read: list[tuple[str, str]] = []

    def score(self, prompt: str, versions: Sequence[str]) -> tuple[float, ...]:
        self.asked.append((prompt, tuple(versions)))
        return tuple(self._nats(prompt, version) for version in versions)

    def surprise(self, prompt: str, text: str) -> tuple[Surprise, ...]:
        self.read.append((prompt, text))
        spans = [Span(*word.span()) for word in TOKEN.finditer(text)]
        return tuple(Surprise(span, -self._nats(prompt, span.of(text)), self._gap) for span in spans)


def story(reader: object, text: str = TEXT, source: str | None = SOURCE) -> Story:
    (made,) = stories([(text, Example(text, source, "fr" if source else None))])
    return replace(made, reader=reader)  # type: ignore[arg-type]


def version(old: str, new: str, text: str = TEXT, *, in_context: bool = True) -> Version:
    start = text.index(old)
    return Version(((Span(start, start + len(old)), new),), "any", -2.0, in_context)


def test_a_version_is_worth_what_it_gains_on_the_text_alone_and_beside_the_source():
    reader = Told(lambda prompt, text: (5.0 if prompt.startswith("French") else 2.0) * ("Her" in text))
    (found,) = weighed(story(reader), [version("His", "Her")])
    assert found == Weighed(version("His", "Her"), 2.0, 5.0)


def test_the_paragraph_is_read_whole_behind_the_one_before():
    reader = Told(lambda *_: 0.0)
    weighed(story(reader), [version("His", "Her"), version("She", "He")])
    asked = dict(reader.asked)
    assert asked["The mayor came in. She sat down."] == ("His dog barked.", "His dog barked.", "Her dog barked.")
    assert asked[""] == ("The mayor came in. She sat down.",) * 2 + ("The mayor came in. He sat down.",)
    assert asked[
        "French: La maire entra. Elle s'assit. Son chien aboya.\nEnglish: The mayor came in. She sat down."
    ] == ("His dog barked.", "His dog barked.", "Her dog barked.")


def test_without_context_a_paragraph_is_read_whole_by_itself():
    reader = Told(lambda *_: 0.0)
    weighed(story(reader), [version("His", "Her", in_context=False)])
    texts = ("His dog barked.", "His dog barked.", "Her dog barked.")
    assert reader.asked == [("French: Son chien aboya.\nEnglish:", texts), ("", texts)]


def test_without_a_source_or_a_reader_of_it_the_english_is_read_alone():
    for reader, source in ((Told(lambda *_: 0.0), None), (Told(lambda *_: 0.0, bilingual=False), SOURCE)):
        (found,) = weighed(story(reader, source=source), [version("His", "Her")])
        assert found.beside is None
        assert len(reader.asked) == 1


def test_without_a_reader_nothing_is_weighed():
    assert weighed(story(None), [version("His", "Her")]) == []


def test_a_word_that_the_reader_would_write_itself_is_left_alone():
    reader = Told(lambda *_: 9.0, gap=1.0)
    assert weighed(story(reader), [version("His", "Her")]) == []
    assert reader.asked == []


def test_what_is_too_much_for_a_story_is_left_out():
    reader = Told(lambda *_: 0.0)
    assert len(weighed(story(reader), [version("His", f"{number}") for number in range(MOST + 9)])) == MOST


def test_of_versions_of_the_same_words_the_best_speaks():
    her, its, he = (
        Weighed(each, nats, None)
        for each, nats in ((version("His", "Her"), 2.0), (version("His", "Its"), 3.0), (version("She", "He"), 1.0))
    )
    assert list(best_by_place([her, its, he], lambda each: each.alone)) == [its, he]


def test_what_the_source_speaks_against_is_not_read_alone():
    reader = Told(lambda _, text: -3.0 * ("Her" in text))
    (its,) = weighed(story(reader), [version("His", "Her"), version("His", "Its")])
    assert (its.version, its.alone, its.beside) == (version("His", "Its"), 0.0, 0.0)
    assert reader.asked[-1] == (
        "The mayor came in. She sat down.",
        ("His dog barked.", "His dog barked.", "Its dog barked."),
    )


def test_what_stands_far_behind_the_changed_words_is_not_read():
    text = f"His dog barked. {'It barked and barked. ' * 20}".strip()
    reader = Told(lambda *_: 0.0)
    weighed(story(reader, text), [version("His", "Her", text)])
    (whole, ours, other) = reader.asked[0][1]
    assert whole.startswith(ours)
    assert other == f"Her{ours.removeprefix('His')}"
    assert 110 < len(ours) < 140
