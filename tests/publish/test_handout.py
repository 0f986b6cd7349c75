"""The hand-outs: Markdown as a parser reads it, the page as a parser and a browser read it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from csto_cli.model import TABLES
from csto_cli.store import Store
from tests.factories import SOURCE, exercise, make_store, meeting, official, post, source
from tests.publish.conftest import FORMULA, NASTY, exported

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Page(HTMLParser):
    """Elements, ids, links and text of a page; every element must be closed in its turn."""

    VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")
            assert not name.startswith("on"), name
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_is_well_formed_and_fetches_nothing(either: Store, tmp_path: Path) -> None:
    page = Page(exported(either, "html", tmp_path / "p.html").read_text(encoding="utf-8"))
    assert not page.seen & {"script", "img", "link", "iframe", "object"}
    assert len(page.ids) == len(set(page.ids))
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)
    assert all(link.startswith(("#", "https://", "http://")) for link in page.links)
    wanted = {record["id"] for name in TABLES if name not in ("meta", "sources") for record in either.table(name)}
    assert wanted <= set(page.ids)


def test_every_mark_of_a_known_source_is_a_link_to_it(tmp_path: Path) -> None:
    held = exercise(personnel={"count": 900, "qualifier": "about", "sources": [SOURCE]}, note="See [99].")
    seen = post(attested=[{"date": "2017-05-01", "sources": [SOURCE]}])
    store = make_store(exercises=[held], officials=[official("nurlan-yermekbayev", seen)])
    text = exported(store, "html", tmp_path / "p.html").read_text(encoding="utf-8")
    assert re.findall(r'(?<!">)\[(\d+)\]', text) == ["99"]
    assert '<dt>personnel</dt><dd>about 900 <a href="#source-1">[1]</a></dd>' in text
    assert '2017-05-01 <a href="#source-1">[1]</a>' in text


def test_texts_are_shown_not_run(nasty: Store, tmp_path: Path) -> None:
    page = Page(exported(nasty, "html", tmp_path / "p.html").read_text(encoding="utf-8"))
    assert NASTY in page.words
    assert FORMULA in page.words


def test_an_address_that_is_no_web_address_is_no_link(tmp_path: Path) -> None:
    store = make_store(sources=[source(url="javascript:alert(1)//https://")])
    page = Page(exported(store, "html", tmp_path / "p.html").read_text(encoding="utf-8"))
    assert not [link for link in page.links if "javascript" in link]


def test_a_page_for_one_record_is_titled_after_it(nasty: Store, tmp_path: Path) -> None:
    chosen = {"meetings": nasty.table("meetings")[:1]}
    text = exported(nasty, "html", tmp_path / "p.html", chosen).read_text(encoding="utf-8")
    assert "<title>Meeting of the Committee of Secretaries, Astana</title>" in text
    assert "<nav" not in text
    assert text.count("<article") == 1
    assert "data version 1.0.0, as of 2020-12-31" in text
    assert 'href="https://example.org/odkb-page"' in text


def test_a_page_can_be_printed(nasty: Store, tmp_path: Path) -> None:
    text = exported(nasty, "html", tmp_path / "p.html").read_text(encoding="utf-8")
    assert "@media print" in text


def test_an_empty_page_says_so(nasty: Store, tmp_path: Path) -> None:
    page = Page(exported(nasty, "html", tmp_path / "p.html", {}).read_text(encoding="utf-8"))
    assert "No records." in page.words
    assert exported(nasty, "md", tmp_path / "p.md", {}).read_text(encoding="utf-8").endswith("\nNo records.\n")


def browser(*arguments: str, home: Path) -> str:
    """What headless Chromium prints."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home / 'profile'}", *arguments]
    env = {**os.environ, "HOME": str(home)}
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True, env=env).stdout


def test_a_browser_shows_the_page(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "html", tmp_path / "p.html")
    dom = browser("--dump-dom", path.as_uri(), home=tmp_path)
    assert "<h1>A small record</h1>" in dom
    assert dom.count("<article") == sum(len(nasty.table(name)) for name in TABLES if name not in ("meta", "sources"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in dom
    assert "<script" not in dom


def test_a_browser_prints_the_page(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "html", tmp_path / "p.html", {"meetings": nasty.table("meetings")})
    browser("--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'p.pdf'}", path.as_uri(), home=tmp_path)
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")


def test_markdown_is_read_as_it_was_meant(nasty: Store, tmp_path: Path) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed (it comes with Rich)")
    text = exported(nasty, "md", tmp_path / "p.md").read_text(encoding="utf-8")
    html = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert len(re.findall("<h3>", html)) == sum(len(nasty.table(name)) for name in TABLES if name not in ("meta", "sources"))
    assert "<th>person</th>" in html
    page = Page(html)
    assert any(NASTY in words for words in page.words)


def test_a_cell_cannot_break_its_table(tmp_path: Path) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed (it comes with Rich)")
    from tests.factories import seat

    store = make_store(meetings=[meeting(attendees=[seat(note="a | b\n| c \\| d")])])
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(exported(store, "md", tmp_path / "p.md").read_text(encoding="utf-8"))
    assert "a | b | c \\| d</td>" in html
