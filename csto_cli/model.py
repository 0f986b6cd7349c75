"""The records, once: every table's fields, types, vocabularies and references.

Records are read as plain dictionaries, so that a look-up pays for nothing but JSON; these types describe
them to the type checker, to `schema.py` (which makes strict validators of them), to `--fields`, to `--expand`
and to the exports. The order of a class's fields is the order of keys in `db.json` and in JSON output.

Boundaries: every `end` is inclusive (the last day in office, of membership, of a meeting). A missing `end` means
"still so on meta.as_of" where `status` is `current`, and "the record does not say" everywhere else.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Required, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

SCHEMA_VERSION = 1


class Ref(NamedTuple):
    """A string that is the id of a record in `table`."""

    table: str


class Form(NamedTuple):
    """A string of a given form; `means` says it in words for error messages and the data dictionary."""

    pattern: str
    means: str


ID = Form(r"^[a-z0-9]+(-[a-z0-9]+)*$", "lower-case words joined by hyphens")
DATE = Form(r"^\d{4}(-\d{2}(-\d{2})?)?[~?]?$", "YYYY, YYYY-MM or YYYY-MM-DD, then ~ (about) or ? (uncertain)")
DAY = Form(r"^\d{4}-\d{2}-\d{2}$", "YYYY-MM-DD")
TEXT = Form(r"^\S(.*\S)?$", "text without blanks at its ends, on one line")
URL = Form(r"^https?://\S+$", "an http(s) address")
SEMVER = Form(r"^\d+\.\d+\.\d+$", "major.minor.patch")
CODE2 = Form(r"^[A-Z]{2}$", "two capital letters (ISO 3166-1 alpha-2)")
CODE3 = Form(r"^[A-Z]{3}$", "three capital letters (ISO 3166-1 alpha-3)")

Id = Annotated[str, ID]
Date = Annotated[str, DATE]
Day = Annotated[str, DAY]
Text = Annotated[str, TEXT]
StateId = Annotated[str, Ref("states")]
PersonId = Annotated[str, Ref("officials")]
OfficeId = Annotated[str, Ref("offices")]
BodyId = Annotated[str, Ref("bodies")]
MeetingId = Annotated[str, Ref("meetings")]
TopicId = Annotated[str, Ref("topics")]
SourceId = Annotated[str, Ref("sources")]

Qualifier = Literal["exactly", "about", "more-than", "up-to"]
PostStatus = Literal["current", "ended", "unknown"]
MembershipStatus = Literal["current", "ended", "suspended", "frozen"]
AliasKind = Literal["variant", "transliteration", "misspelling", "former", "full"]
MilestoneEvent = Literal[
    "signed",
    "acceded",
    "ratified",
    "in-force",
    "extended",
    "not-extended",
    "rejoined",
    "suspended",
    "frozen",
    "withdrew",
    "observer-granted",
]
BodyKind = Literal["organization", "organ", "working-body", "secretariat", "assembly", "forces"]
MeetingKind = Literal["regular", "extraordinary", "informal"]
MeetingFormat = Literal["in-person", "online"]
MeetingStatus = Literal["held", "scheduled", "cancelled"]
AttendeeRole = Literal["chair", "member", "secretary-general", "guest"]
Presence = Literal["in-person", "video", "represented", "absent"]
DocumentType = Literal[
    "treaty", "charter", "agreement", "protocol", "declaration", "statement", "decision", "regulation", "strategy", "concept",
    "plan", "programme", "model-law", "memorandum", "list", "appeal", "other",
]  # fmt: skip
DocumentAction = Literal["expected", "signed", "approved", "adopted", "ratified"]
ExerciseKind = Literal["exercise", "operation", "mission"]
ExerciseStatus = Literal["held", "announced", "cancelled"]
SourceKind = Literal["official-csto", "state", "agency", "press", "legal", "reference"]


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


class Sourced(TypedDict, total=False):
    """The end of every record but a source: where it was read, what is disputed, what else is to be said."""

    former_ids: list[Id]
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


class Count(TypedDict):
    """A number with its qualifier; a number without it is a wrong number."""

    count: int
    qualifier: Qualifier


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
    """A dated step of a state towards, within or away from the treaty or the organisation."""

    event: Required[MilestoneEvent]
    date: Required[Date]
    instrument: Text
    sources: list[SourceId]
    disputes: list[Dispute]
    note: Text


class FormerName(TypedDict, total=False):
    """A name that the city which is now the capital bore in a span of time."""

    name: Required[Name]
    start: Date
    end: Date


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
    former_ids: list[Id]
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
    note: Text


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
    """One holding of an office, for the person's own state unless `organization` names a body."""

    office: Required[OfficeId]
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


class Fact(TypedDict, total=False):
    """A stated property of a body that has no field of its own, with the date it speaks for."""

    property: Required[Text]
    value: Required[str | int]
    date: Date
    sources: Required[list[SourceId]]
    disputes: list[Dispute]
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


class Attendee(TypedDict, total=False):
    """A seat at a meeting: who sat there (or stayed away), for which state, in which office."""

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


class DocumentEvent(TypedDict, total=False):
    """What was done with the document, where and when; `expected` was announced and nobody reported it done."""

    meeting: MeetingId
    action: Required[DocumentAction]
    date: Date
    sources: list[SourceId]


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
    """A page (`url`) or a text on paper (`reference`), with the day on which it was read."""

    url: Annotated[str, URL]
    reference: Text
    publisher: Required[Text]
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


@cache
def fields_of(kind: type) -> dict[str, Any]:
    """The fields of a record type in order, with annotations resolved and `Required` taken off."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: get_args(hint)[0] if get_origin(hint) is Required else hint for name, hint in hints.items()}


def ref_of(annotation: Any) -> str | None:
    """The table that a field's values refer to, for `StateId` as for `list[StateId]`; None for any other field."""
    for part in get_args(annotation):
        if isinstance(part, Ref):
            return part.table
        found = ref_of(part) if get_origin(annotation) is list else None
        if found:
            return found
    return None


def nested_of(annotation: Any) -> tuple[type, bool] | None:
    """The record type inside a field and whether the field is a list of them; None where the field is plain."""
    if is_typeddict(annotation):
        return annotation, False
    if get_origin(annotation) is list and is_typeddict(get_args(annotation)[0]):
        return get_args(annotation)[0], True
    return None


def paths_of(kind: type, prefix: str = "") -> list[str]:
    """Every dotted path that `--fields` takes for a record type, parents before children."""
    paths = []
    for name, annotation in fields_of(kind).items():
        paths.append(prefix + name)
        nested = nested_of(annotation)
        if nested:
            paths.extend(paths_of(nested[0], f"{prefix}{name}."))
    return paths


def matches(form: Form, text: str) -> bool:
    """Whether `text` has the form."""
    return re.search(form.pattern, text) is not None
