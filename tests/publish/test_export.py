"""The front of the room: formats by name, nothing overwritten, nothing partial, progress, missing extras."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from csto_cli.errors import CstoError, OutputError, StoreError, WrongUsage
from csto_cli.model import Record
from csto_cli.publish import FORMATS, cite, export
from csto_cli.store import Store
from tests.factories import document, make_store, meeting, write_store

ROOT = Path(__file__).resolve().parents[2]
NEEDS = {"ics": "icalendar", "parquet": "pyarrow"}
FULL = sorted(FORMATS)


def need(to: str) -> None:
    """Skip where the extra of a format is not installed."""
    if to in NEEDS:
        pytest.importorskip(NEEDS[to], reason=f"the extra {to} is not installed")


def entries(folder: Path) -> list[str]:
    """Everything in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("to", FULL)
def test_every_format_writes_something_for_the_nasty_store(nasty: Store, tmp_path: Path, to: str) -> None:
    need(to)
    export(nasty, None, to, tmp_path / "out")
    assert (tmp_path / "out").exists()
    assert entries(tmp_path) in (["out"], ["out", "out.metadata.json"])


@pytest.mark.parametrize("to", FULL)
def test_the_same_store_gives_the_same_bytes(nasty: Store, tmp_path: Path, to: str) -> None:
    need(to)
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        export(nasty, None, to, tmp_path / name / "out")
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        made.append([path.read_bytes() for path in files])
    assert made[0] == made[1]


@pytest.mark.parametrize("to", FULL)
def test_an_empty_choice_makes_an_empty_file_and_a_note(nasty: Store, tmp_path: Path, to: str) -> None:
    need(to)
    notes = export(nasty, {"meetings": []}, to, tmp_path / "out")
    assert notes == ["nothing fits: what is written is valid and holds no records"]
    assert (tmp_path / "out").exists()


def test_an_unknown_format_lists_the_known_ones(nasty: Store, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match=r"no format 'xlsx'; the formats are: sqlite, csv, .*html"):
        export(nasty, None, "xlsx", tmp_path / "out")
    with pytest.raises(WrongUsage, match="no style 'apa'; the styles are: text, bibtex, csl-json, ris, markdown"):
        cite(nasty, [], "apa")


@pytest.mark.parametrize("to", ["sqlite", "csv", "bibtex"])
def test_what_exists_is_left_alone_without_force(nasty: Store, tmp_path: Path, to: str) -> None:
    target = tmp_path / "out"
    target.write_text("mine")
    with pytest.raises(OutputError, match="exists; give --force") as caught:
        export(nasty, None, to, target)
    assert caught.value.exit_code == 4
    assert target.read_text() == "mine"
    assert entries(tmp_path) == ["out"]
    export(nasty, None, to, target, force=True)
    assert target.is_dir() or target.read_bytes() != b"mine"


def test_metadata_beside_a_database_are_not_overwritten_either(nasty: Store, tmp_path: Path) -> None:
    (tmp_path / "csto.metadata.json").write_text("mine")
    with pytest.raises(OutputError, match=r"csto\.metadata\.json exists"):
        export(nasty, None, "sqlite", tmp_path / "csto.sqlite")
    assert entries(tmp_path) == ["csto.metadata.json"]


def test_force_replaces_an_export_but_no_other_folder(nasty: Store, tmp_path: Path) -> None:
    export(nasty, None, "csv", tmp_path / "out")
    export(nasty, {"topics": []}, "csv", tmp_path / "out", force=True)
    assert (tmp_path / "out" / "topics.csv").read_text(encoding="utf-8").count("\n") == 1
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.odt").write_text("years of work")
    with pytest.raises(OutputError, match="no export made"):
        export(nasty, None, "csv", tmp_path / "home", force=True)
    assert (tmp_path / "home" / "thesis.odt").read_text() == "years of work"
    assert entries(tmp_path) == ["home", "out"]


@pytest.mark.parametrize("force", [True, False])
@pytest.mark.parametrize(("to", "name"), [("md", "out"), ("sqlite", "out"), ("csv", "out.zip")])
def test_a_file_never_replaces_a_folder(nasty: Store, tmp_path: Path, to: str, name: str, force: bool) -> None:
    export(nasty, None, "csv", tmp_path / "out")
    folder = (tmp_path / "out").rename(tmp_path / name)
    with pytest.raises(OutputError, match="is a folder, which a file does not replace") as caught:
        export(nasty, None, to, folder, force)
    assert caught.value.exit_code == 4
    assert (folder / "meetings.csv").is_file()
    assert entries(tmp_path) == [name]


def test_a_missing_folder_and_a_socket_are_refused(nasty: Store, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no folder"):
        export(nasty, None, "ris", tmp_path / "none" / "out.ris")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "s"))
        for force in (True, False):
            with pytest.raises(OutputError, match=r"s is a disk or a socket; name a file$"):
                export(nasty, None, "ris", tmp_path / "s", force)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
def test_a_folder_that_takes_no_files_is_refused(nasty: Store) -> None:
    with pytest.raises(OutputError, match=r"/proc/out\.ris could not be written") as caught:
        export(nasty, None, "ris", Path("/proc/out.ris"))
    assert caught.value.exit_code == 4


def test_a_database_that_is_being_written_is_left_alone(nasty: Store, tmp_path: Path) -> None:
    (tmp_path / "c.sqlite").write_text("old")
    (tmp_path / "c.sqlite-wal").write_text("pages")
    with pytest.raises(OutputError, match=r"c\.sqlite-wal exists"):
        export(nasty, None, "sqlite", tmp_path / "c.sqlite", force=True)
    assert entries(tmp_path) == ["c.sqlite", "c.sqlite-wal"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_refused(nasty: Store, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="could not be written"):
        export(nasty, None, "ris", tmp_path / "out.ris")


@pytest.mark.parametrize("to", ["html", "csv"])
def test_a_full_disk_leaves_nothing(nasty: Store, tmp_path: Path, to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").write_text("old")

    def full(path: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="out could not be written: No space left on device"):
        export(nasty, None, to, tmp_path / "out", force=True)
    assert entries(tmp_path) == ["out"]
    assert (tmp_path / "out").read_text() == "old"


def test_a_full_disk_under_sqlite_leaves_nothing(nasty: Store, tmp_path: Path) -> None:
    """A file-size limit of the system stands for the disk: SQLite's own writes fail half-way."""
    resource = pytest.importorskip("resource", reason="this system has no limits of file size")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, before[1]))
        with pytest.raises(OutputError, match="could not be written"):
            export(nasty, None, "sqlite", tmp_path / "out.sqlite")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert entries(tmp_path) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_half_way_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    """The export is made to mind the signal, which a shell or nohup above this test can have told it not to."""
    db = write_store(tmp_path / "db.json")
    out = tmp_path / "out"
    out.mkdir()
    program = f"""
        import signal, time
        from pathlib import Path
        from csto_cli.publish import export
        from csto_cli.store import open_store
        def slowly(done, total):
            print("working", flush=True)
            time.sleep(30)
        signal.signal({int(number)}, signal.default_int_handler if {int(number)} == signal.SIGINT else signal.SIG_DFL)
        export(open_store(Path({str(db)!r})), None, "csv", Path({str(out / "made")!r}), False, slowly)
    """
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"working\n"
        assert entries(out) != [], "the export had not begun to write"
        process.send_signal(number)
        assert process.wait(timeout=20) == -number
    assert entries(out) == []


def test_progress_counts_every_record_once_and_ends_at_the_total(nasty: Store, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    export(nasty, None, "sqlite", tmp_path / "out", progress=lambda done, total: seen.append((done, total)))
    totals = {total for _, total in seen}
    assert totals == {sum(len(nasty.table(name)) for name in ("meta", "states", "officials", "offices", "bodies", "meetings",
                      "documents", "exercises", "chairmanships", "topics", "sources"))}  # fmt: skip
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == totals.pop()


@pytest.mark.parametrize(("to", "module"), sorted(NEEDS.items()))
def test_a_missing_extra_is_named(nasty: Store, tmp_path: Path, to: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(CstoError, match=rf"^--to {to} needs a package: pip install '\.\[{to}\]' in a checkout of csto$") as caught:
        export(nasty, None, to, tmp_path / "out")
    assert caught.value.exit_code == 2 and not isinstance(caught.value, WrongUsage)
    assert entries(tmp_path) == []


def test_heavy_libraries_are_loaded_only_by_the_formats_that_need_them() -> None:
    program = (
        "import sys, csto_cli.publish, csto_cli.publish.citing; "
        "print(sorted({'pyarrow', 'icalendar', 'sqlite3', 'rich', 'tinydb'} & set(sys.modules)))"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=env).stdout == "[]\n"


@pytest.mark.parametrize("to", ["sqlite", "csv", "html"])
def test_a_reference_to_nothing_is_refused(tmp_path: Path, to: str) -> None:
    broken = make_store(meetings=[meeting(chair="nobody")])
    with pytest.raises(StoreError, match=r"chair of astana-2018-05-cssc names 'nobody', which is not in officials"):
        export(broken, None, to, tmp_path / "out")
    assert entries(tmp_path) == []


def test_what_a_link_points_to_is_written_and_the_link_stays(store: Store, tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    export(store, None, "md", tmp_path / "link.md", force=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8").startswith("# A small record")


@pytest.mark.parametrize("to", FORMATS)
def test_no_format_takes_a_day_that_does_not_exist(tmp_path: Path, to: str) -> None:
    with pytest.raises(StoreError, match=r"meetings/astana-2018-05-cssc date: '2018-02-30' is not a date that exists"):
        export(make_store(meetings=[meeting(date="2018-02-30")]), None, to, tmp_path / "out")
    assert entries(tmp_path) == []


def test_a_filtered_export_tells_what_was_chosen_from_what_is_kept_for_it(tmp_path: Path) -> None:
    store = make_store(documents=[document(), document("other")])
    chosen: dict[str, list[Record]] = {"documents": [store.get("other") or {}]}
    export(store, chosen, "sqlite", tmp_path / "c.sqlite")
    with closing(sqlite3.connect(tmp_path / "c.sqlite")) as connection:
        assert connection.execute("SELECT table_name, id FROM chosen").fetchall() == [("documents", "other")]
        assert connection.execute("SELECT count(*) FROM meetings").fetchone() == (1,)
        columns = connection.execute("SELECT name, type, \"notnull\", pk FROM pragma_table_info('chosen')").fetchall()
        assert columns == [("table_name", "TEXT", 1, 0), ("id", "TEXT", 1, 1)]
    export(store, chosen, "csv", tmp_path / "csv")
    assert (tmp_path / "csv" / "chosen.csv").read_text(encoding="utf-8") == "table_name,id\ndocuments,other\n"
    assert json.loads((tmp_path / "csv" / "datapackage.json").read_text(encoding="utf-8"))["chosen"] == {"documents": ["other"]}
    export(store, None, "csv", tmp_path / "all")
    assert "chosen" not in json.loads((tmp_path / "all" / "datapackage.json").read_text(encoding="utf-8"))


def test_of_a_filter_that_nothing_fits_nothing_was_chosen(store: Store, tmp_path: Path) -> None:
    export(store, {"meetings": []}, "sqlite", tmp_path / "c.sqlite")
    with closing(sqlite3.connect(tmp_path / "c.sqlite")) as connection:
        assert connection.execute("SELECT * FROM chosen").fetchall() == []


@pytest.mark.parametrize(("to", "letters"), [("html", 300), ("csv", 300), ("sqlite", 300), ("sqlite", 250)])
def test_a_name_that_is_too_long_is_said_to_be_so(
    store: Store, tmp_path: Path, to: str, letters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database of 250 letters has a name that would do, but its metadata would not."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError) as caught:
        export(store, None, to, Path("x" * letters))
    assert (caught.value.message, caught.value.exit_code) == (f"{'x' * 80}… could not be written: File name too long", 4)
    assert entries(tmp_path) == []


def test_a_link_in_a_circle_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OutputError, match="leads nowhere"):
        export(store, None, "md", tmp_path / "loop", force=True)
