"""What can be known of a language, facet by facet; what is not known is empty.

Expressions are those of Python's ``re``. Those who use a facet say in which case its expressions are sought.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.languages.numerals import Numerals


class Capitals(StrEnum):
    """What a capital inside a sentence marks."""

    NAMES = "names"
    NOUNS = "nouns"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language is written.

    ``script`` is its usual one (ISO 15924). ``letters`` is an expression for those that give the language away, and
    ``share`` the part of a text's letters from which they do; empty where the script does not tell it.
    ``spaced``: words have spaces between them; ``cased``: there are capitals. ``decimal`` parts units from tenths;
    ``thousands`` are the signs that part groups of digits. ``quotation`` holds pairs of an opening and a closing mark,
    the usual one first. ``asks`` is an expression for what asks without a question mark, ``joins`` one for what stands
    before the last item of a list, with its spaces.
    """

    script: str = "Latn"
    letters: str = ""
    share: float = 0.3
    spaced: bool = True
    cased: bool = True
    capitals: Capitals = Capitals.UNKNOWN
    decimal: str = ","
    thousands: tuple[str, ...] = ()
    quotation: tuple[str, ...] = ()
    asks: str = ""
    joins: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months from January and weekdays from Monday, each with its forms in small letters, parted by spaces.

    A form of several words has ``_`` for its spaces. ``attached``: words stand without a space beside what follows or
    goes before. ``capitalised``: only a capital tells a month from another word ("may", "march"). ``begins`` and
    ``ends`` are expressions for what says, right beside a month, that its first or its last days are meant.
    ``holidays`` are expressions for those that have one date, with its day of the month.
    """

    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    attached: bool = False
    capitalised: bool = False
    begins: str = ""
    ends: str = ""
    holidays: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clock:
    """Expressions for times of the day.

    ``forms`` are those in figures: the group ``h`` is the hour, ``m`` or ``m2`` the minute. ``words`` are those with
    the hour in words or figures, for which ``{h}`` stands, and perhaps minutes, ``{m}``; the key is how many minutes
    they are from that hour, ``m`` those of ``{m}``, ``-m`` where they are before it. ``morning`` and ``afternoon``
    stand beside a time, and say in which half of the day it is.
    """

    forms: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    morning: str = ""
    afternoon: str = ""


@dataclass(frozen=True, slots=True)
class Negation:
    """Expressions for how a language denies.

    ``firm``: denies for certain; ``loose``: may be told as a negation, or may tell one ("without", "refuse");
    ``hints``: the same, but of little weight (prefixes, "more", "but"); ``not_denying``: stretches in which a firm form
    denies nothing ("not only", French "ne … que"). ``restricting``: denies all but something ("only", "ne … que").
    ``less`` is that word, and what is like it: English tells it by one that may deny.
    ``denied`` are denials that others tell without one, by a name for both ("not before May", "did not survive"), and
    ``affirmed`` what tells them so ("in May at the earliest", "died"). ``kept``, by the same names, is what is denied:
    without a denial it tells the opposite ("rules out").
    """

    firm: tuple[str, ...] = ()
    not_denying: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    restricting: tuple[str, ...] = ()
    less: str = "(?!)"
    denied: Mapping[str, str] = field(default_factory=dict)
    affirmed: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Expressions for what bounds a number.

    ``lower``: the number is the least there is ("at least", "more than"); ``upper``: the most ("up to", "less than");
    ``nearly``: a little more than there is; ``barely``: a little less; ``far``: a lot less ("well over"). They stand
    before it, those with ``_after`` behind it. ``only``: the number is less than one might think ("only", "just").
    ``kept`` are those that no translator leaves out ("at least").
    ``origin`` and ``goal`` are what says that something changes from a number, and to one, ``step`` that it does by
    one; ``against`` is what says that another number is compared with the one behind it. ``apart`` and ``apart_after``
    say, before a number and behind what it counts, that it lies between two others ("another 40", "40 more"), ``later``
    and ``later_after`` that a time does ("after two years", "two years later").
    """

    lower: str = ""
    upper: str = ""
    nearly: str = ""
    barely: str = ""
    far: str = ""
    only: str = ""
    kept: str = ""
    lower_after: str = ""
    upper_after: str = ""
    only_after: str = ""
    origin: str = ""
    goal: str = ""
    step: str = ""
    against: str = ""
    apart: str = ""
    apart_after: str = ""
    later: str = ""
    later_after: str = ""


@dataclass(frozen=True, slots=True)
class Multiples:
    """Expressions beside a part.

    ``less``: it is gone ("a third less"); ``left``: it is what is left ("a third of what was planned").
    """

    less: str = ""
    left: str = ""


@dataclass(frozen=True, slots=True)
class Opposites:
    """Expressions for words that turn a sentence round: the two sides of what has one name in every language.

    ``words`` are verbs, nouns and adjectives ("rise", "fall"), ``before`` what governs the words behind it ("before",
    "after"), ``behind`` what governs those before it ("earlier", "later"). ``hints``, in English alone, are other words
    that may tell either side. ``places`` are what stands right before a place from which somebody or something comes,
    and before one to which it goes.
    """

    places: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Names:
    """How names are written: ``particles`` are the small words in them ("von", "de la").

    ``capitalised`` are common nouns and adjectives that copy writes with a capital inside a sentence. ``declined``:
    names have endings for case, or particles written together with them. ``pinyin``: English copy writes them in
    pinyin. ``given`` are given names that are common words too; ``surnames`` is an expression for how English copy ends
    surnames of the language, ``womans`` and ``mans`` for the endings by which those of a woman and of a man differ
    there; ``theirs_womans`` and ``theirs_mans`` are the endings in the language itself that no form of the other has,
    and ``theirs_either`` those that both have in some case. ``families`` are the signs of surnames in a writing without
    spaces. ``brands`` is an expression for the names of companies, papers and channels, in the group ``name``, by the
    noun in front of them, or in ``paper``, by what stands behind. ``ways`` is one for how words end that name streets.
    """

    particles: tuple[str, ...] = ()
    capitalised: tuple[str, ...] = ()
    declined: bool = False
    pinyin: bool = False
    given: tuple[str, ...] = ()
    surnames: str = ""
    womans: str = ""
    mans: str = ""
    theirs_womans: str = ""
    theirs_mans: str = ""
    theirs_either: str = ""
    families: str = ""
    brands: str = ""
    ways: str = ""


@dataclass(frozen=True, slots=True)
class Rumour:
    """Expressions for forms with which a newsroom tells what it does not vouch for.

    ``conditional`` is the mood, ``perfect`` its perfect ("aurait fui"), ``wishes`` verbs whose perfect is no rumour
    ("aurait voulu"). ``unless`` is a condition, or what makes the clause subordinate: behind it the perfect is a
    hypothesis or future in the past. ``words`` say so in whatever mood ("по слухам").
    """

    words: str = ""
    conditional: str = ""
    perfect: str = ""
    wishes: str = ""
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """Expressions: ``expects`` for what is expected or advised ("should"), ``obliges`` for what obliges ("must").

    ``binds`` and ``permits`` are the words by which somebody must, or may, do what the verb beside them tells; of those
    that oblige or allow, only the ones that say nothing else.
    """

    expects: str = ""
    obliges: str = ""
    binds: str = ""
    permits: str = ""


@dataclass(frozen=True, slots=True)
class TimeRelation:
    """How a word sets a time in relation to now, and how English mistakes it.

    ``cue`` is the word (an expression), right before the time, unless ``not_followed`` follows it; ``times`` are the
    kinds of time that it stands with (year, span, day, month). ``wrong`` are English words before the time that say
    something else, ``not_after`` what may follow the English time and makes it right, ``right`` what to write, with
    ``{when}`` for the time.
    """

    cue: str
    times: tuple[str, ...]
    wrong: str
    right: tuple[str, ...]
    not_followed: str = ""
    not_after: str = ""


@dataclass(frozen=True, slots=True)
class Times:
    """How a language tells when something happens.

    ``relations`` are those of times to now, and ``fillers`` small words that may stand between the two, parted by
    spaces. ``future`` and ``past`` are expressions for verbs that tell what is yet to happen, or what has happened,
    whoever tells it when; the group ``verb`` or ``other`` is the word that names the deed, if any does.
    ``may_be_future`` are those that are future only where the verb of the English answers the deed. ``since`` stands
    before a time since which something lasts, ``since_after`` behind it; ``imperfect`` are forms of the past other than
    ``past``, ``lasted`` those of them that are no other form, where some may be.
    """

    fillers: str = ""
    since: str = ""
    since_after: str = ""
    imperfect: str = ""
    lasted: str = ""
    future: str = ""
    past: str = ""
    may_be_future: str = ""
    relations: tuple[TimeRelation, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """How words are given to somebody, as expressions.

    ``verbs``: verbs of saying beside a name, and "according to". ``pronouns``: what may stand between a name and its
    verb ("l'a dit"). ``prepositions``: what shows that the name behind the verb is not its subject. ``that``: what
    opens the words that are told. ``first``: words of the first person, in any case. ``hearing``: prepositions other
    than that of the genitive, behind a speaker who follows a quotation; ``dative`` stands before who is spoken to,
    ``auxiliaries`` before the verb of saying, and ``articles`` before a speaker. ``speaker``, where these say too
    little, finds a quotation, who says it in the group of that name, and the verb.
    """

    verbs: str = ""
    pronouns: str = ""
    prepositions: str = ""
    that: str = ""
    first: str = ""
    hearing: str = ""
    dative: str = ""
    auxiliaries: str = "(?!)"
    articles: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Roles:
    """Expressions for what shows who does what to whom, in a clause without a passive.

    ``known``: enough is known to say so. ``order``: an object without a mark stands behind the verb, its subject before
    it. ``names``: of two names without a mark the subject is the first. ``clitic`` is a pronoun before the verb that
    takes up an object in front of it. ``marked`` is what stands right before an object, or another party that is no
    subject, and ends there; ``locative`` the same before a place, which English may make the subject ("the city has
    recorded"); ``agent`` before who does it. ``passive`` is the passive, and what is like it. ``relative`` is what
    opens a clause in which the order is another one, ``object_relative`` a relative pronoun that is no subject,
    ``subject_relative`` one that is. ``oblique``, ``oblique_a`` are endings, in Latin letters, of names in a case that
    is not the subject's: from the last letter of the name on, and instead of its “a”; ``indirect`` those of cases for a
    party that is no object either.

    ``clauses`` are those whose cases, prepositions or agreement show both parts, in whatever order: the object stands
    between ⟨ and ⟩, the subject between ⟦ and ⟧; ``pieces`` are what stands in them by name, between braces. In those
    of ``feelings`` somebody between ⟦ and ⟧ likes, misses or lacks what stands between ⟨ and ⟩, which is the subject.
    ``governed`` is a preposition before a party, where the form of the party is what shows its part.

    In ``done_by``, ``had_from`` and ``takes`` a party stands between ⟨ and ⟩. ``done_by`` is a passive with its agent,
    the group ``verb`` the participle; ``had_from`` a verb such as “buy” with the one from whom something is had.
    ``takes`` is a subject with the pronoun that is the object of its verb: the group ``verb`` if the verb stands right
    there, ``first`` where the pronoun is of the first person. ``dropped``: subjects that are pronouns are left out, and
    an object may stand in front; the group ``sure`` shows that it does not. ``subjects`` and ``objects`` are the forms
    of pronouns by the English subject (he, she, they, i, we, nobody).
    """

    known: bool = False
    order: bool = False
    names: bool = False
    clitic: str = ""
    marked: str = ""
    locative: str = ""
    agent: str = ""
    passive: str = ""
    relative: str = ""
    object_relative: str = ""
    subject_relative: str = ""
    clauses: tuple[str, ...] = ()
    feelings: tuple[str, ...] = ()
    pieces: Mapping[str, str] = field(default_factory=dict)
    governed: str = ""
    oblique: str = ""
    oblique_a: str = ""
    indirect: str = ""
    done_by: str = ""
    had_from: str = ""
    takes: str = ""
    dropped: bool = False
    subjects: Mapping[str, str] = field(default_factory=dict)
    objects: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gender:
    """Expressions for what shows whether somebody is a woman or a man.

    ``she``, ``he``: pronouns that are subjects; ``her``, ``him``: other pronouns, and possessives that tell the owner;
    ``she_shows``, ``he_shows``: verbs, participles and nouns that agree with a subject, where none of the
    ``determiners`` stands between it and the beginning of the clause; ``woman``, ``man``: titles and nouns that name
    one; ``feminine``: nouns, in the group ``noun``, that end as those for women do and are for one where the lexicon
    has a person for them; ``office``: masculine nouns that name women too; ``impersonal``: where a masculine form
    stands for nobody; ``not_showing``: words that look like a form. ``things``: the pronouns stand for things too.
    ``possessives``: "his" and "her" are two words, and ``before_owned`` tells whether they stand before what is owned;
    ``hers_behind``, ``his_behind``: words behind it that tell the owner, with the one or two before in group ``owned``;
    ``not_owning`` are forms of the pronoun that are no possessives;
    ``owned`` are possessives that do not tell whose something is; behind a noun of ``neuter`` they go by the noun, not
    by the person. ``reflexive`` are those of the subject. ``nouns`` are those for persons by their English.
    """

    she: str = ""
    he: str = ""
    her: str = ""
    him: str = ""
    she_shows: str = ""
    he_shows: str = ""
    woman: str = ""
    man: str = ""
    feminine: str = ""
    office: str = ""
    impersonal: str = ""
    not_showing: str = ""
    determiners: str = ""
    things: bool = False
    possessives: bool = False
    before_owned: bool = False
    hers_behind: str = ""
    his_behind: str = ""
    owned: str = ""
    reflexive: str = ""
    not_owning: str = ""
    neuter: str = ""
    nouns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plural:
    """Expressions for a noun, in the group ``noun``, behind a word that shows that it is one, or several."""

    one: str = ""
    several: str = ""


@dataclass(frozen=True, slots=True)
class Stops:
    """What is written with a full stop that ends no sentence, and what may follow one.

    An entry in small letters also stands for itself with a capital (not in ``inner``: Al is a name). Left out are words
    that end a sentence whenever a capital follows, such as "etc".

    ``titles``: before a name, no sentence ends here; ``numbered``: nor before a digit or a Roman numeral; ``clock``:
    may end one unless a day, a month or a time zone follows (those are in ``calendar``); ``ambiguous``: ends one where
    one of the ``openers`` follows, capitalised words that begin sentences and no names; ``inner``: never ends one;
    ``particles``: beginnings of names in small letters, which may begin a sentence before a capitalised word;
    ``verbs``: reporting verbs, for `"Why?" Smith asked.`; ``ordinals``: a number with a full stop is an ordinal.
    """

    titles: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    clock: tuple[str, ...] = ()
    calendar: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    ordinals: bool = False


@dataclass(frozen=True, slots=True)
class Endings:
    """How words of a glossary inflect.

    A word that ends in ``of`` (an expression) loses its last ``cut`` letters, and any of ``forms`` (an expression)
    follows.
    """

    forms: str
    of: str = ""
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Inflection:
    """How terms are found in running text: the first of ``endings`` that fits a word says how it inflects.

    ``before`` is an expression for what is written together with the word that follows. ``links`` is one for what joins
    the two words of a term ("de la"), None where terms are not told.
    """

    endings: tuple[Endings, ...] = (Endings("s?"),)
    before: str = ""
    links: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the lexicon needs to know: the name of Snowball's ``stemmer`` (snowballstem.org).

    ``compounds`` are the letters that join the parts of a compound, none of them being "", in a language that writes
    several words as one. ``endings`` are those that the stem of a form or of a derived word may have beyond that of the
    word in the dictionary, ``prefixes`` what they may begin with, and ``infix`` what may stand inside. ``thin``: the
    lexicon is too small to say that two sentences have nothing in common.
    """

    stemmer: str = ""
    compounds: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    infix: str = ""
    thin: bool = False


@dataclass(frozen=True, slots=True)
class FalseFriend:
    """An ``english`` look-alike of a word, both as expressions, and the ``meaning`` of that word in English."""

    english: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that is known of one language.

    ``code`` is its primary subtag (BCP 47), ``name`` the English name, the code itself where the language is unknown.
    ``countries`` are those of which it is an official language (ISO 3166).
    ``cognate``: hardly a long sentence shares no stretch of letters with its English translation. ``passages``:
    machines leave whole stretches of it in English copy, known by their function words. ``length`` is the logarithm of
    the usual ratio of letters, English to the language (an ideograph counts as several, see the aligner); 0 where it
    was not measured. ``near`` is the usual cosine of a sentence and its human translation, as the encoder of sentence
    vectors sees them; 0 where it was not made for the language, or nobody measured. ``function_words`` build sentences
    rather than name things.

    ``exonyms`` (places), ``demonyms``, ``regions``, ``acronyms``, ``persons`` (surnames), ``given_names`` and
    ``bodies`` give the English for its names, ``leftovers`` for words that machines leave untranslated. ``units`` are
    expressions for words that count in this language alone, by the English name of the unit; ``of`` are words between a
    number and its unit ("des millions de dollars"), ``ranges`` words between two numbers of which the second alone has
    one. ``numerals`` are the words for numbers. ``transcriptions`` is an expression for the ends of names from another
    alphabet as only this language writes them. ``qualifiers`` are expressions, by what they say, for words without
    which somebody or something else is meant ("former", "alleged", "except"), the group being the noun of the person
    whom they qualify; in English for all that may say the same.
    """

    code: str
    name: str
    countries: tuple[str, ...] = ()
    cognate: bool = False
    passages: bool = False
    length: float = 0.0
    near: float = 0.0
    writing: Writing = Writing()
    calendar: Calendar = Calendar()
    clock: Clock = Clock()
    negation: Negation = Negation()
    bounds: Bounds = Bounds()
    multiples: Multiples = Multiples()
    opposites: Opposites = Opposites()
    names: Names = Names()
    rumour: Rumour = Rumour()
    duty: Duty = Duty()
    times: Times = Times()
    attribution: Attribution = Attribution()
    roles: Roles = Roles()
    gender: Gender = Gender()
    plural: Plural = Plural()
    stops: Stops = Stops()
    inflection: Inflection = Inflection()
    lexicon: Lexicon = Lexicon()
    transcriptions: str = ""
    of: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    false_friends: tuple[FalseFriend, ...] = ()
    exonyms: Mapping[str, str] = field(default_factory=dict)
    demonyms: Mapping[str, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)
    acronyms: Mapping[str, str] = field(default_factory=dict)
    persons: Mapping[str, str] = field(default_factory=dict)
    given_names: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    leftovers: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    numerals: Numerals = field(default_factory=Numerals)
