"""Strict validation: closed keys, vocabularies, forms; and the same as JSON Schema."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.model import TABLES
from csto_cli.schema import json_schema, problem_in
from tests.factories import meeting, minimal, official, post, seat, source


@pytest.mark.parametrize("table", TABLES)
def test_the_minimal_records_are_valid(table: str) -> None:
    assert [problem_in(table, record) for record in minimal()[table]] == [None] * len(minimal()[table])


@pytest.mark.parametrize(
    ("table", "record", "problem"),
    [
        ("meetings", meeting(colour="red"), "Object contains unknown field `colour`"),
        ("meetings", meeting(status=None), "Object missing required field `status`"),
        ("meetings", meeting(status="postponed"), "Invalid enum value 'postponed' - at `$.status`"),
        ("meetings", meeting(attendees=[seat(role="boss")]), "Invalid enum value 'boss' - at `$.attendees[0].role`"),
        ("meetings", meeting(attendees=[]), "Expected `array` of length >= 1 - at `$.attendees`"),
        ("meetings", meeting(documents_reported={"count": "11", "qualifier": "exactly", "sources": ["a"]}),
         "Expected `int`, got `str` - at `$.documents_reported.count`"),
        ("meetings", meeting(name={"ru": "Заседание"}), "Object missing required field `en` - at `$.name`"),
        ("officials", official("a", post(acting="yes")), "Expected `bool`, got `str` - at `$.posts[0].acting`"),
        ("officials", official("a", post(status="former")), "Invalid enum value 'former' - at `$.posts[0].status`"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_path(table: str, record: dict[str, Any], problem: str) -> None:
    assert problem_in(table, record) == problem


@pytest.mark.parametrize("url", ["ftp://x", "x", "https://a b"])
def test_an_address_is_an_address(url: str) -> None:
    assert "`$.url`" in (problem_in("sources", source(url=url)) or "")


def test_the_json_schema_knows_every_table_and_closes_every_record() -> None:
    schema = json_schema()
    assert list(schema["properties"]) == schema["required"] == list(TABLES)
    assert schema["additionalProperties"] is False
    assert all(definition["additionalProperties"] is False for definition in schema["$defs"].values())
    assert schema["$defs"]["Membership"]["required"] == ["organization", "role", "status"]
