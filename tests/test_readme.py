"""The README is true: every command in it prints what it says, and the data dictionary names every field of the model."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from csto_cli.model import TABLES, fields_of, nested_of
from tests.readme import README, ROOT, Example, examples, printed

TEXT = README.read_text(encoding="utf-8")
EXAMPLES = examples(TEXT)


def test_the_readme_has_examples() -> None:
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.command for example in EXAMPLES])
def test_every_command_prints_what_the_readme_says(example: Example) -> None:
    output = printed(example.command)
    if example.cut:
        assert output.startswith(example.output)
    else:
        assert output == example.output


def test_the_first_screen_has_the_two_commands_of_a_new_user() -> None:
    first = "\n".join(TEXT.split("\n")[:15])
    assert "pip install . && csto who kazakhstan" in first
    assert "pip install '.[test]' && pytest" in first


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not on this machine")
def test_the_shell_script_goes_from_a_year_to_the_documents_of_its_meetings() -> None:
    [script] = [block for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) if "while read" in block]
    run = f'csto() {{ {sys.executable} -m csto_cli "$@"; }}\n{script}'
    done = subprocess.run(["bash", "-c", run], cwd=ROOT, capture_output=True, text=True, check=True)
    rows = done.stdout.splitlines()
    assert any(row.startswith('"astana-2018-05-cssc","2018-05-24","plan","Action plan') for row in rows)
    assert rows == sorted(set(rows), key=rows.index)


@pytest.mark.parametrize("table", TABLES)
def test_the_data_dictionary_describes_every_field(table: str) -> None:
    section = TEXT.split(f"#### `{table}`")[1].split("####")[0].split("\n## ")[0]
    missing = [name for name in described(TABLES[table]) if f"`{name}`" not in section]
    assert missing == []


def described(kind: type) -> list[str]:
    """The fields of a table and of the records inside it that the page describes in its own section, not once for all."""
    once = {"id", "former_ids", "sources", "disputes", "note"}
    names = []
    for name, annotation in fields_of(kind).items():
        if name in once:
            continue
        names.append(name)
        nested = nested_of(annotation)
        if nested and nested[1]:
            names += [inner for inner in fields_of(nested[0]) if inner not in once]
    return names
