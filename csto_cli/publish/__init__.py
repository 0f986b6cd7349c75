"""The whole store, or what was chosen of it, -> a file another program opens; and citations.

One small file a format, all of one signature, chosen by name in one place: `FORMATS`. `STYLES` is the same for citations.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from csto_cli.disputes import is_disputed
from csto_cli.errors import OutputError, WrongUsage, failure, listed
from csto_cli.model import Record
from csto_cli.store import Store

Progress = Callable[[int, int], None]

FORMATS: dict[str, str] = {
    "sqlite": "an SQLite database with keys, full-text search and views; metadata for Datasette beside it",
    "csv": "a folder of CSV files, or a zip where PATH ends in .zip, with a Frictionless datapackage.json",
    "parquet": "a folder of Parquet files (extra: parquet)",
    "ics": "a calendar of meetings and exercises (extra: ics)",
    "popolo": "Popolo JSON: people, organisations, posts, memberships, events, areas",
    "jsonld": "JSON-LD in the terms of schema.org",
    "graphml": "a graph of people, bodies and meetings",
    "bibtex": "BibTeX of sources and documents",
    "csl-json": "CSL-JSON of sources and documents",
    "ris": "RIS of sources and documents",
    "md": "a hand-out in Markdown",
    "html": "a hand-out as one page to read or print",
}
"""What `--to` takes, and what it makes. The module of a format is named after it."""

HELD: dict[str, tuple[str, ...]] = {"ics": ("meetings", "exercises")}
"""The tables of which a format can hold records, for formats that cannot hold those of every table."""

PREFERRED_ONLY = ("popolo", "jsonld", "graphml")
"""The formats that have no place for what sources disagree on."""

STYLES: dict[str, str] = {
    "text": "one plain style of our own: author, title, date, where, address, day of reading",
    "bibtex": "BibTeX, for BibTeX and biblatex",
    "csl-json": "CSL-JSON, for citation processors and Zotero",
    "ris": "RIS, for reference managers",
    "markdown": "the plain style with links",
}
"""What `--style` takes, and what it is."""


def cite(store: Store, records: list[Record], style: str = "text", lang: str = "en") -> str:
    """The citations of `records` with the sources they rest on, nested ones too; of the data set itself where there are none.

    Names are in `lang` where the record has them so.

    A record may be a part of one in the store, made by `parts.part_of`. Raises WrongUsage for an unknown style.
    """
    if style not in STYLES:
        raise WrongUsage(f"no style {style!r}; the styles are: {listed(STYLES)}")
    from csto_cli.publish import citing

    return citing.cite(store, records, style, lang)


def export(
    store: Store,
    chosen: dict[str, list[Record]] | None,
    to: str,
    path: Path,
    force: bool = False,
    progress: Progress | None = None,
) -> list[str]:
    """Write the store (or the `chosen` records by table, with what they refer to where the format has keys) to `path`.

    Returns notes for stderr. `progress` is called with the records done and the records in all. Raises WrongUsage for an unknown format,
    PackageNeeded for a missing extra, StoreError for a store with a day that does not exist, a reference to nothing or a field that the
    model does not know, OutputError where nothing could be written (nothing partial is left), BrokenPipeError where `path` is a pipe whose
    reader went away.
    """
    if to not in FORMATS:
        raise WrongUsage(f"no format {to!r}; the formats are: {listed(FORMATS)}")
    from csto_cli.checks import refuse_invalid
    from csto_cli.checks.form import real_days
    from csto_cli.publish.atomic import publish
    from csto_cli.publish.selection import selection
    from csto_cli.publish.streams import is_stream

    # A day that does not exist stops every question of csto; another program might take it as it stands.
    refuse_invalid(store, [real_days])
    module = import_module(f"csto_cli.publish.{to.replace('-', '_')}")
    path = path if is_stream(path) else _pointed_to(path)
    picked = selection(store, chosen)
    total = sum(len(records) for records in picked.tables.values())
    done = 0

    def each() -> None:
        nonlocal done
        done += 1
        if progress:
            progress(min(done, total), total)

    folder = hasattr(module, "makes_folder") and module.makes_folder(path)
    notes = publish(lambda scratch: module.write(store, picked, scratch, path, each), module.targets(path), force, folder)
    if progress:
        progress(total, total)
    disputed = sum(is_disputed(record) for records in picked.tables.values() for record in records)
    if disputed and to in PREFERRED_ONLY:
        notes.append(f"records on which sources disagree, of which {to} holds the preferred values only: {disputed}")
    return picked.notes + notes


def _pointed_to(path: Path) -> Path:
    """What a link points to, which is written instead of the link; a link to nothing is as good as the file it names.

    Raises OutputError for a link that leads nowhere, and for a path that the system cannot take.
    """
    try:
        linked = path.is_symlink()
    except OSError as error:
        raise OutputError(failure(path, "could not be written", error)) from error
    try:
        return path.resolve() if linked else path
    except (OSError, RuntimeError) as error:
        raise OutputError(f"{path} is a link that leads nowhere") from error
