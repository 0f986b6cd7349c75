"""csto: a terminal reference on the Collective Security Treaty Organization.

The house, top floor first. A room imports only from rooms below it; `tests/test_rooms.py` holds that.

    cli/        the door: parse, ask one question, hand the answer on
    publish/    the whole store -> a file another program opens; citations
    render/     an answer -> text, one small function per format
    views/      records -> the columns and cards that a reader sees
    checks/     a visible list of small functions: store -> problems
    queries/    the questions themselves, pure; the day asked about is an argument
    names/      what a person typed -> the records it can mean, in any spelling and script
    schema.py   the model as strict msgspec types: validation and JSON Schema
    store.py    finds and opens db.json; the only room that knows TinyDB
    disputes.py on what sources disagree, and what that makes possible
    dates.py    dates known to the year, month or day; spans with unknown ends
    model.py    the records, once: fields, types, vocabularies, references
    errors.py   one family of errors, each with its exit code
"""

__version__ = "0.1.0"
