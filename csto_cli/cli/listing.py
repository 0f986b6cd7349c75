"""Any list: what was typed -> the rows that fit -> the answer with its notes.

Apart from the commands, whose help needs none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from csto_cli.cli.asked import Asked
from csto_cli.cli.asking import criteria_of, types_of
from csto_cli.cli.delivery import check_output, citing, with_notes
from csto_cli.cli.fields import asked_fields, sorted_rows
from csto_cli.cli.list_notes import list_notes
from csto_cli.errors import CstoError
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.queries.lists import select
from csto_cli.queries.timeline import KINDS
from csto_cli.queries.timeline import timeline as timeline_rows
from csto_cli.store import Store
from csto_cli.views.answer import Answer
from csto_cli.views.lists import list_answer
from csto_cli.views.text import Reader


def ask_list(
    store: Store,
    table: str,
    asked: Asked,
    choose: Callable[[Store, Criteria], Sequence[Row]] | None = None,
    datable: Sequence[str] | None = None,
) -> Answer:
    """Any list: what was typed -> the rows that fit -> the answer with its notes; those of `datable` tables without a date are counted."""
    check_output(asked)
    fields = asked_fields(table, asked)
    missing: list[CstoError] = []
    criteria = criteria_of(store, table, asked, missing)
    rows = list(choose(store, criteria) if choose else select(store, table, criteria))
    if asked.certain:
        rows = [row for row in rows if row.certainty in (None, "yes")]
    reader = Reader(store, asked.lang, citing(asked))
    rows = sorted_rows(reader, rows, table, criteria, asked)
    answer = list_answer(reader, table, rows[: asked.limit], criteria, fields, asked.expand)
    answer.missing.extend(missing)
    return with_notes(answer, list_notes(store, table, asked, criteria, rows, (table,) if datable is None else datable))


def entries(store: Store, asked: Asked) -> Answer:
    """The timeline as a list: entries of all tables instead of the records of one."""
    kinds = types_of("timeline", asked.type, (*KINDS, *ALSO))
    kinds = frozenset(ALSO.get(kind, kind) for kind in kinds) if kinds else None
    datable = [table for table in ("meetings", "documents", "exercises") if kinds is None or table.removesuffix("s") in kinds]

    def choose(store: Store, criteria: Criteria) -> list[Row]:
        return timeline_rows(store, replace(criteria, types=kinds), asked.lang)

    return ask_list(store, "timeline", replace(asked, type=[]), choose, datable)


ALSO = {"membership": "milestone"}
"""What `changes` calls a kind of entry."""
