"""The words for numbers: how they compose and inflect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ordinals:
    """``words`` in -th, as in ``Numerals``; one that ends in ``~`` takes each of the ``endings``, parted by spaces.

    ``plural`` are endings for words that stand alone, since "the first hundred" is no hundred and first. ``after`` says
    behind what an ordinal goes on: ``cardinals`` (двадцать пятый), ``hyphens`` (twenty-fifth) or only ``ordinals``
    (vigésimo quinto).
    """

    words: Mapping[str, str] = field(default_factory=dict)
    endings: str = ""
    plural: str = ""
    after: str = "ordinals"


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words for numbers, with every form that running text has, parted by spaces.

    A key is a value, or several, likeliest first, and stands before the words for it. A hyphen in a word stands for a
    hyphen or a space; е is read for ё, and an apostrophe is one whatever its form.

    ``cardinals`` are added up, ``scales`` multiply what stands before them; ``short`` are scales cut short, which only
    follow a number. ``joins`` are words inside a number, by what they stand behind: ``tens``, ``hundreds`` (and larger
    scales), ``both``, or anything within ``compounds``. ``halves`` add half of what stands before them ("and a half");
    ``parts`` are a part of the scale behind them ("half a" million). ``none`` are phrases that hold a number word and
    are no number, ``ambiguous`` number words that mean something else when they stand alone. ``loose`` words may stand
    for a number ("a dozen"), with every value that they may answer. ``combining`` forms only stand inside a longer
    word: a compound, or one whose rest begins with one of ``tails`` (двадцатипяти-летний). ``spans`` are words for
    stretches of time that are counted in several ways ("quinze jours" is two weeks), by their unit: ``days``, ``hours``
    or ``months``.

    ``fractions`` are the words for parts behind a number ("two thirds"), by how many parts there are; ``each`` stands
    between two numbers that are a share ("one in four"), ``whole_first`` is an expression for the whole of one with all
    up to the part (每8人中有 1), ``every`` stands before an ordinal that is one ("jeder vierte"), and
    ``less`` behind a number that divides ("deux fois moins"). ``floors`` are words for storeys, ``ages`` for centuries,
    which copy counts in Roman numerals ("siglo XV"). ``lives`` is an expression for what makes an ordinal before it a
    year of somebody's life ("im 81. Lebensjahr"), ``unreached`` and ``unreached_after`` say, before and behind an age,
    that somebody has not reached it ("would have turned 80"). ``centuries``: hundreds with a capital are a century ("il
    Seicento").

    ``compounds``: numbers are written as one word. ``twenties``: they go on from sixty and eighty to nineteen.
    ``teens``: ten takes units behind it (dix-sept).
    ``hundreds_of_figures``: figures may stand before a hundred ("8 cents" are money). ``ideographs``: numbers are also
    written in Chinese characters.
    """

    cardinals: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, str] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    ordinals: Ordinals = Ordinals()
    joins: Mapping[str, str] = field(default_factory=dict)
    halves: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    none: str = ""
    ambiguous: str = ""
    loose: Mapping[str, str] = field(default_factory=dict)
    combining: Mapping[str, str] = field(default_factory=dict)
    tails: str = ""
    spans: Mapping[str, str] = field(default_factory=dict)
    fractions: Mapping[str, str] = field(default_factory=dict)
    each: str = ""
    whole_first: str = ""
    every: str = ""
    less: str = ""
    floors: str = ""
    lives: str = ""
    unreached: str = ""
    unreached_after: str = ""
    ages: str = ""
    centuries: bool = False
    compounds: bool = False
    twenties: bool = False
    teens: bool = False
    hundreds_of_figures: bool = True
    ideographs: bool = False
