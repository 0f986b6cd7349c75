"""The record type of every table, once; the order of a class's fields is the order of keys in `db.json` and in JSON output.

Boundaries: every `end` is inclusive (the last day in office, of membership, of a meeting). A missing `end` means
"still so on meta.as_of" where `status` is `current`, and "the record does not say" everywhere else.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Required

from csto_cli.model.forms import (
    CODE2,
    CODE3,
    SEMVER,
    URL,
    BodyId,
    Date,
    Day,
    Id,
    MeetingId,
    PersonId,
    SourceId,
    StateId,
    Text,
    TopicId,
)
from csto_cli.model.parts import (
    Abbreviation,
    Alias,
    Attendee,
    Common,
    Count,
    Dispute,
    DocumentEvent,
    Fact,
    FormerName,
    Membership,
    Milestone,
    Name,
    Post,
    Reported,
    Vacancy,
)
from csto_cli.model.vocabularies import (
    BodyKind,
    DocumentType,
    ExerciseKind,
    ExerciseStatus,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    SourceKind,
)


class State(Common, total=False):
    """A state that is, was or sits beside a member."""

    name: Required[Name]
    official_name: Name
    iso2: Required[Annotated[str, CODE2]]
    iso3: Required[Annotated[str, CODE3]]
    aliases: list[Text]
    capital: Name
    capital_names: list[FormerName]
    memberships: Required[list[Membership]]
    milestones: list[Milestone]
    vacancies: list[Vacancy]
    former_ids: list[Id]
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


class Official(Common, total=False):
    """A person in public office, with every post the record knows."""

    name: Required[Name]
    aliases: list[Alias]
    state: StateId
    posts: Required[list[Post]]
    former_ids: list[Id]
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


class Office(Common, total=False):
    """An office; `body` is the body in which it is a seat, `seats` says whether several hold it at once."""

    name: Required[Name]
    body: BodyId
    order: int
    seats: Literal["one", "several"]
    aliases: list[Text]
    former_ids: list[Id]
    sources: Required[list[SourceId]]
    note: Text


class Body(Common, total=False):
    """The organisation, its organs, secretariat, assembly, working bodies and forces."""

    name: Required[Name]
    abbr: Abbreviation
    aliases: list[Text]
    kind: Required[BodyKind]
    parent: BodyId
    founded: Date
    summary: Text
    facts: list[Fact]
    former_ids: list[Id]
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


class Meeting(Common, total=False):
    """A session or meeting of one body, or of several together."""

    name: Required[Name]
    bodies: Required[list[BodyId]]
    kind: MeetingKind
    format: MeetingFormat
    status: Required[MeetingStatus]
    date: Required[Date]
    end_date: Date
    place: Name
    country: StateId
    chair: PersonId
    attendees: list[Attendee]
    attendees_scope: Literal["complete", "partial"]
    documents_reported: Reported
    agenda: list[Text]
    summary: Text
    previous: MeetingId
    next_chair: StateId
    former_ids: list[Id]
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


class Document(Common, total=False):
    """A treaty, decision, statement or other text; signed by the states where `adopted_by` is missing."""

    title: Required[Name]
    title_status: Required[Literal["official", "descriptive"]]
    type: Required[DocumentType]
    date: Date
    adopted_by: BodyId
    events: list[DocumentEvent]
    in_force: Date
    parties: list[StateId]
    topics: list[TopicId]
    summary: Text
    url: Annotated[str, URL]
    former_ids: list[Id]
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


class Exercise(Common, total=False):
    """An edition of an exercise, an operation or a mission."""

    name: Required[Name]
    kind: Required[ExerciseKind]
    series: Id
    status: Required[ExerciseStatus]
    start: Date
    end: Date
    host: StateId
    place: Name
    personnel: Count
    equipment: Count
    aircraft: Count
    participants: list[StateId]
    absent: list[StateId]
    forces: list[BodyId]
    former_ids: list[Id]
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


class Chairmanship(Common, total=False):
    """A state's turn in the chair of the organisation."""

    state: Required[StateId]
    start: Date
    end: Date
    chair: PersonId
    motto: Name
    priorities: list[Text]
    former_ids: list[Id]
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


class Topic(Common, total=False):
    """A subject of documents."""

    name: Required[Name]
    broader: TopicId
    former_ids: list[Id]
    sources: Required[list[SourceId]]
    note: Text


class Source(Common, total=False):
    """A page (`url`) or a text on paper (`reference`), with the day on which it was read; `text_of`: whom it copies, if anybody."""

    url: Annotated[str, URL]
    reference: Text
    publisher: Required[Text]
    text_of: Text
    title: Text
    date: Date
    lang: Text
    kind: Required[SourceKind]
    accessed: Required[Day]
    former_ids: list[Id]
    note: Text


class Meta(Common, total=False):
    """What the store is: its versions and the latest day that its data speaks for."""

    schema_version: Required[int]
    data_version: Required[Annotated[str, SEMVER]]
    as_of: Required[Day]
    title: Required[Text]
    licence: Required[Text]


Record = dict[str, Any]
"""A record as it was read, when its table is not known before the program runs."""

TABLES: dict[str, type] = {
    "meta": Meta,
    "states": State,
    "officials": Official,
    "offices": Office,
    "bodies": Body,
    "meetings": Meeting,
    "documents": Document,
    "exercises": Exercise,
    "chairmanships": Chairmanship,
    "topics": Topic,
    "sources": Source,
}
"""Every table, in the order of `db.json`."""


SCHEMA_VERSION = 1
"""The version of this shape; within it, fields are only ever added."""
