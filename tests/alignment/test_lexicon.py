from __future__ import annotations

import pytest

from auditor.alignment.lexicon import LANGUAGES, coverage, lexicon, senses, stem

FRENCH = "Le maire a démissionné lundi après un long débat sur ses dettes."
ENGLISH = "The mayor resigned on Monday after a long debate about his debts."


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_shipped_lexicon_renders_thousands_of_words(language: str) -> None:
    entries = lexicon(language)
    assert entries is not None
    assert len(entries.lines) > 4_000
    assert {"water", "hous"} <= entries.english


def test_a_language_without_a_lexicon_has_no_coverage() -> None:
    assert lexicon("eu") is None
    assert coverage("Alkateak dimisioa eman du.", "The mayor resigned.", "eu") is None


def test_a_full_translation_loses_and_adds_nothing() -> None:
    covered = coverage(FRENCH, ENGLISH, "fr")
    assert covered is not None
    assert covered.lost == ()
    assert covered.unfounded == ()
    assert len(covered.answered) >= 6
    assert covered.share == 1


def test_a_word_left_out_is_lost_where_it_stands_in_the_source() -> None:
    covered = coverage(FRENCH, "The mayor resigned on Monday after a long debate.", "fr")
    assert covered is not None
    assert [word.span.of(FRENCH) for word in covered.lost] == ["dettes"]


def test_a_word_put_in_is_unfounded_where_it_stands_in_the_target() -> None:
    changed = ENGLISH.replace("debts", "horses")
    covered = coverage(FRENCH, changed, "fr")
    assert covered is not None
    assert [word.span.of(changed) for word in covered.unfounded] == ["horses"]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("es", "El gobierno anunció nuevas medidas.", "The government announced new measures."),
        ("it", "Il governo annuncia nuove misure.", "The government announces new measures."),
        ("pt", "O presidente anunciou novas medidas.", "The president announced new measures."),
        ("de", "Die Regierung kündigte neue Maßnahmen an.", "The government announced new measures."),
        ("ru", "Президент говорил о войне.", "The president spoke about the war."),
        ("zh", "政府宣布新措施。", "The government announced new measures."),
        ("ja", "政府は新しい措置を発表した。", "The government announced new measures."),
    ],
)
def test_inflected_words_and_words_without_spaces_are_found(language: str, source: str, target: str) -> None:
    covered = coverage(source, target, language)
    other = coverage(source, "A dentist painted eleven small boats.", language)
    assert covered is not None
    assert other is not None
    assert len(covered.answered) >= 2
    assert len(covered.lost) + len(covered.unfounded) <= 1
    assert len(other.lost) >= 2
    assert other.share < 0.2 < 0.7 < covered.share


def test_the_parts_of_a_german_compound_render_it() -> None:
    covered = coverage("Der Bürgermeisterkandidat lachte.", "The candidate for mayor laughed.", "de")
    assert covered is not None
    assert covered.lost == ()


def test_nothing_known_leaves_nothing_unanswered() -> None:
    covered = coverage("Ouagadougou!", "Zzyzx!", "fr")
    assert covered is not None
    assert covered.share == 1


def test_names_and_cognates_need_no_entry() -> None:
    covered = coverage("Montbrison félicite Ouagadougou.", "Montbrison congratulates Ouagadougou.", "fr")
    assert covered is not None
    assert covered.lost == ()
    assert covered.unfounded == ()


@pytest.mark.parametrize(
    ("word", "language", "rendering"),
    [
        ("veulent", "fr", "want"),
        ("puissent", "fr", "can"),
        ("hizo", "es", "make"),
        ("mujeres", "es", "woman"),
        ("venne", "it", "come"),
        ("uomini", "it", "man"),
        ("condições", "pt", "condition"),
        ("fizeram", "pt", "do"),
        ("ging", "de", "go"),
        ("Häuser", "de", "house"),
        ("einsetzte", "de", "employ"),
        ("vorzubereiten", "de", "prepare"),
        ("пациентов", "ru", "patient"),
        ("рекламных", "ru", "advertisement"),
    ],
)
def test_a_form_has_the_renderings_of_its_word(word: str, language: str, rendering: str) -> None:
    assert rendering in senses(word, language)


def test_forms_and_words_share_stems_where_dictionaries_say_so() -> None:
    entries = lexicon("fr")
    assert entries is not None
    assert entries.renderings(stem("vouloir", "fr")) <= entries.renderings(stem("veut", "fr"))


@pytest.mark.parametrize(
    ("word", "language", "kind", "first", "others"),
    [
        ("grève", "fr", "n", "strike", {"shore"}),
        ("voler", "fr", "v", "steal", {"fly"}),
        ("derecho", "es", "n", "right", {"law"}),
        ("Bank", "de", "n", "bank", {"bench"}),
        ("замок", "ru", "n", "castle", {"lock"}),
        ("esquisito", "pt", "a", "peculiar", {"weird"}),
    ],
)
def test_the_senses_of_a_word_begin_with_the_likeliest(
    word: str, language: str, kind: str, first: str, others: set[str]
) -> None:
    told = senses(word, language, kind)
    assert told[0] == first
    assert others <= set(told)


def test_a_kind_of_word_keeps_others_out() -> None:
    assert "wear" in senses("porte", "fr", "v")
    assert "door" not in senses("porte", "fr", "v")
    assert "door" in senses("porte", "fr", "n")
    assert "wear" not in senses("porte", "fr", "n")


@pytest.mark.parametrize(("word", "language"), [("Ouagadougou", "fr"), ("Wasser", "fr"), ("water", "eu"), ("水", "zh")])
def test_what_is_not_known_and_what_only_stems_are_known_of_has_no_senses(word: str, language: str) -> None:
    assert senses(word, language) == ()


@pytest.mark.parametrize("language", [each for each in LANGUAGES if (known := lexicon(each)) and known.spelt])
def test_every_further_form_leads_to_a_word_with_renderings(language: str) -> None:
    entries = lexicon(language)
    assert entries is not None
    for word, line in entries.lines.items():
        bases = [token[1:] for token in line.split() if token.startswith("=")]
        assert all(entries.lines.get(base) for base in bases), word
        assert entries.tokens(word), word
