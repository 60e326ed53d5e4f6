"""What a file says of its stories is kept; several stories are several; what is known and not read is refused."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from auditor.model import InputError, Metadata
from auditor.readers import LeftOut, find_stories, read, read_all
from tests.readers.formats.stories import BILINGUAL, FILES, G2_MESSAGE, HTML, PLAIN, SOURCE_LINES, SRT, UNITS, packed

METADATA = {
    "NewsML-G2": Metadata(
        "NewsML-G2",
        "urn:x:1",
        "Our Agency",
        "ferry-sinks",
        "3",
        "2026-01-02T06:00:00Z",
        "trainedAlgorithmicMedia",
        "urn:x:0",
    ),
    "NewsML 1": Metadata("NewsML 1", "x1", "our.agency", "ferry-sinks", "2", "20260102T0600Z"),
    "NITF": Metadata("NITF", "x1", "Our Agency", "ferry-sinks", "2", "20260102T0600Z"),
    "RSS": Metadata("RSS", "x1", "Our Agency"),
    "ninjs": Metadata(
        "ninjs",
        "x1",
        slug="ferry-sinks",
        version="2",
        embargo="2026-01-02T06:00:00Z",
        digital_source_type="trainedAlgorithmicMedia",
    ),
    "IPTC 7901": Metadata("IPTC 7901", "dpa123", "dpa", "ferry sinks"),
}


def write(tmp_path: Path, name: str, data: bytes | str) -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("kind", METADATA)
def test_what_the_file_says_of_its_story_is_kept(tmp_path: Path, kind: str) -> None:
    assert read(write(tmp_path, *FILES[kind])).metadata == METADATA[kind]


def test_several_stories_are_several_and_what_is_none_is_told(tmp_path: Path) -> None:
    holding = read_all(write(tmp_path, "news.xml", G2_MESSAGE))
    assert [story.document.label.partition("#")[2] for story in holding.stories] == ["urn:x:1", "urn:x:2"]
    assert [each.partition(": ")[2] for each in holding.left_out] == [
        "1 news item without text was left out",
        "1 item of another kind left out",
    ]


def test_a_file_with_several_stories_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds 2 stories; give a file with the one that is meant\.$"):
        read(write(tmp_path, "news.xml", G2_MESSAGE))


def test_only_one_of_equivalent_components_is_audited(tmp_path: Path) -> None:
    component = (
        "<NewsComponent><ContentItem><DataContent><p>He left it.</p></DataContent></ContentItem></NewsComponent>"
    )
    for marked, stories in (("", 2), (" EquivalentsList='yes'", 1)):
        text = f"<NewsML><NewsItem><NewsComponent{marked}>{component * 2}</NewsComponent></NewsItem></NewsML>"
        assert len(read_all(write(tmp_path, "news.xml", text)).stories) == stories


def test_the_longest_text_of_an_entry_counts_and_one_without_is_told(tmp_path: Path) -> None:
    entry = (
        "<entry><title>Ferry ends</title><summary>He left.</summary><content>He left it on Monday.</content></entry>"
    )
    text = f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}<entry><title>Nothing</title></entry></feed>"
    holding = read_all(write(tmp_path, "feed.xml", text))
    assert [story.document.text for story in holding.stories] == ["Ferry ends\n\nHe left it on Monday."]
    assert holding.left_out[0].endswith("1 entry without text was left out")


def archive(*names: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("story.txt", b"%PDF-1.7", "is a PDF"),
        ("story.txt", b"{\\rtf1 He left.}", "is an RTF document"),
        ("story.docx", archive("a.txt"), "is a ZIP archive or a document of a kind that is not read"),
        (
            "story.txt",
            b"<?xml version='1.0'?><plist><p>He left.</p></plist>",
            "XML of a kind that is not read (<plist>)",
        ),
        ("story.xml", b"<office:x xmlns:office='y'/>", "XML of a kind that is not read (<x>)"),
        ("story.xml", b"He left.", "ends in .xml but holds no NewsML-G2 or NewsML 1"),
        ("story.txt", b'{"name": "a", "version": 1}', "is JSON of a kind that is not read"),
        ("story.json", b'{"headline": "Ferry", "body_html": "<p>He', "column 36: this is not JSON"),
        ("story.xml", b"<nitf><body><body.content><p>He left.", "this is not XML"),
        ("story.xml", b"<nitf><body/></nitf>", "holds no text of a story"),
    ],
)
def test_what_is_known_and_cannot_be_read_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(InputError) as raised:
        read_all(write(tmp_path, name, data))
    assert said in str(raised.value)
    assert str(raised.value).endswith(".")


@pytest.mark.parametrize("name", ["story.txt", "story", "story.dat"])
def test_bytes_tell_the_format_whatever_the_name(tmp_path: Path, name: str) -> None:
    for called, data in FILES.values():
        if not called.endswith(".md"):  # nothing but its name tells Markdown
            assert read_all(write(tmp_path, name, data)).stories[0].document.metadata
    assert read(write(tmp_path, name, HTML)).headline()


@pytest.mark.parametrize("opens", ["<a href=x>Paris</a>", "<strong>Paris</strong>", "<em>Paris</em>"])
def test_a_piece_of_a_page_may_begin_and_end_with_any_element(tmp_path: Path, opens: str) -> None:
    ends = opens.replace("Paris", "again")
    story = read(write(tmp_path, "story.html", f"{opens}: The minister said on Monday that he left {ends}"))
    assert story.text == "Paris: The minister said on Monday that he left again"
    with pytest.raises(InputError, match="XML of a kind that is not read"):
        read(write(tmp_path, "story.html", f"<?xml version='1.0'?>{opens}"))


def test_a_stated_format_is_held_against_the_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, *FILES["NITF"])
    assert read_all(path, input_format="nitf").stories
    with pytest.raises(InputError, match=r"is NITF, not plain text; leave out --input-format\.$"):
        read_all(path, input_format="plain")
    with pytest.raises(InputError, match=r"There is no input format “nitv”; did you mean “nitf”\?$"):
        read_all(path, input_format="nitv")


def test_a_folder_gives_stories_of_all_formats_and_names_what_it_leaves_out(tmp_path: Path) -> None:
    for number, (name, data) in enumerate(FILES.values()):
        write(tmp_path, f"{number}-{name}", data)
    write(tmp_path, "story.txt", PLAIN)
    write(tmp_path, "auditor.toml", "")
    write(tmp_path, "baseline.json", '{"schema": "auditor-baseline-1", "entries": []}')
    write(tmp_path, "report.json", '{\n  "schema_version": "1.5",\n  "tool": {\n    "name": "auditor"}}')
    write(tmp_path, "photo.png", b"\x89PNG\r\n")
    write(tmp_path, "package.json", '{"name": "x"}')
    write(tmp_path, "run.py", "print()")
    left: list[LeftOut] = []
    found = find_stories([tmp_path], left.append)
    assert len(found) == len(FILES) + 1
    assert {each.path.name: each.reason.split(" ", 1)[1] for each in left} == {
        "photo.png": "is an image; export the story as HTML, DOCX or plain text.",
        "package.json": "is JSON of a kind that is not read; export the story as HTML, DOCX or plain text.",
        "run.py": "has no name that a story has; if it is one, name it by itself.",
    }


@pytest.mark.parametrize("kind", BILINGUAL)
def test_a_bilingual_file_brings_its_source_unit_by_unit(tmp_path: Path, kind: str) -> None:
    (story,) = read_all(write(tmp_path, *BILINGUAL[kind])).stories
    assert story.source
    target, source = story.document, story.source.document
    told = [
        (theirs.of(source.text), ours.of(target.text))
        for ours, theirs in zip(story.units, story.source.units, strict=True)
    ]
    assert told == list(UNITS)
    assert source.headline() == SOURCE_LINES[0]
    assert (source.language or "fr")[:2] == "fr"


def test_what_is_not_translated_yet_is_told_and_not_missed(tmp_path: Path) -> None:
    holding = read_all(write(tmp_path, *BILINGUAL["XLIFF 1.2"]))
    assert holding.left_out[0].endswith("1 unit without translation was left out")
    assert holding.stories[0].source
    assert "Pas encore" not in holding.stories[0].source.document.text


def test_a_catalogue_may_break_after_a_keyword_and_name_its_domains(tmp_path: Path) -> None:
    text = (
        'domain ferry\nmsgid "Il part."\nmsgstr\n"He left."\n\ndomain tram\nmsgid "Elle."\nmsgstr[0]\n"She stayed."\n'
    )
    (story,) = read_all(write(tmp_path, "story.po", text)).stories
    assert story.document.text == "He left.\n\nShe stayed."


def test_an_escape_that_is_no_number_is_a_space(tmp_path: Path) -> None:
    (story,) = read_all(write(tmp_path, "story.po", 'msgid "Il part."\nmsgstr "He\\9left\\\u00b2at\\0408."\n')).stories
    assert story.document.text == "He left at 8."


def test_spaces_that_are_no_number_are_one(tmp_path: Path) -> None:
    body = "<o:body><o:text><t:p>He<t:s t:c='²'/>left.</t:p></o:text></o:body>"
    content = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<o:document-content xmlns:o='o' xmlns:t='t'>{body}</o:document-content>",
    }
    assert read(write(tmp_path, "story.odt", packed(content))).text == "He left."


def test_cues_that_share_a_sentence_are_one_paragraph(tmp_path: Path) -> None:
    document = read(write(tmp_path, "story.srt", SRT))
    assert [segment.span.of(document.text) for segment in document.segments] == [
        "A ferry with 85 people sank in the bay on Monday.",
        "Rescuers searched for 12.",
    ]
    place = document.place(document.text.index("searched"))
    assert (place.line, place.column, place.locator) == (12, 1, "cue 3")
