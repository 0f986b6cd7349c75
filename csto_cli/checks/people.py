"""The logic of people: who can have held which office when, who can have sat where, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from csto_cli.checks.problem import Problem, error
from csto_cli.checks.spans import beyond_handover, out_of_order, possible_span
from csto_cli.dates import ALWAYS, Days, days_of, said, span_of
from csto_cli.model import AWAY, Record
from csto_cli.names.fold import fold
from csto_cli.names.lookup import names_of, resolve
from csto_cli.queries.holders import Holding, all_holdings
from csto_cli.queries.indexes import offices_of_several
from csto_cli.queries.membership import BELONGING, belonged
from csto_cli.queries.seats import is_taken
from csto_cli.queries.vacancies import SeatKey
from csto_cli.store import Store


def one_holder_at_a_time(store: Store) -> Iterator[Problem]:
    """Nobody sits in a seat for one while another surely does; the day of a handover may be shared, and acting holders stand beside."""
    several = offices_of_several(store)
    seats: dict[SeatKey, list[Holding]] = {}
    for holding in all_holdings(store):
        if holding.sure and holding.office not in several and not holding.post.get("acting"):
            seats.setdefault(holding.seat, []).append(holding)
    for held in seats.values():
        held.sort(key=lambda holding: holding.sure or ALWAYS)
        longest = held[0]
        for holding in held[1:]:
            shared = beyond_handover(longest.sure or ALWAYS, holding.sure or ALWAYS)
            if shared:
                words = f"shares the seat with {longest.person['id']}, {said(shared)}"
                yield error("officials", holding.person["id"], _post_path(holding), words)
            longest = max(longest, holding, key=lambda item: (item.sure or ALWAYS).last)


def _post_path(holding: Holding) -> str:
    index = next(number for number, post in enumerate(holding.person["posts"]) if post is holding.post)
    return f"posts[{index}]"


def stood_in_for_nobody(store: Store) -> Iterator[Problem]:
    """Whoever filled a seat in place of an office that his state did not have did so while surely nobody was in it."""
    held: dict[SeatKey, list[Holding]] = {}
    for holding in all_holdings(store):
        held.setdefault(holding.seat, []).append(holding)
    for holding in all_holdings(store):
        for seat in holding.filled - {holding.seat}:
            for other in held.get(seat, []):
                shared = beyond_handover(holding.sure, other.sure) if holding.sure and other.sure else None
                if shared:
                    words = f"in place of {other.office}, which {other.person['id']} held {said(shared)}"
                    yield error("officials", holding.person["id"], f"{_post_path(holding)}.in_place_of", words)


def attested_while_in_office(store: Store) -> Iterator[Problem]:
    """A day on which a source shows somebody in a post does not lie outside it."""
    for official in store.table("officials"):
        for number, post in enumerate(official["posts"]):
            span = possible_span(post.get("start"), post.get("end"))
            for index, item in enumerate(post.get("attested", ())):
                if not days_of(item["date"]).overlaps(span):
                    path = f"posts[{number}].attested[{index}].date"
                    yield error("officials", official["id"], path, f"{item['date']} lies outside the post, {_stated(post)}")


def _stated(post: Record) -> str:
    return f"{post.get('start', '?')} to {post.get('end', '?')}"


def posts_in_order(store: Store) -> Iterator[Problem]:
    """The holdings of a person stand in order of time, as far as their first days tell: `posts:2` is then the second in every list."""
    for person in store.table("officials"):
        starts = [post.get("start") for post in person["posts"]]
        for number, before in out_of_order([days_of(start) if start else None for start in starts]):
            words = f"{starts[number]}, but stands after posts[{before}] of {starts[before]}"
            yield error("officials", person["id"], f"posts[{number}].start", words)


def ended_is_not_current(store: Store) -> Iterator[Problem]:
    """What ended before the day that the record speaks for is not `current`."""
    as_of = days_of(store.meta["as_of"]).first
    for table, field in (("officials", "posts"), ("states", "memberships")):
        for record in store.table(table):
            for number, item in enumerate(record[field]):
                if item["status"] == "current" and "end" in item and days_of(item["end"]).last < as_of:
                    yield error(table, record["id"], f"{field}[{number}].status", f"current, but it ended on {item['end']}")


def seats_fit_posts(store: Store) -> Iterator[Problem]:
    """Nobody sits at a meeting in an office that all of his posts surely exclude on that day, or for a state that is not his."""
    for meeting in store.table("meetings"):
        days = span_of(meeting["date"], meeting.get("end_date"))
        for number, seat in enumerate(meeting.get("attendees", ())):
            person = store.get(seat.get("person"))
            if person is None:
                continue
            posts = [post for post in person.get("posts", ()) if post["office"] == seat.get("office")]
            if posts and not any(_can_hold(post, days) for post in posts):
                stated = "; ".join(_stated(post) for post in posts)
                yield error(
                    "meetings",
                    meeting["id"],
                    f"attendees[{number}].office",
                    f"{person['id']} was {seat['office']} {stated}, not on {meeting['date']}",
                )
            if seat.get("state") and person.get("state") and seat["state"] != person["state"]:
                yield error("meetings", meeting["id"], f"attendees[{number}].state", f"{person['id']} is of {person['state']}")


def _can_hold(post: Record, days: Days) -> bool:
    return possible_span(post.get("start"), post.get("end")).overlaps(days)


def one_seat_each(store: Store) -> Iterator[Problem]:
    """Nobody is listed twice at one meeting."""
    for meeting in store.table("meetings"):
        seen: set[str] = set()
        for number, seat in enumerate(meeting.get("attendees", ())):
            if seat.get("person") in seen:
                yield error("meetings", meeting["id"], f"attendees[{number}].person", f"{seat['person']} is listed twice")
            seen.update([seat["person"]] if "person" in seat else [])


def seated_states_belonged(store: Store) -> Iterator[Problem]:
    """A state whose official sat as a member (or in the chair) was a member or observer on that day, or becoming one, or can have been."""
    ties = (*BELONGING, "csto-pa")
    for meeting in store.table("meetings"):
        days = span_of(meeting["date"], meeting.get("end_date"))
        for number, seat in enumerate(meeting.get("attendees", ())):
            state = store.get(seat.get("state"))
            if not state or seat.get("role") not in ("member", "chair") or belonged(store, state, days, ties) != "no":
                continue
            if not _is_joining(state, days):
                yield error("meetings", meeting["id"], f"attendees[{number}].state", f"{state['id']} was no member on {meeting['date']}")


def _is_joining(state: Record, days: Days) -> bool:
    """Whether the state had signed, acceded or come back by these days, since it last left, and its next membership is yet to begin."""
    steps = [step["date"] for step in state.get("milestones", ()) if step["event"] in ("signed", "acceded", "rejoined")]
    left = [days_of(tie["end"]).last for tie in state["memberships"] if "end" in tie and days_of(tie["end"]).last < days.first]
    since = max(left, default=ALWAYS.first)
    signed = any(days_of(step).first <= days.last and days_of(step).last > since for step in steps)
    return signed and any("start" in tie and days_of(tie["start"]).last > days.last for tie in state["memberships"])


def chair_in_office(store: Store) -> Iterator[Problem]:
    """Whoever chaired was in office: in the office in which he sat there, else in one of the meeting's bodies, else in any."""
    bodies = {office["id"]: office.get("body") for office in store.table("offices")}
    for meeting in store.table("meetings"):
        person = store.get(meeting.get("chair"))
        if person is None or not person.get("posts"):
            continue
        days = span_of(meeting["date"], meeting.get("end_date"))
        sat_as = {seat.get("office") for seat in meeting.get("attendees", ()) if seat.get("person") == person["id"]}
        posts = (
            [post for post in person["posts"] if post["office"] in sat_as]
            or [post for post in person["posts"] if bodies.get(post["office"]) in meeting["bodies"]]
            or person["posts"]
        )
        if not any(_can_hold(post, days) for post in posts):
            stated = "; ".join(f"{post['office']} {_stated(post)}" for post in posts)
            yield error("meetings", meeting["id"], "chair", f"{person['id']} was not in office on {meeting['date']}: {stated}")


def one_chair(store: Store) -> Iterator[Problem]:
    """A meeting has one chair: the person in `chair`, the seat with that role, and he was there; of a held one, somebody saw him there."""
    for meeting in store.table("meetings"):
        seats = meeting.get("attendees", [])
        chairs = [number for number, seat in enumerate(seats) if seat.get("role") == "chair"]
        for number in chairs[1:]:
            yield error("meetings", meeting["id"], f"attendees[{number}].role", "a second chair")
        for number in chairs[:1]:
            seated = seats[number].get("person")
            if "chair" in meeting and seated and seated != meeting["chair"]:
                yield error(
                    "meetings",
                    meeting["id"],
                    f"attendees[{number}].role",
                    f"{seated} sits in the chair, {meeting['chair']} is named as chair",
                )
        for number, seat in enumerate(seats):
            in_chair = number in chairs or (seat.get("person") and seat.get("person") == meeting.get("chair"))
            if in_chair and seat.get("presence") in AWAY:
                yield error("meetings", meeting["id"], f"attendees[{number}].presence", "in the chair, but not there")
            unseen = meeting["status"] == "held" and seat.get("presence") == "announced"
            if "chair" in meeting and in_chair and unseen:
                words = f"{meeting['chair']} was only announced as chair of a meeting that was held"
                yield error("meetings", meeting["id"], "chair", words)


def nobody_at_what_was_only_announced(store: Store) -> Iterator[Problem]:
    """At a meeting of which no report was seen nobody was seen either: those named for it are `announced`."""
    for meeting in store.table("meetings"):
        for number, seat in enumerate(meeting.get("attendees", ()) if meeting["status"] == "scheduled" else ()):
            if is_taken(seat):
                words = "the meeting is only scheduled, so who is named for it is announced"
                yield error("meetings", meeting["id"], f"attendees[{number}].presence", words)


def one_person_a_name(store: Store) -> Iterator[Problem]:
    """Spellings that differ only in case, marks or script mean one person; a name that two persons share is written alike for both."""
    owners: dict[str, dict[str, set[str]]] = {}
    for official in store.table("officials"):
        for written in (*names_of(official), *(alias["name"] for alias in official.get("aliases", ()))):
            owners.setdefault(fold(written), {}).setdefault(official["id"], set()).add(written)
    for folded, people in owners.items():
        for (one, spellings), (other, others) in combinations(people.items(), 2):
            if not spellings & others:
                yield error("officials", other, "name", f"{min(others)!r} and {min(spellings)!r} of {one} fold to the same {folded!r}")


def misspellings_are_not_names(store: Store) -> Iterator[Problem]:
    """What is marked as a misspelling is not what is displayed as the name."""
    for official in store.table("officials"):
        displayed = {name.casefold() for name in official["name"].values()}
        for number, alias in enumerate(official.get("aliases", ())):
            if alias["kind"] == "misspelling" and alias["name"].casefold() in displayed:
                yield error(
                    "officials", official["id"], f"aliases[{number}]", f"the misspelling {alias['name']!r} is displayed as the name"
                )


def aliases_are_other_names(store: Store) -> Iterator[Problem]:
    """An alias is no name that the person is displayed by already."""
    for official in store.table("officials"):
        for number, alias in enumerate(official.get("aliases", ())):
            if alias["kind"] != "misspelling" and alias["name"] in official["name"].values():
                yield error("officials", official["id"], f"aliases[{number}]", f"{alias['name']!r} is the name itself")


def stated_names_are_known(store: Store) -> Iterator[Problem]:
    """The name under which a source seats a person leads to that person when it is typed."""
    for meeting in store.table("meetings"):
        for number, seat in enumerate(meeting.get("attendees", ())):
            person = store.get(seat.get("person"))
            if person and "name_as_stated" in seat and not _answers_to(store, person, seat["name_as_stated"]):
                path = f"attendees[{number}].name_as_stated"
                yield error("meetings", meeting["id"], path, f"{seat['name_as_stated']!r} is no name or alias of {person['id']}")


def _answers_to(store: Store, person: Record, stated: str) -> bool:
    """Whether the rules by which typed names are matched lead from `stated` to the person; initials and patronymics do no harm."""
    alone = Store(store.path, {"officials": {"1": person}})
    return bool(resolve(alone, stated, ("officials",)).matches)


CHECKS = (
    one_holder_at_a_time,
    stood_in_for_nobody,
    attested_while_in_office,
    posts_in_order,
    ended_is_not_current,
    seats_fit_posts,
    one_seat_each,
    seated_states_belonged,
    chair_in_office,
    one_chair,
    nobody_at_what_was_only_announced,
    one_person_a_name,
    misspellings_are_not_names,
    aliases_are_other_names,
    stated_names_are_known,
)
"""Every check of people."""
