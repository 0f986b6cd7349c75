"""The closed vocabularies: every word that a field may hold."""

from __future__ import annotations

from typing import Literal

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
Presence = Literal["in-person", "video", "represented", "absent", "announced"]
AWAY = ("absent", "represented")
"""Who was not there."""
UNSEEN = (*AWAY, "announced")
"""Who was not there, or of whom only an announcement tells."""
DocumentType = Literal[
    "treaty", "charter", "agreement", "protocol", "declaration", "statement", "decision", "regulation", "strategy", "concept",
    "plan", "programme", "model-law", "memorandum", "list", "appeal", "other",
]  # fmt: skip
DocumentAction = Literal["expected", "cleared", "signed", "approved", "adopted", "ratified", "not-signed"]
UNDONE = ("expected", "not-signed")
"""What was not done with a document: it was only announced, or put forward and not signed."""

ExerciseKind = Literal["exercise", "operation", "mission"]
ExerciseStatus = Literal["held", "announced", "cancelled"]
SourceKind = Literal["official-csto", "state", "agency", "press", "legal", "reference"]
