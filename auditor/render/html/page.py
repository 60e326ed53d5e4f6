"""The pages as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.model import DUE, Contest, Report, Sheet, Staleness
from auditor.render.html.assets import dress, environment
from auditor.render.html.contest import contest_page
from auditor.render.html.data import embedded
from auditor.render.html.editing import Editing
from auditor.render.html.history import Earlier, index_history, last_score, story_history
from auditor.render.html.index import index_page
from auditor.render.html.sheets import HEIGHT, WIDTH, panels
from auditor.render.html.stale import stale_page
from auditor.render.html.story import story_page
from auditor.render.html.trend import trend


def render(
    report: Report,
    *,
    index: str | None = None,
    earlier: Sequence[Earlier] = (),
    assets: str | None = None,
    editing: Editing | None = None,
) -> str:
    """Return the review page of ``report``: one HTML file that needs nothing else.

    ``index`` is the address of the page that lists this story among others; ``earlier`` are earlier reports of the
    desk, the oldest first; ``assets`` the address of a folder with ``assets.files("story")``, if they are to stand
    there and not in the page. With ``editing`` the story can be corrected on the page. The same reports give the same
    text; encode it as UTF-8.
    """
    page = story_page(report)
    editing = None if page.vast else editing
    return _fill(
        "story",
        dress("story", assets, served=editing is not None and editing.served),
        page=page,
        report=report,
        data=embedded(page, editing),
        editing=editing,
        index=index,
        trend=trend(report.score, last_score(report.document.label, earlier)),
        history=story_history(report, earlier),
    )


def render_index(
    reports: Sequence[Report], hrefs: Sequence[str], earlier: Sequence[Earlier] = (), assets: str | None = None
) -> str:
    """Return a page that lists ``reports``, worst first.

    ``hrefs`` are the addresses of their own pages, relative to this one, in the same order. ``earlier``
    are earlier reports, the oldest first; stories then show how they moved. ``assets``
    as for ``render``.
    """
    return _fill(
        "index",
        dress("index", assets),
        page=index_page(reports, hrefs, earlier),
        history=index_history(reports, earlier),
    )


def render_contest(contest: Contest) -> str:
    """Return the comparison of several translations as one HTML file that needs nothing else."""
    return _fill("contest", dress("contest", None), page=contest_page(contest), contest=contest)


def render_stale(told: Staleness) -> str:
    """Return a translation beside the two versions of its source as one HTML file that needs nothing else."""
    return _fill("stale", dress("stale", None), page=stale_page(told), told=told, due=DUE)


def render_archive(name: str, sheets: Iterable[Sheet]) -> str:
    """Return the tables of an archive called ``name`` as one HTML file that needs nothing else."""
    return _fill("archive", dress("archive", None), title=name, panels=panels(sheets), width=WIDTH, height=HEIGHT)


def _fill(name: str, looks: dict[str, str], **values: object) -> str:
    return environment().get_template(f"{name}.html").render(**looks, **values)
