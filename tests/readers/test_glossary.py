"""Glossaries are read from tables, TBX and plain lists; what cannot be used is told with file, line and field."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import InputError, Term, TermKind
from auditor.readers import read_glossary
from auditor.readers.glossary.table import COLUMNS, read_table

V3 = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<text><body>
<conceptEntry id="c1">
<note>used of the central bank</note>
<langSec xml:lang="fr"><termSec><term>taux <hi>directeur</hi></term></termSec></langSec>
<langSec xml:lang="en-GB">
<termSec><term>policy rate</term></termSec>
<termSec><term>key rate</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>director rate</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
</langSec>
</conceptEntry>
</body></text>
</tbx>
"""

MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry><langSet xml:lang="en"><ntig><termGrp><term>decant</term>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termGrp></ntig></langSet></termEntry>
</body></text></martif>
"""

DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry>
<langSec xml:lang="de"><termSec><term>Leitzins</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>leading rate</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_gives_one_term_for_each_row(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "desk.csv",
        "source,target,kind,note,source_lang\n"
        "taux directeur,key rate | policy rate,required,,fr\n"
        "\n"
        ",decant,forbidden,say who had to move,\n"
        "eNova,,keep,,\n",
    )
    assert read_glossary(path) == (
        Term(TermKind.REQUIRED, "taux directeur", ("key rate", "policy rate"), "", "fr", f"{path}, line 2"),
        Term(TermKind.FORBIDDEN, None, ("decant",), "say who had to move", None, f"{path}, line 4"),
        Term(TermKind.KEEP, "eNova", ("eNova",), "", None, f"{path}, line 5"),
    )


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.tsv", "source\ttarget\nmairie\ttown hall\n", "tabs"),
        ("a.csv", "source;target\nmairie;town hall\n", "semicolons, as spreadsheets write them in Europe"),
        ("a.csv", "\ufeffsource,target\r\nmairie,town hall\r\n", "a byte order mark and the line ends of Windows"),
        ("a.csv", "Target,Source\ntown  hall, mairie \n", "columns in another order and case, spaces around cells"),
        ("a.csv", 'source,target\n"mairie","town hall"\n', "quotes around cells"),
    ],
)
def test_a_table_may_be_written_so(tmp_path: Path, name: str, text: str, reason: str) -> None:
    (term,) = read_glossary(written(tmp_path, name, text))
    assert (term.kind, term.source, term.targets) == ("required", "mairie", ("town hall",)), reason


def test_a_plain_list_says_what_its_terms_are(tmp_path: Path) -> None:
    path = written(tmp_path, "desk.txt", "# the desk's\n[keep]\neNova # a brand\n\n[Forbidden]\nC# minor\n")
    terms = read_glossary(path)
    assert [(term.kind, term.source, term.targets) for term in terms] == [
        ("keep", "eNova", ("eNova",)),
        ("forbidden", None, ("C# minor",)),
    ]


def test_tbx_gives_accepted_words_preferred_first_and_forbids_deprecated_ones(tmp_path: Path) -> None:
    path = written(tmp_path, "desk.tbx", V3)
    note = "used of the central bank"
    assert read_glossary(path) == (
        Term(TermKind.REQUIRED, "taux directeur", ("key rate", "policy rate"), note, "fr", f"{path}, line 6"),
        Term(TermKind.FORBIDDEN, "taux directeur", ("director rate",), note, "fr", f"{path}, line 6"),
    )


@pytest.mark.parametrize(
    ("text", "source", "target", "reason"),
    [
        (MARTIF, None, "decant", "the older form, with a DTD that is never fetched"),
        (DCT, "Leitzins", "leading rate", "the style in which elements are named for their categories"),
    ],
)
def test_tbx_comes_in_several_forms(tmp_path: Path, text: str, source: str | None, target: str, reason: str) -> None:
    (term,) = read_glossary(written(tmp_path, "desk.tbx", text))
    assert (term.kind, term.source, term.targets) == ("forbidden", source, (target,)), reason


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "source,taget\n", "line 1: “taget” is no column"),
        ("a.csv", "source,note\n", "line 1: the column target is missing"),
        ("a.csv", "\ufeff", "line 1: the column target is missing"),
        ("a.csv", "source,target,target\n", "line 1: a column is named twice"),
        (
            "a.csv",
            "source,target,kind\nx,y,must\n",
            "line 2, kind: “must” is not known; write required, forbidden, keep.",
        ),
        ("a.csv", "source,target\n\n,town hall\n", "line 3, source: a required entry needs the term of the source"),
        ("a.csv", "source,target\nmairie,\n", "line 2, target: a required entry needs the English words"),
        ("a.csv", "source,target\nmairie,|—\n", "line 2, target: “—” has no letter or figure"),
        ("a.csv", "source,target\na,b,c\n", "line 2: the row has more cells"),
        ("a.csv", 'source,target\n"a"b,c\n', "line 2: the row cannot be read"),
        ("a.txt", "eNova\n", "line 1: say first what the terms are"),
        ("a.txt", "[kept]\neNova\n", "line 1: “[kept]” is not known; write [keep] or [forbidden]."),
        ("a.tbx", "<tmx/>", "line 1, <tmx>: this is no TBX file"),
        ("a.tbx", "<tbx>\n<text>", "line 2: this is not XML"),
        ("a.tbx", V3.replace(' xml:lang="fr"', ""), "line 6, <langSec>: xml:lang is missing"),
        ("a.tbx", V3.replace("policy rate", " "), "line 8, <term>: the term is empty"),
        ("a.tbx", V3.replace("<term>policy rate</term>", ""), "line 8, <termSec>: there is no <term> in it"),
        ("a.tbx", '<!DOCTYPE tbx [\n<!ENTITY e "x">]>\n<tbx/>', "line 2: the entity “e” is not allowed"),
        ("a.tbx", '<!DOCTYPE tbx SYSTEM "x.dtd">\n<tbx>&e;</tbx>', "line 2: the entity “e” is not allowed"),
        ("a.csv", " \n", "is empty"),
        ("a.txt", "%PDF-1.7", "is a PDF"),
    ],
)
def test_a_bad_file_is_told_with_its_line_and_field(tmp_path: Path, name: str, text: str, said: str) -> None:
    path = written(tmp_path, name, text)
    with pytest.raises(InputError) as refused:
        read_glossary(path)
    message = str(refused.value)
    assert said in message
    assert str(path) in message
    assert "\n" not in message


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match="does not exist"):
        read_glossary(Path("no-such-glossary.csv"))


words = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd")), min_size=1, max_size=8)
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)


@given(st.lists(st.tuples(phrases, st.lists(phrases, min_size=1, max_size=3, unique=True), phrases), max_size=5))
def test_a_table_that_is_written_is_read_the_same(rows: list[tuple[str, list[str], str]]) -> None:
    from unicodedata import normalize

    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(COLUMNS)
    for source, targets, note in rows:
        writer.writerow((source, "|".join(targets), "required", note, "fr"))
    read = [(term.source, term.targets, term.note) for term in read_table("desk.csv", page.getvalue())]
    assert read == [
        (normalize("NFC", source), tuple(dict.fromkeys(normalize("NFC", t) for t in targets)), normalize("NFC", note))
        for source, targets, note in rows
    ]


TBX = "<martif><text><body>{}</body></text></martif>"
TERM = "<tig><term>{}</term></tig>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<?xml version='1.0' encoding='klingon'?><martif/>", "encoding"),
        (b"<?xml version='1.0' encoding='utf-7'?><martif/>", "UTF-8"),
        (b"<?xml version='1.0' encoding='shift_jis'?><martif/>", "UTF-8"),
        (b"<?xml version='1.0' encoding='idna'?><martif/>", "UTF-8"),
        (TBX.format("<termEntry><term>a</term></termEntry>").encode(), ""),
        (TBX.format("<tig><termEntry><term>a</term></termEntry></tig>").encode(), ""),
        (TBX.format("<termEntry/>" + "<tig><termEntry><tig/></termEntry></tig>").encode(), "no <term>"),
        (TBX.format("<tig><termEntry><descrip type='administrativeStatus'>x</descrip></termEntry></tig>").encode(), ""),
        (b"<martif>" + b"<a>" * 100_000, "export the glossary anew"),
        (TBX.format("<termEntry><langSet xml:lang='fr'>" + TERM.format("a") * 100_000).encode(), "more than 1000"),
        (b"<!DOCTYPE martif [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><martif>&b;</martif>", "not allowed"),
        (b"<!DOCTYPE martif [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]><martif/>", "not allowed"),
    ],
)
def test_tbx_of_odd_encoding_or_nesting_is_read_or_told(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "glossary.tbx"
    path.write_bytes(data)
    if not said:
        read_glossary(path)
        return
    with pytest.raises(InputError, match=said):
        read_glossary(path)
