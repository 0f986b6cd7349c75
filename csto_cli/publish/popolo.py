"""Popolo JSON (popoloproject.com): people, organisations, posts, memberships, events and areas, flat lists joined by ids.

A state is an area, and an organisation of class `state`, so that it can be a member and have posts. A post is an office in one state
or body. Popolo's dates know no `about` and no `uncertain`: such a mark is taken off and counted. Popolo leaves room for terms of one's
own: a membership has its `status` as in the record, without which one that ended on no known day would look like one that goes on, and
what is noted of anything is its `note`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from csto_cli.model import Record
from csto_cli.publish.selection import Selection, closure_note
from csto_cli.queries.seats import present_at
from csto_cli.store import Store, label_of
from csto_cli.views.text import Reader, publisher_of

Item = dict[str, Any]

HELD = ("officials", "bodies", "states", "offices", "meetings", "exercises", "sources")
"""The tables of which Popolo has something: people, organisations, posts, events, and the sources of each."""


def targets(path: Path) -> list[Path]:
    """The one file that an export makes."""
    return [path]


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the JSON object of lists into `scratch`; returns notes."""
    made = _Popolo(store, picked, each)
    text = json.dumps(made.lists(), ensure_ascii=False, indent=2) + "\n"
    (scratch / path.name).write_text(text, encoding="utf-8")
    joint = sum(len(meeting["bodies"]) > 1 for meeting in picked.tables["meetings"])
    first = [f"joint meetings given to the first of their bodies, as a Popolo event has one organisation: {joint}"] if joint else []
    marked = [f"dates that lost their mark of being approximate or uncertain, as Popolo has none: {made.unmarked}"] if made.unmarked else []
    return closure_note(picked, HELD) + first + marked


class _Popolo:
    """The lists of one export, and how many dates lost their mark."""

    def __init__(self, store: Store, picked: Selection, each: Callable[[], None]) -> None:
        self.store = store
        self.reader = Reader(store)
        self.tables = picked.tables
        self.each = each
        self.unmarked = 0
        self.posts: dict[str, Item] = {}

    def lists(self) -> dict[str, list[Item]]:
        """Everything, by Popolo's names of classes."""
        memberships = [*self._all("states", self._state_memberships), *self._all("officials", self._person_memberships)]
        return {
            "persons": [self._person(record) for record in self.tables["officials"]],
            "organizations": [self._body(record) for record in self.tables["bodies"]]
            + [self._state(record) for record in self.tables["states"]]
            + self._treaty(memberships),
            "posts": list(self.posts.values()),
            "memberships": memberships,
            "events": self._all("meetings", lambda record: [self._meeting(record)])
            + self._all("exercises", lambda record: [self._exercise(record)]),
            "areas": [_without_empty({"id": r["id"], "name": label_of(r), "identifier": r["iso2"], "classification": "country"})
                      for r in self.tables["states"]],
        }  # fmt: skip

    def _all(self, table: str, make: Callable[[Record], list[Item]]) -> list[Item]:
        items: list[Item] = []
        for record in self.tables[table]:
            items += make(record)
            self.each()
        return items

    def _date(self, stored: str | None) -> str | None:
        if stored is not None and stored.endswith(("~", "?")):
            self.unmarked += 1
            return stored[:-1]
        return stored

    def _sources(self, ids: list[str]) -> list[Item]:
        found = [self.store.get(source) for source in ids]
        return [
            {"url": source["url"], "note": f"{publisher_of(source)}, read {source['accessed']}"}
            for source in found
            if source and "url" in source
        ]

    def _person(self, record: Record) -> Item:
        return _without_empty({
            "id": record["id"],
            "name": label_of(record),
            "other_names": _other_names(record),
            "national_identity": self.store.label(record["state"]) if "state" in record else None,
            "note": record.get("note"),
            "sources": self._sources(record.get("sources", [])),
        })  # fmt: skip

    def _body(self, record: Record) -> Item:
        return _without_empty({
            "id": record["id"],
            "name": label_of(record),
            "other_names": _other_names(record),
            "classification": record["kind"],
            "parent_id": record.get("parent"),
            "founding_date": self._date(record.get("founded")),
            "abstract": record.get("summary"),
            "note": record.get("note"),
            "sources": self._sources(record.get("sources", [])),
        })  # fmt: skip

    def _state(self, record: Record) -> Item:
        codes = [
            {"scheme": "ISO 3166-1 alpha-2", "identifier": record["iso2"]},
            {"scheme": "ISO 3166-1 alpha-3", "identifier": record["iso3"]},
        ]
        return _without_empty({
            "id": record["id"],
            "name": label_of(record),
            "other_names": _other_names(record),
            "classification": "state",
            "identifiers": codes,
            "area_id": record["id"],
            "note": record.get("note"),
            "sources": self._sources(record.get("sources", [])),
        })  # fmt: skip

    def _treaty(self, memberships: list[Item]) -> list[Item]:
        """The parties to the treaty as an organisation, where a membership needs it: the record has no body for it."""
        known = {record["id"] for table in ("bodies", "states") for record in self.tables[table]}
        wanted = dict.fromkeys(
            str(item["organization_id"]) for item in memberships if "organization_id" in item and item["organization_id"] not in known
        )
        names = {"cst": "Parties to the Collective Security Treaty"}
        return [_without_empty({"id": one, "name": names.get(one) or self.store.label(one)}) for one in wanted]

    def _state_memberships(self, state: Record) -> list[Item]:
        return [
            _without_empty({
                "id": f"{state['id']}-membership-{number}",
                "label": f"{tie['role']}, {tie['status']}",
                "role": tie["role"],
                "member": {"id": state["id"], "name": label_of(state)},
                "organization_id": tie["organization"],
                "area_id": state["id"],
                "start_date": self._date(tie.get("start")),
                "end_date": self._date(tie.get("end")),
                "status": tie["status"],
                "note": tie.get("note"),
                "sources": self._sources(tie.get("sources", [])),
            })
            for number, tie in enumerate(state["memberships"], 1)
        ]  # fmt: skip

    def _person_memberships(self, person: Record) -> list[Item]:
        items = []
        for number, post in enumerate(person["posts"], 1):
            seat = self._post(post["office"], post.get("organization"), person.get("state"))
            items.append(_without_empty({
                "id": f"{person['id']}-post-{number}",
                "label": post.get("title"),
                "role": self.reader.office(post),
                "person_id": person["id"],
                "organization_id": seat.get("organization_id"),
                "post_id": seat["id"],
                "area_id": seat.get("area_id"),
                "start_date": self._date(post.get("start")),
                "end_date": self._date(post.get("end")),
                "status": post["status"],
                "note": post.get("note"),
                "sources": self._sources(post.get("sources", [])),
            }))  # fmt: skip
        return items

    def _post(self, office: str, body: str | None, state: str | None) -> Item:
        """The one post of an office in a body, or in a state where no body is named."""
        where = body or state
        post_id = f"{office}-of-{where}" if where else office
        if post_id not in self.posts:
            label = f"{self.store.label(office)}, {self.store.label(where)}" if where else self.store.label(office)
            area = state if body is None else None
            item = {"id": post_id, "label": label, "role": self.store.label(office), "organization_id": where, "area_id": area}
            self.posts[post_id] = _without_empty(item)
        return self.posts[post_id]

    def _meeting(self, record: Record) -> Item:
        seats = present_at(self.store, record)
        people = dict.fromkeys(seat["person"] for seat in seats if "person" in seat)
        stated = [{"name": seat["name_as_stated"]} for seat in seats if "person" not in seat and "name_as_stated" in seat]
        return _without_empty({
            **self._event(record, record["date"], record.get("end_date")),
            "classification": "meeting",
            "organization_id": record["bodies"][0] if record.get("bodies") else None,
            "attendees": [{"id": person, "name": self.store.label(person)} for person in people] + stated,
        })  # fmt: skip

    def _exercise(self, record: Record) -> Item:
        event = self._event(record, record.get("start"), record.get("end"))
        return _without_empty({**event, "classification": record["kind"]})

    def _event(self, record: Record, start: str | None, end: str | None) -> Item:
        return {
            "id": record["id"],
            "name": label_of(record),
            "description": record.get("summary"),
            "start_date": self._date(start),
            "end_date": self._date(end),
            "location": self.reader.where(record),
            "status": record["status"],
            "note": record.get("note"),
            "sources": self._sources(record.get("sources", [])),
        }


def _other_names(record: Record) -> list[Item]:
    """Every name of a person, a body or a state but the English one, each with what kind of name it is."""
    names = [{"name": name, "note": lang} for lang, name in record["name"].items() if lang != "en"]
    for field, kind in (("official_name", "official name"), ("abbr", "abbreviation")):
        names += [{"name": name, "note": f"{kind}, {lang}"} for lang, name in record.get(field, {}).items()]
    aliases = [{"name": alias, "kind": "other name"} if isinstance(alias, str) else alias for alias in record.get("aliases", ())]
    return names + [{"name": alias["name"], "note": alias["kind"]} for alias in aliases]


def _without_empty(item: Item) -> Item:
    return {key: value for key, value in item.items() if value not in (None, "", [])}
