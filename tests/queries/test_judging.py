"""Which records are of the days asked about, where their own dates do not say it all."""

from __future__ import annotations

import pytest

from csto_cli.dates import asked_days
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.lists import select
from tests.factories import exercise, make_store

TODAY = asked_days("2020-12-31", None).first  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "certain"),
    [
        ({"end": None}, {"2018-07-20": "possibly", "2018-12-31": "possibly", "2019-01-01": None}),
        (
            {"end": None, "id": "operation-rubezh", "kind": "operation"},
            {"2018-07-20": "possibly", "2020-12-31": "possibly", "2021-01-01": None},
        ),
        ({"end": "2018-07-21"}, {"2018-07-20": "yes", "2018-07-22": None}),
    ],
)
def test_an_exercise_whose_end_nobody_states_can_have_gone_on(changed: dict[str, object], certain: dict[str, str | None]) -> None:
    store = make_store(exercises=[exercise(start="2018-07-18", **changed)])
    for day, expected in certain.items():
        rows = select(store, "exercises", Criteria(period=asked_days(day, TODAY)))
        assert [row.certainty for row in rows] == ([expected] if expected else []), day
