"""Sentences end where a reader says that they end."""

from __future__ import annotations

import pytest

from auditor.model import Span
from auditor.segmentation import document_from_text
from auditor.segmentation import sentences as spans
from auditor.segmentation.sentences import LONGEST
from tests.pace import pace


def split(text: str, language: str | None = None) -> list[str]:
    return [span.of(text) for span in spans(text, Span(0, len(text)), language)]


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("Mr. Smith met Mrs. Jones and Dr. Brown.", "titles"),
        ("Gov. Jane Doe told Sen. John Roe.", "political titles"),
        ("Lt. Col. Roe and Maj. Gen. Doe resigned.", "double ranks"),
        ("The talks in St. Moritz failed.", "saint"),
        ("Order No. 5 and Nos. 6 and 7 stand.", "number"),
        ("Was it yes or no? | The answer was No. | He left.", "no, the word"),
        ("They came from the U.S. Congress.", "an acronym inside"),
        ("They came from the U.S. | The talks failed.", "an acronym at the end"),
        ("He spoke to the U.N. Security Council on Jan. 3 and left.", "acronym and month"),
        ("It was the worst in Jan. | The rest was calm.", "a month at the end"),
        ("The vote is at 3 p.m. Monday in Lima.", "a time before a day"),
        ("The vote is at 3 p.m. GMT.", "a time before its zone"),
        ("The vote was at 3 p.m. | Smith won.", "a time at the end"),
        ("J. K. Roe and J.K. Doe wrote it.", "initials"),
        ("John F. Roe wrote it.", "a middle initial"),
        ("He bought Acme Inc. shares and Acme Corp. bonds.", "companies inside"),
        ("He works for Acme Inc. | The firm said so.", "a company at the end"),
        ("Roe Jr. said so, i.e. he lied, e.g. about Doe vs. Roe.", "Latin and junior"),
        ("They sold pots, pans, etc. | Roe said so.", "etc. before a capital ends"),
        ("Prices rose 3.5 percent to $4.20. | Wages fell.", "decimal points"),
        ("See www.example.org/a.b?c=d for more. | Then call.", "an address"),
        ('"We won." | "They lost."', "quotations"),
        ('He said "we won." | She left.', "American: the stop inside"),
        ('He said "we won". | She left.', "British: the stop outside"),
        ("He said “we won.” | She left.", "curly quotes"),
        ("He said (twice.) | She left.", "a bracket over the end"),
        ("(He left.) | She stayed.", "a sentence in brackets"),
        ('"Why?" he asked. | He left.', "a question in a quotation, a pronoun"),
        ('"Why?" the minister asked.', "a question, a noun"),
        ('"Why?" Smith asked.', "a question, a name"),
        ('"Stop!" Prime Minister Jane Roe said on Monday.', "an exclamation, title and name"),
        ('"Why?" | Smith knew nothing.', "a name that does not speak"),
        ("Yahoo! said it would. | It did.", "an exclamation mark in a name"),
        ("What? | When? | Nobody knew.", "questions"),
        ("He waited ... and left. | She stayed.", "three dots inside"),
        ("He waited… | She left.", "an ellipsis at the end"),
        ("The ... Minister left.", "an ellipsis that leaves words out"),
        ("He was the first of this sort. by the firm of Roe. | It failed.", "cut in two by a machine"),
        ("The plan was agreed. and the city paid.", "cut before a conjunction"),
        ("He likes it. | iPhone sales rose. | eBay fell.", "brands in lower case"),
        ("He resigned. | de Vries took over. | van der Meer left.", "names with particles"),
        ("He fled. | al-Rashid stayed.", "an Arabic article"),
        ("He paid. | $5 million is gone. | 12 people left.", "sums and numbers begin sentences"),
        ("It ended.|The next day they met.", "a space lost after the stop"),
        ("1. Boil the water.", "an item number"),
        ("A. Boil the water.", "an item letter"),
        ("Is it really?! | Yes.", "two marks"),
        ("At last... | “It is over,” he said.", "an opening quotation after an end"),
        ("He left. | - She stayed.", "a dash before a sentence"),
        ('He left. | "we did not," she said.', "a quotation that a machine began in lower case"),
        ("the vote ended . | the count began .", "text without any capitals"),
        ("Sens. Roe and Reps. Doe and Poe agreed.", "plural titles"),
        ("The Smith et al. study is old.", "et al."),
        ("He met Al. | Roe left.", "Al is a name"),
        ("...", "no words"),
    ],
)
def test_english_sentences(marked: str, reason: str) -> None:
    expected = [piece.strip() for piece in marked.split("|")]
    text = marked.replace(" | ", " ").replace("|", "")
    assert split(text) == expected, reason


@pytest.mark.parametrize(
    ("language", "marked", "reason"),
    [
        ("fr", "M. Dupont a vu Mme Durand. | Il est parti.", "titles"),
        ("fr", "« Pourquoi ? » demande-t-il. | Elle part.", "spaced guillemets and attribution"),
        ("fr", "Il dit : « Je pars. » | Elle reste.", "guillemets over the end"),
        ("fr", "Quoi ?! | Rien.", "a space before the mark"),
        ("fr", "L'art. 5 prévoit env. 3 % de hausse. | C'est peu.", "numbered"),
        ("es", "El Sr. Pérez llegó a EE. UU. el lunes. | Se fue el martes.", "titles and double letters"),
        ("es", "¿Por qué? | ¡Nadie lo sabe! | Así es.", "inverted marks"),
        ("de", "Am 3. Oktober kam Dr. Meier. | Er blieb z. B. bis zum 5. November.", "ordinals"),
        ("de", "Er sagte: „Ich gehe.“ | Sie blieb.", "German quotes"),
        ("de", "Er sagte: »Ich gehe.« | Sie blieb.", "German guillemets"),
        ("it", "Il dott. Rossi e il sig. Bianchi sono qui. | Non parlano.", "titles"),
        ("pt", "O Sr. Silva chegou. | A Dra. Souza saiu.", "titles"),
        ("ru", "В 2024 г. Москва решила. | Это так.", "a year before a name"),
        ("ru", "А. С. Иванов уехал. | Он вернется.", "initials"),
        ("zh", "会谈结束了。|道路仍然关闭！|为什么？", "no spaces"),
        ("zh", "“为什么？”他问道。|没有人知道。", "attribution after a quotation"),
        ("zh", "他说：“会谈结束了。”|道路仍然关闭。", "a quote over the end"),
        ("ja", "会談は終わった。|道は閉じている。", "Japanese"),
        ("ar", "وصلوا يوم الاثنين. | هل الطريق مفتوح؟ | لا.", "Arabic question mark"),
        ("hi", "वे सोमवार को पहुँचे। | सड़क बंद है।", "danda"),
        ("en-GB", "Mr. Smith left. | He won.", "a region tag"),
        ("fi", "Hän lähti. | Ovi sulkeutui.", "a language without lists"),
    ],
)
def test_sentences_of_source_languages(language: str, marked: str, reason: str) -> None:
    expected = [piece.strip() for piece in marked.split("|")]
    assert split(marked.replace(" | ", " ").replace("|", ""), language) == expected, reason


def test_sentences_are_numbered_through_the_story_and_know_their_paragraph() -> None:
    document = document_from_text("story", "One left. Two stayed.\n\nThree came.")
    assert [(s.number, s.paragraph) for s in document.segments] == [(1, 1), (2, 1), (3, 2)]


def test_a_language_tag_is_kept() -> None:
    assert document_from_text("story", "Il part.", language="fr").language == "fr"
    assert document_from_text("story", "He left.").language is None


def test_a_long_run_of_marks_costs_no_more_than_its_length() -> None:
    assert pace(lambda: document_from_text("story", '." ' * 100_000)) < 700


ENDLESS = ("(" * 9_000, "word " * 2_000, "a" * 1_900 + " " * 5_000 + "b" * 3_000, "我们" * 3_000)


@pytest.mark.parametrize("text", ENDLESS)
def test_a_sentence_without_end_is_cut_between_words(text: str) -> None:
    found = list(spans(text, Span(0, len(text))))
    assert all(0 < len(span) <= LONGEST for span in found)
    assert all(span.of(text) == span.of(text).strip() for span in found)
    assert "".join("".join(span.of(text) for span in found).split()) == "".join(text.split())
    assert not any(span.of(text).endswith("wor") for span in found)
