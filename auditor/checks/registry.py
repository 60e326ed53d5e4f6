"""The one ordered list of checks; other packages add theirs by the entry-point group ``auditor.checks``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from auditor.checks.accuracy.bound_altered import bound_altered
from auditor.checks.accuracy.content_added import content_added
from auditor.checks.accuracy.content_missing import content_missing
from auditor.checks.accuracy.content_unrelated import content_unrelated
from auditor.checks.accuracy.date_altered import date_altered
from auditor.checks.accuracy.direction_reversed import direction_reversed
from auditor.checks.accuracy.expectation_as_duty import expectation_as_duty
from auditor.checks.accuracy.false_friend_with_source import false_friend_with_source
from auditor.checks.accuracy.gender_against_source import gender_against_source
from auditor.checks.accuracy.modality_altered import modality_altered
from auditor.checks.accuracy.name_altered import name_altered
from auditor.checks.accuracy.name_missing import name_missing
from auditor.checks.accuracy.name_moved import name_moved
from auditor.checks.accuracy.negation_added import negation_added
from auditor.checks.accuracy.negation_lost import negation_lost
from auditor.checks.accuracy.number_added import number_added
from auditor.checks.accuracy.number_altered import number_altered
from auditor.checks.accuracy.number_missing import number_missing
from auditor.checks.accuracy.number_moved import number_moved
from auditor.checks.accuracy.plural_altered import plural_altered
from auditor.checks.accuracy.pronoun_altered import pronoun_altered
from auditor.checks.accuracy.qualifier_lost import qualifier_lost
from auditor.checks.accuracy.question_altered import question_altered
from auditor.checks.accuracy.quotation_added import quotation_added
from auditor.checks.accuracy.quotation_lost import quotation_lost
from auditor.checks.accuracy.quotation_moved import quotation_moved
from auditor.checks.accuracy.reference_differs import reference_differs
from auditor.checks.accuracy.reference_wording import reference_wording
from auditor.checks.accuracy.roles_exchanged import roles_exchanged
from auditor.checks.accuracy.rumour_as_fact import rumour_as_fact
from auditor.checks.accuracy.speaker_altered import speaker_altered
from auditor.checks.accuracy.step_altered import step_altered
from auditor.checks.accuracy.tense_altered import tense_altered
from auditor.checks.accuracy.thing_altered import thing_altered
from auditor.checks.accuracy.time_relation_altered import time_relation_altered
from auditor.checks.accuracy.unit_altered import unit_altered
from auditor.checks.accuracy.unit_missing import unit_missing
from auditor.checks.accuracy.untranslated_words import untranslated_words
from auditor.checks.agreement.modal_without_verb import modal_without_verb
from auditor.checks.agreement.singular_after_number import singular_after_number
from auditor.checks.agreement.subject_verb import subject_verb_agreement
from auditor.checks.agreement.verb_beside_subject import verb_beside_subject
from auditor.checks.agreement.verb_form import verb_form_after_auxiliary
from auditor.checks.base import Check, Rule, speaks_for
from auditor.checks.completeness.empty_translation import empty_translation
from auditor.checks.completeness.label_missing import label_missing
from auditor.checks.consistency.arabic_article import arabic_article_in_two_forms
from auditor.checks.consistency.capital_in_two_ways import capital_in_two_ways
from auditor.checks.consistency.name_variants import name_in_two_forms
from auditor.checks.consistency.repeated_sentence import sentence_repeated
from auditor.checks.consistency.repeated_words import words_repeated
from auditor.checks.consistency.term_in_two_renderings import term_in_two_renderings
from auditor.checks.consistency.term_variants import term_in_two_forms
from auditor.checks.consistency.two_terms_as_one import two_terms_as_one
from auditor.checks.density.check import densities
from auditor.checks.desk_packs import load_packs
from auditor.checks.doubts.strange_word import strange_word
from auditor.checks.doubts.unanswered_word import unanswered_word
from auditor.checks.doubts.unlikely_words import unlikely_words
from auditor.checks.grammar.cognate_repetition import cognate_repetition
from auditor.checks.grammar.double_negative import double_negative
from auditor.checks.grammar.missing_article import article_missing
from auditor.checks.grammar.preposition_before_verb import preposition_before_verb
from auditor.checks.grammar.unlikely_join import unlikely_join
from auditor.checks.grammar.verb_first import verb_first
from auditor.checks.names.acronym_in_two_meanings import acronym_in_two_meanings
from auditor.checks.names.acronym_mismatch import acronym_mismatch
from auditor.checks.names.bare_name import nationality_before_bare_name
from auditor.checks.names.foreign_acronym import foreign_acronym
from auditor.checks.names.foreign_word import foreign_word_left_in
from auditor.checks.names.ghost_word import not_an_english_word
from auditor.checks.names.place_name import foreign_place_name
from auditor.checks.names.split_name import name_split_in_two
from auditor.checks.names.transliteration import foreign_transliteration
from auditor.checks.names.unexplained_name import unexplained_name
from auditor.checks.names.untranslated_passage import untranslated_passage
from auditor.checks.neural import UNASKED
from auditor.checks.numbers.age_in_two_values import age_in_two_values
from auditor.checks.numbers.dot_as_in_source import dot_as_in_source
from auditor.checks.numbers.weekday_at_odds import weekday_at_odds
from auditor.checks.pack import PackCheck, shipped_packs
from auditor.checks.pronouns.birthday_of_a_thing import birthday_of_a_thing
from auditor.checks.pronouns.doubled_subject import doubled_subject
from auditor.checks.pronouns.gender_switched import gender_switched
from auditor.checks.pronouns.possessive_gender import possessive_at_odds
from auditor.checks.pronouns.pronoun_for_country import pronoun_for_country
from auditor.checks.pronouns.their_for_country import their_for_country
from auditor.checks.pronouns.who_its import who_its
from auditor.checks.reader.false_cognate import false_cognate
from auditor.checks.reader.negation_reversed import negation_reversed
from auditor.checks.reader.roles_reversed import roles_reversed
from auditor.checks.reader.wrong_pronoun import wrong_pronoun
from auditor.checks.reader.wrong_sense import wrong_sense
from auditor.checks.tense.attribution_tense import attribution_tense
from auditor.checks.tense.future_after_when import future_after_when
from auditor.checks.tense.past_with_coming_date import past_with_coming_date
from auditor.checks.tense.perfect_with_past_date import perfect_with_past_date
from auditor.checks.tense.present_with_since import present_with_since
from auditor.checks.tense.rumour_conditional import rumour_conditional
from auditor.checks.terms.glossary_term_altered import glossary_term_altered
from auditor.checks.terms.glossary_term_forbidden import glossary_term_forbidden
from auditor.checks.terms.glossary_term_missing import glossary_term_missing
from auditor.checks.typography.final_stop import final_stop_missing
from auditor.checks.typography.letter_case import text_in_capitals, text_without_capitals
from auditor.checks.typography.lower_case_start import sentence_in_lower_case
from auditor.checks.typography.mixed_quote_stops import mixed_quote_stops
from auditor.checks.typography.no_words import sentence_without_words
from auditor.checks.typography.space_before_mark import space_before_punctuation
from auditor.checks.typography.unpaired_bracket import unpaired_bracket
from auditor.checks.typography.unpaired_quotation import unpaired_quotation
from auditor.checks.typography.words_run_together import words_run_together
from auditor.config import EngineSettings
from auditor.model import primary_language

CODE_CHECKS: tuple[Check, ...] = (
    pronoun_for_country,
    their_for_country,
    who_its,
    birthday_of_a_thing,
    rumour_conditional,
    future_after_when,
    perfect_with_past_date,
    past_with_coming_date,
    present_with_since,
    attribution_tense,
    doubled_subject,
    gender_switched,
    possessive_at_odds,
    subject_verb_agreement,
    verb_beside_subject,
    verb_form_after_auxiliary,
    singular_after_number,
    double_negative,
    verb_first,
    modal_without_verb,
    preposition_before_verb,
    cognate_repetition,
    article_missing,
    name_in_two_forms,
    term_in_two_forms,
    term_in_two_renderings,
    two_terms_as_one,
    empty_translation,
    number_altered,
    number_missing,
    number_added,
    number_moved,
    bound_altered,
    direction_reversed,
    unit_altered,
    unit_missing,
    date_altered,
    tense_altered,
    time_relation_altered,
    roles_exchanged,
    rumour_as_fact,
    expectation_as_duty,
    modality_altered,
    gender_against_source,
    reference_differs,
    reference_wording,
    untranslated_words,
    content_missing,
    content_added,
    content_unrelated,
    name_altered,
    name_missing,
    negation_lost,
    name_moved,
    negation_added,
    quotation_lost,
    plural_altered,
    pronoun_altered,
    thing_altered,
    step_altered,
    qualifier_lost,
    question_altered,
    quotation_added,
    quotation_moved,
    speaker_altered,
    weekday_at_odds,
    age_in_two_values,
    dot_as_in_source,
    arabic_article_in_two_forms,
    words_repeated,
    sentence_repeated,
    unpaired_quotation,
    words_run_together,
    unpaired_bracket,
    mixed_quote_stops,
    final_stop_missing,
    sentence_in_lower_case,
    text_without_capitals,
    text_in_capitals,
    sentence_without_words,
    space_before_punctuation,
    unlikely_join,
    *densities,
    foreign_place_name,
    foreign_transliteration,
    foreign_acronym,
    not_an_english_word,
    foreign_word_left_in,
    untranslated_passage,
    acronym_mismatch,
    acronym_in_two_meanings,
    name_split_in_two,
    nationality_before_bare_name,
    false_friend_with_source,
    unexplained_name,
    glossary_term_missing,
    glossary_term_altered,
    glossary_term_forbidden,
    capital_in_two_ways,
)
"""Checks written as code, in the order in which their findings are collected."""

WEIGHED: tuple[Check, ...] = (wrong_pronoun, negation_reversed, roles_reversed, false_cognate, wrong_sense)
"""Checks that a reader decides: they run beside the others where one takes part."""

LABELS: tuple[Check, ...] = (label_missing,)
"""Checks that run where the desk asks for labels."""

DOUBTS: tuple[Check, ...] = (strange_word, unlikely_words, unanswered_word)
"""What is marked beside the findings: too often right to trouble an editor with."""

_PAGES = {
    **{check.id: "rules/code.md" for check in CODE_CHECKS},
    **{check.id: "rules/reader.md" for check in WEIGHED},
    **{check.id: "rules/labels.md" for check in LABELS},
    **{check.id: "rules/doubts.md" for check in DOUBTS},
    "languagetool": "rules/languagetool.md",
    UNASKED.id: "neural.md",
}
"""The pages that describe the checks, packs aside, by the checks' ids."""


@cache
def own_checks() -> tuple[Check, ...]:
    """Return every check that is ours: those in code, then the packs. LanguageTool is not among them."""
    return (*CODE_CHECKS, *shipped_packs())


@cache
def added_checks() -> tuple[Check, ...]:
    """Return the checks that other installed packages register."""
    return tuple(point.load() for point in entry_points(group="auditor.checks"))


def checks(engine: EngineSettings | None = None, packs: Iterable[PackCheck] = ()) -> tuple[Check, ...]:
    """Return every check: LanguageTool, our own, those of other packages, then ``packs``, the desk's own."""
    from auditor.checks.languagetool import LanguageToolCheck

    return (LanguageToolCheck(engine or EngineSettings()), *own_checks(), *added_checks(), *packs)


def desk_packs(paths: Iterable[Path]) -> tuple[PackCheck, ...]:
    """Return the packs at ``paths``, tried; their ids and those of their rules must be new.

    Raises ``PackError`` where one is wrong.
    """
    files = tuple(paths)
    return load_packs(files, checks()) if files else ()


def checks_for(
    source_language: str | None, engine: EngineSettings | None = None, packs: Iterable[PackCheck] = ()
) -> tuple[Check, ...]:
    """Return the checks that apply to a translation from ``source_language``.

    ``None`` means that the language is not known: then only what is safe for any. A check that reports
    an engine's own rules (it lists none) always applies.
    """
    return tuple(check for check in checks(engine, packs) if _applies(check, primary_language(source_language)))


@cache
def _applies(check: Check, source_language: str | None) -> bool:
    """Tell whether ``check`` has a rule for the language; a batch asks for every line."""
    return not check.rules or any(speaks_for(rule, source_language) for rule in check.rules)


def page_of(check: Check) -> str:
    """Return the page of the documentation that describes the rules of ``check``, seen from its folder.

    Of a pack of the desk's own it is the one on packs, of a check of another package the index.
    """
    if isinstance(check, PackCheck):
        return f"rules/{check.id}.md" if check.id in {pack.id for pack in shipped_packs()} else "writing-a-pack.md"
    return _PAGES.get(check.id, "rules.md")


def rules() -> Iterator[tuple[Check, Rule]]:
    """Yield each rule that is described here, with its check, in registry order; LanguageTool's in families.

    Last come those that a reader decides, those of labels that a desk asks for, those of the doubts, which are marked
    beside the findings, and the neural check's, which takes part only where a model is named.
    """
    for check in (*checks(), *WEIGHED, *LABELS, *DOUBTS, UNASKED):
        for rule in check.rules:
            yield check, rule
