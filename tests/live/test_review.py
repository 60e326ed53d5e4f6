"""``auditor review``, driven in a browser, and asked by those who may not."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import jsonschema
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from auditor.cli import main
from auditor.config import EngineSettings
from auditor.live.bench import Bench
from auditor.live.record import beside, digest, schema, verified
from auditor.live.review import Review, ReviewServer
from auditor.model import InputError
from auditor.readers import read_all
from tests.readers.formats.stories import DOCX

STORY = (
    "PORT ALDER (Wire) - The café of the the harbour opened on Monday.\n\n"
    "The mayor thanked the crew.\n\nThe pier is closed until May.\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_bytes(STORY.encode())
    return file


@pytest.fixture
def server(path: Path) -> Iterator[ReviewServer]:
    bench = Bench(EngineSettings(enabled=False), {"reader": False}, None, lambda *_: None)
    server = ReviewServer(Review(str(path), bench), 0)
    worker = Thread(target=server.work, args=(server.ended,), daemon=True)
    worker.start()
    yield server
    server.stay(-1)
    worker.join(10)
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, server: ReviewServer) -> Iterator[Page]:
    """The page in a browser; it may ask for nothing but what lies under its own address."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(server.address)
    yield page
    context.close()
    assert all(url.startswith(server.address) or url.endswith("/favicon.ico") for url in requests), requests
    assert complaints == []


def asked(server: ReviewServer, path: str, body: object = None, **headers: str) -> tuple[int, str]:
    method = "GET" if body is None else "POST"
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.request(method, path, None if body is None else json.dumps(body), headers)
    answer = connection.getresponse()
    told = answer.status, answer.read().decode()
    connection.close()
    return told


@pytest.mark.browser
def test_a_story_is_corrected_audited_again_saved_and_recorded(page: Page, path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    status = page.locator("#status")
    page.locator("#C1 [data-do=take]").first.click()
    expect(status).to_contain_text("Audited again")
    page.locator("#S2 .num").click()
    page.keyboard.press("e")
    page.locator(".editor textarea").fill("The mayor thanked the the crew of 12.")
    page.keyboard.press("Control+Enter")
    fresh = page.locator("#C2 .note.fresh")
    expect(fresh).to_contain_text("the the")
    fresh.locator("[data-do=take]").first.click()
    expect(status).to_contain_text("Audited again")
    assert page.locator("#S2").inner_text() == "2The mayor thanked the crew of 12."
    page.locator("#save").click()
    expect(status).to_contain_text("who reviews it")
    page.locator("#reviewer").fill("Mara Lind")
    page.locator("#cleared").check()
    page.locator("#save").click()
    expect(status).to_contain_text("story.txt is saved and cleared")
    saved = STORY.replace("the the harbour", "the harbour").replace("crew.", "crew of 12.")
    assert path.read_bytes() == saved.encode()
    record = json.loads(beside(path).read_text("utf-8"))
    jsonschema.validate(record, schema())
    assert {each["outcome"] for each in record["findings"] if each["text"] == "the the"} == {"accepted"}
    assert record["after"]["report"]["points"] == 0
    assert verified(beside(path), None)[0]
    axe = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert axe.violations_count == 0, axe.generate_report()
    path.write_text("Another story.", encoding="utf-8")
    page.locator("#save").click()
    expect(status).to_contain_text("was changed by somebody else")
    assert path.read_text("utf-8") == "Another story."
    assert not verified(beside(path), None)[0]


@pytest.mark.parametrize(("options", "opened"), [((), 1), (("--no-browser",), 0)])
def test_the_command_prints_the_address_and_opens_a_browser_unless_it_is_told_not_to(
    path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], opened: int
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    monkeypatch.setattr(ReviewServer, "ended", lambda _: True)
    done = CliRunner().invoke(main, ["review", str(path), "--no-languagetool", "--no-reader", *options])
    assert done.exit_code == 0, done.output
    address = done.stdout.strip()
    assert urlsplit(address).hostname == "127.0.0.1"
    assert shown == [address] * opened


def test_nobody_else_is_let_in(server: ReviewServer) -> None:
    inside = urlsplit(server.address).path
    own = f"http://127.0.0.1:{server.server_port}"
    assert asked(server, inside)[0] == 200
    for path, headers in (
        ("/", {}),
        ("/other/", {}),
        ("/other/save", {"Origin": own}),
        (inside, {"Origin": "https://example.org"}),
        (f"{inside}save", {"Origin": "null"}),
        (inside, {"Host": "example.org"}),
    ):
        status, told = asked(server, path, {} if path.endswith("save") else None, **headers)
        assert status == 403, (path, headers)
        assert server.key is not None
        assert server.key not in told
        assert "PORT ALDER" not in told


def test_a_question_that_is_none_changes_nothing(server: ReviewServer, path: Path) -> None:
    inside = urlsplit(server.address).path
    for body in ({}, [], {"base": "0" * 64, "changes": [], "decisions": []}, {"base": 1}):
        assert asked(server, f"{inside}save", body)[0] == 400
    assert path.read_text("utf-8") == STORY
    assert not beside(path).exists()


def test_a_document_is_saved_as_one_with_its_other_parts_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "story.docx"
    path.write_bytes(DOCX)
    review = Review(str(path), Bench(EngineSettings(enabled=False), {"reader": False}, None, lambda *_: None))
    text = read_all(path).stories[0].document.text
    start = text.index("7 pm")
    asked = {
        "base": digest(DOCX),
        "changes": [{"start": start, "end": start + 4, "text": "7 p.m., late"}],
        "decisions": [],
        "findings": [],
        "changed": [],
        "reviewer": "Mara Lind",
        "cleared": False,
    }
    assert review.save(asked) == {"said": "story.docx is saved; the record lies in story.docx.review.json."}
    assert "left at 7 p.m., late" in read_all(path).stories[0].document.text
    assert verified(beside(path), path)[0]
    path.write_bytes(DOCX)
    with pytest.raises(InputError, match="changed by somebody else"):
        review.save(asked)


def test_only_a_file_of_one_story_is_reviewed(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    item = (
        "<item><title>Ferry sinks</title><description>&lt;p&gt;A ferry sank on Monday.&lt;/p&gt;</description></item>"
    )
    path.write_text(f"<rss version='2.0'><channel>{item}{item}</channel></rss>", encoding="utf-8")
    with pytest.raises(InputError, match="holds 2 stories"):
        Review(str(path), Bench(EngineSettings(enabled=False), {"reader": False}, None, lambda *_: None))


def test_it_ends_soon_after_the_page_is_left_or_long_after_the_last_sign_of_life(server: ReviewServer) -> None:
    inside = urlsplit(server.address).path
    asked(server, f"{inside}leave", {})
    assert server.until - time.monotonic() < 10
    asked(server, inside)
    assert server.until - time.monotonic() > 200, "the page was only loaded again"
    server.stay(-1)
    assert server.ended()
