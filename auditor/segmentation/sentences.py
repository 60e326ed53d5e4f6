"""Where sentences end: rules over characters, with the languages' abbreviations as data.

A stop ends a sentence unless something says that it does not: an abbreviation, an initial, an
attribution after a quotation, or a lower-case word after it. The last also joins what a machine has cut
in two ("... of this sort. by the firm"): one segment, so that the cut can be found inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Span
from auditor.segmentation.orthography import Orthography, orthography

LONGEST = 2_000
"""Code points of the longest sentence; the longest in 700 stories of native news has 519."""

_STOP = re.compile(
    r"""
    (?P<wide> [。！？｡．]+ ["'”’»)\]」』）》〉]* )
    | (?P<mark> \.(?:[ \u00a0]?\.){2,} | [.!?…‽]+(?:[ \u00a0\u202f][!?]+(?!\w))* | [؟।॥۔]+ )
      (?P<close> (?: ["'”’“»)\]」』）] | [«‘](?!\w) | [ \u00a0\u202f]»(?!\w) )* )
    """,
    re.VERBOSE,
)
_OPENING = "\"'“‘«„‚‹¿¡([{「『（《〈—–-•*·"
_QUOTATION_OPENING = '"“‘«„(['
_NEXT = re.compile(rf"[\s{re.escape(_OPENING)}]*(?P<word>[^\W\d_]+['’]?)?")
_TOKEN = re.compile(r"(?:[^\s\"'“”‘’«»„()\[\]/]|(?<=\w)[\"'’](?=\w))*\Z")
_LONGEST_TOKEN = 40
_LONGEST_ORDINAL = 2
_ITEM = re.compile(r"\d{1,2}|(?:[A-Z]\.)?[A-Z]")
"""What numbers an item at the start of a paragraph: ``1.``, ``A.``, ``P.S.``."""

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_NUMBER = re.compile(r"[^\W\d_]*[-–]?\d")
_PART = re.compile(r"[-'’]")
_ROMAN = re.compile(r"[IVXLC]+\b")
_NAME_INSIDE = re.compile(
    r"[a-z]+[A-Z]|[a-z]{3,}\.[a-z]{2,4}\b|https?:|(?:al|el|ad|an|ar|as|at|ash|bin|d|l|dell|o)[-'’][A-Z]"
)
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WIDE_CLOSE = frozenset("\"'”’」』")
_WIDE_VERB = re.compile(r"[^。！？：\n]{0,15}?(?:说|說|道|表示|称|稱|指出|问|問)[。，,！]|と|って")
_ATTRIBUTION = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,4}(?P<verb>[a-zé]+)\b(?=[.,;:]|\s+(?:on|at|in|after|during)\b)")
_QUOTES = frozenset("\"'”’“»«‘")


def sentences(text: str, within: Span, language: str | None = None) -> Iterator[Span]:
    """Yield the sentences of one paragraph of ``text``, without the white space around them.

    ``language`` is a BCP 47 tag; None means English. One that is longer than any person writes is cut between words:
    what reads a sentence may take the square of its length.
    """
    for span in _Paragraph(text, within, orthography(language)).sentences():
        yield from _parts(text, span)


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > LONGEST:
        spaces = (at for at in range(start + LONGEST, start + LONGEST // 2, -1) if text[at].isspace())
        end = next(spaces, start + LONGEST)
        yield Span(start, start + len(text[start:end].rstrip()))
        start = _next_word(text, end)
    yield Span(start, sentence.end)


def _next(text: str, start: int, end: int) -> re.Match[str]:
    """Return the match of what follows a stop: quotes and brackets, then a word, if there is one."""
    match = _NEXT.match(text, start, end)
    assert match is not None
    return match


def _next_word(text: str, start: int) -> int:
    """Return where the white space at ``start`` ends."""
    return next(at for at in range(start, len(text)) if not text[at].isspace())


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    within: Span
    rules: Orthography

    def sentences(self) -> Iterator[Span]:
        """Yield the sentences; each holds at least one letter or digit unless the paragraph has none."""
        caseless = not any(map(str.isupper, self.within.of(self.text)))
        last = self._last_word()
        start = scanned = self.within.start
        has_words = False
        for stop in _STOP.finditer(self.text, self.within.start, max(last, self.within.start)):
            has_words = has_words or bool(_LETTER_OR_DIGIT.search(self.text, scanned, stop.start()))
            scanned = stop.end()
            if has_words and self._ends_sentence(stop, caseless):
                yield self._trimmed(start, stop.end())
                start = stop.end()
                has_words = False
        if self.text[start : self.within.end].strip():
            yield self._trimmed(start, self.within.end)

    def _last_word(self) -> int:
        """Return where the paragraph's last letter or digit stands; no sentence ends after it but the last."""
        backwards = range(self.within.end - 1, self.within.start - 1, -1)
        return next((index for index in backwards if self.text[index].isalnum()), self.within.start)

    def _trimmed(self, start: int, end: int) -> Span:
        piece = self.text[start:end]
        return Span(end - len(piece.lstrip()), start + len(piece.rstrip()))

    def _ends_sentence(self, stop: re.Match[str], caseless: bool) -> bool:
        after = stop.end()
        if after >= self.within.end:
            return False
        if stop["wide"]:
            return not (_WIDE_CLOSE & set(stop["wide"]) and _WIDE_VERB.match(self.text, after))
        if not self.text[after].isspace():
            return self._glued(stop)
        following = _next(self.text, after, self.within.end)
        if not (caseless or self._may_open(following)):
            return False
        if stop["mark"] == ".":
            return self._full_stop_ends(stop, following)
        if self._is_pause(stop):
            return self._opens(following)
        if "?" in stop["mark"] or "!" in stop["mark"]:
            return not (_QUOTES & set(stop["close"]) and self._attributes(following.start("word")))
        return True

    def _glued(self, stop: re.Match[str]) -> bool:
        """Tell whether the words on both sides of a stop are sentences without a space: ``vote.The``."""
        before, after = self.text[stop.start() - 1 : stop.start()], self.text[stop.end()]
        if _WIDE.match(before) and _WIDE.match(after):
            return True
        token = self._token(stop.start())
        in_words = stop["mark"] == "." and not stop["close"] and token.isalpha() and token.islower()
        return in_words and len(token) > 1 and self._opens(_next(self.text, stop.end(), self.within.end))

    def _may_open(self, following: re.Match[str]) -> bool:
        """Tell whether a sentence may begin so: with a capital, a quotation, or a name in lower case."""
        word = following["word"]
        if not word or not word[0].islower():
            return True
        start = following.start("word")
        if self.text[start - 1] in _QUOTATION_OPENING:
            return True
        words = self.text[start : start + _LONGEST_TOKEN].split()
        while len(words) > 1 and words[0] in self.rules.particles:
            words.pop(0)
            if words[0][0].isupper():
                return True
        return bool(_NAME_INSIDE.match(words[0]))

    def _is_pause(self, stop: re.Match[str]) -> bool:
        """Tell whether the stop is an ellipsis that stands apart: ``the ... minister``."""
        return stop["mark"].startswith(("...", "…", ". .")) and self.text[stop.start() - 1].isspace()

    def _attributes(self, start: int) -> bool:
        """Tell whether a name with a reporting verb stands at ``start`` and is all that follows the quotation."""
        if start < 0 or not self.rules.verbs:
            return False
        match = _ATTRIBUTION.match(self.text, start, self.within.end)
        return match is not None and match["verb"] in self.rules.verbs

    def _token(self, end: int) -> str:
        """Return what stands before ``end`` up to a space, a quote, a bracket or a slash."""
        match = _TOKEN.search(self.text, max(self.within.start, end - _LONGEST_TOKEN), end)
        return match.group() if match else ""

    def _opens(self, following: re.Match[str]) -> bool:
        """Tell whether the word after the stop is one that begins sentences."""
        word = (following["word"] or "").replace("’", "'")
        is_initial = len(word) == 1 and self.text[following.end() : following.end() + 1] == "."
        return not is_initial and bool({word, word.rstrip("'")} & self.rules.openers)

    def _full_stop_ends(self, stop: re.Match[str], following: re.Match[str]) -> bool:
        token = self._token(stop.start())
        if stop.start() - len(token) == self.within.start and _ITEM.fullmatch(token):
            return False
        kinds = {token, _PART.split(token)[-1]}
        digit = self._digit_follows(following)
        rules = self.rules
        if kinds & rules.inner or kinds & rules.titles:
            return False
        if kinds & rules.numbered and (digit or _ROMAN.match(self.text, following.start("word"))):
            return False
        if kinds & rules.clock:
            return (following["word"] or "") not in rules.calendar
        if (
            kinds & rules.ambiguous
            or (_INITIALS.fullmatch(token) and not (len(token) == 1 and token.islower()))
            or (rules.ordinals and token.isdigit() and len(token) <= _LONGEST_ORDINAL)
        ):
            return bool(_QUOTES & set(stop["close"])) or self._opens(following)
        return True

    def _digit_follows(self, following: re.Match[str]) -> bool:
        start = following.start("word") if following["word"] else following.end()
        return bool(_NUMBER.match(self.text, start))
