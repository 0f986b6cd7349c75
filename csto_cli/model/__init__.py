"""The records, once: fields, types, vocabularies, references.

Records are read as plain dictionaries, so that a look-up pays for nothing but JSON; these types describe them to the type checker, to
`schema.py` (which makes strict validators of them), to `--fields`, to `--expand` and to the exports.
"""

from csto_cli.model.forms import CODE2, CODE3, DATE, DAY, ID, SEMVER, TEXT, URL, Form, Ref, matches
from csto_cli.model.parts import Alias, Post
from csto_cli.model.records import SCHEMA_VERSION, TABLES, Meeting, Record
from csto_cli.model.shape import fields_of, name_beside, name_paths, nested_of, paths_of, ref_of
from csto_cli.model.vocabularies import (
    AWAY,
    UNDONE,
    UNSEEN,
    BodyKind,
    DocumentAction,
    DocumentType,
    ExerciseKind,
    ExerciseStatus,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    MembershipStatus,
    Presence,
    SourceKind,
)

__all__ = [
    "AWAY",
    "CODE2",
    "CODE3",
    "DATE",
    "DAY",
    "ID",
    "SCHEMA_VERSION",
    "SEMVER",
    "TABLES",
    "TEXT",
    "UNDONE",
    "UNSEEN",
    "URL",
    "Alias",
    "BodyKind",
    "DocumentAction",
    "DocumentType",
    "ExerciseKind",
    "ExerciseStatus",
    "Form",
    "Meeting",
    "MeetingFormat",
    "MeetingKind",
    "MeetingStatus",
    "MembershipStatus",
    "Post",
    "Presence",
    "Record",
    "Ref",
    "SourceKind",
    "fields_of",
    "matches",
    "name_beside",
    "name_paths",
    "nested_of",
    "paths_of",
    "ref_of",
]
