"""The pages as text."""

from __future__ import annotations

from auditor.model import Report
from auditor.render.html.assets import environment, policy, script, style
from auditor.render.html.data import embedded
from auditor.render.html.story import story_page


def render(report: Report) -> str:
    """Return the review page of ``report``: one HTML file that needs nothing else.

    The same report gives the same bytes. Encode it as UTF-8.
    """
    from markupsafe import Markup

    page = story_page(report)
    return (
        environment()
        .get_template("story.html")
        .render(
            page=page,
            report=report,
            data=embedded(page),
            policy=policy("story"),
            style=Markup(style("story")),  # noqa: S704 - our own file
            script=Markup(script("story")),  # noqa: S704 - our own file
        )
    )
