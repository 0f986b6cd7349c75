"""Citations of any record: what it is, what states it, when that was read, which version of the data."""

from __future__ import annotations

import json

import pytest

from csto_cli.model import TABLES, Record
from csto_cli.publish import STYLES, cite
from csto_cli.publish.entries import states_line
from csto_cli.publish.parts import part_of
from csto_cli.store import Store
from tests.factories import KINDS_OF_SOURCE, SOURCE, document, event, exercise, make_store, meeting, official, post, seat, source
from tests.publish.contracts import CSL, published
from tests.readme import ROOT


def the(store: Store, record_id: str) -> dict[str, object]:
    """The record with this id."""
    record = store.get(record_id)
    assert record is not None
    return record


def test_no_record_is_the_data_set(store: Store) -> None:
    assert cite(store, []) == (
        "The csto maintainers. A small record. Data version 1.0.0, as of 2020-12-31. Licence: CC0-1.0, https://spdx.org/licenses/CC0-1.0.html.\n"
    )
    assert cite(store, [], "bibtex") == (
        "@misc{csto-data-1-0-0,\n  author = {{The csto maintainers}},\n  title = {{A small record}},\n"
        "  year = {2020},\n  month = dec,\n  day = {31},\n"
        "  note = {Version 1.0.0. Licence: CC0-1.0, https://spdx.org/licenses/CC0-1.0.html},\n}\n"
    )


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("text", "The csto maintainers. A small record. "),
        ("bibtex", "  author = {{The csto maintainers}},\n"),
        ("csl-json", '"publisher": "The csto maintainers"'),
        ("ris", "AU  - The csto maintainers\nPB  - The csto maintainers\n"),
        ("markdown", "The csto maintainers. *A small record*. "),
    ],
)
def test_every_style_names_the_author_that_the_citation_file_names(store: Store, style: str, said: str) -> None:
    assert said in cite(store, [], style)
    assert '\nauthors:\n  - name: "The csto maintainers"\n' in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_a_meeting_comes_with_its_sources(store: Store) -> None:
    assert cite(store, [the(store, "astana-2018-05-cssc")]) == (
        "Meeting of the Committee of Secretaries, Astana. 2018-05-24. Astana, Kazakhstan. "
        "In: A small record, data version 1.0.0, as of 2020-12-31. Record astana-2018-05-cssc.\n"
        "[1] CSTO. https://example.org/odkb-page Read 2020-12-31. Cited for: the record as a whole.\n"
    )


def test_nested_sources_are_there_with_what_they_state(nasty: Store) -> None:
    lines = cite(nasty, [the(nasty, "astana-2018-05-cssc")]).splitlines()
    assert "2018-05-24 to 2018-05-25" in lines[0]
    assert lines[2].startswith("[2] Doe, Roe & Sons. ")
    assert lines[2].endswith("Read 2020-12-31. Cited for: attendee 1; documents reported; disputed value 1.")


def test_a_part_is_cited_with_its_own_sources_only(nasty: Store) -> None:
    part = part_of("states", the(nasty, "armenia"), "memberships", 1)
    assert part is not None
    lines = cite(nasty, [part]).splitlines()
    assert lines[0].startswith("Armenia; membership: The CSTO, member, since 2003-09-18, frozen. In: A small record")
    assert [line[:24] for line in lines[1:]] == ["[1] Doe, Roe & Sons. He "]
    assert "@misc{armenia-memberships-1," in cite(nasty, [part], "bibtex")


def test_a_part_is_cited_as_such_though_its_record_holds_nothing_else() -> None:
    store = make_store(officials=[official("nurlan-yermekbayev", post(sources=None))])
    whole = the(store, "nurlan-yermekbayev")
    part = part_of("officials", whole, "posts", 1)
    assert part == whole
    assert "@misc{nurlan-yermekbayev-posts-1," in cite(store, [part], "bibtex")
    assert "@misc{nurlan-yermekbayev," in cite(store, [whole], "bibtex")


def test_several_parts_rest_on_those_of_the_record_too_where_one_names_none() -> None:
    seats = [seat("a", sources=["press"]), seat("b")]
    store = make_store(sources=KINDS_OF_SOURCE, meetings=[meeting(attendees=seats)])
    whole = part_of("meetings", the(store, "astana-2018-05-cssc"), "attendees", None)
    one = part_of("meetings", the(store, "astana-2018-05-cssc"), "attendees", 1)
    assert whole is not None
    assert one is not None
    assert len(cite(store, [whole]).splitlines()) == 3
    assert len(cite(store, [one]).splitlines()) == 2


def test_a_part_without_sources_rests_on_those_of_the_record(nasty: Store) -> None:
    part = part_of("officials", the(nasty, "stanislav-zas"), "posts", 1)
    assert part is not None
    assert part["sources"] == ["odkb-page"]
    assert part_of("officials", the(nasty, "stanislav-zas"), "posts", 2) is None
    assert part_of("officials", the(nasty, "stanislav-zas"), "posts", 0) is None
    assert part_of("officials", the(nasty, "stanislav-zas"), "name", None) is None
    assert part_of("officials", the(nasty, "stanislav-zas"), "nonsense", None) is None


def test_a_part_says_what_it_is_in_the_words_of_a_reader() -> None:
    name = {"en": "Stanislav Zas", "ru": "Станислав Зась"}
    acting = official("zas", post(acting=True), post("secretary-general", organization="csto", start=None, end="2022"), name=name)
    seats = [seat("zas", name_as_stated="Stanislav Zas"), seat("zas", name_as_stated="Stanislav Zassev")]
    store = make_store(officials=[acting], meetings=[meeting(attendees=seats)])

    def said(table: str, record_id: str, field: str, number: int, lang: str = "en") -> str:
        part = part_of(table, the(store, record_id), field, number)
        assert part is not None
        return cite(store, [part], "text", lang).partition(" In: ")[0]

    assert said("officials", "zas", "posts", 1) == (
        "Stanislav Zas; post: Security council secretary, 2016-12-28 to 2018-12-26, ended, acting."
    )
    assert said("officials", "zas", "posts", 2) == "Stanislav Zas; post: secretary-general, The CSTO, until 2022, ended."
    where = "Meeting of the Committee of Secretaries, Astana; attendee: {}, Kazakhstan, Security council secretary, member. {}"
    assert said("meetings", "astana-2018-05-cssc", "attendees", 1) == where.format("Stanislav Zas", "2018-05-24. Astana, Kazakhstan.")
    assert said("meetings", "astana-2018-05-cssc", "attendees", 2, "ru") == where.format(
        "Станислав Зась, named as Stanislav Zassev", "2018-05-24. Астана, Kazakhstan."
    )


def test_a_record_without_a_name_is_described(store: Store) -> None:
    assert cite(store, [the(store, "chairmanship-kazakhstan-2018")]).startswith("Chairmanship: Kazakhstan, 2018-01-01 to 2018-12-31. In: ")


def test_a_document_is_cited_as_itself(nasty: Store) -> None:
    assert cite(nasty, [the(nasty, "charter")]).startswith(
        "The CSTO. Action plan. 2002-10. Record charter of A small record, data version 1.0.0, as of 2020-12-31.\n"
    )
    item = json.loads(cite(nasty, [the(nasty, "charter")], "csl-json"))[0]
    assert item["type"] == "treaty"
    assert item["issued"] == {"date-parts": [[2002, 10]]}


def test_markdown_shows_texts_as_they_are(nasty: Store) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed (it comes with Rich)")
    page = markdown_it.MarkdownIt("commonmark").render(cite(nasty, [the(nasty, "minsk-2017-06-cssc"), the(nasty, "book")], "markdown"))
    assert "<script>" not in page
    assert "javascript:r" in page
    assert "<a href" in page
    assert 'href="javascript' not in page
    assert "_y_ ~z ^w \\v $u | `t`" in page


SPELLS = [
    (meeting(end_date="2018-05-25"), "2018-05-24 to 2018-05-25", {"date-parts": [[2018, 5, 24], [2018, 5, 25]]}),
    (meeting(end_date="2018-05-25?"), "2018-05-24 to 2018-05-25?", {"date-parts": [[2018, 5, 24], [2018, 5, 25]], "circa": True}),
    (meeting(), "2018-05-24", {"date-parts": [[2018, 5, 24]]}),
    (exercise(end="2018-11"), "2018-10-10 to 2018-11", {"date-parts": [[2018, 10, 10], [2018, 11]]}),
    (exercise(end=None), "from 2018-10-10", {"literal": "from 2018-10-10"}),
    (exercise(start=None), "until 2018-10-13", {"literal": "until 2018-10-13"}),
    (exercise(start="2018", end=None), "2018", {"date-parts": [[2018]]}),
]
"""Events, and when they were, in words and as a CSL date."""


@pytest.mark.parametrize(("record", "when", "csl"), SPELLS)
def test_every_style_has_the_last_day_of_an_event_or_says_that_it_is_open(record: Record, when: str, csl: Record) -> None:
    table = "meetings" if "date" in record else "exercises"
    store = make_store(documents=[], **{"meetings": [], "exercises": [], table: [record]})
    said = when[0].upper() + when[1:]
    stop = "" if said.endswith("?") else "."
    assert f". {said}{stop} " in cite(store, [record]).splitlines()[0]
    assert f"*. {said}{stop} " in cite(store, [record], "markdown").splitlines()[0]
    assert f"note = {{{said}, " in cite(store, [record], "bibtex") or f"note = {{{said}. " in cite(store, [record], "bibtex")
    assert f"N1  - Held {when}\n" in cite(store, [record], "ris")
    assert json.loads(cite(store, [record], "csl-json"))[0]["event-date"] == csl


@pytest.mark.parametrize(
    ("table", "record", "said"),
    [
        ("meetings", meeting(), ""),
        ("meetings", meeting(status="scheduled"), ". Only scheduled: no report that it was held was seen"),
        ("meetings", meeting(status="cancelled"), ". It was cancelled"),
        ("exercises", exercise(status="announced"), ". Only announced: no report that it was held was seen"),
    ],
)
def test_nothing_is_cited_as_held_that_is_not_known_to_have_been(table: str, record: Record, said: str) -> None:
    store = make_store(documents=[], **{"meetings": [], "exercises": [], table: [record]})
    lines = cite(store, [record], "ris").splitlines()
    assert ("N1  - Planned 2018-" in "\n".join(lines)) is bool(said)
    assert ("N1  - Held 2018-" in "\n".join(lines)) is not bool(said)
    assert f"N1  - Record {record['id']}{said}" in lines
    assert cite(store, [record]).splitlines()[0].endswith(f"Record {record['id']}{said}.")
    assert f"Record {record['id']}{said}}}" in cite(store, [record], "bibtex")
    assert json.loads(cite(store, [record], "csl-json"))[0]["note"] == f"Record {record['id']}{said}"


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        (["expected"], ". Only expected: no report that it was signed or adopted was seen."),
        (["expected", "cleared"], ". A draft agreed for a higher organ: no report that it was signed or adopted was seen."),
        (["not-signed"], ". It was put forward and not signed."),
        (["expected", "signed"], "."),
        ([], "."),
    ],
)
def test_a_document_of_which_nothing_is_known_to_have_been_done_is_cited_as_such(actions: list[str], said: str) -> None:
    store = make_store(documents=[document(events=[event(action=action) for action in actions])])
    assert cite(store, [the(store, "action-plan-2018")]).splitlines()[0].endswith(f", data version 1.0.0, as of 2020-12-31{said}")


def test_a_citation_processor_reads_the_days_of_events() -> None:
    pytest.importorskip("citeproc", reason="citeproc-py is not installed (pip install 'csto-cli[test]')")
    from citeproc.source import DateRange, LiteralDate
    from citeproc.source.json import CiteProcJSON

    store = make_store(meetings=[meeting(end_date="2018-05-25")], exercises=[exercise(end=None)])
    read = CiteProcJSON(json.loads(cite(store, [the(store, "astana-2018-05-cssc"), the(store, "rubezh-2018")], "csl-json")))
    days, open_ended = read["astana-2018-05-cssc"]["event_date"], read["rubezh-2018"]["event_date"]
    assert isinstance(days, DateRange)
    assert [(day.year, day.month, day.day) for day in (days.begin, days.end)] == [(2018, 5, 24), (2018, 5, 25)]
    assert isinstance(open_ended, LiteralDate)
    assert open_ended.text == "from 2018-10-10"


def test_the_days_of_events_are_what_csl_json_takes(whole: Store) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (pip install 'csto-cli[test]')")
    items = json.loads(cite(whole, [*whole.table("meetings"), *whole.table("exercises")], "csl-json"))
    jsonschema.validate(items, CSL)
    days = {item["id"]: item.get("event-date") for item in items}
    assert days["almaty-2018-04-ksbnm"] == {"date-parts": [[2018, 4, 26], [2018, 4, 27]]}
    assert days["unbreakable-brotherhood-2012"] == {"literal": "from 2012-10-08"}
    jsonschema.validate(items, json.loads(published("csl-data.json").read_text(encoding="utf-8")))


def test_sources_shared_by_two_records_come_once(store: Store) -> None:
    records = [the(store, "astana-2018-05-cssc"), the(store, "rubezh-2018")]
    assert [item["id"] for item in json.loads(cite(store, records, "csl-json"))] == ["astana-2018-05-cssc", "odkb-page", "rubezh-2018"]


def test_a_citation_says_on_what_sources_disagree() -> None:
    def disputed(*paths: str) -> list[Record]:
        return [{"field": path, "value": "x", "sources": [SOURCE], "reason": "two sources"} for path in paths]

    posts = [post(end="2017-12-31", status="ended"), post(start="2019-01-01", disputes=disputed("start", "start", "end"))]
    store = make_store(
        officials=[official("a", *posts)],
        meetings=[meeting(attendees=[seat()], disputes=disputed("place.en", "attendees.0.person", "documents_reported.count"))],
    )
    part = part_of("officials", the(store, "a"), "posts", 2)
    assert part is not None
    said = [cite(store, [record]).splitlines()[0] for record in (the(store, "a"), part, the(store, "astana-2018-05-cssc"))]
    assert [line.rpartition("Record ")[2] for line in said] == [
        "a. Sources disagree on post 2: start, end.",
        "a:posts:2. Sources disagree on post 2: start, end.",
        "astana-2018-05-cssc. Sources disagree on place, attendee 1, documents reported.",
    ]


def test_what_a_source_states_is_short() -> None:
    assert states_line(["", "attendees 1", "attendees 2", "attendees 3", "attendees 5", "posts 2, attested 1"]) == (
        "the record as a whole; attendees 1-3, 5; post 2, attested day 1"
    )
    assert states_line(["events 1", "disputes 1", "disputes 2", "documents_reported", "memberships 1, disputes 2"]) == (
        "event 1; disputed values 1-2; documents reported; membership 1, disputed value 2"
    )


def test_a_page_without_a_title_gets_none_where_the_style_can_do_without(store: Store) -> None:
    page = the(store, "odkb-page")
    assert cite(store, [page]) == "CSTO. https://example.org/odkb-page Read 2020-12-31.\n"
    assert cite(store, [page], "markdown") == "CSTO. [example.org/odkb-page](<https://example.org/odkb-page>). Read 2020-12-31.\n"
    assert json.loads(cite(store, [page], "csl-json"))[0]["title"] == "[Page at example.org/odkb-page]"
    assert "title = {{[Page at example.org/odkb-page]}}" in cite(store, [page], "bibtex")
    assert "TI  - [Page at example.org/odkb-page]\n" in cite(store, [page], "ris")
    assert json.loads(cite(make_store(sources=[source(url=None)]), [source(url=None)], "csl-json"))[0]["title"] == "[Untitled]"


@pytest.mark.parametrize("style", STYLES)
def test_every_record_can_be_cited_in_every_style(either: Store, style: str) -> None:
    for table in TABLES:
        for record in either.table(table):
            text = cite(either, [record], style)
            assert text.endswith("\n")
            assert record["id"] in text or table in ("meta", "sources", "documents"), record["id"]


def test_names_are_in_the_language_asked_for_where_the_record_has_them() -> None:
    plan = {"title": {"en": "Plan of action", "ru": "План действий"}, "date": None}
    made = make_store(documents=[document("plan-2018", **plan), document("other-2018", title={"en": "Other plan"})])
    found = made.table("documents")
    assert cite(made, found[:1], "text", "ru").startswith("План действий. 2018-05-24.")
    assert cite(made, found[1:], "text", "ru").startswith("Other plan. ")
    assert '"language": "ru"' in cite(made, found[:1], "csl-json", "ru")
