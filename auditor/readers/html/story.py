"""Which passages of a page are the story, and the role that the markup gives each."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model import Role
from auditor.readers.html.page import Page
from auditor.readers.html.passage import Passage, PassageKind

_DOMINANT = 2
"""So many times the words of any part beside it has the part of a page that is the story."""

_ROLES = {
    PassageKind.ITEM: Role.BODY,
    PassageKind.BYLINE: Role.BYLINE,
    PassageKind.NOTE: Role.NOTE,
    PassageKind.DIRECTIVE: Role.NOTE,
}

Told = tuple[Passage, Role | None]
"""A passage with its role; None: to be told by its words, as in plain text."""


def story(page: Page) -> list[Told]:
    """Return the passages of the story in the order of the file.

    The story is the ``article`` or ``main`` that has most of the running text, else the whole page. What stands
    before its heading is kept as a note; so is what holds nothing but links. Directives count wherever they stand.
    """
    inside = _scopes(page)
    outer = _title_before(page, inside)
    kept = [
        each for each in page.passages if each.scope in inside or each.kind is PassageKind.DIRECTIVE or each is outer
    ]
    heading = _heading(kept)
    begun = _begin(kept, heading)
    return [(each, _role(each, index, heading, begun)) for index, each in enumerate(kept)]


def _scopes(page: Page) -> set[int]:
    """Return the scopes that belong to the story."""
    own = [0] * len(page.parents)
    for passage in page.passages:
        own[passage.scope] += passage.words
    total = list(own)
    children: dict[int, list[int]] = {}
    for scope in range(len(page.parents) - 1, 0, -1):
        total[page.parents[scope]] += total[scope]
        children.setdefault(page.parents[scope], []).append(scope)
    chosen = 0
    while parts := children.get(chosen):
        best, *others = sorted(parts, key=lambda scope: -total[scope])
        if total[best] <= own[chosen] or total[best] < _DOMINANT * max((total[scope] for scope in others), default=0):
            break
        chosen = best
    inside = {chosen}
    if total[chosen] > 2 * own[chosen]:  # a story told in parts, such as a live blog; else the parts are comments
        inside |= _below(page, chosen)
    return inside


def _below(page: Page, scope: int) -> set[int]:
    found = {scope}
    for number in range(scope + 1, len(page.parents)):
        if page.parents[number] in found:
            found.add(number)
    return found


def _title_before(page: Page, inside: set[int]) -> Passage | None:
    """Return the title that stands before the part of the page that is the story, where there is none in it."""
    title = None
    for each in page.passages:
        if each.scope in inside and (each.kind is PassageKind.TITLE or each.words):
            return None if each.kind is PassageKind.TITLE else title
        if each.kind is PassageKind.TITLE and not each.banner:
            title = each
    return None


def _heading(passages: Sequence[Passage]) -> int | None:
    """Return the index of the story's heading: the first of the first rank, best one outside the page's own header.

    It heads a story only where most of the running text follows it.
    """
    titles = [index for index, each in enumerate(passages) if each.kind is PassageKind.TITLE]
    heading = next((index for index in titles if not passages[index].banner), titles[0] if titles else None)
    if heading is None:
        return None
    before = sum(each.words for each in passages[:heading])
    after = sum(each.words for each in passages[heading:])
    return heading if after >= before else None


def _begin(passages: Sequence[Passage], heading: int | None) -> int:
    """Return the index of the first running text of the story, that of the end where there is none."""
    start = 0 if heading is None else heading
    return next((i for i, each in enumerate(passages) if i >= start and each.words), len(passages))


def _role(passage: Passage, index: int, heading: int | None, begun: int) -> Role | None:
    early = heading is not None and index < heading
    if passage.kind in (PassageKind.TITLE, PassageKind.HEADING) and not early:
        return Role.HEADLINE if index <= begun else Role.CROSS_HEAD
    scrap = passage.is_link or (passage.kind is PassageKind.CELL and not passage.words)
    if early or passage.banner or (scrap and passage.kind is not PassageKind.BYLINE):
        return Role.NOTE
    return _ROLES.get(passage.kind)
