"""GraphML: people, bodies and meetings as nodes; who sat at which meeting, of which body it was, and who met whom how often.

Edges have a `relation`: `attended` (a person sat at a meeting), `absent` (did not come, or was represented), `announced` (and not
reported there), `chaired`, `of` (a meeting of a body), `part` (a body of its parent) and `met` (two people, with the number of meetings
at which both sat). Nodes of a filtered export say whether they were `chosen`, or are there because those refer to them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from csto_cli.model import AWAY, UNSEEN, Record
from csto_cli.publish.plainly import xml_text
from csto_cli.publish.selection import Selection, chosen_ids, closure_note
from csto_cli.queries.seats import seats_at
from csto_cli.store import Store, label_of

NODES = ("officials", "bodies", "meetings")
"""The tables whose records are nodes."""

NODE_KEYS = {"kind": "string", "label": "string", "state": "string", "date": "string", "status": "string", "chosen": "boolean"}
EDGE_KEYS = {"relation": "string", "role": "string", "office": "string", "presence": "string", "meetings": "int"}


class Edge(NamedTuple):
    """Two nodes and what the edge says, in words."""

    source: str
    target: str
    data: dict[str, str]


def targets(path: Path) -> list[Path]:
    """The one file that an export makes."""
    return [path]


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the undirected graph into `scratch`; returns notes."""
    with (scratch / path.name).open("w", encoding="utf-8", newline="\n") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for domain, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
            for key, kind in keys.items():
                out.write(f'  <key id="{domain}_{key}" for="{domain}" attr.name="{key}" attr.type="{kind}"/>\n')
        out.write('  <graph id="csto" edgedefault="undirected">\n')
        chosen = chosen_ids(picked)
        for node, data in _nodes(picked, each):
            told = {} if chosen is None else {"chosen": str(any(node in ids for ids in chosen.values())).lower()}
            out.write(f"    <node id={quoteattr(node)}>{_data('node', data | told)}</node>\n")
        for edge in _edges(store, picked, each):
            out.write(f"    <edge source={quoteattr(edge.source)} target={quoteattr(edge.target)}>{_data('edge', edge.data)}</edge>\n")
        out.write("  </graph>\n</graphml>\n")
    return closure_note(picked, NODES)


def _data(domain: str, data: dict[str, str]) -> str:
    return "".join(f'<data key="{domain}_{key}">{escape(xml_text(value))}</data>' for key, value in data.items() if value)


def _nodes(picked: Selection, each: Callable[[], None]) -> Iterator[tuple[str, dict[str, str]]]:
    for record in picked.tables["officials"]:
        yield record["id"], {"kind": "person", "label": label_of(record), "state": record.get("state", "")}
        each()
    for record in picked.tables["bodies"]:
        yield record["id"], {"kind": "body", "label": label_of(record)}
        each()
    for record in picked.tables["meetings"]:
        data = {"kind": "meeting", "label": label_of(record), "date": record["date"], "status": record["status"]}
        yield record["id"], {**data, "state": record.get("country", "")}


def _edges(store: Store, picked: Selection, each: Callable[[], None]) -> Iterator[Edge]:
    for body in picked.tables["bodies"]:
        if "parent" in body and body["parent"] != body["id"]:
            yield Edge(body["id"], body["parent"], {"relation": "part"})
    met: Counter[tuple[str, str]] = Counter()
    for meeting in picked.tables["meetings"]:
        for held_by in dict.fromkeys(meeting["bodies"]):
            yield Edge(meeting["id"], held_by, {"relation": "of"})
        seats = _seats(store, meeting)
        for person, data in seats.items():
            yield Edge(person, meeting["id"], data)
        present = sorted(person for person, data in seats.items() if data["relation"] in ("attended", "chaired"))
        if meeting["status"] == "held":
            met.update(combinations(present, 2))
        each()
    for (one, other), many in sorted(met.items()):
        yield Edge(one, other, {"relation": "met", "meetings": str(many)})


def _seats(store: Store, meeting: Record) -> dict[str, dict[str, str]]:
    """One edge for each person named at a meeting."""
    seats: dict[str, dict[str, str]] = {}
    for seat in seats_at(store, meeting):
        if "person" in seat and seat["person"] not in seats:
            seats[seat["person"]] = {"relation": _relation(seat), **{key: seat.get(key, "") for key in ("role", "office", "presence")}}
    return seats


def _relation(seat: Record) -> str:
    """What a seat says of a person and a meeting."""
    if seat.get("presence") in UNSEEN:
        return "absent" if seat["presence"] in AWAY else "announced"
    return "chaired" if seat.get("role") == "chair" else "attended"
