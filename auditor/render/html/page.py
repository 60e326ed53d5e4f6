"""The pages as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.model import Contest, Report, Score
from auditor.render.html.assets import environment, policy, script, style
from auditor.render.html.contest import contest_page
from auditor.render.html.data import embedded
from auditor.render.html.index import index_page
from auditor.render.html.story import story_page
from auditor.render.html.trend import trend


def render(report: Report, *, index: str | None = None, earlier: Score | None = None) -> str:
    """Return the review page of ``report``: one HTML file that needs nothing else.

    ``index`` is the address of the page that lists this story among others; ``earlier`` the score it had
    in an earlier run. The same report gives the same text; encode it as UTF-8.
    """
    page = story_page(report)
    moved = trend(report.score, earlier)
    return _fill("story", page=page, report=report, data=embedded(page), index=index, trend=moved)


def render_index(reports: Sequence[Report], hrefs: Sequence[str], earlier: Mapping[str, Score] | None = None) -> str:
    """Return a page that lists ``reports``, worst first.

    ``hrefs`` are the addresses of their own pages, relative to this one, in the same order. ``earlier``
    has the scores of an earlier run by story name; stories then show how they moved.
    """
    return _fill("index", page=index_page(reports, hrefs, earlier or {}))


def render_contest(contest: Contest) -> str:
    """Return the comparison of several translations as one HTML file that needs nothing else."""
    return _fill("contest", page=contest_page(contest), contest=contest)


def _fill(name: str, **values: object) -> str:
    from markupsafe import Markup

    return (
        environment()
        .get_template(f"{name}.html")
        .render(
            policy=policy(name),
            style=Markup(style(name)),  # noqa: S704 - our own file
            script=Markup(script(name)),  # noqa: S704 - our own file
            **values,
        )
    )
