"""The records inside records: names, posts, memberships, seats, events; and what every record begins with."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from csto_cli.model.forms import (
    BodyId,
    Date,
    DocumentId,
    Id,
    MeetingId,
    OfficeId,
    PersonId,
    SourceId,
    StateId,
    Text,
)
from csto_cli.model.vocabularies import (
    AliasKind,
    AttendeeRole,
    DocumentAction,
    MembershipStatus,
    MilestoneEvent,
    PostStatus,
    Presence,
    Qualifier,
)


class Name(TypedDict, total=False):
    """A name of a thing. `native` is the state language of the state that the thing or person belongs to."""

    en: Required[Text]
    ru: Text
    native: Text


class Abbreviation(TypedDict, total=False):
    """Abbreviations in English and Russian."""

    en: Text
    ru: Text


class Dispute(TypedDict):
    """One of the values that sources give for `field`; the plain field holds the preferred one."""

    field: Text
    value: str | int | list[str]
    sources: list[SourceId]
    reason: Text


class Common(TypedDict, total=False):
    """What every record has. `former_ids` still resolve."""

    id: Required[Id]


class Count(TypedDict, total=False):
    """A number with its qualifier; a number without it is a wrong number. `note` says what else it counts."""

    count: Required[int]
    qualifier: Required[Qualifier]
    note: Text


class Membership(TypedDict, total=False):
    """A state's tie to the treaty (`cst`), the organisation (`csto`) or the Assembly (`csto-pa`)."""

    organization: Required[Literal["cst", "csto", "csto-pa"]]
    role: Required[Literal["member", "observer"]]
    start: Date
    end: Date
    status: Required[MembershipStatus]
    sources: list[SourceId]
    disputes: list[Dispute]
    note: Text


class Milestone(TypedDict, total=False):
    """A dated step of a state towards, within or away from the treaty or the organisation.

    `documents` are those of the record that `instrument` is.
    """

    event: Required[MilestoneEvent]
    date: Required[Date]
    instrument: Text
    documents: list[DocumentId]
    sources: list[SourceId]
    disputes: list[Dispute]
    note: Text


class Vacancy(TypedDict, total=False):
    """A time in which an office of a state stood empty, as a source says: from the day on which it fell vacant to that on which it was
    filled, each of which it shares with a holder. Somebody can have acted in it meanwhile."""

    office: Required[OfficeId]
    start: Date
    end: Date
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


class FormerName(TypedDict, total=False):
    """A name that the city which is now the capital bore in a span of time."""

    name: Required[Name]
    start: Date
    end: Date


class Alias(TypedDict, total=False):
    """Another spelling of a person's name; a `misspelling` is found but never displayed as the name."""

    name: Required[Text]
    lang: Text
    kind: Required[AliasKind]
    sources: list[SourceId]


class Attestation(TypedDict):
    """A day on which a source shows the person in the office."""

    date: Date
    source: SourceId


class Post(TypedDict, total=False):
    """One holding of an office, for the person's own state unless `organization` names a body.

    `in_place_of` is an office that the state did not have at that time, and whose seat the holder filled.
    """

    office: Required[OfficeId]
    in_place_of: OfficeId
    organization: BodyId
    title: Text
    start: Date
    end: Date
    status: Required[PostStatus]
    acting: bool
    attested: list[Attestation]
    sources: list[SourceId]
    disputes: list[Dispute]
    note: Text


class Fact(TypedDict, total=False):
    """A stated property of a body that has no field of its own, with the date it speaks for."""

    property: Required[Text]
    value: Required[str | int]
    date: Date
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


class Attendee(TypedDict, total=False):
    """A seat at a meeting: who sat there (or stayed away, or was announced and not reported there), for which state, in which office."""

    person: PersonId
    name_as_stated: Text
    state: StateId
    office: OfficeId
    role: AttendeeRole
    presence: Presence
    sources: list[SourceId]
    note: Text


class Reported(TypedDict, total=False):
    """How many documents sources report; how many the record names is computed, never stored."""

    count: Required[int]
    qualifier: Required[Qualifier]
    sources: Required[list[SourceId]]
    note: Text


class DocumentEvent(TypedDict, total=False):
    """What was done with the document, where and when; `state`: the one whose act it was, where it is one state's (ratification).

    `expected` was announced and nobody reported it done; `cleared` is a draft agreed for a higher organ; `not-signed` was put forward and
    refused or put off.
    """

    meeting: MeetingId
    action: Required[DocumentAction]
    state: StateId
    date: Date
    sources: list[SourceId]
