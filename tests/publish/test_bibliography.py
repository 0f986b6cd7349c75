"""BibTeX, CSL-JSON and RIS as their readers take them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from csto_cli.publish.bibtex import address, escaped
from csto_cli.publish.csl_json import csl_date
from csto_cli.publish.entries import date_parts
from csto_cli.publish.ris import ris_date
from csto_cli.store import Store
from tests.publish.conftest import FORMULA, NASTY, exported
from tests.publish.contracts import CSL, published


def expected_ids(store: Store) -> list[str]:
    """Documents, then sources."""
    return [record["id"] for table in ("documents", "sources") for record in store.table(table)]


def bib(path: Path) -> dict[str, Any]:
    """Entries by key, LaTeX decoded, as bibtexparser reads them; not one may be broken."""
    bibtexparser = pytest.importorskip(
        "bibtexparser", minversion="2.0", reason="bibtexparser 2 is not installed (pip install 'csto-cli[test]')"
    )
    from bibtexparser.middlewares import LatexDecodingMiddleware, RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware

    library = bibtexparser.parse_string(
        path.read_text(encoding="utf-8"),
        parse_stack=[ResolveStringReferencesMiddleware(), RemoveEnclosingMiddleware(), LatexDecodingMiddleware()],
    )
    assert library.failed_blocks == []
    return {entry.key: entry.fields_dict for entry in library.entries}


def plain(text: str) -> str:
    """The reader's text with the circumflex that it writes for TeX's own put back."""
    return text.replace("\u02c6", "^")


def test_bibtexparser_reads_every_entry(either: Store, tmp_path: Path) -> None:
    assert list(bib(exported(either, "bibtex", tmp_path / "c.bib"))) == expected_ids(either)


def test_bibtexparser_gives_back_the_texts(nasty: Store, tmp_path: Path) -> None:
    entries = bib(exported(nasty, "bibtex", tmp_path / "c.bib"))
    assert plain(entries["book"]["title"].value.strip("{}")) == NASTY
    assert entries["book"]["author"].value == "Doe, Roe & Sons"
    assert (entries["book"]["year"].value, entries["book"]["month"].value) == ("2003", "apr")
    assert "day" not in entries["book"]
    assert entries["book"]["note"].value.startswith("Collected Acts, 2003, p. 5")
    assert entries["odkb-page"]["title"].value == "Страница"
    assert entries["odkb-page"]["note"].value == "The date is approximate"
    assert entries["odkb-page"]["urldate"].value == "2020-12-31"
    assert "  url = {https://example.org/a_b%20c?x=1&y=%7B2%7D},\n" in (tmp_path / "c.bib").read_text(encoding="utf-8")


def test_pybtex_formats_every_entry_without_a_warning(either: Store, tmp_path: Path) -> None:
    pytest.importorskip("pybtex", reason="pybtex is not installed (pip install 'csto-cli[test]')")
    from pybtex.database import parse_string
    from pybtex.plugin import find_plugin

    data = parse_string(exported(either, "bibtex", tmp_path / "c.bib").read_text(encoding="utf-8"), "bibtex")
    assert {entry.type for entry in data.entries.values()} == {"misc"}
    style = find_plugin("pybtex.style.formatting", "plain")()
    formatted = list(style.format_bibliography(data))
    assert len(formatted) == len(expected_ids(either))


def test_an_institution_is_one_author_whatever_its_name_holds(nasty: Store, tmp_path: Path) -> None:
    pytest.importorskip("pybtex", reason="pybtex is not installed (pip install 'csto-cli[test]')")
    from pybtex.database import parse_string

    data = parse_string(exported(nasty, "bibtex", tmp_path / "c.bib").read_text(encoding="utf-8"), "bibtex")
    (author,) = data.entries["book"].persons["author"]
    assert author.last_names == [r"{Doe, Roe \& Sons}"]
    assert author.first_names == []


@pytest.mark.parametrize("text", ["50% & more", "a_b #1 {x} $5", r"back\slash", "~ and ^", "}{"])
def test_tex_shows_what_was_written(text: str) -> None:
    latex = pytest.importorskip("pylatexenc.latex2text", reason="pylatexenc is not installed (it comes with bibtexparser)")
    made = escaped(text)
    assert plain(latex.LatexNodes2Text(keep_comments=True).latex_to_text(made)) == text
    assert made.count("{") - made.count(r"\{") == made.count("}") - made.count(r"\}")


def test_an_address_cannot_end_its_field() -> None:
    assert address("https://e.org/{a}\\b c") == "https://e.org/%7Ba%7D%5Cb%20c"


def test_csl_json_has_the_form_that_processors_read(either: Store, tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (pip install 'csto-cli[test]')")
    items = json.loads(exported(either, "csl-json", tmp_path / "c.json").read_text(encoding="utf-8"))
    jsonschema.validate(items, CSL)
    assert [item["id"] for item in items] == expected_ids(either)


def test_the_published_csl_schema_accepts_it(either: Store, tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (pip install 'csto-cli[test]')")
    schema = json.loads(published("csl-data.json").read_text(encoding="utf-8"))
    items = json.loads(exported(either, "csl-json", tmp_path / "c.json").read_text(encoding="utf-8"))
    jsonschema.validate(items, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{**items[0], "type": "page"}], schema)


def test_a_citation_processor_formats_csl_json(nasty: Store, tmp_path: Path) -> None:
    pytest.importorskip("citeproc", reason="citeproc-py is not installed (pip install 'csto-cli[test]')")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = json.loads(exported(nasty, "csl-json", tmp_path / "c.json").read_text(encoding="utf-8"))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    lines = [str(line) for line in bibliography.bibliography()]
    assert any("Doe, Roe & Sons" in line and "2003" in line for line in lines), lines


def test_rispy_reads_every_entry(either: Store, tmp_path: Path) -> None:
    rispy = pytest.importorskip("rispy", reason="rispy is not installed (pip install 'csto-cli[test]')")
    path = exported(either, "ris", tmp_path / "c.ris")
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    entries = rispy.loads(path.read_text(encoding="utf-8"))
    assert [entry["id"] for entry in entries] == expected_ids(either)
    assert all("unknown_tag" not in entry for entry in entries)


def test_rispy_gives_back_the_texts(nasty: Store, tmp_path: Path) -> None:
    rispy = pytest.importorskip("rispy", reason="rispy is not installed (pip install 'csto-cli[test]')")
    entries = {entry["id"]: entry for entry in rispy.loads(exported(nasty, "ris", tmp_path / "c.ris").read_text(encoding="utf-8"))}
    assert entries["book"]["title"] == NASTY
    assert (entries["book"]["year"], entries["book"]["date"]) == ("2003", "2003/04//")
    assert entries["book"]["publisher"] == "Doe, Roe & Sons"
    assert "authors" not in entries["book"], "a comma would make a surname of it"
    assert entries["odkb-page"]["authors"] == ["CSTO"]
    assert entries["odkb-page"]["urls"] == ["https://example.org/odkb-page"]
    assert entries["odkb-page"]["access_date"] == "2020/12/31/"
    assert entries["action-plan-2018"]["title"] == FORMULA


@pytest.mark.parametrize(
    ("stored", "parts", "ris"),
    [("2018-05-24", [2018, 5, 24], "2018/05/24/"), ("2018-05?", [2018, 5], "2018/05//"), ("2018~", [2018], "2018///"), ("", [], "")],
)
def test_dates_are_never_sharper_than_the_record(stored: str, parts: list[int], ris: str) -> None:
    assert date_parts(stored) == parts
    assert ris_date(stored) == ris
    assert (csl_date(stored) or {}).get("date-parts", [[]]) == [parts]
    assert (csl_date(stored) or {}).get("circa", False) is stored.endswith(("~", "?"))


def test_chosen_records_bring_their_sources_alone(nasty: Store, tmp_path: Path) -> None:
    items = json.loads(
        exported(nasty, "csl-json", tmp_path / "c.json", {"exercises": nasty.table("exercises")}).read_text(encoding="utf-8")
    )
    assert [item["id"] for item in items] == ["odkb-page"]
