"""Dictionaries are read as entries and forms, whatever their format."""

from __future__ import annotations

import gzip
from pathlib import Path

from benchmarks.dictionaries import Entry, entries, forms


def test_an_extract_of_wiktionary_is_read_from_either_direction(tmp_path: Path) -> None:
    (tmp_path / "fr-en-enwiktionary.txt").write_text(
        "dossier {m} /do.sje/ :: file, record (documents)\n"
        "Dijon {prop} :: Dijon (city)\n"
        "dossiers {m} :: plural of dossier\n",
        encoding="utf-8",
    )
    (tmp_path / "en-fr-enwiktionary.txt").write_text(
        "file {n} /faɪl/ (collection of papers) :: dossier {m}, fichier {m}\nfile {v} (to lodge) SEE: lodge ::\n",
        encoding="utf-8",
    )
    assert list(entries(tmp_path, "fr")) == [
        Entry("dossier", "file", "n"),
        Entry("dossier", "record", "n"),
        Entry("dossier", "file", "n"),
        Entry("fichier", "file", "n"),
    ]
    assert list(forms(tmp_path, "fr")) == [("dossiers", "dossier")]


def test_the_other_format_of_the_extracts_says_the_same(tmp_path: Path) -> None:
    lines = (
        '#NAME\t"it-en"\n\nbarca\n\t[b][c darkblue]~[/c][/b] [p]<f>[/p]\n\t[m1]boat, \\[small\\] craft[/m]\n\n'
        "barche\n\t[b][c darkblue]~[/c][/b] [p]<f>[/p]\n\t[m1]plural of barca[/m]\n"
    )
    (tmp_path / "it-en-enwiktionary.dsl.dz").write_bytes(gzip.compress(lines.encode("utf-16")))
    assert list(entries(tmp_path, "it")) == [Entry("barca", "boat", "n"), Entry("barca", "craft", "n")]
    assert list(forms(tmp_path, "it")) == [("barche", "barca")]


def test_the_ding_list_tells_forms_from_words(tmp_path: Path) -> None:
    (tmp_path / "de-en").write_text(
        "segeln {vi} | er/sie segelte | gesegelt :: to sail | he/she sailed | sailed\n"
        "Segel {n} [naut.] | Segel {pl} | Vorsegel {n} :: sail | sails | foresail\n",
        encoding="utf-8",
    )
    assert list(entries(tmp_path, "de")) == [
        Entry("segeln", "to sail", "v"),
        Entry("Segel", "sail", "n"),
        Entry("Vorsegel", "foresail", "n"),
    ]
    assert list(forms(tmp_path, "de")) == [("segelte", "segeln"), ("gesegelt", "segeln"), ("Segel", "Segel")]


def test_mueller_is_turned_round_without_its_examples(tmp_path: Path) -> None:
    text = "sail\n   [seɪl]\n   1. _n.\n      1) парус; to set sail отплыть\n   2. _v. плавать (под парусами)\n"
    (tmp_path / "mueller7.dict.dz").write_bytes(gzip.compress(text.encode()))
    assert list(entries(tmp_path, "ru")) == [Entry("парус", "sail", "n"), Entry("плавать", "sail", "v")]


def test_tables_give_words_and_forms(tmp_path: Path) -> None:
    (tmp_path / "es.tsv").write_text("vela\tsail\tn\n", encoding="utf-8")
    (tmp_path / "es.forms.tsv").write_text("velas\tvela\n", encoding="utf-8")
    assert list(entries(tmp_path, "es")) == [Entry("vela", "sail", "n")]
    assert list(forms(tmp_path, "es")) == [("velas", "vela")]
