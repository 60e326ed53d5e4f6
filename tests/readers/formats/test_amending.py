"""Other words in a document: where they can be written, and that nothing else changes."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Span
from auditor.readers.office.opendocument import amend_odt, decode_odt
from auditor.readers.office.word import amend_word, decode_word
from tests.readers.formats.stories import packed
from tests.readers.formats.writing import W

KEPT = "<w:t xml:space='preserve'>"
GONE = "<w:r><w:delText>x</w:delText></w:r>"


def word(inside: str) -> bytes:
    document = f"<w:document {W}><w:body><w:p>{inside}</w:p></w:body></w:document>"
    return packed({"a.xml": "<a/>", "word/document.xml": document})


def inside(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        (found,) = re.findall("<w:p>(.*)</w:p>", archive.read("word/document.xml").decode())
        assert archive.read("a.xml") == b"<a/>"
    return str(found)


def changed(before: str, old: str, new: str) -> str | None:
    """Return what stands in a paragraph after ``new`` was written for ``old``; None where that was not done."""
    data = word(before)
    text = decode_word("a.docx", data).text
    at = text.index(old)
    done = amend_word("a.docx", data, [(Span(at, at + len(old)), new)])
    if not done.made:
        assert inside(done.data) == before
        return None
    assert decode_word("a.docx", done.data).text == text.replace(old, new, 1)
    return inside(done.data)


@pytest.mark.parametrize(
    ("before", "old", "new", "after", "reason"),
    [
        ("<w:r><w:t>He left .</w:t></w:r>", "left .", "left.", "<w:r><w:t>He left.</w:t></w:r>", "only what differs"),
        (
            "<w:r><w:t>He left the</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t> the bay.</w:t></w:r>",
            "the the",
            "the",
            '<w:r><w:t>He left the</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> bay.</w:t></w:r>',
            "a space that comes to stand at an end is kept",
        ),
        (
            f"<w:r>{KEPT}He went a</w:t></w:r><w:del>{GONE}</w:del><w:r>{KEPT}way .</w:t></w:r>",
            " away .",
            ".",
            f"<w:r>{KEPT}He went</w:t></w:r><w:del>{GONE}</w:del><w:r>{KEPT}.</w:t></w:r>",
            "words are taken out of several runs, which stay",
        ),
        (
            "<w:r><w:t>a</w:t></w:r><w:r><w:t>n hour</w:t></w:r>",
            "an",
            "the",
            None,
            "nobody knows which run has the new",
        ),
        ("<w:r><w:t>He left</w:t><w:tab/><w:t>.</w:t></w:r>", "left\t.", "left.", None, "a tab is no character"),
        ("<w:r><w:t>x &amp; y z</w:t></w:r>", "& y", "& z", "<w:r><w:t>x &amp; z z</w:t></w:r>", "beside an entity"),
        ("<w:r><w:t>x &amp; y</w:t></w:r>", " & y", "", "<w:r><w:t>x</w:t></w:r>", "an entity goes as a whole"),
        ("<w:r><w:t>He left</w:t></w:r>", "left", "left.", "<w:r><w:t>He left.</w:t></w:r>", "put in at the end"),
        ("<w:r><w:t>e left</w:t></w:r>", "e", "He", "<w:r><w:t>He left</w:t></w:r>", "and at the beginning"),
    ],
)
def test_words_are_written_where_one_run_holds_them(
    before: str, old: str, new: str, after: str | None, reason: str
) -> None:
    assert changed(before, old, new) == after, reason


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["He", " ", "é", "🚢", "&amp;", "&#233;", "</t:span><t:span>"]), max_size=12), st.data()
)
def test_a_document_reads_as_its_text_with_the_changes_made(words: list[str], data: st.DataObject) -> None:
    content = (
        "<o:document-content xmlns:o='o' xmlns:t='t'><o:body><o:text><t:p>One.</t:p><t:p><t:span>{}</t:span></t:p>"
    )
    xml = content.format("".join(words)) + "</o:text></o:body></o:document-content>"
    file = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})
    text = decode_odt("a.odt", file).text
    places = (
        st.lists(st.integers(5, len(text) - 1), min_size=2, max_size=4, unique=True) if len(text) > 8 else st.just([])
    )
    ends = sorted(data.draw(places))
    spans = [Span(*each) for each in zip(ends[::2], ends[1::2], strict=False)]
    changes = [(span, data.draw(st.sampled_from(["", "x", "He "]))) for span in spans]
    done = amend_odt("a.odt", file, changes)
    expected, at = "", 0
    for span, new in done.made:
        expected += text[at : span.start] + new
        at = span.end
    assert decode_odt("a.odt", done.data).text == expected + text[at:]
