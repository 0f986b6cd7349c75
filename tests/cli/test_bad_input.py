"""Every kind of wrong input: one line that says what to do, the promised exit code, no traceback, nothing on stdout, nothing written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csto_cli.cli.program import COMMANDS
from csto_cli.model import SCHEMA_VERSION
from csto_cli.store import canonical_bytes
from tests.cli.running import REAL, ROOT, csto, environment
from tests.factories import keyed, minimal, write_store

WRONG: dict[str, tuple[list[str], int, str]] = {
    "unknown name": (["who", "atlantis"], 1, "no state, person, office or body 'atlantis' in the record"),
    "unknown reference": (["show", "atlantis-1950"], 1, "'atlantis-1950'"),
    "unknown meeting": (["docs", "--meeting", "atlantis"], 1, "no meeting fits 'atlantis'"),
    "unknown state": (["meetings", "--state", "atlantis"], 1, "no state 'atlantis'"),
    "unknown body": (["meetings", "--body", "atlantis"], 1, "no body 'atlantis'"),
    "unknown office": (["officials", "--office", "atlantis"], 1, "no office 'atlantis'"),
    "unknown person": (["meetings", "--person", "atlantis"], 1, "no person 'atlantis'"),
    "unknown topic": (["docs", "--topic", "atlantis"], 1, "no topic 'atlantis'"),
    "unknown place": (["meetings", "--place", "atlantis"], 1, "no place 'atlantis'"),
    "impossible day": (["who", "kazakhstan", "--on", "2018-02-30"], 2, "'2018-02-30' is no date that exists"),
    "impossible month": (["meetings", "--since", "2018-13"], 2, "'2018-13'"),
    "no date": (["states", "--on", "the day after"], 2, "'the day after'"),
    "empty date": (["states", "--on", ""], 2, "''"),
    "dates that exclude each other": (["states", "--since", "2019", "--until", "2018"], 2, "exclude each other"),
    "period backwards": (["meetings", "--year", "2019..2018"], 2, "ends before it begins"),
    "unknown field": (["states", "--fields", "id,colour"], 2, "no field 'colour'; the fields are: id, name"),
    "no field": (["states", "--fields", ","], 2, "the fields are: id, name"),
    "unknown format": (["states", "--format", "xml"], 2, "no format 'xml'; the formats are: table, json, jsonl, csv, tsv, md"),
    "empty format": (["states", "--format", ""], 2, "no format ''; the formats are: table, json, jsonl, csv, tsv, md"),
    "two formats": (["states", "--json", "--format", "csv"], 2, "two formats"),
    "ids and a format": (
        ["states", "--ids", "--json"],
        2,
        "csto: --ids is a format of its own; leave out --json\n",
    ),
    "ids and fields": (["states", "--ids", "--fields", "id"], 2, "leave out --fields\n"),
    "ids and names": (["states", "--ids", "--expand"], 2, "leave out --expand, or take --fields instead of --ids\n"),
    "ids and sources": (
        ["who", "armenia", "--ids", "--sources", "--expand"],
        2,
        "leave out --expand, --sources, or take --fields instead of --ids\n",
    ),
    "unknown language": (["states", "--lang", "kz"], 2, "no language 'kz'; the languages are: en, ru"),
    "unknown type": (["meetings", "--type", "party"], 2, "no type 'party' here; it is one of: regular, extraordinary, informal"),
    "unknown presence": (
        ["meetings", "--presence", "asleep"],
        2,
        "no presence 'asleep' here; it is one of: in-person, video, represented, absent, announced",
    ),
    "unknown series": (["exercises", "--series", "chess"], 2, "no series 'chess' here; it is one of: air-bridge"),
    "unknown table": (["search", "x", "--table", "chairs-and-tables"], 2, "it is one of:"),
    "unknown sort field": (["states", "--sort", "colour"], 2, "cannot sort by 'colour'; the fields are: id, name"),
    "limit no number": (["states", "--limit", "many"], 2, "csto: --limit takes a number, 0 or more; it was given 'many'\n"),
    "limit no whole number": (["search", "peace", "--limit", "1.5"], 2, "csto: --limit takes a number, 0 or more; it was given '1.5'\n"),
    "limit twice": (["meetings", "--limit", "1", "--limit", "2"], 2, "--limit takes one value; it was given 1, 2"),
    "another year": (["show", "interaction-2002"], 1, "nothing in the record fits 'interaction-2002'"),
    "changes of the future": (["changes", "--since", "2030"], 2, "the record's day, 2026-02-28, is before --since 2030"),
    "limit negative": (["states", "--limit", "-3"], 2, "csto: --limit takes a number, 0 or more; it was given '-3'\n"),
    "ambiguous reference": (["meetings", "--person", "sergei"], 2, "'sergei' fits several; name one by its id"),
    "empty store": (["states", "--db", ""], 3, "--db is empty"),
    "unknown option": (["states", "--colour"], 2, "csto states has no option --colour (see csto states --help)"),
    "option without value": (["states", "--on"], 2, "--on"),
    "argument too many": (["states", "armenia"], 2, "armenia"),
    "no name": (["who"], 2, "name a state, a person, an office or a body"),
    "blank name": (["who", " "], 2, "name a state, a person, an office or a body"),
    "unknown command": (["president"], 2, "no command 'president'; the commands are: who, show"),
    "unknown topic of help": (
        ["help", "cooking"],
        2,
        "no help on 'cooking'; the topics are: exit-codes, formats, dates, names, environment",
    ),
    "unknown shell": (["completion", "tcsh"], 2, "no completion for 'tcsh'; the shells are: bash, zsh, fish"),
}


def is_one_line(err: str) -> bool:
    """Whether stderr is one line of ours, and below it only indented hints."""
    first, *hints = err.splitlines()
    return first.startswith("csto: ") and all(line.startswith("  ") for line in hints) and "Traceback" not in err


@pytest.mark.parametrize("case", WRONG)
def test_wrong_usage_is_one_line_and_the_promised_code(case: str) -> None:
    args, code, said = WRONG[case]
    ran = csto(*args)
    assert ran.code == code
    assert ran.out == ""
    assert is_one_line(ran.err), ran.err
    assert said in ran.err


def test_an_empty_list_is_an_answer_unless_the_exit_status_is_asked_for() -> None:
    ran = csto("meetings", "--year", "1950", "--json")
    assert (ran.code, ran.out) == (0, "[]\n")
    assert ran.err.startswith("csto: note: nothing in the record fits")
    assert csto("meetings", "--year", "1950", "--json", "--exit-status").code == 1
    assert csto("meetings", "--year", "2018", "--ids", "--exit-status").code == 0


def test_near_misses_stand_below_the_line() -> None:
    ran = csto("who", "tajikistun")
    assert ran.code == 1
    assert ran.err.splitlines()[1].startswith("  did you mean tajikistan")


def tables() -> dict[str, Any]:
    """A small valid store as JSON."""
    made: dict[str, Any] = json.loads(canonical_bytes(keyed(minimal())))
    return made


def changed_meta(**fields: Any) -> bytes:
    """The small store with fields of `meta` changed."""
    made = tables()
    made["meta"]["1"].update(fields)
    return json.dumps(made).encode()


BAD_BYTES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t ", "is empty"),
    "not JSON": (b"states: []", "is not JSON"),
    "half of it": (b'{"meta": {"1": {"id": "meta"', "is not JSON"),
    "not UTF-8": (b'{"meta": "\xff"}', "is not UTF-8"),
    "UTF-16": ('{"meta": 1}'.encode("utf-16"), "is not UTF-8"),
    "a list": (b"[]", "another shape"),
    "a number": (b"17", "another shape"),
    "null": (b"null", "another shape"),
    "tables that are lists": (b'{"meta": []}', "another shape"),
    "another store": (b'{"_default": {"1": {"a": 1}}}', "no table 'meta'"),
    "NaN": (b'{"meta": {"1": {"id": NaN}}}', "NaN is not JSON"),
    "Infinity": (b'{"meta": {"1": {"id": -Infinity}}}', "-Infinity is not JSON"),
    "number too large": (b'{"meta": {"1": {"id": 1e999}}}', "too large"),
    "digits without end": (b'{"meta": {"1": {"id": ' + b"9" * 5000 + b"}}}", "is not JSON that can be read"),
    "nested too deep": (b"[" * 200_000, "nested too deep"),
    "objects nested too deep": (b'{"a":' * 200_000, "nested too deep"),
    "half a surrogate pair": (changed_meta(title="x").replace(b'"x"', b'"\\ud800"'), "surrogate"),
    "a key twice": (b'{"meta": {"1": {"id": "meta", "id": "meta"}}}', "has the key 'id' twice"),
    "a raw control character": (b'{"meta": {"1": {"id": "a\x1b[31m"}}}', "is not JSON"),
    "record without id": (changed_meta(id=None), "has no id"),
    "newer version": (changed_meta(schema_version=SCHEMA_VERSION + 1), "update csto to read it"),
    "older version": (changed_meta(schema_version=0), "no longer reads it"),
    "version no number": (changed_meta(schema_version="1"), "schema_version is not a number"),
    "version true": (changed_meta(schema_version=True), "schema_version is not a number"),
}


@pytest.mark.parametrize("case", BAD_BYTES)
def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path: Path, case: str) -> None:
    content, said = BAD_BYTES[case]
    path = tmp_path / "db.json"
    path.write_bytes(content)
    ran = csto("states", "--db", str(path))
    assert (ran.code, ran.out) == (3, "")
    assert is_one_line(ran.err), ran.err
    assert said in ran.err
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def refused_path(path: Path, said: str) -> None:
    """Assert that a path is refused as a store."""
    ran = csto("who", "kazakhstan", "--db", str(path))
    assert (ran.code, ran.out) == (3, "")
    assert is_one_line(ran.err), ran.err
    assert said in ran.err


def test_paths_that_are_no_file(tmp_path: Path) -> None:
    refused_path(tmp_path / "none.json", "name a db.json with --db or CSTO_DB")
    assert not (tmp_path / "none.json").exists()
    refused_path(tmp_path, "is a folder")
    refused_path(Path("/dev/null"), "is not a regular file")
    refused_path(Path("/dev/zero"), "is not a regular file")
    refused_path(tmp_path / ("x" * 300), "cannot be read")
    refused_path(Path("x" * 300), f"csto: {'x' * 80}… cannot be read: File name too long\n")
    os.mkfifo(tmp_path / "fifo")
    refused_path(tmp_path / "fifo", "is not a regular file")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    refused_path(tmp_path / "loop", "cannot be read")
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    refused_path(tmp_path / "dangling", "no store at")
    (tmp_path / "file").write_text("x")
    refused_path(tmp_path / "file" / "db.json", "cannot be read")


def test_the_environment_names_a_store_and_the_option_is_stronger(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.json")
    assert csto("states", env={"CSTO_DB": missing}).code == 3
    assert csto("states", "--db", str(REAL), env={"CSTO_DB": missing}).code == 0
    assert csto("states", env={"CSTO_DB": ""}).code == 0


def test_no_permission_to_read(tmp_path: Path) -> None:
    path = write_store(tmp_path / "db.json")
    path.chmod(0)
    if os.geteuid() != 0:
        refused_path(path, "no permission to read")
        return
    # Root may read everything, so another user asks; a first question loads the code, which that user may not be allowed to read.
    script = """
import os, sys
from csto_cli.cli import main
for drop, path in ((False, sys.argv[1]), (True, sys.argv[2])):
    if drop:
        os.setgroups([]); os.setgid(65534); os.setuid(65534)
    try:
        main(["who", "atlantis", "--db", path])
    except SystemExit as end:
        print(end.code)
"""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        locked = write_store(Path(folder) / "db.json")
        locked.chmod(0)
        command = [sys.executable, "-c", script, str(REAL), str(locked)]
        done = subprocess.run(command, capture_output=True, text=True, env=environment(), cwd=ROOT, check=False)
        assert done.stdout.split() == ["1", "3"]
        assert done.stderr.splitlines()[-1] == f"csto: no permission to read {locked}"


def test_a_file_of_two_hundred_megabytes_is_refused_without_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "db.json"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    ran = csto("states", "--db", str(path))
    assert ran.code == 3
    assert is_one_line(ran.err)


def test_records_of_a_wrong_form_are_the_store_s_fault(tmp_path: Path) -> None:
    made = tables()
    for state in made["states"].values():
        state["memberships"] = "member"
    path = tmp_path / "db.json"
    path.write_text(json.dumps(made))
    ran = csto("states", "--db", str(path), "--on", "2018")
    assert ran.code == 3
    assert "Traceback" not in ran.err


HOSTILE = "[red]a[/red] \x1b[31m\u202eevil\u2066\x9b2J\x07 =1+1"


def hostile_store(path: Path) -> Path:
    """The small store with a state whose name is written to disturb a terminal."""
    made = tables()
    first = next(iter(made["states"].values()))
    first["name"] = {"en": HOSTILE}
    path.write_text(json.dumps(made))
    return path


@pytest.mark.parametrize("format_name", ["table", "json", "jsonl", "csv", "tsv", "md"])
def test_control_and_direction_characters_never_reach_a_terminal(tmp_path: Path, format_name: str) -> None:
    path = hostile_store(tmp_path / "db.json")
    for args in (["states"], ["show", "kazakhstan"]):
        ran = csto(*args, "--format", format_name, "--db", str(path), terminal=True, env={"NO_COLOR": "1", "COLUMNS": "200"})
        assert ran.code == 0
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u2066"} & set(ran.out)
        assert "red" in ran.out and "evil" in ran.out


def test_values_in_a_pipe_are_exact_in_json_and_csv(tmp_path: Path) -> None:
    path = hostile_store(tmp_path / "db.json")
    assert json.loads(csto("states", "--json", "--db", str(path)).out)[0]["name"]["en"] == HOSTILE
    assert HOSTILE in csto("states", "--format", "csv", "--db", str(path)).out


def test_rich_markup_is_shown_as_text(tmp_path: Path) -> None:
    path = hostile_store(tmp_path / "db.json")
    assert "[red]a[/red]" in csto("states", "--format", "table", "--db", str(path), env={"COLUMNS": "200"}).out


def test_what_was_typed_is_echoed_without_control_characters() -> None:
    ran = csto("who", "\x1b[31mred\u202e\udcff")
    assert ran.code == 1
    assert "\\x1b[31mred\\u202e\\udcff" in ran.err
    assert "\x1b" not in ran.err


def test_formulas_are_left_as_they_are_and_counted(tmp_path: Path) -> None:
    made = tables()
    next(iter(made["states"].values()))["name"] = {"en": "=HYPERLINK(1)"}
    path = tmp_path / "db.json"
    path.write_text(json.dumps(made))
    ran = csto("states", "--format", "csv", "--db", str(path))
    assert "=HYPERLINK(1)" in ran.out
    assert "1 of the values begin as a formula does" in ran.err


ARGUMENT = st.one_of(
    st.sampled_from(
        [*COMMANDS, "--on", "--year", "--json", "--ids", "--fields", "--meeting", "--limit", "--sort", "--format", "-", "--", "-h"]
    ),
    st.sampled_from(["2018", "2018-02-30", "kazakhstan", "astana-2018", "id,name", "csv", "latest", "..", "0", "Зась"]),
    st.text(st.characters(exclude_characters="\x00"), max_size=12),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ARGUMENT, max_size=6))
def test_no_command_line_ends_in_a_traceback(small: Path, args: list[str]) -> None:
    if args[:1] == ["export"] or "--fix" in args:
        return
    before = small.read_bytes()
    ran = csto(*args, env={"CSTO_DB": str(small)})
    assert ran.code in (0, 1, 2, 3)
    assert not ran.err or ran.err.startswith("csto: ")
    assert small.read_bytes() == before


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small store on disk."""
    return write_store(tmp_path / "db.json")


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (("who", "--at", "2018-02-30"), "2018-02-30"),
        (("docs", "--meeting", "Astana 31 November 2018"), "2018-11-31"),
        (("meetings", "--meeting", "2018-13"), "2018-13"),
        (("show", "30 февраля 2018"), "2018-02-30"),
        (("cite", "2018-02-30"), "2018-02-30"),
        (("changes", "--since", "astana 2018-02-30"), "2018-02-30"),
        (("export", "--to", "md", "--only", "2018-02-30", "none.md"), "2018-02-30"),
    ],
)
def test_a_reference_with_a_date_that_does_not_exist_is_refused(args: tuple[str, ...], named: str) -> None:
    ran = csto(*args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"csto: {named} is no date that exists")
    assert ran.err.count("\n") == 1


def test_another_option_that_asks_for_days_is_offered() -> None:
    assert csto("changes", "--on", "2018").err.splitlines()[1:4] == [
        "  did you mean --year?",
        "  did you mean --since?",
        "  did you mean --until?",
    ]


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("posts:0", "csto: nikolai-bordyuzha has no part posts 0; its parts: "),
        ("posts:9", "csto: nikolai-bordyuzha has no part posts 9; its parts: "),
        ("posts:x", "csto: nothing in the record fits 'nikolai-bordyuzha:posts:x'\n"),
    ],
)
def test_a_part_that_is_not_there_is_named_as_typed(part: str, said: str) -> None:
    ran = csto("cite", f"nikolai-bordyuzha:{part}")
    assert ran.err.startswith(said)
    assert "a part of a record is cited" not in ran.err


def test_the_words_of_an_option_are_listed_as_they_are_typed() -> None:
    assert csto("docs", "--action", "lost").err == (
        "csto: no action 'lost' here; it is one of: expected, cleared, signed, approved, adopted, ratified, not-signed, in-force\n"
    )
    assert (
        csto("docs", "--action", "in-force", "--year", "2003", "--ids").out
        == csto("docs", "--action", "in force", "--year", "2003", "--ids").out
    )


@pytest.mark.parametrize(
    "asked",
    [["meetings"], ["meetings", "--format", "csv"], ["docs", "--format", "table"], ["who", "armenia", "--format", "tsv"], ["show", "zas"]],
)
def test_names_beside_ids_are_refused_where_no_ids_are_shown(asked: list[str]) -> None:
    ran = csto(*asked, "--expand")
    told = "csto: --expand puts names beside ids in JSON; ask for --json, or name the fields with --fields\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)


@pytest.mark.parametrize(
    "asked",
    [
        ["meetings", "--year", "2018", "--format", "jsonl"],
        ["show", "astana-2018-11-csc", "--format", "csv"],
        ["show", "zas", "--format", "md"],
    ],
)
def test_names_beside_ids_are_shown_wherever_they_are_taken(asked: list[str]) -> None:
    expanded = csto(*asked, "--expand")
    assert expanded.code == 0
    assert expanded.out != csto(*asked).out


@pytest.mark.parametrize("asked", [["--ids"], ["--fields", "name"], ["--format", "csv"], ["--format", "md"]])
def test_the_rule_of_a_match_is_refused_where_rows_cannot_tell_it(asked: list[str]) -> None:
    ran = csto("who", "КССБ", "--explain", *asked)
    told = "csto: --explain is told on a card or in --json; leave out --ids, --fields and --format csv, tsv and md\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)
    assert '"rule": "alias"' in csto("who", "КССБ", "--explain", "--json").out


@pytest.mark.parametrize(
    ("asked", "hints"),
    [
        (["docs", "--action", "refused"], ["  did you mean not-signed?"]),
        (["docs", "--action", "Rejected"], ["  did you mean not-signed?"]),
        (["docs", "--action", "unsigned"], ["  did you mean not-signed?"]),
        (["meetings", "--presence", "missing"], ["  did you mean absent?"]),
        (["exercises", "--presence", "away"], ["  did you mean absent?"]),
        (["docs", "--action", "missing"], []),
        (["docs", "--type", "refused"], []),
    ],
)
def test_another_word_for_one_of_a_list_is_refused_with_the_word_of_the_list(asked: list[str], hints: list[str]) -> None:
    ran = csto(*asked)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"csto: no {asked[1].removeprefix('--')} {asked[2]!r} here; it is one of: ")
    assert ran.err.splitlines()[1:] == hints


@pytest.mark.parametrize(
    "args",
    ["who LONG", "show LONG", "cite LONG", "search LONG", "meetings --meeting LONG", "docs --place LONG", "who kazakhstan --on LONG"],
)
def test_what_is_too_long_to_mean_anything_is_refused_at_once(args: str) -> None:
    ran = csto(*args.replace("LONG", "x" * 100_000).split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"csto: '{'x' * 80}…' is too long; nothing of more than 500 letters is looked up\n"
