"""The lists: `states`, `officials`, `meetings`, `docs`, `bodies`, `exercises`, `chairs`, `sources`, `timeline`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csto_cli.cli.asked import Asked
from csto_cli.cli.options import DAYS, ORDER, OUTPUT, takes

if TYPE_CHECKING:
    from csto_cli.store import Store
    from csto_cli.views.answer import Answer


def _list(store: Store, table: str, asked: Asked) -> Answer:
    from csto_cli.cli.listing import ask_list

    return ask_list(store, table, asked)


@takes(*DAYS, "state", "body", "type", "disputed", *ORDER, *OUTPUT)
def states(store: Store, asked: Asked) -> Answer:
    """States and their memberships.

    With a day, the members of the treaty of 1992 or of the organisation on that day; observers of the Assembly with --body csto-pa.

    csto states --on 2007-01-01 --ids
    """
    return _list(store, "states", asked)


@takes(*DAYS, "state", "body", "office", "person", "meeting", "disputed", *ORDER, *OUTPUT)
def officials(store: Store, asked: Asked) -> Answer:
    """Officials and the posts they held.

    csto officials --office secretary-general

    csto officials --state armenia --on 2018-05-24
    """
    return _list(store, "officials", asked)


@takes(*DAYS, "state", "body", "place", "office", "meeting", "type", "person", "presence", "disputed", *ORDER, *OUTPUT)
def meetings(store: Store, asked: Asked) -> Answer:
    """Sessions and meetings of every body, by date.

    csto meetings --year 2018

    csto meetings --body csc --state armenia --presence absent
    """
    return _list(store, "meetings", asked)


@takes(*DAYS, "state", "body", "place", "meeting", "topic", "type", "action", "disputed", *ORDER, *OUTPUT)
def docs(store: Store, asked: Asked) -> Answer:
    """Treaties, decisions, statements and other documents, grouped by meeting.

    csto docs --meeting astana-2018

    csto docs --meeting cssc-2018 --action signed

    csto docs --topic information-security --since 2017
    """
    from csto_cli.cli.listing import ask_list
    from csto_cli.queries.lists import documents_by_meeting

    return ask_list(store, "documents", asked, documents_by_meeting)


@takes(*DAYS, "body", "type", "disputed", *ORDER, *OUTPUT)
def bodies(store: Store, asked: Asked) -> Answer:
    """Organs, assembly, secretariat, working bodies and forces.

    csto bodies --type forces
    """
    return _list(store, "bodies", asked)


@takes(
    *DAYS, "state", "body", "place", "type", "series", "presence", "disputed", *ORDER, *OUTPUT,
    helps={"presence": "in-person or absent: of states that took part, or that stayed out."},
)  # fmt: skip
def exercises(store: Store, asked: Asked) -> Answer:
    """Exercises, operations and missions, by start.

    csto exercises --series rubezh

    csto exercises --year 2018 --state tajikistan

    csto exercises --state armenia --presence absent
    """
    return _list(store, "exercises", asked)


@takes(*DAYS, "state", "person", "disputed", *ORDER, *OUTPUT)
def chairs(store: Store, asked: Asked) -> Answer:
    """Which state was in the chair when.

    csto chairs --on 2022-01-10
    """
    return _list(store, "chairmanships", asked)


@takes(*DAYS, "type", *ORDER, *OUTPUT)
def sources(store: Store, asked: Asked) -> Answer:
    """Where the facts were read; --type takes a kind (official-csto, state, agency, press, legal, reference) or a language.

    csto sources --type official-csto
    """
    return _list(store, "sources", asked)


@takes(
    *DAYS, "state", "body", "place", "office", "meeting", "topic", "type", "series", "person", "presence", "action", "disputed",
    *ORDER, *OUTPUT,
)  # fmt: skip
def timeline(store: Store, asked: Asked) -> Answer:
    """Everything dated, in one list: meetings, documents, exercises, memberships, chairs, offices.

    --type takes meeting, document, in-force, exercise, milestone (or membership), chair, office or body.

    csto timeline --year 2012 --state uzbekistan

    csto timeline --state armenia --presence absent --since 2022
    """
    from csto_cli.cli.listing import entries

    return entries(store, asked)
