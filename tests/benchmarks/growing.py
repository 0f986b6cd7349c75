"""Stores of many times the records: every record copied under new ids, references kept among the copies, names made different.

The generator is seeded, so the same factor gives the same bytes.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

SEED = 2018


def grown(source: Path, target: Path, factor: int) -> Path:
    """Write a store of `factor` times the records of `source` (but one `meta`); the first of the copies are the records themselves."""
    tables = json.loads(source.read_text(encoding="utf-8"))
    ids = {record["id"] for table in tables.values() for record in table.values()}
    chance = Random(SEED)
    with target.open("w", encoding="utf-8") as file:
        opening = "{"
        for name, table in tables.items():
            file.write(f'{opening}\n  "{name}": {{')
            opening, comma, number = "\n  },", "", 0
            for copy in range(1 if name == "meta" else factor):
                for record in table.values():
                    number += 1
                    made = renamed(record, copy, ids, chance) if copy else record
                    file.write(f'{comma}\n    "{number}": {json.dumps(made, ensure_ascii=False)}')
                    comma = ","
        file.write("\n  }\n}\n")
    return target


def renamed(value: Any, copy: int, ids: set[str], chance: Random) -> Any:
    """A value with every id made the id of the copy, and names of things given a word that no other copy has."""
    if isinstance(value, dict):
        made = {key: renamed(item, copy, ids, chance) for key, item in value.items()}
        if isinstance(made.get("name"), dict):
            word = "".join(chance.choices("abdegiklmnoprstuvz", k=7)).title()
            made["name"] = {lang: f"{text} {word}" for lang, text in made["name"].items()}
        return made
    if isinstance(value, list):
        return [renamed(item, copy, ids, chance) for item in value]
    return f"{value}-{copy}" if isinstance(value, str) and value in ids else value
