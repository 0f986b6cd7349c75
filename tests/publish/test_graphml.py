"""GraphML as NetworkX reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from csto_cli.store import Store
from tests.factories import make_store, meeting
from tests.publish.conftest import NASTY, exported

networkx = pytest.importorskip("networkx", reason="networkx is not installed (pip install 'csto-cli[test]')")


def test_people_bodies_and_meetings_are_nodes(either: Store, tmp_path: Path) -> None:
    graph = networkx.read_graphml(exported(either, "graphml", tmp_path / "c.graphml"))
    assert not graph.is_directed()
    assert not graph.is_multigraph()
    for table, kind in (("officials", "person"), ("bodies", "body"), ("meetings", "meeting")):
        assert {node for node, data in graph.nodes(data=True) if data["kind"] == kind} == {record["id"] for record in either.table(table)}


def test_who_met_whom(nasty: Store, tmp_path: Path) -> None:
    graph = networkx.read_graphml(exported(nasty, "graphml", tmp_path / "c.graphml"))
    assert graph.edges["nurlan-yermekbayev", "stanislav-zas"] == {"relation": "met", "meetings": 1}
    assert graph.edges["nurlan-yermekbayev", "astana-2018-05-cssc"]["relation"] == "chaired"
    assert graph.edges["stanislav-zas", "astana-2018-05-cssc"]["role"] == "secretary-general"
    assert graph.edges["astana-2018-05-cssc", "cssc"]["relation"] == "of"
    assert graph.edges["cssc", "csto"]["relation"] == "part"
    assert graph.nodes["minsk-2017-06-cssc"]["label"] == NASTY


def test_meetings_together_are_counted_on_the_record(whole: Store, tmp_path: Path) -> None:
    graph = networkx.read_graphml(exported(whole, "graphml", tmp_path / "c.graphml"))
    one, other, most = max(
        ((one, other, data["meetings"]) for one, other, data in graph.edges(data=True) if data["relation"] == "met"),
        key=lambda edge: edge[2],
    )
    attended = {"attended", "chaired"}
    together = [
        record["id"]
        for record in whole.table("meetings")
        if record["status"] == "held"
        and all(
            graph.has_edge(person, record["id"]) and graph.edges[person, record["id"]]["relation"] in attended for person in (one, other)
        )
    ]
    assert len(together) == most > 1


def test_who_stayed_away_met_nobody(tmp_path: Path) -> None:
    from tests.factories import official, seat

    seats = [seat("a"), seat("b", presence="absent"), seat("c", presence="represented"), seat("d", role="chair", presence="announced")]
    store = make_store(
        officials=[official("a"), official("b"), official("c"), official("d")], meetings=[meeting(attendees=seats, chair=None)]
    )
    graph = networkx.read_graphml(exported(store, "graphml", tmp_path / "c.graphml"))
    relations = {person: graph.edges[person, "astana-2018-05-cssc"]["relation"] for person in "abcd"}
    assert relations == {"a": "attended", "b": "absent", "c": "absent", "d": "announced"}
    assert not [edge for edge in graph.edges(data=True) if edge[2]["relation"] == "met"]


def test_characters_that_xml_has_not_are_replaced(tmp_path: Path) -> None:
    store = make_store(meetings=[meeting(name={"en": "A\x00B\x1b & <c>"})])
    graph = networkx.read_graphml(exported(store, "graphml", tmp_path / "c.graphml"))
    assert graph.nodes["astana-2018-05-cssc"]["label"] == "A\ufffdB\ufffd & <c>"


def test_a_chair_who_has_no_seat_of_his_own_chaired_what_was_held(tmp_path: Path) -> None:
    for status, relation in (("held", "chaired"), ("scheduled", "announced")):
        store = make_store(meetings=[meeting(attendees=None, status=status)])
        graph = networkx.read_graphml(exported(store, "graphml", tmp_path / f"{status}.graphml"))
        assert graph.edges["nurlan-yermekbayev", "astana-2018-05-cssc"]["relation"] == relation
