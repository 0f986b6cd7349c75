"""JSON-LD in the terms of schema.org: one graph, ids relative to the file, names with their languages.

The context is written out in the file, so that no reader has to fetch one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from csto_cli.model import Record
from csto_cli.publish.describing import licence_url
from csto_cli.publish.entries import not_done
from csto_cli.publish.selection import Selection, closure_note
from csto_cli.queries.seats import present_at
from csto_cli.store import Store

Item = dict[str, Any]

LINKS = ("url", "license", "citation", "parentOrganization", "memberOf", "nationality", "organizer", "attendee", "about", "subjectOf")
"""Terms whose plain values are addresses, not texts."""

CONTEXT: Item = {"@vocab": "https://schema.org/", **{term: {"@type": "@id"} for term in LINKS}}


def targets(path: Path) -> list[Path]:
    """The one file that an export makes."""
    return [path]


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the document into `scratch`; returns notes."""
    graph = [_data_set(store)]
    for table, make in MAKERS.items():
        for record in picked.tables[table]:
            graph.append({key: value for key, value in make(store, record).items() if value not in (None, "", [], {})})
            each()
    unmarked = sum(_unmark(node) for node in graph)
    marked = [f"dates that lost their mark of being approximate or uncertain, as schema.org has none: {unmarked}"] if unmarked else []
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2) + "\n"
    (scratch / path.name).write_text(text, encoding="utf-8")
    return closure_note(picked) + marked


DATES = ("startDate", "endDate", "foundingDate", "dateCreated", "datePublished", "legislationDateOfApplicability")


def _unmark(node: Item) -> int:
    """Take `~` and `?` off the dates of a node and of what is inside it; how many there were."""
    many = 0
    for key, value in node.items():
        if key in DATES and isinstance(value, str) and value.endswith(("~", "?")):
            node[key] = value[:-1]
            many += 1
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                many += _unmark(inner)
    return many


def _data_set(store: Store) -> Item:
    meta = store.meta
    return {
        "@id": "#meta", "@type": "Dataset", "name": meta["title"], "version": meta["data_version"], "dateModified": meta["as_of"],
        "license": licence_url(meta["licence"]),
    }  # fmt: skip


def ident(record_id: str | None) -> str | None:
    """A record's address inside the file."""
    return f"#{record_id}" if record_id else None


def _idents(ids: list[str]) -> list[str | None]:
    return [ident(record_id) for record_id in dict.fromkeys(ids)]


def names(name: Record | None, native: str | None = None) -> list[Item]:
    """A name with a language tag each; the state language of no known tag is `und`."""
    tags = {"en": "en", "ru": "ru", "native": native or "und"}
    return [{"@value": text, "@language": tags[lang]} for lang, text in (name or {}).items()]


def _base(record: Record, kind: str) -> Item:
    return {
        "@id": ident(record["id"]),
        "@type": kind,
        "identifier": record["id"],
        "name": names(record.get("name") or record.get("title")),
        "description": " ".join([*([record["summary"]] if "summary" in record else []), *(f"{text}." for text in not_done(record))]),
        "disambiguatingDescription": record.get("note"),
        "citation": _idents(record.get("sources", [])),
    }


def _state(store: Store, record: Record) -> Item:
    ties = [
        {
            "@type": "Role",
            "roleName": tie["role"],
            "memberOf": ident(tie["organization"]),
            "startDate": tie.get("start"),
            "endDate": tie.get("end"),
            "description": _how(store, tie),
            "disambiguatingDescription": tie.get("note"),
            "citation": _idents(tie.get("sources", [])),
        }
        for tie in record["memberships"]
    ]
    return {
        **_base(record, "Country"),
        "alternateName": names(record.get("official_name")) + record.get("aliases", []),
        "memberOf": [_clean(tie) for tie in ties],
    }


def _clean(item: Item) -> Item:
    return {key: value for key, value in item.items() if value not in (None, "", [])}


def _official(store: Store, record: Record) -> Item:
    jobs = [
        _clean({
            "@type": "Role", "roleName": post.get("title") or store.label(post["office"]), "startDate": post.get("start"),
            "endDate": post.get("end"), "hasOccupation": {"@type": "Occupation", "@id": ident(post["office"])},
            "description": _how(store, post), "disambiguatingDescription": post.get("note"), "citation": _idents(post.get("sources", [])),
        })
        for post in record["posts"]
    ]  # fmt: skip
    person = _base(record, "Person")
    aliases = [alias["name"] for alias in record.get("aliases", ()) if alias["kind"] != "misspelling"]
    return {**person, "alternateName": aliases, "nationality": ident(record.get("state")), "hasOccupation": jobs}


def _how(store: Store, held: Record) -> str:
    """In what way an office or a membership was held, and whether it goes on, which no end date does not say: `acting, status: ended`."""
    instead = [f"in place of {store.label(held['in_place_of'])}"] if "in_place_of" in held else []
    return ", ".join([*(["acting"] if held.get("acting") else []), *instead, f"status: {held['status']}"])


def _office(store: Store, record: Record) -> Item:
    return {**_base(record, "Occupation"), "alternateName": record.get("aliases")}


def _body(store: Store, record: Record) -> Item:
    return {
        **_base(record, "Organization"),
        "alternateName": [*record.get("abbr", {}).values(), *record.get("aliases", ())],
        "parentOrganization": ident(record.get("parent")),
        "foundingDate": record.get("founded"),
    }


STATUS = {
    "scheduled": "EventScheduled", "announced": "EventScheduled", "cancelled": "EventCancelled",
}  # fmt: skip


def _event(store: Store, record: Record) -> Item:
    status = STATUS.get(record["status"])
    country = record.get("country") or record.get("host")
    place = {"@type": "Place", "name": names(record.get("place")), "containedInPlace": _link(country)}
    return {
        **_base(record, "Event"),
        "startDate": record.get("date") or record.get("start"),
        "endDate": record.get("end_date") or record.get("end"),
        "eventStatus": {"@id": f"https://schema.org/{status}"} if status else None,
        "location": _clean(place) if "place" in record else _link(country),
    }


def _link(record_id: str | None) -> Item | None:
    return {"@id": ident(record_id)} if record_id else None


def _meeting(store: Store, record: Record) -> Item:
    seats = present_at(store, record)
    present = _idents([seat["person"] for seat in seats if "person" in seat])
    stated = [{"@type": "Person", "name": seat["name_as_stated"]} for seat in seats if "person" not in seat and "name_as_stated" in seat]
    return {**_event(store, record), "organizer": _idents(record["bodies"]), "attendee": [*present, *stated]}


def _document(store: Store, record: Record) -> Item:
    signed = [event["meeting"] for event in record.get("events", ()) if "meeting" in event]
    return {
        **_base(record, "Legislation"),
        "legislationType": record["type"],
        "dateCreated": record.get("date"),
        "legislationDateOfApplicability": record.get("in_force"),
        "legislationPassedBy": None if not_done(record) else _link(record.get("adopted_by")),
        "url": record.get("url"),
        "about": _idents(record.get("topics", [])),
        "subjectOf": _idents(signed),
    }


def _chairmanship(store: Store, record: Record) -> Item:
    return {
        **_base(record, "OrganizationRole"),
        "name": f"{store.label(record['state'])} in the chair",
        "roleName": "chair",
        "description": [*names(record.get("motto")), *record.get("priorities", ())],
        "member": [{"@id": ident(one)} for one in (record["state"], record.get("chair")) if one],
        "memberOf": ident("csto"),
        "startDate": record.get("start"),
        "endDate": record.get("end"),
    }


def _topic(store: Store, record: Record) -> Item:
    return _base(record, "DefinedTerm")


def _source(store: Store, record: Record) -> Item:
    copied = [f"Text of {record['text_of']}"] if "text_of" in record else []
    return {
        "@id": ident(record["id"]),
        "@type": "WebPage" if "url" in record else "CreativeWork",
        "identifier": record["id"],
        "name": record.get("title") or record.get("reference"),
        "url": record.get("url"),
        "publisher": {"@type": "Organization", "name": record["publisher"]},
        "datePublished": record.get("date"),
        "inLanguage": record.get("lang"),
        "description": ". ".join([*copied, f"Read {record['accessed']}"]),
        "disambiguatingDescription": record.get("note"),
    }


MAKERS: dict[str, Callable[[Store, Record], Item]] = {
    "states": _state,
    "officials": _official,
    "offices": _office,
    "bodies": _body,
    "meetings": _meeting,
    "exercises": _event,
    "documents": _document,
    "chairmanships": _chairmanship,
    "topics": _topic,
    "sources": _source,
}
"""What each table's records are in schema.org."""
