"""What a list was asked for, and a record that fits."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from csto_cli.dates import Certainty, Days
from csto_cli.model import Record


def none_came(*named: Collection[str] | None) -> bool:
    """Whether one of these was asked for and is empty: its names were to come on standard input and none came, so that nothing can fit."""
    return any(names is not None and not names for names in named)


@dataclass(frozen=True)
class Criteria:
    """What a list was asked for, resolved to ids and days; None: not asked. All that is asked must fit."""

    period: Days | None = None
    states: frozenset[str] | None = None
    bodies: frozenset[str] | None = None
    places: tuple[str, ...] | None = None
    offices: frozenset[str] | None = None
    meetings: tuple[str, ...] | None = None
    topics: frozenset[str] | None = None
    types: frozenset[str] | None = None
    people: frozenset[str] | None = None
    presence: frozenset[str] | None = None
    actions: frozenset[str] | None = None
    series: frozenset[str] | None = None
    disputed: bool = False

    @property
    def of_nothing(self) -> bool:
        """Whether names of any kind were to come and none came."""
        return none_came(self.states, self.bodies, self.places, self.offices, self.meetings, self.topics, self.people, self.series)


class Row(NamedTuple):
    """A record in an answer; `certainty` where a day was asked, `meeting` where the answer is grouped by meeting; the fields on which
    sources disagree, of its parts those that fit what was asked."""

    record: Record
    certainty: Certainty | None = None
    meeting: str | None = None
    disputed: tuple[str, ...] = ()
