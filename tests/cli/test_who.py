"""What `who` promises to scripts: ids, exit codes, rows and fields, where there are holders and where there are none."""

from __future__ import annotations

import csv
import json

import pytest

from tests.cli.running import csto

DAY = ("who", "kazakhstan", "--on", "2018-05-24")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_ids_are_those_of_holders_and_nobody_is_nobody() -> None:
    assert csto(*DAY, "--office", "defence-minister", "--ids").out == "saken-zhasuzakov\n"
    nobody = csto("who", "kazakhstan", "--on", "1993-01-01", "--office", "chief-of-general-staff", "--ids")
    assert (nobody.code, nobody.out) == (0, "")
    assert "no office-holder in the record" in nobody.err


@pytest.mark.parametrize("format_", ["json", "tsv", "csv"])
def test_an_exit_status_tells_nobody_in_every_format(format_: str) -> None:
    asked = ("--office", "chief-of-general-staff", "--exit-status", "--format", format_)
    assert csto("who", "kazakhstan", "--on", "1993-01-01", *asked).code == 1
    assert csto("who", "kazakhstan", "--on", "2014-06-01", *asked).code == 0


def test_the_rows_have_their_sources_where_asked() -> None:
    (row,) = rows(csto(*DAY, "--office", "defence-minister", "--format", "tsv", "--sources").out)
    assert row["person"] == "saken-zhasuzakov"
    assert "economics-kazgazeta" in row["sources"].split("; ")
    (bare,) = rows(csto(*DAY, "--office", "defence-minister", "--format", "tsv").out)
    assert "sources" not in bare
    (chosen,) = rows(csto(*DAY, "--office", "defence-minister", "--format", "tsv", "--sources", "--fields", "name").out)
    assert chosen == {"name": "Saken Zhasuzakov", "sources": row["sources"]}


def test_names_stand_beside_the_ids_in_rows() -> None:
    ran = csto(*DAY, "--office", "defence-minister", "--format", "tsv", "--expand", "--fields", "person,person_name,office_name,state_name")
    assert rows(ran.out) == [
        {
            "person": "saken-zhasuzakov",
            "person_name": "Saken Zhasuzakov",
            "office_name": "Minister of defence",
            "state_name": "Kazakhstan",
        }
    ]


@pytest.mark.parametrize("fields", ["name_name", "start_name", "person_names_name"])
def test_only_references_have_names_beside_them(fields: str) -> None:
    ran = csto(*DAY, "--expand", "--fields", fields)
    assert ran.code == 2
    assert f"no field '{fields}'" in ran.err


@pytest.mark.parametrize("body", ["csc", "cfm", "cdm", "cssc"])
@pytest.mark.parametrize("day", ["2003-11-19", "2007-05-01", "2012-12-25", "2018-11-05", "2021-09-16", "2026-02-28"])
def test_a_list_of_officials_names_who_sat_in_a_body_as_who_does(body: str, day: str) -> None:
    asked = ("--on", day, "--json", "--certain")
    (portrait,) = json.loads(csto("who", body, *asked).out)
    seated = {holder["person"] for holder in portrait["holders"]}
    assert seated
    assert {person["id"] for person in json.loads(csto("officials", "--body", body, *asked).out)} == seated


def test_a_career_is_told_in_order_of_time_and_cited_by_that_order() -> None:
    posts = rows(csto("who", "Бордюжа", "--format", "tsv").out)
    assert [row["office"] for row in posts] == ["security-council-secretary", "secretary-general"]
    assert "; post: Secretary General, " in csto("cite", "nikolai-bordyuzha:posts:2").out


def test_seats_have_the_sources_of_their_meeting_and_nobody_is_missing_from_an_office() -> None:
    seats = rows(csto("who", "--at", "astana-2011-08-csc", "--format", "tsv", "--sources").out)
    assert len(seats) == 7
    assert all(seat["sources"] for seat in seats)
    assert rows(csto("who", "--at", "astana-2011-08-csc", "--format", "tsv", "--sources", "--fields", "name").out)[0].keys() == {
        "name",
        "sources",
    }
    assert "vacant" not in json.loads(csto("who", "uzbekistan", "--at", "latest-csc", "--json").out)[0]
    assert "nobody known" not in csto("who", "georgia", "--on", "2015-01-01").out


def test_of_several_references_the_rest_is_answered_though_one_has_a_date_that_does_not_exist() -> None:
    ran = csto("docs", "--meeting", "astana-2018-05-cssc", "--meeting", "2018-02-30", "--ids")
    assert ran.code == 2
    assert ran.out.startswith("consultations-plan-2018-2019\n")
    assert ran.err.endswith("csto: 2018-02-30 is no date that exists\n")
