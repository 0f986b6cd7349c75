"""The questions of a fact-checking desk, each one command; and what `search` and `changes` promise at the door."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from tests.cli.running import csto
from tests.factories import minimal, official, post, write_store

CHANGES = ("changes", "--since", "astana-2018-05-cssc", "--until", "astana-2018-11-csc")


def rows(*args: str) -> list[dict[str, str]]:
    """The rows of an answer off a terminal, which must end well."""
    ran = csto(*args, "--format", "tsv")
    assert ran.code == 0, ran.err
    return list(csv.DictReader(ran.out.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("reference", ["astana-2018-05", "astana may 2018", "Астана, май 2018", "2018-05-24"])
def test_who_sat_for_belarus_in_astana_in_may_2018_and_what_was_he_called(reference: str) -> None:
    ran = csto("who", "belarus", "--at", reference)
    seats = [line.split("\t")[1] for line in ran.out.splitlines() if line.startswith("at meetings\t")]
    assert seats == [
        "person: Stanislav Zas; office: Secretary of the security council; seat: member; as stated: Stanislav Zassev",
    ]


@pytest.mark.parametrize("moment", ["crrf-agreement-2009", "rapid reaction forces agreement", "2009-06-14"])
def test_was_uzbekistan_a_member_when_the_rapid_reaction_force_was_agreed(moment: str) -> None:
    lines = csto("who", "uzbekistan", "--on", moment).out.splitlines()
    assert "on\t2009-06-14" in lines
    assert any(
        line.startswith("membership\tmember of the Collective Security Treaty Organization (2006-08-16 to 2012-12-19") for line in lines
    )
    (row,) = rows("states", "--state", "uzbekistan", "--on", moment)
    assert (row["id"], row["certainty"]) == ("uzbekistan", "yes")


def test_and_georgia_was_none() -> None:
    assert rows("states", "--state", "georgia", "--on", "crrf-agreement-2009") == []


@pytest.mark.parametrize("moment", ["peacekeeping-mission-kazakhstan-2022", "peacekeeping forces in kazakhstan", "2022-01-06"])
def test_who_chaired_the_organisation_on_the_day_the_mission_to_kazakhstan_began(moment: str) -> None:
    (row,) = rows("chairs", "--on", moment)
    assert (row["state"], row["chair"], row["certainty"]) == ("Armenia", "Nikol Pashinyan", "yes")


@pytest.mark.parametrize("reference", ["cssc-2018", "КССБ 2018", "secretaries 2018"])
def test_what_did_the_secretaries_sign_in_2018(reference: str) -> None:
    ran = csto("docs", "--meeting", reference)
    signed = [line for line in ran.out.splitlines() if "\tsigned\t" in line]
    assert [line.split("\t")[6] for line in signed] == ["information-policy-action-plan-2018"]
    assert "astana-2018-05-cssc: 1 of 11 documents named" in ran.err


def test_which_sessions_did_armenia_stay_away_from() -> None:
    found = rows("meetings", "--body", "csc", "--state", "armenia", "--presence", "absent")
    assert {"minsk-2023-11-csc", "astana-2024-11-csc", "bishkek-2025-11-csc"} <= {row["id"] for row in found}


def test_what_a_state_stayed_away_from_is_said_beside_what_was_held() -> None:
    told = "a seat of armenia was empty at 5 of these (csto meetings --state armenia --presence absent)"
    for command in ("meetings", "timeline"):
        assert told in csto(command, "--state", "armenia", "--year", "2024").err
    assert "was empty at" not in csto("meetings", "--state", "armenia", "--year", "2024", "--presence", "absent").err


def test_documents_tied_to_no_state_are_counted() -> None:
    ran = csto("docs", "--state", "russia", "--meeting", "minsk-2023-11-csc")
    assert "9 more documents would fit whose states the record does not name" in ran.err
    assert [row["id"] for row in rows("docs", "--state", "armenia", "--action", "not-signed")] == [
        "armenia-assistance-measures-2022",
        "csc-declaration-2022",
    ]


def test_officials_of_a_body_are_those_who_sat_in_it_then() -> None:
    found = [row["id"] for row in rows("officials", "--body", "cfm", "--on", "2018-05-24", "--certain")]
    assert found == [
        "zohrab-mnatsakanyan", "vladimir-makei", "kairat-abdrakhmanov", "erlan-abdyldaev", "sergey-lavrov", "sirojiddin-muhriddin",
    ]  # fmt: skip


def test_ratifications_are_told_with_who_ratified_and_how_many_the_record_names() -> None:
    ran = csto("docs", "--action", "ratified", "--type", "charter")
    assert "\tratified (TJ, RU, KZ)\t" in ran.out
    assert "treaties, agreements and protocols, seldom of every state; the others can hide more" in ran.err


def test_the_treaty_of_1992_is_something_to_belong_to() -> None:
    found = {row["id"]: row["membership"] for row in rows("states", "--body", "CST")}
    assert (found["armenia"], found["georgia"]) == ("treaty member", "former treaty member")


@pytest.mark.parametrize(("option", "value"), [("--topic", "peacekeeping"), ("--body", "cssc")])
def test_a_name_of_a_short_table_that_fits_nothing_is_answered_with_all_of_them(option: str, value: str) -> None:
    ran = csto("docs", option, "weather")
    assert ran.code == 1
    assert value in ran.err.partition("they are: ")[2]


def test_who_took_the_chair_from_whom() -> None:
    (row,) = rows("changes", "--type", "chair", "--year", "2019")
    assert (row["from"], row["to"]) == ("Sooronbay Jeenbekov", "Vladimir Putin")


def test_a_thing_done_with_a_document_is_cited_as_what_it_was() -> None:
    assert "event: ratified, Tajikistan, 2003-04-23" in csto("cite", "charter-2002:events:2").out


def test_words_for_a_day_say_what_they_were_taken_for() -> None:
    ran = csto("who", "uzbekistan", "--on", "rapid reaction forces agreement")
    assert "note: --on 'rapid reaction forces agreement' means crrf-agreement-2009, of 2009-06-14" in ran.err
    assert "means" not in csto("who", "uzbekistan", "--on", "crrf-agreement-2009").err


def test_who_sat_in_place_of_an_office_is_told_for_it() -> None:
    ran = csto("who", "kyrgyzstan defence minister", "--on", "2019-06-15")
    assert "in its place\tKyrgyzstan: no such office at that time" in ran.out
    assert "Raimberdi Duishenbiev (as Chief of the General Staff)" in ran.out


def test_seats_have_their_own_fields_and_say_who_was_acting() -> None:
    ran = csto("who", "--at", "astana-2018-11-csc", "--fields", "meeting,person,office,acting", "--json")
    seated = {item["person"]: item["acting"] for item in json.loads(ran.out)}
    assert (seated["valery-semerikov"], seated["vladimir-putin"]) == (True, None)


def test_names_stand_beside_the_ids_of_holders_and_seats_too() -> None:
    (answer,) = json.loads(csto("who", "kyrgyzstan", "--on", "2019-06-15", "--office", "defence-minister", "--json", "--expand").out)
    assert [(item["office_name"], item["in_place_of_name"]) for item in answer["holders"]] == [
        ("Chief of the General Staff", "Minister of defence")
    ]


def test_the_last_days_asked_about_lie_beyond_the_record() -> None:
    for asked in (("meetings", "--since", "2026-03"), ("who", "armenia", "--on", "2099")):
        assert "the record speaks for days up to" in csto(*asked).err


def test_who_replaced_whom_between_two_meetings() -> None:
    found = {(row["from"], row["to"], row["date"], row["certainty"]) for row in rows(*CHANGES, "--type", "office")}
    assert ("Yuri Khachaturov", "Valery Semerikov (acting)", "2018-11-02", "yes") in found
    assert ("Saken Zhasuzakov", "Nurlan Yermekbayev", "2018-08-07", "yes") in found


def test_changes_in_json_name_the_ids_and_their_names_where_asked() -> None:
    (entry,) = json.loads(csto("changes", "--since", "2018-11", "--until", "2018-11", "--office", "SecGen", "--json", "--expand").out)
    assert (entry["from"], entry["to"], entry["to_acting"]) == ("yuri-khachaturov", "valery-semerikov", True)
    assert (entry["to_name"], entry["office_name"]) == ("Valery Semerikov", "Secretary General")


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv", "tsv", "md"])
def test_changes_in_every_format(format: str) -> None:
    ran = csto(*CHANGES, "--format", format)
    assert ran.code == 0
    assert "2018-11-02" in ran.out and "information-policy" in ran.out.replace("\\-", "-")


def test_changes_by_field_by_id_and_limited() -> None:
    assert rows(*CHANGES, "--type", "document", "--fields", "date,record", "--limit", "1") == [
        {"date": "2018-05", "record": "consultations-plan-2018-2019"}
    ]
    assert "valery-semerikov" in csto(*CHANGES, "--ids").out.split()
    assert all(row["certainty"] == "yes" for row in rows(*CHANGES, "--certain"))


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("changes",), 2, "--since"),
        (("changes", "--since", "2018", "--until", "2016"), 2, "is before"),
        (("changes", "--since", "astana-2018"), 2, "astana-2018-11-csc"),
        (("changes", "--since", "atlantis-2018"), 1, "nothing dated in the record fits"),
        (("changes", "--since", "whenever"), 2, "write a date as"),
        (("changes", "--since", "2018", "--type", "weather"), 2, "office, document, membership"),
        (("changes", "--since", "2018", "--fields", "weather"), 2, "earliest"),
        (("chairs", "--on", "24 May"), 2, "write a date as"),
        (("who", "Patrushov"), 1, "did you mean nikolai-patrushev"),
        (("who", "armenia minister of magic"), 1, "armenia minister of magic"),
        (("search", "--table", "weather", "peace"), 2, "documents"),
        (("search", "--", "-peace"), 2, "nothing to search for"),
        (("search", "xyzzy"), 0, "does not say that there is nothing"),
    ],
)
def test_what_cannot_be_answered_is_told_apart(args: tuple[str, ...], code: int, told: str) -> None:
    ran = csto(*args)
    assert ran.code == code
    assert told in ran.err


@pytest.mark.parametrize(
    ("on", "answer"),
    [("2018-05-24", "found"), ("1993-01-01", "none"), ("2020-05-24", "disputed")],
)
def test_found_none_and_disputed_are_told_apart_in_json(tmp_path: Path, on: str, answer: str) -> None:
    dispute = {"field": "start", "value": "2019-01-02", "sources": ["odkb-page"], "reason": "Another day."}
    contested = post(start="2019-01-01", end=None, status="current", disputes=[dispute])
    tables = {**minimal(), "officials": [official(), official("second-man", contested)]}
    db = write_store(tmp_path / "db.json", tables)
    (found,) = json.loads(csto("who", "security-council-secretary", "--on", on, "--json", "--db", str(db)).out)
    assert found["answer"] == answer


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Zassev", "matched by\twords: Stanislav Zassev"),
        ("khatchatourov", "matched by\twords, transliterated"),
        ("kazakh defence minister", "matched by\tstate and office: Kazakhstan"),
        ("КССБ", "matched by\talias: КССБ"),
    ],
)
def test_the_rule_by_which_a_name_was_matched_is_shown(typed: str, told: str) -> None:
    assert told in csto("who", typed, "--explain").out


def test_a_compound_answers_for_its_state_only() -> None:
    found = json.loads(csto("who", "armenian foreign minister", "--on", "2018-05-24", "--json").out)
    assert [holder["person"] for answer in found for holder in answer["holders"]] == ["zohrab-mnatsakanyan"]


def test_search_finds_other_forms_and_other_languages() -> None:
    assert "peacekeeping-agreement-2007" in csto("search", "peacekeeper", "--ids").out.split()
    assert "anti-drug-strategy-2020" in csto("search", "наркотики", "--ids").out.split()
    assert {row["table"] for row in rows("search", "peacekeeper", "--table", "docs")} == {"documents"}


def test_a_short_name_is_no_beginning_of_other_words() -> None:
    found = csto("search", "Zas", "--ids").out.split()
    assert found[:2] == ["stanislav-zas", "secretary-general-zas-2019"]
    assert "unplaced-2019-02-permanent-council" not in found
    assert sorted(csto("search", "Зась", "--ids").out.split()) == sorted(found)
    assert "unplaced-2019-02-permanent-council" in csto("search", "Zased", "--ids").out.split()


def test_a_record_whose_names_hold_all_words_comes_first() -> None:
    assert rows("search", "UN", "observer")[0]["id"] == "csto"
    assert rows("search", "UN", "observer")[0]["excerpt"] == "un-general-assembly-observer"


def test_terms_of_the_field_find_what_means_the_same() -> None:
    assert csto("search", "bases", "third", "states", "--ids").out.split() == ["military-infrastructure-protocol-2011"]
    assert csto("search", "United Nations observer", "--ids").out.startswith("csto\n")
    assert len(csto("search", "drills", "--ids").out.split()) > 100
    assert csto("search", "secretary-general", "--ids").out == csto("search", "secretary", "general", "--ids").out


def test_hits_are_marked_and_grouped_on_a_screen() -> None:
    ran = csto("search", "peacekeeper", "--limit", "3", terminal=True, env={"TERM": "xterm-256color", "COLUMNS": "120"})
    assert "«Peacekeeping»" in ran.out
    assert "documents" in ran.out


def test_a_search_shows_sources_and_expands_where_asked(db: Path) -> None:
    shown = csto("search", "action plan", "--sources", "--format", "table", "--db", str(db)).out
    assert "[1]" in shown and "https://example.org/odkb-page" in shown
    (hit,) = json.loads(csto("search", "action plan", "--json", "--expand", "--db", str(db)).out)
    assert list(hit) == ["table", "id", "name", "excerpt", "record"]
    assert hit["record"]["topics_names"] == ["Information policy"]
    assert json.loads(csto("search", "action plan", "--json", "--fields", "id,table", "--db", str(db)).out) == [
        {"id": "action-plan-2018", "table": "documents"}
    ]


def test_the_same_question_of_a_small_store(db: Path) -> None:
    ran = csto("changes", "--since", "2018", "--until", "2018", "--db", str(db), "--format", "tsv")
    assert ran.out.splitlines()[0] == "kind\tdate\tevent\twhat\tfrom\tto\tcertainty\trecord"
    assert [line.split("\t")[0] for line in ran.out.splitlines()[1:]] == ["office", "document", "chair"]


def test_who_represented_each_state_at_the_session_of_january_2022() -> None:
    ran = csto("who", "--at", "online-2022-01-csc")
    seats = [line.split("\t")[1].split("; ")[:2] for line in ran.out.splitlines() if line.startswith("at meetings\t")]
    assert ["person: Nikol Pashinyan", "state: Armenia"] in seats
    assert ["person: Akylbek Japarov", "state: Kyrgyzstan"] in seats
    assert csto("who").code == 2


def test_a_spreadsheet_of_who_sat_at_a_meeting_has_a_row_a_seat() -> None:
    rows = list(csv.DictReader(csto("who", "--at", "astana-2018-05-cssc", "--format", "csv").out.splitlines()))
    assert len(rows) == 7
    assert {row["name_as_stated"] for row in rows} >= {"Stanislav Zassev", "Abdurakhim Kakhharov"}
    assert csto("who", "belarus", "--at", "astana-2018-05-cssc", "--ids").out == "stanislav-zas\n"


def test_a_gap_between_two_holders_is_said_with_the_change() -> None:
    [row, _] = rows("changes", "--since", "2018-04-01", "--until", "2018-04-30", "--state", "armenia", "--office", "head-of-government")
    assert (row["date"], row["from"], row["to"]) == ("2018-04-17", "Karen Karapetyan (until 2018-04-09)", "Serzh Sargsyan")


def test_what_was_refused_or_only_cleared_is_not_among_what_changed() -> None:
    adopted = {row["record"] for row in rows("changes", "--since", "2017-11-30", "--until", "2017-11-30", "--type", "document")}
    assert "syria-statement-2017" in adopted
    assert not adopted & {"partnership-institution-decision-2017", "emblem-and-flag-2017", "budget-2018-decision-2017"}
    refused = rows("docs", "--meeting", "yerevan-2022-11-csc", "--action", "not-signed")
    assert {row["id"] for row in refused} == {"csc-declaration-2022", "armenia-assistance-measures-2022"}
    changed = {row["record"] for row in rows("changes", "--since", "2022-11-23", "--until", "2022-11-23", "--type", "document")}
    assert changed and not changed & {row["id"] for row in refused}


def test_a_seat_is_cited_by_what_tells_of_it() -> None:
    ran = csto("who", "--at", "dushanbe-2021-09-csc", "--sources")
    notes = [line for line in ran.out.splitlines() if line.startswith("[")]
    session = json.loads(csto("show", "dushanbe-2021-09-csc", "--json").out)[0]
    assert [note.rsplit("; ", 1)[1].rstrip(")") for note in notes] == session["sources"]


def test_a_history_within_days_is_of_those_days() -> None:
    held = rows("who", "kyrgyzstan", "--office", "head-of-state", "--history", "--since", "2011-12-01", "--until", "2017-11-23")
    assert [row["person"] for row in held] == ["roza-otunbayeva", "almazbek-atambayev"]
    assert "on\t2011-12-01..\n" in csto("who", "kyrgyzstan", "--since", "2011-12-01").out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["kazakhstan", "--state", "belarus"], "csto: kazakhstan and --state belarus exclude each other; "
         "--state narrows an office or a body\n"),
    ],
)  # fmt: skip
def test_options_that_cannot_go_together_are_refused(args: list[str], said: str) -> None:
    ran = csto("who", *args)
    assert (ran.code, ran.out, ran.err) == (2, "", said)


@pytest.mark.parametrize("typed", ["kazakstan", "Kazakhstann", "Казахстан"])
def test_a_state_by_another_spelling_is_that_state_and_no_place_of_meetings(typed: str) -> None:
    assert csto("show", typed, "--ids").out == "kazakhstan\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--type", "treaty"], "csto: note: chisinau-2002-10-csc: none of the 3 documents in the record fits\n"),
        (["--type", "charter"], "csto: note: chisinau-2002-10-csc: 1 of the 3 documents in the record fits\n"),
        ([], ""),
    ],
)
def test_what_a_filter_hides_is_not_said_to_be_missing(args: list[str], said: str) -> None:
    notes = csto("docs", "--meeting", "chisinau-2002", *args).err.splitlines(keepends=True)
    assert "".join(note for note in notes if "chisinau" in note) == said


def test_what_was_only_announced_is_counted() -> None:
    assert (
        "1 of 1 only announced, for days that are past, and no report that they took place"
        in csto("meetings", "--meeting", "brest-2009-09-cssc").err
    )
    assert csto("meetings", "--meeting", "moscow-2026-11-csc").err == ""


def test_the_office_of_one_state_names_the_state_and_cites_its_holders() -> None:
    card = csto("who", "prime minister of Kyrgyzstan", "--on", "2020-10-10").out.splitlines()
    assert card[0] == "name\tHead of government, Kyrgyzstan"
    assert card[-1] == "office-holders\tname: Sadyr Japarov; when: 2020-10-14 to 2020-11-14; sources disagree; certainty: possibly"


def test_days_narrow_the_meetings_of_which_seats_are_asked() -> None:
    seats = rows("who", "armenia", "--at", "csc", "--year", "2018-2019")
    assert [row["meeting"] for row in seats] == ["astana-2018-11-csc", "bishkek-2019-11-csc"]
    assert csto("who", "armenia", "--at", "moscow-2026-11-csc", "--at", "bishkek-2025-11-csc").err == ""


def test_turns_in_the_chair_stand_in_the_order_of_time() -> None:
    days = [row["start"] or row["end"] for row in rows("chairs")]
    assert days == sorted(days)


def test_a_reference_that_fits_nothing_does_not_take_the_answer_of_the_others_away() -> None:
    ran = csto("docs", "--meeting", "astana-2018-05-cssc", "--meeting", "foo", "--action", "signed", "--ids")
    assert (ran.code, ran.out) == (1, "information-policy-action-plan-2018\n")
    assert "csto: no meeting fits 'foo' in the record\n" in ran.err
    ran = csto("who", "belarus", "--at", "foo", "--at", "astana-2018-05-cssc", "--format", "csv", "--fields", "person")
    assert (ran.code, ran.out) == (1, "person\nstanislav-zas\n")


def test_a_document_dealt_with_at_a_meeting_has_the_day_of_that() -> None:
    days = {row["id"]: row["date"] for row in rows("docs", "--meeting", "almaty-2024-06-cssc")}
    assert set(days.values()) == {"2024-06-06"}


@pytest.mark.parametrize("name", ["Jubilee summit of the CSTO, Moscow, 16 May 2022", "Юбилейный саммит ОДКБ"])
def test_a_meeting_is_found_by_its_own_name(name: str) -> None:
    assert csto("show", name, "--ids").out == "moscow-2022-05-csc\n"
    assert csto("meetings", "--meeting", name, "--ids").out == "moscow-2022-05-csc\n"


def test_words_of_a_meetings_name_do_not_take_what_is_the_name_of_something_else() -> None:
    assert csto("show", "collective security treaty", "--ids").out == "collective-security-treaty-1992\n"
    assert csto("states", "--on", "collective security treaty", "--ids").code == 0


def test_what_excludes_the_meetings_asked_about_is_refused() -> None:
    ran = csto("who", "--at", "astana-2018-11-csc", "--on", "2018-05-24")
    assert (ran.code, ran.err) == (2, "csto: no meeting that --at names lies in the days given; they exclude each other\n")


def test_the_speakers_of_two_chambers_are_told_apart() -> None:
    shown = csto("who", "tajikistan", "--on", "2015-05-01", "--office", "parliament-speaker").out
    assert "Speaker of parliament (Chairman of the Majlisi Milli)" in shown
    assert "Speaker of parliament (Chairman of the Majlisi Namoyandagon)" in shown


def test_sessions_with_host_and_number_of_documents_are_one_command() -> None:
    fields = "id,country,documents_reported.count,documents_named"
    ran = csto("meetings", "--body", "csc", "--year", "2018-2019", "--fields", fields, "--format", "csv")
    assert ran.out == (
        "id,country,documents_reported.count,documents_named\n"
        "astana-2018-11-csc,kazakhstan,,12\n"
        "st-petersburg-2018-12-csc,russia,,0\n"
        "bishkek-2019-11-csc,kyrgyzstan,15,5\n"
    )
    assert csto("meetings", "--sort", "documents_named", "--reverse", "--limit", "1", "--ids").out == "moscow-2010-12-csc\n"


def test_sources_in_a_pipe_are_ids_where_no_footnotes_follow() -> None:
    (row,) = rows("meetings", "--meeting", "minsk-2023-11-csc", "--sources")
    piped = csto("meetings", "--meeting", "minsk-2023-11-csc", "--sources").out.splitlines()[1].split("\t")
    assert piped[8] == row["sources"] == "; ".join(json.loads(csto("show", "minsk-2023-11-csc", "--json").out)[0]["sources"])
    entries = rows("timeline", "--on", "2023-11-23", "--type", "meeting", "--sources")
    assert {entry["sources"] for entry in entries if entry["record"] == "minsk-2023-11-csc"} == {row["sources"]}


def test_a_list_gives_its_columns_as_fields_and_names_in_the_language_asked() -> None:
    ran = csto("meetings", "--meeting", "astana-2018-05-cssc", "--fields", "body,documents,place", "--lang", "RU", "--format", "csv")
    assert ran.out == "body,documents,place\nКССБ,1 of 11 named,Астана\n"
    assert json.loads(csto("states", "--state", "uzbekistan", "--fields", "id,membership,until", "--json").out) == [
        {"id": "uzbekistan", "membership": "former member (suspended)", "until": "2012-12-19"}
    ]


def test_a_limit_says_how_many_there_are_and_notes_speak_of_all() -> None:
    ran = csto("meetings", "--year", "2018", "--body", "cssc", "--limit", "1", "--ids")
    assert (ran.out, ran.err) == ("astana-2018-05-cssc\n", "csto: note: 1 of 2 shown (--limit)\n")


def test_a_cancelled_meeting_is_said_to_be_cancelled() -> None:
    assert "csto: note: st-petersburg-2018-12-csc was cancelled\n" in csto("who", "russia", "--at", "st-petersburg-2018-12-csc").err
    assert "csto: note: st-petersburg-2018-12-csc was cancelled\n" in csto("docs", "--meeting", "st-petersburg-2018-12-csc").err


@pytest.mark.parametrize(
    ("person", "start", "day"),
    [
        ("taalatbek-masadykov", "2021", "2021-12-31"),
        ("dzhanybek-umetaliev", "1992-01", "1992-01-31"),
        ("sagadat-nurmagambetov", "1992-05", "1992-05-31"),
        ("bakhytzhan-yertayev", "1999-08", "1999-08-31"),
        ("alexander-mezhuev", "2013-12", "2013-12-31"),
    ],
)
def test_no_day_of_the_month_in_which_somebody_came_is_sure_and_the_month_is(person: str, start: str, day: str) -> None:
    asked = [rows("who", person, "--on", days) for days in (day, start)]
    assert [row["certainty"] for answered in asked for row in answered if row["start"] == start] == ["possibly", "yes"]


def test_an_uncertain_day_of_a_meeting_takes_nothing_from_the_month_in_which_somebody_was_seen() -> None:
    asked = [rows("who", "erlis-terdikbaev", "--on", days) for days in ("2022-04", "2022-03-01", "2022-04-14")]
    assert [[(row["start"], row["certainty"]) for row in answered] for answered in asked] == [
        [("2021-03-29", "yes")],
        [("2021-03-29", "yes")],
        [("2021-03-29", "possibly")],
    ]


def test_a_seat_whose_possible_holder_is_left_out_is_named_as_vacant() -> None:
    (certain,), (found,) = (
        json.loads(csto("who", "tajikistan", "--on", "1996-05-01", "--json", *options).out) for options in (["--certain"], [])
    )
    assert (certain["vacant"], certain["nobody_known"], "vacant" in found) == (["security-council-secretary"], [], False)
    assert {holder["person"] for holder in found["holders"]} - {holder["person"] for holder in certain["holders"]} == {"amirkul-azimov"}


@pytest.mark.parametrize(
    ("command", "field", "days", "cancelled"),
    [
        ("meetings", "id", "2018-12-06", "st-petersburg-2018-12-csc"),
        ("exercises", "id", "2022-10-14", "unbreakable-brotherhood-2022"),
        ("timeline", "record", "2018-12-06", "st-petersburg-2018-12-csc"),
        ("timeline", "record", "2022-10-14", "unbreakable-brotherhood-2022"),
    ],
)
def test_what_was_cancelled_did_not_take_place_on_the_days_for_which_it_was_planned(
    command: str, field: str, days: str, cancelled: str
) -> None:
    assert {row[field]: row["certainty"] for row in rows(command, "--on", days)}[cancelled] == "no"
    certain = csto(command, "--on", days, "--certain", "--json")
    assert cancelled not in certain.out
    assert "cancelled" not in certain.err
    assert f"csto: note: 1 of {len(rows(command, '--on', days))} was cancelled\n" in csto(command, "--on", days).err


def test_what_was_cancelled_is_counted_where_no_day_was_asked_about_too() -> None:
    assert csto("meetings", "--type", "cancelled").err == "csto: note: 1 of 1 was cancelled\n"
    assert "certainty" not in rows("meetings", "--type", "cancelled")[0]


def test_the_first_secretary_general_of_the_organisation_followed_that_of_the_council() -> None:
    (row,) = rows("changes", "--since", "2003", "--until", "2003", "--office", "secretary-general")
    assert (row["date"], row["event"], row["from"], row["to"]) == ("2003-04-28", "changed hands", "Valery Nikolayenko", "Nikolai Bordyuzha")
    assert [row["person"] for row in rows("who", "secretary-general", "--on", "2003-05-01")] == ["nikolai-bordyuzha"]


def test_the_sure_tie_of_a_state_stands_beside_its_certainty() -> None:
    found = {(row["membership"], row["since"], row["certainty"]) for row in rows("states", "--on", "2002-06-01", "--certain")}
    assert found == {("treaty member", "1994-04-20", "yes")}
    assert [row["id"] for row in rows("states", "--type", "frozen")] == ["armenia"]


def test_an_office_needs_no_name_and_a_persons_seats_obey_the_state() -> None:
    by_name, by_option = csto("who", "secretary-general", "--ids"), csto("who", "--office", "secretary-general", "--ids")
    assert by_name.out == by_option.out
    ran = csto("who", "vladimir-putin", "--state", "armenia", "--json")
    assert json.loads(ran.out)[0]["answer"] == "none"
    assert ran.err == "csto: note: vladimir-putin: no office in the record for what was asked; that does not say there was none\n"


def test_a_document_is_of_the_states_whose_steps_rest_on_it() -> None:
    assert [row["id"] for row in rows("docs", "--state", "uzbekistan", "--year", "2012")] == ["uzbekistan-membership-suspension-2012"]


def test_a_year_of_changes_has_the_chair_and_what_is_disputed_apart() -> None:
    (chair,) = rows("changes", "--year", "2018", "--type", "chair")
    assert (chair["date"], chair["what"], chair["to"]) == ("2018-11-08", "Kyrgyzstan", "Sooronbay Jeenbekov")
    assert all("(sources disagree)" in row["what"] for row in rows("changes", "--year", "2012", "--disputed"))
    assert csto("changes", "--year", "2012", "--type", "milestone").out == csto("changes", "--year", "2012", "--type", "membership").out
    assert csto("timeline", "--year", "2012", "--type", "milestone").out == csto("timeline", "--year", "2012", "--type", "membership").out


def test_who_took_part_in_exercises_is_said_to_be_known_for_some() -> None:
    ran = csto("exercises", "--series", "Канал", "--state", "armenia", "--presence", "absent")
    assert "such exercises; the others can hide more" in ran.err
    assert re.search(r"armenia, then a member, is not among the states named of \d+ more such exercises", ran.err)
    assert "armenia stayed out" not in ran.err
    for asked in (("exercises",), ("timeline", "--type", "exercise")):
        assert re.search(r"armenia stayed out of \d+ more such exercises", csto(*asked, "--state", "armenia", "--since", "2022").err)
    assert csto("exercises", "--presence", "video").err == "csto: no presence 'video' here; it is one of: in-person, absent\n"


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        (["armenia", "kazakhstan"], ["armenia", "kazakhstan"]),
        (["first-csc", "astana-2018-11-csc"], ["tashkent-1992-05-csc", "astana-2018-11-csc"]),
        (["csc", "first", "1999"], ["moscow-1999-04-csc"]),
        (["armenia", "foreign", "minister"], ["foreign-minister"]),
    ],
)
def test_references_that_stand_alone_are_shown_each_and_parts_of_one_together(typed: list[str], ids: list[str]) -> None:
    assert csto("show", *typed, "--ids").out.split() == ids


def test_what_was_only_announced_is_never_sure() -> None:
    for command in ("meetings", "exercises", "timeline"):
        announced = [row for row in rows(command, "--year", "2018") if row.get("event", row.get("status")) in ("scheduled", "announced")]
        assert announced
        assert {row["certainty"] for row in announced} == {"possibly"}
    refused = rows("docs", "--on", "2022-11-23", "--action", "not-signed")
    assert [row["certainty"] for row in refused] == ["yes", "yes"]


def test_exercises_are_of_the_same_days_in_their_list_and_in_the_timeline() -> None:
    listed = {(row["id"], row["certainty"]) for row in rows("exercises", "--on", "2018-12-06")}
    assert listed == {(row["record"], row["certainty"]) for row in rows("timeline", "--on", "2018-12-06", "--type", "exercise")}


def test_a_status_is_that_of_the_days_asked_about() -> None:
    assert [csto("states", "--type", "frozen", *on, "--ids").out for on in ([], ["--on", "2025-01-01"], ["--on", "2005"])] == [
        "armenia\n",
        "armenia\n",
        "",
    ]


def test_acts_stand_in_the_order_of_their_days_and_show_those_asked_about() -> None:
    days = [row["date"] for row in rows("docs", "--action", "ratified", "--state", "kazakhstan", "--since", "2000", "--until", "2012")]
    assert days == sorted(days)
    assert all("2000" <= day[:4] <= "2012" for row in days for day in row.split("; "))


def test_columns_are_sorted_by_their_numbers_and_states_that_stayed_out_are_shown() -> None:
    first = rows("meetings", "--sort", "documents", "--reverse", "--limit", "2", "--fields", "id,documents")
    assert [row["documents"] for row in first] == ["14 of 34 named", "14 named"]
    (row,) = rows("exercises", "--presence", "absent", "--year", "2025", "--state", "armenia", "--series", "unbreakable-brotherhood")
    assert row["absent"] == "Armenia"


def test_the_seat_of_a_year_is_surely_that_of_who_sat_in_it() -> None:
    held = {(row["person"], row["certainty"]) for row in rows("who", "csc", "--year", "2018", "--state", "armenia")}
    assert held == {
        ("serzh-sargsyan", "possibly"),
        ("karen-karapetyan", "possibly"),
        ("nikol-pashinyan", "possibly"),
        ("nikol-pashinyan", "yes"),
    }


def test_what_states_did_is_searched_too() -> None:
    assert csto("search", "frozen", "--table", "states", "--ids").out == "armenia\n"


def test_a_whole_title_means_its_document_whatever_words_are_in_it() -> None:
    title = "Decision to award Nikolai Bordyuzha the badge of the Council, first class"
    assert csto("show", title, "--ids").out == "bordyuzha-award-2017\n"


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (["docs", "--type", "STATEMENT"], ["docs", "--type", "statement"]),
        (["meetings", "--type", "In person"], ["meetings", "--type", "in-person"]),
        (["meetings", "--state", "armenia", "--presence", "Absent"], ["meetings", "--state", "armenia", "--presence", "absent"]),
        (["docs", "--action", "Ratified"], ["docs", "--action", "ratified"]),
        (["sources", "--type", "Official CSTO"], ["sources", "--type", "official-csto"]),
        (["timeline", "--type", "In Force"], ["timeline", "--type", "in-force"]),
    ],
)
def test_words_of_the_record_are_read_in_any_case_and_with_blanks(typed: list[str], plain: list[str]) -> None:
    assert csto(*typed, "--ids").out == csto(*plain, "--ids").out != ""


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (["states", "--format", "JSON"], ["states", "--format", "json"]),
        (["states", "--json", "--format", "Json"], ["states", "--json"]),
        (["states", "--fields", "ID,Name.RU"], ["states", "--fields", "id,name.ru"]),
        (["meetings", "--year", "2018", "--sort", "Place"], ["meetings", "--year", "2018", "--sort", "place"]),
        (["search", "peacekeeper", "--table", "Docs"], ["search", "peacekeeper", "--table", "docs"]),
        (["info", "--coverage", "--table", "Meetings"], ["info", "--coverage", "--table", "meetings"]),
        (["exercises", "--series", "RUBEZH"], ["exercises", "--series", "rubezh"]),
        (["cite", "charter-2002", "--style", "BibTeX"], ["cite", "charter-2002", "--style", "bibtex"]),
        (["completion", "ZSH"], ["completion", "zsh"]),
        (["help", "Exit-Codes"], ["help", "exit-codes"]),
        (["help", "Meetings"], ["help", "meetings"]),
    ],
)
def test_words_of_the_program_are_read_in_any_case(typed: list[str], plain: list[str]) -> None:
    assert csto(*typed) == csto(*plain)
    assert csto(*plain).code == 0


def test_a_list_of_documents_of_a_day_tells_of_those_that_came_into_force_on_it() -> None:
    told = "csto: note: 1 more document dated otherwise, but acted on in these days: signed, ratified, in force"
    assert told in csto("docs", "--on", "2010-09-10").err
    (row,) = rows("timeline", "--on", "2010-09-10", "--type", "in-force")
    assert row["record"] == "crrf-agreement-2009"
    assert "acted on" not in csto("docs", "--on", "2010-09-10", "--action", "signed").err


@pytest.mark.parametrize(
    ("asked", "whose"), [(["armenia"], "Secretary of the security council"), (["armenia security council secretary"], "Armenia")]
)
def test_a_seat_in_which_nobody_is_known_says_who_held_it_before_and_after(asked: list[str], whose: str) -> None:
    lines = csto("who", *asked, "--on", "2017-06-01").out.splitlines()
    assert (
        f"nobody known\t{whose}: no known holder on that day; "
        "after Yuri Khachaturov (2016-10-03 to 2017-05-02), before Armen Grigoryan (2018-05 to 2021-07-13; sources disagree)"
    ) in lines


@pytest.mark.parametrize(
    ("asked", "whose"), [(["armenia"], "Secretary of the security council"), (["armenia security council secretary"], "Armenia")]
)
def test_a_seat_that_sources_say_stood_empty_is_vacant(asked: list[str], whose: str) -> None:
    lines = csto("who", *asked, "--on", "2015-06-01").out.splitlines()
    sides = "after Artur Baghdasaryan (2008-05-05 to 2014-04-30), before Armen Gevorgyan (2016-06 to 2016-10-03)"
    assert any(line.startswith(f"vacant\t{whose}, 2014-04-30 to 2016-06; {sides}; Two years, according") for line in lines)
    assert not any(line.startswith("nobody known") for line in lines)


def test_an_answer_of_nobody_says_so_where_the_office_stood_empty() -> None:
    asked = ("who", "foreign-minister", "--state", "belarus")
    empty = csto(*asked, "--on", "2022-12-01", "--json", "--expand")
    assert empty.err == "csto: note: foreign-minister: no office-holder then; vacant: Belarus, 2022-11-26 to 2022-12-13\n"
    (answer,) = json.loads(empty.out)
    assert (answer["answer"], answer["holders"], answer["vacant"]) == ("none", [], ["belarus"])
    (told,) = answer["vacancies"]
    assert (told["state_name"], told["office_name"], told["start"], told["end"], told["certainty"]) == (
        "Belarus", "Minister of foreign affairs", "2022-11-26", "2022-12-13", "yes",
    )  # fmt: skip
    assert csto(*asked, "--on", "2022-12-01", "--exit-status", "--ids").code == 1
    assert csto(*asked, "--on", "2022-11-26", "--ids").out == "vladimir-makei\n"
    assert "vacant\tBelarus, 2022-11-26 to 2022-12-13; After the death of the minister" in csto(*asked).out.splitlines()
    assert "vacancies" not in json.loads(csto(*asked, "--on", "2023-01-01", "--json").out)[0]


def test_what_a_state_did_with_a_document_is_told_where_it_is_no_party() -> None:
    told = {row["id"]: row["action"] for row in rows("docs", "--state", "azerbaijan")}
    assert told == {
        "collective-security-treaty-1992": "acceded (AZ 1993-09-24); in-force (AZ 1994-04-20)",
        "treaty-extension-protocol-1999": "not-extended (AZ 1999-04-02)",
    }


def test_a_later_act_of_one_state_has_its_day_beside_the_day_of_signing() -> None:
    told = {row["id"]: (row["date"], row["action"]) for row in rows("docs", "--state", "kazakhstan", "--year", "2018")}
    assert told["charter-second-protocol-2018"] == ("2018-11-08", "signed; ratified (KZ 2020-04-17)")


def test_several_meetings_of_one_day_are_that_day() -> None:
    ran = csto("changes", "--since", "minsk-2017-11", "--until", "astana-2018-11-csc", "--type", "chair")
    assert ran.code == 0
    assert "csto: note: from 2017-11-30 to 2018-11-08\n" in ran.err
    assert csto("changes", "--since", "astana-2018", "--until", "2019").code == 2


def test_an_act_that_was_done_later_is_not_looked_for_at_the_meeting() -> None:
    ran = csto("docs", "--meeting", "chisinau-2002-10-csc", "--action", "ratified")
    assert "(--action asks for what was done there; without --meeting, for what was done since)" in ran.err
    assert csto("check", "--gaps", "--limit", "2").err.splitlines()[0].startswith("csto: note: 2 of ")


def test_a_seat_with_no_sure_holder_near_the_day_is_told_though_somebody_undated_could_have_held_it() -> None:
    lines = csto("who", "armenia", "--on", "2020-11-17").out.splitlines()
    assert any(line.startswith("nobody known\tMinister of foreign affairs: no known holder on that day; after Zohrab") for line in lines)


def test_members_of_whose_holders_nothing_is_known_and_holders_of_no_member_are_told_apart() -> None:
    lines = csto("who", "head-of-government", "--on", "1995-06-15").out.splitlines()
    assert [line for line in lines if line.startswith("nobody known")] == [
        "nobody known\tAzerbaijan: no known holder on that day",
        "nobody known\tGeorgia: no known holder on that day",
    ]
    rows = {
        row["state"]: row["member"] for row in json.loads(csto("who", "foreign-minister", "--on", "2021-06-01", "--json").out)[0]["holders"]
    }
    assert rows == {
        **dict.fromkeys(("armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"), "yes"),
        "uzbekistan": "no",
    }
    assert "Uzbekistan (no member then)" in csto("who", "foreign-minister", "--on", "2021-06-01").out


def test_rows_say_on_standard_error_which_seats_have_nobody() -> None:
    ran = csto("who", "foreign-minister", "--on", "2022-12-05", "--ids")
    assert (len(ran.out.splitlines()), ran.err) == (5, "csto: note: foreign-minister: vacant: Belarus, 2022-11-26 to 2022-12-13\n")
    assert "nobody known: Azerbaijan, Georgia" in csto("who", "head-of-government", "--on", "1995-06-15", "--format", "csv").err
    assert csto("who", "foreign-minister", "--on", "2022-12-05").err == ""


def test_on_the_day_on_which_an_office_was_filled_it_is_not_vacant() -> None:
    for day in ("2022-11-26", "2022-12-13"):
        assert "vacant" not in csto("who", "foreign-minister", "--state", "belarus", "--on", day).out
    assert "vacant" in csto("who", "foreign-minister", "--state", "armenia", "--on", "2021-07-15").out


def test_a_post_of_the_organisation_is_of_the_state_that_sent_its_holder() -> None:
    found = csto("who", "secretary-general", "--state", "russia", "--ids").out.split()
    assert found == ["vladimir-zemsky", "nikolai-bordyuzha", "valery-semerikov"]
    assert csto("who", "zas", "--state", "russia", "--ids").out == ""


def test_a_state_needs_no_name_either_and_two_offices_exclude_each_other() -> None:
    assert csto("who", "--state", "armenia", "--ids").out == csto("who", "armenia", "--ids").out
    ran = csto("who", "foreign-minister", "--office", "head-of-state")
    assert (ran.code, ran.err) == (2, "csto: foreign-minister and --office head-of-state are two offices; --office narrows a state\n")


def test_a_list_of_holders_says_which_office_stood_empty() -> None:
    asked = ("officials", "--office", "foreign-minister", "--state", "belarus")
    assert "csto: note: vacant: Belarus: Minister of foreign affairs, 2022-11-26 to 2022-12-13\n" in csto(*asked, "--on", "2022-12-01").err
    assert "vacant" not in csto(*asked, "--on", "2023-01-01").err


def test_what_is_only_possible_and_what_is_no_seat_at_a_meeting_leaves_vacancies_out() -> None:
    asked = ("who", "security-council-secretary", "--state", "armenia", "--on", "2016-06")
    assert "vacant\tArmenia, 2014-04-30 to 2016-06" in csto(*asked).out
    assert "vacant" not in csto("who", "armenia", "--at", "yerevan-2016-06-cssc").out
    doubtful = (*asked[:-1], "2016-06-05")
    assert "2014-04-30 to 2016-06, possibly" in csto(*doubtful).out
    assert "vacant" not in csto(*doubtful, "--certain").out


def test_that_nobody_held_it_is_said_of_all_that_was_asked_or_not_at_all() -> None:
    asked = ("who", "foreign-minister", "--state", "belarus")
    assert "no office-holder then; vacant: Belarus" in csto(*asked, "--on", "2022-12-01..2022-12-05").err
    assert "does not say there was none; vacant: Belarus" in csto(*asked, "--state", "georgia", "--on", "2022-12-01").err
    assert "does not say there was none; vacant: Belarus: Minister" in csto("who", "cfm", "--state", "belarus", "--on", "2022-12-01").err
    assert "vacant" not in csto("officials", "--office", "foreign-minister", "--state", "belarus", "--on", "2022-12-13").err


def test_a_state_and_an_office_agree_on_the_seats_in_which_nobody_is_known() -> None:
    assert "nobody known\tMinister of foreign affairs: no known holder on that day" in csto("who", "georgia", "--on", "1994-08-10").out
    assert "nobody known\tGeorgia: no known holder on that day" in csto("who", "foreign-minister", "--on", "1994-08-10").out


def test_a_city_is_taken_with_the_state_in_which_it_is_and_with_no_other() -> None:
    assert csto("meetings", "--place", "Astana, Kazakhstan", "--year", "2018", "--ids").out.startswith("astana-2018")
    assert csto("meetings", "--place", "Moscow, Kazakhstan").code == 1


def test_a_summit_is_a_meeting_of_the_council() -> None:
    assert csto("meetings", "--meeting", "summit 2018", "--ids").out.split() == ["astana-2018-11-csc", "st-petersburg-2018-12-csc"]
    assert csto("meetings", "--meeting", "на саммите в Москве 2022", "--ids").out.split() == ["moscow-2022-05-csc"]


def test_the_capital_has_the_name_that_it_bore_on_the_day() -> None:
    days = {"1995-01-01": "", "1998-01-01": "Akmola", "2020-06-01": "Nur-Sultan", "2022": "Nur-Sultan / Astana"}
    for day, name in days.items():
        assert rows("states", "--on", day, "--state", "kazakhstan")[0]["capital"] == name


def test_an_empty_name_is_refused_alike_by_every_option() -> None:
    for option in ("--state", "--body", "--place", "--person", "--meeting"):
        ran = csto("meetings", option, "")
        assert (ran.code, ran.err) == (2, "csto: an empty name was typed; leave the option out, or name something\n")


@pytest.mark.parametrize(
    ("ministers", "body"), [("foreign ministers", "cfm"), ("defence ministers", "cdm"), ("security council secretaries", "cssc")]
)
def test_a_council_is_named_by_whom_it_joins(ministers: str, body: str) -> None:
    asked = ("--year", "2021", "--ids")
    assert csto("meetings", "--body", ministers, *asked).out == csto("meetings", "--body", body, *asked).out != ""
    assert csto("who", ministers, "--on", "2021-05-19").out.splitlines()[1] == f"id\t{body}"


def test_an_exercise_is_found_by_the_other_translation_of_its_name() -> None:
    assert csto("show", "Indestructible Brotherhood-2022", "--ids").out == "unbreakable-brotherhood-2022\n"
    assert csto("exercises", "--series", "indestructible brotherhood", "--year", "2022", "--ids").out == "unbreakable-brotherhood-2022\n"


def test_a_body_says_of_which_members_the_record_knows_nobody() -> None:
    lines = csto("who", "cssc", "--on", "2013-06-01").out.splitlines()
    assert [line.partition(":")[0] for line in lines if line.startswith("nobody known")] == ["nobody known\tKazakhstan"]
    [found] = json.loads(csto("who", "cssc", "--on", "2013-06-01", "--json").out)
    assert found["nobody_known"] == ["kazakhstan"]


def test_the_ids_of_who_was_at_a_meeting_leave_out_who_stayed_away() -> None:
    assert "nikol-pashinyan" not in csto("who", "--at", "minsk-2023-11-csc", "--ids").out.split()
    assert csto("who", "pashinyan", "--at", "minsk-2023-11-csc", "--ids").out == ""
    assert csto("who", "lukashenko", "--at", "minsk-2023-11-csc", "--ids").out == "alexander-lukashenko\n"


def test_a_meeting_at_which_a_state_has_no_seat_in_the_record_is_named() -> None:
    lines = csto("who", "kyrgyzstan", "--at", "astana-2018-11").out.splitlines()
    assert [line.partition(":")[0] for line in lines if line.startswith("no seat at")] == ["no seat at\tastana-2018-11-joint"]
    assert "no seat at\t17 more of the meetings asked about" in csto("who", "kyrgyzstan", "--at", "2018").out.splitlines()


def test_what_sources_give_for_a_disputed_day_of_office_is_in_json() -> None:
    [found] = json.loads(csto("who", "secretary-general", "--json").out)
    values = {item["person"]: [dispute["value"] for dispute in item["disputes"]] for item in found["holders"] if "disputed" in item}
    assert values["yuri-khachaturov"] == ["2017-05-02", "2017-04"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("agreement on information security 2017", "first information-security-agreement-2017,"),
        ("UN memorandum 2012", "first un-dpko-memorandum-2012,"),
        ("6 January 2022", "csto timeline --on '6 January 2022'"),
        ("2022-01-06", "csto timeline --on 2022-01-06"),
    ],
)
def test_words_that_are_no_name_together_are_not_shown_one_by_one_but_told_how_to_be_found(typed: str, told: str) -> None:
    for words in (typed.split(), [typed]):
        ran = csto("show", *words)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"csto: nothing in the record fits {typed!r}\n  ")
        assert told in ran.err


def test_who_takes_words_of_which_one_fits_too_much_as_one_name_too() -> None:
    ran = csto("who", "deputy", "minister", "of", "agriculture")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("csto: no state, person, office or body 'deputy minister of agriculture' in the record;")
    assert ran.err.endswith("\n  'deputy' by itself fits 11 records\n")


def test_several_names_are_still_each_a_name() -> None:
    assert csto("show", "lukashenko", "putin", "--ids").out == "alexander-lukashenko\nvladimir-putin\n"
    assert csto("who", "lukashenko", "putin", "--ids").out == "alexander-lukashenko\nvladimir-putin\n"


@pytest.mark.parametrize("asked", [["chair"], ["chairman", "of", "the", "csto"], ["председатель ОДКБ"], ["chair", "of", "the", "csc"]])
def test_who_asks_for_the_chair_is_told_which_command_has_it(asked: list[str]) -> None:
    assert "csto chairs" in csto("who", *asked).err


def test_who_asks_for_a_chair_by_its_id_or_for_the_council_is_not_told_of_the_chair() -> None:
    assert "csto chairs" not in csto("who", "pa-chair").err + csto("who", "collective security council").err


@pytest.mark.parametrize("word", ["the", "of"])
def test_a_word_that_only_links_others_is_no_name(word: str) -> None:
    assert csto("who", word).code == 1


def test_what_a_state_stayed_away_from_is_one_list() -> None:
    away = rows("timeline", "--state", "armenia", "--presence", "absent", "--year", "2024")
    assert {"astana-2024-11-csc": "meeting", "unbreakable-brotherhood-2024": "exercise"}.items() <= {
        row["record"]: row["kind"] for row in away
    }.items()
    asked = ("--state", "armenia", "--presence", "absent", "--year", "2024", "--ids")
    assert sorted(row["record"] for row in away) == sorted([*csto("meetings", *asked).out.split(), *csto("exercises", *asked).out.split()])


def test_the_timeline_of_what_was_done_has_that_and_no_other_act() -> None:
    done = rows("timeline", "--state", "armenia", "--action", "not-signed")
    assert [(row["event"], row["record"]) for row in done] == [
        ("not-signed", "armenia-assistance-measures-2022"),
        ("not-signed", "csc-declaration-2022"),
    ]
    assert {row["event"] for row in rows("timeline", "--action", "ratified")} == {"ratified"}


@pytest.mark.parametrize(("command", "place"), [("meetings", "online"), ("meetings", "Онлайн"), ("docs", "video")])
def test_meetings_that_were_held_online_are_asked_for_by_their_type(command: str, place: str) -> None:
    ran = csto(command, "--place", place)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"csto: no place {place!r} in the record; that does not say that there is none\n"
        "  meetings held online: csto meetings --type online\n"
    )
    assert "online-2022-01-csc" in csto("meetings", "--type", "online", "--ids").out.split()


@pytest.mark.parametrize(
    ("asked", "header"),
    [
        (("docs", "--meeting", "astana-2018-05-cssc"), "title"),
        (("officials", "--state", "armenia"), "name"),
        (("exercises", "--year", "2018"), "name"),
        (("meetings", "--year", "2018"), "body"),
    ],
)
def test_an_id_stands_in_one_place_where_it_has_no_column(asked: tuple[str, ...], header: str) -> None:
    lines = csto(*asked, terminal=True, env={"COLUMNS": "80", "NO_COLOR": "1"}).out.splitlines()
    at = next(line.index(header) for line in lines if re.match(r"(date|name|start) ", line))
    for record_id in csto(*asked, "--ids").out.split():
        assert any(re.match(rf"{record_id}($|;|  )", line[at:]) for line in lines if not line[:at].strip()), record_id


def test_a_chair_of_whom_no_seat_is_recorded_sat_at_the_meeting_everywhere() -> None:
    assert [row["id"] for row in rows("officials", "--meeting", "moscow-2009-03-ksopn")] == ["viktor-ivanov"]
    assert "moscow-2009-03-ksopn" in [row["id"] for row in rows("meetings", "--person", "viktor-ivanov", "--state", "russia")]
    (seat,) = rows("who", "--at", "moscow-2009-03-ksopn")
    told = {"person": "viktor-ivanov", "state": "russia", "office": "drug-control-head", "role": "chair", "presence": ""}
    assert {field: seat[field] for field in told} == told
    (asked,) = json.loads(csto("who", "viktor-ivanov", "--json").out)
    assert asked["seats"][0]["meeting"] == "moscow-2009-03-ksopn"


def test_who_was_only_announced_as_chair_did_not_sit_there() -> None:
    assert [row["id"] for row in rows("meetings", "--person", "yuri-ilyin")] == ["moscow-2022-08-kschs"]
    assert [row["id"] for row in rows("meetings", "--person", "yuri-ilyin", "--presence", "announced")] == ["almaty-2018-09-kschs"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("--state", "russia", "--office", "head-of-government", "--presence", "in-person"), []),
        (("--state", "armenia", "--office", "head-of-state", "--presence", "absent"), ["bishkek-2013-05-csc"]),
        (("--person", "vladimir-putin", "--office", "head-of-government"), []),
        (("--person", "nikol-pashinyan", "--office", "head-of-state"), []),
    ],
)
def test_an_office_is_that_of_the_seat_of_the_state_or_the_person_asked_for(asked: tuple[str, ...], found: list[str]) -> None:
    ran = csto("meetings", *asked, "--ids")
    assert ran.out.split() == found
    assert "csto: note: who was there is known in full for " in ran.err


def test_officials_are_of_an_office_and_a_body_by_one_post_and_of_a_meeting_by_the_office_in_which_they_sat_there() -> None:
    assert rows("officials", "--office", "foreign-minister", "--body", "csc") == []
    asked = ("--office", "head-of-government", "--meeting", "astana-2018-11-csc")
    assert [row["id"] for row in rows("officials", *asked)] == ["nikol-pashinyan"]
    assert [row["person"] for row in rows("who", "head-of-government", "--at", "astana-2018-11-csc")] == ["nikol-pashinyan"]
    assert rows("officials", "--body", "cfm", "--meeting", "astana-2018-11-csc") == []


def test_a_tie_of_a_state_is_judged_once_as_it_stood_on_the_day_or_stands() -> None:
    former = {row["id"] for row in rows("states", "--on", "1995-01-01", "--type", "current", "--certain")}
    assert {"azerbaijan", "georgia", "uzbekistan"} <= former
    assert "uzbekistan" in {row["id"] for row in rows("states", "--on", "2007-01-01", "--type", "current")}
    assert rows("states", "--body", "csto-pa", "--type", "frozen") == []
    assert "armenia" not in {row["id"] for row in rows("states", "--body", "csto", "--type", "current")}
    for status, tie in (("current", "treaty member"), ("frozen", "member (frozen)")):
        assert [row["membership"] for row in rows("states", "--state", "armenia", "--type", status)] == [tie]


def test_what_a_body_adopted_is_not_what_it_only_cleared() -> None:
    cleared, adopted = (rows("docs", "--body", "cdm", "--action", action) for action in ("cleared", "adopted"))
    assert cleared
    assert adopted
    for row in adopted:
        assert (row["meeting"].endswith(("cdm", "joint")) or not row["meeting"]) and row["action"] == "adopted", row


def test_the_label_of_a_milestone_has_what_width_there_is() -> None:
    ran = csto("timeline", "--type", "milestone", terminal=True, env={"COLUMNS": "80", "NO_COLOR": "1"})
    assert ran.out.splitlines()[0].split() == ["date", "event", "label"]
    entries = re.split(r"\n(?=\d{4})", ran.out)
    assert len(entries) > 50 and max(entry.count("\n") for entry in entries) <= 12


def test_documents_are_sorted_by_the_date_that_their_list_shows_and_their_own_date_stays_a_field() -> None:
    listed = [row["date"] for row in rows("docs", "--sort", "date")]
    dated = [date for date in listed if date]
    assert dated == sorted(dated)
    assert listed == dated + [""] * (len(listed) - len(dated))
    assert [row["date"] for row in rows("docs", "--sort", "date", "--reverse")] == sorted(dated, reverse=True) + [""] * listed.count("")
    shown = rows("docs", "--sort", "date_shown", "--fields", "id,date,date_shown")
    assert [row["date_shown"] for row in shown] == listed
    assert any(row["date_shown"] and not row["date"] for row in shown), "some have a date by what was done with them only"
    ratified = ("docs", "--state", "belarus", "--action", "ratified", "--fields", "id,date,date_shown")
    (row,) = (row for row in rows(*ratified) if row["id"] == "military-infrastructure-use-agreement-2004")
    assert (row["date"], row["date_shown"]) == ("2004-06-18", "2005-04-04~")


def test_the_fields_of_documents_say_what_the_list_shows_as_date() -> None:
    ran = csto("docs", "--fields")
    assert ran.out.split()[-1] == "date_shown"
    assert ran.err == "csto: note: date is the record's own; what the list shows as date is date_shown\n"
    assert csto("meetings", "--fields").err == ""


def test_a_list_is_sorted_by_what_it_shows_and_a_count_by_its_number() -> None:
    names = [row["name"] for row in rows("states", "--sort", "name", "--lang", "ru")]
    assert names == sorted(names)
    numbers = csto("exercises", "--sort", "personnel", "--reverse", "--json", "--fields", "personnel.count", "--limit", "20").out
    counts = [row["personnel.count"] for row in json.loads(numbers)]
    assert counts == sorted(counts, reverse=True)


def test_a_seat_in_which_nobody_is_known_in_a_whole_year_is_said_too() -> None:
    (line,) = [line for line in csto("who", "belarus", "--on", "2002").out.splitlines() if line.startswith("nobody known")]
    assert line.startswith("nobody known\tSecretary of the security council: no known holder in that time; after Ural Latypov")
    [found] = json.loads(csto("who", "cssc", "--on", "2003", "--json").out)
    assert found["nobody_known"] == ["belarus"]


def test_bare_ids_say_that_who_was_not_there_is_left_out() -> None:
    assert csto("who", "armenia", "--at", "minsk-2023-11-csc", "--ids").err == "csto: note: 1 who did not sit there left out\n"


def test_a_timeline_of_who_stayed_away_says_how_far_that_is_known() -> None:
    asked = ("timeline", "--state", "armenia", "--presence", "absent", "--since", "2022")
    assert [known in csto(*asked).err for known in ("who was there is known in full for", "which states took part is known for")] == [
        True
    ] * 2
    of_meetings = csto(*asked, "--type", "meeting").err
    assert [known in of_meetings for known in ("who was there is known in full for", "which states took part is known for")] == [
        True,
        False,
    ]


def test_a_graph_of_a_year_tells_its_own_meetings_from_those_it_is_kept_together_by(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed (pip install 'csto-cli[test]')")
    assert csto("export", "--to", "graphml", "--year", "2018", str(tmp_path / "2018.graphml")).code == 0
    graph = networkx.read_graphml(tmp_path / "2018.graphml")
    chosen = {node for node, data in graph.nodes(data=True) if data["kind"] == "meeting" and data["chosen"]}
    assert chosen == set(csto("meetings", "--year", "2018", "--ids").out.split())
    assert any(data["kind"] == "meeting" and not data["chosen"] for _, data in graph.nodes(data=True))
    assert csto("export", "--to", "graphml", str(tmp_path / "all.graphml")).code == 0
    assert not any("chosen" in data for _, data in networkx.read_graphml(tmp_path / "all.graphml").nodes(data=True))


@pytest.mark.parametrize(
    "asked",
    [
        ("--meeting", "minsk-2017-11-csc", "--action", "cleared"),
        ("--meeting", "minsk-2017-11-joint", "--action", "signed"),
        ("--body", "cdm", "--action", "cleared", "--on", "2023-06-20"),
        ("--place", "yerevan", "--action", "approved", "--year", "2022"),
        ("--body", "cfm", "--action", "adopted", "--year", "2021"),
    ],
)
def test_the_timeline_tells_no_act_that_was_done_elsewhere(asked: tuple[str, ...]) -> None:
    assert {row["record"] for row in rows("timeline", *asked)} == {row["id"] for row in rows("docs", *asked)}


def test_the_timeline_of_an_office_has_the_meetings_at_which_its_seat_was_empty() -> None:
    asked = ("--state", "armenia", "--presence", "absent", "--office", "head-of-state")
    assert [row["record"] for row in rows("timeline", *asked)] == csto("meetings", *asked, "--ids").out.split() == ["bishkek-2013-05-csc"]
    assert "stayed out" not in csto("timeline", "--office", "foreign-minister", "--state", "armenia").err
    assert (
        "known in full for 1 of 1 such meetings"
        in csto("meetings", "--office", "head-of-state", "--state", "belarus", "--year", "2020").err
    )


def test_the_hint_on_the_chair_is_given_once_and_with_the_day() -> None:
    for asked in (["armenia", "chairman of the council"], ["chairman of the council"]):
        assert csto("who", *asked, "--on", "2018-11-08").err.count("csto chairs --on 2018-11-08") == 1
