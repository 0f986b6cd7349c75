"""Stores to export: a small one that holds every shape of field and every nasty text, and the record itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from csto_cli.model import TABLES, Record
from csto_cli.publish import export
from csto_cli.store import Store, default_path, open_store
from tests.factories import (
    body,
    chairmanship,
    document,
    event,
    exercise,
    make_store,
    meeting,
    membership,
    office,
    official,
    post,
    seat,
    source,
    state,
    topic,
)

NASTY = 'He said "50% & more" <script>alert(1)</script> #1 {x} _y_ ~z ^w \\v $u | `t` [s](javascript:r)'
FORMULA = '=HYPERLINK("https://example.org","click")'
LINES = "First line\nsecond line"


def tables_of(store: Store) -> dict[str, list[Record]]:
    """Every table of a store as lists."""
    return {name: store.table(name) for name in TABLES}


def dispute(value: object, field: str = "start") -> Record:
    """One value that a source gives."""
    return {"field": field, "value": value, "sources": ["book"], "reason": "Another day."}


@pytest.fixture
def nasty() -> Store:
    """Records by id, with every kind of field the model knows and texts that break careless writers."""
    states = [
        state(
            "armenia",
            memberships=[membership(status="frozen", sources=["book"], disputes=[dispute("2002-05-14"), dispute("2002")])],
            milestones=[{"event": "frozen", "date": "2024-02~", "sources": ["book"]}],
        ),
        state(
            capital={"en": "Astana", "ru": "Астана"},
            capital_names=[{"name": {"en": "Nur-Sultan"}, "start": "2019-03-23", "end": "2022-09-17"}],
            aliases=["Казакстан", "-5"],
            former_ids=["kazakh-ssr"],
        ),
    ]
    yermekbayev = official(
        "nurlan-yermekbayev",
        post(acting=True, attested=[{"date": "2018-05-24", "source": "book"}], title=NASTY, sources=["odkb-page"]),
        post(start="2010?", end=None, status="unknown", organization="csto", disputes=[dispute(["a", "b"])]),
        name={"en": "Nurlan Yermekbayev", "ru": "Нурлан Ермекбаев"},
        aliases=[{"name": "Ermekbaev", "lang": "en", "kind": "transliteration", "sources": ["book"]}],
    )
    zas = official("stanislav-zas", post("secretary-general", start="2020-01-01", end=None, status="current", organization="csto"))
    seats = [
        seat(role="chair", presence="in-person", sources=["book"]),
        seat("stanislav-zas", role="secretary-general", office="secretary-general", state=None),
        seat(None, name_as_stated="A. Nonymous", state="armenia", role="member", presence="absent"),
    ]
    astana = meeting(
        attendees=seats,
        end_date="2018-05-25",
        agenda=[NASTY, FORMULA],
        summary=LINES,
        documents_reported={"count": 11, "qualifier": "exactly", "sources": ["book"], "note": "Counted."},
        disputes=[dispute(12, "documents_reported.count")],
    )
    coarse = meeting("minsk-2017-06-cssc", date="2017-06", name={"en": NASTY}, chair=None, attendees=None, place=None, country=None)
    return make_store(
        states=states,
        officials=[yermekbayev, zas],
        offices=[office("secretary-general", body="csto", order=1), office(seats="several")],
        bodies=[
            body("csto", founded="2002-10~", facts=[{"property": "strength", "value": 3600, "sources": ["book"]}]),
            body("cssc", abbr={"en": "CSSC", "ru": "КССБ"}),
        ][::-1],
        meetings=[astana, coarse],
        documents=[
            document(title={"en": FORMULA, "ru": "План действий"}, url="https://example.org/a_b%20c?x=1&y={2}", parties=["armenia"]),
            document(
                "charter",
                type="charter",
                title_status="official",
                date="2002-10",
                events=[event(None, action="adopted")],
                adopted_by="csto",
            ),
        ],
        exercises=[
            exercise("rubezh-2018", personnel={"count": 1500, "qualifier": "about"}, participants=["armenia", "kazakhstan"]),
            exercise("rubezh-2019", status="cancelled", start="2019-09-01", end="2019-10", host=None),
        ],
        chairmanships=[chairmanship(motto={"en": LINES}, priorities=["one", "two"])],
        topics=[topic()],
        sources=[
            source(
                "book",
                url=None,
                reference="Collected Acts, 2003, p. 5",
                publisher="Doe, Roe & Sons",
                title=NASTY,
                date="2003-04",
                kind="legal",
            ),
            source("odkb-page", title="Страница", lang="ru", date="2018-05-24~"),
        ],
    )


@pytest.fixture(scope="session")
def whole() -> Store:
    """The record itself, as it is in db.json."""
    return open_store(default_path())


@pytest.fixture(params=["nasty", "whole"])
def either(request: pytest.FixtureRequest) -> Store:
    """Each of the two stores in turn."""
    return request.getfixturevalue(str(request.param))  # type: ignore[no-any-return]


def exported(store: Store, to: str, path: Path, chosen: dict[str, list[Record]] | None = None) -> Path:
    """Export to a path and give it back."""
    export(store, chosen, to, path)
    return path
