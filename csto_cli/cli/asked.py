"""What was typed, as one value: every option of every command, with what it is when nobody typed it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """What was typed; each command fills the part that it takes."""

    names: list[str] = field(default_factory=list)
    on: str | None = None
    year: str | None = None
    since: str | None = None
    until: str | None = None
    state: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    place: list[str] = field(default_factory=list)
    office: list[str] = field(default_factory=list)
    meeting: list[str] = field(default_factory=list)
    topic: list[str] = field(default_factory=list)
    type: list[str] = field(default_factory=list)
    series: list[str] = field(default_factory=list)
    person: list[str] = field(default_factory=list)
    presence: list[str] = field(default_factory=list)
    action: list[str] = field(default_factory=list)
    at: list[str] = field(default_factory=list)
    history: bool = False
    table: str | None = None
    explain: bool = False
    certain: bool = False
    disputed: bool = False
    coverage: bool = False
    gaps: bool = False
    fix: bool = False
    sort: str | None = None
    reverse: bool = False
    limit: int | None = None
    format: str | None = None
    json: bool = False
    fields: str | None = None
    ids: bool = False
    expand: bool = False
    sources: bool = False
    exit_status: bool = False
    lang: str = "en"
    db: str | None = None
