"""JSON-LD as an RDF store reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from csto_cli.publish import export
from csto_cli.store import Store
from tests.factories import (
    body,
    chairmanship,
    document,
    event,
    make_store,
    meeting,
    membership,
    office,
    official,
    post,
    seat,
    source,
    state,
)
from tests.publish.conftest import LINES, NASTY, exported

rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed (pip install 'csto-cli[test]')")

BASE = "https://example.org/csto.jsonld"


def test_a_triple_store_answers_in_terms_of_schema_org(nasty: Store, tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(
        data=exported(nasty, "jsonld", tmp_path / "c.jsonld").read_text(encoding="utf-8"), format="json-ld", publicID=BASE
    )
    asked = graph.query(
        """PREFIX s: <https://schema.org/>
           SELECT ?name ?start WHERE { ?m a s:Event ; s:attendee ?p ; s:startDate ?start . ?p s:name ?name . FILTER(lang(?name) = "ru") }"""
    )
    assert [(str(row.name), str(row.start)) for row in asked] == [("Нурлан Ермекбаев", "2018-05-24")]
    licence = graph.value(rdflib.URIRef(BASE + "#meta"), rdflib.URIRef("https://schema.org/license"))
    assert licence == rdflib.URIRef("https://spdx.org/licenses/CC0-1.0.html")
    names = {str(name) for name in graph.objects(rdflib.URIRef(BASE + "#minsk-2017-06-cssc"), rdflib.URIRef("https://schema.org/name"))}
    assert names == {NASTY}


def asked(path: Path, query: str) -> list[tuple[str, ...]]:
    """What a triple store answers, as texts in order; addresses without the file's own."""
    graph = rdflib.Graph().parse(data=path.read_text(encoding="utf-8"), format="json-ld", publicID=BASE)
    rows = graph.query("PREFIX s: <https://schema.org/> " + query)
    return sorted(tuple(str(value).removeprefix(BASE) for value in row) for row in rows)


def test_a_role_without_an_end_says_whether_it_goes_on(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "jsonld", tmp_path / "c.jsonld")
    ended = "?role s:description ?how . FILTER NOT EXISTS { ?role s:endDate ?end }"
    assert asked(path, f"SELECT ?who ?how WHERE {{ ?who s:hasOccupation ?role . {ended} }}") == [
        ("#nurlan-yermekbayev", "status: unknown"),
        ("#stanislav-zas", "status: current"),
    ]
    assert asked(path, f"SELECT ?who ?how WHERE {{ ?who s:memberOf ?role . {ended} }}") == [
        ("#armenia", "status: frozen"),
        ("#kazakhstan", "status: current"),
    ]
    assert asked(path, "SELECT ?how WHERE { ?who s:hasOccupation ?role . ?role s:description ?how ; s:endDate ?end }") == [
        ("acting, status: ended",)
    ]


def test_what_is_noted_of_a_post_and_of_a_membership_stays_with_it_and_what_states_it(tmp_path: Path) -> None:
    tie = membership(note="A tie.", sources=["odkb-page"])
    person = official("nurlan-yermekbayev", post(note="A post.", sources=["odkb-page"]))
    path = exported(make_store(states=[state(memberships=[tie])], officials=[person]), "jsonld", tmp_path / "c.jsonld")
    noted = "?role s:disambiguatingDescription ?note ; s:citation ?source"
    assert asked(path, f"SELECT ?who ?note ?source WHERE {{ ?who s:memberOf|s:hasOccupation ?role . {noted} }}") == [
        ("#kazakhstan", "A tie.", "#odkb-page"),
        ("#nurlan-yermekbayev", "A post.", "#odkb-page"),
    ]


def test_other_names_of_states_bodies_and_offices_are_there(tmp_path: Path) -> None:
    store = make_store(
        states=[state(official_name={"en": "Republic of Kazakhstan"}, aliases=["Kazakstan"])],
        bodies=[body("cssc", abbr={"en": "CSSC"}, aliases=["Committee"]), body("csto")],
        offices=[office(aliases=["secretary of the council"])],
    )
    assert asked(exported(store, "jsonld", tmp_path / "c.jsonld"), "SELECT ?what ?name WHERE { ?what s:alternateName ?name }") == [
        ("#cssc", "CSSC"),
        ("#cssc", "Committee"),
        ("#kazakhstan", "Kazakstan"),
        ("#kazakhstan", "Republic of Kazakhstan"),
        ("#security-council-secretary", "secretary of the council"),
    ]


def test_what_was_announced_for_a_turn_in_the_chair_describes_it(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "jsonld", tmp_path / "c.jsonld")
    assert asked(path, "SELECT ?said WHERE { ?turn a s:OrganizationRole ; s:description ?said }") == [(LINES,), ("one",), ("two",)]


def test_a_copy_says_whose_text_it_is(tmp_path: Path) -> None:
    path = exported(make_store(sources=[source(text_of="Agency", note="A mirror.")]), "jsonld", tmp_path / "c.jsonld")
    query = "SELECT ?source ?said ?note WHERE { ?source a s:WebPage ; s:description ?said ; s:disambiguatingDescription ?note }"
    assert asked(path, query) == [("#odkb-page", "Text of Agency. Read 2020-12-31", "A mirror.")]


def test_nothing_is_said_to_be_held_or_passed_that_is_not_known_to_have_been(tmp_path: Path) -> None:
    plans = [document("a", adopted_by="cssc", summary="A plan."), document("b", adopted_by="cssc", events=[event(action="expected")])]
    store = make_store(meetings=[meeting(summary="They met."), meeting("c", status="scheduled", summary="It was named.")], documents=plans)
    path = exported(store, "jsonld", tmp_path / "c.jsonld")
    assert asked(path, "SELECT ?plan ?body WHERE { ?plan s:legislationPassedBy ?body }") == [("#a", "#cssc")]
    assert asked(path, "SELECT ?one ?said WHERE { ?one a ?kind ; s:description ?said . FILTER(?kind IN (s:Event, s:Legislation)) }") == [
        ("#a", "A plan."),
        ("#astana-2018-05-cssc", "They met."),
        ("#b", "Only expected: no report that it was signed or adopted was seen."),
        ("#c", "It was named. Only scheduled: no report that it was held was seen."),
    ]


def test_who_sat_there_under_a_name_alone_is_named(tmp_path: Path) -> None:
    seats = [seat(), seat(None, name_as_stated="A. Nonymous"), seat(None, name_as_stated="N. Obody", presence="absent")]
    path = exported(make_store(meetings=[meeting(attendees=seats)]), "jsonld", tmp_path / "c.jsonld")
    assert asked(path, "SELECT ?name WHERE { ?meeting s:attendee ?person . ?person s:name ?name }") == [
        ("A. Nonymous",),
        ("Nurlan Yermekbayev",),
    ]


def test_a_turn_in_the_chair_is_that_of_a_state_and_of_a_person(tmp_path: Path) -> None:
    store = make_store(chairmanships=[chairmanship(chair="nurlan-yermekbayev"), chairmanship(year=2019)])
    query = "SELECT ?turn ?type ?who WHERE { ?turn a s:OrganizationRole ; s:member ?who . ?who a ?type }"
    assert asked(exported(store, "jsonld", tmp_path / "c.jsonld"), query) == [
        ("#chairmanship-kazakhstan-2018", "https://schema.org/Country", "#kazakhstan"),
        ("#chairmanship-kazakhstan-2018", "https://schema.org/Person", "#nurlan-yermekbayev"),
        ("#chairmanship-kazakhstan-2019", "https://schema.org/Country", "#kazakhstan"),
    ]


def test_every_record_is_a_node(whole: Store, tmp_path: Path) -> None:
    data = json.loads(exported(whole, "jsonld", tmp_path / "c.jsonld").read_text(encoding="utf-8"))
    ids = {node["@id"] for node in data["@graph"]}
    tables = ("states", "officials", "offices", "bodies", "meetings", "exercises", "documents", "chairmanships", "topics", "sources")
    assert ids == {"#meta"} | {f"#{record['id']}" for name in tables for record in whole.table(name)}
    graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld", publicID=BASE)
    event = rdflib.URIRef("https://schema.org/Event")
    assert len(set(graph.subjects(rdflib.RDF.type, event))) == len(whole.table("meetings")) + len(whole.table("exercises"))


def test_marks_of_doubt_are_taken_off_and_counted(nasty: Store, tmp_path: Path) -> None:
    notes = export(nasty, None, "jsonld", tmp_path / "c.jsonld")
    assert notes == [
        "dates that lost their mark of being approximate or uncertain, as schema.org has none: 3",
        "records on which sources disagree, of which jsonld holds the preferred values only: 3",
    ]
    nodes = {node["@id"]: node for node in json.loads((tmp_path / "c.jsonld").read_text(encoding="utf-8"))["@graph"]}
    assert nodes["#csto"]["foundingDate"] == "2002-10"
    assert nodes["#nurlan-yermekbayev"]["hasOccupation"][1]["startDate"] == "2010"


def test_no_context_has_to_be_fetched(nasty: Store, tmp_path: Path) -> None:
    context = json.loads(exported(nasty, "jsonld", tmp_path / "c.jsonld").read_text(encoding="utf-8"))["@context"]
    assert isinstance(context, dict)


def test_a_chair_who_has_no_seat_of_his_own_attended(tmp_path: Path) -> None:
    store = make_store(meetings=[meeting(attendees=None)])
    nodes = json.loads(exported(store, "jsonld", tmp_path / "c.jsonld").read_text(encoding="utf-8"))["@graph"]
    (event,) = (node for node in nodes if node["@id"] == "#astana-2018-05-cssc")
    assert event["attendee"] == ["#nurlan-yermekbayev"]
