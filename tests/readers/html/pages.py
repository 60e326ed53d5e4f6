"""Pages as newsrooms have them, written for these tests."""

from __future__ import annotations

from auditor.model import Document, Role
from auditor.readers.html import read_html

EXPORT = """\
<h1>Ferry strike ends in Port Alder</h1>
<p>By Jane Doe</p>
<p>PORT ALDER (Wire) - Ferries left the port again on Monday.</p>
<p>“We are glad,” said the harbour master, who had waited for weeks.</p>
<h2>Long queues</h2>
<blockquote><p>Nobody told us anything, a driver wrote.</p></blockquote>
<ul>
<li>The pier opens at noon.</li>
<li>tickets from the kiosk</li>
</ul>
<table><tr><th>Line</th><th>Ships</th></tr><tr><td>North</td><td>3</td></tr></table>
<p>abc/de</p>
"""
"""What an editing system exports: the bare story."""

SAVED = """\
<!DOCTYPE html>
<html lang="en-GB" class="js">
<head>
<meta charset="utf-8">
<title>Ferry strike ends - The Alder Gazette</title>
<meta property="og:title" content="Ferry strike ends &amp; ships sail">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "headline": "The Alder Gazette"},
 {"@type": ["NewsArticle"], "headline": "Strike of  ferries ends"}]}
</script>
<style>p { color: red }</style>
<script>document.write("<p>Written by a script.</p>");</script>
</head>
<body>
<header><a href="/"><h1>The Alder Gazette</h1></a><nav><ul><li><a href="/news">News</a></li></ul></nav></header>
<div class="cookies"><p>We use cookies to serve you better.</p></div>
<main>
<article>
TITLE
<p><time>3 March 2026</time></p>
<p>Ferries left the port again on Monday.</p>
<figure><img src="a.jpg" alt="A ferry."><figcaption>A ferry leaves the port.</figcaption></figure>
<p>The strike had lasted three weeks. <button>Share</button></p>
<aside><p>Ferries carry a million people a year.</p></aside>
<p><a href="/more">READ MORE: Who pays for the strike?</a></p>
<p>The mayor, who <a href="/mayor">called for talks</a>, was glad.</p>
<form><p>Sign up for our letter.</p><input></form>
<p hidden>Hidden words.</p><p style="display: none">Hidden words.</p>
<footer><p>The author lives in Port Alder.</p></footer>
</article>
<article class="teaser"><h2><a href="/a">Pier to open</a></h2><p>The pier opens in May.</p></article>
<article class="teaser"><h2><a href="/b">Rain falls</a></h2><p>Rain fell in the north.</p></article>
</main>
<footer><p>© 2026 The Alder Gazette. All rights reserved.</p></footer>
</body>
</html>
"""
"""A page as a browser saves it: the story among menus, boxes and teasers; ``TITLE`` is where its heading stands."""


def read(file: str, language: str | None = None) -> Document:
    return read_html("story.html", file, language)


def blocks(document: Document, role: Role) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.role is role]
