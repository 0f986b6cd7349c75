"""Exports into pipes and devices: the same bytes as in a file, nothing replaced, nothing left."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from csto_cli.errors import OutputError
from csto_cli.publish import export
from csto_cli.store import Store
from tests.publish.conftest import exported


def through_a_pipe(store: Store, to: str, pipe: Path) -> tuple[bytes, list[str]]:
    """What came out of a pipe of that name, and the notes."""
    os.mkfifo(pipe)
    came: list[bytes] = []
    reader = threading.Thread(target=lambda: came.append(pipe.read_bytes()))
    reader.start()
    notes = export(store, None, to, pipe)
    reader.join(timeout=20)
    return came[0], notes


@pytest.mark.parametrize(("to", "name"), [("html", "out"), ("csv", "out.zip"), ("ris", "out")])
def test_a_pipe_gets_the_bytes_of_the_file_and_stays_a_pipe(nasty: Store, tmp_path: Path, to: str, name: str) -> None:
    (tmp_path / "file").mkdir()
    wanted = exported(nasty, to, tmp_path / "file" / name).read_bytes()
    assert through_a_pipe(nasty, to, tmp_path / name)[0] == wanted
    assert (tmp_path / name).is_fifo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", name]


def test_a_database_goes_into_a_pipe_without_its_metadata_and_says_so(nasty: Store, tmp_path: Path) -> None:
    data, notes = through_a_pipe(nasty, "sqlite", tmp_path / "c.sqlite")
    assert notes == [f"c.metadata.json is left out, for {tmp_path / 'c.sqlite'} takes one file"]
    assert [path.name for path in tmp_path.iterdir()] == ["c.sqlite"]
    (tmp_path / "copy").write_bytes(data)
    with closing(sqlite3.connect(tmp_path / "copy")) as connection:
        assert connection.execute("SELECT count(*) FROM meetings").fetchone() == (2,)


def test_a_link_to_a_device_is_written_through(nasty: Store, tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to("/dev/null")
    assert export(nasty, None, "md", tmp_path / "out") == []
    assert (tmp_path / "out").is_symlink()


def test_an_open_file_of_this_process_is_written_from_where_it_stands(nasty: Store, tmp_path: Path) -> None:
    wanted = exported(nasty, "md", tmp_path / "wanted").read_bytes()
    with (tmp_path / "out").open("wb", buffering=0) as file:
        file.write(b"before\n")
        export(nasty, None, "md", Path(f"/dev/fd/{file.fileno()}"))
        file.write(b"after\n")
    assert (tmp_path / "out").read_bytes() == b"before\n" + wanted + b"after\n"


def test_a_folder_does_not_fit_into_a_stream(nasty: Store) -> None:
    with pytest.raises(OutputError) as caught:
        export(nasty, None, "csv", Path("/dev/null"))
    assert caught.value.message == "/dev/null takes one file, and this format makes a folder of them; name a folder, or of CSV a zip"


def test_a_reader_that_went_away_is_no_output_error(nasty: Store) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with pytest.raises(BrokenPipeError), os.fdopen(writing, "wb"):
        export(nasty, None, "md", Path(f"/dev/fd/{writing}"))
