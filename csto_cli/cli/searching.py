"""`search`: full text over the record."""

from __future__ import annotations

from csto_cli.cli.asked import Asked
from csto_cli.cli.asking import given
from csto_cli.cli.delivery import check_output, citing, for_screen, in_colour, with_notes
from csto_cli.cli.fields import asked_fields
from csto_cli.cli.options import OUTPUT, names_argument, takes
from csto_cli.cli.tables import table_named
from csto_cli.errors import WrongUsage
from csto_cli.names.typed import refuse_long
from csto_cli.queries.search import SEARCHED, parse
from csto_cli.queries.search import search as search_record
from csto_cli.store import Store
from csto_cli.views.answer import Answer
from csto_cli.views.found import COLUMNS, found_answer
from csto_cli.views.notes import limit_note
from csto_cli.views.text import Reader

ALIKE = "nothing has these words as typed; shown is what begins alike"


@takes(
    "table",
    "limit",
    *OUTPUT,
    names=names_argument(
        'Words, all of which must be found; "a phrase"; -word leaves out. After -- words may begin with a hyphen.', "WORDS...", "none"
    ),
)
def search(store: Store, asked: Asked) -> Answer:
    """Full text over titles, names, summaries, agendas, places and topics, in English and Russian; best first.

    A word finds what begins like it and its other forms; one of up to three letters (UN, Zas), or one in quotes, only the word itself.
    What means the same comes after what has the word: UN also finds the United Nations, drill exercises, summit sessions of the Council.

    What a record says is searched, with its chair; who else sat at meetings is not: csto meetings --person NAME.

    csto search peacekeeper

    csto search наркотики --table docs

    csto search '"information security" -agreement'
    """
    check_output(asked)
    fields = asked_fields("search", asked, COLUMNS)
    table = table_named(asked.table, SEARCHED)
    typed = " ".join(given(asked.names))
    refuse_long(typed)
    words = parse(typed)
    if not words.words and not words.phrases:
        raise WrongUsage('nothing to search for: type a word or a "phrase" that must be found')
    found = search_record(store, typed, (table,) if table else SEARCHED)
    drawn = for_screen(asked)
    reader = Reader(store, asked.lang, citing(asked))
    answer = found_answer(reader, found.hits[: asked.limit], fields, asked.expand, drawn, drawn and in_colour())
    return with_notes(answer, [*limit_note(len(found.hits), asked.limit), *([ALIKE] if found.alike else [])])
