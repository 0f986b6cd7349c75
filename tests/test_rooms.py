"""The house keeps its order: rooms import downward, the weight of a look-up stays out of it, no file and no function grows too long."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import csto_cli
from tests.cli.running import ROOT, environment

HOUSE = ROOT / "csto_cli"
FILES = sorted(HOUSE.rglob("*.py"))
ENTRANCES = {"__init__", "__main__"}
"""Files at the top that are no room: the map and `python -m csto_cli`."""
MOST_LINES = 350
MOST_LINES_OF_A_FUNCTION = 60


def rooms() -> list[str]:
    """The rooms in the order of the house's own map, top floor first."""
    return re.findall(r"^    (\w+)(?:/|\.py) ", csto_cli.__doc__ or "", re.MULTILINE)


def room_of(file: Path) -> str:
    """The room a file belongs to."""
    parts = file.relative_to(HOUSE).with_suffix("").parts
    return parts[0]


def imported(source: str) -> Iterator[tuple[str, int]]:
    """The rooms that a source imports, wherever in the file it does, with the line."""
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "csto_cli" else [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            raise AssertionError("imports are absolute in this house")
        for name in names:
            parts = name.split(".")
            if parts[0] == "csto_cli" and len(parts) > 1 and parts[1] != "__version__":
                yield parts[1], node.lineno


def upward(room: str, source: str) -> list[str]:
    """The imports of a source that go up or sideways into a room that the map does not have."""
    order = {name: floor for floor, name in enumerate(rooms())}
    return [f"{name} (line {line})" for name, line in imported(source) if name != room and order.get(name, -1) <= order[room]]


def test_the_map_names_every_room() -> None:
    assert len(rooms()) == len(set(rooms())) > 5
    assert {room_of(file) for file in FILES} - ENTRANCES == set(rooms())


@pytest.mark.parametrize("file", [file for file in FILES if room_of(file) not in ENTRANCES], ids=lambda file: str(file.relative_to(HOUSE)))
def test_a_room_imports_only_rooms_below_it(file: Path) -> None:
    assert upward(room_of(file), file.read_text(encoding="utf-8")) == []


def test_there_are_imports_to_judge_and_a_wrong_one_is_seen() -> None:
    found = [name for file in FILES for name, _ in imported(file.read_text(encoding="utf-8"))]
    assert len(found) > 100
    assert set(found) >= {"store", "model", "errors", "names", "queries", "views", "render"}
    assert upward("store", "from csto_cli.cli import main") == ["cli (line 1)"]
    assert upward("model", "def late():\n    import csto_cli.store") == ["store (line 2)"]
    assert upward("names", "from csto_cli import queries") == ["queries (line 1)"]
    assert upward("queries", "from csto_cli.names.fold import fold") == []


def test_only_the_store_knows_tinydb_and_only_the_screen_knows_rich() -> None:
    def users(package: str) -> set[str]:
        pattern = re.compile(rf"^\s*(from|import) {package}\b", re.MULTILINE)
        return {room_of(file) for file in FILES if pattern.search(file.read_text(encoding="utf-8"))}

    assert users("tinydb") == {"store"}
    assert users("rich") <= {"render", "cli"}
    assert users("typer") == {"cli"}


HEAVY = {
    "rich",
    "msgspec",
    "rapidfuzz",
    "hypothesis",
    "sqlite3",
    "csv",
    "pydantic",
    "asyncio",
    "email",
    "http",
    "unittest",
    "xml",
    "icalendar",
}
FOLDING = {"anyascii"}


def loaded(*args: str) -> tuple[set[str], str]:
    """The modules that a run of `csto` loads, and what it printed."""
    script = (
        "import sys, atexit\n"
        "atexit.register(lambda: print('\\n'.join(sorted({name.partition('.')[0] for name in sys.modules})), file=sys.stderr))\n"
        "from csto_cli.cli import main\nmain(sys.argv[1:])"
    )
    done = subprocess.run([sys.executable, "-c", script, *args], capture_output=True, text=True, env=environment(), cwd=ROOT, check=True)
    return set(done.stderr.split()), done.stdout


@pytest.mark.parametrize(
    "args",
    [
        ["who", "kazakhstan"],
        ["show", "astana-2018-05-cssc", "--json"],
        ["meetings", "--year", "2018"],
        ["states", "--on", "2007-01-01", "--ids"],
        ["docs", "--meeting", "astana-2018-05-cssc", "--format", "csv"],
        ["--help"],
        ["meetings", "--help"],
        ["help", "formats"],
    ],
    ids=" ".join,
)
def test_what_a_piped_lookup_must_not_load(args: list[str]) -> None:
    modules, out = loaded(*args)
    assert out
    assert "csto_cli" in modules
    assert modules & HEAVY == set()


@pytest.mark.parametrize(
    "args",
    [
        ["who", "Kazakhstan"],
        ["show", "astana-2018-05-cssc", "--json"],
        ["meetings", "--state", "kazakhstan"],
        ["docs", "--meeting", "astana-2018"],
    ],
    ids=" ".join,
)
def test_scripts_are_not_folded_where_ascii_was_typed(args: list[str]) -> None:
    assert loaded(*args)[0] & FOLDING == set()


def test_help_does_not_open_the_store() -> None:
    for args in (["--help"], ["who", "--help"]):
        assert "tinydb" not in loaded(*args)[0]


def test_a_screen_loads_rich_and_this_test_would_see_it() -> None:
    assert "rich" in loaded("states", "--format", "table")[0]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOUSE)))
def test_no_file_and_no_function_is_too_long(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MOST_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= MOST_LINES_OF_A_FUNCTION, f"{node.name} has {length} lines"
