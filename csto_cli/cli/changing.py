"""`changes`: what changed between two meetings or two days."""

from __future__ import annotations

from csto_cli.cli.asked import Asked
from csto_cli.cli.asking import ids_of, period_notes, period_of, types_of
from csto_cli.cli.dating import dated, moment_notes
from csto_cli.cli.delivery import check_output, citing, with_notes
from csto_cli.cli.fields import asked_fields
from csto_cli.cli.options import OUTPUT, takes
from csto_cli.dates import ALWAYS, Days, today_utc
from csto_cli.errors import WrongUsage
from csto_cli.queries.changes import FIELDS, KINDS, REFERENCES, undated
from csto_cli.queries.changes import changes as changes_in
from csto_cli.queries.criteria import none_came
from csto_cli.queries.moments import days_meant
from csto_cli.store import Store
from csto_cli.views.answer import Answer
from csto_cli.views.changing import changes_answer
from csto_cli.views.expand import entry_names
from csto_cli.views.notes import NOTHING_TYPED, counted, limit_note
from csto_cli.views.text import Reader


@takes("year", "since", "until", "state", "office", "type", "certain", "disputed", "reverse", "limit", *OUTPUT)
def changes(store: Store, asked: Asked) -> Answer:
    """What changed between two meetings or two days: offices that changed hands, documents adopted or in force, memberships, the chair.

    --since and --until take a day or a meeting reference and count themselves in; without --until, up to the record's day. --type takes
    office, document, membership (or milestone) or chair. Columns: kind; date (earliest to latest where no source states a day); event;
    what; from; to; certainty (yes, possibly); record (an id). A holder in a caretaker's role is marked acting; what sources disagree on
    says so (in JSON, disputed is true). Who left and who followed within a month changed hands once, on the successor's first day; else
    each is told by itself.

    csto changes --since astana-2018-05-cssc --until astana-2018-11-csc

    csto changes --since 2016 --until 2018 --office secretary-general
    """
    check_output(asked)
    fields = asked_fields("changes", asked, (*FIELDS, "what"), entry_names(REFERENCES, FIELDS))
    kinds = types_of("changes", asked.type, (*KINDS, *ALSO))
    kinds = frozenset(ALSO.get(kind, kind) for kind in kinds) if kinds else None
    period = period_between(store, asked)
    states, offices = ids_of(store, asked.state, "states"), ids_of(store, asked.office, "offices")
    found = [change for change in changes_in(store, period, states, offices, kinds) if "disputed" in change.entry or not asked.disputed]
    possible = sum(change.certainty == "possibly" for change in found)
    if asked.certain:
        found = [change for change in found if change.certainty == "yes"]
    if asked.reverse:
        found.reverse()
    answer = changes_answer(Reader(store, asked.lang, citing(asked)), found[: asked.limit], fields, asked.expand)
    notes = [
        *moment_notes(store, asked),
        f"from {period.first} to {period.last}",
        *period_notes(store, period),
        *limit_note(len(found), asked.limit),
    ]
    if none_came(states, offices):
        return with_notes(answer, [NOTHING_TYPED])
    if not found:
        notes.append("the record has no such change between these days; that does not say that there was none")
    if possible and not asked.certain:
        notes.append(f"{possible} of {len(found)} only possibly in these days (--certain leaves them out)")
    if (lacking := undated(store, states, offices)) and (kinds is None or "office" in kinds):
        notes.append(f"{counted(lacking, 'holding')} with no day of coming or going in the record left out")
    return with_notes(answer, notes)


ALSO = {"milestone": "membership"}
"""What `timeline` calls a kind of change."""


def period_between(store: Store, asked: Asked) -> Days:
    """The days from --since to --until, of --year where that is asked; WrongUsage where there are none or nobody said since when."""
    if asked.year is not None:
        return period_of(dated(store, asked)) or ALWAYS
    if asked.since is None:
        raise WrongUsage("changes since when? name a day or a meeting with --since, or a year with --year")
    today = today_utc()
    period = Days(days_meant(store, asked.since, today).first, days_meant(store, asked.until or store.meta["as_of"], today).last)
    if period.first > period.last:
        until = f"--until {asked.until}" if asked.until else f"the record's day, {store.meta['as_of']},"
        raise WrongUsage(f"{until} is before --since {asked.since}")
    return period
