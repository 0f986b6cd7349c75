"""Seats: for which offices and in which bodies a post counts; who sat at a meeting, with the chair who has no seat of his own there."""

from __future__ import annotations

from csto_cli.dates import days_of, sure_span
from csto_cli.model import UNSEEN, Record
from csto_cli.store import Store


def seats_at(store: Store, meeting: Record) -> list[Record]:
    """The seats of a meeting, in the order of the record; after them that of a chair who has none of his own: of a meeting that was held
    he was there, of any other he was only announced."""
    seats = list(meeting.get("attendees", ()))
    if "chair" not in meeting or any(seat.get("person") == meeting["chair"] for seat in seats):
        return seats
    return [*seats, _seat_of_chair(store, meeting)]


def present_at(store: Store, meeting: Record) -> list[Record]:
    """The seats taken at a meeting, in the room or by video; who stayed away, sent another or was only announced did not sit there."""
    return [seat for seat in seats_at(store, meeting) if is_taken(seat)]


def is_taken(seat: Record) -> bool:
    """Whether somebody sat in a seat; where a source does not tell how, he did."""
    return seat.get("presence") not in UNSEEN


def offices_of(post: Record) -> frozenset[str]:
    """The offices for which a post counts: its own, and one that the state did not have, in whose place its holder stood."""
    return frozenset((post["office"], post.get("in_place_of", post["office"])))


def bodies_of(store: Store, post: Record) -> set[str]:
    """The bodies in which a post is a seat, or of which it is one."""
    seats = {str((store.get(office) or {}).get("body", "")) for office in offices_of(post)}
    return (seats | {str(post.get("organization", ""))}) - {""}


def _seat_of_chair(store: Store, meeting: Record) -> Record:
    """A seat as the record would have it; office and state where the chair surely held one office then that is a seat in what met."""
    person = store.get(meeting["chair"]) or {"posts": []}
    posts = [post for post in person["posts"] if bodies_of(store, post) & set(meeting["bodies"]) and _surely_held(store, post, meeting)]
    known: Record = {}
    if len({post["office"] for post in posts}) == 1:
        known = {"state": None if "organization" in posts[0] else person.get("state"), "office": posts[0]["office"]}
    seat = {"person": meeting["chair"], **known, "role": "chair", "presence": None if meeting["status"] == "held" else "announced"}
    return {field: value for field, value in seat.items() if value is not None}


def _surely_held(store: Store, post: Record, meeting: Record) -> bool:
    """Whether a post's own dates surely cover the day of a meeting."""
    end = post.get("end") or (store.meta["as_of"] if post["status"] == "current" else None)
    days = sure_span(post.get("start"), end)
    return days is not None and days_of(meeting["date"]).within(days)
